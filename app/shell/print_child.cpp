#include "app/shell/print_child.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "app/shell/stop_signal.hpp"

namespace courtyard::shell {

namespace {

constexpr std::int64_t kWholeMs = 100'000;   // more than all waits of app/printer together
constexpr std::int64_t kLeavingMs = 15'000;  // more than it takes to cancel a job
constexpr std::size_t kSaidMax = 4096;
constexpr int kPipeBytes = 1 << 20;

void close_one(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
}

}  // namespace

PrintChild::~PrintChild() {
    when_alone_ == WhenAlone::Dies ? kill() : let_go(0);
    bury(0);
}

void PrintChild::start(const std::vector<std::string>& words, base::Bytes input, std::int64_t now_ms) {
    std::array<int, 2> in{-1, -1}, out{-1, -1};
    if (is_running() || ::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) {
        for (int end : {in[0], in[1], out[0], out[1]})
            close_one(end);
        base::wipe(input);
        failed_ = "printer.busy";
        return;
    }
    std::string program = program_.string();
    std::vector<std::string> copies = words;
    std::vector<char*> arguments{program.data()};
    for (std::string& word : copies)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) {
        // Only calls that are safe after fork in a program with threads.
        if (when_alone_ == WhenAlone::Dies) ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) ::_exit(1);
        unblock_stop_signals();
        ::dup2(in[0], 0);
        ::dup2(out[1], 1);
        ::execv(arguments.front(), arguments.data());
        ::_exit(127);
    }
    close_one(in[0]);
    close_one(out[1]);
    if (child < 0) {
        close_one(in[1]);
        close_one(out[0]);
        base::wipe(input);
        failed_ = "printer.failed";
        return;
    }
    child_ = child;
    to_child_ = in[1];
    from_child_ = out[0];
    ::fcntl(to_child_, F_SETPIPE_SZ, kPipeBytes);  // most papers are handed over at once
    ::fcntl(to_child_, F_SETFL, O_NONBLOCK);
    ::fcntl(from_child_, F_SETFL, O_NONBLOCK);
    input_ = std::move(input);
    handed_ = 0;
    said_.clear();
    until_ms_ = now_ms + kWholeMs;
    hand_over();
}

void PrintChild::hand_over() {
    while (to_child_ >= 0) {
        const ssize_t taken = ::write(to_child_, input_.data() + handed_, input_.size() - handed_);
        if (taken < 0 && (errno == EAGAIN || errno == EINTR)) break;
        if (taken > 0) handed_ += static_cast<std::size_t>(taken);
        if (taken <= 0 || handed_ == input_.size()) {
            base::wipe(input_);
            input_.clear();
            close_one(to_child_);
        }
    }
}

void PrintChild::hear() {
    std::array<char, 512> block{};
    for (ssize_t got = 0; (got = ::read(from_child_, block.data(), block.size())) > 0;)
        said_.append(block.data(),
                     std::min(static_cast<std::size_t>(got), kSaidMax - std::min(kSaidMax, said_.size())));
}

std::optional<std::string> PrintChild::look(std::int64_t now_ms) {
    bury(now_ms);
    if (failed_) return std::exchange(failed_, std::nullopt);
    if (child_ <= 0) return std::nullopt;
    hand_over();
    hear();
    int status = 0;
    const pid_t ended = ::waitpid(child_, &status, WNOHANG);
    if (ended == 0 && now_ms < until_ms_) return std::nullopt;
    if (ended == 0) {
        kill();
        return "printer.busy";
    }
    hear();
    child_ = -1;
    close_pipes();
    const std::string word = said_.substr(0, said_.find('\n'));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && word == "printed") return word;
    const bool is_code = word.starts_with("printer.") || word.starts_with("paper.") || word.starts_with("print.");
    return is_code ? word : std::string("printer.failed");
}

void PrintChild::kill() {
    if (child_ > 0) {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }
    child_ = -1;
    failed_.reset();
    close_pipes();
}

void PrintChild::let_go(std::int64_t now_ms) {
    if (child_ > 0) leaving_.push_back({std::exchange(child_, -1), now_ms + kLeavingMs});
    failed_.reset();
    close_pipes();
}

void PrintChild::bury(std::int64_t now_ms) {
    std::erase_if(leaving_, [now_ms](const Leaving& each) {
        if (::waitpid(each.child, nullptr, WNOHANG) != 0) return true;
        if (now_ms >= each.until_ms) ::kill(each.child, SIGKILL);  // buried with the next look
        return false;
    });
}

// The child's answer first: when its input ends early, it must know already that nobody listens.
void PrintChild::close_pipes() {
    close_one(from_child_);
    base::wipe(input_);
    input_.clear();
    close_one(to_child_);
}

}  // namespace courtyard::shell
