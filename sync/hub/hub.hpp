// The running hub: everything put together from one Config. The program's main and the tests both use it like this.
#pragma once

#include <cstdint>
#include <memory>

#include "sync/base/random.hpp"
#include "sync/hub/config.hpp"
#include "sync/hub/log.hpp"

namespace courtyard::hub {

class Hub {
public:
    // Reads every file that the settings name, opens the store and the port. "hub.config", "hub.store", "hub.listen"
    // and those of rosters. `log` outlives the hub.
    [[nodiscard]] static base::Result<std::unique_ptr<Hub>> open(const Config& config, Log& log, base::Random& random);
    ~Hub();

    [[nodiscard]] std::string address() const;  // "127.0.0.1:8443": as it really is, also when the settings said port 0
    [[nodiscard]] std::uint16_t port() const;

    // Serves until stop(): then requests under way are answered (for at most ten seconds), and what was accepted is on
    // disk.
    void run();
    void stop();             // from any thread
    void stop_on_signals();  // SIGTERM and SIGINT call stop(); before run()

private:
    struct Parts;
    explicit Hub(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace courtyard::hub
