#include "app/cases/fold.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "app/cases/fact_json.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::Story;
using test::text;

TEST_CASE("a case walks from opening to review, and stands in the stage of its state") {
    Story story;
    story.until_review();
    const AidCase folded = story.fold();
    CHECK(folded.status == Status::Review);
    CHECK(folded.stage() == Stage::Review);
    CHECK(folded.number == "（2026）浙0199司救执1号");
    CHECK(folded.members.handler == story.person("judge"));
    CHECK(folded.members.has(story.person("judge3")));
    CHECK(folded.missing.empty());
}

TEST_CASE("a case that was taken back shows how far it came") {
    Story story;
    story.until_review();
    story.act("registrar", "withdrawn", {{"how", text("本人书面撤回")}});
    const AidCase folded = story.fold();
    CHECK(folded.stage() == Stage::Application);
    CHECK(folded.reached() == Stage::Review);
}

TEST_CASE("facts in any order, given twice, make the same case byte for byte") {
    Story story(7);
    story.until_review();
    story.act("judge", "clock_paused", {{"ground", text("outside_proof")}, {"reasons", text("等银行回函")}});
    story.say("caller", "filed", {{"number", text("（2026）浙0199司救执2号")}});
    story.say("judge", "of_a_newer_program", {});
    const std::string whole = write_case(story.fold());
    std::mt19937 shuffle(3);
    for (int round = 0; round < 200; ++round) {
        std::vector<Fact> facts = story.facts;
        facts.insert(facts.end(), story.facts.begin(), story.facts.begin() + round % 5);
        std::shuffle(facts.begin(), facts.end(), shuffle);
        CHECK(write_case(fold(story.facts.front().id, facts, story.offices())) == whole);
    }
    // The control: one fact less is another case.
    std::vector<Fact> fewer(story.facts.begin(), story.facts.end() - 3);
    CHECK(write_case(fold(story.facts.front().id, fewer, story.offices())) != whole);
}

TEST_CASE("a wrong clock does not put a fact before one that its author knew") {
    Story story;
    story.open();
    story.now = {1'000'000'000'000};  // 2001
    story.act("registrar", "department_asked", {{"department", text("执行局")}});
    CHECK(story.fold().status == Status::AskDept);
}

TEST_CASE("two who did not know of each other: both facts are kept, one stands, and a third settles it") {
    Story story;
    story.until_review();
    const auto seen = heads(story.facts);
    const auto ended = story.say_after("judge", "terminated",
                                       {{"ground", text("hardship_gone")}, {"reasons", text("已获赔偿")}}, seen);
    const auto halted = story.say_after("registrar", "suspended",
                                        {{"ground", text("no_guardian")}, {"reasons", text("监护人未定")}}, seen);
    CHECK(story.fold().status == Status::Terminated);
    CHECK(story.standing(halted) == "contradicts status");
    CHECK(story.fold().entry(halted)->against == ended);
    SUBCASE("the other one holds") {
        story.act("leader", "contradiction_settled",
                  {{"holds", halted.text()},
                   {"falls", std::vector<std::string>{ended.text()}},
                   {"reasons", text("赔偿尚未到手")}});
        CHECK(story.fold().status == Status::Suspended);
        CHECK(story.standing(ended) == "set_aside");
        CHECK(story.standing(halted) == "in_force");
    }
    SUBCASE("the first one holds") {
        story.act("registrar", "contradiction_settled",
                  {{"holds", ended.text()},
                   {"falls", std::vector<std::string>{halted.text()}},
                   {"reasons", text("赔偿已经到手")}});
        CHECK(story.fold().status == Status::Terminated);
        CHECK(story.standing(halted) == "set_aside");
    }
}

TEST_CASE("what its author knew to be past is no contradiction but refused") {
    Story story;
    story.until_review();
    const auto late = story.say("registrar", "department_asked", {{"department", text("执行局")}});
    CHECK(story.standing(late) == "refused status");
}

TEST_CASE("a mistake is set right by a new fact, and the setting right can be set right") {
    Story story;
    story.until_review();
    const auto wrong = story.act("judge", "terminated", {{"ground", text("other")}, {"reasons", text("点错了")}});
    const auto other = story.say("judge2", "corrected", {{"wrong", wrong.text()}, {"reasons", text("不是我写的")}});
    CHECK(story.standing(other) == "refused corrected.others");
    const auto right = story.act("judge", "corrected", {{"wrong", wrong.text()}, {"reasons", text("点错了")}});
    CHECK(story.fold().status == Status::Review);
    story.act("registrar", "corrected", {{"wrong", right.text()}, {"reasons", text("其实没有点错")}});
    CHECK(story.fold().status == Status::Terminated);
}

TEST_CASE("a slip of the pen in number or name is set right, and nothing that rests on it falls") {
    Story story;
    story.until_review();
    const auto filed =
        std::find_if(story.facts.begin(), story.facts.end(), [](const Fact& f) { return f.kind == "filed"; });
    CHECK(story.standing(
              story.say("registrar", "corrected", {{"wrong", filed->id.text()}, {"reasons", text("号写错")}})) ==
          "refused corrected.rests");
    CHECK(story.standing(story.say("registrar", "details_corrected", {{"reasons", text("号写错")}})) ==
          "refused details.nothing");
    story.act("registrar", "details_corrected",
              {{"number", text("（2026）浙0199司救执2号")}, {"reasons", text("号写错")}});
    const auto renamed =
        story.act("judge", "details_corrected", {{"applicant", text("申屠靖")}, {"reasons", text("同音字")}});
    const AidCase folded = story.fold();
    CHECK(folded.number == "（2026）浙0199司救执2号");
    CHECK(folded.applicant == "申屠靖");
    CHECK(folded.status == Status::Review);
    CHECK(folded.members.handler.has_value());
    story.act("judge", "corrected", {{"wrong", renamed.text()}, {"reasons", text("原来没有写错")}});
    CHECK(story.fold().applicant == "申屠静");
    // As it was typed, in facts of before: one number all the same.
    story.act("registrar", "details_corrected",
              {{"number", text("(2026)浙0199司救执９００号")}, {"reasons", text("又写错")}});
    CHECK(story.fold().number == "（2026）浙0199司救执900号");
    Story fresh;
    fresh.open();
    CHECK(fresh.standing(fresh.say("registrar", "details_corrected",
                                   {{"number", text("（2026）浙0199司救执2号")}, {"reasons", text("早了")}})) ==
          "refused details.number");
}

TEST_CASE("strangers, those not on the case and those of another office have no effect") {
    Story story;
    story.open();
    CHECK(story.standing(story.say("judge", "remarked", {{"words", text("看一下")}})) == "refused member");
    CHECK(story.standing(story.say("registrar", "time_extended", {{"reasons", text("复杂")}})) == "refused role");
    Fact stranger = story.facts.back();
    stranger.id.bytes[0] ^= 1U;
    stranger.author.bytes[0] ^= 1U;
    story.facts.push_back(stranger);
    CHECK(story.standing(stranger.id) == "refused role");
}

TEST_CASE("who has a conflict of interest leaves, and the case gets another key") {
    Story story;
    story.until_review();
    const std::uint32_t before = story.fold().members.epoch;
    story.act("committee", "conflict_declared", {{"person", story.id("committee")}, {"reasons", text("是亲戚")}});
    CHECK_FALSE(story.fold().members.has(story.person("committee")));
    CHECK(story.fold().members.epoch == before + 1);
    CHECK(story.standing(
              story.say("registrar", "joined", {{"person", story.id("committee")}, {"as", text("committee")}})) ==
          "refused member.conflict");
    CHECK(story.standing(story.say("committee", "remarked", {{"words", text("还是我")}})) == "refused member");
}

TEST_CASE("nobody gives a key that would outlast their leaving") {
    Story story;
    story.until_review();
    const auto give = [&](const char* key, std::int64_t epoch) {
        return Fields{{"key", text(key)}, {"epoch", epoch}, {"persons", std::vector<std::string>{story.id("judge")}}};
    };
    const auto seen = heads(story.facts);
    CHECK(story.standing(story.say("judge", "key_given", give("aa", 99))) == "refused member.epoch");
    // The control: a key of the present epoch counts.
    CHECK(story.standing(story.say("judge", "key_given", give("bb", 1))) == "in_force");
    story.act("registrar", "left", {{"person", story.id("judge")}, {"why", text("reassigned")}});
    // Who says that they had not heard of it gives no key of the new epoch, wherever their clock puts them.
    const auto unaware = story.say_after("judge", "key_given", give("cc", 2), seen);
    CHECK(story.standing(unaware) == "refused member");
    story.now = {1'700'000'000'000};
    const auto before = story.say_after("judge", "key_given", give("dd", 2), seen);
    CHECK(story.standing(before).substr(0, 7) == "refused");
    story.now = {1'800'000'000'000};
    CHECK(story.standing(story.say("registrar", "key_given", give("ee", 2))) == "in_force");
    const auto keys = story.fold().members.keys;
    CHECK(keys.contains("ee"));
    for (const char* bogus : {"aa", "cc", "dd"})
        CHECK_FALSE(keys.contains(bogus));
    // What lies under them all the same is for those on the case: handed on, they stay what they are.
    CHECK(story.fold().members.stray_keys.size() == 3);
    CHECK(story.standing(story.say("registrar", "key_given",
                                   {{"key", text("aa")},
                                    {"epoch", std::int64_t{99}},
                                    {"persons", std::vector<std::string>{story.id("registrar")}}})) == "in_force");
    const auto members = story.fold().members;
    CHECK_FALSE(members.keys.contains("aa"));
    CHECK(members.holders_of("aa")->contains(story.person("registrar")));
    CHECK(members.holders_of("ff") == nullptr);
}

TEST_CASE("a stranger makes nobody's key stray") {
    Story story;
    story.open();
    const auto give = [&](const char* who) {
        return Fields{
            {"key", text("aa")}, {"epoch", std::int64_t{1}}, {"persons", std::vector<std::string>{story.id(who)}}};
    };
    CHECK(story.standing(story.say("judge", "key_given", give("judge"))) == "refused member");
    CHECK(story.fold().members.stray_keys.empty());
    story.act("registrar", "key_given", give("registrar"));
    CHECK(story.fold().members.keys.contains("aa"));
}

TEST_CASE("papers are asked for once") {
    Story story;
    story.open();
    const Fields ask{{"papers", std::vector<std::string>{"低保证"}}, {"until", text("2026-12-10")}};
    story.act("registrar", "more_asked", ask);
    story.act("registrar", "sent_to_filing", {{"opinion", text("可以")}});
    CHECK(story.standing(story.say("registrar", "more_asked", ask)) == "refused more.twice");
    CHECK(story.fold().inquiry.still_missing() == std::vector<std::string>{"低保证"});
    story.act("registrar", "more_came", {{"papers", std::vector<std::string>{"低保证"}}});
    CHECK(story.fold().inquiry.still_missing().empty());
}

TEST_CASE(
    "a paper that is called otherwise than any that was asked for is refused, and what came besides counts apart") {
    Story story;
    story.open();
    using PaperTexts = std::vector<std::string>;
    story.act("registrar", "more_asked",
              {{"papers", PaperTexts{"《低保证》复印件", "诊断证明"}}, {"until", text("2026-12-10")}});
    const auto verdict = [&](Fields fields) {
        Fact fact;
        fact.kind = "more_came";
        fact.fields = std::move(fields);
        const auto no = wrong_papers(story.fold().inquiry, fact);
        return no ? no->code : std::string();
    };
    CHECK(verdict({{"papers", PaperTexts{"低保"}}}) == "more.other");
    CHECK(verdict({{"papers", PaperTexts{"低保证复印件", "户口本"}}}) == "more.other");
    CHECK(verdict({{"papers", PaperTexts{" 低保证 复印件"}}})
              .empty());  // spaces and marks around titles are no other paper
    for (const char* typed : {"诊断证明；", "诊断证明。", "诊断证明;，"})
        CHECK_MESSAGE(verdict({{"papers", PaperTexts{typed}}}).empty(), typed);  // nor what ends an item of a list
    CHECK(verdict({{"others", PaperTexts{"户口本"}}}).empty());
    CHECK(story.standing(story.say("registrar", "more_came", {})) == "refused field.papers");
    story.act("registrar", "more_came", {{"papers", PaperTexts{"低保证复印件"}}, {"others", PaperTexts{"户口本"}}});
    CHECK(story.fold().inquiry.still_missing() == PaperTexts{"诊断证明"});
    story.act("registrar", "more_came", {{"others", PaperTexts{"诊断证明"}}});
    CHECK(story.fold().inquiry.still_missing() == PaperTexts{"诊断证明"});  // said to be something else
    story.act("registrar", "more_came", {{"papers", PaperTexts{"诊断证明"}}});
    CHECK(story.fold().inquiry.still_missing().empty());
    CHECK(verdict({{"papers", PaperTexts{"户口本"}}}).empty());  // nothing is missing: whatever else comes is noted
}

TEST_CASE("who asked for papers first still asks the department, and need not file what does not fit") {
    Story story;
    story.open();
    using PaperTexts = std::vector<std::string>;
    story.act("registrar", "more_asked", {{"papers", PaperTexts{"判决书"}}, {"until", text("2026-12-10")}});
    story.act("registrar", "department_asked", {{"department", text("执行局")}});
    CHECK(story.fold().status == Status::NeedMore);
    story.act("registrar", "department_answered", {{"opinion", text("不是本案当事人")}, {"fits", false}});
    const auto verdict = [&](Fields fields) {
        Fact fact;
        fact.kind = "sent_to_filing";
        fact.fields = std::move(fields);
        const auto no = wrong_papers(story.fold().inquiry, fact);
        return no ? no->code : std::string();
    };
    CHECK(verdict({{"opinion", text("符合")}}) == "filing.missing");
    CHECK(verdict({{"opinion", text("符合")}, {"despite", text("判决书由本院自己调取")}}).empty());
    SUBCASE("while papers are missing") {}
    SUBCASE("on the way to its number") {
        story.act("registrar", "more_came", {{"papers", PaperTexts{"判决书"}}});
        CHECK(verdict({{"opinion", text("符合")}}).empty());
        story.act("registrar", "sent_to_filing", {{"opinion", text("符合")}});
        CHECK(story.fold().status == Status::ToFiling);
    }
    story.act("registrar", "not_filed", {{"reasons", text("不符合条件")}});
    CHECK(story.fold().status == Status::NotFiled);
    // The control: what has its number is decided, and not sent away.
    Story filed;
    filed.until_review();
    CHECK(filed.standing(filed.say("registrar", "not_filed", {{"reasons", text("x")}})) == "refused status");
}

TEST_CASE("fields that are missing or wrong are named") {
    Story story;
    CHECK(story.standing(story.say("registrar", "case_opened", {{"source", text("kiosk")}})) ==
          "refused field.applicant");
    Story other;
    other.open();
    CHECK(other.standing(other.say("registrar", "more_asked",
                                   {{"papers", std::vector<std::string>{}}, {"until", text("2026-12-10")}})) ==
          "refused field.papers");
    CHECK(other.standing(other.say("registrar", "more_asked",
                                   {{"papers", std::vector<std::string>{"x"}}, {"until", text("2026-02-30")}})) ==
          "refused field.until");
}

TEST_CASE("a payload is read as it was written, and what a newer program wrote does not hurt") {
    Story story;
    story.until_review();
    for (const Fact& fact : story.facts) {
        const auto read = read_fact({fact.id, fact.author, fact.kind, fact.claimed}, write_fact(fact));
        REQUIRE(read.has_value());
        CHECK(*read == fact);
    }
    const Fact& fact = story.facts.front();
    const FactFrame frame{fact.id, fact.author, fact.kind, fact.claimed};
    CHECK(read_fact(frame, R"({"fields":{"amount":1.5,"new":{"a":1},"on":"2026-11-23"},"later":7})").has_value());
    for (const char* bad : {"", "[]", R"({"fields":7})", R"({"after":"x","fields":{}})", R"({"case":"zz","fields":{}})",
                            R"({"fields":{"a":[[[[[[1]]]]]]}})"})
        CHECK_FALSE(read_fact(frame, bad).has_value());
}

TEST_CASE("papers that came in time win over giving up, in whatever order both arrive") {
    const Fields asked{{"papers", std::vector<std::string>{"低保证"}}, {"until", text("2026-11-30")}};
    const auto came = [](const char* on) {
        return Fields{{"papers", std::vector<std::string>{"低保证"}}, {"on", text(on)}};
    };
    const auto given_up = [](const char* on) { return Fields{{"reasons", text("一直没有来")}, {"on", text(on)}}; };
    test::Story story;
    story.open();
    story.act("registrar", "more_asked", asked);
    CHECK(story.standing(story.say("registrar", "abandoned", given_up("2026-11-30"))) == "refused abandoned.day");
    story.facts.pop_back();
    story.act("registrar", "joined", {{"person", story.id("registrar2")}, {"as", text("registrar")}});
    const auto members_knew = heads(story.facts);
    SUBCASE("two of the case, neither of whom knew of the other") {
        for (const bool papers_first : {true, false}) {
            CAPTURE(papers_first);
            test::Story crossed = story;
            if (papers_first) crossed.say_after("registrar2", "more_came", came("2026-11-27"), members_knew);
            crossed.say_after("registrar", "abandoned", given_up("2026-12-03"), members_knew);
            if (!papers_first) crossed.say_after("registrar2", "more_came", came("2026-11-27"), members_knew);
            CHECK(crossed.fold().status == Status::NeedMore);
            const auto tasks = tasks_of(crossed.fold(), crossed.offices(), test::demo_calendar(),
                                        *domain::Date::parse("2026-12-04"), {});
            CHECK(std::any_of(tasks.begin(), tasks.end(),
                              [](const Task& each) { return each.act == "sent_to_filing" && each.due.has_value(); }));
            CHECK(crossed.standing(crossed.say("registrar", "sent_to_filing", {{"opinion", text("符合")}})) ==
                  "in_force");
        }
    }
    SUBCASE("noted only when it was given up already") {
        story.act("registrar", "abandoned", given_up("2026-12-03"));
        CHECK(story.fold().status == Status::Abandoned);
        SUBCASE("in time") {
            story.act("registrar", "more_came", came("2026-11-27"));
            CHECK(story.fold().status == Status::NeedMore);
        }
        SUBCASE("the control: too late") {
            story.act("registrar", "more_came", came("2026-12-10"));
            CHECK(story.fold().status == Status::Abandoned);
        }
    }
}
