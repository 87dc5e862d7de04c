// Two who did not know of each other note contrary answers of the department: neither is the answer because of a clock.
#include <algorithm>

#include "app/cases/lacking.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::Story;
using test::text;

namespace {

Fields opinion(bool fits) { return {{"opinion", text(fits ? "确无财产" : "已全部执行到位")}, {"fits", fits}}; }
Fields sent() { return {{"opinion", text("基本符合条件")}}; }
Fields settling(const FactId& holds, const FactId& falls) {
    return {
        {"holds", holds.text()}, {"falls", std::vector<std::string>{falls.text()}}, {"reasons", text("又问了执行局")}};
}

// The department was asked; both offices and the leader are on the case.
struct Asked : Story {
    explicit Asked(bool with_leader = true) {
        open();
        act("registrar", "joined", {{"person", id("registrar2")}, {"as", text("registrar")}});
        if (with_leader) act("registrar", "joined", {{"person", id("leader")}, {"as", text("leader")}});
        act("registrar", "department_asked", {{"department", text("执行局")}});
        seen = heads(facts);
    }
    FactId answer(const char* who, bool fits) { return say_after(who, "department_answered", opinion(fits), seen); }
    [[nodiscard]] std::optional<Task> task(std::string_view rule) const {
        for (const Task& each :
             tasks_of(fold(), offices(), test::demo_calendar(), domain::Date::in_china(now), TermSettings{}))
            if (each.rule == rule && !each.escalated) return each;
        return std::nullopt;
    }
    [[nodiscard]] bool asks_to(std::string_view act_kind) const {
        const auto all = tasks_of(fold(), offices(), test::demo_calendar(), domain::Date::in_china(now), {});
        return std::any_of(all.begin(), all.end(), [&](const Task& each) { return each.act == act_kind; });
    }
    std::string try_to(const char* who, const char* kind, Fields fields) {
        const std::string out = standing(say(who, kind, std::move(fields)));
        facts.pop_back();
        return out;
    }
    [[nodiscard]] std::string refusal(const char* who, const char* kind, Fields fields) const {
        Story copy = *this;
        copy.say(who, kind, std::move(fields));
        const Fact fact = copy.facts.back();
        const Verdict no = would_refuse(facts.front().id, facts, fact, offices());
        return no ? no->code : std::string();
    }

    std::vector<FactId> seen;
};

// What whoever wants to sign it hears; what was signed stands.
std::string lacking(const Asked& story, const char* kind, Fields fields) {
    Fact fact;
    fact.kind = kind;
    fact.fields = std::move(fields);
    const Verdict no = lacks(story.fold(), fact);
    return no ? no->code : std::string();
}

}  // namespace

TEST_CASE("reported: of two contrary answers of the department the later clock decides nothing") {
    for (const bool first : {true, false}) {
        CAPTURE(first);
        Asked story;
        const auto one = story.answer("registrar", first);
        const auto other = story.answer("registrar2", !first);
        CHECK(story.standing(one) == "in_force");
        CHECK(story.standing(other) == "contradicts opinion.two");
        CHECK(story.fold().entry(other)->against == one);
        for (const char* act : {"sent_to_filing", "not_filed", "filed"})
            CHECK_FALSE(story.asks_to(act));
        REQUIRE(story.task("contradiction"));
        CHECK(story.task("contradiction")->on == other);
        CHECK(story.task("contradiction")->due);
        CHECK(is_for(*story.task("contradiction"), story.person("leader"), Role::Leader));
        CHECK(lacking(story, "sent_to_filing", sent()) == "opinion.open");
        CHECK(lacking(story, "not_filed", {{"reasons", text("已执行到位")}}) == "opinion.open");
        CHECK(is_one_case(story));
        // Nobody carries their own side.
        CHECK(story.refusal("registrar", "contradiction_settled", settling(one, other)) == "settled.own");
        CHECK(story.refusal("registrar2", "contradiction_settled", settling(other, one)) == "settled.own");

        for (const bool second_holds : {true, false}) {
            Asked told = story;
            told.act("leader", "contradiction_settled", second_holds ? settling(other, one) : settling(one, other));
            const bool fits = second_holds ? !first : first;
            CHECK(told.fold().inquiry.fits == fits);
            CHECK(told.fold().inquiry.department_answered == (second_holds ? other : one));
            CHECK(told.asks_to(fits ? "sent_to_filing" : "not_filed"));
            CHECK_FALSE(told.asks_to(fits ? "not_filed" : "sent_to_filing"));
            CHECK_FALSE(told.task("contradiction"));
            CHECK(is_one_case(told));
        }
    }
}

TEST_CASE("two answers that agree, and one in the knowledge of the other, contradict nobody") {
    for (const bool fits : {true, false}) {
        Asked story;
        for (const char* who : {"registrar", "registrar2"})
            CHECK(story.standing(story.answer(who, fits)) == "in_force");
        CHECK(story.fold().inquiry.fits == fits);
        CHECK_FALSE(story.task("contradiction"));
        // The department was asked again, and thinks otherwise.
        story.act("registrar", "department_answered", opinion(!fits));
        CHECK(story.fold().inquiry.fits == !fits);
        CHECK_FALSE(story.task("contradiction"));
        CHECK(is_one_case(story));
    }
}

TEST_CASE("an answer of before that the department has taken back contradicts nobody who agrees with the new one") {
    Asked story;
    story.answer("registrar", true);
    story.act("registrar", "department_answered", opinion(false));
    CHECK(story.standing(story.answer("registrar2", false)) == "in_force");
    CHECK(story.standing(story.answer("registrar2", true)) == "contradicts opinion.two");  // the control
    CHECK(is_one_case(story));
}

TEST_CASE("who sent the case on upon one answer has done so, and it waits for its number until that is settled") {
    for (const bool yes_holds : {true, false}) {
        CAPTURE(yes_holds);
        Asked story;
        const auto yes = story.answer("registrar", true);
        const auto on = story.say_after("registrar", "sent_to_filing", sent(), {yes});
        const auto no = story.answer("registrar2", false);
        CHECK(story.standing(on) == "in_force");
        CHECK(story.standing(no) == "contradicts opinion.two");
        CHECK(story.fold().status == Status::ToFiling);
        CHECK_FALSE(story.asks_to("filed"));
        const Fields number{{"number", text("（2026）浙0199司救执99号")}};
        CHECK(lacking(story, "filed", number) == "opinion.open");
        // Who files it without having heard has filed it, and it is asked about all the same.
        Asked filed = story;
        CHECK(filed.standing(filed.say_after("registrar", "filed", number, {on})) == "in_force");
        CHECK(filed.task("contradiction"));
        CHECK(is_one_case(filed));

        story.act("leader", "contradiction_settled", yes_holds ? settling(yes, no) : settling(no, yes));
        CHECK(story.asks_to("filed"));
        CHECK(story.asks_to("not_filed") == !yes_holds);
        CHECK(story.task("opinion_no").has_value() == !yes_holds);
        CHECK(is_one_case(story));
        story.act("registrar", "filed", number);
        CHECK_FALSE(story.task("opinion_no"));
    }
}

TEST_CASE("who refused filing upon one answer hears of the other, and sets that right or says why it stays") {
    Asked story;
    const auto yes = story.answer("registrar", true);
    const auto no = story.answer("registrar2", false);
    const auto ended = story.say_after("registrar2", "not_filed", {{"reasons", text("已执行到位")}}, {no});
    CHECK(story.standing(ended) == "in_force");
    CHECK(story.standing(no) == "contradicts opinion.two");
    CHECK_FALSE(story.task("opinion_yes"));
    CHECK_FALSE(story.task("told"));  // nobody is told a refusal that may fall
    SUBCASE("it does not fit") {
        story.act("leader", "contradiction_settled", settling(no, yes));
        CHECK_FALSE(story.task("opinion_yes"));
        CHECK(story.task("told"));
    }
    SUBCASE("it fits") {
        story.act("leader", "contradiction_settled", settling(yes, no));
        REQUIRE(story.task("opinion_yes"));
        CHECK(story.task("opinion_yes")->on == yes);
        SUBCASE("it is filed after all") {
            story.act("registrar", "corrected", {{"wrong", ended.text()}, {"reasons", text("不知道有另一条答复")}});
            CHECK_FALSE(story.task("opinion_yes"));
            CHECK(story.asks_to("sent_to_filing"));
        }
        SUBCASE("somebody says why not") {
            story.act("leader", "remarked", {{"words", text("另有原因")}});
            CHECK(story.task("opinion_yes"));  // the control: of something else
            story.act("leader", "remarked", {{"words", text("案子不归本院管")}, {"about", yes.text()}});
            CHECK_FALSE(story.task("opinion_yes"));
        }
    }
    CHECK(is_one_case(story));
}

TEST_CASE("the department is asked once more: by somebody who noted neither, that is the answer") {
    Asked story;
    story.act("registrar", "joined", {{"person", story.id("judge")}, {"as", text("handler")}});
    story.seen = heads(story.facts);
    story.answer("registrar", true);
    story.answer("registrar2", false);
    story.act("registrar2", "department_answered", opinion(false));
    CHECK(story.task("contradiction"));  // the control: their own side once more
    CHECK(lacking(story, "not_filed", {{"reasons", text("已执行到位")}}) == "opinion.open");
    story.act("judge", "department_answered", opinion(true));
    CHECK_FALSE(story.task("contradiction"));
    CHECK(story.fold().inquiry.fits);
    CHECK(story.asks_to("sent_to_filing"));
    CHECK(is_one_case(story));
}

TEST_CASE("where only the two are on the case somebody else comes first") {
    Asked story(false);
    story.answer("registrar", true);
    story.answer("registrar2", false);
    CHECK(story.task("seat.leader"));
    story.act("registrar", "joined", {{"person", story.id("leader")}, {"as", text("leader")}});
    CHECK_FALSE(story.task("seat.leader"));
    CHECK(story.task("contradiction"));
}
