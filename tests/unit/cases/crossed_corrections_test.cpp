// A correction that crosses what its author could not know is not lost without a word; and nobody carries their own
// side of a contradiction, or keeps their own decision, by calling it a correction.
#include <algorithm>
#include <random>

#include "tests/unit/cases/correcting.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test::correcting;
using test::MoneyStory;
using test::w;

namespace {

constexpr std::int64_t kCrossedSum = 3'000'000, kCrossedPart = 1'000'000;

Fields on_order(const FactId& order) { return {{"order", order.text()}}; }

// The account of the orders that these stories make.
FactId tell_account(MoneyStory& story, const char* who = "judge") {
    return story.act(who, "account_given",
                     {{"whose", w("applicant")},
                      {"account", w("00112233445566778899aabbccddeeff")},
                      {"account_ends", w("0014")},
                      {"payee", w("申屠静")},
                      {"read_back", true}});
}

struct Crossed {
    MoneyStory story;
    FactId correction, ordered, made;
};

// The account is somebody else's, writes one; the other, apart, pays the first of two parts to it.
Crossed paid_meanwhile(bool is_earlier) {
    Crossed out;
    MoneyStory& story = out.story;
    story.until_called(kCrossedSum, kCrossedSum);
    const FactId account = tell_account(story);
    const auto known = heads(story.facts);
    const auto correct = [&] { out.correction = story.say_after("registrar2", "corrected", wrong(account), known); };
    if (is_earlier) correct();
    out.ordered = story.say_after("registrar", "pay_ordered", MoneyStory::order_fields(kCrossedPart, 1, 2), known);
    const auto released = story.say_after("leader", "pay_released", on_order(out.ordered), {out.ordered});
    out.made = story.say_after("registrar", "pay_made", story.payment(out.ordered), {released});
    if (!is_earlier) correct();
    return out;
}

}  // namespace

TEST_CASE("money went out to an account that somebody had corrected apart: the leader hears of it, and money waits") {
    for (const bool is_earlier : {true, false}) {
        CAPTURE(is_earlier);
        Crossed crossed = paid_meanwhile(is_earlier);
        MoneyStory& story = crossed.story;
        CHECK(story.standing(crossed.made) == "in_force");
        CHECK(story.standing(crossed.correction) == "contradicts corrected.rests");
        CHECK(story.fold().entry(crossed.correction)->against == crossed.made);
        CHECK(story.fold().status == Status::PaidPart);
        const auto left = tasks_left(story);
        REQUIRE(task(left, "contradiction_paid") != nullptr);
        CHECK(is_for(*task(left, "contradiction_paid"), story.person("leader"), Role::Leader));
        CHECK_FALSE(is_for(*task(left, "contradiction_paid"), story.person("registrar"), Role::Registrar));
        CHECK_FALSE(has_task(story, "order"));
        const Fields rest = MoneyStory::order_fields(kCrossedSum - kCrossedPart, 2, 2);
        CHECK(refused(story, "registrar", "pay_ordered", rest) == "pay.ground");
        CHECK(is_one_case(story, 51));

        // Nobody makes the payment undone, and nobody but the leader says that it stands.
        story.add_person("registrar3");
        story.act("registrar", "joined", {{"person", story.id("registrar3")}, {"as", w("registrar")}});
        CHECK(refused(story, "leader", "contradiction_settled", settle(crossed.correction, crossed.made)) ==
              "settled.money");
        CHECK(refused(story, "registrar3", "contradiction_settled", settle(crossed.made, crossed.correction)) ==
              "corrected.leader");
        CHECK(refused(story, "registrar3", "corrected", wrong(crossed.correction)) == "corrected.leader");
        CHECK(refused(story, "registrar", "corrected", wrong(crossed.correction)) == "settled.own");
        MoneyStory settled = story, taken_back = story;
        settled.act("leader", "contradiction_settled", settle(crossed.made, crossed.correction));
        taken_back.act("registrar2", "corrected", wrong(crossed.correction));
        for (const MoneyStory* each : {&settled, &taken_back}) {
            CHECK(each->standing(crossed.correction) == "set_aside");
            CHECK_FALSE(has_task(*each, "contradiction_paid"));
            CHECK(has_task(*each, "order"));
            CHECK(refused(*each, "registrar", "pay_ordered", rest).empty());
            CHECK(is_one_case(*each, 52));
        }
    }
    // The controls: who knew of the payment is refused as ever, and an account that no money went to may be corrected.
    MoneyStory story;
    story.until_called(kCrossedSum, kCrossedSum);
    const FactId account = tell_account(story);
    story.pay(kCrossedPart, 1, 2);
    CHECK(refused(story, "registrar2", "corrected", wrong(account)) == "corrected.rests");
    CHECK(has_task(story, "order"));
}

TEST_CASE("an order to an account that was taken back is not released by who knows, but taken back") {
    MoneyStory story;
    story.until_called(kCrossedSum, kCrossedSum);
    const FactId account = tell_account(story);
    const auto known = heads(story.facts);
    const FactId ordered = story.say_after("registrar", "pay_ordered", MoneyStory::order_fields(kCrossedSum), known);
    CHECK(has_task(story, "release"));  // the control
    CHECK(refused(story, "leader", "pay_released", on_order(ordered)).empty());
    story.say_after("registrar2", "corrected", wrong(account), known);
    CHECK_FALSE(has_task(story, "release"));
    CHECK(has_task(story, "account_changed"));
    CHECK(refused(story, "leader", "pay_released", on_order(ordered)) == "pay.account_back");
    CHECK(refused(story, "leader", "corrected", wrong(ordered)).empty());
    CHECK(is_one_case(story, 53));
    story.act("registrar", "corrected", wrong(ordered));
    CHECK(refused(story, "registrar", "pay_ordered", MoneyStory::order_fields(kCrossedSum)) == "pay.account_back");
}

TEST_CASE("an assignment is corrected while its judge, apart, lays a ballot: somebody says which of them holds") {
    for (const bool is_earlier : {true, false}) {
        CAPTURE(is_earlier);
        MoneyStory story;
        story.until_review();
        story.paper = story.act("judge", "proof_added", {{"paper", w("判决书")}, {"from", w("court")}});
        const FactId assigned = last(story, "assigned");
        const auto known = heads(story.facts);
        FactId correction;
        const auto correct = [&] { correction = story.say_after("registrar", "corrected", wrong(assigned), known); };
        if (is_earlier) correct();
        story.report = story.say_after("judge", "report_written", MoneyStory::report_fields(kCrossedSum), known);
        story.ballot = story.say_after("judge", "ballot_opened",
                                       story.ballot_fields("panel", {"judge", "judge2", "judge3"}), {story.report});
        const FactId vote = story.say_after("judge2", "vote_cast",
                                            story.vote_fields(story.ballot, "grant", kCrossedSum), {story.ballot});
        if (!is_earlier) correct();
        CHECK(story.standing(correction) == "contradicts corrected.rests");
        CHECK(story.fold().entry(correction)->against == story.ballot);
        CHECK(story.standing(vote) == "in_force");
        const auto left = tasks_left(story);
        REQUIRE(task(left, "contradiction") != nullptr);
        CHECK(is_for(*task(left, "contradiction"), story.person("registrar2"), Role::Registrar));
        CHECK(is_for(*task(left, "contradiction"), story.person("leader"), Role::Leader));
        CHECK(refused(story, "registrar", "contradiction_settled", settle(correction, story.ballot)) == "settled.own");
        CHECK(is_one_case(story, 54));
        // Whoever votes on, though they have heard of it, does not keep it from being settled.
        const FactId later = story.vote("judge3", "refuse");
        // The correction holds: the ballot falls, and its votes along.
        CHECK(refused(story, "leader", "contradiction_settled", settle(correction, story.ballot)).empty());
        MoneyStory holds = story, falls = story, taken_back = story;
        holds.act("leader", "contradiction_settled", settle(correction, story.ballot));
        CHECK(holds.standing(correction) == "in_force");
        CHECK(holds.standing(story.ballot) == "set_aside");
        for (const FactId& each : {vote, later})
            CHECK(holds.standing(each).starts_with("refused"));
        CHECK(holds.fold().status == Status::Filed);
        // The ballot holds, or who corrected takes it back.
        falls.act("leader", "contradiction_settled", settle(story.ballot, correction));
        taken_back.act("registrar", "corrected", wrong(correction));
        for (const MoneyStory* each : {&falls, &taken_back}) {
            CHECK(each->standing(correction) == "set_aside");
            CHECK(each->standing(vote) == "in_force");
            CHECK(each->fold().status == Status::Review);
        }
        for (const MoneyStory* each : {&holds, &falls, &taken_back}) {
            CHECK_FALSE(has_task(*each, "contradiction"));
            CHECK(is_one_case(*each, 55));
        }
    }
    // The control: who knew of the ballot is refused when signing.
    MoneyStory story;
    story.until_report(kCrossedSum);
    story.lay();
    CHECK(refused(story, "registrar2", "corrected", wrong(last(story, "assigned"))) == "corrected.rests");
}

TEST_CASE("what stood against a correction is taken back by itself: the correction has its way") {
    MoneyStory story;
    story.until_review();
    story.paper = story.act("judge", "proof_added", {{"paper", w("判决书")}, {"from", w("court")}});
    const FactId assigned = last(story, "assigned");
    const auto known = heads(story.facts);
    story.report = story.say_after("judge", "report_written", MoneyStory::report_fields(kCrossedSum), known);
    story.ballot = story.say_after("judge", "ballot_opened",
                                   story.ballot_fields("panel", {"judge", "judge2", "judge3"}), {story.report});
    const FactId correction = story.say_after("registrar", "corrected", wrong(assigned), known);
    REQUIRE(story.standing(correction) == "contradicts corrected.rests");
    story.act("judge", "remarked", {{"words", w("知道了")}});
    CHECK(story.standing(correction) == "contradicts corrected.rests");  // the control: a word takes nothing back
    story.act("leader", "corrected", wrong(story.ballot));
    CHECK(story.standing(correction) == "in_force");
    CHECK(story.fold().status == Status::Filed);
    CHECK(is_one_case(story, 56));
}

TEST_CASE("a ballot is withdrawn while others, apart, vote on it: their votes fall when somebody says that it is") {
    MoneyStory story;
    story.until_report(kCrossedSum);
    story.lay();
    const auto known = heads(story.facts);
    const auto vote_apart = [&](const char* who) {
        return story.say_after(who, "vote_cast", story.vote_fields(story.ballot, "grant", kCrossedSum), known);
    };
    const FactId one = vote_apart("judge"), other = vote_apart("judge2");
    const FactId withdrawn = story.say_after("registrar", "corrected", wrong(story.ballot), known);
    CHECK(story.standing(withdrawn) == "contradicts corrected.rests");
    CHECK(story.fold().entry(withdrawn)->against == one);
    CHECK(has_task(story, "contradiction"));
    // The control: without the correction nobody takes others' votes away.
    CHECK(refused(story, "leader", "corrected", wrong(one)) == "corrected.vote");
    SUBCASE("it is withdrawn") {
        story.act("leader", "contradiction_settled", settle(withdrawn, one));
        CHECK(story.standing(withdrawn) == "in_force");
        CHECK(story.standing(other).starts_with("refused"));
        CHECK(story.fold().ballots.current() == nullptr);
    }
    SUBCASE("the vote goes on") {
        story.act("leader", "contradiction_settled", settle(one, withdrawn));
        CHECK(story.tally().votes.size() == 2);
    }
    CHECK_FALSE(has_task(story, "contradiction"));
    CHECK(is_one_case(story, 57));
}

TEST_CASE("nobody corrects away what stands against their own word; everybody takes their own back") {
    MoneyStory story;
    story.until_called(kCrossedSum, kCrossedSum);
    const auto both_knew = heads(story.facts);
    const auto tell = [&](const char* who, const char* record, const char* ends) {
        return story.say_after(who, "account_given",
                               {{"whose", w("applicant")},
                                {"account", w(std::string(32, *record))},
                                {"account_ends", w(ends)},
                                {"payee", w("申屠静")},
                                {"read_back", true}},
                               both_knew);
    };
    const FactId own = tell("registrar", "a", "4455"), others = tell("judge", "b", "4448");
    REQUIRE(story.standing(others) == "contradicts account.two");
    CHECK(refused(story, "registrar", "contradiction_settled", settle(own, others)) == "settled.own");
    CHECK(refused(story, "registrar", "corrected", wrong(others)) == "settled.own");
    // The controls: another of the office, the leader, and one's own side.
    CHECK(refused(story, "registrar2", "corrected", wrong(others)).empty());
    CHECK(refused(story, "leader", "corrected", wrong(others)).empty());
    CHECK(refused(story, "registrar", "corrected", wrong(own)).empty());
    CHECK(refused(story, "judge", "corrected", wrong(others)).empty());
}

TEST_CASE("of two who gave a case to different judges neither corrects the other") {
    MoneyStory story;
    story.until_review();
    const auto both_knew = heads(story.facts);
    const auto one = story.say_after("registrar", "assigned", {{"handler", story.id("judge2")}}, both_knew);
    const auto other = story.say_after("registrar2", "assigned", {{"handler", story.id("judge3")}}, both_knew);
    REQUIRE(story.standing(other) == "contradicts member.assigned");
    CHECK(refused(story, "registrar", "corrected", wrong(other)) == "settled.own");
    CHECK(refused(story, "registrar2", "corrected", wrong(one)) == "settled.own");
    CHECK(refused(story, "registrar2", "corrected", wrong(other)).empty());
    CHECK(refused(story, "leader", "corrected", wrong(other)).empty());
    // By somebody who had not heard, on another machine, of what they had signed on the first: an honest correction.
    MoneyStory apart;
    apart.until_review();
    const auto known = heads(apart.facts);
    const auto own = apart.say_after("registrar", "assigned", {{"handler", apart.id("judge2")}}, known);
    const auto others = apart.say_after("registrar2", "assigned", {{"handler", apart.id("judge3")}}, known);
    apart.say_after("registrar", "corrected", wrong(others), {others});
    CHECK(apart.standing(own) == "in_force");
    CHECK(apart.standing(others) == "set_aside");
    CHECK_FALSE(has_task(apart, "contradiction"));
    CHECK(is_one_case(apart, 58));
}

TEST_CASE("who signed the decision does not correct away what speaks against it") {
    MoneyStory story;
    story.until_report(kCrossedSum);
    story.lay();
    story.vote("judge", "grant", kCrossedSum);
    story.vote("judge2", "grant", kCrossedSum);
    const FactId decided = story.act("leader", "decided", story.decision("grant", kCrossedSum));
    const FactId doubt = story.act("registrar", "corrected", wrong(story.paper));
    REQUIRE(story.fold().ballots.decision->open_doubts() == std::vector<FactId>{doubt});
    CHECK(refused(story, "leader", "decision_kept", {{"reasons", w("照旧")}}) == "kept.self");
    CHECK(refused(story, "leader", "corrected", wrong(doubt)) == "kept.self");
    // The controls: another leader, whoever made the correction, and the decision itself.
    story.add_person("leader2");
    story.act("registrar", "joined", {{"person", story.id("leader2")}, {"as", w("leader")}});
    CHECK(refused(story, "leader2", "corrected", wrong(doubt)).empty());
    CHECK(refused(story, "registrar", "corrected", wrong(doubt)).empty());
    CHECK(refused(story, "leader", "corrected", wrong(decided)).empty());
}
