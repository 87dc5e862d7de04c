// What the tests of stopped payments and of recovery say of a case.
#pragma once

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "app/cases/case_json.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

namespace courtyard::test::stopped {

using namespace cases;

inline constexpr std::int64_t kStoppedSum = 6'000'000, kStoppedPart = 2'000'000;

inline Fields on_order(const FactId& order) { return {{"order", order.text()}}; }
inline Fields stop(const char* ground) { return {{"ground", w(ground)}, {"reasons", w("村里来电话说的")}}; }
inline Fields recovery(const char* ground, std::int64_t amount) {
    return {{"ground", w(ground)}, {"amount", amount}, {"reasons", w("查明")}};
}
inline Fields collected(std::int64_t amount) { return {{"amount", amount}, {"kept_as_claim", false}}; }

inline std::vector<Task> tasks_in(const MoneyStory& story) {
    return tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {});
}
inline bool has_open_task(const MoneyStory& story, const char* act, const char* rule) {
    const auto tasks = tasks_in(story);
    return std::any_of(tasks.begin(), tasks.end(),
                       [&](const Task& each) { return each.act == act && each.rule == rule; });
}

inline std::optional<Task> task_of(const MoneyStory& story, const char* rule) {
    for (const Task& each : tasks_in(story))
        if (each.rule == rule && !each.escalated) return each;
    return std::nullopt;
}

// All of it paid, asked about, served, and the case closed.
inline void until_closed(MoneyStory& story) {
    story.until_called(kStoppedSum, kStoppedSum);
    const auto order = story.pay(kStoppedSum);
    story.act("caller", "revisit_made", MoneyStory::first_call());
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, kStoppedSum, true));
    story.act("registrar", "served", {{"paper", w("decision_grant")}, {"to", w("本人")}, {"how", w("in_person")}});
    story.act("caller", "closed", {{"reasons", w("困难缓解")}});
}

inline Fields give_back(const MoneyStory& story, std::int64_t amount,
                        const std::vector<std::string>& officers = {"registrar", "judge"}) {
    return {{"amount", amount}, {"proof", w("财政收据")}, {"officers", story.ids(officers)}};
}

}  // namespace courtyard::test::stopped
