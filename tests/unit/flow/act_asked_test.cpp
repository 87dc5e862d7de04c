// What a form must ask for though the table of acts lets it be empty, and where it begins.
#include "app/flow/act_asked.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/flow/act_box.hpp"
#include "tests/unit/cases/care_story.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/flow/desk_player.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::text;
using test::view_of;

namespace {

using Names = std::vector<std::string>;

Names asked(const test::Story& story, const char* who, const char* kind, const cases::Fields& said) {
    const auto view = view_of(story, who);
    ActDraft draft = begin_act(view.get(), kind, said);
    judge_act(draft, view.get(), story.now);
    return draft.asked;
}

// Whoever has filled all of it in is refused nothing; without any one of `names` they are.
void check_needed(const test::Story& story, const char* who, const char* kind, const cases::Fields& whole,
                  const Names& names) {
    const auto view = view_of(story, who);
    const auto refusal = [&](const cases::Fields& fields) {
        ActDraft draft = begin_act(view.get(), kind, fields);
        for (auto& [name, field] : draft.fields)
            if (!fields.contains(name)) field = {};
        judge_act(draft, view.get(), story.now);
        return draft.refusal;
    };
    CHECK(refusal(whole).empty());
    for (const std::string& name : names) {
        cases::Fields without = whole;
        without.erase(name);
        CHECK_MESSAGE(!refusal(without).empty(), name);
    }
}

}  // namespace

TEST_CASE("a report that proposes a grant asks for its sum and the wage; one that proposes none asks for neither") {
    test::VoteStory story;
    story.until_review();
    story.find_elements();
    CHECK(asked(story, "judge", "report_written", {}).empty());  // nobody has chosen yet
    const cases::Fields grant{{"proposal", text("grant")}};
    CHECK(asked(story, "judge", "report_written", grant) == Names{"amount", "wage"});
    CHECK(asked(story, "judge", "report_written", {{"proposal", text("refuse")}}).empty());
    cases::Fields whole = test::VoteStory::report_fields(3'000'000);
    CHECK(asked(story, "judge", "report_written", whole) == Names{"amount", "wage"});  // filled in, they stay asked for
    check_needed(story, "judge", "report_written", whole, {"amount", "wage"});
    const auto asks_above = [&] {
        const Names names = asked(story, "judge", "report_written", whole);
        return std::find(names.begin(), names.end(), "above") != names.end();
    };
    whole["unpaid"] = std::int64_t{3'000'000};
    CHECK_FALSE(asks_above());  // the control
    whole["unpaid"] = std::int64_t{2'999'999};
    CHECK(asks_above());
    // What the application says is held against it, too.
    const auto asks_beside = [&](std::int64_t told, const char* field) {
        CaseView view = *view_of(story, "judge");
        view.told_unpaid = domain::Fen{told};
        ActDraft draft = begin_act(&view, "report_written", whole);
        judge_act(draft, &view, story.now);
        return std::find(draft.asked.begin(), draft.asked.end(), field) != draft.asked.end();
    };
    whole["unpaid"] = std::int64_t{4'000'000};
    CHECK_FALSE(asks_beside(4'000'000, "unlike"));  // the control
    CHECK(asks_beside(4'000'001, "unlike"));
    whole.erase("unpaid");
    CHECK_FALSE(asks_beside(3'000'000, "above"));  // the control
    CHECK(asks_beside(2'999'999, "above"));
    whole["exception"] = text("一家三口都重病");
    CHECK(asked(story, "judge", "report_written", whole) == Names{"amount", "unpaid", "wage"});
}

TEST_CASE("a vote for a grant asks for the sum, one against it does not") {
    test::VoteStory story;
    story.until_report();
    story.lay();
    const auto view = view_of(story, "judge");
    CHECK(asked(story, "judge", "vote_cast", {{"choice", text("grant")}}) == Names{"amount"});
    CHECK(asked(story, "judge", "vote_cast", {{"choice", text("refuse")}}).empty());
}

TEST_CASE(
    "reported: a sum that is demanded stays demanded while a wrong one stands there, and the refusal is at its box") {
    test::VoteStory story;
    story.until_report();
    const auto ballot = story.lay();
    for (const char* who : {"judge", "judge2", "judge3"})
        story.vote(who, "grant", 3'000'000);
    REQUIRE(story.fold().ballots.find(ballot)->tally.state == cases::Tally::State::Grant);
    cases::Fields decided = story.decision("grant", 3'000'000);
    const auto asks_sum = [&] {
        const Names names = asked(story, "judge", "decided", decided);
        return std::find(names.begin(), names.end(), "amount") != names.end();
    };
    CHECK(asks_sum());
    decided["amount"] = std::int64_t{2'000'000};
    CHECK(asks_sum());
    const auto view = view_of(story, "judge");
    ActDraft draft = begin_act(view.get(), "decided", decided);
    judge_act(draft, view.get(), story.now);
    CHECK(draft.refusal == "decided.amount");
    CHECK(box_of(draft, draft.refusal) == "amount");
    // The control: what is not of the sum is not at its box.
    CHECK(box_of(draft, "decided.open").empty());
}

TEST_CASE("money that is not simply transferred asks who approved of it, and cash what was recorded") {
    test::MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    cases::Fields order = test::MoneyStory::order_fields(3'000'000);
    CHECK(asked(story, "registrar", "pay_ordered", order) == Names{"account_ends"});
    order["way"] = text("cash");
    const Names of_cash = asked(story, "registrar", "pay_ordered", order);
    CHECK(std::find(of_cash.begin(), of_cash.end(), "approval") != of_cash.end());
    order["approval"] = text("主任批准发现金");
    order.erase("account");
    order.erase("account_ends");
    const auto by = story.act("registrar", "pay_ordered", order);
    story.act("leader", "pay_released", {{"order", by.text()}});
    CHECK(asked(story, "registrar", "pay_made", {}) == Names{"recording"});
    cases::Fields payment = story.payment(by);
    payment["recording"] = text("2026-117");
    CHECK(asked(story, "registrar", "pay_made", payment) == Names{"recording"});
    check_needed(story, "registrar", "pay_made", payment, {"recording"});

    // The control: what is transferred leaves its trace.
    test::MoneyStory other;
    other.until_called(3'000'000, 3'000'000);
    const auto transfer = other.order(3'000'000);
    other.act("leader", "pay_released", {{"order", transfer.text()}});
    CHECK(asked(other, "registrar", "pay_made", {}).empty());
}

TEST_CASE("urgent money asks for what any payment says, whatever else is filled in") {
    test::Story story;
    story.open();
    story.act("registrar", "joined", {{"person", story.id("leader")}, {"as", text("leader")}});
    const auto proposal =
        story.act("registrar", "urgent_proposed",
                  {{"amount", std::int64_t{1'800'000}}, {"wage", test::kWage}, {"reasons", text("住院")}});
    story.act("leader", "urgent_approved", {{"proposal", proposal.text()}});
    const Names names = asked(story, "registrar", "urgent_paid", {});
    for (const char* name : {"way", "relation", "explained", "officers"})
        CHECK_MESSAGE(std::find(names.begin(), names.end(), name) != names.end(), name);
    CHECK(std::find(names.begin(), names.end(), "photos") == names.end());
}

TEST_CASE("a call that was put off asks until when; one that nobody answered does not") {
    test::MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    story.pay(3'000'000);
    const cases::Fields tried{{"plan", text("extra")}, {"way", text("phone")}};
    const auto with = [&](const char* outcome) {
        cases::Fields fields = tried;
        fields["outcome"] = text(outcome);
        return asked(story, "caller", "revisit_tried", fields);
    };
    CHECK(with("later") == Names{"again"});
    CHECK(with("no_answer").empty());
    CHECK(asked(story, "caller", "revisit_tried", tried).empty());
}

TEST_CASE("of several of which any one will do, none must be filled in by itself") {
    test::VoteStory story;
    story.until_review();
    CHECK(asked(story, "registrar", "identified", {}).empty());
    CHECK(asked(story, "registrar", "identified", {{"reasons", text("没有证件")}}).empty());
    CHECK(asked(story, "registrar", "details_corrected", {{"reasons", text("写错了")}}).empty());
}

TEST_CASE("what is to be served and to whom stands there already") {
    test::MoneyStory story;
    story.until_granted(3'000'000);
    const auto view = view_of(story, "registrar");
    const auto known = [&] { return known_fields(*view, *cases::find_act("served")); };
    CHECK(known().at("to") == cases::FieldValue(view->folded.applicant));
    CHECK_FALSE(known().contains("paper"));  // none that this pack has
    view->papers = {
        {"report", "审查报告", true}, {"decision_grant", "决定书", true}, {"decision_refuse", "决定书", false}};
    CHECK(known().at("paper") == cases::FieldValue(text("decision_grant")));
    view->papers[1].fits = false;
    CHECK_FALSE(known().contains("paper"));
    // Once it was handed over, nobody can tell what is next.
    story.act("registrar", "served",
              {{"paper", text("decision_grant")}, {"how", text("in_person")}, {"to", text("本人")}});
    const auto after = view_of(story, "registrar");
    after->papers = {{"decision_grant", "决定书", true}};
    CHECK_FALSE(known_fields(*after, *cases::find_act("served")).contains("paper"));
}

TEST_CASE("which of several contradicting records holds says which ones do not") {
    test::Story story;
    story.until_review();
    const auto seen = cases::heads(story.facts);
    const auto first =
        story.say_after("judge", "terminated", {{"ground", text("hardship_gone")}, {"reasons", text("a")}}, seen);
    const auto second =
        story.say_after("registrar", "suspended", {{"ground", text("no_guardian")}, {"reasons", text("b")}}, seen);
    test::Player player;
    player.sit_down("leader");
    player.play(desk::WentTo{DeskPlace::Cases});
    player.open(view_of(story, "leader"));
    player.play(desk::ChoseAct{"contradiction_settled", {}});
    REQUIRE(player.state.place == DeskPlace::Act);
    const auto falls = [&] { return player.state.cases.act->fields["falls"].chosen; };
    CHECK(falls().empty());
    player.play(desk::ToggledValue{"holds", first.text()});
    CHECK(falls() == Names{second.text()});
    player.play(desk::ToggledValue{"holds", second.text()});
    CHECK(falls() == Names{first.text()});
    player.play(desk::ToggledValue{"falls", first.text()});  // a person may say otherwise
    CHECK(falls().empty());
    player.play(desk::ToggledValue{"holds", second.text()});  // none holds any more
    CHECK(falls().empty());
}

TEST_CASE("which of several alerts is meant is asked while it is written, and who paid hears that another confirms") {
    test::CareStory told;
    told.referred("civil_affairs");
    cases::Fields call = test::revisit("R1", {"O2"});
    call["unsafe"] = true;
    call["asked_for_fee"] = true;
    const auto made = told.act("caller", "revisit_made", call);
    check_needed(told, "registrar", "alert_handled",
                 {{"alert", made.text()}, {"what", text("unsafe")}, {"done", text("去看过了")}}, {"what"});
    test::MoneyStory paid;
    paid.until_called(3'000'000, 3'000'000);
    const cases::Fields said = test::MoneyStory::confirmation(paid.pay(3'000'000), 3'000'000, true);
    const auto refusal = [&](const char* who) {
        const auto view = view_of(paid, who);
        ActDraft draft = begin_act(view.get(), "money_confirmed", said);
        judge_act(draft, view.get(), paid.now);
        return draft.refusal;
    };
    CHECK(refusal("registrar") == "pay.own");
    CHECK(refusal("registrar2").empty());  // the control
}
