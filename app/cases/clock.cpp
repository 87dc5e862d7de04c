#include "app/cases/clock.hpp"

#include <algorithm>

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

Taken end_pause(Clock& clock, const Fact& fact) {
    if (!clock.is_paused()) return {refuse("clock.running"), {}};
    if (fact.day() < clock.pauses.back().from) return {refuse("clock.day"), {}};
    clock.pauses.back().to = fact.day();
    return {};
}

}  // namespace

bool is_end_of_case(std::string_view paper) { return paper == "decision_grant" || paper == "decision_refuse"; }

namespace {

bool owes_decision(const Clock& clock, const AidCase& so_far) {
    const auto& decision = so_far.ballots.decision;
    return decision && std::none_of(clock.served.begin(), clock.served.end(), [&](const Served& each) {
               return is_end_of_case(each.paper) && each.day >= decision->day;
           });
}

}  // namespace

std::optional<std::string_view> paper_to_serve(const AidCase& aid_case) {
    if (owes_decision(aid_case.clock, aid_case))
        return aid_case.ballots.decision->granted ? "decision_grant" : "decision_refuse";
    if (aid_case.status == Status::NotFiled && !is_told_not_filed(aid_case)) return "not_filed";
    return std::nullopt;
}

Verdict may_close(const Clock& clock, const AidCase& so_far) {
    if (is_out_of_reach(so_far.care) || !owes_decision(clock, so_far)) return std::nullopt;
    return refuse("close.served");
}

Taken take(Clock& clock, const Scene& scene) {
    const Fact& fact = scene.fact;
    if (fact.kind == "clock_paused") {
        if (clock.is_paused()) return {refuse("clock.paused"), {}};
        clock.pauses.push_back({std::string(fact.text("ground")), fact.id, fact.day(), {}});
    } else if (fact.kind == "suspended") {
        // A case that is suspended needs no pause besides: that one ends where this begins.
        if (clock.is_paused()) {
            if (auto no = end_pause(clock, fact); no.refused) return no;
        }
        clock.pauses.push_back({"suspended", fact.id, fact.day(), {}});
    } else if (fact.kind == "clock_resumed" || fact.kind == "resumed") {
        return end_pause(clock, fact);
    } else if (fact.kind == "found_complex") {
        if (clock.complex && scene.knows(*clock.complex)) return {refuse("clock.complex"), {}};
        if (!clock.complex) clock.complex = fact.id;
    } else if (fact.kind == "time_extended") {
        if (clock.extended) return {refuse("clock.extended"), {}};
        clock.extended = fact.id;
    } else if (fact.kind == "served") {
        clock.served.push_back({fact.id, std::string(fact.text("paper")), fact.day()});
    } else if (fact.kind == "hearing_called") {
        take_call(clock, scene);
    } else if (fact.kind == "hearing_held") {
        take_hearing(clock, fact);
    } else if (fact.kind == "closed") {
        return {may_close(clock, scene.so_far), {}};
    }
    return {};
}

}  // namespace courtyard::cases
