#include "app/shell/kiosk_room.hpp"

#include <system_error>

#include "app/worker/filing.hpp"
#include "app/worker/kiosk_health.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

base::Result<void> KioskRoom::open() {
    machine_.reset();
    seen_ = stamps();
    machine_ = TRY(worker::Machine::open(request_, random_));
    return worker::prepare_filing(*machine_, random_);
}

base::Result<bool> KioskRoom::refresh() {
    if (machine_ && stamps() == seen_) return false;
    TRY(open());
    return true;
}

std::pair<flow::Trouble, std::string> KioskRoom::trouble() {
    auto disk = worker::trouble_of_disk(request_.home);
    return disk.first != flow::Trouble::None ? disk : worker::trouble_of_machine(*machine_, os::now());
}

std::pair<KioskRoom::Stamp, KioskRoom::Stamp> KioskRoom::stamps() const {
    std::error_code error;
    const worker::Home home{request_.home};
    return {std::filesystem::last_write_time(home.roster(), error),
            std::filesystem::last_write_time(home.pack(), error)};
}

}  // namespace courtyard::shell
