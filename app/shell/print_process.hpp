// Each paper is printed by a process of its own (`courtyardctl print order`): the process that shows a person's answers
// has no fonts of paper, no decoder and no socket; a printer that hangs holds nobody up; and what was printed is gone
// with the process. The order goes through a pipe, never through a file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "app/flow/kiosk_effect.hpp"
#include "app/flow/kiosk_event.hpp"
#include "app/shell/print_child.hpp"
#include "app/worker/home.hpp"

namespace courtyard::shell {

[[nodiscard]] flow::PrinterKind printer_of(const worker::MachineConfig& config);
void wipe_secrets(flow::Print& print) noexcept;

class PrintProcess {
public:
    // `program`: courtyardctl. Nothing is started yet.
    PrintProcess(std::filesystem::path program, std::filesystem::path home)
        : child_(std::move(program), PrintChild::WhenAlone::Dies), home_(std::move(home)) {}

    // One paper at a time: an order that comes while another is printed fails with "printer.busy" at the next look().
    // Wipes what `print` holds.
    void start(flow::Print& print, std::int64_t now_ms);
    // The steward's strip, which tells nothing of anybody; answered with PrinterTested.
    void test(const flow::TestPrinter& test, std::int64_t now_ms);
    // Never waits. The answer, once.
    [[nodiscard]] std::optional<flow::Event> look(std::int64_t now_ms);
    [[nodiscard]] bool is_running() const { return child_.is_running() || refused_.has_value(); }
    void stop();

private:
    [[nodiscard]] std::optional<flow::Event> answer(std::int64_t now_ms);

    PrintChild child_;
    std::filesystem::path home_;
    std::uint64_t ticket_ = 0;
    std::optional<std::uint64_t> test_;         // the ticket of a steward's test, while that is printed
    std::optional<flow::PrintFailed> refused_;  // came while another was printed
};

}  // namespace courtyard::shell
