// For what time stands still: each ground by itself, and of each what the author of an act knew.
#include "app/cases/clock.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "app/cases/act_day.hpp"
#include "tests/unit/cases/story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::Story;

namespace {

Fields for_ground(const char* ground) { return {{"ground", std::string(ground)}, {"reasons", std::string("写明")}}; }

std::vector<std::string> open_grounds(const Story& story) {
    const AidCase folded = story.fold();
    std::vector<std::string> out;
    for (const Clock::Pause& each : folded.clock.pauses)
        if (each.is_open()) out.push_back(each.ground);
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("papers are asked for while outside proof is awaited, and what has come is named") {
    Story story;
    story.until_review();
    const auto refused = [&](const char* kind, Fields fields) {
        Story asked = story;
        return asked.standing(asked.say("judge", kind, std::move(fields)));
    };
    CHECK(refused("clock_resumed", {}) == "refused clock.running");
    story.act("judge", "clock_paused", for_ground("outside_proof"));
    CHECK(refused("clock_paused", for_ground("outside_proof")) == "refused clock.paused");
    CHECK(refused("clock_resumed", for_ground("papers")) == "refused clock.other");
    story.act("judge", "clock_paused", for_ground("papers"));
    CHECK(refused("clock_resumed", {}) == "refused clock.which");
    story.act("registrar", "clock_resumed", {{"ground", std::string("papers")}});
    CHECK(open_grounds(story) == Texts{"outside_proof"});
    CHECK(refused("clock_resumed", {}) == "in_force");
    story.act("judge", "clock_paused", for_ground("papers"));  // papers again, after they came
    CHECK(open_grounds(story) == Texts{"outside_proof", "papers"});
}

TEST_CASE("a suspended case: what is waited for comes meanwhile, and the suspension is not ended by it") {
    Story story;
    story.until_review();
    story.act("judge", "clock_paused", for_ground("outside_proof"));
    story.act("judge", "suspended", for_ground("other"));
    story.act("judge", "clock_paused", for_ground("papers"));
    story.act("judge", "clock_resumed", {{"ground", std::string("outside_proof")}});
    story.act("judge", "clock_resumed");
    CHECK(open_grounds(story) == Texts{"suspended"});
    CHECK(story.standing(story.say("judge", "clock_resumed")) == "refused clock.suspended");
    story.facts.pop_back();
    story.act("judge", "resumed", {{"reasons", std::string("x")}});
    CHECK(story.fold().status == Status::Review);
    CHECK(open_grounds(story).empty());
}

TEST_CASE("who lets time run ends what they knew of, and nobody else's waiting, in whatever order it comes") {
    Story story;
    story.until_review();
    const auto both_knew = heads(story.facts);
    const auto proof = story.say_after("judge", "clock_paused", for_ground("outside_proof"), both_knew);
    const auto papers = story.say_after("registrar", "clock_paused", for_ground("papers"), both_knew);
    const auto again = story.say_after("registrar", "clock_paused", for_ground("outside_proof"), both_knew);
    for (const FactId& each : {proof, papers, again})
        CHECK(story.standing(each) == "in_force");
    (void)story.say_after("judge", "clock_resumed", {}, {proof});
    CHECK(open_grounds(story) == Texts{"papers", "outside_proof"});
    // The control: who knew both asks of one ground, and has its answer, once.
    Story knowing = story;
    knowing.act("judge", "clock_resumed", {{"ground", std::string("outside_proof")}});
    CHECK(open_grounds(knowing) == Texts{"papers"});
    const std::string whole = write_case(story.fold());
    std::mt19937 shuffle(5);
    std::vector<Fact> facts = story.facts;
    for (int round = 0; round < 100; ++round) {
        std::shuffle(facts.begin(), facts.end(), shuffle);
        CHECK(write_case(fold(story.facts.front().id, facts, story.offices())) == whole);
    }
}

TEST_CASE("a day before the pause began is asked about; signed, it ends what lasted no time") {
    Story story;
    story.until_review();
    Fields late = for_ground("papers");
    late["on"] = std::string("2026-12-01");
    story.act("judge", "clock_paused", late);
    Fact resumed;
    resumed.kind = "clock_resumed";
    resumed.claimed = story.now + 30LL * 86'400'000;
    for (const char* ground : {"", "papers"}) {
        CAPTURE(ground);
        resumed.fields = {{"on", std::string("2026-11-30")}};
        if (*ground != 0) resumed.fields["ground"] = std::string(ground);
        const auto refused = wrong_day(story.fold(), resumed);
        REQUIRE(refused);
        CHECK(refused->code == "clock.day");
        resumed.fields["on"] = std::string("2026-12-01");
        CHECK_FALSE(wrong_day(story.fold(), resumed));  // the control
    }
    // What another clock signed all the same lets time run: nobody could end it for years else.
    story.act("judge", "clock_resumed", {{"on", std::string("2026-11-30")}});
    REQUIRE(story.fold().clock.pauses.size() == 1);
    CHECK(story.fold().clock.pauses.front().to == story.fold().clock.pauses.front().from);
    CHECK(open_grounds(story).empty());
}

TEST_CASE("two suspend a case for two reasons without knowing of each other: each is ended by who knew of it") {
    for (const bool judge_first : {true, false}) {
        CAPTURE(judge_first);
        Story story;
        story.until_review();
        const auto both_knew = heads(story.facts);
        const auto suspend = [&](const char* who, const char* ground) {
            return story.say_after(who, "suspended", for_ground(ground), both_knew);
        };
        const FactId other = judge_first ? FactId{} : suspend("registrar", "no_guardian");
        const FactId own = suspend("judge", "other");
        const FactId second = judge_first ? suspend("registrar", "no_guardian") : other;
        CHECK(story.standing(own) == "in_force");
        CHECK(story.standing(second) == "in_force");
        CHECK(open_grounds(story) == Texts{"suspended", "suspended"});
        const auto resumed = story.say_after("judge", "resumed", {{"reasons", std::string("找到人了")}}, {own});
        CHECK(story.standing(resumed) == "in_force");
        CHECK(story.fold().status == Status::Suspended);
        CHECK(open_grounds(story) == Texts{"suspended"});
        // Who knows that it stands still does not stop it again.
        Story again = story;
        CHECK(again.standing(again.say("judge", "suspended", for_ground("other"))) == "refused status");
        story.act("registrar", "resumed", {{"reasons", std::string("能办了")}});
        CHECK(story.fold().status == Status::Review);
        CHECK(open_grounds(story).empty());
        const std::string whole = write_case(story.fold());
        std::mt19937 shuffle(6);
        std::vector<Fact> facts = story.facts;
        for (int round = 0; round < 50; ++round) {
            std::shuffle(facts.begin(), facts.end(), shuffle);
            CHECK(write_case(fold(story.facts.front().id, facts, story.offices())) == whole);
        }
    }
}
