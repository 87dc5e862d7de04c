// Rule RS: nobody who looks at the kiosk can tell whether the court was told. Text and pixels are equal, and so is what
// may be touched.
#include <doctest/doctest.h>

#include "tests/unit/screens/kiosk_stage.hpp"

using namespace courtyard;
using test::KioskStage;

namespace {

constexpr platform::Size kSmall{1280, 720};

flow::KioskState stopped(bool told) {
    for (const screens::Sample& sample : screens::gallery(test::demo_pack())) {
        if (sample.name != "other_help") continue;
        flow::KioskState state = sample.state;
        state.session.alert_raised = told;
        return state;
    }
    FAIL("the gallery has no page for other people who can act");
    return {};
}

std::string words_of(const screens::DrawLog& log) {
    std::string out;
    for (const screens::Drawn& drawn : log.things)
        out += drawn.text + "\n";
    return out;
}

}  // namespace

TEST_CASE("the page is the same with and without the alert, word for word and pixel for pixel") {
    KioskStage told(stopped(true), kSmall, test::Drawing::Canvas),
        untold(stopped(false), kSmall, test::Drawing::Canvas);
    CHECK(words_of(told.log()) == words_of(untold.log()));
    CHECK(told.driver().picture() == untold.driver().picture());
    // The control: another page is told apart by both.
    flow::KioskState other = stopped(true);
    other.session.place.page = flow::Page::Help;
    KioskStage help(other, kSmall, test::Drawing::Canvas);
    CHECK(words_of(help.log()) != words_of(told.log()));
    CHECK(!(help.driver().picture() == told.driver().picture()));
}

TEST_CASE("no page that follows says a word of it: neither of the court being told, nor of what was answered") {
    KioskStage stage(stopped(true), kSmall);
    const auto check = [&] {
        const std::string words = words_of(stage.log());
        for (const char* word : {"报告", "通知法院", "警", "加害", "伤害", "保密", "监护人"}) {
            CAPTURE(word);
            // The number of the police stands on every page with telephone numbers; its own words are not about this.
            std::string without = words;
            for (const std::string& own :
                 {test::demo_pack().contact("110")->name, test::demo_pack().contact("110")->say})
                for (std::size_t at; (at = without.find(own)) != std::string::npos;)
                    without.erase(at, own.size());
            CHECK(without.find(word) == std::string::npos);
        }
    };
    check();
    stage.play(flow::OpenedDoors{});
    stage.driver().frames(2);
    REQUIRE(stage.page() == flow::Page::Doors);
    check();
}
