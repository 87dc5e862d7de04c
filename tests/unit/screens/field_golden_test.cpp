// Every sample of the laptop's gallery as text, and checked for what pictures show too late: clipped words, overlapping
// words, missing words, too little contrast, targets that are too small. COURTYARD_UPDATE_GOLDEN=1 writes the goldens
// anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string_view>

#include "tests/unit/screens/field_stage.hpp"
#include "tests/unit/screens/layout_lint.hpp"

using namespace courtyard;
using screens::Drawn;
using screens::DrawnKind;
using screens::Rect;

namespace {

constexpr float kTargetMin = 40;  // layout units; a mouse, not a finger, is the rule here
constexpr float kContrastMin = 4.5F;

std::string read_golden(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

using test::is_seen;
using test::kLaptop;
using test::seen;

std::vector<std::string> troubles(const screens::DrawLog& log, const Rect& page) {
    std::vector<std::string> out;
    for (const std::string& key : log.missing_words)
        out.push_back("missing words: " + key);
    for (const std::string& text : log.unfilled)
        out.push_back("unfilled: " + text);
    std::vector<const Drawn*> texts;
    for (const Drawn& thing : log.things) {
        if (!is_seen(thing)) continue;
        if (thing.kind == DrawnKind::target) {
            if (thing.rect.w < kTargetMin || thing.rect.h < kTargetMin) out.push_back("small target: " + thing.text);
            continue;
        }
        if (thing.kind != DrawnKind::text) continue;
        texts.push_back(&thing);
        if (thing.rect.right() > thing.room.right() + 2 || thing.rect.x < thing.room.x - 2)
            out.push_back("out of its room: " + thing.text);
        if (thing.rect.right() > page.right() + 1 || thing.rect.x < -1) out.push_back("off the page: " + thing.text);
        // Cut sideways is always wrong; cut above or below is what scrolling does.
        if (seen(thing).w < thing.rect.w - 2) out.push_back("cut sideways: " + thing.text);
        if ((thing.ink.rgba & 0xFFU) == 0xFFU && screens::contrast(thing.ink, thing.ground) < kContrastMin)
            out.push_back("faint: " + thing.text);
    }
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t k = i + 1; k < texts.size(); ++k)
            if (seen(*texts[i]).overlaps(seen(*texts[k]), 3))
                out.push_back("overlap: " + texts[i]->text + " / " + texts[k]->text);
    return out;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines)
        out += line + "\n";
    return out;
}

Rect page_of(platform::Size size) {
    const float unit = static_cast<float>(std::min(size.width, size.height)) / screens::measure::kShortSide;
    return {0, 0, static_cast<float>(size.width) / unit, static_cast<float>(size.height) / unit};
}

bool ends_with(std::string_view text, std::string_view tail) {
    return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

}  // namespace

TEST_CASE("every laptop screen reads as its golden says") {
    const bool write = std::getenv("COURTYARD_UPDATE_GOLDEN") != nullptr;
    for (screens::DeskSample& sample : screens::desk_gallery(test::demo_pack())) {
        CAPTURE(sample.name);
        test::DeskStage stage(sample.state, kLaptop);
        const std::string path = "tests/golden/text/" + sample.name + ".txt";
        const std::string now = stage.driver().transcript();
        if (write) std::ofstream(path, std::ios::binary) << now;
        CHECK(read_golden(path) == now);
    }
}

TEST_CASE("no laptop screen clips, overlaps or lacks words in any size") {
    for (screens::DeskSample& sample : screens::desk_gallery(test::demo_pack())) {
        for (const platform::Size size : {kLaptop, platform::Size{1920, 1080}, platform::Size{1080, 1920}}) {
            for (const flow::TextSize text : {flow::TextSize::Normal, flow::TextSize::Large, flow::TextSize::Largest}) {
                flow::DeskState state = sample.state;
                state.text_size = text;
                CAPTURE(sample.name);
                CAPTURE(size.width);
                CAPTURE(static_cast<int>(text));
                test::DeskStage stage(state, size);
                CHECK(joined(troubles(stage.log(), page_of(size))) == "");
            }
        }
        flow::DeskState high = sample.state;
        high.contrast = flow::Contrast::High;
        test::DeskStage stage(high, kLaptop);
        CAPTURE(sample.name);
        CHECK(joined(troubles(stage.log(), page_of(kLaptop))) == "");
    }
}

TEST_CASE("a long name of a site leaves the date in sight on an upright screen") {
    const auto samples = screens::desk_gallery(test::demo_pack());
    const auto found =
        std::find_if(samples.begin(), samples.end(), [](const auto& sample) { return sample.name == "field_inbox"; });
    REQUIRE(found != samples.end());
    flow::DeskState state = found->state;
    state.text_size = flow::TextSize::Largest;
    test::DeskStage stage(state, {1080, 1920});
    int seen = 0;
    for (const flow::InboxRow& row : state.rows) {
        for (const screens::Drawn& thing : stage.log().things) {
            if (row.number.empty() || thing.text.rfind(row.number, 0) != 0) continue;
            CAPTURE(thing.text);
            CHECK_FALSE(ends_with(thing.text, "\xE2\x80\xA6"));
            ++seen;
        }
    }
    CHECK(seen > 3);
}

TEST_CASE("a laptop without a pack says so and shows nobody") {
    for (screens::DeskSample& sample : screens::desk_gallery(test::demo_pack())) {
        CAPTURE(sample.name);
        test::DeskStage stage(sample.state, kLaptop, test::DeskStage::Content::None);
        CHECK(joined(troubles(stage.log(), page_of(kLaptop))) == "");
        CHECK(stage.driver().has("内容包打不开"));
        CHECK_FALSE(stage.driver().has(sample.state.person));
    }
}

TEST_CASE("the lint sees what it is there for") {
    screens::DrawLog log;
    const Rect page{0, 0, 100, 100};
    const screens::Colour black{0x000000FF};
    const screens::Colour white{0xFFFFFFFF};
    log.things.push_back(
        {DrawnKind::text, {10, 10, 60, 20}, {10, 10, 40, 20}, page, "wide", 20, black, white, false, false});
    log.things.push_back(
        {DrawnKind::text, {20, 12, 30, 20}, {20, 12, 30, 20}, page, "over", 20, black, white, false, false});
    log.things.push_back(
        {DrawnKind::text, {0, 60, 30, 20}, {0, 60, 30, 20}, {0, 60, 10, 40}, "cut", 20, black, white, false, false});
    log.things.push_back(
        {DrawnKind::text, {0, 85, 30, 10}, {0, 85, 30, 10}, page, "faint", 20, white, white, false, false});
    log.things.push_back({DrawnKind::target, {0, 0, 10, 10}, page, page, "small", 0, black, white, false, false});
    log.missing_words.emplace_back("key");
    const std::vector<std::string> found = troubles(log, page);
    for (const std::string_view what : {"out of its room: wide", "overlap: wide / over", "cut sideways: cut",
                                        "faint: faint", "small target: small", "missing words: key"}) {
        CAPTURE(what);
        CHECK(std::find(found.begin(), found.end(), what) != found.end());
    }
}

TEST_CASE("all words of the laptop are Chinese and in the pack once") {
    for (const auto& word : test::demo_pack().words.all()) {
        const std::string& key = word.first;
        const std::string& text = word.second;
        if (key.rfind("field.", 0) != 0 || key.rfind("field.sample.", 0) == 0) continue;
        CAPTURE(key);
        CHECK_FALSE(text.empty());
        CHECK_FALSE(ends_with(text, " "));
        CHECK(text.find('[') == std::string::npos);
    }
}
