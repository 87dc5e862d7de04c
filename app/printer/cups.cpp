// A4 pages through CUPS by its own programs: lp takes the PDF from a pipe, lpstat says how it goes, cancel takes it
// back. What CUPS keeps is CUPS' business: PreserveJobFiles No and PreserveJobHistory No (kiosk_config/README.md).
#include <algorithm>
#include <array>
#include <utility>

#include "app/printer/child.hpp"
#include "app/printer/line.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::printer {

namespace {

constexpr int kAskMs = 5'000;
constexpr int kPauseMs = 700;

bool has(const std::string& text, std::string_view word) { return text.find(word) != std::string::npos; }

// The words of IPP's printer-state-reasons (RFC 8011, 5.4.12), which lpstat prints behind "Alerts:".
base::Result<void> look(const std::string& alerts) {
    for (const std::string_view word : {"media-empty", "media-needed", "media-low-error", "input-tray-missing"})
        if (has(alerts, word)) return base::fail("printer.paper_out", "the printer has no paper");
    for (const std::string_view word : {"cover-open", "door-open", "interlock-open"})
        if (has(alerts, word)) return base::fail("printer.cover_open", "the printer's cover is open");
    for (const std::string_view word : {"media-jam", "toner-empty", "marker-supply-empty", "fuser-over-temp"})
        if (has(alerts, word)) return base::fail("printer.failed", "the printer is stopped: jammed paper, or no ink");
    for (const std::string_view word : {"offline", "connecting-to-device", "timed-out", "shutdown"})
        if (has(alerts, word)) return base::fail("printer.unreachable", "the printer is switched off or not connected");
    return {};
}

base::Error refused(const std::string& said) {
    if (has(said, "does not exist") || has(said, "no default destination") || has(said, "No such file"))
        return {"printer.none", "CUPS has no such queue: look at [printer] in machine.toml"};
    if (has(said, "not accepting") || has(said, "disabled"))
        return {"printer.unreachable", "the queue is stopped in CUPS: enable it with cupsenable"};
    if (has(said, "scheduler") || has(said, "Unable to connect") || has(said, "refused"))
        return {"printer.unreachable", "CUPS does not run on this machine"};
    return {"printer.failed", "CUPS did not take the page"};
}

// "request id is laser-12 (1 file(s))"
std::string job_of(const std::string& said) {
    constexpr std::string_view kBefore = "request id is ";
    const std::size_t at = said.find(kBefore);
    if (at == std::string::npos) return {};
    const std::size_t from = at + kBefore.size();
    return said.substr(from, said.find_first_of(" \n", from) - from);
}

}  // namespace

base::Result<void> give_to_cups(const Config& config, base::ByteView bytes, const std::string& name,
                                const Patience& patience) {
    std::vector<std::string> lp = {"lp"};
    if (!config.queue.empty()) lp.insert(lp.end(), {"-d", config.queue});
    lp.insert(lp.end(), {"-t", name, "-o", "media=A4", "-o", "fit-to-page", "-"});
    const Ended taken = TRY(run_child(lp, bytes, patience.whole_ms, patience.asker));
    if (taken.code == 127) return base::fail("printer.none", "lp is not installed: cups-client is missing");
    if (taken.code != 0) return tl::unexpected(refused(taken.out));
    const std::string job = job_of(taken.out);
    if (job.empty()) return {};
    const std::string queue = job.substr(0, job.rfind('-'));
    const std::int64_t until = os::monotonic_ms() + patience.queue_ms;
    const auto take_back = [&job] { static_cast<void>(run_child({"cancel", job}, {}, kAskMs)); };
    int pause_ms = 0;
    while (os::monotonic_ms() < until) {
        if (asker_leaves(patience.asker, std::exchange(pause_ms, kPauseMs))) {
            take_back();
            return base::fail("printer.taken_back", "nobody waits for the paper any more");
        }
        const auto waiting = run_child({"lpstat", "-W", "not-completed", "-o", queue}, {}, kAskMs);
        if (!waiting || waiting->code != 0)
            return {};  // it cannot be asked: it was taken, and that is all that is known
        if (!has(waiting->out, job + " ")) return {};  // printed
        const auto state = run_child({"lpstat", "-l", "-p", queue}, {}, kAskMs);
        if (state && state->code == 0) {
            if (auto well = look(state->out); !well) {
                // Nothing comes out later, when somebody else stands there.
                take_back();
                return well;
            }
        }
    }
    return {};
}

}  // namespace courtyard::printer
