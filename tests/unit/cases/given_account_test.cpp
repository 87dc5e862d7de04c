// Accounts that are told after the application: who replaces whom, what an order may name, and that no fact bears
// digits.
#include "app/cases/given_account.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "app/cases/case_json.hpp"
#include "app/cases/sealed_fields.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;
using test::w;

namespace {

constexpr std::int64_t kAccountSum = 3'000'000;

// The record in which an account is sealed, by a letter.
std::string record(char which) { return std::string(32, which); }

Fields told(char which, const char* ends) {
    return {{"whose", w("applicant")}, {"read_back", true}, {"account", record(which)}, {"account_ends", w(ends)}};
}
Fields typed(const char* kind, const char* number) {
    return {{"whose", w("applicant")},
            {"holder", w("申屠静")},
            {"kind", w(kind)},
            {"account_number", w(number)},
            {"read_back", true}};
}
Fields order_to(char which, const char* ends) {
    Fields fields = MoneyStory::order_fields(kAccountSum);
    fields["account"] = record(which);
    fields["account_ends"] = w(ends);
    return fields;
}

std::vector<std::string> rules_of(const MoneyStory& story) {
    std::vector<std::string> rules;
    for (const Task& task :
         tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {}))
        rules.push_back(task.rule);
    return rules;
}
bool has(const std::vector<std::string>& all, const char* one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

TEST_CASE("what is typed is held to the rules of its kind, and leaves nothing in the fact") {
    const ActRule& rule = *find_act("account_given");
    const auto code = [&rule](const Fields& fields) {
        auto no = check_typed(rule, fields);
        if (!no) no = check_sealed(rule, fields);
        return no ? no->code : std::string();
    };
    CHECK(code(typed("card", "9999990000000000022")).empty());
    CHECK(code(typed("card", "９９９９ 9900 0000 0000 022")).empty());
    CHECK(code(typed("card", "9999990000000000023")) == "account.luhn");
    CHECK(code(typed("card", "999999000000002")) == "account.card_length");
    CHECK(code(typed("card", "99999900000000O0022")) == "account.digits");
    CHECK(code(typed("book", "9999990000000000023")).empty());  // a passbook has no check digit
    CHECK(code(typed("book", "1234")) == "account.length");
    Fields silent = typed("card", "9999990000000000022");
    silent.erase("read_back");
    CHECK(code(silent) == "field.read_back");
    Fields nameless = typed("card", "9999990000000000022");
    nameless.erase("holder");
    CHECK(code(nameless) == "field.holder");
    Fields made = typed("card", "9999990000000000022");
    made["account"] = record('a');
    CHECK(code(made).empty());  // the program will write it anew

    const Fields kept = as_kept(rule, typed("card", "9999990000000000022"));
    CHECK(kept.at("account_ends") == FieldValue(std::string("0022")));
    for (const auto& [name, value] : kept)
        if (const auto* text = std::get_if<std::string>(&value)) CHECK(text->find("999999") == std::string::npos);
    CHECK_FALSE(check_fields(rule, kept));
    // A fact that bears what should be sealed is none, even with a number that looks like nothing.
    for (const char* field : {"holder", "account_number", "bank", "kind"}) {
        Fields open = told('a', "0022");
        open[field] = field == std::string("kind") ? w("card") : w("1");
        CHECK(check_fields(rule, open)->code == "field." + std::string(field));
    }
}

TEST_CASE("whoever knows the account that stands replaces it; an order goes to the one that stands") {
    MoneyStory story;
    story.until_called(kAccountSum, kAccountSum);
    CHECK(has(rules_of(story), "account"));
    const auto first = story.act("judge", "account_given", told('a', "0022"));
    CHECK_FALSE(has(rules_of(story), "account"));
    CHECK(story.fold().accounts.current()->by == first);
    CHECK(story.try_to("registrar", "pay_ordered", order_to('b', "0022")) == "refused pay.account_replaced");
    CHECK(story.try_to("registrar", "pay_ordered", order_to('a', "0014")) == "refused pay.account_ends");
    story.act("registrar", "account_given", told('b', "1234"));
    CHECK(story.fold().accounts.given.size() == 2);
    CHECK(story.fold().accounts.current()->ends == "1234");
    CHECK(story.try_to("registrar", "pay_ordered", order_to('a', "0022")) == "refused pay.account_replaced");
    const auto order = story.act("registrar", "pay_ordered", order_to('b', "1234"));
    CHECK(story.fold().ledger.orders.back().account->text() == record('b'));
    CHECK(story.fold().is_in_force(order));
    CHECK(is_one_case(story, 7));
}

TEST_CASE("an account that changes after the order: the order is not released, but taken back and made anew") {
    MoneyStory story;
    story.until_called(kAccountSum, kAccountSum);
    story.act("judge", "account_given", told('a', "0022"));
    const auto seen = heads(story.facts);
    const auto order = story.act("registrar", "pay_ordered", order_to('a', "0022"));
    CHECK(has(rules_of(story), "release"));
    story.act("judge", "account_given", told('b', "1234"));
    CHECK(story.try_to("leader", "pay_released", {{"order", order.text()}}) == "refused pay.account_replaced");
    CHECK(has(rules_of(story), "account_changed"));
    CHECK_FALSE(has(rules_of(story), "release"));
    story.act("registrar", "corrected", {{"wrong", order.text()}, {"reasons", w("换了账户")}});
    const auto again = story.act("registrar", "pay_ordered", order_to('b', "1234"));
    story.act("leader", "pay_released", {{"order", again.text()}});
    story.act("registrar", "pay_made", story.payment(again));
    CHECK(story.fold().status == Status::Paid);
    // Money that is gone: the account that it went to stays in the case.
    const auto account = story.fold().accounts.current()->by;
    CHECK(story.try_to("registrar", "corrected", {{"wrong", account.text()}, {"reasons", w("记错了")}}) ==
          "refused corrected.rests");
    CHECK(is_one_case(story, 8));
}

TEST_CASE("who did not know of the other's account contradicts it: shown, no order, until it is settled") {
    MoneyStory story;
    story.until_called(kAccountSum, kAccountSum);
    const auto seen = heads(story.facts);
    const auto first = story.say_after("judge", "account_given", told('a', "0022"), seen);
    const auto other = story.say_after("registrar", "account_given", told('b', "1234"), seen);
    CHECK(story.standing(first) == "in_force");
    CHECK(story.standing(other) == "contradicts account.two");
    CHECK(story.fold().entry(other)->against == first);
    CHECK(has(rules_of(story), "contradiction"));
    for (const auto& [which, ends] : {std::pair{'a', "0022"}, {'b', "1234"}}) {
        CHECK(story.try_to("registrar", "pay_ordered", order_to(which, ends)) == "refused pay.account_two");
        story.facts.pop_back();  // as in a court: what is refused is not signed
    }
    CHECK(is_one_case(story, 9));
    const auto settle = [&](const FactId& holds, const FactId& falls) {
        story.act(
            "registrar2", "contradiction_settled",
            {{"holds", holds.text()}, {"falls", std::vector<std::string>{falls.text()}}, {"reasons", w("问过本人")}});
    };
    SUBCASE("the first holds") {
        settle(first, other);
        CHECK(story.fold().accounts.current()->ends == "0022");
        story.act("registrar", "pay_ordered", order_to('a', "0022"));
    }
    SUBCASE("the other holds") {
        settle(other, first);
        CHECK(story.standing(other) == "in_force");
        CHECK(story.fold().accounts.current()->ends == "1234");
        story.act("registrar", "pay_ordered", order_to('b', "1234"));
    }
    SUBCASE("it is taken down anew by somebody who knows both") {
        const auto third = story.act("judge", "account_given", told('c', "5678"));
        CHECK(story.standing(other) == "set_aside");
        CHECK(story.fold().entry(other)->against == third);
        CHECK_FALSE(has(rules_of(story), "contradiction"));
        story.act("registrar", "pay_ordered", order_to('c', "5678"));
    }
    CHECK(is_one_case(story, 10));
}

TEST_CASE("of two accounts that one person gave, the same one counts whatever clocks say") {
    MoneyStory story;
    story.until_called(kAccountSum, kAccountSum);
    story.act("judge", "account_given", told('a', "0022"));
    story.now = {1'000'000'000'000};  // 2001
    story.act("judge", "account_given", told('b', "1234"));
    CHECK(story.fold().accounts.current()->ends == "1234");
    CHECK(is_one_case(story, 11));
}

TEST_CASE("a long number in the note of an account is refused, and what the program must write is asked for") {
    MoneyStory story;
    story.until_called(kAccountSum, kAccountSum);
    Fields noted = told('a', "0022");
    noted["note"] = w("卡号9999990000000000022");
    CHECK(story.try_to("judge", "account_given", noted) == "refused money.number");
    Fields odd = told('a', "0022");
    odd["account"] = w("农行");
    CHECK(story.try_to("judge", "account_given", odd) == "refused account.record");
    CHECK(story.try_to("judge", "account_given", told('a', "22")) == "refused account.ends");
    CHECK(story.try_to("caller", "account_given", told('a', "0022")) == "refused role");
    CHECK(story.fold().accounts.given.empty());
    story.act("judge", "account_given", told('a', "0022"));  // the control
}

TEST_CASE("joint heirs are paid each to their own account: one's replaces nothing of the other's") {
    MoneyStory story;
    story.until_called(kAccountSum, kAccountSum);
    const auto of = [](const char* payee, char which, const char* ends) {
        Fields fields = told(which, ends);
        fields["payee"] = w(payee);
        return fields;
    };
    const auto order = [](const char* payee, char which, const char* ends, std::int64_t part) {
        Fields fields = MoneyStory::order_fields(kAccountSum / 2, part, 2);
        fields["payee"] = w(payee);
        fields["account"] = record(which);
        fields["account_ends"] = w(ends);
        return fields;
    };
    const auto refused = [&story](const Fields& fields) {
        const std::string said = story.try_to("registrar", "pay_ordered", fields);
        story.facts.pop_back();
        return said;
    };
    story.act("judge", "account_given", of("骆一苗", 'a', "0022"));
    const auto seen = heads(story.facts);
    story.act("judge", "account_given", of("骆小满", 'b', "1234"));
    CHECK(story.fold().accounts.counting().size() == 2);
    CHECK(refused(order("骆一苗", 'b', "1234", 1)) == "refused pay.account_replaced");
    CHECK(refused(order("章绮禾", 'b', "1234", 1)) == "refused pay.holder");
    const auto first = story.act("registrar", "pay_ordered", order("骆一苗", 'a', "0022", 1));
    const auto second = story.act("registrar", "pay_ordered", order("骆小满", 'b', "1234", 2));
    story.act("leader", "pay_released", {{"order", first.text()}});
    CHECK_FALSE(has(rules_of(story), "account_changed"));
    // The application's own account is the applicant's, whom neither replaces.
    CHECK(refused(order("申屠静", 'f', "0014", 1)) == "refused pay.part");
    SUBCASE("two who take down accounts of different holders do not contradict each other") {
        const auto third = story.say_after("registrar", "account_given", of("章绮禾", 'c', "5678"), seen);
        CHECK(story.standing(third) == "in_force");
    }
    SUBCASE("the same holder's do, and stop that holder's orders alone") {
        const auto third = story.say_after("registrar", "account_given", of("骆小满", 'c', "5678"), seen);
        CHECK(story.standing(third) == "contradicts account.two");
        CHECK(story.try_to("leader", "pay_released", {{"order", second.text()}}) == "refused pay.account_two");
        story.facts.pop_back();
        story.act("registrar", "pay_made", story.payment(first));
    }
    SUBCASE("a new one of the same holder replaces the old") {
        story.act("judge", "account_given", of("骆小满", 'c', "5678"));
        CHECK(has(rules_of(story), "account_changed"));
        CHECK(story.try_to("leader", "pay_released", {{"order", second.text()}}) == "refused pay.account_replaced");
        story.facts.pop_back();
        story.act("registrar", "pay_made", story.payment(first));
    }
    CHECK(is_one_case(story, 12));
}
