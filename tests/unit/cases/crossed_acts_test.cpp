// Two who act without knowing of each other: neither is to believe that it stands while it does not.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;

namespace {

Fields one_text(const char* name, const char* value) { return {{name, std::string(value)}}; }

bool has_task(const MoneyStory& story, const char* act, const char* rule) {
    const auto list =
        tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {});
    return std::any_of(list.begin(), list.end(),
                       [&](const Task& task) { return task.act == act && task.rule == rule; });
}

Fields cash(std::int64_t amount, std::int64_t part, std::int64_t parts) {
    Fields fields = MoneyStory::order_fields(amount, part, parts);
    fields["way"] = std::string("cash");
    fields["approval"] = std::string("主任批准");
    fields.erase("account");
    fields.erase("account_ends");
    return fields;
}

}  // namespace

TEST_CASE("two who give a case to different judges contradict each other, and the office says who has it") {
    MoneyStory story;
    story.until_review();
    const auto both_knew = heads(story.facts);
    const auto first = story.say_after("registrar", "assigned", {{"handler", story.id("judge2")}}, both_knew);
    const auto second = story.say_after("registrar2", "assigned", {{"handler", story.id("judge3")}}, both_knew);
    CHECK(story.standing(first) == "in_force");
    CHECK(story.standing(second) == "contradicts member.assigned");
    CHECK(story.fold().entry(second)->against == first);
    CHECK(story.fold().members.handler == story.person("judge2"));
    CHECK(has_task(story, "contradiction_settled", "contradiction"));
    story.act("registrar", "contradiction_settled",
              {{"holds", second.text()},
               {"falls", std::vector<std::string>{first.text()}},
               {"reasons", std::string("裴法官承办")}});
    CHECK(story.standing(second) == "in_force");
    CHECK(story.fold().members.handler == story.person("judge3"));
    CHECK_FALSE(has_task(story, "contradiction_settled", "contradiction"));
    // The control: who knew gives it to another judge as before.
    CHECK(story.try_to("registrar", "assigned", {{"handler", story.id("judge2")}}) == "in_force");
}

TEST_CASE("two who give it to the same judge do not contradict each other") {
    MoneyStory story;
    story.until_review();
    const auto both_knew = heads(story.facts);
    for (const char* who : {"registrar", "registrar2"})
        CHECK(story.standing(story.say_after(who, "assigned", {{"handler", story.id("judge2")}}, both_knew)) ==
              "in_force");
}

TEST_CASE("two who give it to the same judge with another panel contradict each other: nobody keeps a seat unseen") {
    MoneyStory story;
    story.until_review();
    const auto both_knew = heads(story.facts);
    const auto give = [&](const char* who, std::vector<std::string> panel) {
        for (std::string& each : panel)
            each = story.id(each);
        return story.say_after(who, "assigned", {{"handler", story.id("judge")}, {"panel", panel}}, both_knew);
    };
    const auto first = give("registrar", {"judge2", "registrar"});
    SUBCASE("another one") {
        const auto second = give("registrar2", {"judge3", "registrar"});
        CHECK(story.standing(first) == "in_force");
        CHECK(story.standing(second) == "contradicts member.assigned");
        CHECK(story.fold().entry(second)->against == first);
        CHECK(has_task(story, "contradiction_settled", "contradiction"));
        story.act("leader", "contradiction_settled",
                  {{"holds", second.text()},
                   {"falls", std::vector<std::string>{first.text()}},
                   {"reasons", std::string("按后一份")}});
        CHECK(story.fold().members.panel ==
              std::vector<base::PersonId>{story.person("judge3"), story.person("registrar")});
        CHECK_FALSE(has_task(story, "contradiction_settled", "contradiction"));
    }
    SUBCASE("the same one, in another order: the control") {
        CHECK(story.standing(give("registrar2", {"registrar", "judge2"})) == "in_force");
        CHECK_FALSE(has_task(story, "contradiction_settled", "contradiction"));
    }
}

TEST_CASE("who is given the case by one and said to have left by another is asked about, whichever clock was earlier") {
    for (const bool left_first : {true, false}) {
        for (const char* seat : {"handler", "panel"}) {
            CAPTURE(left_first);
            CAPTURE(seat);
            MoneyStory story;
            story.until_review();
            const auto both_knew = heads(story.facts);
            Fields given{{"handler", story.id(seat == std::string("handler") ? "judge2" : "judge")}};
            if (seat == std::string("panel")) given["panel"] = std::vector<std::string>{story.id("judge2")};
            FactId left, assigned;
            const auto leave = [&] {
                left = story.say_after("registrar", "left",
                                       {{"person", story.id("judge2")}, {"why", std::string("absent")}}, both_knew);
            };
            const auto assign = [&] { assigned = story.say_after("leader", "assigned", given, both_knew); };
            left_first ? (leave(), assign()) : (assign(), leave());
            CHECK(story.standing(left_first ? left : assigned) == "in_force");
            CHECK(story.standing(left_first ? assigned : left) ==
                  (left_first ? "contradicts member.left" : "contradicts member.given"));
            const FactId second = left_first ? assigned : left, first = left_first ? left : assigned;
            CHECK(story.fold().entry(second)->against == first);
            CHECK(has_task(story, "contradiction_settled", "contradiction"));
            // Settled either way, it is the same whichever came first.
            const auto settled = [&](const FactId& holds, const FactId& falls) {
                MoneyStory told = story;
                told.act("registrar2", "contradiction_settled",
                         {{"holds", holds.text()},
                          {"falls", std::vector<std::string>{falls.text()}},
                          {"reasons", std::string("问过本人")}});
                CHECK(told.standing(holds) == "in_force");
                CHECK_FALSE(has_task(told, "contradiction_settled", "contradiction"));
                return told.fold().members.has(story.person("judge2"));
            };
            CHECK(settled(assigned, left));
            CHECK_FALSE(settled(left, assigned));
            // The control: who knows that somebody left may bring them back, and who knows of it may say that they go.
            CHECK(story.try_to("registrar2", "left", {{"person", story.id("judge3")}, {"why", std::string("done")}}) ==
                  "in_force");
            CHECK(story.try_to("registrar2", "assigned", given) == "in_force");
        }
    }
}

TEST_CASE("who may have heard of a leaving that does not stand is given the keys again") {
    MoneyStory story;
    story.until_review();
    const std::string key = "00112233445566778899aabbccddeeff";
    story.act("registrar", "key_given",
              {{"key", key},
               {"epoch", std::int64_t{1}},
               {"persons", std::vector<std::string>{story.id("registrar"), story.id("judge2")}}});
    const auto holds = [&] { return story.fold().members.keys.at(key).persons.contains(story.person("judge2")); };
    CHECK(holds());
    const auto left = story.act("registrar", "left", {{"person", story.id("judge2")}, {"why", std::string("done")}});
    story.act("registrar", "corrected", {{"wrong", left.text()}, {"reasons", std::string("记错了人")}});
    CHECK(story.fold().members.has(story.person("judge2")));
    CHECK_FALSE(holds());
    CHECK(story.fold().members.keys.at(key).persons.contains(story.person("registrar")));  // nobody else
    story.act("registrar", "key_given",
              {{"key", key}, {"epoch", std::int64_t{1}}, {"persons", std::vector<std::string>{story.id("judge2")}}});
    CHECK(holds());
}

TEST_CASE("a registrar who had the case and gives it to a judge is of the office still") {
    MoneyStory story;
    story.until_review();
    story.act("registrar", "assigned", {{"handler", story.id("registrar2")}});
    story.act("registrar", "assigned", {{"handler", story.id("judge2")}});
    const Members members = story.fold().members;
    REQUIRE(members.has(story.person("registrar2")));
    CHECK(members.seats.at(story.person("registrar2")).as == "registrar");
    CHECK_FALSE(members.gone.contains(story.person("registrar2")));
    CHECK(members.handler == story.person("judge2"));
    // The control: a judge who had it leaves.
    story.act("registrar", "assigned", {{"handler", story.id("judge3")}});
    CHECK_FALSE(story.fold().members.has(story.person("judge2")));
}

TEST_CASE("two who correct one detail to different words contradict each other; who knows both writes it anew") {
    struct Row {
        const char* field;
        const char *one, *other;
    };
    for (const Row& row :
         {Row{"number", "（2026）浙0199司救执131号", "（2026）浙0199司救执231号"}, Row{"applicant", "尉迟茗", "尉迟铭"},
          Row{"village", "云坞村", "上坞村"}, Row{"original_case", "（2025）浙0199执1号", "（2025）浙0199执7号"}}) {
        CAPTURE(row.field);
        MoneyStory story;
        story.until_review();
        const auto both_knew = heads(story.facts);
        const auto correct = [&](const char* who, Fields fields) {
            fields["reasons"] = std::string("写错了");
            return story.say_after(who, "details_corrected", std::move(fields), both_knew);
        };
        const auto first = correct("judge", one_text(row.field, row.one));
        const auto second = correct("registrar", one_text(row.field, row.other));
        CHECK(story.standing(first) == "in_force");
        CHECK(story.standing(second) == "contradicts details.two");
        CHECK(story.fold().entry(second)->against == first);
        CHECK(has_task(story, "contradiction_settled", "contradiction"));
        // The controls: the same words, and another detail.
        CHECK(story.standing(correct("registrar2", one_text(row.field, row.one))) == "in_force");
        if (std::string(row.field) != "village")
            CHECK(story.standing(correct("registrar2", one_text("village", "下坞村"))) == "in_force");
        Fields anew = one_text(row.field, row.other);
        anew["reasons"] = std::string("核对过");
        story.act("registrar", "details_corrected", anew);
        CHECK(story.standing(second) == "set_aside");
        CHECK_FALSE(has_task(story, "contradiction_settled", "contradiction"));
    }
}

TEST_CASE("two documents told of one person in ignorance of each other contradict each other, and both are compared") {
    MoneyStory story;
    story.until_review();
    const auto both_knew = heads(story.facts);
    const auto tell = [&](const char* who, const char* whose, const char* document) {
        Fields fields = one_text("document", document);
        if (*whose != '\0') fields["who"] = std::string(whose);
        return story.say_after(who, "identified", std::move(fields), both_knew);
    };
    const auto first = tell("registrar", "", "330106196205120020");
    const auto second = tell("judge", "申屠静", "330199198603140177");
    CHECK(story.standing(first) == "in_force");
    CHECK(story.standing(second) == "contradicts details.two");
    CHECK(story.fold().entry(second)->against == first);
    CHECK(story.fold().inquiry.identified == std::vector<FactId>{second, first});
    CHECK(has_task(story, "contradiction_settled", "contradiction"));
    // The controls: the same number, and somebody else's.
    for (const auto& [whose, document] : {std::pair{"", "330106196205120020"}, {"申屠明", "330199198603140177"}}) {
        CHECK(story.standing(tell("registrar2", whose, document)) == "in_force");
        story.facts.pop_back();
    }
    story.act("leader", "contradiction_settled",
              {{"holds", second.text()},
               {"falls", std::vector<std::string>{first.text()}},
               {"reasons", std::string("看过身份证")}});
    CHECK(story.standing(second) == "in_force");
    CHECK(story.fold().inquiry.identified == std::vector<FactId>{second});
}

TEST_CASE("a key that was given for a seat that is gone is known as lost: another epoch begins") {
    for (const bool corrected : {true, false}) {
        MoneyStory story;
        story.until_review();
        const auto both_knew = heads(story.facts);
        const char* seated = corrected ? "judge2" : "judge3";
        const auto first = story.say_after("registrar", "assigned", {{"handler", story.id("judge2")}}, both_knew);
        const auto given = [&](const cases::FactId& after) {
            return story.say_after("registrar2", "key_given",
                                   {{"key", std::string("00112233445566778899aabbccddeeff")},
                                    {"epoch", std::int64_t{1}},
                                    {"persons", std::vector<std::string>{story.id(seated)}}},
                                   {after});
        };
        CAPTURE(corrected);
        // Seats of the panel end with the assignment that made them.
        if (corrected) {
            given(first);
            const std::uint32_t before = story.fold().members.epoch;
            story.act("registrar", "corrected", {{"wrong", first.text()}, {"reasons", std::string("错了")}});
            const Members after = story.fold().members;
            CHECK(after.has(story.person("judge2")));  // as before that assignment: on the panel
            CHECK(after.epoch <= before);
        } else {
            const auto second = story.say_after("registrar2", "assigned", {{"handler", story.id("judge3")}}, both_knew);
            given(second);
            CHECK(story.standing(second) == "contradicts member.assigned");
        }
    }
    // Somebody who had no seat before: brought in, given the key, and the bringing in was a mistake.
    MoneyStory story;
    story.open();
    const auto joined =
        story.act("registrar", "joined", {{"person", story.id("caller")}, {"as", std::string("caller")}});
    story.act("registrar", "key_given",
              {{"key", std::string("00112233445566778899aabbccddeeff")},
               {"epoch", std::int64_t{1}},
               {"persons", std::vector<std::string>{story.id("caller")}}});
    CHECK(story.fold().members.epoch == 1);
    story.act("registrar", "corrected", {{"wrong", joined.text()}, {"reasons", std::string("加错人了")}});
    CHECK_FALSE(story.fold().members.has(story.person("caller")));
    CHECK(story.fold().members.gone.contains(story.person("caller")));
    CHECK(story.fold().members.epoch == 2);
    // Who comes back is on it like anybody, and needs the new key.
    story.act("registrar", "joined", {{"person", story.id("caller")}, {"as", std::string("caller")}});
    CHECK_FALSE(story.fold().members.gone.contains(story.person("caller")));
}

TEST_CASE("two orders for one budget: the second contradicts, money on it stops every other, until it is set right") {
    MoneyStory story;
    story.until_called(6'000'000, 6'000'000);
    const auto both_knew = heads(story.facts);
    const auto first = story.say_after("registrar", "pay_ordered", cash(3'000'000, 1, 2), both_knew);
    const auto second = story.say_after("registrar2", "pay_ordered", cash(6'000'000, 1, 1), both_knew);
    const auto released = story.say_after("leader", "pay_released", one_text("order", second.text().c_str()), {second});
    Fields paying = story.payment(second, {"registrar2", "judge"});
    const auto paid = story.say_after("registrar2", "pay_made", paying, {released});
    CHECK(story.standing(first) == "in_force");
    CHECK(story.standing(second) == "contradicts pay.parts");
    CHECK(story.fold().entry(second)->against == first);
    CHECK(story.standing(released) == "contradicts pay.order");
    CHECK(story.standing(paid) == "contradicts pay.order");
    CHECK(story.fold().ledger.stray.size() == 1);
    CHECK(has_task(story, "payment_reclaimed", "stray"));
    CHECK(has_task(story, "contradiction_settled", "contradiction"));
    // Sixty thousand are out: nothing more goes out before somebody has looked.
    CHECK(story.try_to("leader", "pay_released", one_text("order", first.text().c_str())) == "refused pay.stray");
    CHECK(story.try_to("registrar", "pay_ordered", cash(3'000'000, 2, 2)) == "refused pay.stray");
    story.act("leader", "contradiction_settled",
              {{"holds", second.text()},
               {"falls", std::vector<std::string>{first.text()}},
               {"reasons", std::string("钱已经按第二张付了")}});
    CHECK(story.fold().status == Status::Paid);
    CHECK(story.fold().ledger.stray.empty());
    CHECK(story.balance().paid.value == 6'000'000);
    CHECK_FALSE(has_task(story, "contradiction_settled", "contradiction"));
}

TEST_CASE("two who say the same of one thing do not contradict each other") {
    MoneyStory story;
    story.until_called(6'000'000, 6'000'000);
    const auto order = story.order(6'000'000);
    const auto both_knew = heads(story.facts);
    const auto first = story.say_after("leader", "pay_released", one_text("order", order.text().c_str()), both_knew);
    const auto second =
        story.say_after("registrar2", "pay_released", one_text("order", order.text().c_str()), both_knew);
    CHECK(story.standing(first) == "in_force");
    CHECK(story.standing(second) == "refused pay.released");
    CHECK_FALSE(has_task(story, "contradiction_settled", "contradiction"));
}

TEST_CASE("a list of papers that crossed another one is not lost: its applicant holds two") {
    MoneyStory story;
    story.open();
    story.act("registrar", "joined", {{"person", story.id("registrar2")}, {"as", std::string("registrar")}});
    const auto both_knew = heads(story.facts);
    const auto asked = [&](const char* who, const char* paper) {
        return story.say_after(who, "more_asked",
                               {{"papers", std::vector<std::string>{paper}}, {"until", std::string("2026-12-10")}},
                               both_knew);
    };
    asked("registrar", "身份证");
    const auto second = asked("registrar2", "户口簿");
    CHECK(story.standing(second).starts_with("contradicts"));
    // Known, it is simply refused.
    CHECK(story
              .try_to("registrar", "more_asked",
                      {{"papers", std::vector<std::string>{"户口簿"}}, {"until", std::string("2026-12-10")}})
              .starts_with("refused"));
}

TEST_CASE("a case is not closed while the person has not been given the decision, unless nobody can reach them") {
    MoneyStory story;
    story.until_called(6'000'000, 6'000'000);
    const auto order = story.pay(6'000'000);
    Fields visit = MoneyStory::first_call();
    story.act("caller", "revisit_made", visit);
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, 6'000'000, true));
    const auto serve = [&story](const char* paper) {
        story.act("registrar", "served",
                  {{"paper", std::string(paper)}, {"to", std::string("本人")}, {"how", std::string("in_person")}});
    };
    SUBCASE("given") {
        CHECK(story.try_to("caller", "closed", one_text("reasons", "结束")) == "refused close.served");
        CHECK_FALSE(has_task(story, "closed", "O1"));
        serve("decision_urgent");  // another paper than the one that ends the case
        CHECK(story.try_to("caller", "closed", one_text("reasons", "结束")) == "refused close.served");
        serve("decision_grant");
        CHECK(has_task(story, "closed", "O1"));
        CHECK(story.try_to("caller", "closed", one_text("reasons", "结束")) == "in_force");
    }
    SUBCASE("nobody is there to be given it") {
        visit["plan"] = std::string("R1");
        visit["conclusions"] = std::vector<std::string>{"O12"};
        story.act("caller", "revisit_made", visit);
        CHECK(story.try_to("caller", "closed", one_text("reasons", "去世")) == "in_force");
    }
}

TEST_CASE("a case is not closed over money that must come back, or of which nobody asked whether it came") {
    MoneyStory story;
    story.until_called(6'000'000, 6'000'000);
    const auto order = story.pay(6'000'000);
    story.act(
        "registrar", "served",
        {{"paper", std::string("decision_grant")}, {"to", std::string("本人")}, {"how", std::string("in_person")}});
    const Fields visit{{"plan", std::string("R0")},
                       {"way", std::string("phone")},
                       {"spoke_with", std::string("applicant")},
                       {"asked_for_fee", false},
                       {"unsafe", false},
                       {"conclusions", std::vector<std::string>{"O2"}}};
    story.act("caller", "revisit_made", visit);
    CHECK(story.try_to("caller", "closed", one_text("reasons", "结束")) == "refused close.money");
    SUBCASE("asked, and asked back in part") {
        story.act("caller", "money_confirmed", MoneyStory::confirmation(order, 6'000'000, true));
        story.act(
            "judge", "recovery_decided",
            {{"ground", std::string("fraud")}, {"amount", std::int64_t{2'400'000}}, {"reasons", std::string("骗取")}});
        story.act("registrar", "recovered", {{"amount", std::int64_t{400'000}}, {"proof", std::string("收据")}});
        CHECK(story.try_to("registrar", "closed", one_text("reasons", "算了")) == "refused close.recovery");
        CHECK_FALSE(has_task(story, "closed", "close"));
        story.act("registrar", "recovered", {{"amount", std::int64_t{2'000'000}}, {"proof", std::string("收据")}});
        CHECK(story.try_to("registrar", "closed", one_text("reasons", "收回")) == "refused close.recovery_told");
        CHECK_FALSE(has_task(story, "closed", "close"));
        story.act("registrar", "served",
                  {{"paper", std::string("decision_recover")},
                   {"to", std::string("本人")},
                   {"how", std::string("in_person")}});
        CHECK(has_task(story, "closed", "close"));
        story.act("registrar", "closed", one_text("reasons", "收回"));
    }
    SUBCASE("less came: it is looked into the same day, and the case is not closed over it") {
        Fields asked = MoneyStory::confirmation(order, 6'000'001, false);
        CHECK(story.try_to("caller", "money_confirmed", asked) == "refused pay.more");
        asked["amount"] = std::int64_t{5'900'000};
        const auto told = story.act("caller", "money_confirmed", asked);
        CHECK(has_task(story, "alert_handled", "alert_not_whole"));
        CHECK(story.try_to("caller", "closed", one_text("reasons", "结束")) == "refused close.not_whole");
        // Asked again with the same answer: one alert.
        story.act("judge2", "money_confirmed", asked);
        CHECK(story.fold().care.alerts.size() == 1);
        SUBCASE("all of it came in the end") {
            story.act("caller", "money_confirmed", MoneyStory::confirmation(order, 6'000'000, true));
            CHECK_FALSE(has_task(story, "alert_handled", "alert_not_whole"));
            story.act("caller", "closed", one_text("reasons", "结束"));
        }
        SUBCASE("the bank sent it back") {
            story.act("registrar", "pay_returned", {{"order", order.text()}, {"reasons", std::string("户名不符")}});
            CHECK_FALSE(has_task(story, "alert_handled", "alert_not_whole"));
        }
        SUBCASE("what is missing will not come, and a judge says why") {
            story.act("judge", "alert_handled", {{"alert", told.text()}, {"done", std::string("银行在查")}});
            CHECK_FALSE(has_task(story, "alert_handled", "alert_not_whole"));
            CHECK(story.try_to("caller", "closed", one_text("reasons", "结束")) == "refused close.not_whole");
            asked["by"] = std::string("nobody");
            CHECK(story.try_to("judge2", "money_confirmed", asked) == "refused pay.nobody");
            asked["reasons"] = std::string("差额是银行手续费，本人不再要");
            CHECK(story.try_to("caller", "money_confirmed", asked) == "refused pay.nobody");
            story.act("judge2", "money_confirmed", asked);
            CHECK_FALSE(has_task(story, "money_confirmed", "money"));
            story.act("caller", "closed", one_text("reasons", "结束"));
        }
    }
    SUBCASE("a revisit cannot be told of more than was paid") {
        Fields more = visit;
        more["plan"] = std::string("extra");
        more["money_came"] = std::int64_t{6'000'001};
        CHECK(story.try_to("caller", "revisit_made", more) == "refused revisit.money");
        more["money_came"] = std::int64_t{6'000'000};
        CHECK(story.try_to("caller", "revisit_made", more) == "in_force");
    }
    SUBCASE("who died cannot be asked") {
        story.act("caller", "revisit_tried",
                  {{"plan", std::string("R1")}, {"way", std::string("phone")}, {"outcome", std::string("died")}});
        story.act("caller", "closed", one_text("reasons", "去世"));
    }
}

TEST_CASE("a case whose judge has left is given to another before it goes on") {
    MoneyStory story;
    story.until_review();
    story.find_elements();
    CHECK_FALSE(has_task(story, "assigned", "assign"));
    story.act("judge", "conflict_declared", {{"person", story.id("judge")}, {"reasons", std::string("亲属")}});
    CHECK(has_task(story, "assigned", "assign"));
    CHECK_FALSE(has_task(story, "report_written", "report"));
    story.act("registrar", "assigned", {{"handler", story.id("judge2")}});
    CHECK_FALSE(has_task(story, "assigned", "assign"));
    CHECK(has_task(story, "report_written", "report"));
}

TEST_CASE("whether the money came, told otherwise on two laptops, is a contradiction, whichever came first") {
    for (const bool whole_first : {true, false}) {
        CAPTURE(whole_first);
        MoneyStory story;
        story.until_called(2'000'000, 2'000'000);
        const auto order = story.pay(2'000'000);
        const auto both_knew = heads(story.facts);
        const auto say = [&](const char* who, bool whole) {
            return story.say_after(who, "money_confirmed",
                                   MoneyStory::confirmation(order, whole ? 2'000'000 : 1'200'000, whole), both_knew);
        };
        const auto first = say("judge2", whole_first), second = say("caller", !whole_first);
        CHECK(story.standing(first) == "in_force");
        CHECK(story.standing(second) == "contradicts pay.crossed");
        CHECK(story.fold().entry(second)->against == first);
        CHECK(story.fold().ledger.orders.front().came_whole == whole_first);
        CHECK(has_task(story, "contradiction_settled", "contradiction"));
        story.act("registrar", "contradiction_settled",
                  {{"holds", second.text()},
                   {"falls", std::vector<std::string>{first.text()}},
                   {"reasons", std::string("银行回单为准")}});
        CHECK(story.standing(second) == "in_force");
        CHECK(story.fold().ledger.orders.front().came_whole != whole_first);
        CHECK_FALSE(has_task(story, "contradiction_settled", "contradiction"));
    }
    // The controls: who say the same, and who says it knowing of the first.
    MoneyStory story;
    story.until_called(2'000'000, 2'000'000);
    const auto order = story.pay(2'000'000);
    const auto both_knew = heads(story.facts);
    for (const char* who : {"judge2", "caller"})
        CHECK(story.standing(story.say_after(who, "money_confirmed", MoneyStory::confirmation(order, 1'200'000, false),
                                             both_knew)) == "in_force");
    CHECK(story.try_to("caller", "money_confirmed", MoneyStory::confirmation(order, 2'000'000, true)) == "in_force");
    CHECK(story.try_to("caller", "money_confirmed", MoneyStory::confirmation(order, 2'000'000, true)) ==
          "refused pay.confirmed");
}

TEST_CASE("of several corrections that somebody had not heard of, the one that took the ground of their act is named") {
    MoneyStory story;
    story.until_called(6'000'000, 6'000'000);
    std::vector<FactId> remarks;
    for (int i = 0; i < 6; ++i)
        remarks.push_back(story.act("registrar2", "remarked", one_text("words", "见附件")));
    const auto order = story.order(6'000'000);
    const auto seen = heads(story.facts);
    SUBCASE("nothing else was done") {}
    SUBCASE("somebody remarked on something else meanwhile") {
        story.say_after("registrar2", "remarked", one_text("words", "家里来过电话"), seen);
    }
    const auto released = story.say_after("leader", "pay_released", one_text("order", order.text().c_str()), seen);
    const auto correct = [&](const char* who, const FactId& wrong) {
        return story.say_after(who, "corrected", {{"wrong", wrong.text()}, {"reasons", std::string("写错了")}}, seen);
    };
    for (std::size_t i = 0; i < 3; ++i)
        correct("registrar2", remarks[i]);
    MoneyStory without = story;
    const auto took = correct("registrar", order);
    for (std::size_t i = 3; i < remarks.size(); ++i)
        correct("registrar2", remarks[i]);
    CHECK(story.standing(released) == "contradicts pay.order");
    CHECK(story.fold().entry(released)->against == took);
    CHECK(without.standing(released) == "in_force");  // the control: the others take nothing away
}
