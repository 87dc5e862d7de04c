// Somebody is reminded to give the person the paper that says how the case stands.
#include <doctest/doctest.h>

#include "tests/unit/cases/stopped_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;
using test::serving;
using test::w;
using test::stopped::task_of;

namespace {

void abandon(MoneyStory& story) {
    story.open();
    story.act("registrar", "department_asked", {{"department", w("执行局")}});
    story.act("registrar", "more_asked",
              {{"papers", std::vector<std::string>{"低保证", "病历"}}, {"until", w("2026-11-24")}});
    story.now = story.now + std::int64_t{3} * 86'400'000;
    story.act("registrar", "abandoned", {{"reasons", w("一直没有来")}});
}
void terminate(MoneyStory& story, const char* ground = "hardship_gone") {
    story.until_review();
    story.act("judge", "terminated", {{"ground", w(ground)}, {"reasons", w("已查明")}});
}
void withdraw(MoneyStory& story) {
    story.until_review();
    story.act("registrar", "withdrawn", {{"how", w("书面")}});
}

}  // namespace

TEST_CASE("reported: whose case was given up, ended or taken back is told so, on paper and within the days for it") {
    const std::vector<std::pair<std::string, void (*)(MoneyStory&)>> ends{
        {"abandoned", abandon}, {"terminated", [](MoneyStory& story) { terminate(story); }}, {"withdrawn", withdraw}};
    for (const auto& [paper, end] : ends) {
        CAPTURE(paper);
        MoneyStory story;
        end(story);
        const std::string rule = "told." + paper;
        const auto task = task_of(story, rule.c_str());
        REQUIRE(task);
        CHECK(task->act == "served");
        CHECK(task->due.has_value());
        CHECK(known_fields(*task) == Fields{{"paper", paper}});
        CHECK(paper_to_serve(story.fold()) == paper);
        story.act("registrar", "served", serving("acceptance"));  // the control: another paper says something else
        CHECK(task_of(story, rule.c_str()));
        story.act("registrar", "served", serving(paper.c_str()));
        CHECK_FALSE(task_of(story, rule.c_str()));
        CHECK(test::is_one_case(story));
    }
}

TEST_CASE("nobody hands the dead a paper") {
    MoneyStory story;
    terminate(story, "died");
    CHECK_FALSE(task_of(story, "told.terminated"));
}

TEST_CASE("what was given up again is told again") {
    MoneyStory story;
    abandon(story);
    story.act("registrar", "served", serving("abandoned"));
    story.act("registrar", "more_came", {{"papers", std::vector<std::string>{"低保证"}}, {"on", w("2026-11-24")}});
    REQUIRE(story.fold().status == Status::NeedMore);
    CHECK_FALSE(task_of(story, "told.abandoned"));
    story.act("registrar", "abandoned", {{"reasons", w("还是没有来")}});
    CHECK(task_of(story, "told.abandoned"));
}

TEST_CASE("reported: who has no slip is given the notice that the case was filed") {
    for (const bool has_slip : {false, true}) {
        CAPTURE(has_slip);
        MoneyStory story;
        Fields opening{{"applicant", w("申屠静")}, {"source", w("window")}};
        if (has_slip) opening["receipt"] = w("A7K3-9QXT");
        story.act("registrar", "case_opened", opening);
        story.until_review();
        CHECK(task_of(story, "told.acceptance").has_value() != has_slip);
        if (has_slip) continue;
        story.act("registrar", "served", serving("acceptance"));
        CHECK_FALSE(task_of(story, "told.acceptance"));
    }
}
