// What a call tells that stands for a conclusion by itself (F7.12, F7.13): nobody signs it without that, and where an
// older program did, somebody hears of it all the same. And new harm that a caller heard is passed on the same day.
#include <algorithm>
#include <array>

#include "app/cases/lacking.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/care_story.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test;

namespace {

constexpr std::int64_t kAided = 10'000'000, kCollected = 8'800'000;

struct Telling {
    const char* field;
    FieldValue value;
    const char* outcome;
    const char* code;
};
const std::array kTellings{Telling{"enforced", FieldValue(kCollected), "O9", "revisit.enforced"},
                           Telling{"petition", FieldValue(text("again")), "O8", "revisit.petition"}};

std::string lacking_in(const Story& story, const char* kind, const Fields& fields) {
    Fact fact;
    fact.kind = kind;
    fact.fields = fields;
    const Verdict no = lacks(story.fold(), fact);
    return no ? no->code : std::string();
}

// Paid, asked about and served.
void until_called_on(MoneyStory& story) {
    story.until_called(kAided, kAided);
    const auto order = story.pay(kAided);
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, kAided, true));
    story.act("registrar", "served", serving("decision_grant"));
}

Fields telling_call(const Telling& told, std::vector<std::string> conclusions, const char* plan = "R0") {
    Fields form = revisit(plan, std::move(conclusions));
    form[told.field] = told.value;
    return form;
}

std::optional<Task> task_of(const Story& story, std::string_view rule, std::string_view act = {}) {
    for (const Task& each :
         tasks_of(story.fold(), story.offices(), demo_calendar(), domain::Date::in_china(story.now), {}))
        if (each.rule == rule && !each.escalated && (act.empty() || each.act == act)) return each;
    return std::nullopt;
}

std::size_t followups_open(const Story& story, std::string_view outcome) {
    const AidCase folded = story.fold();
    return static_cast<std::size_t>(
        std::count_if(folded.care.followups.begin(), folded.care.followups.end(),
                      [&](const Followup& each) { return each.outcome == outcome && !each.done; }));
}

}  // namespace

TEST_CASE("reported: money that was collected, and a new petition, are not signed away with another conclusion") {
    MoneyStory story;
    until_called_on(story);
    for (const Telling& told : kTellings) {
        CAPTURE(std::string(told.outcome));
        for (const char* other : {"O1", "O2", "O3"})
            CHECK(lacking_in(story, "revisit_made", telling_call(told, {other})) == told.code);
        CHECK(lacking_in(story, "revisit_made", telling_call(told, {told.outcome})).empty());
        CHECK(lacking_in(story, "revisit_made", telling_call(told, {"O1", told.outcome})).empty());
    }
    // The control: nothing of it was told.
    Fields quiet = revisit("R0", {"O1"});
    CHECK(lacking_in(story, "revisit_made", quiet).empty());
    quiet["petition"] = text("none");
    CHECK(lacking_in(story, "revisit_made", quiet).empty());
    // What is hard is weighed by a person.
    quiet["scores"] = Lines{"food:3", "care:0"};
    CHECK(lacking_in(story, "revisit_made", quiet).empty());
}

TEST_CASE("every outcome that a form tells is one of the table, and is a task of its own") {
    for (const ToldOutcome& each : told_table()) {
        const OutcomeRule* rule = find_outcome(each.outcome);
        REQUIRE(rule != nullptr);
        CHECK_FALSE(rule->code.empty());
    }
    CHECK(told_table().size() == kTellings.size());
}

TEST_CASE("reported: what an older program signed without its conclusion reaches somebody, also in a closed case") {
    for (const Telling& told : kTellings) {
        CAPTURE(std::string(told.outcome));
        MoneyStory story;
        until_called_on(story);
        story.act("caller", "revisit_made", telling_call(told, {"O1"}));
        CHECK(is_told(next_codes(story.fold()), told.outcome));
        CHECK(task_of(story, told.outcome));
        const Fields ending{{"reasons", text("困难缓解")}};
        CHECK(lacking_in(story, "closed", ending) == "close.followup");  // whoever signs now
        story.act("caller", "closed", ending);                           // and did then
        CHECK(story.fold().status == Status::Closed);
        REQUIRE(task_of(story, told.outcome));
        CHECK(is_one_case(story));
        if (std::string_view(told.outcome) == "O9") {
            CHECK(task_of(story, "O9")->act == "enforced");
            story.act("registrar", "enforced", {{"amount", kCollected}, {"kept_as_claim", false}});
            CHECK(task_of(story, "deduct", "recovery_decided"));
        } else {
            // Nothing was promised that could be broken: the judge says so.
            CHECK(task_of(story, "O8")->act == "followup_settled");
            story.act("judge", "followup_settled",
                      {{"revisit", task_of(story, "O8")->on->text()},
                       {"outcome", text("O8")},
                       {"done", false},
                       {"reasons", text("没有承诺过")}});
        }
        CHECK_FALSE(task_of(story, told.outcome));
        CHECK(is_one_case(story));
    }
    // The control: what was concluded keeps the case open.
    MoneyStory said;
    until_called_on(said);
    said.act("caller", "revisit_made", telling_call(kTellings[0], {"O1", "O9"}));
    CHECK(said.try_to("caller", "closed", {{"reasons", text("困难缓解")}}) == "refused close.followup");
}

TEST_CASE("two who did not know of each other heard of the same money: one task, concluded if either concluded it") {
    for (const bool concludes : {true, false})
        for (const bool first : {true, false}) {
            CAPTURE(concludes);
            CAPTURE(first);
            MoneyStory story;
            until_called_on(story);
            const auto seen = heads(story.facts);
            const auto told = telling_call(kTellings[0], {"O2"});
            const auto other = telling_call(kTellings[0], {concludes ? "O9" : "O2"});
            story.say_after("registrar", "revisit_made", first ? other : told, seen);
            story.say_after("caller", "revisit_made", first ? told : other, seen);
            CHECK(followups_open(story, "O9") == 1);
            CHECK(is_one_case(story));
            const std::string closing = story.try_to("caller", "closed", {{"reasons", text("没有别的事")}});
            CHECK(closing == (concludes ? "refused close.followup" : "in_force"));
        }
}

TEST_CASE("reported: new harm that a caller heard without a line is passed on by telephone the same day") {
    CareStory story;
    story.referred("civil_affairs");
    Fields form = revisit("R1", {"O11"});
    const auto first_of_caller = [&] {
        const domain::Date today = domain::Date::in_china(story.now);
        return due_list(tasks_of(story.fold(), story.offices(), demo_calendar(), today, {}), story.person("caller"),
                        Role::Caller, today);
    };
    SUBCASE("by telephone") {
        const FactId made = story.act("caller", "revisit_made", form);
        REQUIRE_FALSE(first_of_caller().empty());
        const Task pass = first_of_caller().front();
        CHECK(pass.rule == "alert_pass.new_harm");
        CHECK((pass.same_day && pass.danger && !pass.overdue));
        Fields passing = known_fields(pass);
        CHECK(passing == Fields{{"alert", made.text()}, {"what", text("new_harm")}});
        passing["to"] = text("office");
        CHECK(lacking_in(story, "alert_passed", passing).empty());
        story.act("caller", "alert_passed", passing);
        CHECK_FALSE(is_told(next_codes(story.fold()), "alert_pass.new_harm"));
        CHECK(is_told(next_codes(story.fold()), "O11"));  // to pass it on is not to do it
        CHECK(is_one_case(story));
    }
    SUBCASE("done before anybody said so") {
        const FactId made = story.act("caller", "revisit_made", form);
        story.act("judge", "followup_settled",
                  {{"revisit", made.text()}, {"outcome", text("O11")}, {"done", true}, {"reasons", text("已报警")}});
        CHECK_FALSE(is_told(next_codes(story.fold()), "alert_pass.new_harm"));
    }
    SUBCASE("heard by somebody whose task it is: the control") {
        story.act("registrar", "revisit_made", form);
        CHECK_FALSE(is_told(next_codes(story.fold()), "alert_pass.new_harm"));
        CHECK(is_told(next_codes(story.fold()), "O11"));
    }
    SUBCASE("what waits a week is passed on by the exchange") {
        story.act("caller", "revisit_made", revisit("R1", {"O3"}));
        CHECK_FALSE(is_told(next_codes(story.fold()), "alert_pass.new_harm"));
        CHECK(story.standing(story.say("caller", "alert_passed",
                                       {{"alert", story.fold().care.revisits.front().by.text()},
                                        {"what", text("new_harm")},
                                        {"to", text("office")}})) == "refused alert.unknown");
    }
    SUBCASE("with danger in the same call: each is passed on by itself") {
        form["unsafe"] = true;
        const FactId made = story.act("caller", "revisit_made", form);
        const Fields unnamed{{"alert", made.text()}, {"to", text("office")}};
        CHECK(lacking_in(story, "alert_passed", unnamed) == "alert.what");
        Fields named = unnamed;
        named["what"] = text("unsafe");
        story.act("caller", "alert_passed", named);
        CHECK(is_told(next_codes(story.fold()), "alert_pass.new_harm"));
        CHECK_FALSE(is_told(next_codes(story.fold()), "alert_pass.unsafe"));
        CHECK(lacking_in(story, "alert_passed", unnamed).empty());  // one is left
    }
    SUBCASE("two heard it, not knowing of each other: the caller's word counts of either call") {
        const auto seen = heads(story.facts);
        const FactId first = story.say_after("registrar", "revisit_made", form, seen);
        const FactId own = story.say_after("caller", "revisit_made", form, seen);
        const FactId passed =
            story.say_after("caller", "alert_passed",
                            {{"alert", own.text()}, {"what", text("new_harm")}, {"to", text("judge")}}, {own});
        CHECK(story.standing(passed) == "in_force");
        CHECK(followups_open(story, "O11") == 1);
        CHECK(story.fold().care.followups.front().by == first);
        CHECK(story.fold().care.followups.front().passed == passed);
        CHECK(is_one_case(story));
    }
}
