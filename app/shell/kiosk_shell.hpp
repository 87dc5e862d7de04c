// The kiosk program: one window, one worker, one pure update between them.
#pragma once

#include "app/shell/kiosk_worker.hpp"
#include "app/shell/session_start.hpp"
#include "app/shell/window_loop.hpp"

namespace courtyard::shell {

struct KioskOptions {
    ShellOptions shell;
    SessionStart start = {};
    KioskSetUp set_up = {};
    int link = -1;  // pipe to the keeper (session_link.hpp); -1: this process is renewed in place after each session
};

// Exit code of the program, as run_in_window.
[[nodiscard]] int run_kiosk(const KioskOptions& options);

}  // namespace courtyard::shell
