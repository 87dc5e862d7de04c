#include "tests/fault/link_program.hpp"

#include <array>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sync/base/result.hpp"

namespace courtyard::test {

HubProgram::HubProgram(const std::filesystem::path& config) {
    std::array<int, 2> pipe_ends{};
    COURTYARD_CHECK(pipe2(pipe_ends.data(), O_CLOEXEC) == 0);
    child_ = fork();
    if (child_ == 0) {
        dup2(pipe_ends[1], STDOUT_FILENO);
        dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
        execl(COURTYARD_HUB_PROGRAM, "courtyard-hub", "serve", "--config", config.c_str(), nullptr);
        _exit(127);
    }
    close(pipe_ends[1]);
    std::string line;
    char next = 0;
    while (read(pipe_ends[0], &next, 1) == 1 && next != '\n')
        line += next;
    close(pipe_ends[0]);
    COURTYARD_CHECK(line.starts_with("listening on 127.0.0.1:"));
    port_ = static_cast<std::uint16_t>(std::stoul(line.substr(line.rfind(':') + 1)));
}

HubProgram::~HubProgram() {
    if (child_ > 0) kill();
}

void HubProgram::kill() {
    ::kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
    child_ = -1;
}

int HubProgram::terminate() {
    ::kill(child_, SIGTERM);
    int status = 0;
    waitpid(child_, &status, 0);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

Ended run_hub(const std::string& arguments) {
    FILE* pipe = popen((std::string(COURTYARD_HUB_PROGRAM) + " " + arguments + " 2>&1 >/dev/null").c_str(), "r");
    COURTYARD_CHECK(pipe != nullptr);
    Ended ended;
    std::array<char, 512> buffer{};
    while (fgets(buffer.data(), buffer.size(), pipe) != nullptr)
        ended.says += buffer.data();
    const int status = pclose(pipe);
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ended;
}

}  // namespace courtyard::test
