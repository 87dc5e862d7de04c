// courtyardctl form prints a schema for strangers: what fits it is accepted, and what is accepted fits it. Walked here
// in both directions over thousands of changes of the example, against the real reader and the real check.
#include <algorithm>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "app/domain/screening.hpp"
#include "app/pack/filing_json.hpp"
#include "tests/unit/pack/both_ways.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;
using domain::Field;
using Json = nlohmann::json;

namespace {

const domain::FormDefinition& demo_form() { return test::demo_pack().form; }

// Fields whose answers decide about other fields, and those fields.
std::vector<std::string> conditional_fields() {
    std::set<std::string> codes{"F1.06", "F1.15", "F1.20", "F1.21", "F1.91"};
    for (const Field& field : demo_form().fields) {
        for (const auto* expression : {&field.show, &field.when, &field.from}) {
            if (!*expression) continue;
            codes.insert(field.code);
            for (const std::string& name : (*expression)->names())
                codes.insert(name.substr(0, std::min(name.find('.', 3), name.size())));
        }
    }
    std::erase_if(codes, [](const std::string& code) { return demo_form().field(code) == nullptr; });
    return {codes.begin(), codes.end()};
}

}  // namespace

TEST_CASE("the schema is sound in every corner, and its patterns are of the small common dialect") {
    const test::BothWays both(demo_form());
    CHECK_NOTHROW(both.validator().check_schema());
    CHECK(both.validator().fits(test::example()));
}

TEST_CASE("what fits the schema is accepted and what is accepted fits: every field, one change at a time") {
    const test::BothWays both(demo_form());
    const Json sound = test::example();
    test::Tally tally;
    for (const Field& field : demo_form().fields)
        both.walk(field, sound, tally);
    CHECK(tally.accepted > 1000);
    CHECK(tally.refused > 5000);
    CHECK(tally.unsaid > 10);
    CHECK(tally.unsaid < tally.accepted / 5);
}

TEST_CASE("what fits the schema is accepted and what is accepted fits: conditions, several changes at a time") {
    const std::uint64_t seed = 19;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    const test::BothWays both(demo_form());
    const Json sound = test::example();
    const std::vector<std::string> codes = conditional_fields();
    REQUIRE(codes.size() > 20);
    std::map<std::string, std::vector<Json>> values;
    for (const std::string& code : codes)
        values[code] = test::values_for(*demo_form().field(code));
    const auto any_of = [&](const auto& list) -> const auto& { return list[random.next() % list.size()]; };
    test::Tally tally;
    // What is sound by itself comes more often than chance would bring it: wrong answers hide what follows from them.
    for (int round = 0; round < 3000; ++round) {
        Json changed = sound;
        std::string what;
        for (std::size_t i = 2 + random.next() % 4; i > 0; --i) {
            const std::string& code = any_of(codes);
            const std::size_t how = random.next() % 8;
            if (how == 0) {
                changed.erase(code);
                what += code + " left out; ";
                continue;
            }
            changed[code] = how == 1 ? any_of(values[code]) : test::sound_value(*demo_form().field(code), random);
            what += code + " = " + changed[code].dump(-1, ' ', false) + "; ";
        }
        both.compare(changed, what, tally);
    }
    CHECK(tally.accepted > 200);
    CHECK(tally.refused > 1000);
}

TEST_CASE("a filing with its screening fits #/$defs/filing where the reader takes it") {
    const test::BothWays both(demo_form());
    const auto compare = [&](const Json& filing) {
        const bool fits = both.validator().fits_definition("filing", filing);
        const auto parsed = parse_filing(demo_form(), filing.dump());
        CHECK_MESSAGE(fits == parsed.has_value(), filing.dump().substr(0, 300));
        return fits;
    };
    const Json sound = {{"answers", test::example()}};
    CHECK(compare(sound));
    CHECK_FALSE(
        both.validator().fits_definition("filing", Json::object()));  // to the reader: an application of nothing
    CHECK_FALSE(compare({{"answers", Json::array()}}));
    int taken = 0;
    for (const std::string_view key : domain::screening_keys()) {
        for (const Json& value :
             std::vector<Json>{"yes",         "no",   "police",     "unknown",    "main",  "ok",
                               "maybe",       "",     true,         false,        nullptr, 1,
                               Json::array(), {"E1"}, {"E1", "E1"}, {"E9", "E2"}, {"H0"},  {"H0", "H1"},
                               {"H1", "H2"},  {"E0"}, {1}}) {
            Json filing = sound;
            filing["screening"] = Json{{std::string(key), value}};
            taken += compare(filing) ? 1 : 0;
        }
    }
    CHECK(taken > 30);
    for (const Json& helper : std::vector<Json>{
             Json::array(), {"F1.01"}, {"F1.01", "F1.71"}, {"F1.01", "F1.01"}, {"F9.01"}, "F1.01", {1}, nullptr}) {
        Json filing = sound;
        filing["helper"] = helper;
        compare(filing);
    }
    Json other = sound;
    other["F1.01"] = "x";
    CHECK_FALSE(compare(other));
}

TEST_CASE("the comparison finds a schema that is too wide or too narrow by one rule") {
    // The field's own values, and those of another field that decides about it, with and without an answer here.
    const auto differing = [](std::string_view code, std::string_view source, const auto& change) {
        domain::FormDefinition other = demo_form();
        for (Field& field : other.fields) {
            if (field.code == code) change(field);
        }
        const test::BothWays both(other, demo_form());
        test::Tally tally;
        both.walk(*demo_form().field(code), test::example(), tally);
        Json without = test::example();
        without.erase(std::string(code));
        if (!source.empty()) both.walk(*demo_form().field(source), without, tally);
        return tally.differing;
    };
    CHECK(differing("F1.01", "", [](Field&) {}) == 0);
    CHECK(differing("F1.01", "", [](Field& field) { field.chars_max = 49; }) > 0);
    CHECK(differing("F1.10", "F1.09", [](Field& field) { field.need = domain::Need::Optional; }) > 0);
    CHECK(differing("F1.15", "F1.13", [](Field& field) { field.show.reset(); }) > 0);
    CHECK(differing("F1.36", "F1.33", [](Field& field) { field.need = domain::Need::Must; }) > 0);
    CHECK(differing("F1.42", "F1.41", [](Field& field) { field.max = 9; }) > 0);
    CHECK(differing("F1.42", "F1.41", [](Field& field) { field.need = domain::Need::Optional; }) > 0);
    CHECK(differing("F1.50", "", [](Field& field) { field.max = 21; }) > 0);
    CHECK(differing("F1.51", "", [](Field& field) { field.columns[0].need = domain::Need::Optional; }) > 0);
    CHECK(differing("F1.53", "", [](Field& field) { field.options.back().kind.clear(); }) > 0);
    CHECK(differing("F1.72a", "", [](Field& field) { field.also.clear(); }) == 0);  // it takes any words
    CHECK(differing("F1.80", "", [](Field& field) { field.columns.back().options[1].kind = "card"; }) > 0);
    CHECK(differing("F1.90", "", [](Field& field) { field.columns.back().role.clear(); }) > 0);
    CHECK(differing("F1.93", "", [](Field& field) { field.need = domain::Need::Optional; }) > 0);
    CHECK(differing("F3.3", "", [](Field& field) { field.need = domain::Need::Optional; }) > 0);
}
