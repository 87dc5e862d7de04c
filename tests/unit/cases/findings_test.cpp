// What a report rests on, and the promise of who petitions (E9).
#include "app/cases/findings.hpp"

#include <doctest/doctest.h>

#include "app/cases/deadlines.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::day;
using Texts = std::vector<std::string>;
using test::text;

namespace {

class Petition : public test::MoneyStory {
public:
    // By the application, where it says so; else as any other case.
    explicit Petition(const std::string& category = {}) {
        Fields opening{{"applicant", text("潘有根")}, {"source", text("kiosk")}};
        if (!category.empty()) opening["answers"] = "{\"F1.40\":[\"" + category + "\"]}";
        act("registrar", "case_opened", opening);
        until_review();
    }
    std::string find(const std::string& element, const std::string& who = "judge") {
        return try_to(who, "element_found",
                      {{"element", element}, {"finding", text("已经查明")}, {"sure", text("likely")}});
    }
    std::string promise(Fields fields) { return try_to("registrar", "commitment_taken", std::move(fields)); }
    // "report.elements" or nothing, of a report with that proposal.
    [[nodiscard]] std::string refusal(const char* proposal) const {
        const auto no = refused_report(fold(), "report_written", {{"proposal", text(proposal)}});
        return no ? no->code : "";
    }
    // "rule act" of each task of the judge.
    [[nodiscard]] Texts tasks_of_judge() const {
        const auto all = tasks_of(fold(), offices(), test::demo_calendar(), day("2026-11-24"), {});
        Texts out;
        for (const Task& task : due_list(all, person("judge"), Role::Judge, day("2026-11-24")))
            if (task.act != "served") out.push_back(task.rule + " " + task.act);
        return out;
    }
};

}  // namespace

TEST_CASE("a grant rests on the harm, on what was paid and on the hardship: the next task asks for what is missing") {
    Petition story;
    CHECK(story.tasks_of_judge() == Texts{"element.harm element_found"});
    CHECK(story.refusal("grant") == "report.elements");
    CHECK(missing_for(story.fold(), "grant") == Texts{"harm", "paid", "hardship"});
    CHECK(missing_for(story.fold(), "refuse") == Texts{"case"});  // no report without an element
    CHECK(story.refusal("terminate").empty());
    CHECK(story.find("loss", "registrar") == "in_force");  // the loss of property is the harm
    CHECK(story.refusal("refuse").empty());
    CHECK(story.tasks_of_judge() == Texts{"element.paid element_found"});
    CHECK(known_fields(tasks_of(story.fold(), story.offices(), test::demo_calendar(), day("2026-11-24"), {}).front()) ==
          Fields{{"element", text("paid")}});
    CHECK(story.find("paid") == "in_force");
    CHECK(story.refusal("grant") == "report.elements");
    CHECK(story.find("hardship") == "in_force");
    CHECK(story.refusal("grant").empty());
    CHECK(story.tasks_of_judge() == Texts{"report report_written"});
    // The control: other acts ask for none.
    CHECK_FALSE(refused_report(Petition().fold(), "remarked", {{"proposal", text("grant")}}));
}

TEST_CASE("a life in danger waits for no damages") {
    Petition story("E2");
    CHECK(missing_for(story.fold(), "grant") == Texts{"harm", "hardship"});
}

TEST_CASE("who petitions: the judge says whether it is partly right, and somebody takes the promise face to face") {
    Petition story("E9");
    CHECK(is_petition(story.fold()));
    CHECK(story.tasks_of_judge() == Texts{"commitment commitment_taken", "element.petition element_found"});
    CHECK(missing_for(story.fold(), "grant") == Texts{"petition", "hardship", "commitment"});
    CHECK(story.refusal("refuse") == "report.elements");
    CHECK(story.find("petition", "registrar") == "refused element.petition");
    CHECK(story.find("petition") == "in_force");
    CHECK(story.refusal("refuse").empty());
    CHECK(story.find("hardship") == "in_force");
    CHECK(story.refusal("grant") == "report.elements");
    const FieldValue given = text("given"), declined = text("declined");
    CHECK(story.promise({{"given", given}}) == "refused field.consequences");
    CHECK(story.promise({{"given", given}, {"consequences", true}}) == "refused field.read_back");
    CHECK(story.promise({{"given", declined}}) == "refused field.reasons");
    CHECK(story.tasks_of_judge() == Texts{"commitment commitment_taken"});
    SUBCASE("given") {
        CHECK(story.promise({{"given", given}, {"consequences", true}, {"read_back", true}}) == "in_force");
        CHECK(story.refusal("grant").empty());
        CHECK(story.tasks_of_judge() == Texts{"report report_written"});
    }
    SUBCASE("not given: no grant, and nobody is asked again by a list") {
        CHECK(story.promise({{"given", declined}, {"reasons", text("还要告")}}) == "in_force");
        CHECK(missing_for(story.fold(), "grant") == Texts{"commitment"});
        CHECK(story.tasks_of_judge() == Texts{"report report_written"});
    }
    SUBCASE("nothing is to be promised: it is no petition after all") {
        CHECK(story.promise({{"given", text("not_needed")}, {"reasons", text("填错了，不是信访")}}) == "in_force");
        CHECK(story.refusal("grant").empty());
    }
}

TEST_CASE("a petition is known by the kind of its number, or because its judge looks at the claim") {
    Petition story;
    CHECK_FALSE(is_petition(story.fold()));
    SUBCASE("its number") {
        story.act("registrar", "details_corrected",
                  {{"number", text("（2026）浙0199司救访1号")}, {"reasons", text("写错了")}});
    }
    SUBCASE("the judge") { CHECK(story.find("petition") == "in_force"); }
    CHECK(is_petition(story.fold()));
}

TEST_CASE("a report keeps its place, whatever comes to light about what it rested on") {
    Petition story;
    const auto harm = story.act("judge", "element_found",
                                {{"element", text("harm")}, {"finding", text("重伤")}, {"sure", text("proven")}});
    CHECK(story.find("paid") == "in_force");
    CHECK(story.find("hardship") == "in_force");
    const auto report = story.act("judge", "report_written", test::VoteStory::report_fields(3'000'000));
    story.act("judge", "corrected", {{"wrong", harm.text()}, {"reasons", text("鉴定改了")}});
    CHECK(story.standing(report) == "in_force");
    CHECK(story.refusal("grant") == "report.elements");  // the next one needs it anew
}

TEST_CASE("answers that nobody can read name no category") {
    for (const char* answers : {"", "{", "[]", "{\"F1.40\":\"E9\"}", "{\"F1.40\":[9,\"E0\",\"E99\",null]}"}) {
        test::Story story;
        Fields opening{{"applicant", text("潘有根")}, {"source", text("kiosk")}};
        if (*answers != 0) opening["answers"] = text(answers);
        story.act("registrar", "case_opened", opening);
        CHECK(story.fold().findings.categories.empty());
    }
}

TEST_CASE("a case that its judge finds complex in time has two months, and one more with the leader") {
    test::Story story;
    const base::Instant first = story.now;  // 2026-11-23
    story.until_review();
    story.find_elements();
    const auto due = [&](std::string_view today) {
        const auto all = tasks_of(story.fold(), story.offices(), test::demo_calendar(), day(today), {});
        return all.front().due->date.text();
    };
    const auto complex_on = [&](std::string_view today) {
        Fact fact;
        fact.kind = "found_complex";
        fact.claimed = base::Instant{first.ms + std::int64_t{day(today).days_since(day("2026-11-23"))} * 86'400'000};
        const auto no = may_be_complex(story.fold(), fact, test::demo_calendar(), {});
        return no ? no->code : "";
    };
    CHECK(due("2026-11-24") == "2026-12-08");
    const auto extended_on = [&](std::string_view today) {
        Fact fact;
        fact.kind = "time_extended";
        fact.claimed = base::Instant{first.ms + std::int64_t{day(today).days_since(day("2026-11-23"))} * 86'400'000};
        const auto no = may_be_complex(story.fold(), fact, test::demo_calendar(), {});
        return no ? no->code : "";
    };
    CHECK(extended_on("2026-11-24") == "clock.not_complex");
    CHECK(complex_on("2026-12-08").empty());
    CHECK(complex_on("2026-12-09") == "clock.complex_late");
    CHECK(story.standing(story.say("registrar", "found_complex", {{"reasons", text("人多")}})) == "refused role");
    CHECK(story.standing(story.say("judge", "found_complex")) == "refused field.reasons");
    const auto seen = heads(story.facts);
    story.act("judge", "found_complex", {{"reasons", text("涉及七户，要逐户核实")}});
    CHECK(due("2026-11-24") == "2027-01-25");
    CHECK(due("2026-12-20") == "2027-01-25");
    CHECK(extended_on("2027-01-25").empty());
    CHECK(extended_on("2027-01-26") == "clock.extended_late");
    const auto late = tasks_of(story.fold(), story.offices(), test::demo_calendar(), day("2026-12-20"), {});
    CHECK(std::none_of(late.begin(), late.end(), [](const Task& task) { return task.overdue; }));
    CHECK(story.standing(story.say("judge", "found_complex", {{"reasons", text("又一次")}})) ==
          "refused clock.complex");
    // Who did not know of it said the same.
    const auto other = story.say_after("leader", "found_complex", {{"reasons", text("疑难")}}, seen);
    CHECK(story.standing(other) == "in_force");
    story.act("leader", "time_extended", {{"reasons", text("疑难")}});
    CHECK(due("2026-12-20") == "2027-02-24");
    CHECK(complex_on("2027-01-30").empty());  // its ten days are no measure any more: the fold says that it is known
}

TEST_CASE("who is paid in cash needs no account") {
    const auto asks = [](const std::string& way) {
        test::MoneyStory story;
        story.until_called(3'000'000, 3'000'000);
        const auto has_task = [&] {
            const auto all = tasks_of(story.fold(), story.offices(), test::demo_calendar(), day("2026-11-24"), {});
            return std::any_of(all.begin(), all.end(), [](const Task& task) { return task.rule == "account"; });
        };
        CHECK(has_task());  // nobody knows yet how
        Fields order = test::MoneyStory::order_fields(1'000'000, 1, 2);
        order["way"] = way;
        if (way != "transfer") order.erase("account"), order.erase("account_ends");
        story.act("registrar", "pay_ordered", order);
        return has_task();
    };
    CHECK_FALSE(asks("cash"));
    CHECK_FALSE(asks("entrusted"));
    CHECK(asks("transfer"));  // the control
}
