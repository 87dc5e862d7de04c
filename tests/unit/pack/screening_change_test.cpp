// The smallest change: true as stated, and really the smallest. Held against brute force over the whole space of
// answers, which knows nothing of classes, plans and rules.
#include <algorithm>
#include <functional>
#include <set>

#include "app/domain/screening_change.hpp"
#include "app/pack/screening_json.hpp"
#include "sync/base/random.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::domain;

namespace {

const ScreeningMatrix& matrix() { return pack::test::demo_pack().screening; }

ScreeningAnswers answers_of(const char* json) {
    const auto parsed = pack::parse_screening_answers(json);
    REQUIRE_MESSAGE(parsed, parsed.error().message);
    return *parsed;
}

constexpr const char* kSound =
    R"({"G1":"yes","G2":"yes","G3":"yes","G4":"yes","G5":"yes","G6":"yes","G7":"no","N1":"none","N4":"no","E":["E1"],"H":["H6"]})";

ScreeningAnswers with(ScreeningAnswers answers, const char* key, std::vector<std::string> values) {
    REQUIRE(set_screening_value(answers, key, values));
    return answers;
}

std::set<std::string> keys_of(const ScreeningWay& way) {
    std::set<std::string> keys;
    for (const AnswerChange& change : way.changes)
        keys.insert(change.key);
    return keys;
}

// What may be answered instead: everything that the question offers but the answers nobody is led to.
std::vector<std::vector<std::string>> instead(const ScreeningAnswers& answers, const std::string& key) {
    std::vector<std::vector<std::string>> out;
    const auto now = screening_value(answers, key);
    std::vector<std::string> offered;
    for (const ScreeningOption& option : matrix().question(key)->options)
        if (option.value != "unknown" && option.value != "doubtful" && option.value != "true" && option.value != "H0")
            offered.push_back(option.value);
    if (!is_list_key(key)) {
        for (const std::string& value : offered)
            if (std::vector<std::string>{value} != now) out.push_back({value});
        return out;
    }
    // Of lists every single code, every pair, and none: no rule of the pack asks for three together.
    out.push_back({});
    for (std::size_t i = 0; i < offered.size(); ++i) {
        out.push_back({offered[i]});
        for (std::size_t j = i + 1; j < offered.size(); ++j)
            out.push_back({offered[i], offered[j]});
    }
    std::erase_if(out, [&](const auto& value) {
        return std::set<std::string>(value.begin(), value.end()) == std::set<std::string>(now.begin(), now.end());
    });
    return out;
}

// The outcomes that are reached by changing exactly these questions.
void reach(const ScreeningAnswers& answers, const std::vector<std::string>& keys, std::size_t from,
           std::set<std::string>& outcomes) {
    if (from == keys.size()) {
        outcomes.insert(screen_once(matrix(), answers).primary);
        return;
    }
    for (const auto& value : instead(answers, keys[from])) {
        ScreeningAnswers other = answers;
        REQUIRE(set_screening_value(other, keys[from], value));
        reach(other, keys, from + 1, outcomes);
    }
}

void each_set(const std::vector<std::string>& keys, std::size_t count, std::size_t from,
              std::vector<std::string>& chosen, const std::function<void(const std::vector<std::string>&)>& visit) {
    if (count == 0) return visit(chosen);
    for (std::size_t i = from; i + count <= keys.size(); ++i) {
        chosen.push_back(keys[i]);
        each_set(keys, count - 1, i + 1, chosen, visit);
        chosen.pop_back();
    }
}

ScreeningAnswers random_answers(base::Random& random, unsigned change_one_in) {
    ScreeningAnswers a = answers_of(kSound);
    for (const std::string_view key : screening_keys()) {
        if (random.next() % change_one_in != 0) continue;
        const auto values = screening_values(key);
        std::vector<std::string> chosen{std::string(values[random.next() % values.size()])};
        if (key == "E" && random.next() % 3 == 0) chosen.clear();
        if (key == "E" && random.next() % 4 == 0) chosen = {"E1", "E9"};
        REQUIRE(set_screening_value(a, key, chosen));
    }
    return a;
}

void check_way(const ScreeningAnswers& a, const ScreeningWay& way) {
    const std::string before = screen_once(matrix(), a).primary;
    CHECK(way.primary != before);
    const Screening after = screen_once(matrix(), changed(a, way));
    REQUIRE_MESSAGE(after.primary == way.primary, pack::write_screening_answers(a));
    REQUIRE(after.rule == way.rule);
    for (const AnswerChange& change : way.changes) {
        REQUIRE_FALSE(change.any_of.empty());
        CHECK(change.was_unknown == (screening_value(a, change.key) == std::vector<std::string>{"unknown"}));
        // Every other answer that is offered instead does the same.
        for (const auto& value : change.any_of) {
            ScreeningAnswers other = changed(a, way);
            REQUIRE(set_screening_value(other, change.key, value));
            REQUIRE(screen_once(matrix(), other).primary == way.primary);
            for (const std::string& word : value)
                CHECK((word != "unknown" && word != "doubtful" && word != "true"));
        }
    }
    // Nothing in it is idle: with one change fewer it does not lead there.
    for (std::size_t i = 0; i < way.changes.size(); ++i) {
        ScreeningWay fewer = way;
        fewer.changes.erase(fewer.changes.begin() + static_cast<std::ptrdiff_t>(i));
        const std::string primary = screen_once(matrix(), changed(a, fewer)).primary;
        CHECK(matrix().rank(primary) != matrix().rank(way.primary));
    }
}

}  // namespace

TEST_CASE("each way leads where it says, and no smaller one leads to anything better: brute force") {
    const std::uint64_t seed = 11;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    std::vector<std::string> keys(screening_keys().begin(), screening_keys().end());
    std::size_t with_two = 0, with_three = 0;
    for (int round = 0; round < 16; ++round) {
        const ScreeningAnswers a = random_answers(random, round % 2 == 0 ? 3 : 5);
        CAPTURE(pack::write_screening_answers(a));
        const std::size_t rank = matrix().rank(screen_once(matrix(), a).primary);
        const ScreeningWays ways = smallest_changes(matrix(), a);
        for (const ScreeningWay& way : ways.better) {
            check_way(a, way);
            CHECK(matrix().rank(way.primary) < rank);
            CHECK(way.changes.size() == ways.better.front().changes.size());
            CHECK(way.primary == ways.better.front().primary);
        }
        for (const ScreeningWay& way : ways.other)
            check_way(a, way);
        CHECK(ways.better.size() <= kWaysMax);
        // Brute force up to three questions (beyond that it would take minutes).
        const std::size_t claimed = ways.better.empty() ? 4 : ways.better.front().changes.size();
        with_two += claimed == 2 ? 1 : 0;
        with_three += claimed == 3 ? 1 : 0;
        for (std::size_t count = 1; count <= std::min<std::size_t>(claimed, 2); ++count) {
            std::set<std::set<std::string>> best_sets;
            std::size_t best = rank;
            std::vector<std::string> chosen;
            each_set(keys, count, 0, chosen, [&](const std::vector<std::string>& some) {
                std::set<std::string> outcomes;
                reach(a, some, 0, outcomes);
                for (const std::string& outcome : outcomes) {
                    const std::size_t reached = matrix().rank(outcome);
                    if (reached >= rank || !matrix().outcome(outcome)->is_welcome) continue;
                    if (reached < best) best_sets.clear();
                    best = std::min(best, reached);
                    if (reached == best) best_sets.insert({some.begin(), some.end()});
                }
            });
            if (count < claimed) {
                REQUIRE(best_sets.empty());
                continue;
            }
            REQUIRE(ways.better.size() == std::min(kWaysMax, best_sets.size()));
            CHECK(matrix().rank(ways.better.front().primary) == best);
            for (const ScreeningWay& way : ways.better)
                CHECK(best_sets.contains(keys_of(way)));
        }
    }
    // The sample has more than the easy ones.
    CHECK(with_two > 0);
    CHECK(with_three > 0);
}

TEST_CASE("what one answer alone would alter: brute force") {
    base::SeededRandom random(12);
    for (int round = 0; round < 60; ++round) {
        const ScreeningAnswers a = random_answers(random, 3);
        CAPTURE(pack::write_screening_answers(a));
        const std::string before = screen_once(matrix(), a).primary;
        std::vector<std::string> expected;
        for (const ScreeningQuestion& question : matrix().questions) {
            std::set<std::string> outcomes;
            reach(a, {question.key}, 0, outcomes);
            outcomes.erase(before);
            if (!outcomes.empty()) expected.push_back(question.key);
        }
        CHECK(smallest_changes(matrix(), a).single == expected);
    }
}

TEST_CASE("two unknown answers: it names both, as something to be found out, and what would come of it") {
    const ScreeningAnswers a = with(with(answers_of(kSound), "G3", {"unknown"}), "G6", {"unknown"});
    const ScreeningWays ways = smallest_changes(matrix(), a);
    REQUIRE(ways.better.size() == 1);
    CHECK(ways.better.front().primary == "OUT-A");
    REQUIRE(ways.better.front().changes.size() == 2);
    CHECK(ways.better.front().changes[0] == AnswerChange{"G3", {{"yes"}}, true});
    CHECK(ways.better.front().changes[1] == AnswerChange{"G6", {{"yes"}}, true});
    const ScreeningGrounds grounds = grounds_of(matrix(), a, ways);
    CHECK(grounds.open == std::vector<std::string>{"G3", "G6"});
    CHECK(grounds.decided == std::vector<std::string>{"G3", "G6"});
}

TEST_CASE("every pair, and every triple, of unknown answers has an improvement") {
    const std::vector<std::string> keys{"G2", "G3", "G4", "G5", "G6", "N1", "N4"};
    for (std::size_t count : {1U, 2U, 3U, 7U}) {
        std::vector<std::string> chosen;
        each_set(keys, count, 0, chosen, [&](const std::vector<std::string>& some) {
            ScreeningAnswers a = answers_of(kSound);
            for (const std::string& key : some)
                REQUIRE(set_screening_value(a, key, std::vector<std::string>{"unknown"}));
            const ScreeningWays ways = smallest_changes(matrix(), a);
            REQUIRE_MESSAGE(!ways.better.empty(), pack::write_screening_answers(a));
            CHECK(ways.better.front().primary == "OUT-A");
            // What is only to be found out comes before what would have to be another fact.
            CHECK(keys_of(ways.better.front()) == std::set<std::string>(some.begin(), some.end()));
        });
    }
}

TEST_CASE("nothing but what is wanted for a start: everything unknown") {
    const ScreeningWays ways = smallest_changes(matrix(), {});
    REQUIRE_FALSE(ways.better.empty());
    for (const ScreeningWay& way : ways.better)
        check_way({}, way);
    CHECK(ways.better.front().primary == "OUT-A");
}

TEST_CASE("several answers with the same effect are all named, nearest ones only, in the order of the options") {
    const ScreeningWays fault = smallest_changes(matrix(), with(answers_of(kSound), "N1", {"main"}));
    REQUIRE(fault.better.size() == 1);
    CHECK(fault.better.front().changes.front() == AnswerChange{"N1", {{"none"}, {"secondary"}, {"equal"}}, false});
    const ScreeningWays poor = smallest_changes(matrix(), with(answers_of(kSound), "H", {"H0"}));
    REQUIRE(poor.better.size() == 1);
    CHECK(poor.better.front().changes.front() ==
          AnswerChange{"H", {{"H2"}, {"H3"}, {"H1"}, {"H4"}, {"H5"}, {"H6"}}, false});
    const ScreeningWays none = smallest_changes(matrix(), with(answers_of(kSound), "E", {}));
    REQUIRE(none.better.size() == 1);
    CHECK(none.better.front().primary == "OUT-A");
}

TEST_CASE("the best outcome has nothing better; it says what must not turn out otherwise") {
    const ScreeningWays ways = smallest_changes(matrix(), answers_of(kSound));
    CHECK(ways.better.empty());
    CHECK(ways.in_the_way.empty());
    REQUIRE_FALSE(ways.other.empty());
    const ScreeningGrounds grounds = grounds_of(matrix(), answers_of(kSound), ways);
    CHECK(grounds.decided == std::vector<std::string>{"G1", "G2", "G3", "E", "G4", "G5", "G6", "H"});
    CHECK(grounds.looked_at == std::vector<std::string>{"agency", "guardian_is_wrongdoer", "N1", "N4"});
    CHECK(grounds.open.empty());
}

TEST_CASE("what decided: of T01 to T12 the answers that the report names") {
    const auto decided = [](const char* json) {
        const ScreeningAnswers a = answers_of(json);
        return grounds_of(matrix(), a, smallest_changes(matrix(), a)).decided;
    };
    using List = std::vector<std::string>;
    CHECK(decided(R"({"G1":"no"})") == List{"G1"});
    CHECK(
        decided(
            R"({"G1":"yes","G2":"yes","G3":"yes","G4":"yes","G5":"yes","G6":"no","N1":"none","N4":"no","E":["E3"],"H":["H6"]})") ==
        List{"G6"});
    CHECK(
        decided(
            R"({"G1":"yes","G2":"yes","G3":"yes","G4":"yes","G5":"yes","G6":"yes","N1":"main","N4":"no","E":["E7"],"H":["H6"]})") ==
        List{"N1"});
    CHECK(
        decided(
            R"({"G1":"yes","G2":"yes","G3":"yes","G4":"yes","G5":"yes","G6":"yes","N1":"main","N4":"yes","E":["E7"],"H":["H6"]})") ==
        List{"N1", "N4"});
    CHECK(
        decided(
            R"({"G1":"yes","G2":"yes","G3":"yes","G4":"yes","G5":"no","G6":"yes","N1":"none","N4":"no","E":["E7"],"H":["H6"]})") ==
        List{"G5"});
    // Only what was asked is ever named.
    const ScreeningAnswers unasked = answers_of(R"({"G1":"yes","G2":"no","G5":"no","E":["E8"],"H":["H2"]})");
    const ScreeningGrounds grounds = grounds_of(matrix(), unasked, smallest_changes(matrix(), unasked));
    for (const std::string& key : grounds.decided)
        CHECK((key != "G3" && key != "G6" && key != "N1"));
}
