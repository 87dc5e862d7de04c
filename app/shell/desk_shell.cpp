#include "app/shell/desk_shell.hpp"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <optional>
#include <vector>

#include "app/flow/desk_update.hpp"
#include "app/screens/field_view.hpp"
#include "app/screens/kiosk_view.hpp"
#include "app/shell/desk_worker.hpp"
#include "app/shell/stop_signal.hpp"
#include "app/shell/view_of.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

constexpr std::int64_t kMinuteMs = 60'000;

double deadline_of(const flow::DeskState& state) {
    const base::Instant now = os::now();
    base::Instant next{(now.ms / kMinuteMs + 1) * kMinuteMs};
    if (const auto due = flow::next_deadline(state); due && *due < next) next = *due;
    return platform::Window::now_seconds() + static_cast<double>(std::max<std::int64_t>(next - now, 0)) / 1e3;
}

class Desk {
public:
    Desk(const DeskOptions& options, platform::Window& window, DeskWorker& worker) : options_(options), window_(window), worker_(worker) {
        state_.now = os::now();
        state_.last_touch = state_.now;
        hear(worker_.first_news());
        renew_view();
        settle();
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
            if (heard.close_asked) return 0;
            if (heard.anything) pending_.emplace_back(flow::desk::Touched{});
            while (auto news = worker_.news()) hear(std::move(*news));
            pending_.emplace_back(flow::desk::Ticked{});
            settle();
        }
        return 0;
    }

private:
    void hear(DeskNews news) {
        window_.ask_for_frame();
        if (auto* opened = std::get_if<DeskOpened>(&news)) {
            pack_ = std::move(opened->pack);
            world_.pack = pack_.get();
            view_.view.find_word = screens::words_of(words());
            state_.person = std::move(opened->person);
            state_.role = std::move(opened->role);
            state_.court = std::move(opened->court);
        } else {
            pending_.push_back(std::move(std::get<flow::DeskEvent>(news)));
        }
    }

    [[nodiscard]] const pack::Words& words() const { return pack_ ? pack_->words : plain_words_; }

    void draw() {
        screens::draw(state_, world_, view_, [this](flow::DeskEvent event) { pending_.push_back(std::move(event)); });
    }

    void settle() {
        bool locked = false;
        for (flow::DeskEvent& event : pending_) {
            const bool quiet = std::holds_alternative<flow::desk::Ticked>(event) || std::holds_alternative<flow::desk::Touched>(event);
            flow::DeskStep step = flow::desk_update(std::move(state_), event, os::now());
            state_ = std::move(step.state);
            if (!quiet || !step.effects.empty()) window_.ask_for_frame();
            for (flow::DeskEffect& effect : step.effects) {
                locked = locked || std::holds_alternative<flow::desk::Lock>(effect);
                worker_.ask(std::move(effect));
            }
        }
        pending_.clear();
        if (view_.view.wants_frame) window_.ask_for_frame();
        if (locked) {
            window_.new_session();
            renew_view();
            window_.ask_for_frame();
        }
    }

    void renew_view() {
        view_ = screens::DeskView{};
        view_.view = view_of(window_, words());
    }

    const DeskOptions& options_;
    platform::Window& window_;
    DeskWorker& worker_;
    flow::DeskState state_;
    screens::DeskWorld world_;
    std::shared_ptr<const pack::Pack> pack_;
    pack::Words plain_words_ = words_without_pack();
    screens::DeskView view_;
    std::vector<flow::DeskEvent> pending_;
};

}  // namespace

int run_desk(const DeskOptions& options) {
    stop_on_signals();
    std::atomic<platform::Window*> waked{nullptr};
    std::optional<DeskWorker> worker(std::in_place, options.home, [&waked] {
        if (platform::Window* window = waked.load()) window->wake();
    });
    auto fonts = platform::FontLibrary::open();
    if (!fonts) {
        std::fprintf(stderr, "courtyard-field: %s\n", fonts.error().message.c_str());
        return 1;
    }
    auto window = platform::Window::open(options.window, **fonts);
    if (!window) {
        std::fprintf(stderr, "courtyard-field: %s\n", window.error().message.c_str());
        return 1;
    }
    waked = window->get();
    const int code = Desk(options, **window, *worker).run();
    worker.reset();  // its thread ends while the window that it wakes is still there
    return code;
}

}  // namespace courtyard::shell
