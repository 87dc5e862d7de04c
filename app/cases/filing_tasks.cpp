// Asking, one list of papers, filing (P1b, P3 to P5); urgent money before it (P12).
#include <algorithm>

#include "app/cases/money_at_odds.hpp"
#include "app/cases/paused_days.hpp"
#include "app/cases/task_list.hpp"

namespace courtyard::cases {

namespace {

using enum Role;

// Once approved it waits for nothing, whether the case is filed meanwhile or not. Money that came back after that:
// money_tasks.cpp.
void add_urgent(TaskList& list) {
    const auto& urgent = list.from.ledger.urgent;
    const bool is_before = list.allows("urgent_approved");
    if (!urgent || urgent->paid || (!is_before && (!urgent->approved || urgent->is_back()))) return;
    if (urgent->approved && !is_urgent_owed(list.from.ledger, list.from)) return;  // finance was asked for all
    if (urgent->approved && is_money_at_odds(list.from)) return;
    const Entry* proposed = list.from.entry(urgent->proposed);
    TaskList::Wanted wanted{urgent->approved ? "urgent_paid" : "urgent_approved",
                            urgent->approved ? "urgent_pay" : "urgent"};
    wanted.on = urgent->proposed;
    wanted.same_day = true;
    if (proposed != nullptr) wanted.due = list.on_working_day(proposed->day);
    if (!urgent->approved) wanted.except = urgent->proposer;
    list.add(std::move(wanted));
}

// Asked after the papers were: it may still answer, and what it says counts.
void add_department_aside(TaskList& list) {
    const Inquiry& inquiry = list.from.inquiry;
    if (!inquiry.department_asked) return list.add({"department_asked", "P1b"});
    if (is_opinion_at_odds(list.from)) return;
    if (!inquiry.department_answered) {
        if (list.open_limit("P3") != nullptr)
            list.add({"department_answered", "P3", list.due("P3"), inquiry.department_asked});
    } else if (!inquiry.fits) {
        list.add({"not_filed", "P3c", {}, inquiry.department_answered});
    }
}

void add_department(TaskList& list) {
    const Inquiry& inquiry = list.from.inquiry;
    if (is_opinion_at_odds(list.from)) return;
    if (!inquiry.department_answered)
        list.add({"department_answered", "P3", list.due("P3"), inquiry.department_asked});
    else if (inquiry.fits)
        list.add({"sent_to_filing", "P3c", list.due("P3c"), inquiry.department_answered});
    else
        list.add({"not_filed", "P3c", list.due("P3c"), inquiry.department_answered});
}

// Somebody says that it cannot wait: that is looked at before all else, until aid is proposed, or a person says why it
// can (OUT-A1).
void add_urgent_asked(TaskList& list) {
    const Inquiry& inquiry = list.from.inquiry;
    const Entry* opening = inquiry.urgent ? list.from.entry(*inquiry.urgent) : nullptr;
    if (opening == nullptr || inquiry.waits || list.from.ledger.urgent) return;
    TaskList::Wanted wanted{"urgent_proposed", "urgent_asked"};
    wanted.same_day = true;
    wanted.due = list.on_working_day(opening->day);
    list.add(std::move(wanted));
}

// The day on which somebody noted that it goes on after it was given up; a clock that is ahead says no later day than
// today.
domain::Date last_taken_up(const TaskList& list) {
    domain::Date day;
    for (std::size_t i = 1; i < list.from.steps.size(); ++i) {
        const bool is_back =
            list.from.steps[i - 1].to == Status::Abandoned && list.from.steps[i].to == Status::NeedMore;
        const Entry* by = is_back ? list.from.entry(list.from.steps[i].by) : nullptr;
        if (by != nullptr) day = std::min(by->signed_on(), list.today);
    }
    return day;
}

// After the day that the court set the office looks at it on the next working day: abandoned, or late for a reason.
// Taken up again with papers still missing, it is looked at on the next working day after that.
void add_papers(TaskList& list) {
    const Inquiry& inquiry = list.from.inquiry;
    if (!inquiry.more || inquiry.still_missing().empty()) {
        if (!is_opinion_at_odds(list.from)) list.add({"sent_to_filing", "P3c", list.due("P3c")});
        return;
    }
    const auto until = list.due("P4");
    const bool late = until && until->date < list.today;
    list.add({"more_came", "P4", late ? std::nullopt : until, inquiry.more->by});
    if (!late) return;
    const auto look = list.calendar.after_working_days(std::max(until->date, last_taken_up(list)), 1);
    list.add({"abandoned", "P4", domain::Due{look.date, look.provisional || until->provisional}, inquiry.more->by});
}

void add_filing(TaskList& list) {
    if (is_opinion_at_odds(list.from)) return;
    list.add({"filed", "P5", list.due("P5")});
    if (const auto& no = list.from.inquiry.unheard) list.add({"not_filed", "opinion_no", list.due("P5"), no});
}

// Who did not file it had not heard that the department thinks otherwise: it is filed after all, or somebody says why
// not.
void add_not_filed(TaskList& list) {
    const auto& yes = list.from.inquiry.unheard;
    const Entry* answer = yes && !is_opinion_at_odds(list.from) ? list.from.entry(*yes) : nullptr;
    if (answer == nullptr) return;
    const domain::Date since = within_reach(std::max(answer->day, list.from.steps.back().day));
    TaskList::Wanted wanted{"remarked", "opinion_yes", list.calendar.after_working_days(since, kOpinionDays), yes};
    wanted.roles = {Registrar, Leader};
    list.add(std::move(wanted));
}

}  // namespace

void add_filing_tasks(TaskList& list) {
    add_urgent(list);
    add_urgent_asked(list);
    switch (list.from.status) {
        case Status::Received: list.add({"department_asked", "P1b"}); break;
        case Status::AskDept: add_department(list); break;
        case Status::NeedMore:
            add_papers(list);
            add_department_aside(list);
            break;
        case Status::ToFiling: add_filing(list); break;
        case Status::NotFiled: add_not_filed(list); break;
        case Status::UrgentPaid:
            list.add({"filed", "P12", list.due("P12")});
            add_department_aside(list);
            break;
        default: break;
    }
}

}  // namespace courtyard::cases
