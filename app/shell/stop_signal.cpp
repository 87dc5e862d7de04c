#include "app/shell/stop_signal.hpp"

#include <csignal>

namespace courtyard::shell {

namespace {

int last_call() { return SIGRTMIN; }  // to our own thread alone: nobody is waiting any more

sigset_t waited_for() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, last_call());
    return set;
}

}  // namespace

StopSignals::StopSignals(std::function<void()> wake) {
    std::signal(SIGPIPE, SIG_IGN);
    const sigset_t set = waited_for();
    pthread_sigmask(SIG_BLOCK, &set, &before_);
    thread_ = std::thread([this, wake = std::move(wake)] {
        const sigset_t waited = waited_for();
        int signal = 0;
        while (sigwait(&waited, &signal) == 0 && signal != last_call()) {
            asked_ = true;
            wake();
        }
    });
}

StopSignals::~StopSignals() {
    pthread_kill(thread_.native_handle(), last_call());
    thread_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void unblock_stop_signals() {
    const sigset_t set = waited_for();
    sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace courtyard::shell
