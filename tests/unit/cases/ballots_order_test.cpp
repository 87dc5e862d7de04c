// Any order or delay of votes gives one result: votes that nobody else had seen, that come by stick after the decision,
// that were cast twice, or beside a change of the papers.
#include <algorithm>
#include <random>

#include "tests/unit/cases/vote_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::VoteStory;
using State = Tally::State;
using test::w;

TEST_CASE("a vote of who was taken for absent counts: what was decided without it is looked at, and not unmade") {
    struct Row {
        std::int64_t late;
        bool is_doubted;
    };
    // Of 30,000, 20,000 and the late one the second largest is granted: 20,000 without it, and with it at most 30,000.
    for (const Row row : {Row{9'000'000, true}, Row{2'500'000, true}, Row{2'000'000, false}, Row{1'000'000, false}}) {
        CAPTURE(row.late);
        VoteStory story;
        story.until_report();
        story.lay();
        const auto laid = heads(story.facts);
        const Fields late_vote = story.vote_fields(story.ballot, "grant", row.late);
        const base::Instant early = story.now;
        story.now = story.now + 1000;
        story.vote("judge", "grant", 3'000'000);
        story.vote("judge2", "grant", 2'000'000);
        story.act("registrar", "left", {{"person", story.id("judge3")}, {"why", w("absent")}});
        story.act("leader", "decided", story.decision("grant", 2'000'000));
        // By whatever clock it was cast.
        for (const base::Instant at : {early, story.now}) {
            VoteStory told = story;
            told.now = at;
            const auto late = told.say_after("judge3", "vote_cast", late_vote, laid);
            const AidCase folded = told.fold();
            CHECK(told.standing(late) == "in_force");
            CHECK(folded.status == Status::DecidedGrant);
            CHECK(folded.ballots.decision->amount.value == 2'000'000);
            CHECK(told.tally().state == State::Grant);
            CHECK((told.tally().amount.value > 2'000'000) == row.is_doubted);
            CHECK(folded.ballots.decision->doubts ==
                  (row.is_doubted ? std::vector<FactId>{late} : std::vector<FactId>{}));
            CHECK(is_one_case(told, 4, 10));
            // The control: who had seen that they are on the case no more votes no more.
            told.now = story.now;
            CHECK(told.standing(told.say("judge3", "vote_cast", late_vote)) == "refused member");
        }
    }
}

TEST_CASE("a vote that comes late changes nothing where it could not: all were waited for, or it grants nothing") {
    VoteStory story;
    story.until_report();
    story.lay();
    const auto laid = heads(story.facts);
    const Fields more = story.vote_fields(story.ballot, "grant", 9'000'000);
    const Fields refusal = story.vote_fields(story.ballot, "refuse");
    story.vote("judge", "grant", 2'000'000);
    story.vote("judge2", "grant", 2'000'000);
    story.act("leader", "decided", story.decision("grant", 2'000'000));
    for (const Fields& fields : {more, refusal}) {
        VoteStory told = story;
        CHECK(told.standing(told.say_after("judge3", "vote_cast", fields, laid)) == "in_force");
        CHECK(told.tally().amount.value == 2'000'000);
        CHECK(told.fold().ballots.decision->doubts.empty());
    }
}

TEST_CASE("who leads looks at a decision that a late vote would have made larger, and a new one grants what all said") {
    VoteStory story;
    story.until_report();
    story.lay();
    const auto laid = heads(story.facts);
    const Fields late_vote = story.vote_fields(story.ballot, "grant", 9'000'000);
    story.vote("judge", "grant", 3'000'000);
    story.vote("judge2", "grant", 2'000'000);
    story.act("registrar", "left", {{"person", story.id("judge3")}, {"why", w("absent")}});
    const auto decided = story.act("judge", "decided", story.decision("grant", 2'000'000));
    story.say_after("judge3", "vote_cast", late_vote, laid);
    SUBCASE("it stands all the same") {
        story.act("leader", "decision_kept", {{"reasons", w("已经执行")}});
        CHECK(story.fold().ballots.decision->open_doubts().empty());
    }
    SUBCASE("it is decided anew") {
        story.act("leader", "corrected", {{"wrong", decided.text()}, {"reasons", w("漏了一票")}});
        CHECK(story.standing(story.say("judge", "decided", story.decision("grant", 2'000'000))) ==
              "refused decided.amount");
        story.act("judge", "decided", story.decision("grant", 3'000'000));
        CHECK(story.fold().ballots.decision->doubts.empty());
    }
}

TEST_CASE("a backdated vote that nobody had seen does not unmake a decision") {
    VoteStory story;
    story.until_report();
    story.lay();
    const auto laid = heads(story.facts);
    const Fields refusal = story.vote_fields(story.ballot, "refuse");
    const base::Instant before = story.now;
    story.now = story.now + 1000;
    story.vote("judge", "grant", 2'000'000);
    story.vote("judge2", "grant", 2'000'000);
    const auto decided = story.act("leader", "decided", story.decision("grant", 2'000'000));
    story.now = before;
    SUBCASE("of another voter") {
        const auto other = story.say_after("judge3", "vote_cast", refusal, laid);
        CHECK(story.standing(other) == "in_force");
        CHECK(story.fold().ballots.decision->doubts.empty());
    }
    SUBCASE("of one who has voted otherwise: a doubt, for a person to settle") {
        const auto other = story.say_after("judge2", "vote_cast", refusal, laid);
        CHECK(story.tally().at_odds == std::vector<base::PersonId>{story.person("judge2")});
        CHECK(story.fold().ballots.decision->doubts == std::vector<FactId>{other});
    }
    SUBCASE("a conflict that was declared elsewhere") {
        const auto conflict = story.say_after("judge2", "conflict_declared",
                                              {{"person", story.id("judge2")}, {"reasons", w("同村")}}, laid);
        CHECK(story.fold().ballots.decision->doubts == std::vector<FactId>{conflict});
        CHECK(story.tally().state == State::Open);
    }
    SUBCASE("somebody was taken off the case elsewhere") {
        story.say_after("registrar", "left", {{"person", story.id("judge2")}, {"why", w("reassigned")}}, laid);
        CHECK(story.fold().ballots.decision->doubts.empty());
    }
    SUBCASE("a laid paper was corrected elsewhere") {
        const auto corrected =
            story.say_after("judge", "corrected", {{"wrong", story.paper.text()}, {"reasons", w("扫描不全")}}, laid);
        CHECK(story.fold().ballots.decision->doubts == std::vector<FactId>{corrected});
    }
    SUBCASE("another report was written elsewhere") {
        const auto other = story.say_after("judge", "report_written", VoteStory::report_fields(1'000'000), laid);
        CHECK(story.fold().ballots.decision->doubts == std::vector<FactId>{other});
    }
    SUBCASE("a voter took the vote back elsewhere") {
        const auto mine = std::find_if(story.facts.begin(), story.facts.end(), [&](const Fact& fact) {
            return fact.kind == "vote_cast" && fact.author == story.person("judge2");
        });
        const auto back =
            story.say_after("judge2", "corrected", {{"wrong", mine->id.text()}, {"reasons", w("改主意")}}, {mine->id});
        CHECK(story.standing(back) == "refused corrected.rests");
    }
    CHECK(story.standing(decided) == "in_force");
    CHECK(story.fold().status == Status::DecidedGrant);
    CHECK(is_one_case(story, 5, 20));
}

TEST_CASE("a vote cast before a stick brought the news of a pause counts, after it not") {
    VoteStory story;
    story.until_report();
    story.lay();
    const auto laid = heads(story.facts);
    const Fields grant = story.vote_fields(story.ballot, "grant", 3'000'000);
    story.act("judge", "suspended", {{"ground", w("no_guardian")}, {"reasons", w("监护人未定")}});
    CHECK(story.standing(story.say_after("judge2", "vote_cast", grant, laid)) == "in_force");
    CHECK(story.standing(story.say("judge3", "vote_cast", grant)) == "refused status");
}

TEST_CASE(
    "one voter on two machines: the same vote counts once, two different ones not at all until one is taken back") {
    VoteStory story;
    story.until_report();
    story.lay();
    const auto laid = heads(story.facts);
    const Fields grant = story.vote_fields(story.ballot, "grant", 3'000'000);
    const Fields less = story.vote_fields(story.ballot, "grant", 2'000'000);
    story.say_after("judge", "vote_cast", grant, laid);
    story.say_after("judge", "vote_cast", grant, laid);
    CHECK(story.tally().votes.size() == 1);
    story.say_after("judge2", "vote_cast", grant, laid);
    CHECK(story.tally().state == State::Grant);
    const auto other = story.say_after("judge2", "vote_cast", less, laid);
    CHECK(story.tally().state == State::Open);
    CHECK(story.tally().at_odds.size() == 1);
    CHECK(story.standing(story.say("judge2", "vote_cast", less)) == "refused vote.double");
    story.act("judge2", "corrected", {{"wrong", other.text()}, {"reasons", w("以另一台的为准")}});
    CHECK(story.tally().state == State::Grant);
    CHECK(is_one_case(story, 6, 20));
}

TEST_CASE("random votes, random clocks, random knowledge: the count is that of the set, whatever order they came in") {
    constexpr std::uint32_t kSeed = 20261127;
    MESSAGE("seed " << kSeed);
    std::mt19937 random(kSeed);
    const std::vector<std::string> voters{"committee", "committee2", "committee3", "judge", "leader"};
    const auto draw = [&random](std::size_t below) { return static_cast<std::size_t>(random() % below); };
    std::array<int, 6> met{};
    for (std::uint64_t round = 0; round < 120; ++round) {
        VoteStory story(round + 1);
        story.until_report();
        story.lay("committee", voters);
        const auto laid = heads(story.facts);
        const std::string digest = story.fold().ballots.find(story.ballot)->papers_digest;
        // An independent count, by the words of the rule: the last facts of each voter that count.
        std::map<std::string, std::pair<std::string, std::int64_t>> said;
        std::vector<std::string> names = voters;
        std::shuffle(names.begin(), names.end(), random);
        names.resize(2 + draw(4));
        for (const std::string& name : names) {
            const std::string choice(kChoiceNames[draw(10) < 6 ? 0 : draw(4)]);
            const std::int64_t amount = choice == "grant" ? 1'000'000 * static_cast<std::int64_t>(1 + draw(4)) : 0;
            Fields fields{{"ballot", story.ballot.text()},
                          {"papers_digest", digest},
                          {"choice", choice},
                          {"reasons", w("见报告")}};
            if (amount > 0) fields["amount"] = amount;
            story.now = {1'795'424'400'000 + static_cast<std::int64_t>(draw(1'000'000'000))};
            story.say_after(name, "vote_cast", fields, draw(2) == 0 ? laid : heads(story.facts));
            said[name] = {choice, amount};
        }
        const std::size_t conflicts = draw(3) == 0 ? 1 : 0;
        if (conflicts == 1) {
            const std::string out = voters[draw(voters.size())];
            story.say_after("registrar", "conflict_declared", {{"person", story.id(out)}, {"reasons", w("x")}},
                            draw(2) == 0 ? laid : heads(story.facts));
            said.erase(out);
        }
        const std::size_t needed = (voters.size() - conflicts) / 2 + 1;
        std::map<std::string, std::vector<std::int64_t>> by_choice;
        for (const auto& [name, vote] : said)
            by_choice[vote.first].push_back(vote.second);
        std::string state = "split";
        std::int64_t amount = 0;
        for (auto& [choice, amounts] : by_choice) {
            std::sort(amounts.rbegin(), amounts.rend());
            if (amounts.size() < needed) continue;
            state = choice;
            amount = amounts[needed - 1];
        }
        const std::size_t out = voters.size() - conflicts - said.size();
        for (const char* choice : {"grant", "refuse", "return", "terminate"})
            if (state == "split" && by_choice[choice].size() + out >= needed) state = "open";
        const Tally tally = story.tally();
        // An independent look at whether a vote that is still out could change the amount.
        if (state == "grant" && out > 0) {
            std::vector<std::int64_t> most = by_choice["grant"];
            most.insert(most.end(), out, test::kWage * 36);
            std::sort(most.rbegin(), most.rend());
            if (most[needed - 1] != amount) state = "open";
        }
        CHECK(tally.amount_open == (state == "open" && amount > 0));
        CHECK(name_of(tally.state) == state);
        CHECK(tally.amount.value == amount);
        ++met[static_cast<std::size_t>(tally.state)];
        CHECK(is_one_case(story, static_cast<std::uint32_t>(round), 3));
        // Later votes never turn a result that was reached, nor its amount.
        for (std::size_t count = 0; count <= story.facts.size(); ++count) {
            const std::vector<Fact> part(story.facts.begin(), story.facts.begin() + static_cast<std::ptrdiff_t>(count));
            if (std::none_of(part.begin(), part.end(), [&](const Fact& f) { return f.id == story.ballot; })) continue;
            const Tally before = cases::fold(story.facts.front().id, part, story.offices()).ballots.ballots[0].tally;
            if (!before.has_result() || conflicts == 1) continue;
            CHECK(before.state == tally.state);
            CHECK(before.amount == tally.amount);
        }
    }
    for (const State state : {State::Open, State::Grant, State::Split})
        CHECK(met[static_cast<std::size_t>(state)] > 5);
}
