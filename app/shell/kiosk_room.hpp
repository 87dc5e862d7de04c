// The kiosk's opened home, opened anew when the mail process has brought a newer roster or pack.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "app/flow/kiosk_state.hpp"
#include "app/worker/machine.hpp"
#include "sync/base/random.hpp"

namespace courtyard::shell {

class KioskRoom {
public:
    // Opens nothing yet.
    KioskRoom(const std::filesystem::path& home, base::Random& random) : random_(random) { request_.home = home; }

    // True when the home was opened, for the first time or anew. Errors of worker::Machine::open() and
    // worker::prepare_filing().
    base::Result<bool> refresh();
    [[nodiscard]] worker::Machine& machine() { return *machine_; }  // after a refresh() without error
    [[nodiscard]] base::Random& random() { return random_; }
    // What people must be told of, and its code.
    [[nodiscard]] std::pair<flow::Trouble, std::string> trouble();

private:
    using Stamp = std::filesystem::file_time_type;
    base::Result<void> open();
    [[nodiscard]] std::pair<Stamp, Stamp> stamps() const;

    base::Random& random_;
    worker::OpenMachine request_;
    std::unique_ptr<worker::Machine> machine_;
    std::pair<Stamp, Stamp> seen_;  // of roster and pack, as they were when it was opened
};

}  // namespace courtyard::shell
