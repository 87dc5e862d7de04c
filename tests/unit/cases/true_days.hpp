// A story as a machine reckons with it where some of its facts came with clocks far ahead.
#pragma once

#include "app/cases/clock_ahead.hpp"
#include "tests/unit/cases/story.hpp"

namespace courtyard::test {

inline cases::AidCase by_true_days(const Story& story, const cases::CameOn& ahead) {
    return cases::with_true_days(story.fold(), story.facts, ahead, [&story](std::span<const cases::Fact> facts) {
        return cases::fold(story.facts.front().id, facts, story.offices());
    });
}

// All facts of later days, as if they had come on this one.
inline cases::CameOn later_than(const Story& story, domain::Date came) {
    cases::CameOn late;
    for (const cases::Fact& each : story.facts)
        if (domain::Date::in_china(each.claimed) > came) late.emplace(each.id, came);
    return late;
}

}  // namespace courtyard::test
