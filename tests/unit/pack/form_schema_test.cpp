#include "app/pack/form_schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/pack/application_json.hpp"
#include "app/pack/guide_search.hpp"
#include "tests/unit/pack/demo_pack.hpp"
#include "tests/unit/pack/schema_validator.hpp"

using namespace courtyard;
using namespace courtyard::pack;
using Json = nlohmann::json;

namespace {

Json both() { return Json::parse(form_and_example(test::demo_pack())); }

}  // namespace

TEST_CASE("the form comes as a schema and an example that fits it") {
    const Json form = both();
    REQUIRE(form.size() == 2);
    CHECK(form["schema"]["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    CHECK(test::SchemaValidator(form["schema"]).fits(form["example"]));
    CHECK(parse_application(test::demo_pack().form, form["example"].dump()));
}

TEST_CASE("the schema says no where the reader would") {
    const Json form = both();
    const test::SchemaValidator validator(form["schema"]);
    const auto fits = [&](auto change) {
        Json example = form["example"];
        change(example);
        return validator.fits(example);
    };
    CHECK(fits([](Json&) {}));
    CHECK_FALSE(fits([](Json& e) { e.erase("F1.01"); }));
    CHECK_FALSE(fits([](Json& e) { e["F9.99"] = "x"; }));
    CHECK_FALSE(fits([](Json& e) { e["F1.01"] = 7; }));
    CHECK_FALSE(fits([](Json& e) { e["F1.01"] = ""; }));
    CHECK_FALSE(fits([](Json& e) { e["F1.13"] = "路人"; }));
    CHECK_FALSE(fits([](Json& e) { e["F1.40"] = {"E1", "E1"}; }));
    CHECK_FALSE(fits([](Json& e) { e["F1.40"] = {"E0"}; }));
    CHECK_FALSE(fits([](Json& e) { e["F1.50"] = 0; }));
    CHECK_FALSE(fits([](Json& e) { e["F1.51"] = Json::array(); }));
    CHECK_FALSE(fits([](Json& e) { e["F1.51"][0]["颜色"] = "红"; }));
    CHECK_FALSE(fits([](Json& e) { e["F1.93"] = "是"; }));
    CHECK(fits([](Json& e) { e["F1.06"] = "330199198603140177"; }));
    CHECK(fits([](Json& e) { e["F1.60"] = "没有"; }));
    CHECK(fits([](Json& e) { e["F1.70"] = 96000; }));
    CHECK(fits([](Json& e) { e["F1.70"] = "由法院定"; }));
}

TEST_CASE("every application of the acceptance cases fits the schema") {
    // They are read and checked in cases_test.cpp; here only that nobody is told a schema that the cases break.
    const Json schema = both()["schema"];
    const domain::FormDefinition& form = test::demo_pack().form;
    const auto example = parse_application(form, test::demo_pack().example_json);
    const domain::Application stored = domain::normal(form, *example, test::today());
    CHECK(test::SchemaValidator(schema).fits(Json::parse(write_application(form, stored))));
}

TEST_CASE("the guide is found by words, pinyin and initials") {
    const Pack& pack = test::demo_pack();
    const auto first = [&](std::string_view query) {
        const auto hits = search(pack, query);
        return hits.empty()               ? std::string("nothing")
               : hits[0].topic != nullptr ? hits[0].topic->id
                                          : std::to_string(hits[0].question->n);
    };
    CHECK(first("") == "nothing");
    CHECK(first("  ") == "nothing");
    CHECK(first("飞机火箭") == "nothing");
    CHECK(first("司法救助是什么") == "what");
    CHECK(first("sfjz") != "nothing");
    CHECK(first("SFJZ") == first("sfjz"));
    CHECK(first("案号") != "nothing");
    // All words must be there; the more telling place comes first.
    CHECK(search(pack, "救助 拿到 火箭").empty());
    const auto hits = search(pack, "救助");
    REQUIRE(hits.size() > 3);
    for (std::size_t i = 1; i < hits.size(); ++i)
        CHECK(hits[i - 1].score >= hits[i].score);
    CHECK(search(pack, std::string(5000, 'a')).empty());
}
