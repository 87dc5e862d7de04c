// The word of the day: the slip makes it at the kiosk, the case makes it on the laptop, without a network.
#include "app/worker/call_words.hpp"

#include <doctest/doctest.h>

#include <set>

#include "app/pack/pack.hpp"
#include "sync/base/random.hpp"
#include "sync/seal/receipt.hpp"

using namespace courtyard;

namespace {

const pack::Pack& demo() {
    static const pack::Pack pack = *pack::load("assets/packs/zhejiang-demo");
    return pack;
}

domain::Date day(const char* text) { return *domain::Date::parse(text); }

}  // namespace

TEST_CASE("slip and case say the same word on the same day, and only these two") {
    base::SeededRandom random(3);
    int same_as_other = 0;
    std::set<std::string> said;
    for (int slip = 0; slip < 200; ++slip) {
        const auto secret = seal::ReceiptSecret::make(random);
        const auto other = seal::ReceiptSecret::make(random);
        // What the kiosk has: the secret. What the case holds: the notice key as text.
        const std::string at_kiosk = worker::call_word(demo(), secret.address().notice_key, day("2026-11-27"));
        const std::string in_case = secret.address().notice_key.text();
        CHECK_FALSE(at_kiosk.empty());
        CHECK(worker::call_word(demo(), in_case, day("2026-11-27")) == at_kiosk);
        same_as_other += worker::call_word(demo(), other.address().notice_key, day("2026-11-27")) == at_kiosk ? 1 : 0;
        said.insert(at_kiosk);
    }
    CHECK(same_as_other < 10);  // one of 512 by chance
    CHECK(said.size() > 120);
}

TEST_CASE("yesterday, today and tomorrow have words of their own") {
    base::SeededRandom random(4);
    const auto key = seal::ReceiptSecret::make(random).address().notice_key;
    const auto words = worker::call_words_around(demo(), key, day("2026-12-31"));
    REQUIRE(words.size() == 3);
    CHECK(words[0].day == day("2026-12-30"));
    CHECK(words[2].day == day("2027-01-01"));
    CHECK(words[1].word == worker::call_word(demo(), key, day("2026-12-31")));
    std::set<std::string> year;
    for (int days = 0; days < 365; ++days)
        year.insert(worker::call_word(demo(), key, day("2027-01-01").plus_days(days)));
    CHECK(year.size() > 200);
}

TEST_CASE("a case without a slip, or a pack without words, has no word") {
    CHECK(worker::call_word(demo(), "", day("2026-11-27")).empty());
    CHECK(worker::call_word(demo(), "zz", day("2026-11-27")).empty());
    pack::Pack bare;
    base::SeededRandom random(5);
    const auto key = seal::ReceiptSecret::make(random).address().notice_key;
    CHECK(worker::call_word(bare, key, day("2026-11-27")).empty());
    CHECK(worker::call_words_around(bare, key, day("2026-11-27")).empty());
}
