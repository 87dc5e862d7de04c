// One correction never takes down with it what was decided, voted, filed, served, paid or visited; and what comes to
// light after a decision is somebody's task before anything is paid.
#include <algorithm>
#include <random>

#include "tests/unit/cases/correcting.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test::correcting;
using test::MoneyStory;
using test::w;

namespace {

constexpr std::int64_t kFallSum = 3'000'000, kPart = 1'000'000;

// Decided by two of three, without a member who is in conflict, and one part paid.
void until_paid_in_part(MoneyStory& story) {
    story.until_report(kFallSum);
    story.lay("committee", {"committee", "committee2", "committee3", "leader"});
    story.act("registrar", "conflict_declared", {{"person", story.id("committee3")}, {"reasons", w("同村")}});
    story.vote("committee", "grant", kFallSum);
    story.vote("committee2", "grant", kFallSum);
    story.vote("leader", "refuse");
    story.act("judge", "decided", story.decision("grant", kFallSum));
    story.act("registrar", "fund_requested", {{"amount", kFallSum}});
    story.act("registrar", "fund_arrived", {{"amount", kFallSum}});
    story.act("caller", "applicant_called", {{"how", w("phone")}});
    story.pay(kPart, 1, 2);
}

}  // namespace

TEST_CASE("no correction by anybody unmakes a case that is decided and paid in part") {
    MoneyStory story;
    until_paid_in_part(story);
    const AidCase before = story.fold();
    REQUIRE(before.status == Status::PaidPart);
    int blocked = 0, taken = 0;
    const std::vector<Fact> facts = story.facts;
    for (const Fact& fact : facts) {
        for (const char* who : {"registrar", "leader"}) {
            CAPTURE(fact.kind);
            CAPTURE(std::string(who));
            const auto id = story.say(who, "corrected", wrong(fact.id));
            const AidCase after = story.fold();
            after.is_in_force(id) ? ++taken : ++blocked;
            for (const Entry& entry : before.entries) {
                const bool is_done = entry.kind == "decided" || entry.kind == "pay_made" || entry.kind == "vote_cast" ||
                                     entry.kind == "filed";
                const bool is_aim = entry.id == fact.id;
                if (is_done && !is_aim && before.is_in_force(entry.id)) CHECK(after.is_in_force(entry.id));
            }
            // The leader takes back a payment by its own name; nothing else leads the case back.
            if (fact.kind != "pay_made") CHECK(after.status == Status::PaidPart);
            story.facts.pop_back();
        }
    }
    CHECK(blocked > 10);
    CHECK(taken > 5);  // the control: a paper, the report, the payment itself are set right as before
}

TEST_CASE("a refused correction does not make another one of the same fact look harmless") {
    MoneyStory story;
    until_paid_in_part(story);
    const FactId conflict = last(story, "conflict_declared");
    const FactId decided = last(story, "decided");
    const auto known = heads(story.facts);
    std::vector<FactId> corrections;
    SUBCASE("one after the other, by whoever knew that it was refused") {
        for (const char* who : {"registrar", "registrar", "leader"})
            corrections.push_back(story.say(who, "corrected", wrong(conflict)));
    }
    SUBCASE("side by side, by people who knew nothing of each other") {
        for (const char* who : {"registrar", "leader", "registrar"})
            corrections.push_back(story.say_after(who, "corrected", wrong(conflict), known));
    }
    SUBCASE("two side by side, and one who knew both") {
        for (const char* who : {"registrar", "leader"})
            corrections.push_back(story.say_after(who, "corrected", wrong(conflict), known));
        corrections.push_back(story.say("registrar", "corrected", wrong(conflict)));
    }
    for (const FactId& each : corrections)
        CHECK(story.standing(each) == "refused corrected.rests");
    CHECK(story.standing(decided) == "in_force");
    CHECK(story.fold().status == Status::PaidPart);
    CHECK(is_one_case(story, 37));
}

TEST_CASE("two corrections of one fact on which nothing rests yet are one") {
    MoneyStory story;
    story.until_report(kFallSum);
    story.lay("committee", {"committee", "committee2", "committee3", "leader"});
    const auto conflict =
        story.act("registrar", "conflict_declared", {{"person", story.id("committee3")}, {"reasons", w("同村")}});
    const auto known = heads(story.facts);
    for (const char* who : {"registrar", "leader"})
        (void)story.say_after(who, "corrected", wrong(conflict), known);
    CHECK(story.tally().voters.size() == 4);
    CHECK(story.standing(conflict).starts_with("set_aside"));
    CHECK(is_one_case(story, 41));
}

TEST_CASE("what led to a decision is corrected after the decision is; before it, as ever") {
    MoneyStory story;
    story.until_report(kFallSum);
    story.lay("committee", {"committee", "committee2", "committee3", "leader"});
    const auto conflict =
        story.act("registrar", "conflict_declared", {{"person", story.id("committee3")}, {"reasons", w("同村")}});
    SUBCASE("before the decision the mistake is taken back") {
        story.act("registrar", "corrected", wrong(conflict));
        CHECK(story.tally().voters.size() == 4);
    }
    SUBCASE("after it the decision goes first") {
        story.vote("committee", "grant", kFallSum);
        story.vote("committee2", "grant", kFallSum);
        story.vote("leader", "refuse");
        const FactId decided = story.act("judge", "decided", story.decision("grant", kFallSum));
        CHECK(refused(story, "registrar", "corrected", wrong(conflict)) == "corrected.rests");
        CHECK(refused(story, "leader", "corrected", wrong(conflict)) == "corrected.rests");
        MoneyStory asked = story;
        asked.say("registrar", "corrected", wrong(conflict));
        const Fact correction = asked.facts.back();
        asked.facts.pop_back();
        const auto fall = would_fall(asked.facts.front().id, asked.facts, correction, asked.offices());
        CHECK(std::find(fall.begin(), fall.end(), decided) != fall.end());
        story.act("leader", "corrected", wrong(decided));
        CHECK(story.try_to("registrar", "corrected", wrong(conflict)) == "in_force");
        CHECK(story.fold().status == Status::Review);
    }
}

TEST_CASE("a correction by somebody who did not know the decision leaves it standing, and doubted") {
    MoneyStory story;
    story.until_report(kFallSum);
    story.lay("committee", {"committee", "committee2", "committee3", "leader"});
    const auto conflict =
        story.act("registrar", "conflict_declared", {{"person", story.id("committee3")}, {"reasons", w("同村")}});
    story.vote("committee", "grant", kFallSum);
    story.vote("committee2", "grant", kFallSum);
    story.vote("leader", "refuse");
    const auto both_knew = heads(story.facts);
    const base::Instant early = story.now;
    const FactId decided = story.act("judge", "decided", story.decision("grant", kFallSum));
    for (const bool is_earlier : {false, true}) {
        MoneyStory crossed = story;
        if (is_earlier) crossed.now = early + -1'800'000;
        const auto correction = crossed.say_after("registrar", "corrected", wrong(conflict), both_knew);
        CAPTURE(is_earlier);
        CHECK(crossed.standing(correction) == "refused corrected.rests");
        CHECK(crossed.standing(decided) == "in_force");
        CHECK(crossed.fold().status == Status::DecidedGrant);
        CHECK(crossed.fold().ballots.decision->doubts == std::vector<FactId>{correction});
        CHECK(is_one_case(crossed, 31));
    }
    // The control: who knew is only refused.
    CHECK(story.try_to("registrar", "corrected", wrong(conflict)) == "refused corrected.rests");
    CHECK(story.fold().ballots.decision->doubts.empty());
}

TEST_CASE("a voter who took their vote back before they could hear of the decision: doubted, and they hear of it") {
    MoneyStory story;
    story.until_report(kFallSum);
    story.lay("committee", {"committee", "judge", "leader"});
    const FactId vote = story.vote("committee", "grant", kFallSum);
    story.vote("judge", "grant", kFallSum);
    const auto both_knew = heads(story.facts);
    const base::Instant early = story.now;
    const FactId decided = story.act("judge", "decided", story.decision("grant", kFallSum));
    for (const bool is_earlier : {false, true}) {
        CAPTURE(is_earlier);
        MoneyStory crossed = story;
        if (is_earlier) crossed.now = early + -1'800'000;
        const auto back = crossed.say_after("committee", "corrected", wrong(vote), both_knew);
        auto fields = crossed.vote_fields(crossed.ballot, "refuse");
        const auto anew = crossed.say_after("committee", "vote_cast", fields, {back});
        crossed.now = early + 86'400'000;
        CHECK(crossed.standing(back) == "refused corrected.rests");
        CHECK(crossed.standing(anew) == "refused vote.double");
        CHECK(crossed.standing(decided) == "in_force");
        CHECK(crossed.fold().ballots.decision->doubts == std::vector<FactId>{back});
        const auto open = tasks_left(crossed);
        REQUIRE(task(open, "doubt") != nullptr);
        CHECK(task(open, "doubt")->act == "decision_kept");
        REQUIRE(task(open, "doubt_unheard") != nullptr);
        CHECK(is_for(*task(open, "doubt_unheard"), crossed.person("committee"), Role::Committee));
        CHECK_FALSE(is_for(*task(open, "doubt_unheard"), crossed.person("committee2"), Role::Committee));
        CHECK(is_one_case(crossed, 43));
        // The decision is taken back: so is the vote, which nobody counts then.
        MoneyStory undone = crossed;
        undone.act("leader", "corrected", wrong(decided));
        CHECK(undone.standing(vote) == "set_aside");
        CHECK(undone.standing(anew) == "in_force");
        CHECK(undone.tally().votes.at(undone.person("committee")).choice == Choice::Refuse);
        // It stands: the voter has heard of it when they have said something.
        crossed.act("leader", "decision_kept", {{"reasons", w("投票时材料都在")}});
        CHECK(task(tasks_left(crossed), "doubt") == nullptr);
        CHECK(task(tasks_left(crossed), "doubt_unheard") != nullptr);
        crossed.act("committee", "remarked", {{"words", w("知道了")}});
        CHECK(task(tasks_left(crossed), "doubt_unheard") == nullptr);
    }
    // The control: who knew is only refused.
    CHECK(story.try_to("committee", "corrected", wrong(vote)) == "refused corrected.rests");
    CHECK(story.fold().ballots.decision->doubts.empty());
}

TEST_CASE("what led to the filing, and who acted, stays; a step on the way falls by who may correct it") {
    MoneyStory story;
    story.until_called(kFallSum, kFallSum);
    for (const char* kind : {"department_asked", "sent_to_filing", "assigned"})
        CHECK(refused(story, "registrar", "corrected", wrong(last(story, kind))) == "corrected.rests");
    // An order that was released is taken back with its release.
    const FactId order = story.order(kFallSum);
    const FactId released = story.act("leader", "pay_released", {{"order", order.text()}});
    CHECK(story.try_to("registrar", "corrected", wrong(order)) == "in_force");
    CHECK_FALSE(story.fold().is_in_force(released));
    CHECK(story.fold().status == Status::Notified);
}

TEST_CASE("what was asked from finance is not unmade once the money came or the person was called") {
    MoneyStory story;
    story.until_granted(kFallSum);
    story.act("registrar", "fund_requested", {{"amount", kFallSum}});
    const FactId request = last(story, "fund_requested");
    CHECK(refused(story, "registrar", "corrected", wrong(request)).empty());  // the control
    story.act("registrar", "fund_arrived", {{"amount", kFallSum}});
    CHECK(refused(story, "registrar", "corrected", wrong(request)) == "corrected.rests");
    story.act("caller", "applicant_called", {{"how", w("phone")}});
    CHECK(refused(story, "registrar", "corrected", wrong(request)) == "corrected.rests");
    MoneyStory asked = story;
    asked.say("registrar", "corrected", wrong(request));
    const Fact correction = asked.facts.back();
    asked.facts.pop_back();
    const auto fall = would_fall(asked.facts.front().id, asked.facts, correction, asked.offices());
    CHECK(std::find(fall.begin(), fall.end(), last(story, "fund_arrived")) != fall.end());
    CHECK(story.fold().ledger.arrived.value == kFallSum);
}

TEST_CASE("only what contradicts something is settled; a mistake is corrected") {
    MoneyStory story;
    story.until_review();
    const auto settle = [](const FactId& holds, const FactId& falls) {
        return Fields{
            {"holds", holds.text()}, {"falls", std::vector<std::string>{falls.text()}}, {"reasons", w("核对过")}};
    };
    const FactId filed = last(story, "filed"), assigned = last(story, "assigned");
    CHECK(refused(story, "registrar", "contradiction_settled", settle(filed, assigned)) == "settled.none");
    // The control: two who gave it to different judges.
    const auto both_knew = heads(story.facts);
    const auto one = story.say_after("registrar", "assigned", {{"handler", story.id("judge2")}}, both_knew);
    const auto other = story.say_after("registrar2", "assigned", {{"handler", story.id("judge3")}}, both_knew);
    REQUIRE(story.standing(other) == "contradicts member.assigned");
    CHECK(refused(story, "registrar", "contradiction_settled", settle(other, one)).empty());
    CHECK(refused(story, "registrar", "contradiction_settled", settle(one, other)) == "settled.own");
    CHECK(refused(story, "leader", "contradiction_settled", settle(one, other)).empty());
    CHECK(refused(story, "registrar", "contradiction_settled", settle(other, assigned)) == "settled.none");
    CHECK(refused(story, "registrar", "contradiction_settled", settle(filed, other)) == "settled.none");
}

TEST_CASE(
    "a decision whose report falls afterwards: the leader's task with a day, and no payment until they have said") {
    MoneyStory story;
    story.until_called(kFallSum, kFallSum);
    const FactId early = story.order(kPart, 1, 3);
    story.act("leader", "pay_released", {{"order", early.text()}});
    const FactId waiting = story.order(kPart, 2, 3);
    CHECK(story.fold().ballots.decision->open_doubts().empty());
    CHECK(task(tasks_left(story), "doubt") == nullptr);
    CHECK(story.try_to("leader", "decision_kept", {{"reasons", w("看过")}}) == "refused kept.none");
    story.facts.pop_back();
    const auto nobody_knew = heads(story.facts);
    const auto correction = story.act("judge", "corrected", wrong(story.report));
    CHECK(story.fold().status == Status::Notified);
    CHECK(story.fold().ballots.decision->open_doubts() == std::vector<FactId>{correction});

    const auto open = tasks_left(story);
    REQUIRE(task(open, "doubt") != nullptr);
    CHECK(task(open, "doubt")->act == "decision_kept");
    CHECK(task(open, "doubt")->due.has_value());
    CHECK(is_for(*task(open, "doubt"), story.person("leader"), Role::Leader));
    REQUIRE(task(open, "doubt_judge") != nullptr);
    CHECK(is_for(*task(open, "doubt_judge"), story.person("judge"), Role::Judge));
    for (const char* rule : {"order", "release", "pay"})
        CHECK(task(open, rule) == nullptr);
    const auto order = [&] { return story.try_to("registrar", "pay_ordered", MoneyStory::order_fields(kPart, 3, 3)); };
    const Fields of_waiting{{"order", waiting.text()}};
    CHECK(order() == "refused pay.doubted");
    CHECK(story.try_to("leader", "pay_released", of_waiting) == "refused pay.doubted");
    CHECK(refused(story, "registrar", "pay_made", story.payment(early)) == "pay.doubted");
    // The judge has said something: their task is done, the leader's is not.
    story.act("judge", "remarked", {{"words", w("报告写错了一处日期")}});
    CHECK(task(tasks_left(story), "doubt_judge") == nullptr);
    CHECK(task(tasks_left(story), "doubt") != nullptr);

    SUBCASE("it stands, because") {
        CHECK(story.try_to("judge", "decision_kept", {{"reasons", w("看过")}}) == "refused role");
        story.act("leader", "decision_kept", {{"reasons", w("只是笔误，事实和金额没有变")}});
        CHECK(story.fold().ballots.decision->open_doubts().empty());
        CHECK(story.fold().ballots.decision->doubts == std::vector<FactId>{correction});
        CHECK(task(tasks_left(story), "doubt") == nullptr);
        CHECK(task(tasks_left(story), "pay") != nullptr);
        CHECK(order() == "in_force");
        story.act("leader", "pay_released", of_waiting);
        story.act("registrar", "pay_made", story.payment(early));
        // What comes to light after that is a doubt of its own.
        story.act("registrar", "conflict_declared", {{"person", story.id("judge2")}, {"reasons", w("同村")}});
        CHECK(story.fold().ballots.decision->open_doubts().size() == 1);
        CHECK(story.try_to("registrar", "pay_made", story.payment(waiting)) == "refused pay.doubted");
        CHECK(is_one_case(story, 32));
    }
    SUBCASE("it does not") {
        story.act("leader", "corrected", wrong(story.fold().ballots.decision->by));
        CHECK(story.fold().status == Status::Review);
        CHECK(task(tasks_left(story), "doubt") == nullptr);
    }
    SUBCASE("money that went out before its payer heard of it is paid") {
        const auto made = story.say_after("registrar", "pay_made", story.payment(early), nobody_knew);
        CHECK(story.standing(made) == "in_force");
        CHECK(is_one_case(story, 33));
    }
}

TEST_CASE("who signed the decision does not say that it stands all the same, but may take it back") {
    MoneyStory story;
    story.until_report(kFallSum);
    story.lay();
    story.vote("judge", "grant", kFallSum);
    story.vote("judge2", "grant", kFallSum);
    const FactId decided = story.act("leader", "decided", story.decision("grant", kFallSum));
    story.act("judge", "corrected", wrong(story.paper));
    const auto open = tasks_left(story);
    CHECK(task(open, "doubt") == nullptr);
    REQUIRE(task(open, "doubt_seat") != nullptr);
    CHECK(task(open, "doubt_seat")->act == "joined");
    CHECK(std::get<std::string>(known_fields(*task(open, "doubt_seat")).at("as")) == "leader");
    CHECK(refused(story, "leader", "decision_kept", {{"reasons", w("我自己定的")}}) == "kept.self");
    CHECK(refused(story, "leader", "corrected", wrong(decided)).empty());
    story.add_person("leader2");
    story.act("registrar", "joined", {{"person", story.id("leader2")}, {"as", w("leader")}});
    REQUIRE(task(tasks_left(story), "doubt") != nullptr);
    CHECK_FALSE(is_for(*task(tasks_left(story), "doubt"), story.person("leader"), Role::Leader));
    CHECK(is_for(*task(tasks_left(story), "doubt"), story.person("leader2"), Role::Leader));
    story.act("leader2", "decision_kept", {{"reasons", w("另有证据")}});
    CHECK(task(tasks_left(story), "doubt") == nullptr);
}

TEST_CASE("a doubt of a closed case is the leader's task, too") {
    MoneyStory story;
    story.until_called(kFallSum, kFallSum);
    const FactId order = story.pay(kFallSum);
    story.act("caller", "revisit_made", MoneyStory::first_call());
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, kFallSum, true));
    story.act("registrar", "served", {{"paper", w("decision_grant")}, {"to", w("本人")}, {"how", w("in_person")}});
    story.act("caller", "closed", {{"reasons", w("困难缓解")}});
    CHECK(tasks_left(story).empty());
    story.act("registrar", "conflict_declared", {{"person", story.id("judge2")}, {"reasons", w("同村")}});
    REQUIRE(task(tasks_left(story), "doubt") != nullptr);
    story.act("leader", "decision_kept", {{"reasons", w("另两票已过半数")}});
    CHECK(task(tasks_left(story), "doubt") == nullptr);
}

TEST_CASE("on a report that proposes a refusal a grant is voted with the wage of the ballot") {
    for (const bool has_wage : {true, false}) {
        MoneyStory story;
        story.until_review();
        story.paper = story.act("judge", "proof_added", {{"paper", w("判决书")}, {"from", w("court")}});
        story.report = story.act("judge", "report_written", {{"proposal", w("refuse")}, {"reasons", w("不符合")}});
        Fields fields = story.ballot_fields("panel", {"judge", "judge2", "judge3"});
        if (has_wage) fields["wage"] = test::kWage;
        story.ballot = story.act("registrar", "ballot_opened", fields);
        const auto vote = [&](const char* who, std::int64_t amount) {
            return story.try_to(who, "vote_cast", story.vote_fields(story.ballot, "grant", amount));
        };
        CAPTURE(has_wage);
        if (!has_wage) {
            CHECK(vote("judge", kFallSum) == "refused vote.wage");
            continue;
        }
        CHECK(vote("judge", 36 * test::kWage + 1) == "refused vote.ceiling");
        CHECK(vote("judge", kFallSum) == "in_force");
        CHECK(vote("judge2", kFallSum) == "in_force");
        story.act("judge", "decided", story.decision("grant", kFallSum));
        CHECK(story.fold().status == Status::DecidedGrant);
    }
    // The control: where the report names a wage, that one counts.
    MoneyStory story;
    story.until_report(kFallSum);
    Fields fields = story.ballot_fields("panel", {"judge", "judge2", "judge3"});
    fields["wage"] = std::int64_t{1};
    const FactId ballot = story.act("registrar", "ballot_opened", fields);
    CHECK(story.fold().ballots.find(ballot)->limit.value == 36 * test::kWage);
}

TEST_CASE("whoever names the fact that told of an account means its record") {
    MoneyStory story;
    story.until_called(kFallSum, kFallSum);
    const auto given = [&](char digit, const char* ends) {
        return story.act("registrar", "account_given",
                         {{"whose", w("applicant")},
                          {"account", w(std::string(32, digit))},
                          {"account_ends", w(ends)},
                          {"payee", w("申屠静")},
                          {"read_back", true}});
    };
    const FactId older = given('a', "0022"), newer = given('b', "1234");
    const Accounts accounts = story.fold().accounts;
    REQUIRE(record_told_by(accounts, newer).has_value());
    CHECK(record_told_by(accounts, newer)->text() == std::string(32, 'b'));
    CHECK(record_told_by(accounts, older)->text() == std::string(32, 'a'));
    CHECK_FALSE(record_told_by(accounts, story.report).has_value());
}

TEST_CASE("urgent aid was paid and the person died: the case ends, and nothing is taken back from the dead") {
    for (const bool votes : {false, true}) {
        MoneyStory story;
        story.open();
        story.act("registrar", "joined", {{"person", story.id("leader")}, {"as", w("leader")}});
        const auto proposal =
            story.act("registrar", "urgent_proposed",
                      {{"amount", std::int64_t{2'000'000}}, {"wage", test::kWage}, {"reasons", w("抢救")}});
        story.act("leader", "urgent_approved", {{"proposal", proposal.text()}});
        story.act("registrar", "urgent_paid",
                  {{"proposal", proposal.text()},
                   {"amount", std::int64_t{2'000'000}},
                   {"payee", w("申屠静")},
                   {"proof", w("回单")}});
        story.act("registrar", "filed", {{"number", w("（2026）浙0199司救执1号")}});
        story.act("registrar", "assigned",
                  {{"handler", story.id("judge")},
                   {"panel", std::vector<std::string>{story.id("judge2"), story.id("judge3")}}});
        if (votes) {
            story.paper = story.act("judge", "proof_added", {{"paper", w("判决书")}, {"from", w("court")}});
            story.report = story.act("judge", "report_written", MoneyStory::report_fields(kFallSum));
            story.lay();
        }
        CAPTURE(votes);
        const auto end = [&](const char* ground) {
            return story.try_to("judge", "terminated", {{"ground", w(ground)}, {"reasons", w("村里证明")}});
        };
        // The controls: for every other reason somebody decides.
        for (const char* ground : {"hardship_gone", "amount_refused", "other"}) {
            CHECK(end(ground) == "refused urgent.undecided");
            if (votes) CHECK(story.fold().ballots.current() != nullptr);  // a refusal has changed nothing
        }
        CHECK(end("died") == "in_force");
        const AidCase ended = story.fold();
        CHECK(ended.status == Status::Terminated);
        CHECK(ended.ledger.urgent_paid().value == 2'000'000);
        CHECK(ended.ledger.open_recovery().value == 0);
        CHECK(story.balance().is_even());
        CHECK(task(tasks_left(story), "A8") == nullptr);
    }
}
