// The kiosk's one worker: a thread that owns the opened home and performs what the screen asks. It speaks in effects
// and events only, so it could move into a process of its own without the screens noticing.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <variant>

#include "app/flow/kiosk_effect.hpp"
#include "app/flow/kiosk_event.hpp"
#include "app/shell/bounded_queue.hpp"
#include "app/shell/kiosk_opening.hpp"
#include "sync/base/result.hpp"

namespace courtyard::shell {

// How this kiosk was set up.
enum class Mail : std::uint8_t { Ours, Elsewhere };  // who keeps the mail process running
struct KioskSetUp {
    Mail mail = Mail::Ours;
    bool practice = false;        // nothing is ever filed
    std::filesystem::path carry;  // where stick and kiosk meet; empty: kCarryFolder
};

using KioskNews = std::variant<KioskOpened, KioskRefused, flow::Event>;

class KioskWorker {
public:
    // `wake` is called from the worker's thread after news was queued.
    KioskWorker(std::filesystem::path home, std::function<void()> wake, KioskSetUp set_up = {});
    ~KioskWorker();
    KioskWorker(const KioskWorker&) = delete;
    KioskWorker& operator=(const KioskWorker&) = delete;

    void ask(flow::Effect effect);
    [[nodiscard]] std::optional<KioskNews> news() { return news_.try_pop(); }
    // Waits for the first news (the home opened or refused).
    [[nodiscard]] KioskNews first_news();

private:
    void run();
    void tell_refused(const base::Error& why);
    void tell(KioskNews news);

    std::filesystem::path home_;
    std::function<void()> wake_;
    KioskSetUp set_up_;
    BoundedQueue<flow::Effect> effects_{64};
    BoundedQueue<KioskNews> news_{256};
    std::thread thread_;
};

}  // namespace courtyard::shell
