#include "app/cases/clock.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

namespace {

Taken end_pause(Clock& clock, const Fact& fact) {
    if (!clock.is_paused()) return {refuse("clock.running"), {}};
    if (fact.day() < clock.pauses.back().from) return {refuse("clock.day"), {}};
    clock.pauses.back().to = fact.day();
    return {};
}

}  // namespace

bool is_end_of_case(std::string_view paper) { return paper == "decision_grant" || paper == "decision_refuse"; }

Verdict may_close(const Clock& clock, const AidCase& so_far) {
    if (is_out_of_reach(so_far.care)) return std::nullopt;
    const auto& decision = so_far.ballots.decision;
    const bool is_served = std::any_of(clock.served.begin(), clock.served.end(), [&](const Served& each) {
        return is_end_of_case(each.paper) && decision && each.day >= decision->day;
    });
    return decision && !is_served ? refuse("close.served") : std::nullopt;
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
    } else if (fact.kind == "closed") {
        return {may_close(clock, scene.so_far), {}};
    }
    return {};
}

}  // namespace courtyard::cases
