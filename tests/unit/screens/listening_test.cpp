// Every screen can be heard: what is read of it, what is not, and what is said when a thing is touched.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/screens/page_reading.hpp"
#include "tests/unit/screens/kiosk_stage.hpp"

using namespace courtyard;
using test::KioskStage;

namespace {

constexpr platform::Size kPortrait{1080, 1920}, kLandscape{1920, 1080};

bool is_update() { return ::getenv("COURTYARD_UPDATE_GOLDEN") != nullptr; }

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<flow::Speak> spoken(KioskStage& stage) {
    std::vector<flow::Speak> out;
    for (flow::Effect& effect : stage.take_effects())
        if (auto* speak = std::get_if<flow::Speak>(&effect)) out.push_back(std::move(*speak));
    return out;
}

std::string joined(const std::vector<flow::Speak>& said) {
    std::string out;
    for (const flow::Speak& one : said)
        for (const std::string& piece : one.pieces)
            out += piece + "\n";
    return out;
}

// The same state with the voice on and nothing read yet.
flow::KioskState listening(flow::KioskState state) {
    state.session.voice.on = true;
    state.session.voice.asked = 1;
    state.session.voice.speaking = false;
    return state;
}

const screens::Sample& sample(const char* name) {
    static const auto all = screens::gallery(test::demo_pack());
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
    REQUIRE_MESSAGE(found != all.end(), name);
    return *found;
}

const std::string& words(const char* key) {
    const auto found = test::demo_pack().words.all().find(key);
    REQUIRE_MESSAGE(found != test::demo_pack().words.all().end(), key);
    return found->second;
}

std::size_t utf8_length(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string joined_pieces(const std::vector<std::string>& pieces) {
    std::string all;
    for (const std::string& piece : pieces)
        all += piece + "\n";
    return all;
}

// How often it stands in a text.
std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size()))
        ++n;
    return n;
}

}  // namespace

TEST_CASE("every screen is read as its golden says, the same in both orientations") {
    std::filesystem::create_directories("tests/golden/heard");
    for (const screens::Sample& one : screens::gallery(test::demo_pack())) {
        CAPTURE(one.name);
        if (!test::demo_pack().words.has("voice.listen")) continue;
        KioskStage stage(listening(one.state), kPortrait);
        const auto said = spoken(stage);
        if (said.empty()) {
            CHECK(one.state.session.place.page == flow::Page::Failure);  // of a machine without content
            continue;
        }
        std::string now;
        for (const std::string& piece : said.front().pieces)
            now += piece + "\n--\n";
        const std::string path = "tests/golden/heard/" + one.name + ".txt";
        if (is_update()) std::ofstream(path, std::ios::binary) << now;
        CHECK(read(path) == now);
        // Lying down the same is heard.
        KioskStage lying(listening(one.state), kLandscape);
        auto upright = said.front().pieces;
        const auto again = spoken(lying);
        REQUIRE(!again.empty());
        auto flat = again.front().pieces;
        std::sort(upright.begin(), upright.end());
        std::sort(flat.begin(), flat.end());
        // Boards to write with offer as many characters as there is room for, and a key to see more.
        for (auto* pieces : {&upright, &flat})
            std::erase_if(*pieces, [](const std::string& piece) {
                return utf8_length(piece) == 1 || piece == words("writing.page_after");
            });
        if (one.name != "home_listening") CHECK(joined_pieces(upright) == joined_pieces(flat));
    }
}

TEST_CASE("whatever can be chosen or read on a page is heard, in order, and the clock is not") {
    for (const platform::Size size : {kPortrait, kLandscape}) {
        for (const screens::Sample& one : screens::gallery(test::demo_pack())) {
            CAPTURE(one.name);
            CAPTURE(size.width);
            KioskStage stage(listening(one.state), size);
            const auto said = spoken(stage);
            if (said.empty()) continue;
            const std::string heard = joined(said);
            for (const screens::Drawn& thing : stage.log().things) {
                using screens::Ear;
                const bool read = thing.ear == Ear::page || thing.ear == Ear::alert || thing.ear == Ear::title ||
                                  thing.ear == Ear::nav;
                if (!read || thing.text.empty() || thing.kind == screens::DrawnKind::icon) continue;
                const bool own_words = thing.kind == screens::DrawnKind::text;
                if (own_words && thing.heard.empty())
                    CHECK_MESSAGE(heard.find(screens::without_long_numbers(thing.text)) != std::string::npos,
                                  thing.text);
            }
            for (const std::string& piece : said.front().pieces)
                for (const std::string& left_out : {words("bar.footnote"), std::string("15:04"), words("bar.home")})
                    CHECK(piece != left_out);
        }
    }
}

TEST_CASE("numbers that are hidden are not read in full, even where they are shown; the slip's secret is not read") {
    const std::string number = "330199198603140178";
    flow::KioskState state = listening(sample("review").state);
    KioskStage stage(state, kPortrait);
    CHECK(stage.click(words("review.show_numbers")));
    stage.play(flow::PressedListenAgain{});
    stage.driver().frames(3);
    std::string drawn;
    for (const screens::Drawn& thing : stage.log().things)
        drawn += thing.text + "\n";
    const std::string heard = joined(spoken(stage));
    // Control: the screen shows in full what the voice keeps back.
    std::string longest, run;
    for (const char c : drawn + " ") {
        if (c >= '0' && c <= '9')
            run.push_back(c);
        else
            longest = run.size() > longest.size() ? run : longest, run.clear();
    }
    REQUIRE(longest.size() >= 16);
    CHECK(heard.find(longest) == std::string::npos);
    CHECK(heard.find(words("review.title")) != std::string::npos);
    // While it is typed, too: keys knock, the field is passed over.
    KioskStage typing(listening(sample("ask_identity").state), kPortrait);
    REQUIRE(joined(spoken(typing)).find(number) == std::string::npos);
    CHECK(typing.driver().click("7"));
    typing.driver().frames(2);
    const auto knock = spoken(typing);
    REQUIRE(!knock.empty());
    CHECK(knock.front().pieces == std::vector<std::string>{""});
    KioskStage receipt(listening(sample("receipt").state), kPortrait);
    const std::string slip = joined(spoken(receipt));
    CHECK(slip.find("6XW0") == std::string::npos);
    CHECK(count(slip, words("voice.secret")) == 1);
    CHECK(slip.find("7K3M 9QXT 2HDA6") != std::string::npos);  // the number by itself opens nothing
}

TEST_CASE("long numbers keep their middle to themselves") {
    CHECK(screens::without_long_numbers("a330199198603140178b") == "a330****0178b");
    CHECK(screens::without_long_numbers("6222 0212 3456 7890 123") == "622****0 123");
    CHECK(screens::without_long_numbers("13800000000, 12368") == "13800000000, 12368");
    CHECK(screens::without_long_numbers("") == "");
}

TEST_CASE("touching a thing says it, and the page that it leads to is read after it") {
    KioskStage stage(listening(sample("screening").state), kPortrait);
    static_cast<void>(spoken(stage));
    const auto& option = test::demo_pack().screening.questions.front().options.back();
    REQUIRE(stage.click(option.say));
    const auto said = spoken(stage);
    REQUIRE(said.size() == 2);
    CHECK(said[0].pieces == std::vector<std::string>{option.say});
    CHECK(said[0].turn == flow::Turn::AtOnce);
    CHECK(said[1].turn == flow::Turn::AfterThis);
    CHECK(joined({said[1]}).find(words("screening.title")) != std::string::npos);
    // A fixed button, too; and silence is silent.
    REQUIRE(stage.driver().click(words("bar.larger")));
    stage.driver().frames(2);
    CHECK(joined(spoken(stage)) == words("bar.larger") + "\n");
    KioskStage silent(sample("screening").state, kPortrait);
    REQUIRE(silent.click(option.say));
    CHECK(spoken(silent).empty());
}

TEST_CASE("a mistake is told when it appears, not every time that the page is drawn") {
    flow::KioskState state = listening(sample("ask_name_empty").state);
    state.session.draft.problems.clear();
    KioskStage stage(state, kPortrait);
    static_cast<void>(spoken(stage));
    stage.play(flow::PressedNext{});
    stage.driver().frames(5);
    const std::string heard = joined(spoken(stage));
    CHECK(count(heard, words("answer.required")) == 1);
    stage.driver().frames(5);
    CHECK(spoken(stage).empty());
}

TEST_CASE("the button listens, the strip repeats, and both end it") {
    KioskStage stage(sample("guide").state, kPortrait);
    REQUIRE(stage.driver().click(words("voice.listen")));
    stage.driver().frames(3);
    auto said = spoken(stage);
    REQUIRE(said.size() == 1);
    CHECK(said[0].pieces.front().find(words("guide.title")) != std::string::npos);
    stage.play(flow::SpeechEnded{said[0].ticket, true});
    stage.driver().frames(2);
    REQUIRE(stage.driver().click(words("voice.again")));
    stage.driver().frames(3);
    said = spoken(stage);
    REQUIRE(!said.empty());
    CHECK(joined(said).find(words("guide.title")) != std::string::npos);
    REQUIRE(stage.driver().click(words("voice.loud")));
    stage.driver().frames(2);
    CHECK(stage.state().session.voice.loudness == flow::Loudness::Loud);
    REQUIRE(stage.driver().click(words("voice.stop")));
    stage.driver().frames(2);
    CHECK_FALSE(stage.state().session.voice.on);
    static_cast<void>(spoken(stage));
    stage.driver().frames(3);
    CHECK(spoken(stage).empty());
}
