// What a session's process is told, and when a process that falls is given up.
#include <doctest/doctest.h>

#include "app/shell/falls.hpp"
#include "app/shell/session_start.hpp"

using namespace courtyard;
using shell::SessionStart;

TEST_CASE("a session begins as it was told, and with nothing else") {
    const SessionStart start{flow::Page::Harmless, flow::TextSize::Largest, flow::Contrast::High};
    CHECK(shell::to_line(start) == "harmless largest high");
    CHECK(*shell::parse_start("harmless largest high") == start);
    CHECK(*shell::parse_start("attract normal calm") == SessionStart{});
    SessionStart aloud{flow::Page::Home, flow::TextSize::Large, flow::Contrast::Calm, true, flow::Loudness::Loud};
    CHECK(shell::to_line(aloud) == "home large calm practice aloud-loud");
    CHECK(*shell::parse_start("home large calm practice aloud-loud") == aloud);
    aloud.practice = false;
    aloud.aloud = flow::Loudness::Quiet;
    CHECK(*shell::parse_start("home large calm aloud-quiet") == aloud);
    for (const char* bad : {"", "home", "review normal calm", "home  large calm", "home large calm ", "home large dim",
                            "home large calm aloud", "home large calm aloud-quiet practice"})
        CHECK(shell::parse_start(bad).error().code == "session.start");
}

TEST_CASE("five falls within ten minutes are too many, and are forgotten in time") {
    shell::Falls falls(5, 600'000);
    for (int i = 0; i < 4; ++i)
        falls.note(i * 1'000);
    CHECK(falls.wait_ms(4'000) == 0);
    falls.note(4'000);
    CHECK(falls.wait_ms(4'000) == 596'000);
    CHECK(falls.wait_ms(600'000) == 0);
    falls.note(700'000);
    CHECK(falls.wait_ms(700'000) == 0);
}
