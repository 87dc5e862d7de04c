#include "app/pack/form_schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>

#include "app/pack/application_json.hpp"
#include "app/pack/guide_search.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;
using Json = nlohmann::json;

namespace {

std::size_t length(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_of_type(const Json& value, const std::string& type) {
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
           (type == "integer" && value.is_number_integer()) || (type == "number" && value.is_number());
}

// The few words of JSON Schema that form_schema() uses; any other word in a schema makes it say no.
bool is_valid(const Json& schema, const Json& value) {
    for (const auto& [word, rule] : schema.items()) {
        if (word == "type") {
            const bool fits = rule.is_string() ? is_of_type(value, rule)
                                               : std::any_of(rule.begin(), rule.end(),
                                                             [&](const Json& t) { return is_of_type(value, t); });
            if (!fits) return false;
        } else if (word == "enum") {
            if (std::find(rule.begin(), rule.end(), value) == rule.end()) return false;
        } else if (word == "anyOf") {
            if (std::none_of(rule.begin(), rule.end(), [&](const Json& part) { return is_valid(part, value); }))
                return false;
        } else if (word == "properties") {
            for (const auto& [key, part] : value.items()) {
                if (rule.contains(key) && !is_valid(rule[key], part)) return false;
            }
        } else if (word == "additionalProperties") {
            REQUIRE(rule == false);
            for (const auto& [key, part] : value.items()) {
                if (!schema["properties"].contains(key)) return false;
            }
        } else if (word == "required") {
            for (const std::string key : rule) {
                if (!value.contains(key)) return false;
            }
        } else if (word == "items") {
            for (const Json& part : value) {
                if (!is_valid(rule, part)) return false;
            }
        } else if (word == "uniqueItems") {
            for (std::size_t i = 0; i < value.size(); ++i) {
                if (std::find(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(i), value[i]) !=
                    value.begin() + static_cast<std::ptrdiff_t>(i))
                    return false;
            }
        } else if (word == "minItems" || word == "maxItems") {
            if (word == "minItems" ? value.size() < rule : value.size() > rule) return false;
        } else if (word == "minLength" || word == "maxLength") {
            if (value.is_string() && (word == "minLength" ? length(value) < rule : length(value) > rule)) return false;
        } else if (word == "minimum" || word == "maximum") {
            if (value.is_number() && (word == "minimum" ? value < rule : value > rule)) return false;
        } else if (word == "pattern") {
            if (value.is_string() && !std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>())))
                return false;
        } else if (word != "$schema" && word != "title" && word != "description" && word != "examples") {
            FAIL("a word of JSON Schema that this test does not know: " << word);
        }
    }
    return true;
}

Json both() { return Json::parse(form_and_example(test::demo_pack())); }

}  // namespace

TEST_CASE("the form comes as a schema and an example that fits it") {
    const Json form = both();
    REQUIRE(form.size() == 2);
    CHECK(form["schema"]["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    CHECK(is_valid(form["schema"], form["example"]));
    CHECK(parse_application(test::demo_pack().form, form["example"].dump()));
}

TEST_CASE("the schema says no where the reader would") {
    const Json form = both();
    const auto fits = [&](auto change) {
        Json example = form["example"];
        change(example);
        return is_valid(form["schema"], example);
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
    CHECK(is_valid(schema, Json::parse(write_application(form, stored))));
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
