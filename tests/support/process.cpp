#include "tests/support/process.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace courtyard::test {

namespace {

[[noreturn]] void become(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
    std::vector<char*> pointers;
    for (const std::string& argument : arguments)
        pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);
    for (const std::string& entry : environment)
        ::putenv(const_cast<char*>(entry.c_str()));
    ::execv(pointers[0], pointers.data());
    ::_exit(127);
}

int code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

}  // namespace

std::filesystem::path program_folder() { return std::filesystem::read_symlink("/proc/self/exe").parent_path(); }

Ran run(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
    std::array<int, 2> out{}, err{};
    // Closed in whatever another thread starts meanwhile: else this program would only seem to end with that one.
    if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0) return {};
    const pid_t child = ::fork();
    if (child == 0) {
        const int nothing = ::open("/dev/null", O_RDONLY);
        ::dup2(nothing, 0);
        ::dup2(out[1], 1);
        ::dup2(err[1], 2);
        ::close(nothing);
        become(arguments, environment);
    }
    ::close(out[1]);
    ::close(err[1]);
    Ran ran;
    std::array<pollfd, 2> ends{{{out[0], POLLIN, 0}, {err[0], POLLIN, 0}}};
    int open = 2;
    while (open > 0) {
        ::poll(ends.data(), ends.size(), -1);
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (ends[i].fd < 0 || ends[i].revents == 0) continue;
            std::array<char, 65536> buffer{};
            const ssize_t got = ::read(ends[i].fd, buffer.data(), buffer.size());
            if (got > 0) {
                (i == 0 ? ran.out : ran.err).append(buffer.data(), static_cast<std::size_t>(got));
                continue;
            }
            ::close(ends[i].fd);
            ends[i].fd = -1;
            --open;
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ran.code = code_of(status);
    return ran;
}

Served::Served(const std::vector<std::string>& arguments, const std::filesystem::path& log,
               const std::vector<std::string>& environment) {
    child_ = ::fork();
    if (child_ != 0) return;
    const int file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(file, 1);
    ::dup2(file, 2);
    become(arguments, environment);
}

void Served::stop(int signal) {
    if (child_ <= 0) return;
    ::kill(child_, signal);
    ::waitpid(child_, nullptr, 0);
    child_ = -1;
}

void Served::wait() {
    if (child_ > 0) ::waitpid(child_, nullptr, 0);
    child_ = -1;
}

bool Served::is_running() {
    if (child_ > 0 && ::waitpid(child_, nullptr, WNOHANG) != 0) child_ = -1;  // its number may be another's from now on
    return child_ > 0;
}

bool wait_for_port(int port, int milliseconds_max) {
    for (int waited = 0; waited <= milliseconds_max; waited += 20) {
        const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(port);
        const bool there = ::connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        ::close(probe);
        if (there) return true;
        ::usleep(20'000);
    }
    return false;
}

}  // namespace courtyard::test
