#include <doctest/doctest.h>

#include <vector>

#include "sync/hub/log.hpp"

using namespace courtyard;
using namespace courtyard::hub;

TEST_CASE("an entry is one line, whatever is in it") {
    std::vector<std::string> lines;
    Log log([&](std::string_view line) { lines.emplace_back(line); });
    log.write({0}, Level::Info, "hub.test", "a=1\nforged entry\x1b[2J");
    log.write({0}, Level::Error, "hub.other", std::string(10'000, 'x'));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "1970-01-01T00:00:00Z info hub.test a=1 forged entry [2J");
    CHECK(lines[1].size() == 500);
}

TEST_CASE("of one code only so many lines a minute, and how many were left out") {
    std::vector<std::string> lines;
    Log log([&](std::string_view line) { lines.emplace_back(line); });
    for (int i = 0; i < 1000; ++i)
        log.write({i}, Level::Warning, "hub.handshake", "");
    CHECK(lines.size() == Log::kLinesPerMinute);
    log.write({5}, Level::Warning, "hub.other", "");
    CHECK(lines.size() == Log::kLinesPerMinute + 1);
    log.write({60'000}, Level::Warning, "hub.handshake", "");
    CHECK(lines.back() == "1970-01-01T00:01:00Z warning hub.handshake left_out=940");
    log.write({60'000}, Level::Warning, "hub.handshake", "");
    CHECK(lines.back() == "1970-01-01T00:01:00Z warning hub.handshake");
}
