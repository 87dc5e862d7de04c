#include "app/domain/money.hpp"

#include <doctest/doctest.h>

#include "sync/base/random.hpp"

using namespace courtyard;
using domain::Fen;
using domain::parse_yuan;

namespace {

std::int64_t fen_of(std::string_view text) {
    const auto parsed = parse_yuan(text);
    REQUIRE_MESSAGE(parsed, text);
    return parsed->value;
}
std::string code_of(std::string_view text) {
    const auto parsed = parse_yuan(text);
    return parsed ? "ok" : parsed.error().code;
}

const domain::CapitalNumerals kNumerals{
    {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, "拾", "佰", "仟", "万", "亿", "元", "角", "分", "整"};

std::string capital(std::int64_t fen) { return domain::capital_text(Fen{fen}, kNumerals); }

}  // namespace

TEST_CASE("amounts as people write them") {
    CHECK(fen_of("96000") == 9'600'000);
    CHECK(fen_of("96000元") == 9'600'000);
    CHECK(fen_of("1,234.56") == 123'456);
    CHECK(fen_of("１，２３４．５６") == 123'456);
    CHECK(fen_of("９６０００元") == 9'600'000);
    CHECK(fen_of("¥ 0.5") == 50);
    CHECK(fen_of("￥12") == 1'200);
    CHECK(fen_of(" 7 ") == 700);
    CHECK(fen_of("9.6万") == 9'600'000);
    CHECK(fen_of("12.3456万元") == 12'345'600);
    CHECK(fen_of("0.000001万") == 1);
    CHECK(fen_of("0") == 0);
    CHECK(fen_of("007") == 700);
    CHECK(fen_of("1.500") == 150);
    CHECK(fen_of("9,999,999,999.99") == domain::kFenMax.value);
}

TEST_CASE("what is no amount is refused by name") {
    for (const char* text : {"", "元", "abc", "1.2.3", "1,23", ",123", "1,2345", "12,", "1.", ".5", "1e3", "+5", "五百",
                             "1 2", "0,123", "¥￥5", "0x10", "1,,234", "1234,567"}) {
        CHECK_MESSAGE(code_of(text) == "money.format", text);
    }
    CHECK(code_of("1.234") == "money.decimals");
    CHECK(code_of("0.0000001万") == "money.decimals");
    CHECK(code_of("-1") == "money.negative");
    CHECK(code_of("－１") == "money.negative");
    CHECK(code_of("10000000000") == "money.too_large");
    CHECK(code_of("99999999999999999999999999") == "money.too_large");
}

TEST_CASE("100,000 random amounts: stored, shown and read again they are the same") {
    const std::uint64_t seed = 36'000;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    for (int round = 0; round < 100'000; ++round) {
        const auto bits = random.next() % 40;
        const Fen amount{static_cast<std::int64_t>(random.next() & ((std::uint64_t{1} << bits) - 1)) %
                         (domain::kFenMax.value + 1)};
        REQUIRE(fen_of(domain::yuan_text(amount)) == amount.value);
        REQUIRE(fen_of(domain::yuan_display(amount)) == amount.value);
    }
}

TEST_CASE("texts of amounts") {
    CHECK(domain::yuan_text(Fen{9'600'000}) == "96000");
    CHECK(domain::yuan_text(Fen{123'405}) == "1234.05");
    CHECK(domain::yuan_display(Fen{123'456'789}) == "1,234,567.89");
    CHECK(domain::yuan_display(Fen{5}) == "0.05");
    CHECK(domain::yuan_display(Fen{100'000}) == "1,000.00");
}

TEST_CASE("capital amounts as banks and courts write them") {
    CHECK(capital(0) == "零元整");
    CHECK(capital(2'400'000) == "贰万肆仟元整");
    CHECK(capital(28'800'000) == "贰拾捌万捌仟元整");
    CHECK(capital(22'350'000) == "贰拾贰万叁仟伍佰元整");
    CHECK(capital(140'950) == "壹仟肆佰零玖元伍角整");
    CHECK(capital(600'714) == "陆仟零柒元壹角肆分");
    CHECK(capital(168'032) == "壹仟陆佰捌拾元叁角贰分");
    CHECK(capital(32'504) == "叁佰贰拾伍元零肆分");
    CHECK(capital(10'700'053) == "壹拾万柒仟元伍角叁分");
    CHECK(capital(5) == "伍分");
    CHECK(capital(50) == "伍角整");
    CHECK(capital(100'000'000) == "壹佰万元整");
    CHECK(capital(100'001'000) == "壹佰万零壹拾元整");
    CHECK(capital(10'000'000'000) == "壹亿元整");
    CHECK(capital(10'000'000'100) == "壹亿零壹元整");
    CHECK(capital(10'050'000'000) == "壹亿零伍拾万元整");
    CHECK(capital(1'000'500'000) == "壹仟万伍仟元整");
}
