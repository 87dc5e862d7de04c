// SIGTERM and SIGINT end a program in order: the session is wiped, the store closed.
#pragma once

#include <signal.h>

#include <atomic>
#include <functional>
#include <thread>

namespace courtyard::shell {

// Made before any other thread, so that all of them leave these signals to the one that waits for them here: a sleeping
// window has to be woken, which no signal handler may do. A child must unblock them again (unblock_stop_signals).
class StopSignals {
public:
    explicit StopSignals(std::function<void()> wake);  // called from another thread
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    [[nodiscard]] bool asked() const { return asked_; }

private:
    sigset_t before_{};  // what this thread had blocked
    std::atomic<bool> asked_{false};
    std::thread thread_;
};

// Between fork and exec; safe after a fork in a program with threads.
void unblock_stop_signals();

}  // namespace courtyard::shell
