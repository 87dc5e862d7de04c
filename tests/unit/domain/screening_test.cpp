// The reader of a matrix, on a matrix of four rules. The real one is data of the pack and tested there, row by row.
#include "app/domain/screening.hpp"
#include "app/domain/door.hpp"

#include <doctest/doctest.h>

using namespace courtyard;
using namespace courtyard::domain;

namespace {

ScreeningRule rule(std::string id, std::optional<std::string> when, std::string primary,
                   std::vector<std::string> also = {}) {
    std::optional<Expression> condition;
    if (when) condition = *Expression::parse(*when);
    std::string reason = "reason of " + id;
    return {std::move(id),      std::move(condition),
            std::move(primary), std::move(also),
            std::move(reason),  "article",
            "what it says",     {}};
}

ScreeningMatrix matrix() {
    ScreeningMatrix out;
    out.rules = {rule("urgent", "G7 == 'yes'", "", {"A1"}), rule("no", "G1 == 'no'", "C", {"E"}),
                 rule("paid", "G4 == 'no'", "C"),
                 rule("good", "G1 == 'yes' and G4 == 'yes' and has(E, 'E1', 'E2') and has(H, 'H1')", "A", {"E", "A"}),
                 rule("rest", std::nullopt, "B")};
    out.outcomes = {{"A", "", "", {}}, {"B", "", "", {}}, {"E", "", "", {}}, {"C", "", "", {}}};
    return out;
}

ScreeningAnswers answers(std::initializer_list<std::pair<const char*, std::vector<std::string>>> given) {
    ScreeningAnswers out;
    for (const auto& [key, values] : given)
        REQUIRE(set_screening_value(out, key, values));
    return out;
}

}  // namespace

TEST_CASE("the first rule that holds decides; rules without an outcome only add") {
    const Screening good =
        screen(matrix(), answers({{"G1", {"yes"}}, {"G4", {"yes"}}, {"E", {"E1"}}, {"H", {"H1"}}, {"G7", {"yes"}}}));
    CHECK(good.rule == "good");
    CHECK(good.primary == "A");
    CHECK(good.also == std::vector<std::string>{"A1", "E"});  // urgent first, the primary not again
    CHECK(good.reasons == std::vector<std::string>{"reason of good", "reason of urgent"});
    CHECK(screen(matrix(), answers({{"G1", {"no"}}, {"G4", {"no"}}})).rule == "no");
    CHECK(screen(matrix(), {}).rule == "rest");
}

TEST_CASE("life in danger makes the missing compensation certain, whatever was answered") {
    for (const char* g4 : {"yes", "no", "unknown"}) {
        CHECK(screen(matrix(), answers({{"G1", {"yes"}}, {"G4", {g4}}, {"E", {"E2"}}, {"H", {"H1"}}})).rule == "good");
    }
    CHECK(screen(matrix(), answers({{"G1", {"yes"}}, {"G4", {"no"}}, {"E", {"E1"}}, {"H", {"H1"}}})).rule == "paid");
}

TEST_CASE("would_change names single answers, better outcomes first, and each is true") {
    const ScreeningAnswers start = answers({{"G1", {"yes"}}, {"G4", {"yes"}}, {"E", {"E1"}}, {"H", {"H0"}}});
    const Screening result = screen(matrix(), start);
    CHECK(result.primary == "B");
    REQUIRE(result.would_change.size() == 3);
    CHECK(result.would_change[0] == ScreeningChange{"H", {"H1"}, "good", "A"});
    CHECK(result.would_change[1] == ScreeningChange{"G1", {"no"}, "no", "C"});
    CHECK(result.would_change[2] == ScreeningChange{"G4", {"no"}, "paid", "C"});
    for (const ScreeningChange& change : result.would_change) {
        ScreeningAnswers changed = start;
        REQUIRE(set_screening_value(changed, change.key, change.to));
        CHECK(screen_once(matrix(), changed).primary == change.primary);
        CHECK(change.primary != result.primary);
    }
}

TEST_CASE("answers as words, both ways, for every key and value") {
    for (const std::string_view key : screening_keys()) {
        for (const std::string_view value : screening_values(key)) {
            ScreeningAnswers one;
            const std::vector<std::string> given{std::string(value)};
            REQUIRE(set_screening_value(one, key, given));
            CHECK(screening_value(one, key) == given);
        }
    }
    CHECK(screening_values("G8").empty());
}

TEST_CASE("wrong answers are refused by name") {
    const auto code = [](const char* key, std::vector<std::string> values) {
        ScreeningAnswers out;
        const auto set = set_screening_value(out, key, values);
        return set ? "ok" : set.error().code;
    };
    CHECK(code("G8", {"yes"}) == "screening.key");
    CHECK(code("g1", {"yes"}) == "screening.key");
    CHECK(code("G1", {"police"}) == "screening.value");
    CHECK(code("G2", {"police"}) == "ok");
    CHECK(code("G1", {"YES"}) == "screening.value");
    CHECK(code("G1", {}) == "screening.value");
    CHECK(code("G1", {"yes", "no"}) == "screening.value");
    CHECK(code("E", {"E0"}) == "screening.value");
    CHECK(code("E", {"E10"}) == "screening.value");
    CHECK(code("E", {"E1", "E1"}) == "screening.value");
    CHECK(code("H", {"H7"}) == "screening.value");
    CHECK(code("H", {"H0", "H1"}) == "screening.alone");
    CHECK(code("H", {}) == "ok");
    CHECK(code("agency", {"bad"}) == "screening.value");
}

TEST_CASE("questions and doors open by the answers") {
    ScreeningMatrix with_questions = matrix();
    with_questions.questions = {{"G1", "?", "", std::nullopt, {}},
                                {"G4", "?", "", *Expression::parse("G1 == 'yes'"), {}}};
    CHECK(questions_to_ask(with_questions, {}).size() == 1);
    const ScreeningAnswers person = answers({{"G1", {"yes"}}});
    CHECK(questions_to_ask(with_questions, person).size() == 2);
    DoorCatalogue doors;
    doors.doors.resize(3);
    doors.doors[0].id = "N1";
    doors.doors[1].id = "N2";
    doors.doors[1].when = *Expression::parse("primary == 'C' and G1 == 'no'");
    doors.doors[2].id = "N3";
    doors.doors[2].because = {{*Expression::parse("G1 == 'yes'"), "you are a person"},
                              {*Expression::parse("has(needs, 'school')"), "somebody learns"}};
    const auto ids = [&](const ScreeningAnswers& who, const DoorNeeds& needs) {
        std::string out;
        for (const OpenDoor& open : open_doors(doors, who, screen(matrix(), who).primary, needs))
            out += open.door->id + (open.fits() ? "+" + std::to_string(open.because.size()) + " " : " ");
        return out;
    };
    CHECK(ids(person, {}) == "N3+1 N1 ");
    CHECK(ids(person, {"school"}) == "N3+2 N1 ");
    const ScreeningAnswers organisation = answers({{"G1", {"no"}}});
    CHECK(ids(organisation, {}) == "N1 N2 N3 ");
    // Where a door is open to an organisation, it sees nothing else.
    doors.doors[1].for_organisations = true;
    CHECK(ids(organisation, {}) == "N2 ");
    CHECK(ids(person, {}) == "N3+1 N1 ");
    doors.doors[1].for_organisations = false;
    // Where nothing would be left, nothing is hidden; what fits still comes first.
    doors.doors[0].when = doors.doors[2].when = *Expression::parse("G1 == 'no'");
    CHECK(ids(person, {}) == "N3+1 N1 N2 ");
}
