#include <algorithm>

#include "app/cases/tasks.hpp"
#include "tests/unit/cases/timeline.hpp"
#include "tests/unit/cases/vote_story.hpp"

using namespace courtyard;
using test::Story;

namespace {

cases::Fields asked() { return {{"token", std::string("ab12")}, {"where", std::string("测试县人民检察院")}}; }
cases::Fields answer(const cases::FactId& question, bool same) {
    return {{"asked", question.text()}, {"same", same}, {"reasons", std::string("已电话核实")}};
}

}  // namespace

TEST_CASE("a question about double aid waits for its answer, and stops nothing") {
    Story story;
    story.open();
    const auto question = story.act("registrar", "double_asked", asked());
    CHECK(story.fold().inquiry.doubles.size() == 1);
    story.act("registrar", "department_asked", {{"department", std::string("执行局")}});
    CHECK(story.standing(story.say("registrar", "double_answered", answer(story.facts.front().id, false))) ==
          "refused double.unknown");
    const auto said = story.act("registrar", "double_answered", answer(question, true));
    CHECK(story.fold().inquiry.doubles.front().answered_by == said);
    CHECK(story.fold().inquiry.doubles.front().same);
    CHECK(story.standing(story.say("registrar", "double_answered", answer(question, false))) ==
          "refused double.answered");
    CHECK(cases::write_case(story.fold()).find("测试县人民检察院") != std::string::npos);
}

TEST_CASE("two contrary answers in ignorance of each other are asked about, and count as the same until then") {
    for (const bool first : {true, false}) {
        CAPTURE(first);
        Story story;
        story.open();
        story.act("registrar", "joined", {{"person", story.id("registrar2")}, {"as", std::string("registrar")}});
        const auto question = story.act("registrar", "double_asked", asked());
        const auto one = story.say_after("registrar", "double_answered", answer(question, first), {question});
        const auto other = story.say_after("registrar2", "double_answered", answer(question, !first), {question});
        CHECK(story.fold().inquiry.doubles.front().same);
        CHECK(story.fold().inquiry.doubles.front().answered_by == one);
        CHECK(story.standing(one) == "in_force");
        CHECK(story.standing(other) == "contradicts double.two");
        CHECK(story.fold().entry(other)->against == one);
        const auto list = cases::tasks_of(story.fold(), story.offices(), test::demo_calendar(),
                                          domain::Date::in_china(story.now), {});
        CHECK(std::any_of(list.begin(), list.end(), [&](const cases::Task& each) {
            return each.act == "contradiction_settled" && each.on == other;
        }));
        // Whichever answer holds in the end is the answer.
        for (const bool second_holds : {true, false}) {
            Story told = story;
            told.act("registrar", "joined", {{"person", told.id("leader")}, {"as", std::string("leader")}});
            told.act("leader", "contradiction_settled",
                     {{"holds", (second_holds ? other : one).text()},
                      {"falls", std::vector<std::string>{(second_holds ? one : other).text()}},
                      {"reasons", std::string("重新核实过")}});
            const auto doubles = told.fold().inquiry.doubles;
            CHECK(doubles.front().same == (second_holds ? !first : first));
            CHECK(doubles.front().answered_by == (second_holds ? other : one));
        }
    }
}

TEST_CASE("two who answer the same in ignorance of each other do not contradict each other") {
    for (const bool same : {true, false}) {
        Story story;
        story.open();
        story.act("registrar", "joined", {{"person", story.id("registrar2")}, {"as", std::string("registrar")}});
        const auto question = story.act("registrar", "double_asked", asked());
        for (const char* who : {"registrar", "registrar2"})
            CHECK(story.standing(story.say_after(who, "double_answered", answer(question, same), {question})) ==
                  "in_force");
        CHECK(story.fold().inquiry.doubles.front().same == same);
    }
}

TEST_CASE("the original case that the court found stands in the case, from the answer or with the number") {
    Story story;
    story.act("registrar", "case_opened",
              {{"applicant", std::string("潘有根")},
               {"source", std::string("kiosk")},
               {"original_case", std::string("不清楚")}});
    CHECK(story.fold().original_case == "不清楚");
    story.act("registrar", "department_asked", {{"department", std::string("立案庭")}});
    story.act("registrar", "department_answered", {{"opinion", std::string("查到了")}, {"fits", true}});
    CHECK(story.fold().original_case == "不清楚");
    story.act(
        "registrar", "department_answered",
        {{"opinion", std::string("查到了")}, {"fits", true}, {"original_case", std::string("（2015）浙0199民再3号")}});
    CHECK(story.fold().original_case == "（2015）浙0199民再3号");
    story.act("registrar", "sent_to_filing", {{"opinion", std::string("符合")}});
    story.act(
        "registrar", "filed",
        {{"number", std::string("（2026）浙0199司救访1号")}, {"original_case", std::string("（2015）浙0199民再4号")}});
    CHECK(story.fold().original_case == "（2015）浙0199民再4号");
    // What was named before stays known: another office may have it by that number.
    CHECK(story.fold().original_cases ==
          std::vector<std::string>{"不清楚", "（2015）浙0199民再3号", "（2015）浙0199民再4号"});
}

TEST_CASE("two who ask the same without knowing of each other ask one question, in either order") {
    const auto about = [](std::vector<std::string> who, const char* token) {
        return cases::Fields{
            {"token", std::string(token)}, {"where", std::string("测试县人民检察院")}, {"who", std::move(who)}};
    };
    for (const bool turned : {false, true}) {
        Story story;
        story.open();
        story.act("registrar", "joined", {{"person", story.id("registrar2")}, {"as", std::string("registrar")}});
        const auto known = cases::heads(story.facts);
        const auto first = story.say_after("registrar", "double_asked", about({"甲", "乙"}, "ab12"), known);
        const auto second = story.say_after("registrar2", "double_asked", about({"甲", "乙"}, "cd34"), known);
        // Somebody else of the same case is another question.
        const auto third = story.act("registrar", "double_asked", about({"丙"}, "ef56"));
        if (turned) std::reverse(story.facts.begin() + 1, story.facts.end());
        const auto folded = story.fold();
        REQUIRE(folded.inquiry.doubles.size() == 2);
        CHECK(folded.inquiry.doubles.front().is_asked_by(first));
        CHECK(folded.inquiry.doubles.front().is_asked_by(second));
        CHECK(folded.inquiry.doubles.back().asked_by == third);
        // An answer to either of them is the answer.
        story.say_after("registrar2", "double_answered", answer(second, false), {second});
        CHECK(story.fold().inquiry.doubles.front().answered_by.has_value());
        CHECK_FALSE(story.fold().inquiry.doubles.back().answered_by.has_value());
    }
}

TEST_CASE("whoever reports, lays before the members and decides is told of earlier aid, and nothing is refused") {
    for (const bool same : {true, false}) {
        CAPTURE(same);
        test::VoteStory story;
        const auto has_task = [&story](const std::string& rule) {
            const auto list = cases::tasks_of(story.fold(), story.offices(), test::demo_calendar(),
                                              domain::Date::in_china(story.now), {});
            return std::any_of(list.begin(), list.end(), [&](const cases::Task& each) { return each.rule == rule; });
        };
        const std::string aided = same ? "_aided" : "";
        story.until_review();
        const auto question = story.act("registrar", "double_asked", asked());
        story.act("registrar", "double_answered", answer(question, same));
        CHECK(story.fold().inquiry.earlier_aid().size() == (same ? 1 : 0));
        story.find_elements();
        CHECK(has_task("report" + aided));
        story.paper =
            story.act("judge", "proof_added", {{"paper", std::string("判决书")}, {"from", std::string("court")}});
        story.report = story.act("judge", "report_written", test::VoteStory::report_fields(3'000'000));
        CHECK(has_task("ballot" + aided));
        story.lay();
        story.vote("judge2", "grant", 3'000'000);
        story.vote("judge3", "grant", 3'000'000);
        CHECK(has_task("decide" + aided));
        story.act("judge", "decided", story.decision("grant", 3'000'000));
    }
}
