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
#include "app/pack/pack.hpp"
#include "app/shell/bounded_queue.hpp"
#include "sync/base/result.hpp"

namespace courtyard::shell {

// The home is open: what the screens may look at. First news, once; a later pack comes as another one.
struct KioskOpened {
    std::shared_ptr<const pack::Pack> pack;
    std::string court;
    std::string site;
    flow::PrinterKind printer = flow::PrinterKind::None;
    bool has_camera = true;
    bool reads_symbols = false;  // by camera or scanner
};
// The home cannot be used; the page of this trouble is shown.
struct KioskRefused {
    flow::Trouble trouble = flow::Trouble::StoreDamaged;
    std::string code;     // for whoever repairs it
    std::string message;  // one sentence for the log
};

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

// What a person can be told about an error of the machine; None when the error is not about the machine.
[[nodiscard]] flow::Trouble trouble_of(std::string_view error_code);

}  // namespace courtyard::shell
