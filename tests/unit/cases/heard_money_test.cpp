// A call that heard that all of the money came confirms it: by the person's word, never by who paid, and once.
#include <algorithm>
#include <random>

#include "app/cases/case_json.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;
using test::w;

namespace {

constexpr std::int64_t kHeard = 3'000'000;

Fields call(std::int64_t amount, bool whole, const char* plan = "R0") {
    return {{"plan", w(plan)},        {"way", w("phone")},   {"spoke_with", w("applicant")},
            {"asked_for_fee", false}, {"unsafe", false},     {"conclusions", std::vector<std::string>{"O2"}},
            {"money_came", amount},   {"money_whole", whole}};
}

bool asks_for_money(const MoneyStory& story) {
    const auto tasks =
        tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {});
    return std::any_of(tasks.begin(), tasks.end(), [](const Task& each) { return each.act == "money_confirmed"; });
}

PayOrder paid_order(const MoneyStory& story) { return story.fold().ledger.orders.back(); }

}  // namespace

TEST_CASE("a call that heard that all of it came confirms the payment, and nobody is asked again") {
    MoneyStory story;
    story.until_called(kHeard, kHeard);
    const auto order = story.pay(kHeard);
    story.act("registrar", "served", {{"paper", w("decision_grant")}, {"how", w("in_person")}, {"to", w("本人")}});
    CHECK(asks_for_money(story));
    const auto heard = story.act("caller", "revisit_made", call(kHeard, true));
    CHECK(paid_order(story).state == PayOrder::State::Confirmed);
    CHECK(paid_order(story).confirmed == heard);
    CHECK_FALSE(asks_for_money(story));
    CHECK(story.balance().unconfirmed.empty());
    CHECK(story.balance().confirmed.value == kHeard);
    SUBCASE("the case can be closed on it") { story.act("caller", "closed", {{"reasons", w("困难缓解")}}); }
    SUBCASE("written down of the payment, too: it is one confirmation, and that one goes before the call") {
        const auto said = story.act("caller", "money_confirmed", MoneyStory::confirmation(order, kHeard, true));
        CHECK(paid_order(story).confirmed == said);
        CHECK(story.balance().confirmed.value == kHeard);
        CHECK(story.try_to("caller", "money_confirmed", MoneyStory::confirmation(order, kHeard, true)) ==
              "refused pay.confirmed");  // the control: not twice
    }
    SUBCASE("a later call hears less: somebody asks anew") {
        story.act("judge", "revisit_made", call(1'000'000, false, "extra"));
        CHECK(paid_order(story).state == PayOrder::State::Paid);
        CHECK(asks_for_money(story));
    }
    SUBCASE("the call was written in the wrong case") {
        story.act("registrar", "corrected", {{"wrong", heard.text()}, {"reasons", w("记错了案子")}});
        CHECK(asks_for_money(story));
    }
    SUBCASE("the bank sends it back all the same") {
        story.act("registrar", "pay_returned", {{"order", order.text()}, {"reasons", w("户名不符")}});
        CHECK(story.fold().status == Status::Notified);
    }
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("a call confirms nothing by who paid, by somebody else's word, or of another sum") {
    MoneyStory story;
    story.until_called(kHeard, kHeard);
    story.pay(kHeard);
    const auto stays_open = [&story](const char* who, Fields fields) {
        MoneyStory tried = story;
        CHECK(tried.try_to(who, "revisit_made", std::move(fields)) == "in_force");
        return asks_for_money(tried);
    };
    CHECK(stays_open("registrar", call(kHeard, true)));  // who signed the payment
    CHECK(stays_open("judge", call(kHeard, true)));      // who handed it over beside them
    CHECK(stays_open("caller", call(1'000'000, true)));
    CHECK(stays_open("caller", call(1'000'000, false)));
    Fields other = call(kHeard, true);
    other["spoke_with"] = w("family");
    CHECK(stays_open("caller", other));
    other = call(kHeard, true);
    other.erase("money_came");
    CHECK(stays_open("caller", other));
    CHECK_FALSE(stays_open("registrar2", call(kHeard, true)));  // the controls
    Fields guardian = call(kHeard, true);
    guardian["spoke_with"] = w("guardian");
    CHECK_FALSE(stays_open("caller", guardian));
}

TEST_CASE("of two parts a call confirms the one that its author had heard of") {
    MoneyStory story;
    story.until_called(kHeard, kHeard);
    story.pay(1'000'000, 1, 2);
    const auto seen = heads(story.facts);
    story.pay(2'000'000, 2, 2);
    story.say_after("caller", "revisit_made", call(1'000'000, true), seen);
    CHECK(story.fold().ledger.orders.front().state == PayOrder::State::Confirmed);
    CHECK(story.fold().ledger.orders.back().state == PayOrder::State::Paid);
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
    // The second is confirmed by its own sum, or by that of both.
    for (const std::int64_t sum : {std::int64_t{2'000'000}, kHeard}) {
        MoneyStory asked = story;
        asked.act("caller", "revisit_made", call(sum, true, "extra"));
        CHECK(asked.fold().ledger.orders.back().state == PayOrder::State::Confirmed);
    }
}

TEST_CASE(
    "less came, written of the payment without knowledge of the call: that stands, whichever has the earlier clock") {
    for (const bool call_first : {true, false}) {
        CAPTURE(call_first);
        MoneyStory story;
        story.until_called(kHeard, kHeard);
        const auto order = story.pay(kHeard);
        const auto seen = heads(story.facts);
        const auto say = [&] {
            return story.say_after("judge2", "money_confirmed", MoneyStory::confirmation(order, 1'000'000, false),
                                   seen);
        };
        if (!call_first) say();
        story.say_after("caller", "revisit_made", call(kHeard, true), seen);
        if (call_first) say();
        CHECK(paid_order(story).state == PayOrder::State::Paid);
        CHECK_FALSE(paid_order(story).came_whole);
        CHECK(asks_for_money(story));
        CHECK(story.balance().not_whole.size() == 1);
        CHECK(story.balance().is_even());
        CHECK(is_one_case(story));
    }
}
