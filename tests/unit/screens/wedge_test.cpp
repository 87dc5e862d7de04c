#include <doctest/doctest.h>

#include <string>

#include "app/screens/wedge.hpp"

using courtyard::screens::Wedge;

namespace {

// Types `text` with `gap_s` between the keys, then Enter; as a frame every key.
std::optional<std::string> typed(Wedge& wedge, const std::u32string& text, double gap_s, double from_s = 10) {
    double now = from_s;
    for (const char32_t c : text) {
        if (wedge.hear(std::u32string(1, c), false, now)) return "early";
        now += gap_s;
    }
    return wedge.hear({}, true, now);
}

}  // namespace

TEST_CASE("a burst that ends with Enter is a scan; a hand is not") {
    Wedge wedge;
    CHECK(typed(wedge, U"CYR17K3M9QXT", 0.004).value_or("-") == "CYR17K3M9QXT");
    CHECK_FALSE(typed(wedge, U"CYR17K3M9QXT", 0.09).has_value());  // the quickest typist
    CHECK_FALSE(typed(wedge, U"CYR17K3M9QXT", 0.3).has_value());
    CHECK_FALSE(typed(wedge, U"SHORT", 0.004).has_value());
    // A whole burst within one frame.
    CHECK_FALSE(wedge.hear(U"CYA1ABCDEFGH", false, 20).has_value());
    CHECK(wedge.hear({}, true, 20.016).value_or("-") == "CYA1ABCDEFGH");
    CHECK_FALSE(wedge.hear({}, true, 20.02).has_value());  // once
}

TEST_CASE("what no code of ours can hold spoils its burst, and length is capped") {
    Wedge wedge;
    CHECK_FALSE(typed(wedge, U"CYR1lower123", 0.004).has_value());
    CHECK_FALSE(typed(wedge, U"CYR1\u4E2DABCDEF", 0.004).has_value());
    CHECK_FALSE(typed(wedge, U"CYR1\x1B[2JABCDEF", 0.004).has_value());
    CHECK(typed(wedge, std::u32string(640, U'A'), 0.002).value_or("-").size() == 640);
    CHECK_FALSE(typed(wedge, std::u32string(641, U'A'), 0.002).has_value());
    CHECK(typed(wedge, U"AFTERWARDS", 0.004, 400).has_value());  // and the next one is read again
}

TEST_CASE("what a hand typed before is not part of the scan") {
    Wedge wedge;
    CHECK_FALSE(wedge.hear(U"AB", false, 5).has_value());
    CHECK(typed(wedge, U"CYR17K3M9QXT", 0.004, 6).value_or("-") == "CYR17K3M9QXT");
}
