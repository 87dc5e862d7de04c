// What a program tells whoever started it (sd_notify(3), without its library): that it is ready, that it still answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace courtyard::os {

class Supervisor {
public:
    // Of the environment: NOTIFY_SOCKET, WATCHDOG_USEC. Without them every call does nothing.
    static Supervisor of_environment();
    Supervisor(std::string socket, std::int64_t watchdog_ms);

    // Once, when it can be used.
    void tell_ready();
    // From the loop that people wait for: tells that it is alive, at most every third of the time that it has.
    void tell_alive(std::int64_t monotonic_ms);
    // The moment of the monotonic clock at which tell_alive() wants to be called next.
    [[nodiscard]] std::optional<std::int64_t> next_ms() const;

private:
    void send(std::string_view message) const;

    std::string socket_;
    std::int64_t every_ms_ = 0;  // 0: nobody watches
    std::int64_t told_ms_ = 0;
    bool ready_ = false;
};

}  // namespace courtyard::os
