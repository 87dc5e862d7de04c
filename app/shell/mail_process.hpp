// The kiosk's mail is a process of its own (`courtyardctl sync`): the process that shows a person's answers never opens
// a socket, starts without a network library, and a mail that hangs or falls cannot take the screen with it. Both share
// the store file (WAL).
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace courtyard::shell {

inline constexpr std::int64_t kMailAfterMs = 1'500;  // the first screen comes first

class MailProcess {
public:
    // `program`: courtyardctl. Nothing is started yet.
    MailProcess(std::filesystem::path program, std::filesystem::path home);
    ~MailProcess();  // ends it
    MailProcess(const MailProcess&) = delete;
    MailProcess& operator=(const MailProcess&) = delete;

    // Starts it when it does not run, at most once in 30 s: one that fails at once must not burn the processor.
    void keep_running(std::int64_t now_ms);

private:
    std::filesystem::path program_;
    std::filesystem::path home_;
    pid_t child_ = -1;
    std::int64_t not_before_ms_ = 0;
};

// The folder of the running program, where its sisters lie.
[[nodiscard]] std::filesystem::path program_folder();

}  // namespace courtyard::shell
