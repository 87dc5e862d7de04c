// The court's cases as lists: all of them, what is to be done today, and the search while somebody types. Kept in
// memory while a laptop is unlocked; of each case only what the lists show. Renewing it looks at the cases that changed
// since (store/case_changes.hpp) and at no other, so that it costs nothing with 10,000 cases; on another day, with
// another pack or roster, it reckons everything anew, because what is due depends on them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/cases/case_index.hpp"
#include "app/flow/case_view.hpp"
#include "app/flow/desk_state.hpp"
#include "app/flow/lead_view.hpp"
#include "app/worker/case_folding.hpp"
#include "app/worker/case_views.hpp"
#include "app/worker/late_leads.hpp"
#include "app/worker/leads.hpp"

namespace courtyard::worker {

class CaseBook {
public:
    // The machine outlives it.
    explicit CaseBook(Machine& machine) : machine_(machine) {}

    // Whether anything is different now. Errors of known_cases and the store: then it may be
    // empty, and the next time it begins anew.
    base::Result<bool> renew(base::Instant now);

    // By the sound of the name.
    [[nodiscard]] std::vector<flow::CaseRow> rows() const;
    // Those that pass, best first, as CaseIndex::find says.
    [[nodiscard]] std::vector<flow::CaseRow> find(const cases::CaseQuery& query) const;
    // Of the same cases, for a window on another thread.
    [[nodiscard]] std::shared_ptr<const cases::CaseIndex> index() const;
    // Of what was handed in, and of leads: they are found as cases are.
    [[nodiscard]] std::shared_ptr<const cases::CaseIndex> index_of(std::span<const flow::InboxRow> rows);
    [[nodiscard]] std::shared_ptr<const cases::CaseIndex> index_of(std::span<const flow::LeadRow> rows);
    // What this person has to do, in order of need, with what is due of these leads.
    [[nodiscard]] std::vector<flow::TaskRow> tasks(std::span<const LeadEntry> leads = {}) const;
    // What a case cannot say of itself: which others have its number, and that this person is to set it right.
    void tell_shared_number(flow::CaseView& view) const;
    // Which others were opened for the same lead by who did not know of it, and that one of them is to be taken back,
    // or how both go on.
    void tell_same_lead(flow::CaseView& view, std::span<const LeadEntry> leads) const;
    // Those that may be the case of the person of whom a lead tells.
    [[nodiscard]] std::vector<flow::LeadCase> of_lead(const cases::Lead& lead) const;
    // One that is known here, as a lead's page shows it.
    [[nodiscard]] std::optional<flow::LeadCase> applied_by(const base::RecordId& id) const;
    // False: the table of sounds is not where the program looks (assets.hpp), and nobody is found by pinyin.
    [[nodiscard]] bool finds_by_sound() const { return finds_by_sound_; }
    [[nodiscard]] std::size_t size() const { return lines_.size(); }

private:
    struct Line {
        base::Digest key;
        flow::CaseRow row;
        TaskCase shown;
        std::string original_case;
        std::string number;  // however it is spelled
        domain::Date came;
        std::vector<cases::Task> tasks;  // this person's
        bool may_withdraw = false;
        std::vector<cases::CaseId> of_same_lead;  // of which somebody said how both go on
    };
    // Besides the facts, what a line was made from.
    struct Ground {
        domain::Date day;
        std::shared_ptr<const pack::Pack> pack;
        std::uint64_t roster = 0;
        friend bool operator==(const Ground&, const Ground&) = default;
    };

    void begin_anew(const Ground& ground);
    const cases::Readings& readings();
    [[nodiscard]] std::string word_or(const std::string& key, std::string_view otherwise) const;
    // What is to be read: those that changed and are here. Those that are here no more have left the lists.
    base::Result<std::vector<KnownCase>> changed_since(std::int64_t number, bool& lost);
    [[nodiscard]] Line line_of(const KnownCase& known, const cases::AidCase& folded) const;
    // Two laptops without a line gave two cases one number. What this person is to set right, in each of them:
    // whichever is corrected, it is done.
    [[nodiscard]] std::vector<cases::Task> shared_number_tasks() const;
    [[nodiscard]] static cases::Task shared_number_task(const cases::CaseId& about);
    // The cases that are open here for one lead, where they are several.
    [[nodiscard]] std::vector<cases::CaseId> of_one_lead(const cases::LeadView& lead) const;
    // What is to be done in this one of them: taken back, or, where none can be any more, said how both go on. Nothing:
    // it is for another, or was said.
    [[nodiscard]] std::optional<cases::Task> same_lead_task(std::span<const cases::CaseId> all,
                                                            const cases::CaseId& about) const;
    // Of the court as a whole, beside the tasks of cases.
    base::Result<void> renew_year_task();
    [[nodiscard]] std::string state_words(cases::Status status) const;
    [[nodiscard]] std::string other_state_words(cases::Status status) const;

    Machine& machine_;
    std::optional<Ground> ground_;
    std::optional<std::int64_t> seen_;  // the last change that the lines show; nothing: they are not whole
    std::map<cases::CaseId, Line> lines_;
    cases::Readings readings_;
    bool finds_by_sound_ = true;
    std::shared_ptr<const pack::Pack> readings_for_;  // whose surnames they know
    std::optional<cases::CaseIndex> index_;
    std::optional<cases::Task> year_task_;     // the yearly report
    std::vector<store::LateLead> late_leads_;  // as this leader has heard
};

}  // namespace courtyard::worker
