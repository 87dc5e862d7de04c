#include "app/shell/public_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

namespace courtyard::shell {

namespace {
constexpr std::int64_t kPublicRestartMs = 30'000;
}

PublicProcess::~PublicProcess() {
    if (pipe_ >= 0) ::close(pipe_);
    if (child_ <= 0) return;
    ::kill(child_, SIGTERM);
    ::waitpid(child_, nullptr, 0);
}

void PublicProcess::keep_running(std::int64_t now_ms) {
    if (child_ > 0 && ::waitpid(child_, nullptr, WNOHANG) == 0) return;
    child_ = -1;
    if (now_ms < not_before_ms_) return;
    not_before_ms_ = now_ms + kPublicRestartMs;
    if (pipe_ >= 0) ::close(pipe_);
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) return;
    pipe_ = ends[1];
    ::fcntl(pipe_, F_SETFL, O_NONBLOCK);  // a screen that hangs holds nobody up
    std::vector<char*> pointers;
    for (std::string& word : command_)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t parent = ::getpid();
    child_ = ::fork();
    if (child_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) ::_exit(1);
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, nullptr);
        ::dup2(ends[0], STDIN_FILENO);
        ::unsetenv("NOTIFY_SOCKET");  // it must not answer for a window of a session that hangs
        ::execv(pointers[0], pointers.data());
        ::_exit(127);
    }
    ::close(ends[0]);
    tell(now_);
}

void PublicProcess::tell(const StepNow& now) {
    now_ = now;
    const std::string line = to_line(now) + '\n';
    if (pipe_ < 0 || ::write(pipe_, line.data(), line.size()) == static_cast<ssize_t>(line.size())) return;
}

}  // namespace courtyard::shell
