// What tests of corrections, and of what they cross, say and ask.
#pragma once

#include <algorithm>

#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

namespace courtyard::test::correcting {

using namespace courtyard::cases;

inline Fields wrong(const FactId& id) { return {{"wrong", id.text()}, {"reasons", w("弄错了")}}; }
inline Fields settle(const FactId& holds, const FactId& falls) {
    return {{"holds", holds.text()}, {"falls", std::vector<std::string>{falls.text()}}, {"reasons", w("核对过")}};
}

inline FactId last(const MoneyStory& story, std::string_view kind) {
    const auto found =
        std::find_if(story.facts.rbegin(), story.facts.rend(), [kind](const Fact& fact) { return fact.kind == kind; });
    REQUIRE(found != story.facts.rend());
    return found->id;
}

inline std::vector<Task> tasks_left(const MoneyStory& story) {
    return tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {});
}
inline const Task* task(const std::vector<Task>& list, std::string_view rule) {
    const auto found = std::find_if(list.begin(), list.end(), [rule](const Task& each) { return each.rule == rule; });
    return found == list.end() ? nullptr : &*found;
}
inline bool has_task(const MoneyStory& story, std::string_view rule) {
    return task(tasks_left(story), rule) != nullptr;
}

// What whoever wants to sign it hears; nothing when they may.
inline std::string refused(const MoneyStory& story, const char* who, const char* kind, Fields fields) {
    MoneyStory copy = story;
    copy.say(who, kind, std::move(fields));
    const Fact fact = copy.facts.back();
    copy.facts.pop_back();
    const Verdict no = would_refuse(copy.facts.front().id, copy.facts, fact, copy.offices());
    return no ? no->code : std::string();
}

}  // namespace courtyard::test::correcting
