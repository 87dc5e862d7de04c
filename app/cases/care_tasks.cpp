// What follows the money: next_tasks() says what is owed and by when; here it gets its day on the calendar and its
// place among the other tasks.
#include <algorithm>

#include "app/cases/ledger_parts.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/cases/paused_days.hpp"
#include "app/cases/task_list.hpp"

namespace courtyard::cases {

namespace {

using enum Role;

// A day that was agreed on, or that a body promised, stands as it is; the court's own days are working days.
domain::Due day_of(const TaskList& list, const NextTask& next) {
    const auto& revisits = list.from.care.revisits;
    const auto said =
        std::find_if(revisits.rbegin(), revisits.rend(), [](const Revisit& each) { return !each.double_of; });
    const bool is_agreed = next.code == "revisit" && said != revisits.rend() && said->next == next.due;
    if (next.same_day || is_agreed || next.code == "promise_due" || next.code == "disputed") return {next.due, false};
    return list.on_working_day(next.due);
}

std::string rule_of(const NextTask& next) {
    if (!next.outcome.empty()) return next.outcome;
    return next.plan.empty() ? next.code : next.plan;
}

// Something was granted and paid, and not all of it is asked back already.
bool may_recover(const AidCase& from) {
    const auto& decision = from.ballots.decision;
    return decision && decision->granted &&
           from.ledger.paid().value + from.ledger.beside().value > from.ledger.to_recover.value;
}

// What a revisit called for, where the case as it stands does not allow it: somebody says how it was settled.
std::string_view act_of(const TaskList& list, const NextTask& next) {
    if (list.from.care.has_died() && !next.outcome.empty() && next.outcome != "O12") return "followup_settled";
    const bool is_open = list.allows(next.act) && (next.act != "recovery_decided" || may_recover(list.from));
    const auto& commitment = list.from.findings.commitment;
    const bool is_unpromised = next.outcome == "O8" && (!commitment || commitment->given != "given");
    if (!next.outcome.empty() && (!is_open || is_unpromised)) return "followup_settled";
    if (next.act == "referred" && list.from.care.consents.empty()) return "consent_given";
    return next.act;
}

// The promise that is to be pressed: the open one that is due first. Where there is none, one is asked for.
const Promise* pressed(const AidCase& from) {
    const Promise* first = nullptr;
    for (const Promise& each : from.care.promises)
        if (each.is_open() && (first == nullptr || each.due < first->due)) first = &each;
    return first;
}

bool may_be_closed(const AidCase& from) {
    return (is_told_not_filed(from) || is_out_of_reach(from.care)) && !may_close(from.care) &&
           !may_close(from.ledger, from) && !may_close(from.clock, from);
}

}  // namespace

void add_care_tasks(TaskList& list) {
    for (const NextTask& next : next_tasks(list.from, list.settings.revisit)) {
        const std::string_view act = act_of(list, next);
        if (act == "closed" && !may_be_closed(list.from)) continue;  // what is still open has tasks of its own
        if (next.outcome == "O12" && is_to_be_stopped(list.from)) continue;
        TaskList::Wanted wanted{act, rule_of(next), day_of(list, next), next.from};
        if (const Promise* open = next.outcome == "O4" ? pressed(list.from) : nullptr) {
            wanted.act = open->state == PromiseState::Claimed ? "promise_confirmed" : "promise_claimed";
            wanted.on = open->by;
        }
        wanted.same_day = next.same_day;
        wanted.danger = next.danger;
        wanted.plan = next.plan;
        if (wanted.act == next.act) wanted.not_by = next.not_by;
        wanted.roles = wanted.act == next.act ? next.who : Roles{};
        if (act == "alert_passed") wanted.person = list.from.entry(next.from)->author;
        list.add(std::move(wanted));
    }
}

// Nobody who asked for help is left without: where the court gives no money, others may help, unless the person wants
// nobody's; and what has been done to its end is closed.
void add_last_tasks(TaskList& list) {
    const AidCase& from = list.from;
    if (from.status == Status::NotFiled || from.status == Status::DecidedRefuse)
        list.add({from.care.consents.empty() ? "consent_given" : "referred", "help"});
    const bool closes = may_be_closed(from);
    const bool is_refused = from.status == Status::NotFiled || from.status == Status::DecidedRefuse;
    if (closes && is_refused && from.care.consents.empty()) list.add({"closed", "no_help"});
    if (closes && from.status == Status::Recovery) list.add({"closed", "close"});
    if (closes && list.is_empty() && from.status == Status::Revisit) list.add({"closed", "close"});
    // Before the grant is paid nobody is called but for what the plan says.
    const bool may_call = !is_before_paying(from.status) || from.status == Status::UrgentPaid;
    if (list.is_empty() && list.allows("revisit_made") && may_call && !from.care.gone)
        list.add({"revisit_made", "extra"});
}

}  // namespace courtyard::cases
