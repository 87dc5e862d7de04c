#include "app/ctl/case_standing.hpp"

#include <doctest/doctest.h>

#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;

TEST_CASE("how urgent a task is, is one phrase: late is not today") {
    CHECK(ctl::urgency_words(0, false).empty());
    CHECK(ctl::urgency_words(0, true) == "  TODAY, before anything else");
    CHECK(ctl::urgency_words(69, false) == "  OVERDUE by 69");
    CHECK(ctl::urgency_words(69, true) == "  OVERDUE by 69, before anything else");
}

TEST_CASE("who acts for the applicant now stands in the lines of a case, and that two say otherwise") {
    cases::AidCase folded;
    CHECK(ctl::standing_lines(pack::test::demo_pack(), folded).empty());
    folded.acting.guardian = cases::ActsFor{folded.id, "骆小云", "", "母亲", "", false, {}};
    folded.acting.is_disputed = true;
    const auto lines = ctl::standing_lines(pack::test::demo_pack(), folded);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].starts_with("guardian:  骆小云  since "));
    CHECK(lines[1].find("settle it first") != std::string::npos);
}

TEST_CASE("that a ballot was laid by several stands in the lines of a case") {
    cases::AidCase folded;
    cases::Ballot standing;
    standing.by.bytes[0] = 1;
    standing.laid_by = {standing.by};
    folded.ballots.ballots = {standing};
    CHECK(ctl::standing_lines(pack::test::demo_pack(), folded).empty());
    folded.ballots.ballots[0].laid_by.push_back(cases::FactId{});
    const auto lines = ctl::standing_lines(pack::test::demo_pack(), folded);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with("ballot:    laid by 2 "));
}
