#include "app/shell/stop_signal.hpp"

#include <csignal>

namespace courtyard::shell {

namespace {
// The one thing that a signal handler may touch.
volatile std::sig_atomic_t asked = 0;
}  // namespace

void stop_on_signals() {
    struct sigaction action {};
    action.sa_handler = [](int) { asked = 1; };
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

bool is_stop_asked() { return asked != 0; }

}  // namespace courtyard::shell
