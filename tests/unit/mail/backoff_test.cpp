#include <doctest/doctest.h>

#include "sync/mail/backoff.hpp"

using namespace courtyard;
using namespace courtyard::mail;

namespace {
constexpr base::Instant kNow{1'000'000'000};
}

TEST_CASE("the wait is drawn from the whole span, which doubles up to a quarter of an hour") {
    base::SeededRandom random(3);
    std::int64_t longest_of_all = 0;
    for (unsigned failures = 0; failures < 12; ++failures) {
        const std::int64_t most = std::min(kRetryMostMs, kRetryFirstMs << failures);
        std::int64_t shortest = most, longest = 0;
        for (int draw = 0; draw < 400; ++draw) {
            Backoff backoff;
            for (unsigned i = 0; i < failures; ++i)
                backoff.failed(kNow, 0, random);
            backoff.failed(kNow, 0, random);
            const std::int64_t wait = backoff.until() - kNow;
            REQUIRE(wait >= 0);
            REQUIRE(wait <= most);
            shortest = std::min(shortest, wait);
            longest = std::max(longest, wait);
        }
        CHECK(shortest < most / 10);
        CHECK(longest > most - most / 10);
        longest_of_all = std::max(longest_of_all, longest);
    }
    CHECK(longest_of_all <= kRetryMostMs);
}

TEST_CASE("what the hub asks for is a floor, within reason") {
    base::SeededRandom random(4);
    for (int draw = 0; draw < 100; ++draw) {
        Backoff backoff;
        backoff.failed(kNow, 30'000, random);
        CHECK(backoff.until() - kNow >= 30'000);
        CHECK(backoff.until() - kNow <= 30'000 + kRetryFirstMs);
        Backoff silenced;
        silenced.failed(kNow, 1'000'000'000'000, random);
        CHECK(silenced.until() - kNow <= kRetryAfterMostMs + kRetryFirstMs);
    }
}

TEST_CASE("success and a clock that fell back both end the wait") {
    base::SeededRandom random(5);
    Backoff backoff;
    CHECK_FALSE(backoff.holds(kNow));
    backoff.failed(kNow, 60'000, random);
    CHECK(backoff.holds(kNow));
    CHECK(backoff.holds(kNow + 59'999));
    CHECK_FALSE(backoff.holds(backoff.until()));
    CHECK_FALSE(backoff.holds(kNow + -10LL * 365 * 86'400'000));  // else it would wait ten years
    backoff.succeeded();
    CHECK_FALSE(backoff.holds(kNow));
    CHECK(backoff.failures() == 0);
    for (int i = 0; i < 5000; ++i)
        backoff.failed(kNow, 0, random);
    CHECK(backoff.until() - kNow <= kRetryMostMs);
}
