// Money: the rules one by one, each with its control.
#include <algorithm>

#include "app/cases/lacking.hpp"
#include "tests/unit/cases/money_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;
using test::w;

namespace {

Fields on(const FactId& order) { return {{"order", order.text()}}; }

}  // namespace

TEST_CASE("one payment: ordered, released by another, paid by two, confirmed by the person") {
    MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const auto order = story.order(3'000'000);
    CHECK(story.try_to("registrar", "pay_made", story.payment(order)) == "refused pay.unreleased");
    CHECK(story.try_to("registrar", "pay_released", on(order)) == "refused pay.self");
    story.act("registrar2", "pay_released", on(order));
    CHECK(story.try_to("leader", "pay_released", on(order)) == "refused pay.released");
    CHECK(story.try_to("registrar", "pay_made", story.payment(order, {"registrar"})) == "refused pay.officers");
    CHECK(story.try_to("registrar", "pay_made", story.payment(order, {"registrar", "registrar"})) ==
          "refused pay.officers");
    CHECK(story.try_to("registrar", "pay_made", story.payment(order, {"judge", "judge2"})) == "refused pay.registrar");
    story.act("registrar", "left", {{"person", story.id("committee3")}, {"why", w("done")}});
    CHECK(story.try_to("registrar", "pay_made", story.payment(order, {"registrar", "committee3"})) ==
          "refused pay.not_on_case");
    CHECK(story.fold().status == Status::Notified);
    story.act("registrar", "pay_made", story.payment(order));
    CHECK(story.fold().status == Status::Paid);
    CHECK(story.balance().unconfirmed == std::vector<FactId>{order});
    CHECK(story.try_to("caller", "money_confirmed", MoneyStory::confirmation(order, 2'999'999, true)) ==
          "refused pay.whole");
    CHECK(story.try_to("caller", "money_confirmed", MoneyStory::confirmation(order, 3'000'000, false)) ==
          "refused pay.whole");
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, 2'000'000, false));
    CHECK(story.balance().not_whole == std::vector<FactId>{order});
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, 3'000'000, true));
    CHECK(story.balance().not_whole.empty());
    CHECK(story.balance().confirmed.value == 3'000'000);
    CHECK(story.try_to("caller", "money_confirmed", MoneyStory::confirmation(order, 3'000'000, true)) ==
          "refused pay.confirmed");
    CHECK(story.balance().is_even());
}

TEST_CASE("no order without a grant, above it, or above what has come from finance") {
    MoneyStory story;
    story.until_granted(3'000'000);
    CHECK(story.try_to("registrar", "pay_ordered", MoneyStory::order_fields(1)) == "refused status");
    CHECK(story.try_to("registrar", "fund_requested", {{"amount", std::int64_t{3'000'001}}}) == "refused fund.amount");
    CHECK(story.try_to("caller", "applicant_called", {{"how", w("phone")}}) == "refused called.due");
    story.act("registrar", "fund_requested", {{"amount", std::int64_t{2'000'000}}});
    CHECK(story.try_to("registrar", "fund_arrived", {{"amount", std::int64_t{2'000'001}}}) == "refused fund.arrived");
    story.act("registrar", "fund_arrived", {{"amount", std::int64_t{1'000'000}}});
    story.act("caller", "applicant_called", {{"how", w("phone")}});
    CHECK(story.try_to("registrar", "pay_ordered", MoneyStory::order_fields(3'000'001)) == "refused pay.granted");
    CHECK(story.try_to("registrar", "pay_ordered", MoneyStory::order_fields(3'000'000)) == "refused pay.budget");
    story.order(1'000'000, 1, 2);
    CHECK(story.try_to("registrar", "pay_ordered", MoneyStory::order_fields(2'000'000, 2, 2)) == "refused pay.budget");
    // The rest is asked for and comes while the case is being paid.
    story.act("registrar", "fund_arrived", {{"amount", std::int64_t{1'000'000}}});
    story.act("registrar", "fund_requested", {{"amount", std::int64_t{1'000'000}}});
    story.act("registrar", "fund_arrived", {{"amount", std::int64_t{1'000'000}}});
    story.order(2'000'000, 2, 2);
    CHECK(story.balance().to_order.value == 0);
    CHECK(story.balance().budget_left.value == 0);
    CHECK(story.fold().status == Status::Notified);
}

TEST_CASE("parts make up the whole, and need an approval") {
    MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const auto order = [&](std::int64_t amount, std::int64_t part, std::int64_t parts) {
        return story.try_to("registrar", "pay_ordered", MoneyStory::order_fields(amount, part, parts));
    };
    CHECK(order(2'000'000, 1, 1) == "refused pay.rest");
    CHECK(order(3'000'000, 1, 2) == "refused pay.rest");
    CHECK(order(1'000'000, 3, 2) == "refused pay.parts");
    CHECK(order(1'000'000, 0, 2) == "refused pay.parts");
    Fields without = MoneyStory::order_fields(1'000'000, 1, 2);
    without.erase("approval");
    CHECK(story.try_to("registrar", "pay_ordered", without) == "refused pay.approval");
    CHECK(order(1'000'000, 1, 2) == "in_force");
    CHECK(order(1'000'000, 1, 2) == "refused pay.part");
    CHECK(order(1'000'000, 2, 3) == "refused pay.parts");
    CHECK(order(1'000'000, 2, 2) == "refused pay.rest");
    CHECK(order(2'000'000, 2, 2) == "in_force");
}

TEST_CASE("cash and somebody entrusted need an approval, a transfer needs an account by its record") {
    MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const auto with = [&](const char* field, const FieldValue& value) {
        Fields fields = MoneyStory::order_fields(3'000'000);
        fields[field] = value;
        return story.try_to("registrar", "pay_ordered", fields);
    };
    CHECK(with("way", w("cash")) == "refused pay.approval");
    CHECK(with("way", w("entrusted")) == "refused pay.approval");
    CHECK(with("account", w("农行分理处")) == "refused pay.account");
    CHECK(with("account_ends", w("00145")) == "refused pay.account_ends");
    CHECK(with("account_ends", w("001X")) == "refused pay.account_ends");
    Fields none = MoneyStory::order_fields(3'000'000);
    none.erase("account");
    CHECK(story.try_to("registrar", "pay_ordered", none) == "refused pay.account");
    Fields cash = none;
    cash.erase("account_ends");
    cash["way"] = w("cash");
    cash["approval"] = w("主任批准，录像02号");
    CHECK(story.try_to("registrar", "pay_ordered", cash) == "in_force");
}

TEST_CASE("a bank's serial number proves a payment: it begins with the day, as no account does") {
    MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const auto order = story.order(3'000'000);
    story.act("leader", "pay_released", on(order));
    const std::string today = story.fold().entries.back().day.text();  // 2026-11-24
    const auto day = [&today](int back) {
        std::string text = domain::Date::parse(today)->plus_days(-back).text();
        std::erase(text, '-');
        return text;
    };
    const auto said = [&](const std::string& proof) {
        Fields made = story.payment(order);
        made["proof"] = proof;
        return story.try_to("registrar", "pay_made", made);
    };
    const std::vector<std::string> accounts{"6222021234567890123",  "回单6222021234567890123",
                                            "330199198603140177",   "20261332000000001234",
                                            "2026 1124 0000 0012",  day(-3) + "0000001234",
                                            day(60) + "0000001234", day(0) + "0000001234，账号6222021234567890123"};
    for (const std::string& bad : accounts)
        CHECK_MESSAGE(said(bad) == "refused money.proof", bad);
    Fields noted = story.payment(order);
    noted["note"] = day(0) + "0000001234";  // only a proof is one
    CHECK(story.try_to("registrar", "pay_made", noted) == "refused money.number");
    CHECK(said("回单" + day(5) + "0000001234") == "in_force");
}

TEST_CASE("no bank number stands in a fact about money, whatever field it is typed into") {
    MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const std::string number = "6222 0212 3456 7890 123";
    for (const char* field : {"payee", "relation", "account", "approval", "note", "of_a_newer_program"}) {
        Fields fields = MoneyStory::order_fields(3'000'000);
        fields[field] = number;
        CHECK_MESSAGE(story.try_to("registrar", "pay_ordered", fields) == "refused money.number", field);
    }
    const auto order = story.order(3'000'000);
    story.act("leader", "pay_released", on(order));
    Fields made = story.payment(order);
    made["proof"] = number;
    CHECK(story.try_to("registrar", "pay_made", made) == "refused money.proof");
    made["proof"] = w("00112233445566778899001122334455");  // the id of a paper
    CHECK(story.try_to("registrar", "pay_made", made) == "in_force");
    CHECK(write_case(story.fold()).find("6222 0212") == std::string::npos);
}

TEST_CASE("money that the bank sends back is ordered anew, and the case waits for it again") {
    MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const auto first = story.pay(1'000'000, 1, 2);
    CHECK(story.fold().status == Status::PaidPart);
    const auto second = story.pay(2'000'000, 2, 2);
    CHECK(story.fold().status == Status::Paid);
    CHECK(story.try_to("registrar", "pay_made", story.payment(second)) == "refused status");
    const Fields back{{"order", second.text()}, {"reasons", w("户名不符")}};
    story.act("registrar", "pay_returned", back);
    CHECK(story.fold().status == Status::PaidPart);
    CHECK(story.try_to("registrar", "pay_returned", back) == "refused pay.not_paid");
    CHECK(story.balance().returned.value == 2'000'000);
    CHECK(story.balance().to_pay.value == 2'000'000);
    story.act("registrar", "pay_returned", {{"order", first.text()}, {"reasons", w("户名不符")}});
    CHECK(story.fold().status == Status::Notified);
    CHECK(story.try_to("registrar", "pay_made", story.payment(second)) == "refused pay.paid");
    story.pay(3'000'000);
    CHECK(story.fold().status == Status::Paid);
    CHECK(story.balance().is_even());
}

TEST_CASE("urgent aid: proposed, approved by another, paid, filed, and topped up") {
    MoneyStory story;
    story.open();
    const auto propose = [&](std::int64_t amount, bool necessary) {
        Fields fields{{"amount", amount}, {"wage", test::kWage}, {"reasons", w("正在抢救")}};
        if (necessary) fields["necessity"] = w("ICU欠费");
        return story.say("registrar", "urgent_proposed", fields);
    };
    CHECK(story.standing(propose(3 * test::kWage + 1, false)) == "refused urgent.necessity");
    CHECK(story.standing(propose(6 * test::kWage + 1, true)) == "refused urgent.ceiling");
    story.act("registrar", "joined", {{"person", story.id("leader")}, {"as", w("leader")}});
    const auto proposal = propose(2'400'000, false);
    CHECK(story.standing(proposal) == "in_force");
    const Fields of{{"proposal", proposal.text()}};
    Fields paid{
        {"proposal", proposal.text()}, {"amount", std::int64_t{2'400'000}}, {"payee", w("毕䶮")}, {"proof", w("回单")}};
    CHECK(story.try_to("registrar", "urgent_paid", paid) == "refused urgent.approval");
    CHECK(story.try_to("registrar", "urgent_approved", of) == "refused urgent.self");
    story.act("leader", "urgent_approved", of);
    CHECK(story.standing(propose(100, false)) == "refused urgent.twice");
    paid["amount"] = std::int64_t{2'000'000};
    CHECK(story.try_to("registrar", "urgent_paid", paid) == "refused urgent.amount");
    paid["amount"] = std::int64_t{2'400'000};
    story.act("registrar", "urgent_paid", paid);
    CHECK(story.fold().status == Status::UrgentPaid);
    CHECK(story.try_to("registrar", "urgent_paid", paid) == "refused urgent.twice");
    story.act("leader", "money_confirmed", MoneyStory::confirmation(proposal, 2'400'000, true));
    story.act("registrar", "filed", {{"number", w("（2026）浙0199司救刑1号")}});
    for (const char* name : {"caller", "judge"})
        story.act("registrar", "joined",
                  {{"person", story.id(name)}, {"as", w(name == std::string("judge") ? "handler" : name)}});
    CHECK(story.try_to("registrar", "withdrawn", {{"how", w("书面")}}) == "refused urgent.undecided");
    story.act("registrar", "assigned", {{"handler", story.id("judge")}, {"panel", story.ids({"judge2", "judge3"})}});
    story.paper = story.act("judge", "proof_added", {{"paper", w("病历")}, {"from", w("applicant")}});
    CHECK(story.try_to("judge", "report_written", MoneyStory::report_fields(2'399'999)) == "refused report.urgent");
    SUBCASE("more is granted: the rest is paid") {
        story.report = story.act("judge", "report_written", MoneyStory::report_fields(3'000'000));
        story.lay();
        CHECK(story.try_to("judge", "vote_cast", story.vote_fields(story.ballot, "grant", 2'000'000)) ==
              "refused vote.urgent");
        story.vote("judge", "grant", 3'000'000);
        story.vote("judge2", "grant", 3'000'000);
        story.act("judge", "decided", story.decision("grant", 3'000'000));
        CHECK(story.balance().due.value == 600'000);
        story.act("registrar", "fund_requested", {{"amount", std::int64_t{600'000}}});
        story.act("registrar", "fund_arrived", {{"amount", std::int64_t{600'000}}});
        story.act("caller", "applicant_called", {{"how", w("phone")}});
        CHECK(story.try_to("registrar", "pay_ordered", MoneyStory::order_fields(600'001)) == "refused pay.granted");
        story.pay(600'000);
        CHECK(story.fold().status == Status::Paid);
        CHECK(story.fold().ledger.paid().value == 3'000'000);
    }
    SUBCASE("as much is granted: it is paid as soon as the person knows") {
        story.report = story.act("judge", "report_written", MoneyStory::report_fields(2'400'000));
        story.lay();
        story.vote("judge", "grant", 2'400'000);
        story.vote("judge2", "grant", 2'400'000);
        story.act("judge", "decided", story.decision("grant", 2'400'000));
        story.act("caller", "applicant_called", {{"how", w("phone")}});
        CHECK(story.fold().status == Status::Paid);
    }
    SUBCASE("aid is refused: it is taken back, all of it") {
        story.report = story.act("judge", "report_written", {{"proposal", w("refuse")}, {"reasons", w("骗取")}});
        story.lay();
        story.vote("judge", "refuse");
        story.vote("judge2", "refuse");
        story.act("judge", "decided", story.decision("refuse"));
        CHECK(story.balance().urgent_to_take_back.value == 2'400'000);
        const auto recover = [&](const char* ground, std::int64_t amount) {
            return story.try_to("judge", "recovery_decided",
                                {{"ground", w(ground)}, {"amount", amount}, {"reasons", w("不符合条件")}});
        };
        CHECK(recover("fraud", 2'400'000) == "refused recovery.ground");
        CHECK(recover("urgent_refused", 2'399'999) == "refused recovery.amount");
        CHECK(recover("urgent_refused", 2'400'000) == "in_force");
        CHECK(story.fold().status == Status::Recovery);
        CHECK(story.balance().urgent_to_take_back.value == 0);
        const auto came = [&](std::int64_t amount) {
            return story.try_to("registrar", "recovered", {{"amount", amount}, {"proof", w("回单")}});
        };
        CHECK(came(2'400'001) == "refused recovered.more");
        CHECK(came(2'000'000) == "in_force");
        CHECK(came(400'001) == "refused recovered.more");
        CHECK(story.balance().still_to_recover.value == 400'000);
    }
    SUBCASE("aid is refused, and the bank sends the money back when it is to be taken back: nobody owes anything") {
        story.report = story.act("judge", "report_written", {{"proposal", w("refuse")}, {"reasons", w("骗取")}});
        story.lay();
        story.vote("judge", "refuse");
        story.vote("judge2", "refuse");
        story.act("judge", "decided", story.decision("refuse"));
        story.act("judge", "recovery_decided",
                  {{"ground", w("urgent_refused")}, {"amount", std::int64_t{2'400'000}}, {"reasons", w("不符合")}});
        const std::string proposed = story.fold().ledger.urgent->proposed.text();
        story.act("registrar", "pay_returned", {{"order", proposed}, {"reasons", w("户名不符")}});
        const AidCase folded = story.fold();
        CHECK(folded.status == Status::Recovery);
        CHECK(folded.ledger.open_recovery().value == 0);
        CHECK(folded.ledger.given_up.value == 2'400'000);
        CHECK_FALSE(owes_recovery(folded));
        CHECK(story.try_to("registrar", "recovered", {{"amount", std::int64_t{1}}, {"proof", w("回单")}}) ==
              "in_force");  // what comes all the same is written down
    }
    CHECK(story.balance().is_even());
}

TEST_CASE("nothing came: it can be written, of a payment and in a revisit, and is looked into the same day") {
    MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const auto order = story.pay(3'000'000);
    Fields visit{{"plan", w("R0")},
                 {"way", w("phone")},
                 {"spoke_with", w("applicant")},
                 {"asked_for_fee", false},
                 {"unsafe", false},
                 {"money_came", std::int64_t{0}},
                 {"money_whole", true},
                 {"conclusions", std::vector<std::string>{"O2"}}};
    CHECK(story.try_to("caller", "revisit_made", visit) == "refused revisit.whole");
    visit["money_whole"] = false;
    story.act("caller", "revisit_made", visit);
    CHECK(story.try_to("caller", "money_confirmed", MoneyStory::confirmation(order, 0, true)) == "refused pay.whole");
    CHECK(story.try_to("caller", "money_confirmed", MoneyStory::confirmation(order, -1, false)) ==
          "refused field.amount");
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, 0, false));
    CHECK(story.balance().not_whole == std::vector<FactId>{order});
    const AidCase folded = story.fold();
    CHECK(std::any_of(folded.care.alerts.begin(), folded.care.alerts.end(),
                      [](const Alert& each) { return each.what == "not_whole"; }));
    // The control: an order is of some money.
    CHECK(story.try_to("registrar", "pay_ordered", MoneyStory::order_fields(0)) == "refused field.amount");
}

TEST_CASE("paid money that is taken back and comes back from the bank is owed no more, and not paid again") {
    MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const auto order = story.pay(3'000'000);
    const Fields back{{"order", order.text()}, {"reasons", w("账户已销")}};
    SUBCASE("fraud") {
        story.act("judge", "recovery_decided",
                  {{"ground", w("fraud")}, {"amount", std::int64_t{3'000'000}}, {"reasons", w("骗取")}});
        story.act("registrar", "pay_returned", back);
        CHECK(story.fold().status == Status::Recovery);
        CHECK(story.fold().ledger.open_recovery().value == 0);
        REQUIRE(story.fold().ledger.stopped);
        CHECK(story.fold().ledger.left().value == 3'000'000);  // finance is to have it back
    }
    SUBCASE("both fraud and a deduction: not paid again either") {
        story.act("judge", "enforced", {{"amount", std::int64_t{1'000'000}}, {"kept_as_claim", false}});
        story.act("judge", "recovery_decided",
                  {{"ground", w("enforced")}, {"amount", std::int64_t{1'000'000}}, {"reasons", w("已执行")}});
        story.act("judge", "recovery_decided",
                  {{"ground", w("fraud")}, {"amount", std::int64_t{2'000'000}}, {"reasons", w("骗取")}});
        story.act("registrar", "pay_returned", back);
        CHECK(story.fold().status == Status::Recovery);
        CHECK(story.fold().ledger.open_recovery().value == 0);
    }
    SUBCASE("the control: paid, and nothing to take back") {
        story.act("registrar", "pay_returned", back);
        CHECK(story.fold().status == Status::Notified);
        CHECK_FALSE(story.fold().ledger.stopped);
    }
    CHECK(story.balance().is_even());
}

TEST_CASE("a payment that went out and fits no rule is not lost from sight") {
    MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const auto order = story.order(3'000'000);
    const auto made = story.say("registrar", "pay_made", story.payment(order));
    CHECK(story.standing(made) == "refused pay.unreleased");
    const Balance balance = story.balance();
    REQUIRE(balance.stray.size() == 1);
    CHECK(balance.stray[0].by == made);
    CHECK(balance.stray[0].amount.value == 3'000'000);
    CHECK(balance.paid.value == 0);
    story.say("caller", "pay_made", story.payment(order));  // not a caller's to say
    CHECK(story.balance().stray.size() == 1);
}

TEST_CASE("what money went out on is not unmade, unless the payment is") {
    MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const auto order = story.pay(1'000'000, 1, 2);
    const auto other = story.order(2'000'000, 2, 2);
    const FactId decided = story.fold().ballots.decision->by;
    const auto correct = [&](const FactId& wrong) {
        return story.try_to("leader", "corrected", {{"wrong", wrong.text()}, {"reasons", w("弄错了")}});
    };
    CHECK(correct(decided) == "refused corrected.rests");
    CHECK(correct(order) == "refused corrected.rests");
    CHECK(correct(other) == "in_force");  // nothing rests on that one
    const FactId paid = *story.fold().ledger.find(order)->paid;
    CHECK(correct(paid) == "in_force");
    CHECK(story.fold().status == Status::Notified);
    CHECK(story.balance().paid.value == 0);
    CHECK(correct(order) == "in_force");
    CHECK(story.balance().ordered.value == 0);
    CHECK(story.balance().is_even());
}

TEST_CASE("two who order the same budget without knowing of each other cannot both have it") {
    MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const auto seen = heads(story.facts);
    const auto one = story.say_after("registrar", "pay_ordered", MoneyStory::order_fields(3'000'000), seen);
    const auto two = story.say_after("registrar2", "pay_ordered", MoneyStory::order_fields(3'000'000), seen);
    CHECK(story.standing(one) == "in_force");
    CHECK(story.standing(two) == "refused pay.part");
    CHECK(story.balance().is_even());
}

TEST_CASE("urgent money that the bank sends back is paid again, and until then the ledger says that it is not there") {
    MoneyStory story;
    story.open();
    story.act("registrar", "joined", {{"person", story.id("leader")}, {"as", w("leader")}});
    story.act("registrar", "joined", {{"person", story.id("registrar2")}, {"as", w("registrar")}});
    const auto proposal =
        story.act("registrar", "urgent_proposed",
                  {{"amount", std::int64_t{2'400'000}}, {"wage", test::kWage}, {"reasons", w("抢救")}});
    story.act("leader", "urgent_approved", {{"proposal", proposal.text()}});
    const Fields paying{
        {"proposal", proposal.text()}, {"amount", std::int64_t{2'400'000}}, {"payee", w("毕䶮")}, {"proof", w("回单")}};
    const Fields back{{"order", proposal.text()}, {"reasons", w("户名不符")}};
    CHECK(story.try_to("registrar", "pay_returned", back) == "refused status");
    const auto first = story.act("registrar", "urgent_paid", paying);
    story.act("registrar2", "money_confirmed", MoneyStory::confirmation(first, 2'000'000, false));
    CHECK(story.balance().not_whole == std::vector<FactId>{proposal});
    const auto both_knew = heads(story.facts);
    story.act("registrar", "pay_returned", {{"order", first.text()}, {"reasons", w("户名不符")}});
    CHECK(story.fold().status == Status::UrgentPaid);
    CHECK(story.fold().ledger.urgent_paid().value == 0);
    CHECK(story.balance().urgent.value == 0);
    CHECK(story.balance().returned.value == 2'400'000);
    CHECK(story.balance().not_whole.empty());
    CHECK(story.try_to("registrar", "pay_returned", back) == "refused pay.not_paid");
    // Who has not heard that it came back does not pay it again.
    const auto blind = story.say_after("registrar2", "urgent_paid", paying, both_knew);
    CHECK_FALSE(story.fold().is_in_force(blind));
    story.facts.pop_back();
    story.act("registrar", "filed", {{"number", w("（2026）浙0199司救刑1号")}});
    for (const char* name : {"caller", "judge"})
        story.act("registrar", "joined",
                  {{"person", story.id(name)}, {"as", w(name == std::string("judge") ? "handler" : name)}});
    story.act("registrar", "assigned", {{"handler", story.id("judge")}, {"panel", story.ids({"judge2", "judge3"})}});
    story.paper = story.act("judge", "proof_added", {{"paper", w("病历")}, {"from", w("applicant")}});
    // It stays a part of the aid: no less is granted, and no order takes its place (A8).
    Fact report;
    report.kind = "report_written";
    report.fields = MoneyStory::report_fields(2'399'999);
    REQUIRE(lacks(story.fold(), report));
    CHECK(lacks(story.fold(), report)->code == "report.urgent");
    report.fields = MoneyStory::report_fields(2'400'000);
    CHECK_FALSE(lacks(story.fold(), report));
    const auto grant = [&story](std::int64_t amount) {
        story.report = story.act("judge", "report_written", MoneyStory::report_fields(amount));
        story.lay();
        story.vote("judge", "grant", amount);
        story.vote("judge2", "grant", amount);
        story.act("judge", "decided", story.decision("grant", amount));
    };
    SUBCASE("paid again while the case is reviewed") {
        story.act("registrar", "urgent_paid", paying);
        CHECK(story.fold().status == Status::Review);
        CHECK(story.fold().ledger.urgent_paid().value == 2'400'000);
        grant(2'400'000);
        story.act("caller", "applicant_called", {{"how", w("phone")}});
        CHECK(story.fold().status == Status::Paid);
        // Sent back once more when all was paid: the case waits for it again.
        story.act("registrar", "pay_returned", back);
        CHECK(story.fold().status == Status::Notified);
        story.act("registrar", "urgent_paid", paying);
        CHECK(story.fold().status == Status::Paid);
        CHECK(story.balance().returned.value == 4'800'000);
    }
    SUBCASE("not paid again before the decision: the rest alone is not all") {
        grant(3'000'000);
        CHECK(story.balance().due.value == 600'000);
        story.act("registrar", "fund_requested", {{"amount", std::int64_t{600'000}}});
        story.act("registrar", "fund_arrived", {{"amount", std::int64_t{600'000}}});
        story.act("caller", "applicant_called", {{"how", w("phone")}});
        story.pay(600'000);
        CHECK(story.fold().status == Status::PaidPart);
        story.act("registrar", "urgent_paid", paying);
        CHECK(story.fold().status == Status::Paid);
        CHECK(story.fold().ledger.paid().value == 3'000'000);
    }
    SUBCASE("as much is granted as came back: the person is called when it is paid") {
        grant(2'400'000);
        CHECK(story.try_to("caller", "applicant_called", {{"how", w("phone")}}) == "refused called.due");
        story.act("registrar", "urgent_paid", paying);
        story.act("caller", "applicant_called", {{"how", w("phone")}});
        CHECK(story.fold().status == Status::Paid);
    }
    SUBCASE("aid is refused: nothing is left to take back") {
        story.report = story.act("judge", "report_written", {{"proposal", w("refuse")}, {"reasons", w("骗取")}});
        story.lay();
        story.vote("judge", "refuse");
        story.vote("judge2", "refuse");
        story.act("judge", "decided", story.decision("refuse"));
        CHECK(story.balance().urgent_to_take_back.value == 0);
        CHECK(story.try_to("registrar", "urgent_paid", paying) == "refused status");
    }
    SUBCASE("the person withdraws") { story.act("registrar", "withdrawn", {{"how", w("书面")}}); }
    CHECK(story.balance().is_even());
}
