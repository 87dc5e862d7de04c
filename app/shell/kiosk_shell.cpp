#include "app/shell/kiosk_shell.hpp"

#include <cstdio>
#include <optional>
#include <vector>

#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_update.hpp"
#include "app/flow/speech_words.hpp"
#include "app/screens/kiosk_view.hpp"
#include "app/shell/kiosk_worker.hpp"
#include "app/shell/mail_process.hpp"
#include "app/shell/session_link.hpp"
#include "app/shell/shipped.hpp"
#include "app/shell/view_of.hpp"
#include "app/shell/voice.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

constexpr const char* kName = "courtyard-kiosk";
constexpr std::int64_t kReplacedWithinMs = 5'000;

class Kiosk final : public WindowProgram {
public:
    Kiosk(platform::Window& window, const screens::Theme& theme, KioskWorker& worker, Voice& voice,
          const KioskOptions& options)
        : window_(window),
          theme_(theme),
          worker_(worker),
          voice_(voice),
          link_(options.link),
          state_(flow::start(os::now())),
          practice_(options.set_up.practice) {
        state_.machine.practice = practice_;
        take(worker_.first_news());
        begin_with(options.start);
        renew_view();
    }

    void draw() override {
        screens::draw(state_, world_, view_, [this](flow::Event event) { pending_.push_back(std::move(event)); });
    }

    void hear(const platform::Heard& heard) override {
        link_.ready();
        if (heard.anything) pending_.emplace_back(flow::Touched{});
        while (auto news = worker_.news())
            take(std::move(*news));
        while (auto told = voice_.news()) {
            pending_.push_back(std::move(*told));
            window_.ask_for_frame();
        }
        pending_.emplace_back(flow::Ticked{});
    }

    void settle() override {
        bool ended = false;
        for (flow::Event& event : pending_) {
            if (link_.is_over()) break;  // nobody's any more: the next process is about to show itself
            const flow::Place before = state_.session.place;
            flow::Updated step = flow::update(std::move(state_), event, os::now(), world_);
            state_ = std::move(step.state);
            flow::wipe_words(event);
            for (flow::Effect& effect : step.effects) {
                ended = ended || std::holds_alternative<flow::EndSession>(effect);
                if (!std::holds_alternative<flow::Ticked>(event) || !(before == state_.session.place))
                    window_.ask_for_frame();
                if (!voice_.takes(effect)) worker_.ask(std::move(effect));
            }
            if (ended && link_.is_kept()) over();
            if (!(before == state_.session.place)) window_.ask_for_frame();
        }
        pending_.clear();
        link_.step(step_now());
        if (view_.wants_frame) window_.ask_for_frame();
        if (ended) {
            window_.new_session();
            renew_view();
            window_.ask_for_frame();
        }
    }

    // A process that nobody replaces would stand there deaf.
    [[nodiscard]] bool is_finished() const override {
        return over_at_ms_ && os::monotonic_ms() - *over_at_ms_ > kReplacedWithinMs;
    }

    [[nodiscard]] std::optional<base::Instant> next_deadline() const override {
        if (over_at_ms_) return os::now() + kReplacedWithinMs;
        return flow::next_deadline(state_);
    }

private:
    void begin_with(const SessionStart& start) {
        if (state_.session.place.page == flow::Page::Failure) return;
        if (start.page == flow::Page::Failure)
            state_ = flow::start(os::now(), flow::Trouble::KeepsFailing, "kiosk.keeps_failing");
        else
            state_.session.place.page = start.page;
        state_.session.text_size = start.text_size;
        state_.session.contrast = start.contrast;
        if (start.aloud && start.page != flow::Page::Failure) {
            state_.session.voice.loudness = *start.aloud;
            pending_.emplace_back(flow::PressedListen{});
        }
        if (start.practice) {
            state_.session.practice = true;
            worker_.ask(flow::Practise{});
        }
    }

    [[nodiscard]] StepNow step_now() const {
        if (!world_.pack || !state_.session.draft.kind) return {};
        const flow::StepCount count = flow::count_steps(state_, world_);
        if (state_.session.place.page == flow::Page::Review) return {count.steps, count.steps};
        return state_.session.place.page == flow::Page::Ask ? StepNow{count.step, count.steps} : StepNow{};
    }

    void over() {
        if (over_at_ms_) return;
        over_at_ms_ = os::monotonic_ms();
        const flow::Session& session = state_.session;
        // A failing pack sends every session to the same page; the next process finds that out by itself.
        const bool failing = session.place.page == flow::Page::Failure;
        SessionStart next{failing ? flow::Page::Attract : session.place.page,
                          session.text_size,
                          session.contrast,
                          session.practice,
                          {}};
        if (session.voice.on) next.aloud = session.voice.loudness;
        link_.over(next);
    }

    void take(KioskNews news) {
        if (auto* opened = std::get_if<KioskOpened>(&news)) {
            pack_ = std::move(opened->pack);
            world_.pack = pack_.get();
            words_ = with_shipped_words(pack_->words, "ui.toml");
            world_.court = std::move(opened->court);
            world_.site = std::move(opened->site);
            world_.can_speak = voice_.can_speak(*pack_);
            voice_.use(pack_);
            world_.printer = opened->printer;
            world_.has_camera = opened->has_camera;
            world_.reads_symbols = opened->reads_symbols;
            view_.find_word = screens::words_of(words());
        } else if (const auto* refused = std::get_if<KioskRefused>(&news)) {
            std::fprintf(stderr, "%s: %s\n", kName, refused->message.c_str());
            state_ = pack_ ? flow::start(os::now(), refused->trouble, refused->code)
                           : flow::start_without_content(os::now(), refused->trouble, refused->code);
            state_.machine.practice = practice_;
        } else {
            pending_.push_back(std::move(std::get<flow::Event>(news)));
            window_.ask_for_frame();
        }
    }

    // Words from outside any pack are read only where there is no pack.
    [[nodiscard]] const pack::Words& words() {
        if (pack_) return words_;
        if (!plain_words_) plain_words_ = words_without_pack();
        return *plain_words_;
    }

    void renew_view() { view_ = view_of(window_, theme_, words()); }

    platform::Window& window_;
    const screens::Theme theme_;
    KioskWorker& worker_;
    Voice& voice_;
    SessionLink link_;
    std::optional<std::int64_t> over_at_ms_;
    flow::KioskState state_;
    const bool practice_;
    flow::KioskWorld world_;
    std::shared_ptr<const pack::Pack> pack_;
    pack::Words words_;  // of the pack, and what it lacks
    std::optional<pack::Words> plain_words_;
    screens::View view_;
    std::vector<flow::Event> pending_;
};

}  // namespace

int run_kiosk(const KioskOptions& options) {
    WindowWaker waker;
    const StopSignals stop([&waker] { waker.wake(); });
    KioskSetUp set_up = options.set_up;
    if (options.link >= 0) set_up.mail = Mail::Elsewhere;  // the keeper's
    KioskWorker worker(
        options.shell.home, [&waker] { waker.wake(); }, set_up);
    Voice voice(program_folder() / "courtyard-voice", [&waker] { waker.wake(); });
    return run_in_window(kName, options.shell, waker, stop,
                         [&worker, &voice, &options](platform::Window& window, const screens::Theme& theme) {
                             return std::make_unique<Kiosk>(window, theme, worker, voice, options);
                         });
}

}  // namespace courtyard::shell
