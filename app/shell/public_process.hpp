// The keeper's end of the screen behind the person: kept running, and told the steps.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "app/shell/public_shell.hpp"

namespace courtyard::shell {

class PublicProcess {
public:
    explicit PublicProcess(std::vector<std::string> command) : command_(std::move(command)) {}
    ~PublicProcess();
    PublicProcess(const PublicProcess&) = delete;
    PublicProcess& operator=(const PublicProcess&) = delete;

    // Starts it when it does not run, at most once in 30 s.
    void keep_running(std::int64_t now_ms);
    void tell(const StepNow& now);

private:
    std::vector<std::string> command_;
    pid_t child_ = -1;
    int pipe_ = -1;
    std::int64_t not_before_ms_ = 0;
    StepNow now_;
};

}  // namespace courtyard::shell
