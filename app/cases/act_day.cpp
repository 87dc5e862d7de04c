#include "app/cases/act_day.hpp"

#include <algorithm>
#include <array>

#include "app/cases/act_table.hpp"

namespace courtyard::cases {

namespace {

// Steps whose state a part of the case chooses: their rows name none.
bool is_step(const Fact& fact) {
    constexpr std::array<std::string_view, 10> kByParts{
        "assigned",     "department_asked", "urgent_paid", "decided",      "fund_requested",
        "fund_arrived", "applicant_called", "pay_made",    "pay_returned", "payment_stopped"};
    const ActRule* rule = find_act(fact.kind);
    return (rule != nullptr && rule->leads_to) ||
           std::find(kByParts.begin(), kByParts.end(), fact.kind) != kByParts.end();
}

// A case is opened on the laptop when somebody has the time: what was done on paper since the application came is
// entered with its own day.
domain::Date day_of_last_step(const AidCase& so_far) {
    const Step& last = so_far.steps.back();
    return so_far.steps.size() == 1 ? std::min(last.day, so_far.received_on) : last.day;
}

// What is done for this case alone, and so never before somebody asked for aid. Statements and proofs may be older.
bool is_for_this_case(std::string_view kind) {
    constexpr std::array<std::string_view, 6> kKinds{"site_visited", "report_written", "ballot_opened",
                                                     "vote_cast",    "hearing_called", "hearing_held"};
    return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

// Time that stood still before the case was filed would lengthen a limit that had not begun.
bool stops_the_clock(std::string_view kind) { return kind == "clock_paused" || kind == "clock_resumed"; }

// A day that people are told: they cannot come, or bring something, before they heard of it.
bool is_told_too_late(const Fact& fact, domain::Date on) {
    const auto told = fact.kind == "hearing_called" ? fact.date("day")
                      : fact.kind == "clock_paused" ? fact.date("until")
                      : fact.kind == "pay_ordered"  ? fact.date("next")
                                                    : std::nullopt;
    return told && *told < on;
}

// People were called to a day that has not come, and to none before it: moved forward, they are called anew.
bool is_held_early(const AidCase& so_far, const Fact& fact) {
    if (fact.kind != "hearing_held") return false;
    bool is_called = false;
    for (const Hearing& each : so_far.clock.hearings) {
        if (!each.is_open()) continue;
        if (each.day <= fact.day()) return false;
        is_called = true;
    }
    return is_called;
}

Verdict wrong_next(const Fact& fact) {
    const auto next = fact.date("next"), again = fact.date("again");
    if (fact.kind == "revisit_made" && next && *next < fact.day()) return refuse("revisit.next");
    if (fact.kind != "revisit_tried") return std::nullopt;
    if (again && *again < fact.day()) return refuse("revisit.again");
    return fact.text("outcome") == "later" && !again ? refuse("revisit.later") : Verdict{};
}

// Time runs again from a day on which it stood still. Of several pauses whoever names no ground may mean any.
bool ends_before_it_began(const AidCase& so_far, const Fact& fact, domain::Date on) {
    const bool is_review = fact.kind == "resumed";
    if (!is_review && fact.kind != "clock_resumed") return false;
    const std::string_view ground = is_review ? kSuspension : fact.text("ground");
    return std::any_of(so_far.clock.pauses.begin(), so_far.clock.pauses.end(), [&](const Clock::Pause& each) {
        const bool is_meant = ground.empty() ? each.ground != kSuspension : each.ground == ground;
        return each.is_open() && is_meant && on < each.from;
    });
}

// The paper that says what is paid back: the one of what is named, else of the first that nobody has served.
bool tells_recovery_early(const AidCase& so_far, const Fact& fact, domain::Date on) {
    if (fact.kind != "served") return false;
    const auto named = fact.fact("decision");
    const auto& all = so_far.ledger.recoveries;
    const auto told = std::find_if(all.begin(), all.end(), [&](const Recovery& each) {
        return each.paper() == fact.text("paper") && (named ? each.by == *named : !each.told);
    });
    return told != all.end() && on < told->on;
}

// What came of a referral or of a promise came after it.
Verdict before_it_was_made(const AidCase& so_far, const Fact& fact, domain::Date on) {
    const auto referral = fact.kind == "promised" ? std::nullopt : fact.fact("referral");
    if (const Referral* of = referral ? so_far.care.find_referral(*referral) : nullptr) {
        // Whoever is told that it was revoked hears it after that.
        const domain::Date ended = of->is_called_off() ? of->called_off_on() : of->since;
        const domain::Date first = fact.kind == "referral_told" ? ended : of->sent_on;
        if (on < first) return refuse("referral.day");
    }
    const auto promise = promise_move(fact.kind) ? fact.fact("promise") : std::nullopt;
    if (const Promise* of = promise ? so_far.care.find_promise(*promise) : nullptr)
        if (on < of->made_on) return refuse("promise.day");
    return std::nullopt;
}

}  // namespace

Verdict wrong_day(const AidCase& so_far, const Fact& fact) {
    if (is_told_too_late(fact, fact.day())) return refuse("day.past");
    if (auto wrong = wrong_next(fact)) return wrong;
    if (is_held_early(so_far, fact)) return refuse("hearing.before");
    const domain::Date today = domain::Date::in_china(fact.claimed);
    // What came by mail bears the day of another clock.
    const bool is_told = fact.kind == "case_opened" && !fact.has("application");
    const auto came = is_told ? fact.date("received_on") : std::nullopt;
    if (came && *came > today) return refuse("on.future");
    const auto on = fact.date("on");
    if (!on) return std::nullopt;
    if (*on > today) return refuse("on.future");
    if (is_step(fact) && !so_far.steps.empty() && *on < day_of_last_step(so_far)) return refuse("on.before");
    if (is_for_this_case(fact.kind) && !so_far.steps.empty() && *on < so_far.received_on)
        return refuse("on.before_case");
    const auto filed = so_far.day_of(Status::Filed);
    if (stops_the_clock(fact.kind) && filed && *on < *filed) return refuse("on.before");
    if (fact.kind == "linkage_answered" || fact.kind == "linkage_told") {
        const Linkage* asked = so_far.care.find_linkage(fact.fact("linkage").value_or(FactId{}));
        if (asked != nullptr && *on < asked->since) return refuse("on.before");
    }
    const auto& decision = so_far.ballots.decision;
    const bool serves = fact.kind == "served" && is_end_of_case(fact.text("paper"));
    if (serves && decision && *on < decision->day) return refuse("on.before");
    if (tells_recovery_early(so_far, fact, *on)) return refuse("on.before");
    if (ends_before_it_began(so_far, fact, *on)) return refuse("clock.day");
    return before_it_was_made(so_far, fact, *on);
}

}  // namespace courtyard::cases
