// The guide of the first hour and the plays that walk it at real windows: what the guide puts into quotation marks is
// seen or pressed by the play of that office, in that order; what it says to press is pressed.
#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

struct Said {
    std::string words;
    bool is_pressed = false;
};

constexpr std::string_view kOpens = "\xE2\x80\x9C";     // the quotation mark before the words
constexpr std::string_view kCloses = "\xE2\x80\x9D";    // and behind them
constexpr std::string_view kPress = "\xE7\x82\xB9";     // "press"
constexpr std::string_view kBesideIt = "\xE7\x9A\x84";  // "its …": the button beside what was named

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path);
    REQUIRE_MESSAGE(file.good(), path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

bool is_to_press(std::string_view before) {
    if (before.ends_with(kPress)) return true;
    const std::size_t pressed = before.rfind(kPress);  // "press the … beside it"
    return before.ends_with(kBesideIt) && pressed != std::string_view::npos && before.size() - pressed < 24;
}

// What is quoted in the part of one office, as it comes.
std::vector<Said> guide_of(const std::vector<std::string>& guide, const std::string& office) {
    std::vector<Said> all;
    bool here = false;
    for (const std::string& line : guide) {
        if (line.starts_with("#")) continue;
        if (line.starts_with("[")) here = line.starts_with("[" + office + "]");
        if (!here) continue;
        const std::string_view text = line;
        for (std::size_t at = text.find(kOpens); at != std::string_view::npos; at = text.find(kOpens, at + 1)) {
            const std::size_t begin = at + kOpens.size();
            const std::size_t end = text.find(kCloses, begin);
            REQUIRE_MESSAGE(end != std::string_view::npos, line);
            all.push_back({std::string(text.substr(begin, end - begin)), is_to_press(text.substr(0, at))});
        }
    }
    return all;
}

bool does(const std::string& act, const Said& said) {
    const bool taps = act.starts_with("tap ");
    if (!taps && (said.is_pressed || !act.starts_with("see "))) return false;
    std::string words = act.substr(4);
    words = words.substr(0, words.find('@'));
    if (words.ends_with("*")) words.pop_back();
    return words == said.words || (!said.is_pressed && words.find(said.words) != std::string::npos);
}

// The first that the play does not do in its turn; empty when it does all.
std::string missing_in(const std::vector<std::string>& play, const std::vector<Said>& guide) {
    std::size_t at = 0;
    for (const Said& said : guide) {
        while (at < play.size() && !does(play[at], said))
            ++at;
        if (at == play.size()) return said.words;
        if (said.is_pressed) ++at;
    }
    return {};
}

constexpr std::array<std::pair<const char*, const char*>, 5> kPlays{{{"registrar", "registrar_opens"},
                                                                     {"judge", "judge_reports"},
                                                                     {"committee", "member_votes"},
                                                                     {"leader", "leader_releases"},
                                                                     {"caller", "caller_calls"}}};

}  // namespace

TEST_CASE("what the guide of the first hour names is walked by the play of that office, in its order") {
    const auto guide = lines_of("tests/e2e/first_hour.txt");
    for (const auto& [office, play] : kPlays) {
        const auto said = guide_of(guide, office);
        CHECK_MESSAGE(said.size() >= 4, office);
        const std::string missing = missing_in(lines_of(std::string("tests/e2e/plays/") + play + ".play"), said);
        CHECK_MESSAGE(missing.empty(), std::string(office) << ": " << missing);
    }
}

TEST_CASE("a step that the guide leaves out, or names in another order, is found") {
    const std::vector<std::string> play{"see A", "tap B", "tap C@x", "tap B", "tap D*"};
    CHECK(missing_in(play, {{"A", false}, {"B", true}, {"C", true}, {"B", true}, {"D", true}}).empty());
    CHECK(missing_in(play, {{"A", true}}) == "A");                            // it is seen, and never pressed
    CHECK(missing_in(play, {{"D", true}, {"B", true}}) == "B");               // the way back comes before
    CHECK(missing_in(play, {{"B", true}, {"B", true}, {"B", true}}) == "B");  // and twice only
}
