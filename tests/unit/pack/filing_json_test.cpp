#include "app/pack/filing_json.hpp"

#include "app/pack/application_json.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

const domain::FormDefinition& form() { return test::demo_pack().form; }

std::string error_of(std::string_view json) {
    const auto parsed = parse_filing(form(), json);
    return parsed ? "ok" : parsed.error().code + ": " + parsed.error().message;
}
bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("an application alone, and one with what was said before it") {
    const std::string& example = test::demo_pack().example_json;
    const auto alone = parse_filing(form(), example);
    REQUIRE(alone);
    CHECK(alone->application == *parse_application(form(), example));
    CHECK_FALSE(alone->screening);
    CHECK(alone->helper_typed.empty());

    const auto whole = parse_filing(
        form(), R"({"helper":["F1.71","F1.01"],"screening":{"G7":"yes","E":["E2"]},"answers":)" + example + "}");
    REQUIRE_MESSAGE(whole, whole.error().message);
    CHECK(whole->application == alone->application);
    REQUIRE(whole->screening);
    CHECK(whole->screening->g7 == domain::Reply::Yes);
    CHECK(whole->screening->e.test(2));
    CHECK(whole->helper_typed == std::vector<std::string>{"F1.71", "F1.01"});
    const auto wrapped = parse_filing(form(), R"({"answers":{}})");
    REQUIRE(wrapped);
    CHECK_FALSE(wrapped->screening);
}

TEST_CASE("reported: the wrapped form is as strict as the flat one") {
    CHECK(has(error_of(R"({"answers":{"F1.01":"a","F1.01":"b"}})"), "a key twice in one object: 'F1.01' (in answers)"));
    CHECK(has(error_of(R"({"answers":{},"answers":{}})"), "a key twice in one object: 'answers'"));
    CHECK(has(error_of(R"({"answers":{},"screening":{"G1":"yes","G1":"no"}})"), "'G1' (in screening)"));
    CHECK(has(error_of(R"({"answers":{"F9.01":"a"}})"), "application.unknown_field: 'F9.01' is no field"));
    CHECK(has(error_of(R"({"answers":{},"F1.01":"a"})"), "application.unknown_field: 'F1.01' cannot stand beside"));
    CHECK(has(error_of("{\"answers\":{},\"an\\nswers\":1}"), "'an\\u000aswers' cannot stand beside"));
    CHECK(has(error_of(R"({"screening":{"G1":"yes"}})"), "there is no \"answers\""));
    CHECK(has(error_of(R"({"answers":[]})"), "application.kind: \"answers\" must be an object"));
    CHECK(has(error_of(R"({"answers":{},"screening":[]})"), "screening.json"));
    CHECK(has(error_of(R"({"answers":{},"screening":null})"), "screening.json"));
    CHECK(has(error_of(R"({"answers":{},"screening":{"G1":"maybe"}})"), "screening.value"));
    CHECK(has(error_of(R"({"answers":{},"helper":"F1.01"})"), "application.kind: \"helper\" must be a list"));
    CHECK(has(error_of(R"({"answers":{},"helper":["F9.01"]})"), "'F9.01' is no field"));
    CHECK(has(error_of(R"({"answers":{},"helper":["F1.01","F1.01"]})"), "'F1.01' is there twice"));
    CHECK(has(error_of("[]"), "application.json"));
    CHECK(has(error_of(""), "application.json"));
    CHECK(
        has(error_of("{\"answers\":{},\"x\":\"" + std::string(kApplicationJsonBytesMax, 'a') + "\"}"), "larger than"));
}

TEST_CASE("reported: 100,000 levels of brackets are refused before anything walks into them") {
    for (const std::string& start : {std::string(R"({"F1.01":)"), std::string(R"({"answers":)"), std::string()}) {
        for (const char* bracket : {"[", "{\"a\":"}) {
            std::string deep = start;
            while (deep.size() < 200'000)
                deep += bracket;
            CHECK_MESSAGE(has(error_of(deep), "nested more than"), start << bracket);
        }
    }
}
