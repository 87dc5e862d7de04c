// Nobody approves their own act, and nobody is asked to.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;

namespace {

struct Pair {
    const char* first;
    const char* approval;
    const char* field;    // of the approval: what it approves
    const char* refused;  // by whom did the first
};
constexpr std::array kPairs{Pair{"urgent_proposed", "urgent_approved", "proposal", "refused urgent.self"},
                            Pair{"pay_ordered", "pay_released", "order", "refused pay.self"}};

// Ready for the first of the pair.
void prepare(MoneyStory& story, const Pair& pair) {
    if (std::string_view(pair.first) == "pay_ordered") return story.until_called(5'000'000, 5'000'000);
    story.open();
    for (const char* name : {"registrar2", "judge", "leader"})
        story.act("registrar", "joined",
                  {{"person", story.id(name)},
                   {"as", std::string(std::string_view(name) == "judge"    ? "handler"
                                      : std::string_view(name) == "leader" ? "leader"
                                                                           : "registrar")}});
}

Fields fields_of(const Pair& pair) {
    if (std::string_view(pair.first) == "pay_ordered") return MoneyStory::order_fields(5'000'000);
    return {{"amount", std::int64_t{2'000'000}}, {"wage", std::int64_t{800'000}}, {"reasons", std::string("抢救")}};
}

std::vector<Task> own_tasks(const MoneyStory& story) {
    return tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {});
}

bool stands(const std::vector<Task>& list, std::string_view rule) {
    return std::any_of(list.begin(), list.end(), [&](const Task& task) { return task.rule == rule; });
}

}  // namespace

TEST_CASE("every approval is refused to whoever it would approve, of every office, and open to another") {
    for (const Pair& pair : kPairs) {
        for (const char* who : {"registrar", "registrar2", "judge", "leader"}) {
            MoneyStory story;
            prepare(story, pair);
            const Role role = *story.offices()(story.person(who));
            if (!find_act(pair.first)->who.has(role)) continue;
            CAPTURE(pair.first);
            CAPTURE(std::string(who));
            const Fields of{{pair.field, story.act(who, pair.first, fields_of(pair)).text()}};
            for (const Task& task : own_tasks(story))
                if (task.act == pair.approval) CHECK_FALSE(is_for(task, story.person(who), role));
            if (find_act(pair.approval)->who.has(role)) CHECK(story.try_to(who, pair.approval, of) == pair.refused);
            const char* other = std::string_view(who) == "registrar" ? "registrar2" : "registrar";
            CHECK(story.try_to(other, pair.approval, of) == "in_force");
        }
    }
}

TEST_CASE("every act that approves another is among the pairs") {
    // The approval by a body outside the court is only written down here.
    const std::set<std::string_view> outside{"party_approved"};
    for (const ActRule& rule : act_table()) {
        const bool approves = rule.kind.ends_with("_approved") || rule.kind.ends_with("_released");
        const bool listed =
            std::any_of(kPairs.begin(), kPairs.end(), [&](const Pair& pair) { return rule.kind == pair.approval; });
        CHECK_MESSAGE(approves == (listed || outside.contains(rule.kind)), std::string(rule.kind));
    }
}

TEST_CASE("money: order, release by another, payment, confirmation, each when its turn has come") {
    MoneyStory story;
    story.until_called(5'000'000, 5'000'000);
    CHECK(stands(own_tasks(story), "order"));
    const auto order = story.order(5'000'000);
    CHECK_FALSE(stands(own_tasks(story), "order"));
    CHECK(stands(own_tasks(story), "release"));
    story.act("leader", "pay_released", {{"order", order.text()}});
    CHECK(stands(own_tasks(story), "pay"));
    story.act("registrar", "pay_made", story.payment(order));
    CHECK_FALSE(stands(own_tasks(story), "pay"));
    CHECK(stands(own_tasks(story), "money"));
    CHECK(stands(own_tasks(story), "R0"));
    SUBCASE("all of it came") {
        story.act("caller", "money_confirmed", MoneyStory::confirmation(order, 5'000'000, true));
        CHECK_FALSE(stands(own_tasks(story), "money"));
    }
    SUBCASE("less came: it stands until the person says otherwise") {
        story.act("caller", "money_confirmed", MoneyStory::confirmation(order, 4'000'000, false));
        CHECK(stands(own_tasks(story), "money"));
    }
    SUBCASE("the bank sent it back: ordered again") {
        story.act("registrar", "pay_returned", {{"order", order.text()}, {"reasons", std::string("户名不符")}});
        CHECK(stands(own_tasks(story), "order_again"));
        CHECK_FALSE(stands(own_tasks(story), "R0"));
    }
}

TEST_CASE("money that comes in parts: asked for, awaited, ordered as far as it came") {
    MoneyStory story;
    story.until_called(5'000'000, 3'000'000);
    CHECK(stands(own_tasks(story), "order"));
    story.order(3'000'000, 1, 2);
    CHECK_FALSE(stands(own_tasks(story), "order"));
    CHECK(stands(own_tasks(story), "P9"));
    story.act("registrar", "fund_requested", {{"amount", std::int64_t{2'000'000}}});
    CHECK_FALSE(stands(own_tasks(story), "P9"));
    CHECK(stands(own_tasks(story), "finance"));
    story.act("registrar", "fund_arrived", {{"amount", std::int64_t{2'000'000}}});
    CHECK(stands(own_tasks(story), "order"));
}
