#include "app/domain/identity_number.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "sync/base/random.hpp"

using namespace courtyard;
using domain::Date;
using domain::IdentityNumber;

namespace {

const Date kToday = *Date::from_civil(2026, 11, 23);

std::string code_of(std::string_view text) {
    const auto parsed = IdentityNumber::parse(text, kToday);
    return parsed ? "ok" : parsed.error().code;
}

std::string random_number(base::SeededRandom& random) {
    const int days = static_cast<int>(random.next() % 40000);  // 1917 to 2026
    const Date born = kToday.plus_days(-days);
    std::string digits = std::to_string(110000 + random.next() % 540000);
    std::string date = born.text();
    std::erase(date, '-');
    std::string sequence = std::to_string(1000 + random.next() % 1000).substr(1);
    digits += date + sequence;
    return digits + domain::identity_check_character(digits);
}

}  // namespace

TEST_CASE("the numbers of cases T01 to T12 are accepted and tell sex and birth date") {
    struct Case {
        const char* number;
        const char* born;
        domain::Sex sex;
    };
    const Case cases[] = {
        {"330199198603140177", "1986-03-14", domain::Sex::Male},
        {"330199198911220283", "1989-11-22", domain::Sex::Female},
        {"330199201506020194", "2015-06-02", domain::Sex::Male},
        {"330199201910110466", "2019-10-11", domain::Sex::Female},
        {"330199199805050318", "1998-05-05", domain::Sex::Male},
        {"330199195309080421", "1953-09-08", domain::Sex::Female},
        {"330199194802190267", "1948-02-19", domain::Sex::Female},
        {"33019919751230053X", "1975-12-30", domain::Sex::Male},
        {"330199199007010119", "1990-07-01", domain::Sex::Male},
        {"330199196804170648", "1968-04-17", domain::Sex::Female},
        {"330199196208150886", "1962-08-15", domain::Sex::Female},
        {"330199199303260729", "1993-03-26", domain::Sex::Female},
        {"33019919591001015X", "1959-10-01", domain::Sex::Male},
    };
    for (const Case& one : cases) {
        const auto parsed = IdentityNumber::parse(one.number, kToday);
        REQUIRE_MESSAGE(parsed, one.number);
        CHECK(parsed->born().text() == one.born);
        CHECK(parsed->sex() == one.sex);
        CHECK(parsed->area() == "330199");
        CHECK(parsed->text() == one.number);
    }
}

TEST_CASE("what people type is accepted: lower-case x, spaces, full-width digits") {
    CHECK(IdentityNumber::parse("33019919751230053x", kToday)->text() == "33019919751230053X");
    CHECK(IdentityNumber::parse(" 330199 19751230 053X ", kToday)->text() == "33019919751230053X");
    CHECK(IdentityNumber::parse("３３０１９９１９７５１２３００５３Ｘ", kToday)->text() == "33019919751230053X");
    CHECK(IdentityNumber::parse("３３０１９９１９７５１２３００５３ｘ", kToday)->text() == "33019919751230053X");
}

TEST_CASE("each fault has its own code") {
    CHECK(code_of("330199860314017") == "identity.fifteen");
    CHECK(code_of("") == "identity.length");
    CHECK(code_of("33019919860314017") == "identity.length");
    CHECK(code_of("3301991986031401777") == "identity.length");
    CHECK(code_of("33019919860314017Y") == "identity.character");
    CHECK(code_of("3301991986O3140177") == "identity.character");
    CHECK(code_of("33019919860314017一") == "identity.character");
    CHECK(code_of("X30199198603140177") == "identity.character");
    CHECK(code_of("030199198603140177") == "identity.character");
    CHECK(code_of("330199198602300177") == "identity.date");
    CHECK(code_of("330199198613140177") == "identity.date");
    CHECK(code_of("330199198600140177") == "identity.date");
    CHECK(code_of("330199190002290177") == "identity.date");  // 1900 was no leap year
    CHECK(code_of("330199170003140177") == "identity.date");
    CHECK(code_of("330199202611240177") == "identity.future");
    CHECK(code_of("330199198603140178") == "identity.checksum");
    CHECK(code_of("33019919860314017X") == "identity.checksum");
}

TEST_CASE("a child born today is accepted, one born tomorrow is not") {
    std::string today = "33010220261123001";
    today += domain::identity_check_character(today);
    CHECK(code_of(today) == "ok");
    CHECK(IdentityNumber::parse(today, kToday.plus_days(-1)).error().code == "identity.future");
}

TEST_CASE("residence permits are known by 81, 82 and 83") {
    for (const char* area : {"810000", "820000", "830000"}) {
        std::string number = std::string(area) + "19900101001";
        number += domain::identity_check_character(number);
        CHECK(IdentityNumber::parse(number, kToday)->is_permit());
    }
    CHECK_FALSE(IdentityNumber::parse("330199198603140177", kToday)->is_permit());
}

TEST_CASE("100,000 random numbers: accepted as they are; every wrong digit and every swap of neighbours is found") {
    const std::uint64_t seed = 20261123;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    for (int round = 0; round < 100'000; ++round) {
        const std::string number = random_number(random);
        const auto parsed = IdentityNumber::parse(number, kToday);
        REQUIRE_MESSAGE(parsed, number);
        REQUIRE(parsed->text() == number);

        std::string wrong = number;
        const std::size_t at = random.next() % 17;
        wrong[at] = static_cast<char>('0' + (wrong[at] - '0' + 1 + static_cast<int>(random.next() % 9)) % 10);
        REQUIRE_MESSAGE(code_of(wrong) != "ok", wrong);

        std::string swapped = number;
        const std::size_t left = random.next() % 16;
        std::swap(swapped[left], swapped[left + 1]);
        REQUIRE_MESSAGE((swapped == number || code_of(swapped) != "ok"), swapped);
    }
}
