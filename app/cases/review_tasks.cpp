// From the assignment to the decision and its serving (P6 to P8).
#include <algorithm>

#include "app/cases/paused_days.hpp"
#include "app/cases/task_list.hpp"

namespace courtyard::cases {

namespace {

using enum Role;
using Wanted = TaskList::Wanted;

constexpr std::size_t kBallotVotersMin = 3;
constexpr int kDoubtDays = 3;
constexpr int kCallAnewDays = 3;  // after the review goes on
constexpr int kExtendDays = 14;   // so long before the last day the leader is asked for another month

Wanted in_review(const TaskList& list, std::string_view act, std::string rule) {
    Wanted wanted{act, std::move(rule)};
    wanted.due = list.due("P7");
    if (!wanted.due) wanted.due = list.due("P7m");
    return wanted;
}

// Somebody found that the person was helped for the same before: whoever goes on is told so.
void add_by_handler(TaskList& list, Wanted wanted) {
    const bool is_told = wanted.rule == "report" || wanted.rule == "decide";
    if (is_told && !list.from.inquiry.earlier_aid().empty()) wanted.rule += "_aided";
    wanted.person = list.from.members.handler;
    list.add(std::move(wanted));
}

// No rule says how long a case may stand still (P7y): the court looks from time to time whether the reason is there
// still.
void add_look_again(TaskList& list, const FactId& suspended) {
    const Entry* last = nullptr;
    for (const Entry& entry : list.from.entries)
        if (entry.standing == Standing::InForce && (entry.id == suspended || entry.kind == "suspension_kept"))
            last = &entry;
    if (last == nullptr) return;
    const domain::Date look = within_reach(last->day).plus_days(list.settings.suspended_days);
    list.add({"suspension_kept", "suspended_look", list.on_working_day(look), suspended});
}

// The limit of the review moves on with every day that time stands still: this one does not.
domain::Due look_at_pause(const TaskList& list, std::string_view ground) {
    std::optional<domain::Date> look;
    for (const Clock::Pause& each : list.from.clock.pauses) {
        if (!each.is_open() || each.ground != ground) continue;
        const domain::Date day = within_reach(each.until.value_or(within_reach(each.from).plus_days(kPausedDays)));
        look = look ? std::max(*look, day) : day;
    }
    return list.on_working_day(look.value_or(list.today));
}

// Each ground has a task of its own: what came for one of them says nothing of the others.
void add_stopped(TaskList& list) {
    std::vector<std::string_view> told;
    for (const Clock::Pause& each : list.from.clock.pauses) {
        if (!each.is_open() || std::find(told.begin(), told.end(), each.ground) != told.end()) continue;
        told.push_back(each.ground);
        if (each.ground != kSuspension) {
            list.add(
                {"clock_resumed", std::string(kPausedRule) + each.ground, look_at_pause(list, each.ground), each.by});
            continue;
        }
        list.add({"resumed", "suspended", {}, each.by});
        add_look_again(list, each.by);
    }
}

void add_extension(TaskList& list) {
    const Deadline* months = list.open_limit("P7m");
    if (months == nullptr || list.from.clock.extended || !list.from.clock.complex) return;
    const auto left = months->due.date.days_since(list.today);
    if (left > kExtendDays || left < 0) return;  // what is late is not made longer
    list.add({"time_extended", "P7m", months->due, months->by});
}

// Time that somebody let stand still after the last day: whether it counts, the leader says.
void add_late_pauses(TaskList& list) {
    const Deadline* limit = list.open_limit("P7");
    if (limit == nullptr) limit = list.open_limit("P7m");
    if (limit == nullptr || limit->state != Deadline::State::Overdue) return;
    for (const FactId& each : limit->late_pauses)
        list.add({"pause_agreed", "late_pause", {}, each});
}

// What is missing before the report comes first; then the report. Which of a petition's two things is there first does
// not matter.
void add_report(TaskList& list, const std::optional<FactId>& on = {}) {
    const AidCase& from = list.from;
    bool is_ready = true;
    const auto want = [&](std::string_view act, const std::string& rule) {
        Wanted wanted = in_review(list, act, rule);
        wanted.roles = {Judge};
        add_by_handler(list, std::move(wanted));
        is_ready = false;
    };
    for (const std::string& each : missing_for(from, "grant")) {
        if (each == "commitment") {
            // Who does not want to promise was asked.
            if (!from.findings.commitment) want("commitment_taken", each);
        } else if (is_ready) {
            want("element_found", "element." + each);
        }
    }
    if (!is_ready) return;
    const Ballots& ballots = list.from.ballots;
    const bool is_void = !ballots.reports.empty() && ballots.last_report() == nullptr;
    Wanted report = in_review(list, "report_written", is_void ? "report_anew" : "report");
    report.on = on;
    add_by_handler(list, std::move(report));
}

// Three who vote: for the panel judges and registrars, for a committee its members, judges and the leader.
void add_opening(TaskList& list) {
    const bool is_panel = !list.from.ballots.body_in_charge();
    const Roles voters = is_panel ? Roles{Judge, Registrar} : Roles{Committee, Judge, Leader};
    const bool enough = list.count_seated(voters) >= kBallotVotersMin ||
                        (is_panel && list.count_seated({Committee, Judge, Leader}) >= kBallotVotersMin);
    if (enough) {
        const bool is_aided = !list.from.inquiry.earlier_aid().empty();
        Wanted wanted = in_review(list, "ballot_opened", is_aided ? "ballot_aided" : "ballot");
        wanted.on = list.from.ballots.last_report()->by;
        list.add(std::move(wanted));
    } else {
        Wanted wanted = in_review(list, "joined", is_panel ? "seat.judge" : "seat.committee");
        wanted.roles = {Registrar, Leader};
        list.add(std::move(wanted));
    }
}

// Of those who laid it the first that is still there, or whoever has the case.
std::optional<base::PersonId> who_laid(const AidCase& from, const Ballot& ballot) {
    for (const FactId& by : ballot.laid_by)
        if (const Entry* laid = from.entry(by); laid != nullptr && from.members.has(laid->author)) return laid->author;
    return from.members.handler;
}

// Of what lies before voters something was found otherwise: whoever laid it looks whether it is laid anew.
void add_found_anew(TaskList& list, const Ballot& ballot) {
    for (const Findings::Anew& each : list.from.findings.anew) {
        if (each.ballot != ballot.by || each.answered) continue;
        Wanted look = in_review(list, "remarked", "found_anew");
        look.on = each.by;
        look.person = who_laid(list.from, ballot);
        list.add(std::move(look));
    }
}

FactId last_vote(const Ballot& ballot, const base::PersonId& voter) {
    FactId last = ballot.by;
    for (const Vote& vote : ballot.cast)
        if (vote.voter == voter) last = vote.by;
    return last;
}

// Who signed two votes takes one back. Where only the amount waits, whoever leads the case's list may say that a voter
// cannot vote and has left: then nobody waits for them.
void add_votes(TaskList& list, const Ballot& ballot) {
    for (const base::PersonId& voter : ballot.tally.voters) {
        if (ballot.tally.votes.contains(voter) || !list.from.members.has(voter)) continue;
        const bool twice =
            std::find(ballot.tally.at_odds.begin(), ballot.tally.at_odds.end(), voter) != ballot.tally.at_odds.end();
        const char* rule = ballot.tally.amount_open ? "vote_amount" : "vote";
        Wanted wanted = in_review(list, twice ? "corrected" : "vote_cast", rule);
        wanted.on = twice ? last_vote(ballot, voter) : ballot.by;
        wanted.person = voter;
        list.add(std::move(wanted));
    }
}

// Where urgent money went out the review ends with a decision (A8): the report that asked for an end without one falls.
Wanted take_report_back(const TaskList& list, const FactId& report) {
    Wanted wanted = in_review(list, "corrected", "terminate");
    wanted.on = report;
    wanted.roles = {Registrar, Leader};
    return wanted;
}

// Who has died needs no decision: the case may end (A8).
bool has_urgent_money(const AidCase& from) { return from.ledger.urgent_paid().value > 0 && !from.care.has_died(); }

void add_after_vote(TaskList& list, const Ballot& ballot) {
    Wanted wanted = in_review(list, "decided", "decide");
    switch (ballot.tally.state) {
        case Tally::State::Open: return add_votes(list, ballot);
        case Tally::State::Grant:
        case Tally::State::Refuse: break;
        case Tally::State::Return: return add_report(list, ballot.by);
        case Tally::State::Terminate:
            if (has_urgent_money(list.from)) return list.add(take_report_back(list, ballot.report));
            wanted.act = "terminated", wanted.rule = "terminate";
            break;
        case Tally::State::Split:
            wanted.act = ballot.body == "adjudication" ? "report_written" : "sent_upward";
            wanted.rule = "split";
            break;
    }
    wanted.on = ballot.by;
    add_by_handler(list, std::move(wanted));
}

// The end of the time in which the review stood still over the day to which people were called.
std::optional<domain::Date> stood_still(const AidCase& from, domain::Date day) {
    for (const Clock::Pause& each : from.clock.pauses)
        if (each.ground == kSuspension && each.to && each.from <= day && day < *each.to) return each.to;
    return std::nullopt;
}

void add_deciding(TaskList& list) {
    const Ballots& ballots = list.from.ballots;
    const Report* report = ballots.last_report();
    if (report == nullptr) return add_report(list);
    if (const Ballot* ballot = ballots.current()) {
        add_found_anew(list, *ballot);
        return add_after_vote(list, *ballot);
    }
    if (report->proposal == "terminate") {
        const bool may = !has_urgent_money(list.from);
        return add_by_handler(
            list, may ? in_review(list, "terminated", "terminate") : in_review(list, "report_written", "report"));
    }
    add_opening(list);
}

std::optional<domain::Due> due_to_tell(const TaskList& list, domain::Date since) {
    return list.calendar.after_working_days(within_reach(since), list.settings.serve_days);
}

void add_told(TaskList& list) {
    const Deadline* serve = list.from.care.has_died() ? nullptr : list.open_limit("P8");
    if (serve != nullptr) list.add({"served", "P8", serve->due, serve->by});
    // Whatever other help was asked for since.
    const auto day = list.from.day_of(Status::NotFiled);
    if (!day || is_told_not_filed(list.from) || is_opinion_at_odds(list.from)) return;
    list.add({"served", "told", due_to_tell(list, *day)});
}

// Whether somebody said something after that fact.
bool has_spoken(const AidCase& from, const base::PersonId& person, const FactId& after) {
    bool is_after = false;
    for (const Entry& entry : from.entries) {
        if (is_after && entry.kind == "remarked" && entry.author == person && entry.standing == Standing::InForce)
            return true;
        is_after |= entry.id == after;
    }
    return false;
}

// Whose correction came too late, without their knowing: the decision had counted what they took back. They hear of it,
// and say what they think.
void add_unheard(TaskList& list) {
    const Decision& decision = *list.from.ballots.decision;
    const std::vector<FactId> open = decision.open_doubts();
    const auto& entries = list.from.entries;
    for (const FactId& each : decision.doubts) {
        const Entry* doubt = list.from.entry(each);
        if (doubt == nullptr || doubt->kind != "corrected" || doubt->standing != Standing::Refused) continue;
        const bool is_asked = doubt->role == Leader || (!open.empty() && list.allows("decision_kept") &&
                                                        list.from.members.handler == doubt->author);
        if (is_asked || !list.from.members.has(doubt->author)) continue;
        const auto later = std::find_if(entries.rbegin(), entries.rend(), [&](const Entry& entry) {
            return entry.id == doubt->id || entry.id == decision.by;
        });
        if (has_spoken(list.from, doubt->author, later->id)) continue;
        Wanted told{"remarked", "doubt_unheard", {}, doubt->id};
        told.person = doubt->author;
        list.add(std::move(told));
    }
}

// Who signed the decision does not say that it stands all the same: another leader does, who may have to join first.
Wanted doubt_for_leader(const TaskList& list, const domain::Due& due) {
    const Decision& decision = *list.from.ballots.decision;
    Wanted kept{"decision_kept", "doubt", due, decision.open_doubts().back()};
    const Entry* decided = list.from.entry(decision.by);
    if (decided == nullptr || decided->role != Leader) return kept;
    kept.except = decided->author;
    if (list.has_seated({Leader}, kept.except)) return kept;
    Wanted seat{"joined", "doubt_seat", due, kept.on};
    seat.roles = {Registrar, Leader};
    return seat;
}

}  // namespace

void add_doubt_tasks(TaskList& list) {
    const auto& decision = list.from.ballots.decision;
    if (decision && !is_at_end(list.from.status)) add_unheard(list);
    const std::vector<FactId> open = decision ? decision->open_doubts() : std::vector<FactId>{};
    if (open.empty()) return;
    const Entry* last = list.from.entry(open.back());
    const domain::Date since = within_reach(last == nullptr ? decision->day : std::max(last->day, decision->day));
    const domain::Due due = list.calendar.after_working_days(since, kDoubtDays);
    list.add(doubt_for_leader(list, due));
    const auto& judge = list.from.members.handler;
    if (!judge || !list.allows("decision_kept") || has_spoken(list.from, *judge, open.back())) return;
    Wanted asked{"remarked", "doubt_judge", due, open.back()};
    asked.person = judge;
    list.add(std::move(asked));
}

void add_telling(TaskList& list) {
    if (const auto untold = untold_step(list.from))
        list.add({"served", std::string(kToldRule) + std::string(untold->paper), due_to_tell(list, untold->step->day),
                  untold->step->by});
}

// On the day itself, which the people were told, whatever day of the week it is. Where the review stands still or is
// over before it, they are told not to come; where it stood still over that day, they are called to another.
void add_hearing_tasks(TaskList& list) {
    const AidCase& from = list.from;
    const bool goes_on = from.status == Status::Filed || from.status == Status::Review;
    for (const Hearing& each : from.clock.hearings) {
        if (!each.is_open()) continue;
        const domain::Due day{each.day, false};
        const auto until = stood_still(from, each.day);
        if (goes_on && until)
            list.add({"hearing_called", "hearing_anew",
                      list.on_working_day(within_reach(*until).plus_days(kCallAnewDays)), each.by});
        else if (goes_on)
            list.add({"hearing_held", "hearing", day, each.by});
        else if (!from.steps.empty() && from.steps.back().day <= each.day)
            list.add({"hearing_called_off", "hearing_off", day, each.by});
    }
}

void add_review_tasks(TaskList& list) {
    add_stopped(list);
    // The judge may have left, or be in conflict: then somebody else is given the case before it goes on.
    const bool has_judge = list.from.members.handler.has_value();
    const bool goes_on = list.from.status == Status::Filed || list.from.status == Status::Review;
    if (goes_on && !has_judge) list.add(in_review(list, "assigned", "assign"));
    if (list.from.status == Status::Review && has_judge) add_deciding(list);
    if (list.allows("time_extended")) add_extension(list);
    add_late_pauses(list);
    add_told(list);
}

}  // namespace courtyard::cases
