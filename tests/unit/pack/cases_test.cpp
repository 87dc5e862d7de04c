// The acceptance cases T01 to T12 of the domain report (section 10), literally: tests/data/cases/T01.json …
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/domain/mask.hpp"
#include "app/domain/person_name.hpp"
#include "app/pack/application_json.hpp"
#include "app/pack/screening_json.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;
using Json = nlohmann::json;

namespace {

constexpr const char* kCases[] = {"T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10", "T11", "T12"};

Json case_of(const std::string& name) {
    std::ifstream stream("tests/data/cases/" + name + ".json");
    REQUIRE_MESSAGE(stream, name);
    return Json::parse(stream);
}

domain::Screening screen_json(const Json& answers) {
    const auto parsed = parse_screening_answers(answers.dump());
    REQUIRE_MESSAGE(parsed, parsed.error().message);
    return domain::screen(test::demo_pack().screening, *parsed);
}

domain::Application application_of(const Json& one) {
    const auto parsed = parse_application(test::demo_pack().form, one.at("application").dump());
    REQUIRE_MESSAGE(parsed, parsed.error().message);
    return *parsed;
}

std::vector<domain::Problem> check_today(const domain::Application& application) {
    return domain::check(test::demo_pack().form, application, {test::today(), &test::demo_pack().areas, std::nullopt});
}

// "F1.36.未得金额" or "F1.03"; of a document the number.
std::string value_at(const domain::Application& application, const std::string& place) {
    const std::size_t point = place.find('.', 4);
    const domain::Answer* answer = application.find(place.substr(0, point));
    if (answer == nullptr) return "";
    if (const std::string* text = answer->text()) return *text;
    const std::string part = point == std::string::npos ? "number" : place.substr(point + 1);
    const auto found = answer->row()->find(part);
    return found == answer->row()->end() ? "" : found->second;
}

const domain::Field& field_at(const std::string& place) {
    const std::size_t point = place.find('.', 4);
    const domain::Field* field = test::demo_pack().form.field(place.substr(0, point));
    if (point != std::string::npos) field = field->column(place.substr(point + 1));
    REQUIRE_MESSAGE(field != nullptr, place);
    return *field;
}

}  // namespace

TEST_CASE("T01 to T12: the screening leads where the report says") {
    for (const char* name : kCases) {
        CAPTURE(name);
        const Json one = case_of(name);
        const domain::Screening result = screen_json(one.at("screening"));
        const Json& expected = one.at("expected");
        CHECK(result.rule == expected.at("rule").get<std::string>());
        CHECK(result.primary == expected.at("primary").get<std::string>());
        CHECK(result.also == expected.at("also").get<std::vector<std::string>>());
        CHECK_FALSE(result.reasons.empty());
        for (const domain::ScreeningRule& rule : test::demo_pack().screening.rules) {
            const bool is_named = std::find(rule.cases.begin(), rule.cases.end(), name) != rule.cases.end();
            if (is_named && !rule.primary.empty()) CHECK(rule.id == result.rule);
        }
    }
}

TEST_CASE("T01 to T12: the application is accepted, with the warning on its area and nothing else") {
    for (const char* name : kCases) {
        CAPTURE(name);
        const Json one = case_of(name);
        if (!one.contains("application")) continue;  // T09 is an organisation
        const domain::Application application = application_of(one);
        std::vector<std::string> warnings;
        for (const domain::Problem& problem : check_today(application)) {
            CHECK_MESSAGE(problem.severity == domain::Severity::Warning, pack::sentence(test::demo_pack(), problem));
            warnings.push_back(domain::place(problem) + " " + problem.code);
        }
        CHECK(warnings == one.at("warnings").get<std::vector<std::string>>());
        CHECK(domain::id(domain::kind_of(test::demo_pack().form, application)) == one.at("kind").get<std::string>());
    }
}

TEST_CASE("T01 to T12: what is computed, masked, stored and sorted") {
    const Pack& pack = test::demo_pack();
    for (const char* name : kCases) {
        CAPTURE(name);
        const Json one = case_of(name);
        if (!one.contains("application")) continue;
        const domain::Application stored = domain::normal(pack.form, application_of(one), test::today());
        for (const auto& item : one.at("computed").items())
            CHECK_MESSAGE(value_at(stored, item.key()) == item.value().get<std::string>(), item.key());
        for (const auto& item : one.at("masked").items()) {
            CHECK_MESSAGE(
                domain::masked(field_at(item.key()), value_at(stored, item.key())) == item.value().get<std::string>(),
                item.key());
        }
        const auto person = domain::PersonName::parse(stored.text("F1.01"));
        REQUIRE(person);
        CHECK(domain::split_name(*person, pack.compound_surnames).surname == one.at("surname").get<std::string>());
        // Stored, written, read again: the same, and still accepted.
        const std::string written = write_application(pack.form, stored);
        const auto again = parse_application(pack.form, written);
        REQUIRE(again);
        CHECK(*again == stored);
        CHECK(write_application(pack.form, *again) == written);
        CHECK(domain::normal(pack.form, *again, test::today()) == stored);
        CHECK_FALSE(domain::has_errors(check_today(*again)));
    }
}

TEST_CASE("T01: the household registration elsewhere changes nothing, and no amount is promised") {
    const Json one = case_of("T01");
    domain::Application application = application_of(one);
    application.answers["F1.07"] = {std::string("浙江省测试县云坞乡")};
    CHECK(check_today(application).size() == check_today(application_of(one)).size());
    for (const auto& reason : screen_json(one.at("screening")).reasons)
        CHECK(reason.find("288") == std::string::npos);
}

TEST_CASE("T02: a child under 14 applies through the guardian, with separate consent; relatives apply together") {
    const Pack& pack = test::demo_pack();
    domain::Application child = application_of(case_of("T02"));
    child.answers.erase("F1.15");
    child.answers["F1.01"] = {std::string("骆小满")};
    child.answers["F1.06"] = {domain::Row{{"type", "户口簿"}, {"number", "330199201910110466"}}};
    child.answers["F3.3"] = {false};
    const auto has = [&](std::string_view place, std::string_view code) {
        for (const domain::Problem& problem : check_today(child)) {
            if (domain::place(problem) == place && problem.code == code) return true;
        }
        return false;
    };
    CHECK(has("F1.20", "answer.required"));
    CHECK(has("F3.3", "consent.needed"));
    child.answers["F1.20"] = {domain::Row{{"姓名", "章绮禾"}, {"关系", "母亲"}, {"证件号码", "330199198911220283"}}};
    child.answers["F3.3"] = {true};
    CHECK_FALSE(domain::has_errors(check_today(child)));
    CHECK(domain::kind_of(pack.form, child) == domain::ApplicantKind::Guardian);
    CHECK(domain::with_computed(pack.form, child, test::today()).text("F1.05") == "2019-10-11");
}

TEST_CASE("T04: no telephone is accepted with somebody to carry word, and not without") {
    domain::Application application = application_of(case_of("T04"));
    CHECK(application.find("F1.09") == nullptr);
    CHECK_FALSE(domain::has_errors(check_today(application)));
    application.answers.erase("F1.10");
    CHECK(domain::has_errors(check_today(application)));
}

TEST_CASE("T08: not knowing about earlier aid sends the case to the court instead") {
    const Json one = case_of("T08");
    Json answers = one.at("screening");
    answers.update(one.at("variant").at("answer"));
    const domain::Screening result = screen_json(answers);
    CHECK(result.rule == one.at("variant").at("expected").at("rule").get<std::string>());
    CHECK(result.primary == one.at("variant").at("expected").at("primary").get<std::string>());
}

TEST_CASE("T09: an organisation gives its credit code, and is asked for neither sex nor birth") {
    const Pack& pack = test::demo_pack();
    Json example = Json::parse(pack.example_json);
    for (const char* code : {"F1.03", "F1.04", "F1.05"})
        example.erase(code);
    const auto problems = [&](const Json& application) {
        std::vector<std::string> codes;
        for (const domain::Problem& problem : check_today(application_of({{"application", application}})))
            codes.push_back(domain::place(problem) + " " + problem.code);
        return codes;
    };
    const auto has = [](const std::vector<std::string>& all, const char* one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    // The control: a person without a card must say both.
    example["F1.06"] = "暂无";
    CHECK(has(problems(example), "F1.03 answer.required"));
    CHECK(has(problems(example), "F1.05 answer.required"));
    example["F1.06"] = {{"type", "统一社会信用代码"}, {"number", "93330199MA2XB0014D"}};
    for (const std::string& problem : problems(example))
        CHECK_MESSAGE((!problem.starts_with("F1.03") && !problem.starts_with("F1.05") && !problem.starts_with("F1.06")),
                      problem);
    // What somebody says all the same is not filed.
    example["F1.03"] = "女";
    CHECK(has(problems(example), "F1.03 answer.not_asked"));
    const auto stored = domain::normal(pack.form, application_of({{"application", example}}), test::today());
    CHECK(stored.find("F1.03") == nullptr);
    CHECK(value_at(stored, "F1.06") == "93330199MA2XB0014D");
    example["F1.06"]["number"] = "93330199MA2XB0014E";
    CHECK(has(problems(example), "F1.06 identity.organisation"));
    // It may file all the same, and hears of the other doors.
    const domain::Screening told = screen_json(case_of("T09").at("screening"));
    CHECK(told.primary == "OUT-C");
    CHECK(std::find(told.also.begin(), told.also.end(), "OUT-E") != told.also.end());
}

TEST_CASE("T10: the other doors are named with their offices") {
    const Json one = case_of("T10");
    const auto answers = parse_screening_answers(one.at("screening").dump());
    REQUIRE(answers);
    const domain::Screening result = domain::screen(test::demo_pack().screening, *answers);
    const auto doors = domain::open_doors(test::demo_pack().doors, *answers, result.primary, {});
    for (const std::string expected : one.at("doors")) {
        const auto found = std::find_if(doors.begin(), doors.end(),
                                        [&](const domain::OpenDoor& open) { return open.door->id == expected; });
        REQUIRE_MESSAGE(found != doors.end(), expected);
        CHECK_FALSE(found->door->who.empty());
        CHECK_FALSE(found->door->where.empty());
        CHECK_MESSAGE(found->fits(), expected);
    }
}

TEST_CASE("T12: a kiosk without staff does not collect the promise to end petitioning") {
    domain::Application application = application_of(case_of("T12"));
    const domain::Field& promise = *test::demo_pack().form.field("F3.5");
    const auto is_shown = [&] {
        return domain::is_shown(test::demo_pack().form, promise, application, test::today(),
                                domain::ApplicantKind::Helper);
    };
    CHECK(is_shown());
    application.answers["F1.91"] = {std::string("自助")};
    CHECK_FALSE(is_shown());
}

TEST_CASE("the time limits of section 10, on the pack's calendar") {
    const domain::Calendar& calendar = test::demo_pack().calendar;
    const auto date = [](std::string_view text) { return *domain::Date::parse(text); };
    const domain::Due decision = calendar.after_working_days(date("2026-11-24"), 10);
    CHECK(decision.date.text() == "2026-12-08");
    CHECK_FALSE(decision.provisional);
    CHECK(date("2027-01-24").weekday() == domain::Weekday::Sunday);
    CHECK(date("2026-11-24").plus_months(2).text() == "2027-01-24");
    CHECK(calendar.after_months(date("2026-11-24"), 2).date.text() == "2027-01-25");
    CHECK(calendar.after_months(date("2026-11-24"), 3).date.text() == "2027-02-24");
    CHECK(calendar.after_months(date("2026-11-24"), 3).provisional);  // subject to the table of 2027
    CHECK(date("2026-12-10").weekday() == domain::Weekday::Thursday);
    CHECK(calendar.after_working_days(date("2026-12-10"), 2).date.text() == "2026-12-14");
}
