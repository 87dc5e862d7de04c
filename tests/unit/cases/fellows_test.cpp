// A relative who was not asked when the form was filled, and says later whether they apply together with the applicant.
#include "app/cases/fellows.hpp"

#include <algorithm>
#include <random>

#include "app/cases/case_json.hpp"
#include "tests/unit/cases/vote_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::VoteStory;
using test::w;

namespace {

Fields said(const char* name, bool applies) {
    return {{"name", w(name)}, {"wish", w(applies ? "applies" : "declines")}};
}

}  // namespace

TEST_CASE("what a relative says last holds, and what was told of them before stays") {
    VoteStory story;
    story.open();
    CHECK(story.fold().fellows.said.empty());
    CHECK(write_case(story.fold()).find("fellows") == std::string::npos);  // the control
    Fields first = said("骆小满", false);
    first["document"] = w("330199198603020042");
    first["relation"] = w("妻子");
    story.act("registrar", "fellow_asked", first);
    REQUIRE(story.fold().fellows.find("骆小满") != nullptr);
    CHECK_FALSE(story.fold().fellows.find("骆小满")->applies);
    const auto second = story.act("registrar", "fellow_asked", said("骆小满", true));
    const AidCase folded = story.fold();
    REQUIRE(folded.fellows.said.size() == 1);
    CHECK(folded.fellows.said.front().applies);
    CHECK(folded.fellows.said.front().relation == "妻子");
    CHECK(folded.fellows.said.front().document == "330199198603020042");
    story.act("registrar", "corrected", {{"wrong", second.text()}, {"reasons", w("问错了人")}});
    CHECK_FALSE(story.fold().fellows.find("骆小满")->applies);
    CHECK(story.standing(story.say("registrar", "fellow_asked", said("申屠静", true))) == "refused fellow.applicant");
    CHECK(is_one_case(story));
}

TEST_CASE("two who heard the opposite of one relative, neither knowing of the other: people settle it") {
    VoteStory story;
    story.until_review();
    const auto seen = heads(story.facts);
    const auto yes = story.say_after("judge", "fellow_asked", said("骆小满", true), seen);
    const auto no = story.say_after("registrar", "fellow_asked", said("骆小满", false), seen);
    const auto other = story.say_after("registrar", "fellow_asked", said("骆一苗", false), seen);
    CHECK(story.standing(yes) == "in_force");
    CHECK(story.standing(no) == "contradicts fellow.two");
    CHECK(story.standing(other) == "in_force");  // the control: of somebody else
    CHECK(story.fold().entry(no)->against == yes);
    CHECK(is_one_case(story));
    // Asked once more by who knows of both: that holds.
    story.act("registrar", "fellow_asked", said("骆小满", false));
    CHECK(story.standing(no).starts_with("set_aside"));
    CHECK_FALSE(story.fold().fellows.find("骆小满")->applies);
}

TEST_CASE("who applies is settled before anything is decided") {
    VoteStory story;
    story.until_report();
    story.act("judge", "fellow_asked", said("骆小满", true));
    CHECK(story.standing(story.say("caller", "fellow_asked", said("骆小满", false))) == "refused role");
    story.lay();
    for (const char* who : {"judge", "judge2"})
        story.vote(who, "grant", 3'000'000);
    story.act("judge", "decided", story.decision("grant", 3'000'000));
    CHECK(story.standing(story.say("judge", "fellow_asked", said("骆一苗", true))) == "refused status");
}
