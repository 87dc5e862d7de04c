// The decision matrix of the domain report (section 2.7), row by row, over the whole space of answers.
#include <map>
#include <set>

#include "app/domain/screening.hpp"
#include "app/pack/screening_json.hpp"
#include "sync/base/random.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::domain;

namespace {

constexpr Reply kReplies[] = {Reply::Yes, Reply::No, Reply::Unknown};
constexpr CourtCase kCourtCases[] = {CourtCase::Yes, CourtCase::No, CourtCase::Police, CourtCase::Unknown};
constexpr Fault kFaults[] = {Fault::No,  Fault::None, Fault::Secondary, Fault::Equal,
                             Fault::Yes, Fault::Main, Fault::All,       Fault::Unknown};
constexpr unsigned long kRows[] = {
    0, 1 << 1, 1 << 2, 1 << 5, 1 << 8, 1 << 9, (1 << 1) | (1 << 9), (1 << 2) | (1 << 9), (1 << 7) | (1 << 8)};

// The table of section 2.7 written down a second time, by hand and in another way.
std::string expected_rule(const ScreeningAnswers& a) {
    const bool g4_yes = a.g4 == Reply::Yes || a.e.test(2);  // life in danger counts as not compensated
    const bool g4_no = a.g4 == Reply::No && !a.e.test(2);
    const bool fault = a.n1 == Fault::Yes || a.n1 == Fault::Main || a.n1 == Fault::All;
    const bool no_fault = a.n1 != Fault::Unknown && !fault;
    if (a.guardian == Guardian::Wrongdoer) return "RS";
    if (a.g1 == Reply::No) return "R01";
    if (a.g1 == Reply::Yes && a.g2 == CourtCase::Police) return "R02";
    if (a.g1 == Reply::Yes && a.g2 == CourtCase::No) return "R03";
    const bool here = a.g1 == Reply::Yes && a.g2 == CourtCase::Yes;
    if (here && a.g3 == Reply::No) return "R04";
    if (here && a.g3 == Reply::Yes) {
        if (a.g6 == Reply::No) return "R05";
        if (fault || a.n4 == Reply::Yes) return "R06";
        if (a.e.none()) return "R07";
        if (g4_no) return "R08";
        if (a.g5 == Reply::No) return "R09";
        if (a.e.test(9) && no_fault && a.n4 == Reply::No) return "R10";
    }
    const bool is_open = a.g1 == Reply::Unknown || a.g2 == CourtCase::Unknown || a.g3 == Reply::Unknown ||
                         (!g4_yes && !g4_no) || a.g5 == Reply::Unknown || a.g6 == Reply::Unknown ||
                         a.n1 == Fault::Unknown || a.n4 == Reply::Unknown;
    if (is_open || a.agency == Agency::Doubtful) return "R11";
    const bool is_poor = (a.h.to_ulong() & ~1ul) != 0;
    if (!is_poor) return "R12";
    const bool is_named = (a.e.to_ulong() & 0b0011111110) != 0;  // E1 to E7
    return is_named ? "R13" : "R07";
}

const std::map<std::string, std::pair<std::string, std::vector<std::string>>> kOutcomes{
    {"RS", {"STOP", {"OUT-B"}}},
    {"R01", {"OUT-C", {"OUT-E"}}},
    {"R02", {"OUT-D", {"OUT-E"}}},
    {"R03", {"OUT-E", {}}},
    {"R04", {"OUT-D", {}}},
    {"R05", {"OUT-C", {"OUT-E"}}},
    {"R06", {"OUT-C", {"OUT-B", "OUT-E"}}},
    {"R07", {"OUT-B", {"OUT-E"}}},
    {"R08", {"OUT-C", {"OUT-E"}}},
    {"R09", {"OUT-E", {}}},
    {"R10", {"OUT-B", {}}},
    {"R11", {"OUT-B", {}}},
    {"R12", {"OUT-B", {}}},
    {"R13", {"OUT-A", {"OUT-E"}}},
};

// Every combination that can make a difference: G1 to G6, all values of N1 and N4, nine sets of E-rows, hardship or
// not, agency. With G1 not yes nothing below it matters but what the test of E2 needs, so that part is walked thinly.
template <class Visit>
void walk(Visit visit) {
    ScreeningAnswers a;
    for (const Reply g1 : kReplies) {
        for (const CourtCase g2 : kCourtCases) {
            if (g1 != Reply::Yes && g2 == CourtCase::Police) continue;
            for (const Reply g3 : kReplies) {
                for (const Reply g4 : kReplies) {
                    for (const Reply g5 : kReplies) {
                        for (const Reply g6 : kReplies) {
                            for (const Fault n1 : kFaults) {
                                const bool is_plain = n1 == Fault::No || n1 == Fault::Unknown || n1 == Fault::Main;
                                if ((g1 != Reply::Yes || g2 != CourtCase::Yes || g3 != Reply::Yes) && !is_plain)
                                    continue;
                                for (const Reply n4 : kReplies) {
                                    for (const unsigned long e : kRows) {
                                        for (const unsigned long h : {0ul, 1ul, 2ul, 64ul}) {
                                            if (h == 2 && g1 != Reply::Yes) continue;
                                            a = {g1,
                                                 g2,
                                                 g3,
                                                 g4,
                                                 g5,
                                                 g6,
                                                 Reply::No,
                                                 n1,
                                                 n4,
                                                 e,
                                                 h,
                                                 Agency::Ok,
                                                 Guardian::Proper};
                                            visit(a);
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

const ScreeningMatrix& demo_matrix() { return pack::test::demo_pack().screening; }

ScreeningAnswers sound() {
    return {Reply::Yes,  CourtCase::Yes, Reply::Yes, Reply::Yes, Reply::Yes, Reply::Yes,      Reply::No,
            Fault::None, Reply::No,      1 << 1,     1 << 6,     Agency::Ok, Guardian::Proper};
}

}  // namespace

TEST_CASE("the pack's matrix and the table agree on every combination of answers") {
    std::map<std::string, int> reached;
    int count = 0;
    walk([&](const ScreeningAnswers& answers) {
        // One row in eleven has a doubtful agency, so that it meets every other answer.
        ScreeningAnswers a = answers;
        if (count++ % 11 == 0) a.agency = Agency::Doubtful;
        const Screening result = screen_once(demo_matrix(), a);
        const std::string expected = expected_rule(a);
        ++reached[result.rule];
        const auto& outcome = kOutcomes.at(expected);
        const bool is_right =
            result.rule == expected && result.primary == outcome.first && result.also == outcome.second;
        if (!is_right)
            REQUIRE_MESSAGE(is_right, expected << " expected, " << result.rule << " found for "
                                               << pack::write_screening_answers(a));
    });
    CHECK(count > 200'000);
    for (const char* rule : {"R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12", "R13"})
        CHECK_MESSAGE(reached[rule] > 0, rule);
}

TEST_CASE("urgency is added to every outcome and never changes it; the wrongdoer stops every one") {
    int count = 0;
    walk([&](const ScreeningAnswers& answers) {
        if (count++ % 97 != 0) return;
        ScreeningAnswers urgent = answers;
        urgent.g7 = Reply::Yes;
        const Screening calm = screen_once(demo_matrix(), answers), now = screen_once(demo_matrix(), urgent);
        REQUIRE(now.rule == calm.rule);
        REQUIRE(now.primary == calm.primary);
        REQUIRE(now.also.front() == "OUT-A1");
        REQUIRE(now.also.size() == calm.also.size() + 1);
        REQUIRE(now.reasons.size() == calm.reasons.size() + 1);
        ScreeningAnswers wrongdoer = urgent;
        wrongdoer.guardian = Guardian::Wrongdoer;
        const Screening stopped = screen_once(demo_matrix(), wrongdoer);
        REQUIRE(stopped.rule == "RS");
        REQUIRE(stopped.primary == "STOP");
        REQUIRE(stopped.also == std::vector<std::string>{"OUT-A1", "OUT-B"});
    });
}

TEST_CASE("every outcome has words, a next step and a reason, and no words of refusal") {
    for (const ScreeningRule& rule : demo_matrix().rules) {
        CHECK_FALSE(rule.reason.empty());
        CHECK_FALSE(rule.article.empty());
        for (const char* word : {"拒绝", "不符合"})
            CHECK(rule.reason.find(word) == std::string::npos);
    }
    for (const char* id : {"OUT-A", "OUT-A1", "OUT-B", "OUT-C", "OUT-D", "OUT-E", "STOP"}) {
        const ScreeningOutcome* outcome = demo_matrix().outcome(id);
        REQUIRE_MESSAGE(outcome != nullptr, id);
        CHECK_FALSE(outcome->next.empty());
        for (const char* word : {"拒绝", "不符合"}) {
            CHECK(outcome->title.find(word) == std::string::npos);
            CHECK(outcome->say.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("a definite answer instead of 'I do not know' never says less") {
    // R11 is what is said when too little is known. Whoever has got more than that keeps more than that.
    int count = 0;
    walk([&](const ScreeningAnswers& answers) {
        if (count++ % 7 != 0) return;
        const bool knew_more = screen_once(demo_matrix(), answers).rule != "R11";
        if (!knew_more) return;
        for (const std::string_view key : screening_keys()) {
            const auto value = screening_value(answers, key);
            if (is_list_key(key) || value.front() != "unknown") continue;
            for (const std::string_view definite : screening_values(key)) {
                if (definite == "unknown") continue;
                ScreeningAnswers more = answers;
                REQUIRE(set_screening_value(more, key, std::vector<std::string>{std::string(definite)}));
                REQUIRE_MESSAGE(screen_once(demo_matrix(), more).rule != "R11", pack::write_screening_answers(more));
            }
        }
    });
}

TEST_CASE("with an unknown among G2 to G6 the best is B") {
    walk([&](const ScreeningAnswers& a) {
        const bool is_open = a.g2 == CourtCase::Unknown || a.g3 == Reply::Unknown ||
                             (a.g4 == Reply::Unknown && !a.e.test(2)) || a.g5 == Reply::Unknown ||
                             a.g6 == Reply::Unknown;
        if (is_open && expected_rule(a) == "R13") FAIL("A with an unknown");
        if (is_open) return;
    });
    for (const char* key : {"G2", "G3", "G4", "G5", "G6", "N1", "N4"}) {
        ScreeningAnswers a = sound();
        REQUIRE(set_screening_value(a, key, std::vector<std::string>{"unknown"}));
        CHECK_MESSAGE(screen(demo_matrix(), a).primary == "OUT-B", key);
    }
    CHECK(screen(demo_matrix(), sound()).primary == "OUT-A");
}

TEST_CASE("every rule matters: taking one out, or moving it to the end, changes some answer") {
    const ScreeningMatrix& matrix = demo_matrix();
    std::vector<ScreeningAnswers> sample;
    int count = 0;
    walk([&](const ScreeningAnswers& answers) {
        if (count++ % 13 != 0) return;
        sample.push_back(answers);
        sample.back().guardian = count % 17 == 0 ? Guardian::Wrongdoer : Guardian::Proper;
        sample.back().g7 = count % 3 == 0 ? Reply::Yes : Reply::No;
    });
    const auto differs = [&](const ScreeningMatrix& other) {
        for (const ScreeningAnswers& a : sample) {
            const Screening before = screen_once(matrix, a), after = screen_once(other, a);
            if (before.rule != after.rule || before.also != after.also) return true;
        }
        return false;
    };
    CHECK_FALSE(differs(matrix));  // the control: unchanged, nothing differs
    for (std::size_t i = 0; i + 1 < matrix.rules.size(); ++i) {
        ScreeningMatrix without = matrix;
        without.rules.erase(without.rules.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK_MESSAGE(differs(without), "without " << matrix.rules[i].id);
    }
    // Turning any one comparison of any rule around must be noticed, too.
    for (std::size_t i = 0; i < matrix.rules.size(); ++i) {
        if (!matrix.rules[i].when) continue;
        const std::string source = matrix.rules[i].when->source();
        for (std::size_t at = source.find("== "); at != std::string::npos; at = source.find("== ", at + 1)) {
            ScreeningMatrix turned = matrix;
            std::string changed = source;
            changed.replace(at, 3, "!= ");
            turned.rules[i].when = *Expression::parse(changed);
            CHECK_MESSAGE(differs(turned), matrix.rules[i].id << ": " << changed);
        }
    }
}

TEST_CASE("would_change: every entry is one answer that leads where it says, and nothing that could help is missing") {
    const std::uint64_t seed = 2;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    for (int round = 0; round < 500; ++round) {
        ScreeningAnswers a = sound();
        for (const std::string_view key : screening_keys()) {
            if (random.next() % 3 != 0) continue;
            const auto values = screening_values(key);
            const std::vector<std::string> one{std::string(values[random.next() % values.size()])};
            REQUIRE(set_screening_value(a, key, one));
        }
        const Screening result = screen(demo_matrix(), a);
        std::set<std::pair<std::string, std::string>> seen;
        for (const ScreeningChange& change : result.would_change) {
            ScreeningAnswers changed = a;
            REQUIRE(set_screening_value(changed, change.key, change.to));
            const Screening after = screen_once(demo_matrix(), changed);
            REQUIRE(after.primary == change.primary);
            REQUIRE(after.rule == change.rule);
            REQUIRE(change.primary != result.primary);
            REQUIRE(seen.insert({change.key, change.primary}).second);
        }
        for (const char* key : {"G1", "G2", "G3", "G4", "G5", "G6", "N4"}) {
            ScreeningAnswers changed = a;
            REQUIRE(set_screening_value(changed, key, std::vector<std::string>{"yes"}));
            const std::string primary = screen_once(demo_matrix(), changed).primary;
            if (primary != result.primary) REQUIRE(seen.contains({key, primary}));
        }
    }
}

TEST_CASE("answers as JSON: both ways, strict") {
    const auto code = [](const char* json) {
        const auto parsed = pack::parse_screening_answers(json);
        return parsed ? "ok" : parsed.error().code;
    };
    CHECK(code("{}") == "ok");
    CHECK(
        code(
            R"({"G1":"yes","G2":"police","N1":"main","E":["E1","E9"],"H":["H6"],"agency":"doubtful","guardian_is_wrongdoer":true})") ==
        "ok");
    CHECK(code("") == "screening.json");
    CHECK(code("[]") == "screening.json");
    CHECK(code(R"({"G1":"yes")") == "screening.json");
    CHECK(code(R"({"G1":"yes","G1":"no"})") == "screening.json");
    CHECK(code(R"({"G9":"yes"})") == "screening.key");
    CHECK(code(R"({"g1":"yes"})") == "screening.key");
    CHECK(code(R"({"G1":true})") == "screening.value");
    CHECK(code(R"({"G1":"maybe"})") == "screening.value");
    CHECK(code(R"({"E":"E1"})") == "screening.value");
    CHECK(code(R"({"E":["E0"]})") == "screening.value");
    CHECK(code(R"({"E":[1]})") == "screening.value");
    CHECK(code(R"({"H":["H0","H1"]})") == "screening.alone");
    CHECK(code(R"({"guardian_is_wrongdoer":"yes"})") == "screening.value");
    CHECK(code((std::string(R"({"G1":")") + std::string(20000, 'a') + "\"}").c_str()) == "screening.json");
    int count = 0;
    walk([&](const ScreeningAnswers& a) {
        if (count++ % 499 == 0) REQUIRE(*pack::parse_screening_answers(pack::write_screening_answers(a)) == a);
    });
    const std::string written = pack::write_screening(screen(demo_matrix(), sound()));
    CHECK(written.starts_with(R"({"rule":"R13","primary":"OUT-A","also":["OUT-E"],"reasons":[)"));
}
