#include "app/shell/mail_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <system_error>

#include "app/shell/stop_signal.hpp"

namespace courtyard::shell {

namespace {
constexpr std::int64_t kRestartMs = 30'000;
}

MailProcess::MailProcess(std::filesystem::path program, std::filesystem::path home)
    : program_(std::move(program)), home_(std::move(home)) {}

MailProcess::~MailProcess() {
    if (child_ <= 0) return;
    ::kill(child_, SIGTERM);
    ::waitpid(child_, nullptr, 0);
}

void MailProcess::keep_running(std::int64_t now_ms) {
    if (child_ > 0 && ::waitpid(child_, nullptr, WNOHANG) == 0) return;
    child_ = -1;
    if (now_ms < not_before_ms_) return;
    not_before_ms_ = now_ms + kRestartMs;
    const std::string program = program_.string();
    const std::string home = home_.string();
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child != 0) {
        child_ = child;
        return;
    }
    // Only calls that are safe after fork in a program with threads.
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) ::_exit(1);
    unblock_stop_signals();
    const int nothing = ::open("/dev/null", O_RDWR);
    if (nothing >= 0) {
        ::dup2(nothing, 0);
        ::dup2(nothing, 1);
    }
    ::execl(program.c_str(), program.c_str(), "sync", "--home", home.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
}

std::filesystem::path program_folder() {
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path(".") : self.parent_path();
}

}  // namespace courtyard::shell
