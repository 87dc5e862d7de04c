#include "app/shell/public_shell.hpp"

#include <poll.h>
#include <unistd.h>

#include <cstdio>
#include <mutex>
#include <thread>

#include "app/screens/kiosk_view.hpp"
#include "app/screens/public_view.hpp"
#include "app/shell/view_of.hpp"
#include "app/worker/home_parts.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

constexpr const char* kPublicName = "courtyard-kiosk-public";

// What the public screen shows, read from the signed files of the home: no key is touched.
struct Content {
    pack::OpenedPack pack;
    std::string court, site;
};
base::Result<Content> content_of(const std::filesystem::path& folder) {
    const worker::Home home{folder};
    const worker::MachineConfig config = TRY(worker::config_of(home));
    const worker::CourtPublic court = TRY(worker::court_of(home));
    return Content{TRY(worker::pack_of(home, court, 0)), config.court_name, config.site};
}

// Lines of standard input, on a thread of their own; the end of input ends it.
class Steps {
public:
    explicit Steps(std::function<void()> wake) : wake_(std::move(wake)), thread_([this] { listen(); }) {}
    ~Steps() {
        stop_ = true;
        thread_.join();
    }
    Steps(const Steps&) = delete;
    Steps& operator=(const Steps&) = delete;

    [[nodiscard]] StepNow now() {
        const std::lock_guard lock(mutex_);
        return now_;
    }

private:
    void listen() {
        constexpr int kLookMs = 500;
        std::string line;
        while (!stop_) {
            pollfd input{STDIN_FILENO, POLLIN, 0};
            if (::poll(&input, 1, kLookMs) <= 0) continue;
            char c = 0;
            if (::read(STDIN_FILENO, &c, 1) != 1) return;
            if (c != '\n') {
                if (line.size() < 32) line += c;
                continue;
            }
            if (const auto step = parse_step(line)) {
                const std::lock_guard lock(mutex_);
                now_ = *step;
            }
            line.clear();
            wake_();
        }
    }

    std::function<void()> wake_;
    std::mutex mutex_;
    StepNow now_;
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

class Public final : public WindowProgram {
public:
    Public(platform::Window& window, const screens::Theme& theme, const Content& content, Steps& steps)
        : window_(window), content_(content), steps_(steps), view_(view_of(window, theme, content.pack.pack.words)) {}

    void draw() override {
        const StepNow now = steps_.now();
        screens::draw_public({now.step, now.steps, os::now()}, content_.pack.pack, content_.court, content_.site,
                             view_);
    }
    void hear(const platform::Heard& /*heard*/) override { window_.ask_for_frame(); }
    void settle() override {}
    [[nodiscard]] std::optional<base::Instant> next_deadline() const override {
        return base::Instant{(os::now().ms / screens::kPublicTopicMs + 1) * screens::kPublicTopicMs};
    }

private:
    platform::Window& window_;
    const Content& content_;
    Steps& steps_;
    screens::View view_;
};

}  // namespace

int run_public(const ShellOptions& options) {
    const auto content = content_of(options.home);
    if (!content) {
        std::fprintf(stderr, "%s: %s\n", kPublicName, content.error().message.c_str());
        return 1;
    }
    WindowWaker waker;
    const StopSignals stop([&waker] { waker.wake(); });
    Steps steps([&waker] { waker.wake(); });
    return run_in_window(kPublicName, options, waker, stop,
                         [&content, &steps](platform::Window& window, const screens::Theme& theme) {
                             return std::make_unique<Public>(window, theme, *content, steps);
                         });
}

}  // namespace courtyard::shell
