// When a case may end, and what is still asked before: revisits' follow-ups, no other help wanted, promises to press.
#include <algorithm>

#include "app/cases/revisit_plan.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;
using test::serving;
using test::w;

namespace {

constexpr std::int64_t kSum = 6'000'000;

Fields visit(const char* plan, std::vector<std::string> conclusions) {
    return {{"plan", w(plan)},        {"way", w("phone")}, {"spoke_with", w("applicant")},
            {"asked_for_fee", false}, {"unsafe", false},   {"conclusions", std::move(conclusions)}};
}
Fields ending() { return {{"reasons", w("结束")}}; }

std::optional<Task> task_in(const MoneyStory& story, const char* rule) {
    for (const Task& each :
         tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {}))
        if (each.rule == rule) return each;
    return std::nullopt;
}

// Paid, asked about and served: only the revisit is left to say.
void until_settled(MoneyStory& story) {
    story.until_called(kSum, kSum);
    const auto order = story.pay(kSum);
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, kSum, true));
    story.act("registrar", "served", serving("decision_grant"));
}

}  // namespace

TEST_CASE("a case is not closed over what a revisit called for, until that is done or settled") {
    for (const char* outcome : {"O3", "O5", "O6", "O7", "O8", "O9", "O11"}) {
        CAPTURE(outcome);
        MoneyStory story;
        until_settled(story);
        const auto revisit = story.act("caller", "revisit_made", visit("R0", {outcome}));
        CHECK(story.try_to("caller", "closed", ending()) == "refused close.followup");
        story.facts.pop_back();
        story.act("registrar", "followup_settled",
                  {{"revisit", revisit.text()}, {"outcome", w(outcome)}, {"done", false}, {"reasons", w("不用办")}});
        CHECK(story.try_to(
                  "registrar", "followup_settled",
                  {{"revisit", revisit.text()}, {"outcome", w(outcome)}, {"done", true}, {"reasons", w("办了")}}) ==
              "refused followup.settled");
        story.facts.pop_back();
        story.act("caller", "closed", ending());
    }
    // What closing does itself stands in nobody's way; nor does a visit to whom nobody finds.
    for (const char* outcome : {"O1", "O2", "O12"}) {
        MoneyStory story;
        until_settled(story);
        story.act("caller", "revisit_made", visit("R0", {outcome}));
        story.act("caller", "closed", ending());
    }
}

TEST_CASE("who was not aided and wants no other help is left in peace: told first, then the case ends") {
    MoneyStory story;
    SUBCASE("not filed") {
        story.open();
        story.act("registrar", "department_asked", {{"department", w("执行局")}});
        story.act("registrar", "not_filed", {{"reasons", w("没有本院案件")}});
        CHECK(task_in(story, "help"));
        CHECK_FALSE(task_in(story, "no_help"));
        CHECK(story.try_to("registrar", "closed", ending()) == "refused close.told");
        story.facts.pop_back();
        story.act("registrar", "served", serving("not_filed"));
    }
    SUBCASE("refused") {
        story.until_review();
        story.paper = story.act("judge", "proof_added", {{"paper", w("判决书")}, {"from", w("court")}});
        story.report = story.act("judge", "report_written", {{"proposal", w("refuse")}, {"reasons", w("重大过错")}});
        story.lay();
        story.vote("judge", "refuse");
        story.vote("judge2", "refuse");
        story.act("judge", "decided", story.decision("refuse"));
        CHECK_FALSE(task_in(story, "no_help"));
        CHECK(story.try_to("registrar", "closed", ending()) == "refused close.served");
        story.facts.pop_back();
        story.act("registrar", "served", serving("decision_refuse"));
    }
    const auto task = task_in(story, "no_help");
    REQUIRE(task);
    CHECK(task->act == "closed");
    CHECK(task_in(story, "help"));  // the person may still want it
    story.act("registrar", "closed", {{"reasons", w("本人说不要别的单位帮忙")}});
    CHECK(story.fold().status == Status::Closed);
}

TEST_CASE(
    "while money is paid in parts the person is asked from the first part on; the plan begins anew with the last") {
    MoneyStory story;
    story.until_called(kSum, kSum);
    CHECK(revisit_plan(story.fold()).empty());
    story.pay(kSum / 3, 1, 3);
    auto plan = revisit_plan(story.fold());
    REQUIRE(plan.size() == 5);
    CHECK(plan[0].plan == "R0");
    CHECK(plan[0].due == story.fold().ledger.orders[0].paid_on->plus_days(7));
    CHECK(task_in(story, "R0")->act == "revisit_made");
    story.act("caller", "revisit_made", visit("R0", {"O2"}));
    CHECK(story.fold().status == Status::PaidPart);
    CHECK_FALSE(task_in(story, "R0"));
    CHECK(task_in(story, "R1")->due->date >= story.fold().ledger.orders[0].paid_on->plus_days(30));
    CHECK(story.try_to("caller", "revisit_made", visit("R0", {"O2"})) == "refused revisit.double");
    story.facts.pop_back();
    story.now = story.now + 86'400'000;
    story.pay(kSum / 3, 2, 3);
    story.pay(kSum / 3, 3, 3);
    plan = revisit_plan(story.fold());
    REQUIRE(plan.size() == 5);
    CHECK_FALSE(plan[0].made);  // all of it came now: that is asked anew
    CHECK(task_in(story, "R0"));
    CHECK_FALSE(task_in(story, "R1"));  // of the rows before none stands beside it
}

TEST_CASE("a revisit that wants a promise pressed leads to the open one, and to a new one only where there is none") {
    MoneyStory story;
    until_settled(story);
    SUBCASE("none") {
        story.act("caller", "revisit_made", visit("R0", {"O4"}));
        CHECK(task_in(story, "O4")->act == "promised");
    }
    SUBCASE("one that is open") {
        const auto promised =
            story.act("caller", "promised",
                      {{"body", w("民政局")}, {"owner", w("王")}, {"what", w("低保")}, {"due", w("2027-06-01")}});
        story.act("caller", "revisit_made", visit("R0", {"O4"}));
        const auto task = task_in(story, "O4");
        REQUIRE(task);
        CHECK(task->act == "promise_claimed");
        CHECK(task->on == promised);
        CHECK(known_fields(*task).at("promise") == FieldValue(promised.text()));
        story.act("caller", "promise_claimed", {{"promise", promised.text()}, {"evidence", w("低保证")}});
        CHECK_FALSE(task_in(story, "O4"));
    }
}

// Whatever the list asks for, it asks nobody to call the person.
void check_nobody_calls(const MoneyStory& story) {
    for (const Task& each :
         tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {}))
        CHECK_MESSAGE(each.act != "revisit_made", each.rule);
}

TEST_CASE("after somebody died between two parts nobody is asked to call them, and the list names what ends the case") {
    MoneyStory story;
    story.until_called(kSum, kSum);
    const auto first = story.pay(kSum / 2, 1, 2);
    const auto second = story.order(kSum / 2, 2, 2);
    CHECK(task_in(story, "release"));
    const auto died =
        story.act("caller", "revisit_tried", {{"plan", w("R0")}, {"way", w("phone")}, {"outcome", w("died")}});
    const auto stop = task_in(story, "gone_stop");
    REQUIRE(stop);
    CHECK(stop->act == "payment_stopped");
    CHECK((stop->roles.has(Role::Judge) && !stop->roles.has(Role::Registrar)));
    CHECK_FALSE(task_in(story, "release"));
    check_nobody_calls(story);
    // That somebody settled the call's task does not bring the dead back onto the caller's list.
    story.act("registrar", "followup_settled",
              {{"revisit", died.text()}, {"outcome", w("O12")}, {"done", true}, {"reasons", w("已核实")}});
    check_nobody_calls(story);
    CHECK(task_in(story, "gone_stop"));
    story.act("judge", "payment_stopped", {{"ground", w("died")}, {"reasons", w("本人去世")}});
    story.act(
        "registrar", "fund_returned",
        {{"amount", std::int64_t{kSum / 2}}, {"proof", w("回单")}, {"officers", story.ids({"registrar", "judge"})}});
    CHECK(story.fold().ledger.find(second)->state == PayOrder::State::Stopped);
    const auto money = task_in(story, "money_gone");
    REQUIRE(money);
    CHECK_FALSE(money->roles.has(Role::Caller));
    CHECK_FALSE(task_in(story, "money"));
    check_nobody_calls(story);
    SUBCASE("an heir says that it came") {
        Fields said = MoneyStory::confirmation(first, kSum / 2, true);
        said["by"] = w("heir");
        story.act("judge2", "money_confirmed", said);
        CHECK_FALSE(task_in(story, "money_gone"));
    }
    SUBCASE("nobody can be asked") {}
    CHECK(task_in(story, "O12")->act == "closed");
    story.act("caller", "closed", {{"reasons", w("本人去世，没有人可问")}});
}

TEST_CASE("whoever died or moved leaves no promise that silently keeps the case open") {
    for (const char* outcome : {"died", "moved"}) {
        CAPTURE(outcome);
        MoneyStory story;
        until_settled(story);
        const auto promise =
            story.act("caller", "promised",
                      {{"body", w("民政局")}, {"owner", w("王")}, {"what", w("低保")}, {"due", w("2027-06-01")}});
        const char* rule = std::string_view(outcome) == "moved" ? "moved_promise" : "gone_promise";
        CHECK_FALSE(task_in(story, rule));
        story.act("caller", "revisit_tried", {{"plan", w("R0")}, {"way", w("phone")}, {"outcome", w(outcome)}});
        const auto task = task_in(story, rule);
        REQUIRE(task);
        CHECK(task->act == "promise_overridden");
        CHECK(task->on == promise);
        check_nobody_calls(story);
        CHECK(story.try_to("caller", "closed", ending()) == "refused close.promise");
        story.facts.pop_back();
        SUBCASE("a judge ends it") {
            story.act("judge", "promise_overridden", {{"promise", promise.text()}, {"reasons", w("本人不在了")}});
            CHECK(task_in(story, "O12")->act == "closed");
            story.act("caller", "closed", ending());
        }
        SUBCASE("it was not true: a call with the person begins everything anew") {
            story.act("caller", "revisit_made", visit("R0", {"O2"}));
            CHECK_FALSE(task_in(story, rule));
            CHECK(task_in(story, "R1"));
        }
    }
}

TEST_CASE(
    "reported: who noted that a promise is kept does not end it: another judge does, who may have to join first") {
    MoneyStory story;
    until_settled(story);
    const auto promise =
        story.act("caller", "promised",
                  {{"body", w("民政局")}, {"owner", w("王")}, {"what", w("低保")}, {"due", w("2027-06-01")}});
    const Fields claim{{"promise", promise.text()}, {"evidence", w("说办好了")}};
    const Fields over{{"promise", promise.text()}, {"reasons", w("本人不在了")}};
    const auto dies = [&story] {
        story.act("caller", "revisit_tried", {{"plan", w("R0")}, {"way", w("phone")}, {"outcome", w("died")}});
    };
    story.act("judge", "promise_claimed", claim);
    SUBCASE("of three judges one noted it") {
        dies();
        const auto task = task_in(story, "gone_promise");
        REQUIRE(task);
        CHECK_FALSE(is_for(*task, story.person("judge"), Role::Judge));
        CHECK(is_for(*task, story.person("judge2"), Role::Judge));
        CHECK(is_for(*task, story.person("judge3"), Role::Judge));
        CHECK_FALSE(task_in(story, "seat.judge"));
    }
    SUBCASE("each of them noted it once") {
        for (const char* judge : {"judge2", "judge3"}) {
            story.act("caller", "promise_disputed", {{"promise", promise.text()}, {"reasons", w("没有收到")}});
            story.act(judge, "promise_claimed", claim);
        }
        dies();
        CHECK_FALSE(task_in(story, "gone_promise"));
        const auto seat = task_in(story, "seat.judge");
        REQUIRE(seat);
        CHECK(seat->act == "joined");
        for (const char* judge : {"judge", "judge2", "judge3"}) {
            CHECK(story.try_to(judge, "promise_overridden", over) == "refused promise.self");
            story.facts.pop_back();
        }
        story.add_person("judge4");
        story.act("registrar", "joined", {{"person", story.id("judge4")}, {"as", w("panel")}});
        CHECK_FALSE(task_in(story, "seat.judge"));
        const auto task = task_in(story, "gone_promise");
        REQUIRE(task);
        CHECK(is_for(*task, story.person("judge4"), Role::Judge));
        story.act("judge4", "promise_overridden", over);
        CHECK_FALSE(task_in(story, "gone_promise"));
    }
}

TEST_CASE("what ended for a death leaves promises and referrals for somebody to end, and asks the dead about none") {
    for (const char* ground : {"died", "hardship_gone"}) {
        CAPTURE(ground);
        const bool died = std::string_view(ground) == "died";
        MoneyStory story;
        story.until_review();
        story.act("registrar", "consent_given", {{"bodies", std::vector<std::string>{"民政局"}}, {"how", w("signed")}});
        story.act("registrar", "referred",
                  {{"item", w("N04")},
                   {"body", w("民政局")},
                   {"asks", w("请看看")},
                   {"shared", std::vector<std::string>{"F1.01"}}});
        const auto promise =
            story.act("registrar", "promised",
                      {{"body", w("民政局")}, {"owner", w("王")}, {"what", w("低保")}, {"due", w("2027-06-01")}});
        story.act("registrar", "promise_claimed", {{"promise", promise.text()}, {"evidence", w("说办好了")}});
        CHECK(task_in(story, "ask_promise"));
        story.act("judge", "terminated", {{"ground", w(ground)}, {"reasons", w("已核实")}});
        CHECK(task_in(story, "gone_promise").has_value() == died);
        CHECK(task_in(story, "gone_referral").has_value() == died);
        CHECK(task_in(story, "ask_promise").has_value() != died);
        CHECK(task_in(story, "referral_answer").has_value() != died);
    }
}

TEST_CASE("reported: who dies while the review stands still needs nobody's word that it went on") {
    MoneyStory story;
    story.until_review();
    story.act("judge", "suspended", {{"ground", w("force_majeure")}, {"reasons", w("台风")}});
    CHECK(story.fold().status == Status::Suspended);
    story.act("judge", "terminated", {{"ground", w("died")}, {"reasons", w("已核实")}});
    CHECK(story.fold().status == Status::Terminated);
    CHECK(
        tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {}).empty());
}
