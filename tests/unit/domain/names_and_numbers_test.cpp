// Names, telephone numbers, accounts, case numbers, areas, and the text they are made of.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/domain/area.hpp"
#include "app/domain/bank_account.hpp"
#include "app/domain/case_number.hpp"
#include "app/domain/credit_code.hpp"
#include "app/domain/person_name.hpp"
#include "app/domain/phone.hpp"
#include "app/domain/text.hpp"
#include "app/domain/whole_number.hpp"
#include "sync/base/random.hpp"

using namespace courtyard;
using domain::PersonName;

namespace {

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "ok" : result.error().code;
}
std::string name_code(std::string_view text) { return code_of(PersonName::parse(text)); }

}  // namespace

TEST_CASE("names are kept exactly as they are written") {
    for (const char* name : {"应𫖯安", "毕䶮", "申屠静", "章绮禾", "阿依古丽·买买提", "𠮷田", "㐱", "〇", "𰻞",
                             "乙𮉪", "རྡོ་རྗེ", "ᠪᠠᠭᠠᠲᠤᠷ", "O'Brien Mary-Ann", "Müller", "豈", "欧阳𬱖"}) {
        const auto parsed = PersonName::parse(name);
        REQUIRE_MESSAGE(parsed, name);
        CHECK(parsed->text() == name);
    }
    CHECK(PersonName::parse("　应𫖯安 ")->text() == "应𫖯安");
    // No compatibility normalisation: U+F900 stays U+F900.
    CHECK(PersonName::parse("\xEF\xA4\x80")->text() == "\xEF\xA4\x80");
}

TEST_CASE("look-alikes of the middle dot become the middle dot") {
    for (const char* name : {"阿凡提•买", "阿凡提・买", "阿凡提‧买", "阿凡提･买", "阿凡提·买"})
        CHECK(PersonName::parse(name)->text() == "阿凡提·买");
}

TEST_CASE("what is no name is refused by name") {
    CHECK(name_code("") == "name.empty");
    CHECK(name_code("   ") == "name.empty");
    for (const char* name : {"王3", "王５", "王!", "王，五", "王\n五", "·王", "1", "-", "王\xE2\x80\x8B五", "😀",
                             "王（五）", "王。", "\xFF\xFE", "\xED\xA0\x80", "王\xEF\xBF\xBF"}) {
        CHECK_MESSAGE(name_code(name) == "name.character", name);
    }
    std::string fifty, fifty_one;
    for (int i = 0; i < 50; ++i)
        fifty += "𫖯";
    fifty_one = fifty + "安";
    CHECK(name_code(fifty) == "ok");
    CHECK(name_code(fifty_one) == "name.too_long");
}

TEST_CASE("private use characters of old identity readers are kept and flagged") {
    CHECK(PersonName::parse("王\xEE\xA1\xA3")->has_private_use());
    CHECK_FALSE(PersonName::parse("应𫖯安")->has_private_use());
}

TEST_CASE("surnames: one character, or two where the pack knows them") {
    const std::vector<std::string> compound{"申屠", "欧阳"};
    const auto split = [&](const char* name) { return domain::split_name(*PersonName::parse(name), compound); };
    CHECK(split("申屠静").surname == "申屠");
    CHECK(split("申屠静").given == "静");
    CHECK(split("应𫖯安").surname == "应");
    CHECK(split("应𫖯安").given == "𫖯安");
    CHECK(split("申屠").surname == "申");  // nothing would be left of the name
    CHECK(split("𠮷田").surname == "𠮷");
    CHECK(split("阿依古丽·买买提").given.empty());
    CHECK(split("Mary Ann").given.empty());
}

TEST_CASE("names sort by code point, the rare ones beyond the basic plane last") {
    std::vector<std::string> names{"毕䶮", "应𫖯安", "𠮷田", "㐱一", "龘"};
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
        return PersonName::parse(a)->sort_key() < PersonName::parse(b)->sort_key();
    });
    CHECK(names == std::vector<std::string>{"㐱一", "应𫖯安", "毕䶮", "龘", "𠮷田"});
}

TEST_CASE("100,000 random names of Han characters: accepted and unchanged") {
    const std::uint64_t seed = 18030;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    const std::pair<char32_t, char32_t> blocks[] = {{0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0x20000, 0x2A6DF},
                                                    {0x2A700, 0x2EBE0}, {0x2EBF0, 0x2EE5D}, {0x30000, 0x323AF}};
    for (int round = 0; round < 100'000; ++round) {
        std::u32string points;
        const std::size_t size = 1 + random.next() % 50;
        for (std::size_t i = 0; i < size; ++i) {
            const auto& [first, last] = blocks[random.next() % std::size(blocks)];
            points += static_cast<char32_t>(first + random.next() % (last - first + 1));
        }
        const std::string text = domain::utf8(points);
        const auto parsed = PersonName::parse(text);
        REQUIRE(parsed);
        REQUIRE(parsed->text() == text);
        REQUIRE(*domain::code_points(text) == points);
    }
}

TEST_CASE("strict UTF-8: 100,000 random byte strings are either read exactly or not at all") {
    const std::uint64_t seed = 3629;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    int accepted = 0;
    for (int round = 0; round < 100'000; ++round) {
        std::string bytes(1 + random.next() % 4, '\0');
        for (char& c : bytes)
            c = static_cast<char>(random.next() % 3 == 0 ? random.next() % 128 : 128 + random.next() % 128);
        const auto points = domain::code_points(bytes);
        REQUIRE(points.has_value() == domain::is_utf8(bytes));
        if (!points) continue;
        ++accepted;
        REQUIRE(domain::utf8(*points) == bytes);
    }
    CHECK(accepted > 1000);
    for (const char* bad : {"\xC0\x80", "\xE0\x80\x80", "\xF0\x80\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80",
                            "\xC2", "\xF8\x88\x80\x80\x80"})
        CHECK_FALSE(domain::is_utf8(bad));
}

TEST_CASE("telephone numbers") {
    CHECK(*domain::parse_phone("13800000001") == "13800000001");
    CHECK(*domain::parse_phone("138 0000 0001") == "13800000001");
    CHECK(*domain::parse_phone("138-0000-0001") == "13800000001");
    CHECK(*domain::parse_phone("+8613800000001") == "13800000001");
    CHECK(*domain::parse_phone("１３８０００００００１") == "13800000001");
    CHECK(*domain::parse_phone("0571-64212345") == "0571-64212345");
    CHECK(*domain::parse_phone("057164212345") == "057164212345");
    CHECK(*domain::parse_phone("010-1234567") == "010-1234567");
    for (const char* text : {"", "12800000001", "1380000000", "138000000011", "64212345", "0571-6421", "05711-64212345",
                             "abc", "110", "+1-5551234567", "1380000000a"}) {
        CHECK_MESSAGE(code_of(domain::parse_phone(text)) == "phone.format", text);
    }
}

TEST_CASE("an organisation's credit code needs its check character") {
    CHECK(*domain::parse_credit_code("91350100M000100Y43") == "91350100M000100Y43");  // the example of GB 32100-2015
    CHECK(*domain::parse_credit_code(" ９１３５０１００ｍ０００-100y43 ") == "91350100M000100Y43");
    for (const char* wrong : {"91350100M000100Y34", "91350100M000100Y4", "91350100M000100Y433", "91350100M000100I43",
                              "", "330199198603140177", "合作社"})
        CHECK(code_of(domain::parse_credit_code(wrong)) == "identity.organisation");
}

TEST_CASE("bank cards need their check digit, passbooks do not") {
    for (const char* card : {"9999990000000000014", "9999990000000000022", "9999990000000000030"})
        CHECK(*domain::parse_card(card) == card);
    CHECK(*domain::parse_card("9999 9900 0000 0000 014") == "9999990000000000014");
    CHECK(code_of(domain::parse_card("9999990000000000015")) == "account.luhn");
    CHECK(code_of(domain::parse_card("999999000000014")) == "account.card_length");
    CHECK(code_of(domain::parse_card("99999900000000000140")) == "account.card_length");
    CHECK(code_of(domain::parse_card("99999900000000000I4")) == "account.digits");
    CHECK(*domain::parse_account("9999990000000000015") == "9999990000000000015");
    CHECK(code_of(domain::parse_account("1234")) == "account.length");  // digits they are, only too few
    CHECK(code_of(domain::parse_account("12-345678")) == "account.digits");
}

TEST_CASE("10,000 random cards: the right check digit is accepted, the nine others are not") {
    const std::uint64_t seed = 7812;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    for (int round = 0; round < 10'000; ++round) {
        std::string card;
        const std::size_t size = 16 + random.next() % 4;
        for (std::size_t i = 0; i < size; ++i)
            card += static_cast<char>('0' + random.next() % 10);
        int accepted = 0;
        for (char digit = '0'; digit <= '9'; ++digit) {
            card.back() = digit;
            accepted += domain::parse_card(card) ? 1 : 0;
        }
        REQUIRE(accepted == 1);
    }
}

TEST_CASE("case numbers, with brackets of either width") {
    const auto parse = [](std::string_view text) { return domain::CaseNumber::parse(text, 2026); };
    const auto parsed = parse("（2026）浙0122执123号");
    REQUIRE(parsed);
    CHECK(parsed->text() == "（2026）浙0122执123号");
    CHECK(parsed->year() == 2026);
    CHECK(parsed->court() == "浙0122");
    CHECK(parsed->kind() == "执");
    CHECK_FALSE(parsed->is_judicial_aid());
    for (const char* text : {"(2026)浙0122执123号", "〔2026〕浙0122执123号", "［2026］浙0122执123号",
                             "（２０２６）浙０１２２执１２３号", " （2026）浙0122 执 123 号 "}) {
        REQUIRE_MESSAGE(parse(text), text);
        CHECK(parse(text)->text() == "（2026）浙0122执123号");
    }
    CHECK(parse("（2025）浙民终7号")->court() == "浙");
    CHECK(parse("（2020）最高法民终1号")->court() == "最高法");
    CHECK(parse("（2026）浙0122司救执5号")->is_judicial_aid());
    for (const char* court : {"浙0122", "浙", "最高法"})
        CHECK_MESSAGE(domain::is_case_court(court), court);
    for (const char* other : {"", "0122", "浙01223", "浙0122司救", "浙 0122", "最高法院"})
        CHECK_FALSE_MESSAGE(domain::is_case_court(other), other);
    CHECK(parse("（2024）浙0122刑初88号之一")->text() == "（2024）浙0122刑初88号之一");
    for (const char* text :
         {"", "2026浙0122执123号", "（2026）浙0122执123", "（2026）0122执123号", "（26）浙0122执123号",
          "（2026）浙0122执号", "（2026）浙0122123号", "（2026）浙0122执123号x", "（2026）浙0122执123号之"}) {
        CHECK_MESSAGE(code_of(parse(text)) == "case_number.format", text);
    }
    CHECK(code_of(parse("（2027）浙0122执123号")) == "case_number.year");
    CHECK(code_of(parse("（1948）浙0122执123号")) == "case_number.year");
}

TEST_CASE("area codes: known, abolished, unknown, impossible") {
    domain::Areas areas;
    areas.by_code["330122"] = {"330122", "a", 0, 0};
    areas.by_code["330103"] = {"330103", "b", 0, 2021};
    areas.complete_provinces.insert("33");
    using domain::AreaKnowledge;
    CHECK(domain::look_up(areas, "330122") == AreaKnowledge::Known);
    CHECK(domain::look_up(areas, "330103") == AreaKnowledge::Abolished);
    CHECK(domain::look_up(areas, "330199") == AreaKnowledge::Unknown);
    CHECK(domain::look_up(areas, "360102") == AreaKnowledge::Known);  // another province: not listed completely
    CHECK(domain::look_up(areas, "990102") == AreaKnowledge::Impossible);
    CHECK(domain::look_up(areas, "33012") == AreaKnowledge::Impossible);
    CHECK(domain::look_up(areas, "33012a") == AreaKnowledge::Impossible);
    CHECK(domain::leading_code("330122 桐庐县") == "330122");
    CHECK(domain::leading_code("330122100某镇") == "330122100");
    CHECK(domain::leading_code("桐庐县").empty());
    CHECK(domain::leading_code("12号").empty());
}

TEST_CASE("tables of characters: in order, and what trim drops is what they say") {
    for (const domain::CharacterTable table :
         {domain::white_space(), domain::not_plain(), domain::not_in_names(), domain::only_inside_names(),
          domain::middle_dot_lookalikes(), domain::han_of_case_numbers(), domain::private_use()}) {
        char32_t next = 0;
        for (const domain::CharacterRange& range : table) {
            CHECK(range.first >= next);
            CHECK(range.last >= range.first);
            next = range.last + 1;
        }
    }
    for (char32_t point = 0; point <= 0x10FFFF; ++point) {
        if (point >= 0xD800 && point <= 0xDFFF) continue;
        const std::string one = domain::utf8({&point, 1});
        const bool is_white = domain::is_one_of(domain::white_space(), point);
        if (domain::is_blank(one) != is_white ||
            domain::trim(one + "x" + one).size() != (is_white ? 1 : 1 + 2 * one.size()))
            FAIL_CHECK("U+" << static_cast<unsigned>(point));
    }
}

TEST_CASE("whole numbers: digits of either width, no more than twelve") {
    CHECK(*domain::parse_whole_number(" ０1２ ") == 12);
    CHECK(*domain::parse_whole_number("000000000000000000007") == 7);
    CHECK(*domain::parse_whole_number("-5") == -5);
    CHECK(*domain::parse_whole_number("999999999999") == domain::kWholeNumberMax);
    for (const char* text : {"", "-", "-0", "+1", "1.0", "1 2", "1000000000000", "x"})
        CHECK_MESSAGE(code_of(domain::parse_whole_number(text)) == "integer.format", text);
}

TEST_CASE("trimming and half width") {
    CHECK(domain::trim(" \t　王 五　\n") == "王 五");
    CHECK(domain::trim("　").empty());
    CHECK(domain::half_width("ＡＢ１２　－") == "AB12 -");
    CHECK(domain::half_width("应𫖯安") == "应𫖯安");
}
