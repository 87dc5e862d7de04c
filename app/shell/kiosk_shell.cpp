#include "app/shell/kiosk_shell.hpp"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <optional>
#include <vector>

#include "app/flow/kiosk_update.hpp"
#include "app/platform/bench_marker.hpp"
#include "app/screens/kiosk_view.hpp"
#include "app/shell/kiosk_worker.hpp"
#include "app/shell/stop_signal.hpp"
#include "app/shell/view_of.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

constexpr std::int64_t kMinuteMs = 60'000;

// The moment by the window's clock at which the kiosk wants to be looked at again: the flow's next deadline or the next minute.
double deadline_of(const flow::KioskState& state) {
    const base::Instant now = os::now();
    base::Instant next{(now.ms / kMinuteMs + 1) * kMinuteMs};
    if (const auto due = flow::next_deadline(state); due && *due < next) next = *due;
    return platform::Window::now_seconds() + static_cast<double>(std::max<std::int64_t>(next - now, 0)) / 1e3;
}

class Kiosk {
public:
    Kiosk(const KioskOptions& options, platform::Window& window, KioskWorker& worker)
        : options_(options), window_(window), worker_(worker), state_(flow::start(os::now())) {
        hear(worker_.first_news());
        renew_view();
    }

    int run() {
        while (!is_stop_asked()) {
            const double began = platform::Window::now_seconds();
            window_.frame([this] { draw(); });
            settle();
            if (options_.hand != nullptr) {
                options_.hand->frame_took((platform::Window::now_seconds() - began) * 1e3);
                if (!options_.hand->act(window_)) return 0;
                window_.ask_for_frame();
            }
            const platform::Heard heard = window_.wait(deadline_of(state_));
            marker_.tapped(heard.taps);
            if (heard.close_asked && options_.window.screen == platform::Screen::Windowed) return 0;
            if (heard.anything) pending_.emplace_back(flow::Touched{});
            while (auto news = worker_.news()) hear(std::move(*news));
            pending_.emplace_back(flow::Ticked{});
            settle();
        }
        return 0;
    }

private:
    void hear(KioskNews news) {
        if (auto* opened = std::get_if<KioskOpened>(&news)) {
            pack_ = std::move(opened->pack);
            world_.pack = pack_.get();
            world_.court = std::move(opened->court);
            world_.site = std::move(opened->site);
            view_.find_word = screens::words_of(words());
        } else if (const auto* refused = std::get_if<KioskRefused>(&news)) {
            std::fprintf(stderr, "courtyard-kiosk: %s\n", refused->message.c_str());
            state_ = flow::start(os::now(), refused->trouble, refused->code);
        } else {
            pending_.push_back(std::move(std::get<flow::Event>(news)));
            window_.ask_for_frame();
        }
    }

    [[nodiscard]] const pack::Words& words() const { return pack_ ? pack_->words : plain_words_; }

    void draw() {
        screens::draw(state_, world_, view_, [this](flow::Event event) { pending_.push_back(std::move(event)); });
        if (options_.bench_marker) marker_.draw();
    }

    // Moves the state by everything that happened; the worker gets what it is asked.
    void settle() {
        bool ended = false;
        for (flow::Event& event : pending_) {
            const flow::Place before = state_.session.place;
            flow::Updated step = flow::update(std::move(state_), event, os::now(), world_);
            state_ = std::move(step.state);
            for (flow::Effect& effect : step.effects) {
                ended = ended || std::holds_alternative<flow::EndSession>(effect);
                if (!std::holds_alternative<flow::Ticked>(event) || !(before == state_.session.place)) window_.ask_for_frame();
                worker_.ask(std::move(effect));
            }
            if (!(before == state_.session.place)) window_.ask_for_frame();
        }
        pending_.clear();
        if (view_.wants_frame) window_.ask_for_frame();
        if (ended) {
            window_.new_session();
            renew_view();
            window_.ask_for_frame();
        }
    }

    void renew_view() { view_ = view_of(window_, words()); }

    const KioskOptions& options_;
    platform::Window& window_;
    KioskWorker& worker_;
    flow::KioskState state_;
    flow::KioskWorld world_;
    std::shared_ptr<const pack::Pack> pack_;
    pack::Words plain_words_ = words_without_pack();
    screens::View view_;
    std::vector<flow::Event> pending_;
    platform::BenchMarker marker_;
};

}  // namespace

int run_kiosk(const KioskOptions& options) {
    stop_on_signals();
    std::atomic<platform::Window*> waked{nullptr};
    // The home opens on the worker's thread while the window opens on this one.
    std::optional<KioskWorker> worker(std::in_place, options.home, [&waked] {
        if (platform::Window* window = waked.load()) window->wake();
    });
    auto fonts = platform::FontLibrary::open();
    if (!fonts) {
        std::fprintf(stderr, "courtyard-kiosk: %s\n", fonts.error().message.c_str());
        return 1;
    }
    auto window = platform::Window::open(options.window, **fonts);
    if (!window) {
        std::fprintf(stderr, "courtyard-kiosk: %s\n", window.error().message.c_str());
        return 1;
    }
    waked = window->get();
    const int code = Kiosk(options, **window, *worker).run();
    worker.reset();  // its thread ends while the window that it wakes is still there
    return code;
}

}  // namespace courtyard::shell
