// The screen behind the person: the guide and the step in every size, nothing cut, nothing faint; and pages of a kiosk
// that reads no symbols.
#include <doctest/doctest.h>

#include "app/screens/kiosk_view.hpp"
#include "app/screens/public_view.hpp"
#include "tests/unit/screens/kiosk_stage.hpp"
#include "tests/unit/screens/layout_lint.hpp"

using namespace courtyard;

namespace {

constexpr platform::Size kSizes[] = {{1080, 1920}, {1920, 1080}, {1366, 768}, {3840, 2160}};

struct Shown {
    std::string words;
    std::vector<std::string> troubles;
};

Shown shown(const screens::PublicState& state, platform::Size size) {
    screens::DrawLog log;
    screens::View view;
    test::UiDriver driver(test::demo_fonts(), size, [&](const platform::Faces& faces) -> std::function<void()> {
        view.fonts = {faces.text, faces.bold, faces.title, faces.icons};
        view.find_word = screens::words_of(&test::demo_pack());
        view.log = &log;
        view.moving = false;
        return [&] {
            log.clear();
            screens::draw_public(state, test::demo_pack(), "court", "site", view);
        };
    });
    driver.frames(3);
    Shown out;
    for (const screens::Drawn& thing : log.things)
        out.words += thing.text + "\n";
    out.troubles = test::lint(log, test::page_of(size), test::demo_fonts());
    return out;
}

}  // namespace

TEST_CASE("the screen behind the person shows every topic and the step, whole, in every size") {
    const auto topics = static_cast<std::int64_t>(test::demo_pack().topics.size());
    for (const platform::Size size : kSizes)
        for (std::int64_t topic = 0; topic < topics; ++topic) {
            const screens::PublicState state{5, 14, base::Instant{topic * screens::kPublicTopicMs}};
            const Shown page = shown(state, size);
            CAPTURE(size.width);
            CAPTURE(page.words);
            CHECK_MESSAGE(page.troubles.empty(), (page.troubles.empty() ? std::string{} : page.troubles.front()));
            const std::string step = test::demo_pack().words.text("public.step", {{"step", "5"}, {"steps", "14"}});
            CHECK(page.words.find(step) != std::string::npos);
            const std::string& title = test::demo_pack().topics[static_cast<std::size_t>(topic)].title;
            CHECK(page.words.find(title) != std::string::npos);
            const Shown idle = shown({0, 0, state.now}, size);
            CHECK(idle.words.find(test::demo_pack().words.text("public.privacy")) == std::string::npos);
        }
}

TEST_CASE("a kiosk that reads no symbols offers no draft to take away, and speaks of no scanning") {
    for (const screens::Sample& sample : screens::gallery(test::demo_pack())) {
        if (sample.name != "leave" && sample.name != "resume") continue;
        CAPTURE(sample.name);
        for (const platform::Size size : {kSizes[0], kSizes[1]}) {
            const std::string words = sample.name == "leave" ? test::demo_pack().words.text("leave.ticket") : "扫一扫";
            {
                test::KioskStage with(sample.state, size);
                CHECK(with.driver().has(words));  // the control
            }
            test::KioskStage without(sample.state, size);
            without.reads_no_symbols();
            without.driver().frames(3);
            CHECK_FALSE(without.driver().has(words));
            const auto troubles = test::lint(without.log(), test::page_of(size), test::demo_fonts());
            CHECK_MESSAGE(troubles.empty(), (troubles.empty() ? std::string{} : troubles.front()));
        }
    }
}
