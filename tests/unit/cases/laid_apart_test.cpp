// The same ballot, laid by people who had not met: it is one, whoever's clock was ahead, and only a change of its
// papers re-opens it. And nothing that was in force for its author is refused because of it.
#include <algorithm>
#include <random>

#include "tests/unit/cases/correcting.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test::correcting;
using test::MoneyStory;
using test::w;
using State = Tally::State;

namespace {

constexpr std::int64_t kSum = 2'111'100;
const std::vector<std::string> kVoters{"committee", "judge", "leader"};

// The judge lays it, and the registrar, apart from them; `is_judge_first` by their clocks.
struct LaidApart : MoneyStory {
    explicit LaidApart(bool is_judge_first, std::uint64_t seed = 1) : MoneyStory(seed) {
        until_report();
        proof = act("judge", "proof_added", {{"paper", w("病历")}, {"from", w("applicant")}});
        both_knew = heads(facts);
        early = now;
        now = now + 3'600'000;
        if (is_judge_first) now = early;
        of_judge = say_after("judge", "ballot_opened", ballot_fields("committee", kVoters), both_knew);
        now = early + 1'800'000;
        of_registrar = say_after("registrar", "ballot_opened", ballot_fields("committee", kVoters), both_knew);
        now = early + 7'200'000;
        ballot = of_judge;
    }
    // By somebody who knows that one alone of the two.
    FactId vote_on(const FactId& on, const char* who, const char* choice, std::int64_t amount = 0) {
        const FactId cast = say_after(who, "vote_cast", vote_fields(on, choice, amount), {on});
        CHECK(standing(cast) == "in_force");
        return cast;
    }
    [[nodiscard]] std::vector<base::PersonId> asked_to_vote() const {
        std::vector<base::PersonId> out;
        for (const Task& each : tasks_left(*this))
            if (each.act == "vote_cast" && each.person) out.push_back(*each.person);
        std::sort(out.begin(), out.end());
        return out;
    }
    [[nodiscard]] Fields other_papers() const {
        Fields fields = ballot_fields("committee", kVoters);
        fields["papers"] = std::vector<std::string>{paper.text(), proof.text()};
        return fields;
    }
    FactId proof, of_judge, of_registrar;
    std::vector<FactId> both_knew;
    base::Instant early;
};

}  // namespace

TEST_CASE("the committee's result on one of two that were laid apart stands when the other one comes") {
    for (const bool is_judge_first : {true, false}) {
        CAPTURE(is_judge_first);
        LaidApart story(is_judge_first);
        story.vote_on(story.of_judge, "committee", "grant", kSum);
        story.vote_on(story.of_judge, "leader", "grant", kSum);
        const Ballots ballots = story.fold().ballots;
        CHECK(ballots.ballots.size() == 1);
        REQUIRE(ballots.current() != nullptr);
        CHECK(ballots.current()->laid_by.size() == 2);
        CHECK(ballots.current()->by == (is_judge_first ? story.of_judge : story.of_registrar));
        CHECK(ballots.current()->tally.state == State::Grant);
        CHECK(ballots.current()->tally.amount.value == kSum);
        CHECK(ballots.find(story.of_judge) == ballots.find(story.of_registrar));
        CHECK(story.asked_to_vote().empty());
        CHECK(has_task(story, "decide"));
        CHECK(is_one_case(story, 71));
        story.act("judge", "decided", story.decision("grant", kSum));
        CHECK(story.fold().ballots.decision->doubts.empty());
    }
}

TEST_CASE("votes that name either count together, and nobody is asked for a second one") {
    for (const bool is_judge_first : {true, false}) {
        CAPTURE(is_judge_first);
        LaidApart story(is_judge_first);
        const FactId first = story.vote_on(story.of_judge, "committee", "grant", kSum);
        CHECK(story.asked_to_vote().size() == 2);
        // Who has heard of both has voted already.
        CHECK(story.standing(story.say("committee", "vote_cast",
                                       story.vote_fields(story.of_registrar, "grant", kSum))) == "refused vote.double");
        story.facts.pop_back();
        story.vote_on(story.of_registrar, "judge", "grant", kSum);
        CHECK(story.tally().state == State::Grant);
        CHECK(story.tally().votes.at(story.person("committee")).by == first);
        CHECK_FALSE(story.fold().ballots.is_replaced(first));
        CHECK(is_one_case(story, 72));
        // A decision names either, too: two who sign it apart do not contradict each other.
        const auto knew = heads(story.facts);
        const FactId decided = story.say_after("judge", "decided", story.decision("grant", kSum), knew);
        story.ballot = story.of_registrar;
        const FactId again = story.say_after("leader", "decided", story.decision("grant", kSum), knew);
        CHECK(story.standing(decided) == "in_force");
        CHECK(story.standing(again) == "refused status");
        // A vote that the decision counted stays, whichever it names.
        const FactId second = last(story, "vote_cast");
        CHECK(story.standing(story.say("judge", "corrected", wrong(second))) == "refused corrected.rests");
    }
}

TEST_CASE("two votes of one person on the two, the one against the other: none counts until one is taken back") {
    for (const bool is_judge_first : {true, false}) {
        CAPTURE(is_judge_first);
        LaidApart story(is_judge_first);
        story.vote_on(story.of_judge, "committee", "grant", kSum);
        const FactId other = story.vote_on(story.of_registrar, "committee", "refuse");
        story.vote_on(story.of_registrar, "leader", "grant", kSum);
        CHECK(story.tally().at_odds == std::vector<base::PersonId>{story.person("committee")});
        CHECK(story.tally().state == State::Open);
        CHECK(is_one_case(story, 73));
        story.act("committee", "corrected", wrong(other));
        CHECK(story.tally().state == State::Grant);
    }
}

TEST_CASE("whoever laid it knowing of one of them lays no third, who knew of none is one with both") {
    LaidApart story(true);
    CHECK(story.standing(story.say_after("registrar2", "ballot_opened", story.ballot_fields("committee", kVoters),
                                         {story.of_registrar})) == "refused ballot.same");
    story.facts.pop_back();
    const FactId third =
        story.say_after("registrar2", "ballot_opened", story.ballot_fields("committee", kVoters), story.both_knew);
    story.vote_on(third, "leader", "refuse");
    story.vote_on(story.of_registrar, "judge", "refuse");
    CHECK(story.fold().ballots.current()->laid_by.size() == 3);
    CHECK(story.tally().state == State::Refuse);
    CHECK(is_one_case(story, 74));
}

TEST_CASE("a decision on the one that came before the other one: it stands, undoubted, and late votes are heard") {
    for (const std::int64_t when : {-5'400'000, 1'800'000, 36'000'000}) {
        CAPTURE(when);
        MoneyStory story;
        story.until_report();
        const auto both_knew = heads(story.facts);
        story.now = story.now + 7'200'000;
        const base::Instant laid = story.now;
        story.ballot = story.say_after("judge", "ballot_opened", story.ballot_fields("committee", kVoters), both_knew);
        story.vote("committee", "grant", kSum);
        story.vote("judge", "grant", kSum);
        const FactId decided = story.act("judge", "decided", story.decision("grant", kSum));
        const base::Instant after = story.now;
        story.now = laid + when;
        const FactId other =
            story.say_after("registrar", "ballot_opened", story.ballot_fields("committee", kVoters), both_knew);
        CHECK(story.standing(other) == "in_force");
        const FactId late = story.say_after("leader", "vote_cast", story.vote_fields(other, "refuse"), {other});
        story.now = std::max(after, story.now);
        CHECK(story.standing(late) == "in_force");
        CHECK(story.standing(decided) == "in_force");
        CHECK(story.fold().ballots.decision->doubts.empty());
        CHECK(story.tally().votes.size() == 3);
        CHECK_FALSE(has_task(story, "contradiction"));
        CHECK(is_one_case(story, 75));
        // Of one who has voted otherwise on the other: a doubt, as on one ballot.
        const FactId odd = story.say_after("committee", "vote_cast", story.vote_fields(other, "refuse"), {other});
        CHECK(story.fold().ballots.decision->doubts == std::vector<FactId>{odd});
    }
    // The control: what does not ask the same, and comes after the decision by its clock, is for a person to settle.
    LaidApart story(true);
    story.vote_on(story.of_judge, "committee", "grant", kSum);
    story.vote_on(story.of_judge, "judge", "grant", kSum);
    story.act("judge", "decided", story.decision("grant", kSum));
    CHECK(story.standing(story.say_after("registrar2", "ballot_opened", story.other_papers(), story.both_knew)) ==
          "contradicts status");
}

TEST_CASE("a change of the papers takes the place of both, whichever of them its author had heard of") {
    for (const bool is_judge_first : {true, false}) {
        for (const bool knows_judge : {true, false}) {
            CAPTURE(is_judge_first);
            CAPTURE(knows_judge);
            LaidApart story(is_judge_first);
            const FactId heard = knows_judge ? story.of_judge : story.of_registrar;
            const FactId vote = story.vote_on(knows_judge ? story.of_registrar : story.of_judge, "leader", "refuse");
            const base::Instant late = story.now;
            for (const base::Instant at : {late, story.early + 2'000'000}) {
                LaidApart told = story;
                told.now = at;
                const FactId changed = told.say_after("registrar2", "ballot_opened", told.other_papers(), {heard});
                told.now = late + 7'200'000;
                const Ballots ballots = told.fold().ballots;
                REQUIRE(ballots.current() != nullptr);
                CHECK(ballots.current()->by == changed);
                CHECK(ballots.is_replaced(vote));
                CHECK(told.asked_to_vote().size() == 3);
                // Who knew nothing of it goes on with both, and the decision is doubted.
                told.vote_on(story.of_judge, "judge", "refuse");
                const FactId other =
                    told.say_after("committee", "vote_cast", told.vote_fields(story.of_registrar, "refuse"),
                                   {story.of_judge, story.of_registrar});
                CHECK(told.standing(other) == "in_force");
                const FactId decided = told.say_after("leader", "decided", told.decision("refuse"), {vote, other});
                CHECK(told.standing(decided) == "in_force");
                CHECK(told.fold().ballots.decision->doubts == std::vector<FactId>{changed});
                CHECK(is_one_case(told, 76, 5));
            }
        }
    }
}

TEST_CASE(
    "laid anew knowing what had taken its place it is a ballot of its own, and one that comes late adds nothing") {
    for (const bool is_first_here : {false, true}) {
        CAPTURE(is_first_here);
        MoneyStory story;
        story.until_report();
        const FactId proof = story.act("judge", "proof_added", {{"paper", w("病历")}, {"from", w("applicant")}});
        const auto both_knew = heads(story.facts);
        const Fields same = story.ballot_fields("committee", kVoters);
        Fields changed = same;
        changed["papers"] = std::vector<std::string>{story.paper.text(), proof.text()};
        std::optional<FactId> first;
        if (is_first_here) first = story.say_after("judge", "ballot_opened", same, both_knew);
        story.now = story.now + 3'600'000;
        const FactId other = story.say_after("registrar", "ballot_opened", changed, both_knew);
        const FactId anew = story.say_after("registrar2", "ballot_opened", same, {other});
        if (first) {
            const FactId stray =
                story.say_after("committee", "vote_cast", story.vote_fields(*first, "refuse"), {*first});
            CHECK(story.standing(stray) == "in_force");
        }
        story.ballot = anew;
        std::vector<FactId> votes;
        for (const char* who : {"committee", "leader"})
            votes.push_back(story.say_after(who, "vote_cast", story.vote_fields(anew, "grant", kSum), {anew}));
        const FactId decided = story.say_after("judge", "decided", story.decision("grant", kSum), votes);
        for (const FactId& each : {other, anew, votes[0], votes[1], decided})
            CHECK(story.standing(each) == "in_force");
        const Ballots ballots = story.fold().ballots;
        CHECK(ballots.ballots.size() == (is_first_here ? 3 : 2));
        CHECK(ballots.find(anew)->laid_by.size() == 1);
        CHECK(ballots.current()->by == anew);
        CHECK(ballots.decision->doubts.empty());
        CHECK(is_one_case(story, 81));
    }
}

TEST_CASE("others laid something else between them, by their clocks: for each what they knew of goes on") {
    LaidApart story(false);
    story.now = story.early + 2'700'000;  // after the registrar's, before the judge's
    const FactId between = story.say_after("registrar2", "ballot_opened", story.other_papers(), story.both_knew);
    story.now = story.early + 7'200'000;
    // Of both, not of the one between; of the later one and the one between; of the earlier one and the one between.
    const FactId of_both =
        story.say_after("committee", "vote_cast", story.vote_fields(story.of_registrar, "grant", kSum),
                        {story.of_registrar, story.of_judge});
    const FactId of_later = story.say_after("leader", "vote_cast", story.vote_fields(story.of_judge, "grant", kSum),
                                            {story.of_judge, between});
    const FactId of_between =
        story.say_after("judge", "vote_cast", story.vote_fields(between, "refuse"), {story.of_registrar, between});
    CHECK(story.standing(of_both) == "in_force");
    CHECK(story.standing(of_later) == "in_force");
    CHECK(story.standing(of_between) == "in_force");
    const Ballots ballots = story.fold().ballots;
    CHECK(ballots.current()->by == story.of_registrar);
    CHECK(ballots.current()->tally.state == State::Grant);
    CHECK(ballots.current()->tally.votes.size() == 2);
    CHECK(ballots.is_replaced(of_between));
    const FactId knowing =
        story.say_after("committee2", "vote_cast", story.vote_fields(between, "refuse"), {story.of_judge, between});
    CHECK(story.standing(knowing).starts_with("refused"));
    CHECK(is_one_case(story, 82));
}

TEST_CASE("a report of which neither had heard takes the place of both") {
    for (const bool is_judge_first : {true, false}) {
        LaidApart story(is_judge_first);
        story.now = story.early + 900'000;
        const FactId report =
            story.say_after("judge", "report_written", MoneyStory::report_fields(1'000'000), story.both_knew);
        CHECK(story.standing(report) == "in_force");
        story.now = story.early + 7'200'000;
        CHECK(story.fold().ballots.find(story.of_judge)->laid_by.size() == 2);
        CHECK(story.fold().ballots.current() == nullptr);
        CHECK(story.standing(story.vote_on(story.of_registrar, "committee", "refuse")) == "in_force");
        CHECK(is_one_case(story, 83));
    }
}

TEST_CASE("one of them goes upward while the other is voted on: the result is carried out") {
    for (const bool is_judge_first : {true, false}) {
        CAPTURE(is_judge_first);
        LaidApart story(is_judge_first);
        const FactId sent = story.say_after(
            "judge", "sent_upward", {{"ballot", story.of_judge.text()}, {"to", w("adjudication")}, {"reasons", w("x")}},
            {story.of_judge});
        CHECK(story.standing(sent) == "in_force");
        CHECK(story.fold().ballots.current() == nullptr);
        CHECK(story.fold().ballots.body_in_charge() == "adjudication");
        story.vote_on(story.of_registrar, "committee", "refuse");
        story.vote_on(story.of_registrar, "leader", "refuse");
        REQUIRE(story.fold().ballots.current() != nullptr);
        CHECK(story.fold().ballots.current()->tally.state == State::Refuse);
        CHECK(story.fold().ballots.is_overturned(sent));
        CHECK(is_one_case(story, 77));
    }
}

TEST_CASE("one of them is withdrawn: the other one stays, with the votes that name it") {
    for (const bool is_judge_first : {true, false}) {
        CAPTURE(is_judge_first);
        LaidApart story(is_judge_first);
        story.vote_on(story.of_registrar, "leader", "refuse");
        CHECK(story.standing(story.say("registrar", "corrected", wrong(story.of_registrar))) ==
              "refused corrected.rests");
        story.facts.pop_back();
        story.act("judge", "corrected", wrong(story.of_judge));
        const Ballots ballots = story.fold().ballots;
        REQUIRE(ballots.current() != nullptr);
        CHECK(ballots.current()->laid_by == std::vector<FactId>{story.of_registrar});
        CHECK(ballots.current()->tally.votes.size() == 1);
        CHECK(is_one_case(story, 78));
    }
}

TEST_CASE("a laid paper is corrected, a report is written, a voter leaves apart from one of them: as on one ballot") {
    for (const bool is_judge_first : {true, false}) {
        CAPTURE(is_judge_first);
        LaidApart laid(is_judge_first);
        laid.vote_on(laid.of_registrar, "leader", "refuse");
        LaidApart corrected = laid, written = laid, left = laid;
        corrected.say_after("judge", "corrected", {{"wrong", laid.paper.text()}, {"reasons", w("扫描不全")}},
                            {laid.of_judge});
        CHECK(corrected.fold().ballots.current() == nullptr);
        written.say_after("judge", "report_written", MoneyStory::report_fields(1'000'000), {laid.of_judge});
        CHECK(written.fold().ballots.current() == nullptr);
        left.say_after("registrar2", "left", {{"person", laid.id("committee")}, {"why", w("absent")}}, {laid.of_judge});
        CHECK(left.tally().state == State::Open);
        left.vote_on(laid.of_judge, "judge", "grant", kSum);
        CHECK(left.tally().state == State::Split);
        for (const LaidApart* story : {&corrected, &written, &left})
            CHECK(is_one_case(*story, 79));
    }
}

TEST_CASE("an element found otherwise: who laid the same knowing of it has said that the papers may stay") {
    for (const bool is_judge_first : {true, false}) {
        CAPTURE(is_judge_first);
        MoneyStory story;
        story.until_review();
        story.find_elements();
        story.paper = story.facts.back().id;
        story.report = story.act("judge", "report_written", MoneyStory::report_fields(kSum));
        const auto both_knew = heads(story.facts);
        const base::Instant early = story.now;
        const FactId found = story.say_after(
            "registrar2", "element_found",
            {{"element", w("hardship")}, {"finding", w("名下另有房子")}, {"sure", w("proven")}}, both_knew);
        story.now = is_judge_first ? early + -1'000 : early + 36'000'000;
        const FactId of_judge =
            story.say_after("judge", "ballot_opened", story.ballot_fields("committee", kVoters), both_knew);
        CHECK(has_task(story, "found_anew"));
        story.now = early + 7'200'000;
        MoneyStory unheard = story;
        story.say_after("registrar", "ballot_opened", story.ballot_fields("committee", kVoters), {found});
        story.now = early + 72'000'000;
        CHECK_FALSE(has_task(story, "found_anew"));
        CHECK(is_one_case(story, 80));
        // The control: laid again by somebody who had not heard of it either.
        unheard.say_after("registrar", "ballot_opened", unheard.ballot_fields("committee", kVoters), both_knew);
        CHECK(unheard.fold().ballots.find(of_judge)->laid_by.size() == 2);
        CHECK(has_task(unheard, "found_anew"));
        unheard.act("registrar", "remarked", {{"about", found.text()}, {"words", w("材料不变")}});
        CHECK_FALSE(has_task(unheard, "found_anew"));
    }
}

TEST_CASE("random: laid by up to three apart, voted on each, any clocks: the result is that of one ballot") {
    constexpr std::uint32_t kSeed = 20261128;
    MESSAGE("seed " << kSeed);
    std::mt19937 random(kSeed);
    const auto draw = [&random](std::size_t below) { return static_cast<std::size_t>(random() % below); };
    const std::vector<std::string> voters{"committee", "committee2", "committee3", "judge", "leader"};
    std::map<State, int> met;
    for (std::uint64_t round = 0; round < 60; ++round) {
        MoneyStory apart(round + 1), one(round + 1);
        apart.until_report();
        one.until_report();
        const auto both_knew = heads(apart.facts);
        const base::Instant start = apart.now;
        const auto any_time = [&] { return start + static_cast<std::int64_t>(draw(100'000'000)); };
        std::vector<FactId> laid;
        const std::vector<std::string> who{"judge", "registrar", "registrar2"};
        for (std::size_t i = 0; i < 2 + draw(2); ++i) {
            apart.now = any_time();
            laid.push_back(
                apart.say_after(who[i], "ballot_opened", apart.ballot_fields("committee", voters), both_knew));
        }
        one.lay("committee", voters);
        for (const std::string& voter : voters) {
            for (std::size_t times = draw(4) == 0 ? draw(2) * 2 : 1; times-- > 0;) {
                const std::string choice(draw(4) < 3 ? "grant" : "refuse");
                const std::int64_t amount = choice == "grant" ? 1'000'000 * static_cast<std::int64_t>(1 + draw(2)) : 0;
                const FactId on = laid[draw(laid.size())];
                apart.now = any_time();
                apart.say_after(voter, "vote_cast", apart.vote_fields(on, choice, amount), {on});
                one.say_after(voter, "vote_cast", one.vote_fields(one.ballot, choice, amount), {one.ballot});
            }
        }
        const Ballots ballots = apart.fold().ballots;
        REQUIRE(ballots.ballots.size() == 1);
        const Tally &tally = ballots.ballots[0].tally, wanted = one.tally();
        CHECK(tally.state == wanted.state);
        CHECK(tally.amount == wanted.amount);
        CHECK(tally.amount_open == wanted.amount_open);
        CHECK(tally.votes.size() == wanted.votes.size());
        CHECK(tally.at_odds == wanted.at_odds);
        CHECK(ballots.ballots[0].superseded_by.empty());
        CHECK(is_one_case(apart, static_cast<std::uint32_t>(round), 4));
        ++met[tally.state];
    }
    for (const State state : {State::Open, State::Grant})
        CHECK(met[state] > 5);
}
