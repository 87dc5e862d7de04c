// People were called to a hearing: it stands on somebody's list on its day, and is held on no day before.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "app/cases/act_day.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;

namespace {

constexpr std::int64_t kDayMs = 24 * 3'600'000LL;

struct Hearings : test::MoneyStory {
    Hearings() { until_review(); }
    [[nodiscard]] domain::Date today() const { return domain::Date::in_china(now); }
    [[nodiscard]] static Fields to(domain::Date day) {
        return {
            {"day", day.text()}, {"place", std::string("共享法庭")}, {"people", std::vector<std::string>{"申请人"}}};
    }
    FactId call(domain::Date day) { return act("judge", "hearing_called", to(day)); }
    static Fields held() {
        return {{"people", std::vector<std::string>{"申请人"}}, {"statement", std::string("属实")}};
    }
    [[nodiscard]] std::vector<Task> open() const {
        std::vector<Task> out = tasks_of(fold(), offices(), test::demo_calendar(), today(), {});
        std::erase_if(out, [](const Task& task) { return task.rule != "hearing"; });
        return out;
    }
    // What the signing of a hearing on that day is told.
    [[nodiscard]] std::string signing(std::optional<domain::Date> on) const {
        Fact fact;
        fact.kind = "hearing_held";
        fact.claimed = now;
        fact.fields = held();
        if (on) fact.fields["on"] = on->text();
        const Verdict wrong = wrong_day(fold(), fact);
        return wrong ? wrong->code : "";
    }
};

}  // namespace

TEST_CASE("a hearing stands on the judge's and the registrar's list for its day, until it was held") {
    Hearings story;
    CHECK(story.open().empty());                          // the control: nobody was called
    const domain::Date day = story.today().plus_days(5);  // a Saturday, too, is the day that people were told
    const FactId called = story.call(day);
    REQUIRE(story.open().size() == 1);
    const Task task = story.open().front();
    CHECK(task.act == "hearing_held");
    CHECK(task.on == called);
    CHECK(task.due->date == day);
    CHECK(is_for(task, story.person("judge"), Role::Judge));
    CHECK(is_for(task, story.person("registrar"), Role::Registrar));
    CHECK_FALSE(is_for(task, story.person("caller"), Role::Caller));
    story.now = story.now + 7 * kDayMs;
    const auto late = story.open();
    REQUIRE(late.size() == 2);  // and for the leader
    CHECK(late.front().overdue);
    CHECK(late.back().escalated);
    story.act("judge", "hearing_held", Hearings::held());
    CHECK(story.open().empty());
}

TEST_CASE("nobody holds a hearing before the day that people were told; moved forward, they are called anew") {
    Hearings story;
    CHECK(story.signing({}).empty());  // the control: without a call any day will do
    const domain::Date day = story.today().plus_days(8);
    story.call(day);
    CHECK(story.signing({}) == "hearing.before");
    CHECK(story.signing(story.today()) == "hearing.before");
    story.now = story.now + 10 * kDayMs;
    CHECK(story.signing(day.plus_days(-1)) == "hearing.before");
    CHECK(story.signing(day).empty());
    CHECK(story.signing({}).empty());
    Hearings moved;
    moved.call(moved.today().plus_days(8));
    moved.call(moved.today());
    CHECK(moved.open().size() == 1);
    CHECK(moved.signing({}).empty());
    // After one that was held another may be called, and has its own day.
    story.act("judge", "hearing_held", Hearings::held());
    story.call(story.today().plus_days(3));
    CHECK(story.open().size() == 1);
    CHECK(story.signing({}) == "hearing.before");
}

TEST_CASE("two who did not know of each other called to a hearing: one day is one hearing, two days are two") {
    for (const int apart : {0, 7}) {
        CAPTURE(apart);
        Hearings story;
        const auto seen = heads(story.facts);
        const domain::Date day = story.today().plus_days(5);
        story.say_after("judge", "hearing_called", Hearings::to(day), seen);
        story.say_after("registrar", "hearing_called", Hearings::to(day.plus_days(apart)), seen);
        CHECK(story.open().size() == (apart == 0 ? 1 : 2));
        story.now = story.now + 5 * kDayMs;
        story.act("judge", "hearing_held", Hearings::held());
        CHECK(story.open().size() == (apart == 0 ? 0 : 1));
        std::vector<Fact> turned = story.facts;
        std::reverse(turned.begin(), turned.end());
        CHECK(write_case(fold(story.facts.front().id, turned, story.offices())) == write_case(story.fold()));
    }
}

TEST_CASE("a case that is decided or stands still asks for no hearing") {
    Hearings story;
    story.call(story.today().plus_days(2));
    story.act("judge", "suspended", {{"ground", std::string("other")}, {"reasons", std::string("等一等")}});
    CHECK(story.open().empty());
    story.act("judge", "resumed", {{"reasons", std::string("可以了")}});
    CHECK(story.open().size() == 1);
}

TEST_CASE("people who were called to a hearing that is not held are told so, or called to another day") {
    const auto rules = [](const Hearings& story) {
        std::map<std::string, Task> out;
        for (const Task& each : tasks_of(story.fold(), story.offices(), test::demo_calendar(), story.today(), {}))
            if (each.rule.starts_with("hearing") && !each.escalated) out.emplace(each.rule, each);
        return out;
    };
    Hearings story;
    const FactId called = story.call(story.today().plus_days(10));
    CHECK(story.try_to("leader", "hearing_called_off", {{"reasons", std::string("不开了")}}) == "refused role");
    story.facts.pop_back();
    story.act("judge", "suspended", {{"ground", std::string("other")}, {"reasons", std::string("等一等")}});
    REQUIRE(rules(story).contains("hearing_off"));
    CHECK(rules(story).at("hearing_off").act == "hearing_called_off");
    CHECK(rules(story).at("hearing_off").on == called);
    SUBCASE("called off") {
        story.act("registrar", "hearing_called_off", {{"reasons", std::string("打电话告诉了两边")}});
        CHECK(rules(story).empty());
        CHECK(story.try_to("registrar", "hearing_called_off", {{"reasons", std::string("又一次")}}) ==
              "refused hearing.none");
    }
    SUBCASE("the review goes on long after that day") {
        story.now = story.now + 90 * kDayMs;
        story.act("judge", "resumed", {{"reasons", std::string("可以了")}});
        REQUIRE(rules(story).contains("hearing_anew"));
        CHECK_FALSE(rules(story).contains("hearing"));
        CHECK(rules(story).at("hearing_anew").act == "hearing_called");
        CHECK_FALSE(rules(story).at("hearing_anew").overdue);
        story.call(story.today().plus_days(5));
        CHECK_FALSE(rules(story).contains("hearing_anew"));
        CHECK(rules(story).contains("hearing"));
    }
    SUBCASE("the control: it goes on before that day") {
        story.act("judge", "resumed", {{"reasons", std::string("可以了")}});
        CHECK(rules(story).contains("hearing"));
    }
    SUBCASE("the case is over") {
        story.act("registrar", "withdrawn", {{"how", std::string("打电话说的")}});
        CHECK(rules(story).contains("hearing_off"));
    }
}
