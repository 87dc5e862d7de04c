// The court laptop's program: one window, one worker, one pure update between them.
#pragma once

#include <filesystem>

#include "app/shell/kiosk_shell.hpp"

namespace courtyard::shell {

struct DeskOptions {
    std::filesystem::path home;
    platform::WindowOptions window;
    Hand* hand = nullptr;
};

// Runs until the window is closed or the process is told to end. Exit code of the program.
[[nodiscard]] int run_desk(const DeskOptions& options);

}  // namespace courtyard::shell
