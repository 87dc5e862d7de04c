// Every sample of the kiosk's gallery as text, linted in every orientation, size and contrast, and a dozen as pictures.
// COURTYARD_UPDATE_GOLDEN=1 writes the goldens anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/platform/image.hpp"
#include "tests/unit/screens/kiosk_stage.hpp"
#include "tests/unit/screens/layout_lint.hpp"

using namespace courtyard;
using test::KioskStage;

namespace {

constexpr platform::Size kPortrait{1080, 1920};
constexpr platform::Size kLandscape{1920, 1080};
constexpr platform::Size kSmall{1366, 768};
constexpr int kChannelTolerance = 32;  // another FreeType rounds the edges of characters differently
constexpr double kPixelsOverShare = 0.004;

bool is_update() {
    const char* mode = std::getenv("COURTYARD_UPDATE_GOLDEN");
    return mode != nullptr && std::string_view(mode) == "1";
}

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines)
        out += line + "\n";
    return out;
}

// What is on the page in drawing order: texts as they are, what can be pressed in brackets, also below the fold.
std::string script(const screens::DrawLog& log) {
    std::string out;
    for (const screens::Drawn& thing : log.things) {
        if (thing.kind == screens::DrawnKind::icon) continue;
        if (thing.kind == screens::DrawnKind::target)
            out += "[" + thing.text + "]\n";
        else
            out += thing.text + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("every kiosk screen reads as its golden says") {
    for (const screens::Sample& sample : screens::gallery(test::demo_pack())) {
        CAPTURE(sample.name);
        KioskStage stage(sample.state, kPortrait);
        const std::string path = "tests/golden/text/" + sample.name + ".txt";
        const std::string now = script(stage.log());
        if (is_update()) std::ofstream(path, std::ios::binary) << now;
        CHECK(read(path) == now);
    }
}

TEST_CASE("no kiosk screen clips, overlaps, fades or lacks words in any orientation, size and contrast") {
    for (const screens::Sample& sample : screens::gallery(test::demo_pack())) {
        for (const platform::Size size : {kPortrait, kLandscape, kSmall}) {
            for (const flow::TextSize text : {flow::TextSize::Normal, flow::TextSize::Large, flow::TextSize::Largest}) {
                for (const flow::Contrast contrast : {flow::Contrast::Calm, flow::Contrast::High}) {
                    if (contrast == flow::Contrast::High && text != flow::TextSize::Normal) continue;
                    flow::KioskState state = sample.state;
                    state.session.text_size = text;
                    state.session.contrast = contrast;
                    CAPTURE(sample.name);
                    CAPTURE(size.width);
                    CAPTURE(static_cast<int>(text));
                    CAPTURE(static_cast<int>(contrast));
                    KioskStage stage(state, size);
                    CHECK(joined(test::lint(stage.log(), test::page_of(size), test::demo_fonts())) == "");
                }
            }
        }
    }
}

TEST_CASE("a code that is typed stays in sight above the keys, with large words and while it is read aloud") {
    const auto samples = screens::gallery(test::demo_pack());
    const auto found = std::find_if(samples.begin(), samples.end(),
                                    [](const auto& sample) { return sample.name == "progress_code_listening"; });
    REQUIRE(found != samples.end());
    flow::KioskState state = found->state;
    state.session.text_size = flow::TextSize::Large;
    KioskStage stage(state, kPortrait);
    const std::string& down = test::demo_pack().words.text("roll.down");
    for (const screens::Drawn& thing : stage.log().things)
        CHECK(thing.text != down);
}

TEST_CASE("what waits for the net is said once") {
    const auto samples = screens::gallery(test::demo_pack());
    const auto found = std::find_if(samples.begin(), samples.end(),
                                    [](const auto& sample) { return sample.name == "progress_local"; });
    REQUIRE(found != samples.end());
    KioskStage stage(found->state, kPortrait);
    CHECK(stage.driver().has(test::demo_pack().status(domain::ApplicationStatus::SubmittedLocal).say));
    CHECK_FALSE(stage.driver().has(test::demo_pack().words.text("delivery.queued")));
}

TEST_CASE("every page can be left at once and leads to help") {
    for (const screens::Sample& sample : screens::gallery(test::demo_pack())) {
        const flow::Page page = sample.state.session.place.page;
        const bool alone = page == flow::Page::Attract || page == flow::Page::Harmless ||
                           sample.state.session.curtain == flow::Curtain::Warning ||
                           flow::closes_everything(sample.state.machine.trouble);
        if (alone) continue;
        CAPTURE(sample.name);
        KioskStage stage(sample.state, kLandscape);
        CHECK(stage.driver().has(test::demo_pack().words.text("bar.help")));
        REQUIRE(stage.driver().click(test::demo_pack().words.text("bar.quick_exit")));
        stage.driver().frames(2);
        CHECK(stage.page() == flow::Page::Harmless);
        CHECK_FALSE(flow::has_something_to_lose(stage.state().session));
        // Nothing of the page before is left on the screen.
        CHECK_FALSE(stage.driver().has(test::demo_pack().words.text("bar.quick_exit")));
    }
}

TEST_CASE("no screen uses a word that a person must not read") {
    for (const screens::Sample& sample : screens::gallery(test::demo_pack())) {
        KioskStage stage(sample.state, kPortrait);
        const std::string text = script(stage.log());
        for (const std::string& word : test::demo_pack().never_say) {
            CAPTURE(sample.name);
            CAPTURE(word);
            CHECK(text.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("a dozen screens look as their pictures") {
    struct Shot {
        const char* sample;
        platform::Size size;
    };
    const Shot shots[] = {{"attract", {720, 1280}},
                          {"home", {720, 1280}},
                          {"home", kSmall},
                          {"guide", {720, 1280}},
                          {"screening_list", {720, 1280}},
                          {"result_apply", kSmall},
                          {"ask_name", {720, 1280}},
                          {"ask_money", kSmall},
                          {"ask_rows", {720, 1280}},
                          {"review", kSmall},
                          {"receipt", {720, 1280}},
                          {"receipt_symbol", kSmall},
                          {"progress_found", kSmall},
                          {"write_name_hand", {720, 1280}},
                          {"write_name_sound", kSmall},
                          {"ask_date", {720, 1280}}};
    const auto samples = screens::gallery(test::demo_pack());
    std::filesystem::create_directories("tests/golden/pictures");
    for (const Shot& shot : shots) {
        CAPTURE(shot.sample);
        const auto found = std::find_if(samples.begin(), samples.end(),
                                        [&](const auto& sample) { return sample.name == shot.sample; });
        REQUIRE(found != samples.end());
        KioskStage stage(found->state, shot.size, test::Drawing::Canvas);
        const platform::Image now = stage.driver().picture();
        const std::string path = std::string("tests/golden/pictures/") + shot.sample +
                                 (shot.size.height > shot.size.width ? ".portrait.png" : ".landscape.png");
        if (is_update()) REQUIRE(platform::write_png(path, now));
        const auto golden = platform::read_png(path);
        REQUIRE_MESSAGE(golden, path);
        const platform::Difference difference = platform::compare(*golden, now, kChannelTolerance);
        CHECK(difference.same_size);
        const double share =
            static_cast<double>(difference.pixels_over) / (static_cast<double>(now.width) * now.height);
        CHECK(share < kPixelsOverShare);
    }
}

TEST_CASE("the lint sees what it is there for") {
    screens::DrawLog log;
    const screens::Rect page{0, 0, 1080, 1920};
    const screens::Colour black{0x000000FF};
    const screens::Colour white{0xFFFFFFFF};
    const auto text = [&](const char* words, screens::Rect rect, screens::Rect room, screens::Rect clip,
                          screens::Colour ink, float em) {
        log.things.push_back({screens::DrawnKind::text, rect, room, clip, words, em, ink, white, false, false});
    };
    text("wide", {10, 10, 600, 40}, {10, 10, 400, 40}, page, black, 40);
    text("over", {20, 12, 300, 40}, {20, 12, 300, 40}, page, black, 40);
    text("cut", {0, 160, 300, 40}, {0, 160, 300, 40}, {0, 160, 100, 40}, black, 40);
    text("low", {0, 260, 300, 40}, {0, 260, 300, 40}, {0, 260, 400, 20}, black, 40);
    text("pale", {0, 360, 300, 40}, {0, 360, 300, 40}, page, screens::Colour{0xBBBBBBFF}, 40);
    text("tiny", {0, 460, 300, 20}, {0, 460, 300, 20}, page, black, 20);
    text("\xEE\x80\x80 private", {0, 560, 300, 40}, {0, 560, 300, 40}, page, black, 40);
    log.things.push_back(
        {screens::DrawnKind::target, {0, 700, 60, 100}, {}, page, "small", 0, black, white, false, false});
    log.things.push_back(
        {screens::DrawnKind::target, {0, 800, 200, 100}, {}, page, "one", 0, black, white, false, false});
    log.things.push_back(
        {screens::DrawnKind::target, {100, 850, 200, 100}, {}, page, "two", 0, black, white, false, false});
    log.missing_words.emplace_back("key");
    const auto found = test::lint(log, page, test::demo_fonts());
    for (const std::string_view what :
         {"wider than its box: wide", "overlap: wide / over", "cut sideways: cut", "cut in height: low", "faint: pale",
          "small text: tiny", "no glyph in: \xEE\x80\x80 private", "small target: small", "targets overlap: one / two",
          "missing words: key"}) {
        CAPTURE(what);
        CHECK(std::find(found.begin(), found.end(), what) != found.end());
    }
}
