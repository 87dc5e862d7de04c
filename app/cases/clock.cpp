#include "app/cases/clock.hpp"

#include <algorithm>
#include <array>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

namespace {

// Who calls anew, knowing of the call before, has moved that one; two who did not know of each other have called to one
// day once.
void take_call(Clock& clock, const Scene& scene) {
    const domain::Date day = *scene.fact.date("day");
    bool is_there = false;
    for (Hearing& each : clock.hearings) {
        if (!each.is_open()) continue;
        if (scene.knows(each.by))
            each.ended_by = scene.fact.id;
        else
            is_there |= each.day == day;
    }
    if (!is_there) clock.hearings.push_back({scene.fact.id, day, {}});
}

// The one whose day had come; one that was called for later is still to be held.
void take_hearing(Clock& clock, const Fact& fact) {
    for (Hearing& each : clock.hearings)
        if (each.is_open() && each.day <= fact.day()) each.ended_by = fact.id;
}

// Whoever was called has been told that it is not held.
Verdict call_off(Clock& clock, const Scene& scene) {
    bool is_any = false;
    for (Hearing& each : clock.hearings) {
        if (!each.is_open() || !scene.knows(each.by)) continue;
        each.ended_by = scene.fact.id;
        is_any = true;
    }
    return is_any ? Verdict{} : refuse("hearing.none");
}

using Pauses = std::vector<Clock::Pause*>;

Pauses known_open(Clock& clock, const Scene& scene) {
    Pauses out;
    for (Clock::Pause& each : clock.pauses)
        if (each.is_open() && scene.knows(each.by)) out.push_back(&each);
    return out;
}

bool has_ground(const Pauses& pauses, std::string_view ground) {
    return std::any_of(pauses.begin(), pauses.end(),
                       [ground](const Clock::Pause* each) { return each->ground == ground; });
}

// Two who did not know of each other have both stopped it; for one ground it is ended once.
Taken take_pause(Clock& clock, const Scene& scene) {
    const std::string_view ground = scene.fact.text("ground");
    if (has_ground(known_open(clock, scene), ground)) return {refuse("clock.paused"), {}};
    clock.pauses.push_back({std::string(ground), scene.fact.id, scene.fact.day(), {}, scene.fact.date("until"), {}});
    return {};
}

// Two leaders who did not know of each other have agreed to one thing.
Verdict agree_to_pause(Clock& clock, const Scene& scene) {
    const auto named = scene.fact.fact("pause");
    for (Clock::Pause& each : clock.pauses) {
        if (each.by != named || !scene.knows(each.by)) continue;
        if (each.agreed && scene.knows(*each.agreed)) return refuse("clock.agreed");
        if (!each.agreed) each.agreed = scene.fact.id;
        return std::nullopt;
    }
    return refuse("clock.no_pause");
}

// By a clock that was years ahead it began on a day that has not come: who knows of it ends it all the same.
Taken end_pauses(const Pauses& pauses, const Fact& fact) {
    if (pauses.empty()) return {refuse("clock.running"), {}};
    for (Clock::Pause* each : pauses)
        each->to = std::max(each->from, fact.day());
    return {};
}

// What was waited for has come. Where one thing alone was, it need not be named: facts of before name none.
Taken take_resumed(Clock& clock, const Scene& scene) {
    Pauses open = known_open(clock, scene);
    std::erase_if(open, [](const Clock::Pause* each) { return each->ground == kSuspension; });
    if (open.empty() && !known_open(clock, scene).empty()) return {refuse("clock.suspended"), {}};
    if (open.empty()) return {refuse("clock.running"), {}};
    const std::string ground(scene.fact.has("ground") ? scene.fact.text("ground") : open.front()->ground);
    const bool is_alone = std::all_of(open.begin(), open.end(),
                                      [&](const Clock::Pause* each) { return each->ground == open.front()->ground; });
    if (!scene.fact.has("ground") && !is_alone) return {refuse("clock.which"), {}};
    if (!has_ground(open, ground)) return {refuse("clock.other"), {}};
    std::erase_if(open, [&](const Clock::Pause* each) { return each->ground != ground; });
    return end_pauses(open, scene.fact);
}

// What is waited for besides goes on being waited for.
Taken take_review_resumed(Clock& clock, const Scene& scene) {
    Pauses open = known_open(clock, scene);
    std::erase_if(open, [](const Clock::Pause* each) { return each->ground != kSuspension; });
    Taken taken = end_pauses(open, scene.fact);
    const auto& all = clock.pauses;
    const bool goes_on = std::any_of(
        all.begin(), all.end(), [](const Clock::Pause& each) { return each.is_open() && each.ground == kSuspension; });
    // Why somebody else stopped it, of which the author had not heard, is still to be looked at.
    if (!taken.refused && goes_on) taken.next = Status::Suspended;
    return taken;
}

}  // namespace

bool Clock::is_paused() const {
    return std::any_of(pauses.begin(), pauses.end(), [](const Pause& each) { return each.is_open(); });
}

bool is_end_of_case(std::string_view paper) { return paper == "decision_grant" || paper == "decision_refuse"; }

namespace {

// Who knew the decision has given this one, whatever the clocks say; else the days tell.
Served served_by(const Scene& scene) {
    Served made{scene.fact.id, std::string(scene.fact.text("paper")), scene.fact.day()};
    const auto& decision = scene.so_far.ballots.decision;
    if (is_end_of_case(made.paper) && decision && scene.knows(decision->by)) made.decision = decision->by;
    return made;
}

bool owes_decision(const Clock& clock, const AidCase& so_far) {
    const auto& decision = so_far.ballots.decision;
    return decision && std::none_of(clock.served.begin(), clock.served.end(), [&](const Served& each) {
               return is_end_of_case(each.paper) && (each.decision == decision->by || each.day >= decision->day);
           });
}

}  // namespace

namespace {

// The paper that bears the name of the act it tells of.
std::string_view paper_of_end(const AidCase& of) {
    const bool is_over =
        of.status == Status::Abandoned || of.status == Status::Terminated || of.status == Status::Withdrawn;
    const Entry* by = is_over ? of.entry(of.steps.back().by) : nullptr;
    constexpr std::array<std::string_view, 3> kPapers{"abandoned", "terminated", "withdrawn"};
    const auto found = by == nullptr ? kPapers.end() : std::find(kPapers.begin(), kPapers.end(), by->kind);
    return found == kPapers.end() ? std::string_view{} : *found;
}

// Who holds a slip reads there that it was filed, and under which number.
const Step* filed_unread(const AidCase& of) {
    const bool goes_on = of.status == Status::Filed || of.status == Status::Review || of.status == Status::Suspended;
    if (!goes_on || !of.receipt.empty()) return nullptr;
    const auto step =
        std::find_if(of.steps.begin(), of.steps.end(), [](const Step& each) { return each.to == Status::Filed; });
    return step == of.steps.end() ? nullptr : &*step;
}

bool is_served_since(const AidCase& of, std::string_view paper, const Step& step) {
    const auto& entries = of.entries;
    const auto made =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& each) { return each.id == step.by; });
    return std::any_of(made, entries.end(), [&](const Entry& each) {
        const auto& all = of.clock.served;
        return std::any_of(all.begin(), all.end(),
                           [&](const Served& served) { return served.by == each.id && served.paper == paper; });
    });
}

}  // namespace

std::optional<UntoldStep> untold_step(const AidCase& aid_case) {
    if (aid_case.steps.empty() || aid_case.care.has_died()) return std::nullopt;
    UntoldStep out{paper_of_end(aid_case), &aid_case.steps.back()};
    if (out.paper.empty()) out = {"acceptance", filed_unread(aid_case)};
    if (out.step == nullptr || is_served_since(aid_case, out.paper, *out.step)) return std::nullopt;
    return out;
}

std::optional<std::string_view> paper_to_serve(const AidCase& aid_case) {
    if (owes_decision(aid_case.clock, aid_case))
        return aid_case.ballots.decision->granted ? "decision_grant" : "decision_refuse";
    if (aid_case.status == Status::NotFiled && !is_told_not_filed(aid_case)) return "not_filed";
    const auto untold = untold_step(aid_case);
    return untold ? std::optional(untold->paper) : std::nullopt;
}

bool owes_recovery(const AidCase& so_far) {
    const Ledger& ledger = so_far.ledger;
    if (ledger.open_recovery().value == 0 && ledger.recovered.value == 0) return false;
    return std::any_of(ledger.recoveries.begin(), ledger.recoveries.end(),
                       [](const Recovery& each) { return each.is_decision() && !each.told; });
}

Verdict may_close(const Clock& clock, const AidCase& so_far) {
    if (is_out_of_reach(so_far.care)) return std::nullopt;
    if (owes_decision(clock, so_far)) return refuse("close.served");
    return owes_recovery(so_far) ? refuse("close.recovery_told") : Verdict{};
}

Taken take(Clock& clock, const Scene& scene) {
    const Fact& fact = scene.fact;
    if (fact.kind == "clock_paused") {
        return take_pause(clock, scene);
    } else if (fact.kind == "suspended") {
        clock.pauses.push_back({std::string(kSuspension), fact.id, fact.day(), {}, {}, {}});
    } else if (fact.kind == "pause_agreed") {
        return {agree_to_pause(clock, scene), {}};
    } else if (fact.kind == "clock_resumed") {
        return take_resumed(clock, scene);
    } else if (fact.kind == "resumed") {
        return take_review_resumed(clock, scene);
    } else if (fact.kind == "found_complex") {
        if (clock.complex && scene.knows(*clock.complex)) return {refuse("clock.complex"), {}};
        if (!clock.complex) clock.complex = fact.id;
    } else if (fact.kind == "time_extended") {
        if (clock.extended) return {refuse("clock.extended"), {}};
        clock.extended = fact.id;
    } else if (fact.kind == "served") {
        clock.served.push_back(served_by(scene));
    } else if (fact.kind == "hearing_called") {
        take_call(clock, scene);
    } else if (fact.kind == "hearing_called_off") {
        return {call_off(clock, scene), {}};
    } else if (fact.kind == "hearing_held") {
        take_hearing(clock, fact);
    } else if (fact.kind == "closed") {
        return {may_close(clock, scene.so_far), {}};
    }
    return {};
}

}  // namespace courtyard::cases
