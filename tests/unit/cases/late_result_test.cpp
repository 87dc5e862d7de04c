// Votes that were on their way while somebody laid the same papers anew or sent them upward: any order and any delay of
// votes gives one result.
#include <algorithm>
#include <random>

#include "tests/unit/cases/vote_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::VoteStory;
using test::w;
using State = Tally::State;

namespace {

// Three voters: one grants, one refuses, and the third's grant is on a stick while they are taken for absent.
struct OnItsWay : VoteStory {
    OnItsWay() {
        until_report();
        lay("committee", {"judge", "committee", "committee2"});
        first = ballot;
        laid = heads(facts);
        late_vote = vote_fields(ballot, "grant", 2'345'600);
        early = now;
        now = now + 1000;
        vote("judge", "grant", 2'345'600);
        vote("committee", "refuse");
        act("registrar", "left", {{"person", id("committee2")}, {"why", w("absent")}});
        REQUIRE(tally().state == State::Split);
    }
    FactId lay_again() { return lay("committee", {"judge", "committee", "leader"}); }
    FactId send_upward() {
        return act("judge", "sent_upward",
                   {{"ballot", first.text()}, {"to", w("adjudication")}, {"reasons", w("一比一")}});
    }
    // The stick comes, its vote signed before the others' or after them by its clock.
    FactId arrive(bool is_early) {
        const base::Instant was = now;
        if (is_early) now = early;
        const FactId vote = say_after("committee2", "vote_cast", late_vote, laid);
        now = std::max(was, now);
        CHECK(standing(vote) == "in_force");
        return vote;
    }
    [[nodiscard]] Fields decide(const FactId& on, const std::string& result, std::int64_t amount = 0) {
        ballot = on;
        return decision(result, amount);
    }
    FactId first;
    std::vector<FactId> laid;
    Fields late_vote;
    base::Instant early;
};

}  // namespace

TEST_CASE("a late vote that gives the first ballot its result: the second one on the same papers falls") {
    for (const bool is_early : {true, false}) {
        CAPTURE(is_early);
        OnItsWay story;
        const FactId second = story.lay_again();
        story.vote("committee", "refuse");
        story.vote("leader", "refuse");
        REQUIRE(story.tally().state == State::Refuse);
        // The control: until the vote has come the second one counts.
        CHECK(story.fold().ballots.current()->by == second);
        const FactId vote = story.arrive(is_early);
        const AidCase folded = story.fold();
        REQUIRE(folded.ballots.current() != nullptr);
        CHECK(folded.ballots.current()->by == story.first);
        CHECK(folded.ballots.current()->tally.amount.value == 2'345'600);
        CHECK(folded.ballots.is_overturned(second));
        CHECK(folded.ballots.find(second)->superseded_by == std::vector<FactId>{vote});
        CHECK(is_one_case(story));
        CHECK(story.standing(story.say("judge", "decided", story.decide(second, "refuse"))) ==
              "refused decided.superseded");
        story.act("judge", "decided", story.decide(story.first, "grant", 2'345'600));
        CHECK(story.fold().ballots.decision->doubts.empty());
    }
}

TEST_CASE("a decision on the second ballot that was made unheard of the late vote stands, and is doubted") {
    for (const bool is_early : {true, false}) {
        CAPTURE(is_early);
        OnItsWay story;
        const FactId second = story.lay_again();
        story.vote("committee", "refuse");
        story.vote("leader", "refuse");
        const FactId decided = story.act("judge", "decided", story.decide(second, "refuse"));
        CHECK(story.fold().ballots.decision->doubts.empty());
        const FactId vote = story.arrive(is_early);
        const AidCase folded = story.fold();
        CHECK(folded.status == Status::DecidedRefuse);
        CHECK(folded.ballots.decision->doubts == std::vector<FactId>{vote});
        CHECK(is_one_case(story));
        // Whoever leads says that it stands, or takes it back; then the first ballot is carried out.
        story.act("leader", "corrected", {{"wrong", decided.text()}, {"reasons", w("漏了一票")}});
        story.act("judge", "decided", story.decide(story.first, "grant", 2'345'600));
    }
}

TEST_CASE("a late vote that gives the ballot its result: sending it upward falls, with what was laid there") {
    for (const bool is_early : {true, false}) {
        CAPTURE(is_early);
        OnItsWay story;
        const FactId upward = story.send_upward();
        FactId above;
        SUBCASE("nothing was laid there yet") {}
        SUBCASE("three vote there") {
            above = story.lay("adjudication", {"judge2", "judge3", "leader"});
            story.vote("judge2", "refuse");
        }
        CHECK(story.fold().ballots.body_in_charge() == "adjudication");
        story.arrive(is_early);
        const AidCase folded = story.fold();
        CHECK(!folded.ballots.body_in_charge());
        CHECK(folded.ballots.is_overturned(upward));
        REQUIRE(folded.ballots.current() != nullptr);
        CHECK(folded.ballots.current()->by == story.first);
        CHECK(is_one_case(story));
        if (folded.ballots.find(above) != nullptr) {
            story.ballot = above;
            CHECK(story.standing(story.say("judge3", "vote_cast", story.vote_fields(above, "refuse"))) ==
                  "refused vote.superseded");
        }
        story.act("judge", "decided", story.decide(story.first, "grant", 2'345'600));
    }
}

TEST_CASE("controls: what a late vote leaves as it is") {
    OnItsWay story;
    SUBCASE("it gives no result") {
        story.late_vote = story.vote_fields(story.first, "return");
        const FactId second = story.lay_again();
        story.arrive(true);
        CHECK(story.fold().ballots.current()->by == second);
    }
    SUBCASE("other papers were laid meanwhile") {
        story.report = story.act("judge", "report_written", VoteStory::report_fields(1'000'000));
        const FactId second = story.lay_again();
        story.arrive(false);
        CHECK(story.fold().ballots.current()->by == second);
    }
    SUBCASE("a paper that was voted on was corrected meanwhile") {
        const FactId upward = story.send_upward();
        story.act("judge", "corrected", {{"wrong", story.paper.text()}, {"reasons", w("扫描不全")}});
        story.arrive(true);
        CHECK(!story.fold().ballots.is_overturned(upward));
        CHECK(story.fold().ballots.current() == nullptr);
    }
    SUBCASE("its voter turns out to have a conflict: the second one counts again") {
        const FactId second = story.lay_again();
        story.arrive(true);
        REQUIRE(story.fold().ballots.current()->by == story.first);
        story.act("registrar", "conflict_declared", {{"person", story.id("committee2")}, {"reasons", w("亲戚")}});
        CHECK(story.fold().ballots.current()->by == second);
        CHECK(is_one_case(story));
    }
    SUBCASE("who had heard of it could have done neither") {
        const FactId vote = story.arrive(true);
        CHECK(vote == story.facts.back().id);
        story.ballot = story.first;
        CHECK(story.standing(story.say("registrar", "ballot_opened",
                                       story.ballot_fields("committee", {"judge", "committee", "leader"}))) ==
              "refused ballot.result");
    }
}
