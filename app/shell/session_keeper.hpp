// The kiosk's first process. It shows nothing, opens no store and hears no key: it keeps the mail running and one
// process for each session, so that whatever a person did ends with the process that saw it, however the session
// ended (design/threats.md 3.5: after a correct wipe of our own buffers, copies stayed in libraries; a process that is
// gone has none).
//
//     showing ──"over home large high"──▶ keeper ──begins──▶ coming ──"ready"──▶ keeper: showing goes, coming shows
//
// The next window is above the last one before that goes: nothing else is ever seen. A process that falls is replaced
// at once by one that begins at the attract screen; one that falls again and again is replaced by one that says so.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace courtyard::shell {

struct KeptKiosk {
    std::filesystem::path program;       // of a session
    std::vector<std::string> arguments;  // of a session
    std::filesystem::path home;
    std::filesystem::path mail;              // courtyardctl; empty: somebody else keeps the mail
    std::vector<std::string> public_screen;  // the command of the screen behind the person; empty: there is none
};

// When a process that falls is given up for a while.
inline constexpr int kFallsMax = 5;
inline constexpr std::int64_t kFallsWithinMs = 600'000;

// Runs until SIGTERM or SIGINT, until the first process cannot begin, or until the person closes a session's window
// (possible only where it does not fill the screen). Exit code of the program.
[[nodiscard]] int keep_kiosk(const KeptKiosk& kiosk);

}  // namespace courtyard::shell
