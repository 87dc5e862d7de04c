// Somebody says that it cannot wait (F1.72, OUT-A1): that stays before all eyes until aid is proposed, or a person says
// why it can wait.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/tasks.hpp"
#include "tests/unit/cases/correcting.hpp"
#include "tests/unit/cases/timeline.hpp"
#include "tests/unit/cases/urgent_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::day;
using test::Story;
using test::w;

namespace {

struct UrgentAsked : Story {
    explicit UrgentAsked(bool is_urgent = true) {
        Fields fields{{"applicant", w("申屠静")}, {"source", w("kiosk")}};
        if (is_urgent) fields["urgent"] = true;
        act("registrar", "case_opened", fields);
        act("registrar", "joined", {{"person", id("leader")}, {"as", w("leader")}});
    }
    [[nodiscard]] std::vector<Task> asked(std::string_view today = "2026-11-23") const {
        auto all = tasks_of(fold(), offices(), test::demo_calendar(), day(today), {});
        std::erase_if(all, [](const Task& each) { return each.rule != "urgent_asked"; });
        return all;
    }
    FactId propose() {
        return act("registrar", "urgent_proposed",
                   {{"amount", test::kUrgentSum}, {"wage", test::kWage}, {"reasons", w("抢救")}});
    }
};

}  // namespace

TEST_CASE("who says that it cannot wait is looked at first, and who does not stands in no list for it") {
    const UrgentAsked story;
    const auto tasks = story.asked();
    REQUIRE(tasks.size() == 1);
    CHECK(tasks[0].act == "urgent_proposed");
    CHECK(tasks[0].same_day);
    CHECK(is_urgent(story.fold()));
    const auto list = tasks_of(story.fold(), story.offices(), test::demo_calendar(), day("2026-11-23"), {});
    CHECK(list.front().rule == "urgent_asked");
    const UrgentAsked other(false);
    CHECK(other.asked().empty());
    CHECK_FALSE(is_urgent(other.fold()));
}

TEST_CASE("nobody looked at it on its day: the leader hears of it") {
    const auto late = UrgentAsked().asked("2026-11-27");
    CHECK(std::any_of(late.begin(), late.end(), [](const Task& each) { return each.escalated; }));
    CHECK(std::all_of(late.begin(), late.end(), [](const Task& each) { return each.overdue; }));
}

TEST_CASE("aid that is proposed ends the question, not the urgency; a word of a person ends both, with reasons") {
    UrgentAsked story;
    SUBCASE("proposed") {
        story.propose();
        CHECK(is_urgent(story.fold()));
    }
    SUBCASE("it can wait") {
        CHECK(story.standing(story.say("registrar", "urgency_declined", {})) == "refused field.reasons");
        CHECK(story.asked().size() == 1);
        story.act("registrar", "urgency_declined", {{"reasons", w("已经出院，女儿在照顾")}});
        CHECK_FALSE(is_urgent(story.fold()));
        // What changed since can still be proposed.
        SUBCASE("and then it cannot") {
            story.propose();
            CHECK(is_urgent(story.fold()));
        }
    }
    CHECK(story.asked().empty());
    CHECK(test::is_one_case(story, 11, 20));
}

TEST_CASE("a word that was taken back leaves the question") {
    UrgentAsked story;
    const auto said = story.act("registrar", "urgency_declined", {{"reasons", w("已经出院")}});
    REQUIRE(story.asked().empty());
    story.act("registrar", "corrected", test::correcting::wrong(said));
    CHECK(story.asked().size() == 1);
}

TEST_CASE("the department is asked after urgent money, too, and the case stays where it is") {
    UrgentAsked story;
    story.act("registrar", "joined", {{"person", story.id("registrar2")}, {"as", w("registrar")}});
    const auto proposal = story.propose();
    story.act("leader", "urgent_approved", {{"proposal", proposal.text()}});
    story.act(
        "registrar", "urgent_paid",
        {{"proposal", proposal.text()}, {"amount", test::kUrgentSum}, {"payee", w("申屠静")}, {"proof", w("回单1")}});
    REQUIRE(story.fold().status == Status::UrgentPaid);
    CHECK_FALSE(is_urgent(story.fold()));
    story.act("registrar", "department_asked", {{"department", w("执行局")}});
    CHECK(story.fold().status == Status::UrgentPaid);
    story.act("registrar", "department_answered", {{"opinion", w("符合")}, {"fits", true}});
    story.act("registrar", "filed", {{"number", w("（2026）浙0199司救刑1号")}});
    CHECK(story.fold().status == Status::Filed);
}
