#include <algorithm>

#include <signal.h>
#include <sys/select.h>

#include <cstdio>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/sync_round.hpp"
#include "app/ctl/usage.hpp"
#include "app/sound/performance.hpp"
#include "app/worker/alerting.hpp"
#include "app/worker/china_time.hpp"
#include "app/worker/health.hpp"
#include "app/worker/status.hpp"
#include "app/worker/syncing.hpp"
#include "app/worker/way_to_hub.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t kKioskPollMs = 15 * 60 * 1000;
constexpr std::int64_t kLaptopPollMs = 60 * 1000;

volatile sig_atomic_t stop_asked = 0;
void ask_to_stop(int) { stop_asked = 1; }

// Sleeps, but wakes at once when asked to stop: the two signals are let in only while it waits.
class StopSignal {
public:
    StopSignal() {
        struct sigaction action {};
        action.sa_handler = ask_to_stop;
        ::sigaction(SIGTERM, &action, nullptr);
        ::sigaction(SIGINT, &action, nullptr);
        sigset_t both;
        sigemptyset(&both);
        sigaddset(&both, SIGTERM);
        sigaddset(&both, SIGINT);
        ::sigprocmask(SIG_BLOCK, &both, &outside_);
    }
    ~StopSignal() { ::sigprocmask(SIG_SETMASK, &outside_, nullptr); }
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    [[nodiscard]] bool wait(std::int64_t ms) const {
        const timespec duration{ms / 1000, (ms % 1000) * 1'000'000};
        if (stop_asked == 0) ::pselect(0, nullptr, nullptr, nullptr, &duration, &outside_);
        return stop_asked != 0;
    }

private:
    sigset_t outside_{};
};

base::Result<void> sync_one_round(worker::Machine& machine, base::Random& random, Output& out) {
    const auto courier = TRY(worker::way_to_hub(machine, os::now()));
    const auto report = TRY(worker::sync_once(machine, *courier, os::now, random));
    const auto status = TRY(worker::status_of(machine));
    return tell_round(report, status.outbox, out);
}

base::Result<void> sync(bool once, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    if (once) return sync_one_round(*machine, random, out);
    const StopSignal stop;
    worker::SyncLoop loop;
    loop.clock = os::now;
    loop.wait = [&](std::int64_t ms) { return stop.wait(ms); };
    loop.told = [&](const worker::SyncReport& report) {
        // The diary of a kiosk may be read by whoever looks after it: it says that mail went, not how much.
        if (report.problem) {
            std::fprintf(stderr, "courtyardctl: %s: %s\n",
                         report.reached ? "the hub did not answer to the end" : "the hub was not reached",
                         report.problem->message.c_str());
        }
        if (report.quarantined > 0)
            std::fputs("courtyardctl: something was set aside: the hub does not take it; it is kept here\n", stderr);
    };
    loop.poll_ms = machine->is_kiosk() ? kKioskPollMs : kLaptopPollMs;
    if (machine->config().poll_s != 0) loop.poll_ms = machine->config().poll_s * 1000;
    TRY(worker::keep_syncing(*machine, loop, random));
    const auto status = TRY(worker::status_of(*machine));
    out.object(Json{{"stopped", true}, {"outbox", counts_json(status.outbox)}});
    out.line("stopped; " + waiting_words(status.outbox));
    return {};
}

std::string age_words(base::Instant now, base::Instant then) {
    const std::int64_t minutes = (now - then) / 60'000;
    if (minutes < 0) return "at a time that this clock has not reached";
    if (minutes < 1) return "just now";
    if (minutes < 120) return std::to_string(minutes) + " minutes ago";
    if (minutes < 48 * 60) return std::to_string(minutes / 60) + " hours ago";
    return std::to_string(minutes / (24 * 60)) + " days ago";
}

base::Result<void> status(const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const auto status = TRY(worker::status_of(*machine));
    const std::string contact = status.last_contact ? age_words(os::now(), *status.last_contact) : "never";
    Json json{{"court", machine->config().court},
              {"kind", mail::name_of(machine->config().kind)},
              {"machine", machine->config().machine.text()},
              {"site", machine->config().site},
              {"outbox", counts_json(status.outbox)},
              {"set_aside", Json::array()},
              {"applications", status.applications},
              {"last_contact", status.last_contact ? Json(worker::utc_time(*status.last_contact)) : Json(nullptr)},
              {"last_contact_words", contact},
              {"failures", status.failures},
              {"pack", {{"name", status.pack_name}, {"version", status.pack_version}}},
              {"roster_version", status.roster_version}};
    for (const base::RecordId& id : status.set_aside)
        json["set_aside"].push_back(id.text());
    // Of a laptop alone: a kiosk knows nothing of what it has said.
    std::size_t alerts = 0;
    if (machine->reads_intake()) {
        const auto all = TRY(worker::list_alerts(*machine));
        alerts = static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [](const auto& a) { return !a.looked_after; }));
        json["alerts"] = alerts;
    }
    out.object(json);
    if (alerts > 0)
        out.line("ALERTS, to be looked after TODAY: " + std::to_string(alerts) + "; see: courtyardctl inbox");
    const mail::OutboxCounts& counts = status.outbox;
    out.line("saved here, not sent yet:    " + std::to_string(counts.queued));
    out.line("sent, fate not known yet:    " + std::to_string(counts.sent));
    out.line("the court's hub has it:      " + std::to_string(counts.accepted));
    out.line("and keeps it for good:       " + std::to_string(counts.durable));
    out.line("set aside (not taken):       " + std::to_string(counts.quarantined));
    for (const base::RecordId& id : status.set_aside)
        out.line("  " + id.text());
    if (!machine->is_kiosk()) out.line("applications on this laptop: " + std::to_string(status.applications));
    out.line("last heard from the hub:     " + contact +
             (status.last_contact ? " (" + worker::china_time(*status.last_contact) + ")" : ""));
    if (status.failures > 0) out.line("trials without an answer:    " + std::to_string(status.failures));
    out.line("content pack:                " + status.pack_name + " version " + std::to_string(status.pack_version));
    out.line("roster:                      version " + std::to_string(status.roster_version));
    return {};
}

base::Result<void> doctor(bool ask_hub, const Common& common, Output& out) {
    TRY(need(common.home, "--home"));
    worker::Examine request;
    request.open.home = common.home;
    request.ask_hub = ask_hub;
    const auto config = worker::read_machine_config({common.home});
    seal::SecretBytes passphrase;
    if (config && config->kind == mail::MachineKind::Laptop) {
        passphrase = TRY(passphrase_of(common, Ask::Once));
        request.open.passphrase = passphrase.view();
    }
    os::OsRandom random;
    auto findings = worker::examine(request, os::now(), random);
    if (config && config->kind == mail::MachineKind::Kiosk) {
        // A machine without a sound card is whole: everything that can be heard can be read.
        const sound::Hearing hearing = sound::look_at_sound("default");
        findings.push_back({"reading aloud", hearing.synthesiser, hearing.says});
    }
    Json checks = Json::array();
    std::string first_bad;
    std::size_t bad = 0;
    for (const worker::Finding& finding : findings) {
        checks.push_back({{"check", finding.check}, {"ok", finding.ok}, {"says", finding.says}});
        out.line((finding.ok ? "ok    " : "LOOK  ") + finding.check + ": " + finding.says);
        if (finding.ok) continue;
        if (bad++ == 0) first_bad = finding.check + ": " + finding.says;
    }
    out.object(Json{{"ok", bad == 0}, {"checks", std::move(checks)}});
    if (bad == 0) return {};
    return base::fail(std::string(kToldAlready),
                      std::to_string(bad) + " thing(s) to look after; the first is " + first_bad);
}

}  // namespace

void add_mail_commands(CLI::App& app, Commands& commands) {
    auto once = std::make_shared<bool>(false);
    CLI::App* sync_command = app.add_subcommand("sync", "send what waits, fetch what is new; goes on until stopped");
    sync_command->add_flag("--once", *once, "one round, then end");
    sync_command->callback([once, &commands] {
        commands.action = [once, &commands](Output& out) { return sync(*once, commands.common, out); };
    });

    app.add_subcommand("status", "what waits, and when the hub was last heard")->callback([&commands] {
        commands.action = [&commands](Output& out) { return status(commands.common, out); };
    });

    auto ask_hub = std::make_shared<bool>(false);
    CLI::App* doctor_command =
        app.add_subcommand("doctor", "looks at everything this machine stands on and says what to do");
    doctor_command->add_flag("--hub", *ask_hub, "also ask whether the hub can be reached");
    doctor_command->callback([ask_hub, &commands] {
        commands.action = [ask_hub, &commands](Output& out) { return doctor(*ask_hub, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
