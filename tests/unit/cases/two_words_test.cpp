// Two callers who did not know of each other tell opposite things; and what one caller cannot say in one form.
#include <algorithm>
#include <random>

#include "app/cases/case_json.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/care_story.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::Lines;
using test::MoneyStory;
using test::revisit;
using test::w;

namespace {

constexpr std::int64_t kDueSum = 3'000'000;

Fields died() { return {{"plan", w("R0")}, {"way", w("phone")}, {"outcome", w("died")}}; }
Fields came(std::int64_t amount, bool whole) {
    Fields form = revisit("R0", {"O2"});
    form["money_came"] = amount;
    form["money_whole"] = whole;
    return form;
}

// Paid, served, and asked whether it came: only the visits are left.
FactId until_paid(MoneyStory& story) {
    story.until_called(kDueSum, kDueSum);
    const auto order = story.pay(kDueSum);
    story.act("registrar", "served", {{"paper", w("decision_grant")}, {"how", w("in_person")}, {"to", w("本人")}});
    return order;
}

std::optional<Task> task_in(const MoneyStory& story, std::string_view rule) {
    for (const Task& each :
         tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {}))
        if (each.rule == rule && !each.escalated) return each;
    return std::nullopt;
}

std::size_t count_against(const AidCase& folded) {
    return static_cast<std::size_t>(
        std::count_if(folded.entries.begin(), folded.entries.end(), [](const Entry& each) { return each.against; }));
}

}  // namespace

TEST_CASE(
    "the bank sent the money back while another heard that all of it came: somebody looks before it is paid again") {
    for (const bool bank_first : {true, false}) {
        MoneyStory story;
        const auto order = until_paid(story);
        const auto seen = heads(story.facts);
        const Fields back{{"order", order.text()}, {"reasons", w("户名不符")}};
        FactId returned, heard;
        if (bank_first) returned = story.say_after("registrar", "pay_returned", back, seen);
        heard = story.say_after("caller", "revisit_made", came(kDueSum, true), seen);
        if (!bank_first) returned = story.say_after("registrar", "pay_returned", back, seen);
        CAPTURE(bank_first);
        CHECK(story.standing(returned) == "in_force");
        CHECK(story.fold().entry(heard)->standing == Standing::Contradicts);
        CHECK(story.fold().entry(heard)->against == returned);
        CHECK(task_in(story, "contradiction"));
        CHECK(is_one_case(story));
        story.act("leader", "contradiction_settled",
                  {{"holds", returned.text()}, {"falls", Lines{heard.text()}}, {"reasons", w("问过银行")}});
        CHECK_FALSE(task_in(story, "contradiction"));
    }
    // The control: who knew that it came has not heard of another thing.
    MoneyStory story;
    const auto order = until_paid(story);
    story.act("caller", "revisit_made", came(kDueSum, true));
    story.act("registrar", "pay_returned", {{"order", order.text()}, {"reasons", w("户名不符")}});
    CHECK_FALSE(task_in(story, "contradiction"));
}

TEST_CASE("who asked of one part says nothing of another that the bank sent back") {
    MoneyStory story;
    story.until_called(kDueSum, kDueSum);
    story.pay(1'000'000, 1, 3);
    const auto seen = heads(story.facts);
    const auto second = story.pay(1'000'000, 2, 3);
    const auto heard = story.say_after("caller", "revisit_made", came(1'000'000, true), seen);
    story.act("registrar", "pay_returned", {{"order", second.text()}, {"reasons", w("户名不符")}});
    CHECK(story.standing(heard) == "in_force");
    CHECK_FALSE(task_in(story, "contradiction"));
    CHECK(is_one_case(story));
}

namespace {

enum class End : std::uint8_t { DeathFalls, CallFalls, FoundLater, DiedAfterAll };

// Whichever is told first: its place in the case's order says nothing of the truth.
void check_life_or_death(bool death_first, End end) {
    MoneyStory story;
    const auto order = until_paid(story);
    const auto seen = heads(story.facts);
    FactId dead, spoke;
    if (death_first) dead = story.say_after("registrar", "revisit_tried", died(), seen);
    spoke = story.say_after("caller", "revisit_made", revisit("R0", {"O2"}), seen);
    if (!death_first) dead = story.say_after("registrar", "revisit_tried", died(), seen);
    const AidCase both = story.fold();
    REQUIRE(both.care.at_odds.size() == 1);
    CHECK(both.care.at_odds.front().what == "died");
    CHECK(count_against(both) == 1);
    CHECK_FALSE(both.care.gone);
    CHECK_FALSE(is_out_of_reach(both.care));
    CHECK(both.contact.lost == "died_unsure");  // nobody calls without a look
    CHECK(task_in(story, "contradiction"));
    CHECK(task_in(story, "money"));
    CHECK_FALSE(task_in(story, "money_gone"));
    CHECK_FALSE(task_in(story, "O12"));
    CHECK(story.try_to("registrar", "closed", {{"reasons", w("去世")}}) == "refused close.money");
    story.facts.pop_back();
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, kDueSum, true));
    CHECK(story.try_to("registrar", "closed", {{"reasons", w("去世")}}) == "refused close.at_odds");
    story.facts.pop_back();
    story.facts.pop_back();
    CHECK(is_one_case(story));

    const auto settle = [&](const FactId& holds, const FactId& falls) {
        story.act("leader", "contradiction_settled",
                  {{"holds", holds.text()}, {"falls", Lines{falls.text()}}, {"reasons", w("问过村里")}});
    };
    switch (end) {
        case End::DeathFalls:
            settle(spoke, dead);
            CHECK(task_in(story, "R1"));
            break;
        case End::CallFalls:
            settle(dead, spoke);
            CHECK(task_in(story, "money_gone"));
            CHECK(task_in(story, "O12"));
            break;
        case End::FoundLater: story.act("caller", "revisit_made", revisit("extra", {"O2"})); break;
        case End::DiedAfterAll: story.act("caller", "revisit_tried", died()); break;
    }
    const AidCase after = story.fold();
    const bool is_dead = end == End::CallFalls || end == End::DiedAfterAll;
    CHECK(after.care.has_died() == is_dead);
    CHECK(is_out_of_reach(after.care) == is_dead);
    CHECK(after.contact.lost == (is_dead ? "died" : ""));
    CHECK(after.care.at_odds.empty());
    CHECK_FALSE(task_in(story, "contradiction"));
    CHECK(is_one_case(story));

    // What ended it can be taken back, whatever it said: then the two stand against each other again.
    const bool is_settled = end == End::DeathFalls || end == End::CallFalls;
    story.act(is_settled ? "leader" : "caller", "corrected",
              {{"wrong", story.facts.back().id.text()}, {"reasons", w("弄错了")}});
    CHECK(story.fold().care.at_odds.size() == 1);
    CHECK(task_in(story, "contradiction"));
    CHECK(is_one_case(story));
}

}  // namespace

TEST_CASE("one says that they died, another spoke with them: neither counts before somebody settles it") {
    for (const bool death_first : {true, false}) {
        for (const End end : {End::DeathFalls, End::CallFalls, End::FoundLater, End::DiedAfterAll}) {
            CAPTURE(death_first);
            CAPTURE(static_cast<int>(end));
            check_life_or_death(death_first, end);
        }
    }
}

TEST_CASE("who asked the person about money has spoken with them, too") {
    for (const char* by : {"applicant", "bank"}) {
        MoneyStory story;
        const auto order = until_paid(story);
        const auto seen = heads(story.facts);
        Fields said = MoneyStory::confirmation(order, kDueSum, true);
        said["by"] = w(by);
        const auto dead = story.say_after("registrar", "revisit_tried", died(), seen);
        const auto asked = story.say_after("caller", "money_confirmed", said, seen);
        const bool is_at_odds = test::text(by) == "applicant";  // the bank has heard nothing of them: the control
        CHECK(story.fold().care.at_odds.empty() != is_at_odds);
        CHECK(story.standing(dead) == (is_at_odds ? "contradicts revisit.two" : "in_force"));
        CHECK(story.standing(asked) == "in_force");
        CHECK(story.fold().care.has_died() != is_at_odds);
        CHECK(is_one_case(story));
    }
}

TEST_CASE("who knew of the call, or spoke with them before they died, contradicts nobody") {
    MoneyStory story;
    until_paid(story);
    SUBCASE("in the knowledge of it") {
        story.act("caller", "revisit_made", revisit("R0", {"O2"}));
        story.act("registrar", "revisit_tried", died());
    }
    SUBCASE("the day before") {
        const auto seen = heads(story.facts);
        story.say_after("caller", "revisit_made", revisit("R0", {"O2"}), seen);
        story.now = story.now + 2 * 86'400'000;
        story.say_after("registrar", "revisit_tried", died(), seen);
    }
    SUBCASE("with the family") {
        const auto seen = heads(story.facts);
        Fields family = revisit("R0", {"O2"});
        family["spoke_with"] = w("family");
        story.say_after("registrar", "revisit_tried", died(), seen);
        story.say_after("caller", "revisit_made", family, seen);
    }
    CHECK(story.fold().care.at_odds.empty());
    CHECK(story.fold().care.has_died());
    CHECK_FALSE(task_in(story, "contradiction"));
}

TEST_CASE("what a visit tells of danger is not lost in a contradiction") {
    MoneyStory story;
    until_paid(story);
    const auto seen = heads(story.facts);
    Fields form = revisit("R0", {"O2"});
    form["unsafe"] = true;
    story.say_after("registrar", "revisit_tried", died(), seen);
    story.say_after("caller", "revisit_made", form, seen);
    REQUIRE(story.fold().care.at_odds.size() == 1);
    REQUIRE(story.fold().care.alerts.size() == 1);
    CHECK(task_in(story, "alert_unsafe"));
}

TEST_CASE("the same asking with other words of the money waits for somebody who asks again") {
    MoneyStory story;
    const auto order = until_paid(story);
    const auto seen = heads(story.facts);
    const auto one = story.say_after("caller", "revisit_made", came(kDueSum, true), seen);
    SUBCASE("other words") {
        const auto other = story.say_after("registrar", "revisit_made", came(1'000'000, false), seen);
        REQUIRE(story.fold().care.at_odds.size() == 1);
        CHECK(story.fold().care.at_odds.front() == AtOdds{one, other, "money"});
        CHECK(story.standing(other) == "contradicts revisit.two");
        CHECK(task_in(story, "contradiction")->on == other);
        CHECK(task_in(story, "alert_not_whole"));
        CHECK(task_in(story, "money"));
        CHECK_FALSE(story.fold().care.gone);
        CHECK(story.fold().contact.lost.empty());  // they may be called: that is how it is found out
        CHECK(is_one_case(story));
        SUBCASE("asked again") {
            story.act("caller", "money_confirmed", MoneyStory::confirmation(order, kDueSum, true));
        }
        SUBCASE("settled") {
            story.act("leader", "contradiction_settled",
                      {{"holds", one.text()}, {"falls", Lines{other.text()}}, {"reasons", w("看过回单")}});
        }
        CHECK(story.fold().care.at_odds.empty());
        CHECK_FALSE(task_in(story, "contradiction"));
        CHECK(is_one_case(story));
    }
    SUBCASE("the control: the same words") {
        story.say_after("registrar", "revisit_made", came(kDueSum, true), seen);
        CHECK(story.fold().care.at_odds.empty());
    }
    SUBCASE("the control: in the knowledge of the first") {
        Fields later = came(1'000'000, false);
        later["plan"] = w("extra");
        story.act("registrar", "revisit_made", later);
        CHECK(story.fold().care.at_odds.empty());
    }
}

TEST_CASE("conclusions of one visit that exclude each other are refused, each with its own word") {
    MoneyStory story;
    until_paid(story);
    const auto said = [&](Lines conclusions, const char* with = "applicant") {
        Fields form = revisit("R0", std::move(conclusions));
        form["spoke_with"] = w(with);
        const std::string standing = story.try_to("caller", "revisit_made", form);
        story.facts.pop_back();
        return standing;
    };
    for (const char* goes_on : {"O2", "O3", "O4", "O5", "O6", "O11"})
        CHECK(said({"O1", goes_on}) == "refused revisit.well");
    for (const char* other : {"O1", "O2", "O6"})
        CHECK(said({other, "O12"}) == "refused revisit.ended");
    CHECK(said({"O1", "O2", "O12"}) == "refused revisit.well");
    CHECK(said({"O10"}) == "refused revisit.reached");
    // The controls: what goes together is taken.
    CHECK(said({"O10"}, "family") == "in_force");
    CHECK(said({"O2", "O3"}) == "in_force");
    CHECK(said({"O1", "O9"}) == "in_force");
    CHECK(said({"O3", "O12"}) == "in_force");
}

TEST_CASE("what ends with the person's own word ends because they moved: nobody reads it as a death") {
    MoneyStory story;
    until_paid(story);
    story.act("caller", "revisit_made", revisit("R0", {"O12"}));
    REQUIRE(story.fold().care.gone);
    CHECK(story.fold().care.gone->what == "moved");
}
