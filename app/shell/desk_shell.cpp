#include "app/shell/desk_shell.hpp"

#include <optional>
#include <vector>

#include "app/flow/desk_update.hpp"
#include "app/screens/field_view.hpp"
#include "app/screens/kiosk_view.hpp"
#include "app/shell/desk_worker.hpp"
#include "app/shell/shipped.hpp"
#include "app/shell/view_of.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

class Desk final : public WindowProgram {
public:
    Desk(platform::Window& window, const screens::Theme& theme, DeskWorker& worker)
        : window_(window), theme_(theme), worker_(worker) {
        state_.now = os::now();
        state_.last_touch = state_.now;
        take(worker_.first_news());
        renew_view();
        settle();
    }

    void draw() override {
        screens::draw(state_, world_, view_, [this](flow::DeskEvent event) { pending_.push_back(std::move(event)); });
    }

    void hear(const platform::Heard& heard) override {
        if (heard.anything) pending_.emplace_back(flow::desk::Touched{});
        while (auto news = worker_.news())
            take(std::move(*news));
        pending_.emplace_back(flow::desk::Ticked{});
    }

    void settle() override {
        bool locked = false;
        for (flow::DeskEvent& event : pending_) {
            const bool quiet =
                std::holds_alternative<flow::desk::Ticked>(event) || std::holds_alternative<flow::desk::Touched>(event);
            flow::DeskStep step = flow::desk_update(std::move(state_), event, os::now());
            state_ = std::move(step.state);
            if (auto* opened = std::get_if<flow::desk::DraftsOpened>(&event)) flow::desk::wipe(*opened);
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

    [[nodiscard]] std::optional<base::Instant> next_deadline() const override { return flow::next_deadline(state_); }

private:
    void take(DeskNews news) {
        window_.ask_for_frame();
        if (auto* opened = std::get_if<DeskOpened>(&news)) {
            pack_ = std::move(opened->pack);
            world_.pack = pack_.get();
            words_ = pack_->words;
            for (const char* texts : kDeskTexts)
                words_ = with_shipped_words(words_, texts);
            view_.view.find_word = screens::words_of(words());
            state_.person = std::move(opened->person);
            state_.role = std::move(opened->role);
            state_.court = std::move(opened->court);
        } else {
            pending_.push_back(std::move(std::get<flow::DeskEvent>(news)));
        }
    }

    // Words from outside any pack are read only where there is no pack.
    [[nodiscard]] const pack::Words& words() {
        if (pack_) return words_;
        if (!plain_words_) plain_words_ = words_without_pack();
        return *plain_words_;
    }

    void renew_view() {
        view_ = screens::DeskView{};
        view_.view = view_of(window_, theme_, words());
    }

    platform::Window& window_;
    const screens::Theme theme_;
    DeskWorker& worker_;
    flow::DeskState state_;
    screens::DeskWorld world_;
    std::shared_ptr<const pack::Pack> pack_;
    pack::Words words_;  // of the pack, and what it lacks
    std::optional<pack::Words> plain_words_;
    screens::DeskView view_;
    std::vector<flow::DeskEvent> pending_;
};

}  // namespace

int run_desk(const ShellOptions& options) {
    WindowWaker waker;
    const StopSignals stop([&waker] { waker.wake(); });
    DeskWorker worker(options.home, [&waker] { waker.wake(); });
    return run_in_window("courtyard-field", options, waker, stop,
                         [&worker](platform::Window& window, const screens::Theme& theme) {
                             return std::make_unique<Desk>(window, theme, worker);
                         });
}

}  // namespace courtyard::shell
