// The twelve persons of the domain report, section 10, each from the kiosk to the last revisit on five laptops that
// meet only by stick and by a line that is often cut: in the end every machine has the same case, byte for byte.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "app/worker/case_acts.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"
#include "tests/stories/story_papers.hpp"
#include "tests/stories/story_player.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::test;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kActsOverTls = 44;  // all of them take minutes: COURTYARD_TLS=all
constexpr const char* kFolder = "tests/stories";

std::vector<Story> stories() {
    std::vector<fs::path> files;
    for (const auto& each : fs::directory_iterator(kFolder))
        if (each.path().extension() == ".story") files.push_back(each.path());
    std::sort(files.begin(), files.end());
    std::vector<Story> all;
    const char* only = std::getenv("COURTYARD_STORY");
    for (const fs::path& file : files) {
        if (only != nullptr && file.stem() != only) continue;
        auto story = read_story(file);
        REQUIRE_MESSAGE(story.has_value(), story.error().message);
        CHECK(story->id == file.stem().string());
        all.push_back(std::move(*story));
    }
    return all;
}

// COURTYARD_SEEDS=N: so many histories, for a night.
std::uint64_t seeds() {
    const char* many = std::getenv("COURTYARD_SEEDS");
    return many == nullptr ? 1 : std::strtoull(many, nullptr, 10);
}

// All at once, day by day: on each day the acts of a story in their order, those of different stories in any.
void play_together(std::vector<StoryPlayer>& players, const std::vector<Story>& all, FiveLaptops& five) {
    std::vector<std::size_t> next(all.size(), 0);
    for (StoryPlayer& player : players)
        player.begin();
    while (true) {
        std::vector<std::size_t> today;
        std::optional<domain::Date> day;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (next[i] == all[i].acts.size()) continue;
            const domain::Date its = all[i].acts[next[i]].day;
            if (day && its > *day) continue;
            if (!day || its < *day) today.clear();
            day = its;
            today.push_back(i);
        }
        if (today.empty()) break;
        const std::size_t chosen = today[five.chance(today.size())];
        players[chosen].step(all[chosen].acts[next[chosen]++]);
    }
    REQUIRE_MESSAGE(five.rest(), "the laptops never come to rest");
}

}  // namespace

TEST_CASE("each story ends the same on five laptops, whoever met whom, and each of its papers can be read back") {
    for (const Story& story : stories())
        for (std::uint64_t seed = 1; seed <= seeds(); ++seed) {
            INFO(story.id, " seed ", seed);
            FiveLaptops five(seed);
            StoryPapers papers(story);
            StoryPlayer player(story, five);
            player.play([&](worker::Machine& machine, const cases::Fact& fact) {
                if (seed == 1) papers.make(machine, fact, domain::Date::in_china(fact.claimed));
            });
            player.check_end();
            if (seed == 1) papers.check_end();
        }
}

TEST_CASE("all at once on the same laptops, too") {
    const std::vector<Story> all = stories();
    for (std::uint64_t seed = 101; seed <= 100 + seeds(); ++seed) {
        INFO("seed ", seed);
        FiveLaptops five(seed);
        std::vector<StoryPlayer> players;
        for (const Story& story : all)
            players.emplace_back(story, five);
        play_together(players, all, five);
        for (StoryPlayer& player : players)
            player.check_end();
    }
}

// As the programs meet in a court: real sockets, TLS 1.3, both certificates checked. Certificates of the stories' court
// begin on their first day.
TEST_CASE("over the hub as it runs, too") {
    if (os::now() < SmallCourt::kNow) {
        MESSAGE("the clock of this machine is before the first day of the stories: not played over TLS");
        return;
    }
    for (const Story& story : stories()) {
        const bool is_short = story.acts.size() < kActsOverTls || std::getenv("COURTYARD_STORY") != nullptr;
        if (!is_short && std::getenv("COURTYARD_TLS") == nullptr) continue;
        INFO(story.id, " over TLS");
        FiveLaptops five(7, FiveLaptops::Road::Tls);
        StoryPlayer player(story, five);
        player.play();
        player.check_end();
        CHECK(five.tls_lines() > 10);
    }
}

// The control: what no machine brings to the others is missed, so the end is not the same.
TEST_CASE("a bundle that is lost is missed") {
    const auto all = stories();
    const auto shortest = std::min_element(
        all.begin(), all.end(), [](const Story& a, const Story& b) { return a.acts.size() < b.acts.size(); });
    REQUIRE(shortest != all.end());
    const Story& story = *shortest;
    FiveLaptops five(77);
    StoryPlayer player(story, five);
    player.play();
    const std::string whole = player.here("judge");
    const auto said = worker::act(five.of("caller"), {player.about(), "remarked", {{"words", std::string("漏了")}}},
                                  five.now("caller"), five.random());
    REQUIRE_MESSAGE(said.has_value(), said.error().message);
    five.meet("caller", "first");
    const std::string own = five.of("caller").config().machine.text();
    for (const auto& each : fs::directory_iterator(five.files("first")))
        if (each.path().filename().string().starts_with(own)) fs::remove(each.path());
    for (const char* who : {"registrar", "judge", "member", "leader"}) {
        five.meet(who, "first");
        CHECK(player.here(who) == whole);
    }
    CHECK(player.here("caller") != whole);
    REQUIRE(five.rest());
    for (const char* who : FiveLaptops::kWho)
        CHECK(player.here(who) == player.here("caller"));
    CHECK(player.here("judge") != whole);
}
