#include "app/cases/deadlines.hpp"

#include <algorithm>
#include <array>

#include "app/cases/paused_days.hpp"

namespace courtyard::cases {

namespace {

using domain::Calendar;
using domain::Date;
using domain::Due;
using Unit = TermRule::Unit;
using State = Deadline::State;
using TS = TermSettings;

bool papers_are_complete(const AidCase& from, const TS& /*settings*/) {
    return from.inquiry.more && from.inquiry.still_missing().empty();
}
// Where the case stood when the last of the papers came that it waited for.
std::optional<Status> last_came_in(const AidCase& from) {
    std::optional<Status> in;
    Status status = Status::Synced;
    for (const Entry& entry : from.entries) {
        if (entry.standing != Standing::InForce) continue;
        const bool waits = status == Status::NeedMore || status == Status::Abandoned;
        if (waits && entry.kind == "more_came") in = status;
        for (const Step& step : from.steps)
            if (step.by == entry.id) status = step.to;
    }
    return in;
}
bool is_completed(const AidCase& from, const TS& settings) {
    return papers_are_complete(from, settings) && last_came_in(from) == Status::NeedMore;
}
// It goes on because of papers that had come in time, and they were the last.
bool is_back(const AidCase& from, const TS& settings) {
    return from.status != Status::Abandoned && papers_are_complete(from, settings) &&
           last_came_in(from) == Status::Abandoned;
}
bool is_granted(const AidCase& from) { return from.ballots.decision && from.ballots.decision->granted; }
// Urgent aid may have paid all that was granted: then calling the person is the end of it.
bool has_rest_to_pay(const AidCase& from, const TS& /*settings*/) {
    return !is_granted(from) || urgent_share(from.ledger, from) < from.ballots.decision->amount;
}
// Its judge said in time why it is a hard one, or the leader gave it even more: its ten days are no measure any more.
bool is_simple(const AidCase& from, const TS& /*settings*/) { return !from.clock.complex && !from.clock.extended; }
// Who is told in another way that the case has ended is owed no decision that was never carried out.
bool goes_on(const AidCase& from, const TS& /*settings*/) { return from.status != Status::Terminated; }
bool has_party_step(const AidCase& from, const TS& settings) { return is_granted(from) && settings.party_step; }
bool has_no_party_step(const AidCase& from, const TS& settings) { return is_granted(from) && !settings.party_step; }

// Refused after urgent aid: what was paid is taken back with the decision that says so (A8).
bool has_urgent_to_take_back(const AidCase& from, const TS& /*settings*/) {
    const auto& decision = from.ballots.decision;
    return decision && !decision->granted && from.ledger.urgent_paid().value > 0;
}

// After these nothing is paid any more.
constexpr std::string_view kStops = "payment_stopped recovery_decided";

// D1, D2, D3: the opinions of 2014 and 2016 and the courts' procedure of 2019; article numbers of D3 are to be checked
// with the court (section 12 of the domain report). The second P7 is the outer limit of the first: a case that its
// judge finds complex has two months ("found_complex", in time: may_be_complex), and one more when the leader allows it
// (P7x, P7y: paused_days.hpp).
constexpr std::array kTable{
    TermRule{.id = "P3",  // the department of the original case says what it thinks
             .length = 5,
             .from = "department_asked",
             .until = "department_answered sent_to_filing not_filed",
             .drops = "more_asked filed withdrawn",
             .act = "department_answered",
             .source = "D3; row P3"},
    TermRule{.id = "P3c",  // and passes it on: the same five days, once it has said so,
             .length = 5,
             .from = "department_answered",
             .in = Status::AskDept,
             .until = "sent_to_filing not_filed",
             .drops = "more_asked filed withdrawn",
             .act = "sent_to_filing",
             .source = "row P3, by analogy"},
    TermRule{.id = "P3c",  // or once the papers are complete
             .length = 5,
             .from = "more_came",
             .in = Status::NeedMore,
             .until = "sent_to_filing",
             .drops = "filed abandoned not_filed withdrawn",
             .applies = is_completed,
             .act = "sent_to_filing",
             .source = "D3; row P3"},
    TermRule{.id = "P3c",  // or once it shows that they had come before the case was given up
             .length = 5,
             .from = "more_came",
             .in = Status::Abandoned,
             .until = "sent_to_filing",
             .drops = "filed abandoned not_filed withdrawn",
             .applies = is_back,
             .act = "sent_to_filing",
             .source = "D3; row P3"},
    TermRule{.id = "P4",  // the applicant's papers: the day that the court set
             .unit = Unit::SetDay,
             .from = "more_asked",
             .until = "sent_to_filing",
             .drops = "filed abandoned not_filed withdrawn",
             .act = "more_came",
             .source = "D3; row P4"},
    TermRule{.id = "P5",  // number, notice, over to the office of the committee
             .length = 5,
             .from = "sent_to_filing",
             .until = "filed",
             .drops = "more_asked not_filed withdrawn",
             .act = "filed",
             .source = "D3; row P5"},
    TermRule{.id = "P12",  // after urgent money the case must be filed; no days are fixed
             .configured = &TS::urgent_filing_days,
             .from = "urgent_paid",
             .until = "filed",
             .drops = "withdrawn",
             .act = "filed",
             .source = "D3, urgent aid; rows P12, A8"},
    TermRule{.id = "P7",
             .length = 10,
             .from = "filed",
             .until = "decided terminated",
             .drops = "withdrawn",
             .applies = is_simple,
             .has_pauses = true,
             .act = "decided",
             .source = "D1, D2; row P7"},
    TermRule{.id = "P7m",
             .unit = Unit::Months,
             .length = 2,  // and one more with "time_extended"
             .from = "filed",
             .until = "decided terminated",
             .drops = "withdrawn",
             .has_pauses = true,
             .act = "decided",
             .source = "D3; row P7"},
    TermRule{.id = "P8",  // refusals, too, are told and explained
             .configured = &TS::serve_days,
             .from = "decided",
             .until = "served",
             .applies = goes_on,
             .act = "served",
             .source = "D3, \"promptly\"; row P8"},
    TermRule{.id = "A8",  // no days are fixed: the person is told of the refusal and of this together
             .configured = &TS::serve_days,
             .from = "decided",
             .until = "recovery_decided",
             .applies = has_urgent_to_take_back,
             .act = "recovery_decided",
             .source = "urgent aid, row A8; as P8, by analogy"},
    TermRule{.id = "party",  // only where the court's province has this step
             .configured = &TS::party_days,
             .from = "decided",
             .until = "party_approved fund_requested applicant_called",
             .drops = kStops,
             .applies = has_party_step,
             .act = "party_approved",
             .source = "rules of some provinces; section 4, last lines"},
    TermRule{.id = "P9",
             .length = 7,
             .from = "decided",
             .until = "fund_requested applicant_called",
             .drops = kStops,
             .applies = has_no_party_step,
             .act = "fund_requested",
             .source = "D2, D3; row P9"},
    TermRule{.id = "P9",
             .length = 7,
             .from = "party_approved",
             .until = "fund_requested applicant_called",
             .drops = kStops,
             .applies = has_party_step,
             .act = "fund_requested",
             .source = "D2, D3; row P9"},
    TermRule{.id = "P10",  // once: for later parts of the sum nobody is called again
             .length = 2,
             .from = "fund_arrived",
             .in = Status::FundReq,
             .until = "applicant_called",
             .drops = kStops,
             .act = "applicant_called",
             .source = "D1; row P10"},
    TermRule{.id = "P11",  // later parts of a sum have the days of their approval
             .configured = &TS::pay_days,
             .from = "applicant_called pay_returned",
             .until = "pay_made",
             .drops = kStops,
             .applies = has_rest_to_pay,
             .act = "pay_made",
             .source = "D3, \"promptly\"; row P11"},
};
constexpr TermRule kYearReport{
    .id = "P15", .unit = Unit::Months, .length = 1, .act = "report_sent", .source = "D2; row P15"};

bool is_among(std::string_view word, std::string_view words) {
    for (std::size_t from = 0; from < words.size();) {
        const std::size_t end = std::min(words.find(' ', from), words.size());
        if (words.substr(from, end - from) == word) return true;
        from = end + 1;
    }
    return false;
}

// Up to that fact, and by itself.
bool is_stopped_at(const AidCase& from, const Entry& at) {
    const auto& stopped = from.ledger.stopped;
    const Entry* by = stopped ? from.entry(stopped->by) : nullptr;
    return by != nullptr && by <= &at;  // both stand in `entries`
}

// Urgent money is paid again after the bank sent it back: that begins nothing anew, nor does its return; nor what comes
// back when nothing is paid any more.
bool starts(const AidCase& from, const Entry& entry) {
    const auto& orders = from.ledger.orders;
    if (entry.kind == "pay_returned" && is_stopped_at(from, entry)) return false;
    const auto& urgent = from.ledger.urgent;
    if (urgent && std::find(urgent->returned.begin(), urgent->returned.end(), entry.id) != urgent->returned.end())
        return false;
    if (entry.kind == "pay_returned")
        return orders.empty() || std::any_of(orders.begin(), orders.end(),
                                             [&](const PayOrder& order) { return order.returned == entry.id; });
    return entry.kind != "urgent_paid" ||
           std::any_of(from.steps.begin(), from.steps.end(), [&](const Step& step) { return step.by == entry.id; });
}

// What starts a limit: the last fact of such a kind, in that state.
const Entry* start_of(const AidCase& from, const TermRule& rule) {
    const Entry* start = nullptr;
    Status status = Status::Synced;
    for (const Entry& entry : from.entries) {
        if (entry.standing != Standing::InForce) continue;
        if (is_among(entry.kind, rule.from) && (!rule.in || *rule.in == status) && starts(from, entry)) start = &entry;
        if (!rule.in) continue;
        for (const Step& step : from.steps)
            if (step.by == entry.id) status = step.to;
    }
    return start;
}

// Of all papers that are served only the decision ends P8.
bool is_it(const AidCase& from, const Entry& entry) {
    if (entry.kind != "served") return true;
    return std::any_of(from.clock.served.begin(), from.clock.served.end(),
                       [&](const Served& served) { return served.by == entry.id && is_end_of_case(served.paper); });
}

// What was enforced and is deducted while money is paid in parts stops no payment.
bool does_drop(const AidCase& from, const Entry& entry) {
    const auto& stopped = from.ledger.stopped;
    return entry.kind != "recovery_decided" || (stopped && stopped->by == entry.id);
}

// Given up, and taken up again because papers had come in time: what was waited for is waited for still.
bool was_taken_up_again(const AidCase& from, const Entry& entry) {
    const auto step = std::find_if(from.steps.begin(), from.steps.end(), [&](const Step& each) {
        return each.by == entry.id && each.to == Status::Abandoned;
    });
    return step != from.steps.end() && step + 1 != from.steps.end() && (step + 1)->to == Status::NeedMore;
}

const Entry* end_of(const AidCase& from, const TermRule& rule, const Entry& start) {
    for (const Entry* entry = &start + 1; entry != from.entries.data() + from.entries.size(); ++entry) {
        if (entry->standing != Standing::InForce) continue;
        if (was_taken_up_again(from, *entry)) continue;
        const bool ends = is_among(entry->kind, rule.until) && is_it(from, *entry);
        if (ends || (is_among(entry->kind, rule.drops) && does_drop(from, *entry))) return entry;
    }
    return nullptr;
}

Due due_of(const AidCase& from, const TermRule& rule, const PausedDays& paused, Date start, const Calendar& calendar,
           const TS& settings) {
    const int length = rule.configured == nullptr ? rule.length : std::clamp(settings.*rule.configured, 0, 365);
    const bool longer = rule.unit == Unit::Months && rule.has_pauses && from.clock.extended;
    switch (rule.unit) {
        case Unit::WorkingDays: return paused.after_working_days(calendar, start, length);
        case Unit::Months: return paused.after_months(calendar, start, length + (longer ? 1 : 0));
        case Unit::SetDay: return calendar.after_days(within_reach(from.inquiry.more->until), 0);
    }
    return {};
}

// The day on which somebody signed it, and not the one that it says.
Date signed_on(const AidCase& from, const Clock::Pause& pause) {
    const Entry* entry = from.entry(pause.by);
    return entry == nullptr ? pause.from : within_reach(entry->signed_on());
}

struct CountedPauses {
    std::vector<Clock::Pause> counted;
    std::vector<FactId> late;
};

// Each is held against the last day as it stood when it was signed.
CountedPauses count_pauses(const AidCase& from, const TermRule& rule, Date start, const Calendar& calendar,
                           const TS& settings) {
    CountedPauses out;
    if (!rule.has_pauses) return out;
    std::vector<std::pair<Date, const Clock::Pause*>> all;
    for (const Clock::Pause& each : from.clock.pauses)
        all.emplace_back(signed_on(from, each), &each);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [day, pause] : all) {
        const PausedDays before(out.counted, day);
        const bool in_time = pause->agreed || day <= due_of(from, rule, before, start, calendar, settings).date;
        if (in_time)
            out.counted.push_back(*pause);
        else
            out.late.push_back(pause->by);
    }
    return out;
}

State state_of(const Deadline& deadline, bool paused, Date today) {
    const Date last = deadline.due.date;
    if (deadline.ended) return *deadline.ended <= last ? State::Met : State::LateMet;
    if (today > last) return State::Overdue;
    return paused ? State::Paused : State::Running;
}

std::optional<Deadline> deadline_of(const AidCase& from, const TermRule& rule, const Calendar& calendar, Date today,
                                    const TS& settings) {
    if (rule.applies != nullptr && !rule.applies(from, settings)) return std::nullopt;
    const Entry* start = start_of(from, rule);
    if (start == nullptr || (rule.unit == Unit::SetDay && !from.inquiry.more)) return std::nullopt;
    const Entry* end = end_of(from, rule, *start);
    Deadline out{.rule = &rule, .start = start->day, .by = start->id};
    if (end != nullptr) out.ended = end->day;
    if (rule.unit == Unit::SetDay && papers_are_complete(from, settings)) out.ended = from.inquiry.came_on;
    CountedPauses pauses = count_pauses(from, rule, within_reach(start->day), calendar, settings);
    const PausedDays paused(pauses.counted, out.ended.value_or(today));
    out.late_pauses = std::move(pauses.late);
    out.due = due_of(from, rule, paused, within_reach(start->day), calendar, settings);
    out.state = state_of(out, rule.has_pauses && from.clock.is_paused(), today);
    if (end != nullptr && is_among(end->kind, rule.drops)) out.state = State::Dropped;
    return out;
}

}  // namespace

std::span<const TermRule> term_table() { return kTable; }

std::vector<Deadline> deadlines_of(const AidCase& from, const Calendar& calendar, Date today, const TS& settings) {
    std::vector<Deadline> out;
    for (const TermRule& rule : kTable)
        if (auto deadline = deadline_of(from, rule, calendar, today, settings)) out.push_back(*deadline);
    return out;
}

// Nobody makes late what is late already: more time is asked for within the time that there is.
Verdict may_be_complex(const AidCase& so_far, const Fact& fact, const Calendar& calendar, const TS& settings) {
    const bool extends = fact.kind == "time_extended";
    if (fact.kind != "found_complex" && !extends) return std::nullopt;
    if (extends && !so_far.clock.complex) return refuse("clock.not_complex");
    const Date signed_on = std::max(Date::in_china(fact.claimed), fact.day());
    const std::vector<Deadline> all = deadlines_of(so_far, calendar, signed_on, settings);
    const bool is_late = std::any_of(all.begin(), all.end(), [&](const Deadline& each) {
        return each.rule->id == (extends ? "P7m" : "P7") && each.state == State::Overdue;
    });
    if (!is_late) return std::nullopt;
    return refuse(extends ? "clock.extended_late" : "clock.complex_late");
}

Verdict may_be_abandoned(const AidCase& so_far, const Fact& fact, const Calendar& calendar) {
    if (fact.kind != "abandoned" || !so_far.inquiry.more) return std::nullopt;
    const Date last = calendar.after_days(within_reach(so_far.inquiry.more->until), 0).date;
    return fact.day() <= last ? refuse("abandoned.day") : Verdict{};
}

bool stops_too_late(std::string_view kind, const AidCase& so_far, const Calendar& calendar, Date today,
                    const TS& settings) {
    if (kind != "clock_paused" && kind != "suspended") return false;
    const std::vector<Deadline> all = deadlines_of(so_far, calendar, today, settings);
    return std::any_of(all.begin(), all.end(),
                       [](const Deadline& each) { return each.rule->has_pauses && each.state == State::Overdue; });
}

Deadline report_deadline(int year, std::optional<Date> done, const Calendar& calendar, Date today) {
    Deadline out{.rule = &kYearReport, .start = within_reach(*Date::from_civil(std::clamp(year, 1900, 2199), 12, 31))};
    out.ended = done;
    out.due = calendar.after_months(out.start, kYearReport.length);
    out.state = state_of(out, false, today);
    return out;
}

}  // namespace courtyard::cases
