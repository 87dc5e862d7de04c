// During a vote an element that lies before the voters is found otherwise: somebody looks whether the papers may stay.
#include <algorithm>
#include <random>

#include "tests/unit/cases/correcting.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test::correcting;
using test::MoneyStory;
using test::w;

namespace {

constexpr std::int64_t kFoundSum = 3'000'000;

Fields finding(const char* element, const char* words) {
    return {{"element", w(element)}, {"finding", w(words)}, {"sure", w("proven")}};
}
Fields otherwise() { return finding("hardship", "名下另有两套商品房出租"); }

// The hardship lies before the voters, by the registrar's hand.
void until_laid(MoneyStory& story) {
    story.until_review();
    story.find_elements();
    story.paper = story.facts.back().id;
    story.report = story.act("judge", "report_written", MoneyStory::report_fields(kFoundSum));
    story.lay();
}

}  // namespace

TEST_CASE("a laid element is found otherwise: whoever laid the ballot looks, and lays it anew or says that it stands") {
    MoneyStory story;
    until_laid(story);
    story.vote("judge", "grant", kFoundSum);
    CHECK_FALSE(has_task(story, "found_anew"));
    const FactId found = story.act("registrar2", "element_found", otherwise());
    const auto left = tasks_left(story);
    REQUIRE(task(left, "found_anew") != nullptr);
    CHECK(task(left, "found_anew")->act == "remarked");
    CHECK(task(left, "found_anew")->on == found);
    CHECK(is_for(*task(left, "found_anew"), story.person("registrar"), Role::Registrar));
    CHECK_FALSE(is_for(*task(left, "found_anew"), story.person("registrar2"), Role::Registrar));
    CHECK(has_task(story, "vote"));  // the vote goes on
    CHECK(is_one_case(story, 61));
    SUBCASE("it stands") {
        Fields answer = known_fields(*task(left, "found_anew"));
        CHECK(answer == Fields{{"about", found.text()}});
        answer["words"] = w("出租的房子是别人的，材料不变");
        story.act("caller", "remarked", answer);
        story.say_after("registrar", "remarked", answer, {story.ballot});
        CHECK(has_task(story, "found_anew"));  // another's word, or one by somebody who had not heard, is none
        story.act("registrar", "remarked", {{"words", w("今天去了档案室")}});
        story.act("registrar", "remarked", {{"words", w("报告已看")}, {"about", story.report.text()}});
        CHECK(has_task(story, "found_anew"));  // nor one about something else
        story.act("registrar", "remarked", answer);
        CHECK_FALSE(has_task(story, "found_anew"));
        CHECK(story.tally().votes.size() == 1);
    }
    SUBCASE("whoever laid it has left: who has the case says so") {
        story.act("leader", "left", {{"person", story.id("registrar")}, {"why", w("absent")}});
        const Fields answer{{"about", found.text()}, {"words", w("材料不变")}};
        CHECK(is_for(*task(tasks_left(story), "found_anew"), story.person("judge"), Role::Judge));
        story.act("registrar2", "remarked", answer);
        CHECK(has_task(story, "found_anew"));  // the control
        story.act("judge", "remarked", answer);
        CHECK_FALSE(has_task(story, "found_anew"));
    }
    SUBCASE("it is laid anew") {
        story.paper = found;
        story.lay();
        CHECK_FALSE(has_task(story, "found_anew"));
        CHECK(story.tally().votes.empty());
    }
    SUBCASE("the finding is taken back") {
        story.act("registrar2", "corrected", {{"wrong", found.text()}, {"reasons", w("看错了人")}});
        CHECK_FALSE(has_task(story, "found_anew"));
    }
    CHECK(is_one_case(story, 62));
}

TEST_CASE("nobody is asked of what says the same, is of something else, or was known when the ballot was laid") {
    MoneyStory story;
    until_laid(story);
    story.act("registrar2", "element_found", finding("hardship", "已经查明"));
    story.act("registrar2", "element_found", finding("paid", "又收到一笔赔偿"));  // does not lie before the voters
    CHECK_FALSE(has_task(story, "found_anew"));
    MoneyStory known;
    known.until_review();
    known.find_elements();
    known.paper = known.facts.back().id;
    known.act("registrar2", "element_found", otherwise());
    known.report = known.act("judge", "report_written", MoneyStory::report_fields(kFoundSum));
    known.lay();
    CHECK_FALSE(has_task(known, "found_anew"));
    // The control: found before by the clock, and unknown to whoever laid it.
    MoneyStory unknown;
    unknown.until_review();
    unknown.find_elements();
    unknown.paper = unknown.facts.back().id;
    const auto both_knew = heads(unknown.facts);
    unknown.say_after("registrar2", "element_found", otherwise(), both_knew);
    unknown.report = unknown.say_after("judge", "report_written", MoneyStory::report_fields(kFoundSum), both_knew);
    unknown.ballot = unknown.say_after("registrar", "ballot_opened",
                                       unknown.ballot_fields("panel", {"judge", "judge2", "judge3"}), {unknown.report});
    CHECK(has_task(unknown, "found_anew"));
    CHECK(is_one_case(unknown, 63));
}

TEST_CASE("a decision that did not know of it is doubted, whichever clock was earlier") {
    for (const bool found_first : {true, false}) {
        CAPTURE(found_first);
        MoneyStory story;
        until_laid(story);
        story.vote("judge", "grant", kFoundSum);
        story.vote("judge2", "grant", kFoundSum);
        const auto both_knew = heads(story.facts);
        FactId found;
        const auto find = [&] { found = story.say_after("registrar2", "element_found", otherwise(), both_knew); };
        if (found_first) find();
        const FactId decided = story.say_after("judge", "decided", story.decision("grant", kFoundSum), both_knew);
        if (!found_first) find();
        CHECK(story.standing(decided) == "in_force");
        CHECK(story.standing(found) == "in_force");
        CHECK(story.fold().ballots.decision->open_doubts() == std::vector<FactId>{found});
        CHECK(has_task(story, "doubt"));
        CHECK_FALSE(has_task(story, "found_anew"));  // the leader looks now
        CHECK(is_one_case(story, 64));
    }
    // The controls: who decides knowing of it, and what is found knowing of the decision.
    MoneyStory story;
    until_laid(story);
    story.vote("judge", "grant", kFoundSum);
    story.vote("judge2", "grant", kFoundSum);
    story.act("registrar2", "element_found", otherwise());
    story.act("judge", "decided", story.decision("grant", kFoundSum));
    story.act("registrar2", "element_found", finding("hardship", "房子已经卖掉"));
    CHECK(story.fold().ballots.decision->doubts.empty());
}
