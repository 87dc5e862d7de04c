#include "app/cases/next_tasks.hpp"

#include <algorithm>

#include "app/cases/paused_days.hpp"

namespace courtyard::cases {

namespace {

using enum Role;

constexpr Roles kCallers{Registrar, Caller}, kJudging{Registrar, Judge}, kAnswering{Registrar, Judge, Caller},
    kAlerted{Registrar, Judge, Leader};
constexpr int kAskPersonDays = 7, kDoneDays = 30, kGoneDays = 7;

bool is_over(Status status) {
    return status == Status::Synced || status == Status::Withdrawn || status == Status::Terminated;
}

// The court's part ended; what other bodies promised or took on did not.
bool is_ended_early(Status status) { return status == Status::Withdrawn || status == Status::Terminated; }

// A slip of the pen ("9999-12-31") must not lead out of the calendar.
domain::Date days_after(domain::Date day, int days) { return within_reach(day).plus_days(days); }

class Listing {
public:
    Listing(const AidCase& aid_case, const RevisitRule& rule) : case_(aid_case), care_(aid_case.care), rule_(rule) {}

    std::vector<NextTask> run() {
        add_alerts();
        add_told();
        const bool early = is_ended_early(case_.status);
        if (is_over(case_.status) && !early) return in_order();
        if (!early) add_followups();
        add_promises();
        if (case_.status != Status::Closed) add_referrals();
        add_linkages();
        if (!early) add_revisit();
        return in_order();
    }

private:
    void add(std::string code, const FactId& from, std::string_view act, Roles who, domain::Date since,
             domain::Date due) {
        tasks_.push_back({std::move(code), {}, {}, from, act, who, since, due});
    }

    // Danger waits for no state of the case.
    void add_alerts() {
        for (const Alert& each : care_.alerts) {
            if (each.handled) continue;
            add("alert_" + each.what, each.by, "alert_handled", kAlerted, each.day, each.day);
            tasks_.back().same_day = true;
            tasks_.back().danger = is_danger(each.what);
            if (each.passed || !was_heard_by_caller(each.by)) continue;
            add_pass(each.what, each.by, each.day);
            tasks_.back().danger = is_danger(each.what);
        }
    }

    void add_pass(std::string_view what, const FactId& by, domain::Date day) {
        add("alert_pass." + std::string(what), by, "alert_passed", {Caller}, day, day);
        tasks_.back().same_day = true;
    }

    // Of the offices that handle alerts the caller is none, and the laptop may have no line until the evening.
    bool was_heard_by_caller(const FactId& by) const {
        const Entry* entry = case_.entry(by);
        return entry != nullptr && entry->role == Caller;
    }

    void add_told() {
        for (const Referral& each : care_.referrals)
            if (each.owes_word())
                add("tell_revoked", each.by, "referral_told", kAnswering, each.called_off_on(), each.called_off_on());
    }

    void add_followups() {
        for (const Followup& each : care_.followups) {
            const OutcomeRule* rule = find_outcome(each.outcome);
            if (each.done || rule == nullptr || (!still_counts(each.by) && !each.only_told)) continue;
            if (each.outcome == "O5" && waits_for_court()) continue;  // asked: its answer is what is owed now
            if (each.outcome == "O10" && care_.gone) continue;        // whom nobody finds has died, or moved away
            const domain::Date due = days_after(each.since, rule->days);
            add(std::string(rule->code), each.by, rule->act, rule->who, each.since,
                each.due ? std::min(*each.due, due) : due);
            tasks_.back().outcome = each.outcome;
            // Whoever is found at home is asked there what the telephone call was for.
            if (each.outcome == "O10") tasks_.back().plan = row_to_do().value_or("");
            tasks_.back().same_day = rule->days == 0;
            tasks_.back().danger = each.outcome == "O11";  // new harm
            if (!is_due_same_day(each.outcome) || each.passed || !was_heard_by_caller(each.by)) continue;
            add_pass(kNewHarm, each.by, each.since);
            tasks_.back().danger = true;
        }
    }

    void add_promises() {
        for (const Promise& each : care_.promises) {
            if (!each.is_open()) continue;
            if (care_.gone) {  // nobody can be asked whether it is kept: a judge says what becomes of it
                add(has_moved() ? "moved_promise" : "gone_promise", each.by, "promise_overridden", {Judge},
                    care_.gone->day, days_after(care_.gone->day, kGoneDays));
                tasks_.back().not_by = each.claimers;  // another judge, who may have to join first
            } else if (each.state == PromiseState::Claimed)
                add("ask_promise", each.by, "promise_confirmed", kAnswering, each.since,
                    days_after(each.since, kAskPersonDays));
            else  // of one that the person disputes the body is asked again
                add(each.state == PromiseState::Disputed ? "disputed" : "promise_due", each.by, "promise_claimed",
                    kAnswering, each.since, each.due);
        }
    }

    void add_referrals() {
        for (const Referral& each : care_.referrals) {
            if (each.owes_refusal() && !care_.gone && !is_ended_early(case_.status))
                add("referral_refused", each.by, "referral_told", kAnswering, each.since,
                    days_after(each.since, kAskPersonDays));
            if (!each.is_open()) continue;
            if (care_.has_died()) {
                add("gone_referral", each.by, "referral_revoked", kAnswering, care_.gone->day,
                    days_after(care_.gone->day, kGoneDays));
                continue;
            }
            const bool sent = each.state == Referral::State::Sent;
            const domain::Date due = referral_due(each);
            // Where somebody lives decides who may help them: whether this body still does, or one at the new place.
            if (care_.gone && was_said_before(each.moved_by.value_or(each.by), care_.gone->by)) {
                add("moved_referral", each.by, "referral_answered", kAnswering, care_.gone->day,
                    std::min(due, days_after(care_.gone->day, kGoneDays)));
                continue;
            }
            add(sent ? "referral_answer" : "referral_done", each.by, "referral_answered", kAnswering, each.since, due);
        }
    }

    bool waits_for_court() const {
        return std::any_of(care_.linkages.begin(), care_.linkages.end(),
                           [](const Linkage& each) { return each.is_open(); });
    }

    void add_linkages() {
        for (const Linkage& each : care_.linkages) {
            if (each.is_open() && care_.has_died())
                add("gone_linkage", each.by, "linkage_answered", kJudging, care_.gone->day,
                    days_after(care_.gone->day, kGoneDays));
            else if (each.is_open())
                add("linkage_answer", each.by, "linkage_answered", kJudging, each.since,
                    each.answer_by.value_or(days_after(each.asked_on, rule_.linkage_days)));
            else if (each.owes_word() && !care_.gone)
                add("linkage_tell", each.by, "linkage_told", kAnswering, each.since,
                    days_after(each.since, kAskPersonDays));
        }
    }

    bool has_moved() const { return care_.gone && care_.gone->what == "moved"; }

    bool was_said_before(const FactId& one, const FactId& other) const {
        for (const Entry& entry : case_.entries)
            if (entry.id == one || entry.id == other) return entry.id == one && one != other;
        return false;
    }

    // Called off, or nobody is found: to go there is a task of its own.
    bool ends() const {
        return is_called_off(care_) ||
               std::any_of(care_.followups.begin(), care_.followups.end(),
                           [](const Followup& each) { return !each.done && each.outcome == "O10"; });
    }

    // Closing ended what was called for before it: nobody goes to whom nobody found.
    bool still_counts(const FactId& by) const {
        const Step* closing = closing_step(case_);
        return closing == nullptr || was_said_before(closing->by, by);
    }

    // The first row of the plan after the last one made; a closed case has none.
    std::optional<std::string> row_to_do() const {
        if (was_closed()) return std::nullopt;
        const std::vector<PlanRow> rows = revisit_plan(case_, rule_);
        const auto last = std::find_if(rows.rbegin(), rows.rend(), [](const PlanRow& row) { return row.made; });
        return last.base() == rows.end() ? std::nullopt : std::optional(last.base()->plan);
    }
    // Opened again because money must come back, or closed still: the plan is over.
    bool was_closed() const { return closing_step(case_) != nullptr; }

    // One revisit at a time: the first row after the last one made. An attempt may have agreed on another day for it;
    // the last revisit may have named a day before it, and that comes first.
    void add_revisit() {
        if (ends()) return;
        if (was_closed()) return add_agreed();
        const std::vector<PlanRow> rows = revisit_plan(case_, rule_);
        const auto last = std::find_if(rows.rbegin(), rows.rend(), [](const PlanRow& row) { return row.made; });
        const auto row = last.base();
        const Revisit* said = last_said();
        const bool named = said != nullptr && said->next;
        if (row == rows.end() || (named && said->made && *said->next < row->due)) {
            if (named) add_extra(*said);
            return;
        }
        add_row(*row);
    }

    // After the plan only a day that was named then.
    void add_agreed() {
        const Revisit* said = last_said();
        if (said != nullptr && said->next && still_counts(said->by)) add_extra(*said);
    }

    // Of a plan whose money was not paid to the end: its first part, the referral, or the stop. Urgent aid that is out
    // alone is a payment, and may be no step of the case.
    static bool is_begin(Status status) {
        return status == Status::PaidPart || status == Status::Referred || status == Status::Revisit;
    }

    void add_row(const PlanRow& row) {
        const Step* since = nullptr;
        for (const Step& step : case_.steps)
            if (step.to == Status::Paid || (since == nullptr && is_begin(step.to))) since = &step;
        const auto& urgent = case_.ledger.urgent;
        COURTYARD_CHECK(since != nullptr || (urgent && urgent->paid && urgent->paid_on));
        const FactId from = since != nullptr ? since->by : *urgent->paid;
        add("revisit", from, "revisit_made", kCallers, since != nullptr ? since->day : *urgent->paid_on,
            row.agreed.value_or(row.due));
        tasks_.back().plan = row.plan;
    }

    void add_extra(const Revisit& said) {
        add("revisit", said.by, "revisit_made", kCallers, said.day, *said.next);
        tasks_.back().plan = "extra";
    }

    const Revisit* last_said() const {
        for (auto each = care_.revisits.rbegin(); each != care_.revisits.rend(); ++each)
            if (!each->double_of) return &*each;
        return nullptr;
    }

    std::vector<NextTask> in_order() {
        std::stable_sort(tasks_.begin(), tasks_.end(), [](const NextTask& a, const NextTask& b) {
            return a.due != b.due ? a.due < b.due : a.same_day && !b.same_day;
        });
        return std::move(tasks_);
    }

    const AidCase& case_;
    const Care& care_;
    const RevisitRule& rule_;
    std::vector<NextTask> tasks_;
};

}  // namespace

domain::Date referral_due(const Referral& referral) {
    if (referral.state != Referral::State::Sent) return days_after(referral.since, kDoneDays);
    return referral.answer_by.value_or(days_after(referral.sent_on, kReferralAnswerDays));
}

std::vector<NextTask> next_tasks(const AidCase& aid_case, const RevisitRule& rule) {
    return Listing(aid_case, rule).run();
}

}  // namespace courtyard::cases
