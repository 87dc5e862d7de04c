#include "app/cases/clock.hpp"

namespace courtyard::cases {

namespace {

Taken end_pause(Clock& clock, const Fact& fact) {
    if (!clock.is_paused()) return {refuse("clock.running"), {}};
    if (fact.day() < clock.pauses.back().from) return {refuse("clock.day"), {}};
    clock.pauses.back().to = fact.day();
    return {};
}

}  // namespace

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
    } else if (fact.kind == "time_extended") {
        if (clock.extended) return {refuse("clock.extended"), {}};
        clock.extended = fact.id;
    } else if (fact.kind == "served") {
        clock.served.push_back({fact.id, std::string(fact.text("paper")), fact.day()});
    }
    return {};
}

}  // namespace courtyard::cases
