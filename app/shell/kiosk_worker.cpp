#include "app/shell/kiosk_worker.hpp"

#include <chrono>

#include "app/shell/kiosk_acts.hpp"
#include "app/shell/kiosk_declines.hpp"
#include "app/shell/mail_process.hpp"
#include "app/worker/scribe.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

constexpr auto kLook = std::chrono::seconds(2);  // how often the store is asked what the mail has done
constexpr auto kPrintLook = std::chrono::milliseconds(150);

EyesPlaces places_of(const worker::MachineConfig& config) { return {config.camera, config.scanner, config.sticks}; }

}  // namespace

KioskWorker::KioskWorker(std::filesystem::path home, std::function<void()> wake, KioskSetUp set_up)
    : home_(std::move(home)), wake_(std::move(wake)), set_up_(std::move(set_up)), thread_([this] { run(); }) {}

KioskWorker::~KioskWorker() {
    effects_.close();
    thread_.join();
}

void KioskWorker::ask(flow::Effect effect) {
    const bool taken = effects_.push(std::move(effect));
    COURTYARD_CHECK(taken || effects_.closed());
}

KioskNews KioskWorker::first_news() {
    while (true) {
        if (auto news = news_.pop(std::chrono::seconds(60))) return std::move(*news);
    }
}

void KioskWorker::tell(KioskNews news) {
    const bool taken = news_.push(std::move(news));
    COURTYARD_CHECK(taken);
    wake_();
}

void KioskWorker::run() {
    os::OsRandom random;
    const auto tell_event = [this](flow::Event event) { tell(std::move(event)); };
    KioskRoom room(home_, random);
    worker::Scribe scribe(tell_event);
    PrintProcess printing(program_folder() / "courtyardctl", home_);
    EyesProcess eyes(program_folder() / "courtyard-eyes", tell_event);
    StewardDesk steward(home_, set_up_.carry.empty() ? std::filesystem::path(kCarryFolder) : set_up_.carry, tell_event);
    KioskActs perform(room, printing, eyes, steward, set_up_.practice, tell_event);
    MailProcess mail(program_folder() / "courtyardctl", home_);
    const std::int64_t started = os::monotonic_ms();
    std::string refused_code;  // why the home cannot be used now; told once, tried again until it can
    bool usable = false;
    auto wait = std::chrono::milliseconds(0);
    while (!effects_.closed()) {
        auto effect = effects_.pop(wait);
        wait = printing.is_running() ? kPrintLook : kLook;
        if (effect && scribe.perform(*effect)) continue;  // the next stroke does not wait for disk or mail
        if (auto done = printing.look(os::monotonic_ms())) tell(std::move(*done));
        const auto renewed = room.refresh();
        if (!renewed) {
            if (renewed.error().code != refused_code) tell_refused(renewed.error());
            refused_code = renewed.error().code;
            usable = false;
            if (effect) std::visit(KioskDeclines{refused_code, printing, eyes, steward, tell_event}, *effect);
            continue;
        }
        if (*renewed) {
            tell(opened(room.machine()));
            scribe.use_words(room.machine().shared_pack()->typing);
            eyes.set_places(places_of(room.machine().config()));
            if (!usable) perform.check();
            usable = true;
            refused_code.clear();
        }
        if (effect) std::visit(perform, *effect);
        if (os::monotonic_ms() - started > kMailAfterMs) {
            if (set_up_.mail == Mail::Ours) mail.keep_running(os::monotonic_ms());
            eyes.keep_listening();
        }
        perform.look_at_mail();
        perform.check_now_and_then();
        steward.look_at_carry();
        if (!effect && os::monotonic_ms() - started > kMailAfterMs) perform.fill_places();
    }
    // The window may be gone before the end of its session was heard: the draft is written over all the same.
    while (auto effect = effects_.try_pop())
        if (usable && std::holds_alternative<flow::EndSession>(*effect)) perform(flow::EndSession{});
}

void KioskWorker::tell_refused(const base::Error& why) {
    auto content = opened_without_store(home_, why);
    if (!content) return tell(refused(why));
    tell(std::move(*content));
    tell(flow::Event(flow::TroubleChanged{trouble_of(why.code), why.code}));
}

}  // namespace courtyard::shell
