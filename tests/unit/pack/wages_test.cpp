#include "app/pack/wages.hpp"

#include <doctest/doctest.h>

using namespace courtyard;

TEST_CASE("wages of several years stand in the pack's amounts, and other amounts are none") {
    pack::Pack of_court;
    of_court.region = "33";
    const auto add = [&](const char* id, std::int64_t fen, int year) {
        pack::Amount amount;
        amount.id = id;
        amount.yuan = {fen};
        amount.year = year;
        amount.source = "document";
        of_court.amounts.push_back(amount);
    };
    add("wage_month", 800'000, 2025);
    add("wage_month.2024", 700'000, 2024);
    add("wage_month.unknown", 1, 0);
    add("wage_months", 1, 2025);
    add("ceiling", 28'800'000, 2025);
    const std::vector<domain::WageRow> rows = pack::wages(of_court);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].province == "33");
    CHECK(rows[0].document == "document");
    const auto on = [&](const char* day) { return domain::wage_on(*domain::Date::parse(day), rows); };
    CHECK(on("2026-11-23")->month.value == 800'000);
    CHECK(on("2025-11-23")->month.value == 700'000);
    CHECK_FALSE(on("2024-11-23"));
}
