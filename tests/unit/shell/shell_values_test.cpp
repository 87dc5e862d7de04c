#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "app/shell/kiosk_worker.hpp"
#include "app/shell/shipped.hpp"
#include "app/shell/stop_signal.hpp"
#include "app/shell/window_size.hpp"
#include "tests/play/script.hpp"

using namespace courtyard;

TEST_CASE("a pack that is older than the program lacks no word of the screens") {
    pack::Words old;
    REQUIRE(old.add("bar.home", "the court's own"));
    const pack::Words words = shell::with_shipped_words(old, "ui.toml");
    CHECK(words.text("bar.home") == "the court's own");
    CHECK(words.text("resume.scan") == "扫票");
    CHECK_FALSE(old.has("resume.scan"));  // control
    CHECK(shell::with_shipped_words(old, "ui_field.toml").has("field.sync"));
    for (const char* texts : shell::kDeskTexts)
        CHECK_MESSAGE(shell::with_shipped_words(old, texts).all().size() > 1, std::string(texts));
    CHECK(shell::with_shipped_words(old, "no_such.toml").all().size() == 1);
}

TEST_CASE("a window's size is two sides with a cross between them") {
    platform::WindowOptions options;
    CHECK(shell::parse_window_size("1080x1920", options));
    CHECK(options.size == platform::Size{1080, 1920});
    CHECK(options.screen == platform::Screen::Windowed);
    for (const char* wrong :
         {"", "1080", "1080x", "x1920", "1080x1920x3", "10x1920", "1080x99999", "-1080x1920", "1080 x 1920"}) {
        CAPTURE(wrong);
        platform::WindowOptions untouched;
        CHECK_FALSE(shell::parse_window_size(wrong, untouched));
        CHECK(untouched.screen == platform::Screen::Full);
    }
}

TEST_CASE("an error of the machine leads to the page that says what to do") {
    CHECK(shell::trouble_of("store.disk_full") == flow::Trouble::DiskFull);
    CHECK(shell::trouble_of("store.read_only") == flow::Trouble::DiskReadOnly);
    CHECK(shell::trouble_of("store.damaged") == flow::Trouble::StoreDamaged);
    CHECK(shell::trouble_of("store.wrong_key") == flow::Trouble::StoreDamaged);
    CHECK(shell::trouble_of("pack.problem") == flow::Trouble::PackBad);
    CHECK(shell::trouble_of("document.signature") == flow::Trouble::PackUnsigned);
    CHECK(shell::trouble_of("clock.behind") == flow::Trouble::ClockWrong);
}

TEST_CASE("a play is one act per line, and a line that is none is named") {
    const auto acts =
        play::parse_script("# a remark\n\n tap 下一步 \nhold 加一 3\nremember code [0-9A-Z-]+\ntype ${code}\n");
    REQUIRE(acts.has_value());
    REQUIRE(acts->size() == 4);
    CHECK((*acts)[0].subject == "下一步");
    CHECK((*acts)[1].object == "3");
    CHECK((*acts)[2].subject == "code");
    CHECK(play::with_memory((*acts)[3].subject, {{"code", "7K3M"}}) == "7K3M");
    CHECK(play::parse_script("tap a\njump b\n").error().message.find("line 2") != std::string::npos);
    const auto drawing = play::parse_script("draw 张三\n");
    REQUIRE(drawing.has_value());
    CHECK(drawing->front().verb == play::Verb::Draw);
    CHECK(play::parse_script("tap\n").error().code == "play.line");
    CHECK(play::parse_script("remember code\n").error().code == "play.line");
}

TEST_CASE("a signal to stop is heard by the one thread that waits for it, and wakes the window") {
    std::atomic<int> woken{0};
    {
        const shell::StopSignals stop([&woken] { ++woken; });
        CHECK_FALSE(stop.asked());
        REQUIRE(::kill(::getpid(), SIGTERM) == 0);
        for (int i = 0; i < 12'000 && woken == 0; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        CHECK(stop.asked());
    }
    CHECK(woken == 1);
    sigset_t now;
    REQUIRE(pthread_sigmask(SIG_SETMASK, nullptr, &now) == 0);
    CHECK(sigismember(&now, SIGTERM) == 0);  // as it was before
}
