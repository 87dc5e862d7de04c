// The table of cases holds the rules: whichever row or condition of rules/screening.toml or rules/doors.toml is
// changed, some case of tests/data/screening/cases.json comes out otherwise. What cannot be noticed because it means
// the same is named with its reason in equivalent.json.
#include <algorithm>
#include <cctype>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include "app/domain/door.hpp"
#include "app/domain/screening.hpp"
#include "app/pack/screening_json.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::domain;
using Json = nlohmann::json;

namespace {

struct Case {
    std::string name;
    ScreeningAnswers answers;
    DoorNeeds needs;
    std::optional<Found> found;  // as a court sees it, which has found something
    std::string rule, primary, doors;
    std::vector<std::string> also;
};

Json read_json(const char* path) {
    std::ifstream stream(path);
    REQUIRE_MESSAGE(stream, path);
    return Json::parse(stream);
}

const std::vector<Case>& table_of_cases() {
    static const std::vector<Case> list = [] {
        std::vector<Case> out;
        for (const Json& row : read_json("tests/data/screening/cases.json")) {
            const auto answers = pack::parse_screening_answers(row.at("answers").dump());
            REQUIRE_MESSAGE(answers, row.at("name").get<std::string>());
            Case one{row.at("name"),  *answers,      {}, {}, row.at("rule"), row.at("primary"),
                     row.at("doors"), row.at("also")};
            if (row.contains("needs"))
                for (const std::string need : row.at("needs"))
                    one.needs.insert(need);
            if (row.contains("found")) {
                one.found.emplace();
                for (const std::string word : row.at("found"))
                    one.found->insert(word);
            }
            out.push_back(std::move(one));
        }
        return out;
    }();
    return list;
}

bool agrees(const ScreeningMatrix& matrix, const Case& one) {
    const Screening found = screen_once(matrix, one.answers);
    return found.rule == one.rule && found.primary == one.primary && found.also == one.also;
}

std::string doors_as_text(const DoorCatalogue& catalogue, const Case& one) {
    std::string out;
    const auto doors = one.found ? doors_for_court(catalogue, one.answers, one.primary, one.needs, *one.found, {})
                                 : open_doors(catalogue, one.answers, one.primary, one.needs);
    for (const OpenDoor& open : doors)
        out += (out.empty() ? "" : " ") + open.door->id +
               (open.fits() ? "+" + std::to_string(open.because.size()) : std::string());
    return out;
}

bool some_case_fails(const ScreeningMatrix& matrix) {
    return std::any_of(table_of_cases().begin(), table_of_cases().end(),
                       [&](const Case& one) { return !agrees(matrix, one); });
}

bool some_case_fails(const DoorCatalogue& catalogue) {
    return std::any_of(table_of_cases().begin(), table_of_cases().end(),
                       [&](const Case& one) { return doors_as_text(catalogue, one) != one.doors; });
}

// Every other text that a literal could be, by the name that it is compared with.
std::vector<std::string> values_of(const std::string& name) {
    std::vector<std::string> values;
    if (name == "primary") {
        for (const ScreeningOutcome& outcome : pack::test::demo_pack().screening.outcomes)
            values.push_back(outcome.id);
    } else if (name == "needs") {
        for (const DoorNeed& need : pack::test::demo_pack().doors.needs)
            values.push_back(need.value);
    } else {
        for (const std::string_view value : screening_values(name))
            if (value != "unknown") values.emplace_back(value);
    }
    return values;
}

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// All that may go wrong in one condition, one change at a time.
std::vector<std::string> mutants(const std::string& source) {
    std::vector<std::string> out{"not (" + source + ")"};
    const auto put = [&](std::size_t at, std::size_t length, std::string_view text) {
        std::string changed = source;
        changed.replace(at, length, text);
        out.push_back(std::move(changed));
    };
    std::string name;
    bool in_unknown = false;
    for (std::size_t i = 0; i < source.size();) {
        const std::string_view rest = std::string_view(source).substr(i);
        if (rest.starts_with("== ")) put(i, 2, "!=");
        if (rest.starts_with("!= ")) put(i, 2, "==");
        if (source[i] == '"') {
            const std::size_t end = source.find('"', i + 1);
            const std::string literal = source.substr(i + 1, end - i - 1);
            for (const std::string& value : values_of(name))
                if (value != literal) put(i + 1, end - i - 1, value);
            i = end + 1;
            continue;
        }
        if (source[i] == ')') in_unknown = false;
        if (!is_name(source[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < source.size() && is_name(source[end]))
            ++end;
        const std::string word = source.substr(i, end - i);
        if (word == "and") put(i, 3, "or");
        if (word == "or") put(i, 2, "and");
        if (word == "not") put(i, 4, "");
        const auto keys = screening_keys();
        const bool is_key = std::find(keys.begin(), keys.end(), word) != keys.end();
        if (is_key || word == "primary" || word == "needs") name = word;
        if (in_unknown && is_key) {
            const bool has_next = source.compare(end, 2, ", ") == 0;
            if (has_next) put(i, end - i + 2, "");
            if (!has_next && source.compare(i - 2, 2, ", ") == 0) put(i - 2, end - i + 2, "");
        }
        if (word == "unknown") in_unknown = true;
        i = end;
    }
    return out;
}

struct Survivors {
    std::vector<std::string> all;
    std::size_t tried = 0;

    void notice(const std::string& what, bool is_killed) {
        ++tried;
        if (!is_killed) all.push_back(what);
    }
};

// Those that survived are exactly those that are known to mean the same.
void check_survivors(const Survivors& survivors, const char* group) {
    std::set<std::string> known;
    const Json list = read_json("tests/data/screening/equivalent.json");
    for (const Json& row : list.at(group)) {
        CHECK_FALSE(row.at("reason").get<std::string>().empty());
        for (const std::string mutant : row.at("mutants"))
            known.insert(mutant);
    }
    for (const std::string& mutant : survivors.all)
        CHECK_MESSAGE(known.contains(mutant), "no case notices  " << mutant);
    for (const std::string& mutant : known)
        CHECK_MESSAGE(std::find(survivors.all.begin(), survivors.all.end(), mutant) != survivors.all.end(),
                      "is noticed, or is no mutant any more:  " << mutant);
}

}  // namespace

TEST_CASE("the table of cases: rule, outcome, what else, and the doors in their order") {
    REQUIRE(table_of_cases().size() > 150);
    for (const Case& one : table_of_cases()) {
        CAPTURE(one.name);
        const Screening found = screen_once(pack::test::demo_pack().screening, one.answers);
        CHECK(found.rule == one.rule);
        CHECK(found.primary == one.primary);
        CHECK(found.also == one.also);
        CHECK(doors_as_text(pack::test::demo_pack().doors, one) == one.doors);
    }
}

TEST_CASE("changing any row of the matrix makes a case fail") {
    const ScreeningMatrix& matrix = pack::test::demo_pack().screening;
    REQUIRE_FALSE(some_case_fails(matrix));  // the control
    Survivors survivors;
    for (std::size_t i = 0; i < matrix.rules.size(); ++i) {
        const ScreeningRule& rule = matrix.rules[i];
        const std::string row = rule.id + (i + 1 == matrix.rules.size() ? " (last)" : "");
        const auto try_rule = [&](const std::string& what, const std::function<void(ScreeningRule&)>& change) {
            ScreeningMatrix other = matrix;
            change(other.rules[i]);
            survivors.notice(row + ": " + what, some_case_fails(other));
        };
        if (i + 1 < matrix.rules.size()) {
            ScreeningMatrix without = matrix;
            without.rules.erase(without.rules.begin() + static_cast<std::ptrdiff_t>(i));
            survivors.notice(row + ": taken out", some_case_fails(without));
        }
        if (!rule.primary.empty()) {
            for (const ScreeningOutcome& outcome : matrix.outcomes)
                if (outcome.id != rule.primary)
                    try_rule("leads to " + outcome.id, [&](ScreeningRule& r) { r.primary = outcome.id; });
        }
        for (std::size_t k = 0; k < rule.also.size(); ++k)
            try_rule("without " + rule.also[k],
                     [&](ScreeningRule& r) { r.also.erase(r.also.begin() + static_cast<std::ptrdiff_t>(k)); });
        for (const ScreeningOutcome& outcome : matrix.outcomes)
            if (outcome.id != rule.primary &&
                std::find(rule.also.begin(), rule.also.end(), outcome.id) == rule.also.end())
                try_rule("also " + outcome.id, [&](ScreeningRule& r) { r.also.push_back(outcome.id); });
        if (!rule.when) continue;
        for (const std::string& mutant : mutants(rule.when->source())) {
            const auto parsed = Expression::parse(mutant);
            REQUIRE_MESSAGE(parsed.has_value(), mutant);
            try_rule(mutant, [&](ScreeningRule& r) { r.when = *parsed; });
        }
    }
    CHECK(survivors.tried > 500);
    check_survivors(survivors, "rules");
}

TEST_CASE("changing any condition of any door makes a case fail") {
    const DoorCatalogue& catalogue = pack::test::demo_pack().doors;
    REQUIRE_FALSE(some_case_fails(catalogue));  // the control
    Survivors survivors;
    for (std::size_t i = 0; i < catalogue.doors.size(); ++i) {
        const Door& door = catalogue.doors[i];
        const auto try_door = [&](const std::string& what, const std::function<void(Door&)>& change) {
            DoorCatalogue other = catalogue;
            change(other.doors[i]);
            survivors.notice(door.id + ": " + what, some_case_fails(other));
        };
        DoorCatalogue without = catalogue;
        without.doors.erase(without.doors.begin() + static_cast<std::ptrdiff_t>(i));
        survivors.notice(door.id + ": taken out", some_case_fails(without));
        if (!door.when || door.for_organisations)
            try_door("for organisations or not", [](Door& d) { d.for_organisations = !d.for_organisations; });
        if (door.when) {
            try_door("for everybody", [](Door& d) { d.when.reset(); });
            for (const std::string& mutant : mutants(door.when->source())) {
                const auto parsed = Expression::parse(mutant);
                REQUIRE_MESSAGE(parsed.has_value(), mutant);
                try_door("when " + mutant, [&](Door& d) { d.when = *parsed; });
            }
        }
        for (std::size_t k = 0; k < door.because.size(); ++k) {
            const std::string nth = "because " + std::to_string(k + 1) + " ";
            try_door(nth + "taken out",
                     [&](Door& d) { d.because.erase(d.because.begin() + static_cast<std::ptrdiff_t>(k)); });
            for (const std::string& mutant : mutants(door.because[k].when.source())) {
                const auto parsed = Expression::parse(mutant);
                REQUIRE_MESSAGE(parsed.has_value(), mutant);
                try_door(nth + mutant, [&](Door& d) { d.because[k].when = *parsed; });
            }
        }
    }
    CHECK(survivors.tried > 500);
    check_survivors(survivors, "doors");
}
