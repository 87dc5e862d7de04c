#include "app/printer/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>

#include "sync/os/clock.hpp"
#include "sync/os/descriptor.hpp"

namespace courtyard::printer {

namespace {

constexpr std::size_t kOutMax = 64 * 1024;
constexpr int kLastWordMs = 2'000;  // of a program that has all and whose asker is gone

struct Pipe {
    os::Descriptor read{-1}, write{-1};
};

bool open_pipe(Pipe& pipe) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    pipe.read = os::Descriptor(ends[0]);
    pipe.write = os::Descriptor(ends[1]);
    return true;
}

void close_now(os::Descriptor& end) { os::Descriptor gone = std::exchange(end, os::Descriptor(-1)); }

enum class Talk { Done, Late, AskerGone };

// Feeds and listens until both ends are closed, or the time is over, or nobody wants it any more.
Talk talk(Pipe& in, Pipe& out, base::ByteView input, std::string& said, std::int64_t until, int asker) {
    ::fcntl(in.write.get(), F_SETFL, O_NONBLOCK);
    if (input.empty()) close_now(in.write);
    while (true) {
        std::array<pollfd, 3> ends{pollfd{out.read.get(), POLLIN, 0}, pollfd{in.write.get(), POLLOUT, 0},
                                   pollfd{asker, 0, 0}};
        const std::int64_t left = until - os::monotonic_ms();
        if (left <= 0) return Talk::Late;
        if (::poll(ends.data(), ends.size(), static_cast<int>(left)) < 0 && errno != EINTR) return Talk::Late;
        if ((ends[2].revents & (POLLERR | POLLHUP)) != 0) {
            if (!input.empty()) return Talk::AskerGone;
            until = std::min(until, os::monotonic_ms() + kLastWordMs);
            asker = -1;
        }
        if ((ends[1].revents & (POLLOUT | POLLERR)) != 0) {
            const ssize_t taken = ::write(in.write.get(), input.data(), input.size());
            if (taken > 0) input = input.subspan(static_cast<std::size_t>(taken));
            if (input.empty() || (taken < 0 && errno != EAGAIN && errno != EINTR)) close_now(in.write);
        }
        if ((ends[0].revents & (POLLIN | POLLHUP)) != 0) {
            std::array<char, 4096> block{};
            const ssize_t got = ::read(out.read.get(), block.data(), block.size());
            if (got == 0) return Talk::Done;
            if (got > 0) said.append(block.data(), std::min(static_cast<std::size_t>(got), kOutMax - said.size()));
        }
    }
}

}  // namespace

bool asker_leaves(int asker, int ms_max) {
    pollfd end{asker, 0, 0};
    return ::poll(&end, 1, ms_max) > 0 && (end.revents & (POLLERR | POLLHUP)) != 0;
}

base::Result<Ended> run_child(const std::vector<std::string>& arguments, base::ByteView input, int ms_max, int asker) {
    Pipe in, out;
    if (!open_pipe(in) || !open_pipe(out))
        return base::fail("printer.failed", "no more open files: the printing program cannot be started");
    std::vector<char*> words;
    for (const std::string& argument : arguments)
        words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    const std::int64_t until = os::monotonic_ms() + ms_max;
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child < 0) return base::fail("printer.failed", "the printing program cannot be started");
    if (child == 0) {
        // What it was given does not outlive whoever gave it.
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) ::_exit(127);
        ::dup2(in.read.get(), 0);
        ::dup2(out.write.get(), 1);
        ::dup2(out.write.get(), 2);
        ::setenv("LC_ALL", "C", 1);
        ::signal(SIGPIPE, SIG_DFL);
        ::execvp(words.front(), words.data());
        ::_exit(127);
    }
    close_now(in.read);
    close_now(out.write);
    Ended ended;
    const Talk talked = talk(in, out, input, ended.out, until, asker);
    if (talked != Talk::Done) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (talked == Talk::AskerGone) return base::fail("printer.taken_back", "nobody waits for the paper any more");
    if (talked == Talk::Late)
        return base::fail("printer.busy", arguments.front() + " was not done in time: look at the printer and at CUPS");
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return ended;
}

}  // namespace courtyard::printer
