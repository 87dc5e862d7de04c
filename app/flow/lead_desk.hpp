// The part of the laptop's window that is about leads: people of whom another body thinks that they may need judicial
// aid. A lead is no application and becomes none.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/case_index.hpp"
#include "app/flow/desk_form.hpp"
#include "app/flow/lead_view.hpp"

namespace courtyard::flow {

struct InboxRow;

struct LeadsDesk {
    std::vector<LeadRow> rows;  // open ones first, those that are due sooner first
    bool listed = false;
    std::shared_ptr<const cases::CaseIndex> index;  // finds rows as cases are found
    std::string search;
    std::vector<std::size_t> shown;        // indices into rows that fit what is typed (row_search.hpp)
    std::size_t chosen = 0;                // index into shown
    std::optional<LeadRow> open;           // the one that lies open
    std::optional<base::RecordId> wanted;  // the one that is being opened
    bool opens_case = false;               // whose case by word of mouth is being written

    [[nodiscard]] std::optional<base::RecordId> marked() const;
    [[nodiscard]] std::size_t open_count() const;
    // The mark stays on its lead, if that is still there.
    void take(std::vector<LeadRow> anew, std::shared_ptr<const cases::CaseIndex> finds = {});
    // The mark stays on `keep`, if that is still shown.
    void list_anew(const std::optional<base::RecordId>& keep);
};
void wipe(LeadsDesk& desk) noexcept;

// The kinds under which the steps are written: "lead_contacted"; "lead_noted" for one that came by paper or word of
// mouth.
inline constexpr std::string_view kLeadNoted = "lead_noted";
[[nodiscard]] bool is_about_lead(std::string_view kind);
[[nodiscard]] std::string lead_kind(cases::LeadMove move);
[[nodiscard]] std::optional<cases::LeadMove> lead_move(std::string_view kind);

// What may be done with it now; the first is what its task asks for. Empty: nothing is left.
[[nodiscard]] std::vector<cases::LeadMove> lead_moves(const LeadRow& row);
[[nodiscard]] std::optional<cases::LeadMove> next_lead_move(const LeadRow& row);

// Whether the person may apply by word of mouth now: a case is opened out of the lead.
[[nodiscard]] bool may_open_case(const LeadRow& row);

// Its form. `inbox`: applications from which the person's own is chosen, or the case that was opened by word of mouth.
[[nodiscard]] std::shared_ptr<const DeskForm> lead_form(std::string_view kind, const LeadRow* row,
                                                        std::span<const InboxRow> inbox);
// What the person handed in, where that is a paper to look at: a case by word of mouth stands among `may_be`.
[[nodiscard]] const base::RecordId* paper_of(const LeadRow& row);
// Applications that may be the person's: those under the same name first, then the newest since the lead came.
[[nodiscard]] std::vector<const InboxRow*> applications_for(const cases::Lead& lead, std::span<const InboxRow> inbox);

// The name that stands on the application or case, where that is another than the lead's: who signs says that it is the
// same person all the same.
[[nodiscard]] std::string other_named(const LeadRow& row, std::span<const InboxRow> inbox,
                                      std::string_view application);

// How it would stand after that step, and what is then due.
struct LeadAfter {
    cases::LeadView view;
    std::optional<cases::LeadTask> task;
};
[[nodiscard]] LeadAfter lead_after(const LeadRow& row, cases::LeadMove move, domain::Date day);

}  // namespace courtyard::flow
