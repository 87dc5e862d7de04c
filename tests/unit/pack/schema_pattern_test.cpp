// The patterns of the form's schema beside the parsers that they speak for, on random texts.
#include "app/pack/schema_pattern.hpp"

#include "app/domain/bank_account.hpp"
#include "app/domain/case_number.hpp"
#include "app/domain/date.hpp"
#include "app/domain/identity_number.hpp"
#include "app/domain/money.hpp"
#include "app/domain/person_name.hpp"
#include "app/domain/phone.hpp"
#include "app/domain/text.hpp"
#include "app/domain/whole_number.hpp"
#include "sync/base/random.hpp"
#include "tests/unit/pack/demo_pack.hpp"
#include "tests/unit/pack/pattern_matcher.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

std::string many_times(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

// A text out of pieces, so that what parsers look for comes up often.
std::string out_of(const std::vector<std::string>& pieces, std::size_t count_max, base::SeededRandom& random) {
    std::string out;
    for (std::size_t i = random.next() % (count_max + 1); i > 0; --i)
        out += pieces[random.next() % pieces.size()];
    return out;
}

// A sound text, with one or two of its characters left out, doubled or replaced by a piece.
std::string changed(const std::string& sound, const std::vector<std::string>& pieces, base::SeededRandom& random) {
    std::u32string points = *domain::code_points(sound);
    for (std::size_t i = random.next() % 3; i > 0 && !points.empty(); --i) {
        const std::size_t at = random.next() % points.size();
        const std::u32string piece = *domain::code_points(pieces[random.next() % pieces.size()]);
        points.replace(at, random.next() % 2, piece);
    }
    return domain::utf8(points);
}

}  // namespace

TEST_CASE("every pattern takes the texts that its parser takes, on random texts") {
    const std::uint64_t seed = 2020;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    const std::vector<std::string> pieces{"0",
                                          "1",
                                          "2",
                                          "9",
                                          "０",
                                          "３",
                                          "８",
                                          "9",
                                          " ",
                                          "　",
                                          "\t",
                                          "\n",
                                          "\xC2\xA0",
                                          "-",
                                          "－",
                                          "+",
                                          "＋",
                                          "86",
                                          ".",
                                          "．",
                                          ",",
                                          "，",
                                          "元",
                                          "万",
                                          "¥",
                                          "￥",
                                          "(",
                                          "（",
                                          "〔",
                                          "［",
                                          ")",
                                          "）",
                                          "】",
                                          "浙",
                                          "最高法",
                                          "民",
                                          "执",
                                          "号",
                                          "之",
                                          "X",
                                          "x",
                                          "Ｘ",
                                          "a",
                                          "·",
                                          "•",
                                          "02",
                                          "29",
                                          "19",
                                          "\r",
                                          "\xEF\xBB\xBF",
                                          "\xE2\x80\x83",
                                          "\xE2\x80\x8B",
                                          "𫖯",
                                          "\xEE\x80\x80"};
    const auto today = test::today();
    const auto walk = [&](const std::vector<std::string>& sound, const auto& accepts, const auto& finds) {
        int accepted = 0;
        for (int round = 0; round < 1500; ++round) {
            const std::string text = round % 3 == 0 ? out_of(pieces, 8, random)
                                                    : changed(sound[random.next() % sound.size()], pieces, random);
            const bool takes = accepts(text);
            accepted += takes ? 1 : 0;
            if (takes != finds(*domain::code_points(text)))
                FAIL_CHECK("the parser " << std::string(takes ? "takes" : "refuses") << " what the pattern does not: '"
                                         << text << "'");
        }
        CHECK(accepted > 100);
    };
    const auto compare = [&](const std::string& pattern, const std::vector<std::string>& sound, const auto& accepts) {
        const test::PatternMatcher matcher(pattern);
        walk(sound, accepts, [&](const std::u32string& text) { return matcher.finds(text); });
    };
    using PatternTexts = std::vector<std::string>;
    compare(schema::blank_pattern(), PatternTexts{" ", "　 \t", "\xC2\xA0\n"},
            [](const auto& text) { return domain::is_blank(text); });
    compare(schema::name_pattern(50), PatternTexts{"应𫖯安", "阿凡提·买", "O'Brien Mary-Ann", many_times("字", 49)},
            [](const auto& text) { return domain::PersonName::parse(text).has_value(); });
    compare(schema::phone_pattern(),
            PatternTexts{"13800000001", "+86 138-0000-0001", "0571-64212345", "+86-0571 64212345", "01064212345"},
            [](const auto& text) { return domain::parse_phone(text).has_value(); });
    compare(schema::money_pattern(),
            PatternTexts{"96000", "1,234.56", "¥12.30", "9.6万元", "9,999,999,999.99", "999,999.999999万"},
            [](const auto& text) { return domain::parse_yuan(text).has_value(); });
    compare(schema::whole_number_pattern(7, 1234), PatternTexts{"7", "99", "0100", "1234", "1199", "８５"},
            [](const auto& text) {
                const auto number = domain::parse_whole_number(text);
                return number && *number >= 7 && *number <= 1234;
            });
    compare(schema::whole_number_pattern(0, 20), PatternTexts{"0", "00", "19", "20"}, [](const auto& text) {
        const auto number = domain::parse_whole_number(text);
        return number && *number >= 0 && *number <= 20;
    });
    compare(schema::date_pattern(),
            PatternTexts{"2026-11-23", "2024-02-29", "1999-12-31", "２０００-０２-２９", "2023-04-30"},
            [](const auto& text) { return domain::Date::parse(domain::half_width(domain::trim(text))).has_value(); });
    const test::PatternMatcher number(schema::case_number_pattern()), never(schema::not_case_number_pattern());
    walk(
        PatternTexts{"（2026）浙0199执123号", "(2020)最高法民终1号", "〔2024〕浙刑初88号之一"},
        [](const auto& text) { return domain::CaseNumber::parse(text, 9999).has_value(); },
        [&](const std::u32string& text) { return number.finds(text) && !never.finds(text); });
    CHECK(never.finds(U"（2020）最高法1号"));
    CHECK_FALSE(never.finds(U"（2020）最高法民终1号"));
    const auto digits_of = [](const std::string& text) {
        std::string digits = domain::half_width(domain::trim(text));
        std::erase_if(digits, [](char c) { return c == ' ' || c == '-' || c == '\t'; });
        return digits;
    };
    const auto is_identity = [&](const std::string& text) {
        const auto parsed = domain::IdentityNumber::parse(text, today);
        if (parsed) return true;
        // What only the check can say counts as taken.
        const std::string& code = parsed.error().code;
        const std::string digits = digits_of(text);
        return code == "identity.checksum" || code == "identity.future" ||
               (code == "identity.date" &&
                domain::Date::parse(digits.substr(6, 4) + "-" + digits.substr(10, 2) + "-" + digits.substr(12, 2)));
    };
    compare(schema::identity_pattern(),
            PatternTexts{"330199198603140177", "33019919751230053x", "330199 19860314 0177"}, is_identity);
    compare(schema::permit_pattern(), PatternTexts{"810000199408230021", "830000199201300022", "820000-19940823-0021"},
            [&](const auto& text) {
                const std::string digits = digits_of(text);
                return is_identity(text) && digits[0] == '8' && digits[1] >= '1' && digits[1] <= '3' &&
                       digits.substr(2, 4) == "0000";
            });
    compare(schema::account_pattern(domain::kCardDigitsMin, domain::kCardDigitsMax),
            PatternTexts{"9999990000000000014", "9999 9900 0000 0000"}, [](const auto& text) {
                const auto card = domain::parse_card(text);
                return card || card.error().code == "account.luhn";
            });
    compare(schema::account_pattern(domain::kAccountDigitsMin, domain::kAccountDigitsMax),
            PatternTexts{"12345", many_times("7", 32)},
            [](const auto& text) { return domain::parse_account(text).has_value(); });
}
