#include "app/cases/amounts.hpp"

#include <doctest/doctest.h>

#include <array>

#include "app/cases/bank_number.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using domain::Fen;
using domain::WageRow;

namespace {

domain::Date date_of(const char* text) { return *domain::Date::parse(text); }

}  // namespace

TEST_CASE("36 months' wages, and more only with an exception and no more than is unpaid") {
    const Fen wage{800'000};
    CHECK(grant_limit({wage, false, {}}) == Fen{28'800'000});
    CHECK(grant_limit({wage, false, {99'999'999}}) == Fen{28'800'000});
    CHECK(grant_limit({wage, true, {40'000'000}}) == Fen{40'000'000});
    CHECK(grant_limit({wage, true, {10'000'000}}) == Fen{28'800'000});
    CHECK(grant_limit({{}, true, {40'000'000}}) == Fen{});
    CHECK(grant_limit({domain::kFenMax, false, {}}).value == 36 * domain::kFenMax.value);
}

TEST_CASE("urgent aid: three months, six when it is necessary") {
    CHECK(urgent_limit({800'000}, false) == Fen{2'400'000});
    CHECK(urgent_limit({800'000}, true) == Fen{4'800'000});
}

TEST_CASE("topping up and deducting never go below nothing or above what there was") {
    CHECK(top_up({3'000'000}, {2'400'000}) == Fen{600'000});
    CHECK(top_up({2'000'000}, {2'400'000}) == Fen{});
    CHECK(deduction_limit({3'000'000}, {}, {5'000'000}) == Fen{3'000'000});
    CHECK(deduction_limit({3'000'000}, {1'000'000}, {5'000'000}) == Fen{2'000'000});
    CHECK(deduction_limit({3'000'000}, {}, {500'000}) == Fen{500'000});
    CHECK(deduction_limit({3'000'000}, {4'000'000}, {500'000}) == Fen{});
}

TEST_CASE("the wage is that of the last year, or the latest that was published by the day") {
    const std::array<WageRow, 4> rows{
        WageRow{"33", 2024, "all", {700'000}, date_of("2025-06-20"), "a"},
        WageRow{"33", 2025, "all", {800'000}, date_of("2026-06-25"), "b"},
        WageRow{"33", 2025, "all", {810'000}, date_of("2026-09-01"), "corrected"},
        WageRow{"33", 2026, "all", {900'000}, date_of("2026-12-30"), "too early"},
    };
    CHECK_FALSE(domain::wage_on(date_of("2025-06-19"), rows));
    CHECK(domain::wage_on(date_of("2025-06-20"), rows)->month == Fen{700'000});
    CHECK(domain::wage_on(date_of("2026-06-24"), rows)->month == Fen{700'000});
    CHECK(domain::wage_on(date_of("2026-06-25"), rows)->month == Fen{800'000});
    CHECK(domain::wage_on(date_of("2026-11-23"), rows)->month == Fen{810'000});
    CHECK(domain::wage_on(date_of("2026-12-31"), rows)->month == Fen{810'000});  // a year is not over on its last day
    CHECK(domain::wage_on(date_of("2027-01-01"), rows)->month == Fen{900'000});
    CHECK_FALSE(wage_disagrees({810'000}, rows, date_of("2026-11-23")));
    CHECK(wage_disagrees({800'000}, rows, date_of("2026-11-23"))->code == "wage.other");
    CHECK(wage_disagrees({800'000}, rows, date_of("2024-11-23"))->code == "wage.none");
}

TEST_CASE(
    "bank and identity numbers are found in whatever way they were typed, and other numbers are not taken for one") {
    for (const char* number :
         {"6222021234567890123", "户名张三，6222 0212 3456 7890", "6222-0212-3456-7890 12", "330199198603140177",
          "33019919591001015X", "６２２２０２１２３４５６７８９０", "123456789012"})
        CHECK_MESSAGE(holds_bank_number(number), number);
    for (const char* other : {"13800138000", "0571-64212345", "（2026）浙0199司救执1号", "2026-11-23 2026-11-24",
                              "00112233445566778899001122334455", "尾号0014", "30000.00元", ""})
        CHECK_MESSAGE(!holds_bank_number(other), other);
    CHECK(holds_bank_number(Fields{{"note", std::string("6222021234567890123")}}));
    CHECK(holds_bank_number(Fields{{"x", std::vector<std::string>{"a", "6222021234567890123"}}}));
    CHECK_FALSE(holds_bank_number(Fields{{"amount", std::int64_t{6222021234567890}}}));
}
