// Request, money, call, order, release, payment, confirmation (P9 to P11); what must come back (A8, A10, A11).
#include <algorithm>

#include "app/cases/ledger_parts.hpp"
#include "app/cases/money_at_odds.hpp"
#include "app/cases/paused_days.hpp"
#include "app/cases/shaken_ground.hpp"
#include "app/cases/task_list.hpp"

namespace courtyard::cases {

namespace {

using enum Role;

constexpr int kHeardGoneDays = 7;  // after the court heard of it
constexpr int kRequestDays = 7;
constexpr int kWeighDays = 7;  // as a revisit that heard of it (O9)
constexpr int kStrayDays = 3;  // to find out whether money went out

// What is to be paid by orders in all: urgent aid is part of what was granted (A8).
std::int64_t to_pay(const AidCase& from) {
    if (!from.ballots.decision || !from.ballots.decision->granted) return 0;
    return from.ballots.decision->amount.value - urgent_share(from.ledger, from).value;
}

void add_request(TaskList& list) {
    if (list.open_limit("party") != nullptr) return list.add({"party_approved", "party", list.due("party")});
    if (to_pay(list.from) > 0) return list.add({"fund_requested", "P9", list.due("P9")});
    if (!is_urgent_owed(list.from.ledger, list.from))
        list.add({"applicant_called", "P10", list.due("P9")});  // urgent aid was all of it
}

// An order to an account that somebody has replaced since: it is taken back, and made anew.
void add_misdirected(TaskList& list, const PayOrder& order) {
    TaskList::Wanted wanted{"corrected", "account_changed", list.due("P11"), order.by};
    wanted.roles = {Registrar};
    list.add(std::move(wanted));
}

// Nothing is paid before the leader has said that the decision stands, or what holds of a payment and of what took its
// ground away, or of urgent aid that went out beside it; nor before somebody has settled whether money came.
bool is_doubted(const AidCase& from) {
    return is_ground_shaken(from) || is_money_at_odds(from) || is_urgent_beside(from) ||
           (from.ballots.decision && !from.ballots.decision->open_doubts().empty());
}

void add_order(TaskList& list, const PayOrder& order) {
    if (is_replaced(list.from.accounts, {order.account, order.account_ends, order.payee}))
        return add_misdirected(list, order);
    if (is_doubted(list.from)) return;
    // Which of two accounts holds is settled first: that is a task of its own.
    if (order.state == PayOrder::State::Ordered && order.account && has_accounts_at_odds(list.from, order.payee))
        return;
    const bool released = order.state == PayOrder::State::Released;
    TaskList::Wanted wanted{released ? "pay_made" : "pay_released", released ? "pay" : "release", list.due("P11"),
                            order.by};
    if (!released) wanted.except = order.orderer;
    list.add(std::move(wanted));
}

const PayOrder* last_live(const Ledger& ledger) {
    const auto found = std::find_if(ledger.orders.rbegin(), ledger.orders.rend(),
                                    [](const PayOrder& order) { return order.is_live(); });
    return found == ledger.orders.rend() ? nullptr : &*found;
}

// The day that was set when the part before was ordered; without one as long after that as any payment may take.
std::optional<domain::Due> due_of_next_part(const TaskList& list) {
    const PayOrder* last = last_live(list.from.ledger);
    if (last == nullptr || last->part == last->parts) return list.due("P11");
    if (last->next) return list.on_working_day(*last->next);
    if (!last->paid_on) return list.due("P11");
    return list.calendar.after_working_days(within_reach(*last->paid_on), list.settings.pay_days);
}

// Finance has seven working days for what is asked for (P9): so long before the day that was set for the next part, if
// there is so much time since the one before was ordered.
std::optional<domain::Due> due_of_next_request(const TaskList& list) {
    const std::optional<domain::Due> part = due_of_next_part(list);
    const PayOrder* last = last_live(list.from.ledger);
    const Entry* ordered = last == nullptr || !last->next ? nullptr : list.from.entry(last->by);
    if (!part || ordered == nullptr) return part;
    const domain::Date first = within_reach(ordered->day);
    domain::Date day = part->date;
    while (day > first && list.calendar.after_working_days(day, kRequestDays).date > part->date)
        day = day.plus_days(-1);
    return list.on_working_day(day);
}

// As far as is known: who got the part before in cash, or by somebody entrusted, needs no account for the next.
bool goes_by_bank(const Ledger& ledger) { return ledger.orders.empty() || ledger.orders.back().way == "transfer"; }

// A part that the bank sent back and nobody has ordered again: its account is looked at first.
bool is_sent_back(const Ledger& ledger) {
    return std::any_of(ledger.orders.begin(), ledger.orders.end(), [&](const PayOrder& back) {
        const auto is_again = [&back](const PayOrder& each) { return each.is_live() && each.part == back.part; };
        return back.state == PayOrder::State::Returned &&
               std::none_of(ledger.orders.begin(), ledger.orders.end(), is_again);
    });
}

// Money came back from which something was deducted before, and is owed still (A10).
bool waits_for_leader(const Ledger& ledger) {
    return ledger.sent_back && !ledger.stopped && ledger.deducted.value > 0 && ledger.open_recovery().value > 0;
}

// Whether it is paid again whole, less, or not at all is for the leader to say before anybody orders it anew.
bool add_leaders_word(TaskList& list) {
    if (!waits_for_leader(list.from.ledger)) return false;
    TaskList::Wanted wanted{"remarked", "deducted_back", list.due("P11"), list.from.ledger.sent_back};
    wanted.roles = {Leader};
    list.add(std::move(wanted));
    return true;
}

// How long finance may take no rule says (P9 ends with the request): the court's own days, after which its leader hears
// that the person waits.
std::optional<domain::Due> due_of_arrival(const TaskList& list) {
    const auto& entries = list.from.entries;
    const auto asked = std::find_if(entries.rbegin(), entries.rend(), [](const Entry& each) {
        return each.kind == "fund_requested" && each.standing == Standing::InForce;
    });
    if (asked == entries.rend()) return std::nullopt;
    return list.on_working_day(within_reach(asked->day).plus_days(list.settings.finance_days));
}

// What was asked for is awaited; or it lies with the court already, and somebody says that it is for this grant.
void add_finance(TaskList& list) {
    list.add({"fund_arrived", list.from.ledger.lies().value > 0 ? "finance_lies" : "finance", due_of_arrival(list)});
}

// Ordered is what finance has sent; what it has not is asked for, or awaited.
void add_rest(TaskList& list, bool is_for_leader) {
    const Ledger& ledger = list.from.ledger;
    const std::int64_t all = to_pay(list.from), ordered = ledger.ordered().value;
    if (ordered >= all) return;
    if (!list.from.application && list.from.accounts.given.empty() && goes_by_bank(ledger))
        list.add({"account_given", "account"});
    if (ledger.arrived.value > ordered || !list.allows("fund_requested")) {
        const bool waits = is_doubted(list.from) || is_for_leader;
        if (!waits) list.add({"pay_ordered", is_sent_back(ledger) ? "order_again" : "order", due_of_next_part(list)});
    } else if (ledger.requested.value < all) {
        list.add({"fund_requested", "P9", ledger.orders.empty() ? list.due("P9") : due_of_next_request(list)});
    } else {
        add_finance(list);
    }
}

void add_paying(TaskList& list) {
    if (is_to_be_stopped(list.from)) {
        const domain::Date since = within_reach(list.from.care.gone->day).plus_days(kHeardGoneDays);
        return list.add({"payment_stopped", "gone_stop", list.on_working_day(since), list.from.care.gone->by});
    }
    for (const PayOrder& order : list.from.ledger.orders)
        if (order.state == PayOrder::State::Ordered || order.state == PayOrder::State::Released) add_order(list, order);
    add_rest(list, add_leaders_word(list));
}

// Anybody who did not pay it; the leader, who has other things to do, where all others did.
TaskList::Wanted asking(const TaskList& list, const FactId& payment, const Payers& payers, Roles roles) {
    TaskList::Wanted wanted{"money_confirmed", "money", {}, payment};
    wanted.not_by.assign(payers.begin(), payers.end());
    const bool is_anybody = list.has_seated(roles, {}, wanted.not_by) || payers.empty();
    wanted.roles = is_anybody ? roles : Roles{Leader};
    return wanted;
}

void ask_for(TaskList& list, const FactId& payment, domain::Date paid_on, const Payers& payers) {
    const int days = list.settings.revisit.days.empty() ? 7 : list.settings.revisit.days.front();
    const domain::Date asked = within_reach(paid_on).plus_days(days);
    const auto& gone = list.from.care.gone;
    if (!gone) {
        TaskList::Wanted wanted = asking(list, payment, payers, {Registrar, Judge, Caller});
        wanted.due = list.on_working_day(asked);
        return list.add(std::move(wanted));
    }
    // Nobody calls the dead: those who come after them know, or the bank does, or nobody can be asked.
    const domain::Date since = within_reach(gone->day).plus_days(kHeardGoneDays);
    TaskList::Wanted wanted = asking(list, payment, payers, {Registrar, Judge});
    wanted.rule = "money_gone";
    wanted.due = list.on_working_day(std::max(asked, since));
    list.add(std::move(wanted));
}

// Until the person says that all of it came.
void add_confirming(TaskList& list) {
    for (const PayOrder& order : list.from.ledger.orders)
        if (order.state == PayOrder::State::Paid && order.paid_on && !order.asks_no_more)
            ask_for(list, order.by, *order.paid_on, order.payers);
    const auto& urgent = list.from.ledger.urgent;
    const bool came = urgent && urgent->confirmed && (urgent->came_whole || urgent->asks_no_more);
    if (urgent && urgent->paid && urgent->paid_on && !came)
        ask_for(list, *urgent->paid, *urgent->paid_on, urgent->payers);
}

// Money of which somebody says that it went out, and which no order covers, however the case stands: the leader finds
// out. What did not go out is set aside; what did is to come back.
void add_stray(TaskList& list) {
    for (const StrayPayment& each : list.from.ledger.stray) {
        const Entry* entry = list.from.entry(each.by);
        const bool is_void =
            entry != nullptr && (entry->standing == Standing::Refused || entry->standing == Standing::Contradicts);
        if (!is_void) continue;
        TaskList::Wanted wanted{"payment_reclaimed", "stray",
                                list.calendar.after_working_days(within_reach(entry->day), kStrayDays), each.by};
        if (each.amount.value == 0) wanted.act = "corrected";  // of no order that anybody knows
        wanted.roles = {Leader};
        list.add(std::move(wanted));
    }
}

// One serial number of the bank on two payments, by two who did not know of each other.
void add_same_proofs(TaskList& list) {
    for (const SameProof& each : list.from.ledger.same_proofs) {
        const Entry* entry = list.from.entry(each.by);
        if (each.answered || entry == nullptr || !list.from.is_in_force(each.by)) continue;
        if (!list.from.is_in_force(each.other)) continue;  // that one is in question by itself
        TaskList::Wanted wanted{"remarked", "same_proof",
                                list.calendar.after_working_days(within_reach(entry->day), kStrayDays), each.by};
        wanted.roles = {Leader};
        list.add(std::move(wanted));
    }
}

// Urgent money that the bank sent back; before the case is filed it stands among what is urgent (filing_tasks.cpp).
void add_urgent_again(TaskList& list) {
    const auto& urgent = list.from.ledger.urgent;
    if (!urgent || !urgent->is_back() || list.allows("urgent_approved")) return;
    if (!is_urgent_owed(list.from.ledger, list.from) || is_money_at_odds(list.from)) return;
    TaskList::Wanted wanted{"urgent_paid", "urgent_pay"};
    wanted.on = urgent->proposed;
    wanted.same_day = true;
    if (const Entry* back = list.from.entry(urgent->returned.back())) wanted.due = list.on_working_day(back->day);
    list.add(std::move(wanted));
}

// What a stop left with the court: as long as any payment may take.
void add_giving_back(TaskList& list) {
    const Ledger& ledger = list.from.ledger;
    const Entry* stop = ledger.left().value > 0 ? list.from.entry(ledger.stopped->by) : nullptr;
    if (stop == nullptr || is_money_at_odds(list.from)) return;
    domain::Date since = within_reach(stop->day);
    for (const NotedMoney& each : ledger.arrivals)
        since = std::max(since, within_reach(each.day));
    list.add({"fund_returned", "fund_back", list.calendar.after_working_days(since, list.settings.pay_days)});
}

// What came for a grant that was set right, once it is known that no other needs it.
void add_lying(TaskList& list) {
    const Ledger& ledger = list.from.ledger;
    if (ledger.lies().value == 0) return;
    const auto& decision = list.from.ballots.decision;
    const bool waits = !decision && !is_at_end(list.from.status);
    const bool is_needed = decision && decision->granted && !ledger.stopped && ledger.arrived < due(ledger, list.from);
    if (waits || is_needed) return;
    domain::Date since = within_reach(list.from.steps.back().day);
    for (const NotedMoney& each : ledger.lying)
        since = std::max(since, within_reach(each.day));
    list.add({"fund_returned", "fund_lies", list.calendar.after_working_days(since, list.settings.pay_days)});
}

// The day on which somebody set right what was decided.
domain::Date last_unmade(const AidCase& from) {
    domain::Date day;
    for (const Entry& each : from.entries) {
        const bool is_unmade = each.kind == "decided" && each.standing == Standing::SetAside && each.against;
        const Entry* by = is_unmade ? from.entry(*each.against) : nullptr;
        if (by != nullptr) day = std::max(day, within_reach(by->day));
    }
    return day;
}

// Nobody has taken that request back with finance, whatever is granted instead.
void add_recall_unmade(TaskList& list) {
    list.add({"fund_recalled", "recall_unmade",
              list.calendar.after_working_days(last_unmade(list.from), list.settings.pay_days)});
}

// Finance sends what was asked for, unless somebody tells it that nothing is paid any more.
void add_recall(TaskList& list) {
    const Ledger& ledger = list.from.ledger;
    if (ledger.is_recall_due() && ledger.awaited().value == 0) return add_recall_unmade(list);
    const Entry* stop = ledger.awaited().value > 0 ? list.from.entry(ledger.stopped->by) : nullptr;
    if (stop == nullptr) return;
    const domain::Date since = within_reach(stop->day);
    list.add({"fund_recalled", "recall", list.calendar.after_working_days(since, list.settings.pay_days)});
}

// Whether aid is deducted from what was collected, or left to the person and why, a judge says; too late, the leader.
void add_weighing(TaskList& list) {
    const Ledger& ledger = list.from.ledger;
    if (ledger.to_weigh().value == 0 || !may_be_deducted(list.from)) return;
    for (const Enforcement& each : ledger.enforcements) {
        if (each.weighed) continue;
        const domain::Date since = within_reach(each.money.day).plus_days(kWeighDays);
        TaskList::Wanted wanted{"recovery_decided", "deduct", list.on_working_day(since), each.money.by};
        wanted.roles = {Judge};
        return list.add(std::move(wanted));
    }
}

// The person is told before anybody waits for the money; who has died is told nothing, nor who never had it: the bank
// sent it back. Each decision by itself; and what went out beside the case, which nobody decided, also when it is over.
void add_recovery(TaskList& list, bool is_over) {
    const Ledger& ledger = list.from.ledger;
    const std::vector<domain::Fen> open = ledger.open_parts();
    const bool owes = owes_recovery(list.from) && !list.from.care.has_died();
    for (std::size_t i = 0; i < open.size(); ++i) {
        const Recovery& each = ledger.recoveries[i];
        if (is_over && each.is_decision()) continue;
        const domain::Date since = within_reach(each.on);
        if (owes && each.is_decision() && !each.told)
            list.add({"served", "recovery_told", list.calendar.after_working_days(since, list.settings.serve_days),
                      each.by});
        if (open[i].value == 0 || ledger.open_recovery().value == 0) continue;
        if (!each.is_decision() && !each.told && !list.from.care.has_died())
            list.add(
                {"served", "reclaim_told", list.calendar.after_working_days(since, list.settings.serve_days), each.by});
        const domain::Date until = each.until.value_or(since.plus_days(list.settings.recover_days));
        list.add({"recovered", each.is_decision() ? "recovery" : "reclaim", list.on_working_day(until), each.by});
    }
}

void add_recovering(TaskList& list) {
    const Ledger& ledger = list.from.ledger;
    if (is_urgent_to_take_back(ledger, list.from))
        list.add({"recovery_decided", "A8", list.due("A8"), ledger.urgent->paid});
}

}  // namespace

bool is_to_be_stopped(const AidCase& from) {
    const bool pays = from.status == Status::Notified || from.status == Status::PaidPart;
    return pays && from.care.has_died() && !from.ledger.stopped;
}

void add_money_tasks(TaskList& list) {
    add_giving_back(list);
    add_lying(list);
    add_recall(list);
    add_weighing(list);  // money is collected years after a case was closed
    add_stray(list);
    add_same_proofs(list);
    add_recovery(list, is_at_end(list.from.status));
    if (is_at_end(list.from.status)) return;
    switch (list.from.status) {
        case Status::DecidedGrant: add_request(list); break;
        case Status::FundReq: add_finance(list); break;
        case Status::FundIn: list.add({"applicant_called", "P10", list.due("P10")}); break;
        case Status::Notified:
        case Status::PaidPart: add_paying(list); break;
        default: break;
    }
    add_confirming(list);
    add_urgent_again(list);
    add_recovering(list);
}

}  // namespace courtyard::cases
