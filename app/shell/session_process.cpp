#include "app/shell/session_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace courtyard::shell {

namespace {

constexpr std::size_t kLineMax = 64;
constexpr int kLinkFd = 3;  // where the child finds its end of the pipe

base::Error failed(const char* what) {
    return base::Error{"session.start", std::string("a session cannot begin: ") + what + ": " + std::strerror(errno)};
}

// Only calls that are safe after a fork.
[[noreturn]] void become(const char* program, char* const* arguments, int pipe, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    if (pipe != kLinkFd) ::dup2(pipe, kLinkFd);
    ::fcntl(kLinkFd, F_SETFD, 0);
    ::execv(program, arguments);
    ::_exit(127);
}

}  // namespace

base::Result<SessionProcess> SessionProcess::begin(const std::filesystem::path& program,
                                                   const std::vector<std::string>& arguments,
                                                   const SessionStart& start) {
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    words.insert(words.end(), {"--link", std::to_string(kLinkFd), "--start", to_line(start)});
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) return tl::unexpected(failed("pipe"));
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) become(words.front().c_str(), pointers.data(), ends[1], parent);
    ::close(ends[1]);
    if (child < 0) {
        ::close(ends[0]);
        return tl::unexpected(failed("fork"));
    }
    return SessionProcess(child, ends[0]);
}

SessionProcess::SessionProcess(SessionProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), pipe_(std::exchange(other.pipe_, -1)), heard_(std::move(other.heard_)) {}

SessionProcess& SessionProcess::operator=(SessionProcess&& other) noexcept {
    std::swap(pid_, other.pid_);
    std::swap(pipe_, other.pipe_);
    std::swap(heard_, other.heard_);
    return *this;
}

SessionProcess::~SessionProcess() {
    kill();
    if (pipe_ >= 0) ::close(pipe_);
}

std::optional<std::string> SessionProcess::line() {
    char part[kLineMax];
    while (heard_.size() <= kLineMax) {
        const ssize_t count = ::read(pipe_, part, sizeof part);
        if (count <= 0) break;
        heard_.append(part, static_cast<std::size_t>(count));
    }
    const auto end = heard_.find('\n');
    if (end == std::string::npos) {
        if (heard_.size() > kLineMax) heard_.clear();
        return std::nullopt;
    }
    std::string line = heard_.substr(0, end);
    heard_.erase(0, end + 1);
    return line;
}

std::optional<int> SessionProcess::ended() {
    int status = 0;
    if (pid_ < 0 || ::waitpid(pid_, &status, WNOHANG) != pid_) return std::nullopt;
    pid_ = -1;
    return status;
}

void SessionProcess::ask_to_go() const {
    if (pid_ > 0) ::kill(pid_, SIGTERM);
}

void SessionProcess::kill() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
}

}  // namespace courtyard::shell
