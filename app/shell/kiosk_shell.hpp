// The kiosk program: one window, one worker, one pure update between them.
#pragma once

#include "app/shell/window_loop.hpp"

namespace courtyard::shell {

// Exit code of the program, as run_in_window.
[[nodiscard]] int run_kiosk(const ShellOptions& options);

}  // namespace courtyard::shell
