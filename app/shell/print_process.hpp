// Each paper is printed by a process of its own (`courtyardctl print order`): the process that shows a person's answers
// has no fonts of paper, no decoder and no socket; a printer that hangs holds nobody up; and what was printed is gone
// with the process. The order goes through a pipe, never through a file.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/flow/kiosk_effect.hpp"
#include "app/flow/kiosk_event.hpp"
#include "app/worker/home.hpp"

namespace courtyard::shell {

[[nodiscard]] flow::PrinterKind printer_of(const worker::MachineConfig& config);
void wipe_secrets(flow::Print& print) noexcept;

class PrintProcess {
public:
    // `program`: courtyardctl. Nothing is started yet.
    PrintProcess(std::filesystem::path program, std::filesystem::path home);
    ~PrintProcess() { stop(); }
    PrintProcess(const PrintProcess&) = delete;
    PrintProcess& operator=(const PrintProcess&) = delete;

    // SIGPIPE is ignored (stop_signal.hpp). One paper at a time: an order that comes while another is printed fails
    // with "printer.busy" at the next look(). Wipes what `print` holds.
    void start(flow::Print& print, std::int64_t now_ms);
    // The steward's strip, which tells nothing of anybody; answered with PrinterTested.
    void test(const flow::TestPrinter& test, std::int64_t now_ms);
    // Never waits: hands over more of the order, hears what came, ends what takes too long. The answer, once.
    [[nodiscard]] std::optional<flow::Event> look(std::int64_t now_ms);
    [[nodiscard]] bool is_running() const { return child_ > 0 || failed_.has_value(); }
    void stop();

private:
    [[nodiscard]] std::optional<flow::Event> answer(std::int64_t now_ms);
    void hand_over();
    void close_pipes();

    std::filesystem::path program_, home_;
    pid_t child_ = -1;
    int to_child_ = -1, from_child_ = -1;
    std::string order_;  // not yet handed over
    std::size_t handed_ = 0;
    std::string said_;
    std::uint64_t ticket_ = 0;
    std::int64_t until_ms_ = 0;
    std::optional<std::uint64_t> test_;        // the ticket of a steward's test, while that is printed
    std::optional<flow::PrintFailed> failed_;  // could not even be started
};

}  // namespace courtyard::shell
