// One session's process as its keeper sees it: started with a pipe to speak on, asked to go, made to go.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/shell/session_start.hpp"
#include "sync/base/result.hpp"

namespace courtyard::shell {

class SessionProcess {
public:
    // `arguments` come after the program's name and before --link and --start. The child gets the signals unblocked,
    // dies with this process, and inherits nothing open but the pipe and the three standard files. "session.start":
    // no process can be made.
    static base::Result<SessionProcess> begin(const std::filesystem::path& program,
                                              const std::vector<std::string>& arguments, const SessionStart& start);
    SessionProcess(SessionProcess&& other) noexcept;
    SessionProcess& operator=(SessionProcess&& other) noexcept;
    ~SessionProcess();  // kills what still runs

    [[nodiscard]] int pipe() const { return pipe_; }
    // What it has said since: the next whole line, if there is one. A line that is too long is no line.
    [[nodiscard]] std::optional<std::string> line();
    // Exit status as of waitpid once it has ended; asks without waiting.
    [[nodiscard]] std::optional<int> ended();

    void ask_to_go() const;  // SIGTERM: wipes and closes what it has open
    void kill();             // and waits until nothing of it is left

private:
    SessionProcess(pid_t pid, int pipe) : pid_(pid), pipe_(pipe) {}

    pid_t pid_ = -1;
    int pipe_ = -1;
    std::string heard_;
};

}  // namespace courtyard::shell
