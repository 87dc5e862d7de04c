// What one call told of several things: each is settled or passed on by itself.
#include <algorithm>

#include "app/cases/care.hpp"
#include "app/cases/lacking.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/care_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test;

TEST_CASE("reported: one call that told of a fee and of danger: who does the one does not settle the other") {
    CareStory story;
    story.referred("civil_affairs");
    Fields form = revisit("R1", {"O2"});
    form["unsafe"] = true;
    form["asked_for_fee"] = true;
    form["money_whole"] = false;
    const FactId made = story.act("caller", "revisit_made", form);
    const auto list = [&](const char* who, Role role, const char* on = "2026-11-24") {
        return due_list(tasks_of(story.fold(), story.offices(), demo_calendar(), *domain::Date::parse(on), {}),
                        story.person(who), role, *domain::Date::parse(on));
    };
    const Fields unnamed{{"alert", made.text()}, {"done", text("叫小店把一千元退了")}};
    SUBCASE("which one stands there already, and the others stay open") {
        const auto before = list("registrar", Role::Registrar);
        REQUIRE(before.size() >= 3);
        // Danger first, however the rules are spelt.
        CHECK(before[0].rule == "alert_unsafe");
        CHECK(before[1].rule == "alert_asked_for_fee");
        CHECK(before[2].rule == "alert_not_whole");
        Fields fields = known_fields(before[1]);
        CHECK(fields == Fields{{"alert", made.text()}, {"what", text("asked_for_fee")}});
        fields["done"] = text("叫小店把一千元退了");
        story.act("registrar", "alert_handled", fields);
        CHECK(is_told(next_codes(story.fold()), "alert_unsafe"));
        CHECK(is_told(next_codes(story.fold()), "alert_not_whole"));
        CHECK_FALSE(is_told(next_codes(story.fold()), "alert_asked_for_fee"));
    }
    const auto lacking = [&](const char* kind, const Fields& fields) {
        Fact fact;
        fact.kind = kind;
        fact.fields = fields;
        const Verdict no = lacks(story.fold(), fact);
        return no ? no->code : std::string();
    };
    SUBCASE("without it nothing is signed, and what was signed so before settles all that the call told") {
        CHECK(lacking("alert_handled", unnamed) == "alert.what");
        Fields named = unnamed;
        named["what"] = text("unsafe");
        CHECK(lacking("alert_handled", named).empty());
        const FactId before = story.act("registrar", "alert_handled", unnamed);
        REQUIRE(story.fold().care.alerts.size() == 3);
        const AidCase folded = story.fold();
        for (const Alert& each : folded.care.alerts)
            CHECK(each.handled == before);
        CHECK(lacking("alert_handled", unnamed).empty());  // settled already: that is another refusal
        std::vector<Fact> facts = story.facts;
        std::reverse(facts.begin(), facts.end());
        CHECK(cases::fold(story.facts.front().id, facts, story.offices()) == folded);
    }
    SUBCASE("passed on: each by itself, and danger first") {
        const auto before = list("caller", Role::Caller);
        REQUIRE(before.size() >= 3);
        CHECK(before[0].rule == "alert_pass.unsafe");
        CHECK(known_fields(before[0]) == Fields{{"alert", made.text()}, {"what", text("unsafe")}});
        const Fields to_office{{"alert", made.text()}, {"to", text("office")}};
        CHECK(lacking("alert_passed", to_office) == "alert.what");
        CareStory before_that = story;
        before_that.act("caller", "alert_passed", to_office);
        for (const char* what : {"alert_pass.unsafe", "alert_pass.asked_for_fee", "alert_pass.not_whole"})
            CHECK_FALSE(is_told(next_codes(before_that.fold()), what));
        Fields fields = known_fields(before[1]);
        fields["to"] = text("office");
        story.act("caller", "alert_passed", fields);
        CHECK(is_told(next_codes(story.fold()), "alert_pass.unsafe"));
        CHECK_FALSE(is_told(next_codes(story.fold()), "alert_pass.asked_for_fee"));
    }
    SUBCASE("the control: as soon as one alone is open for all that somebody knows, it is meant") {
        const auto seen = heads(story.facts);
        const auto settle = [&](const char* who, const char* what, const std::vector<FactId>& after) {
            return story.say_after(who, "alert_handled",
                                   {{"alert", made.text()}, {"what", text(what)}, {"done", text("办了")}}, after);
        };
        // Two who do not know of each other settle the fee; who knows of the second only settles what is left.
        settle("judge", "asked_for_fee", seen);
        const FactId second = settle("registrar", "asked_for_fee", seen);
        const FactId third = settle("registrar", "not_whole", {second});
        CHECK(lacking("alert_handled", unnamed).empty());
        CHECK(story.standing(story.say_after("registrar", "alert_handled", unnamed, {third})) == "in_force");
        CHECK_FALSE(is_told(next_codes(story.fold()), "alert_unsafe"));
    }
}
