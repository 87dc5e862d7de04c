#include "app/printer/line.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "app/printer/escpos.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::printer {

namespace {

constexpr std::size_t kChunk = 4096;  // what a small printer takes in one go

bool wait_for(const os::Descriptor& line, short events, int ms) {
    pollfd wanted{line.get(), events, 0};
    return ::poll(&wanted, 1, std::max(ms, 0)) > 0 && (wanted.revents & events) != 0;
}

tl::unexpected<base::Error> cut() {
    return base::fail("printer.failed",
                      "the printer's line was cut before the paper was whole: look at cable and power");
}

// A terminal or socket: what the kernel still holds for the printer. Nothing: it cannot be asked.
std::optional<int> not_yet_taken(const os::Descriptor& line) {
    int bytes = 0;
    if (::ioctl(line.get(), SIOCOUTQ, &bytes) == 0) return bytes;  // the same number as TIOCOUTQ
    return std::nullopt;
}

class Talk {
public:
    Talk(const os::Descriptor& line, Answers answers, const Patience& patience)
        : line_(line), answers_(answers), patience_(patience), end_(os::monotonic_ms() + patience.whole_ms) {}

    base::Result<void> must_be_ready() {
        for (const Asks what : {Asks::Offline, Asks::Paper})
            TRY(look(ask(what)));
        return {};
    }

    base::Result<void> write(base::ByteView bytes) {
        while (!bytes.empty()) {
            const int left = left_ms();
            if (left == 0) return stuck();
            if (!wait_for(line_, POLLOUT, std::min(left, patience_.stall_ms))) return stuck();
            const ssize_t taken = ::write(line_.get(), bytes.data(), std::min(bytes.size(), kChunk));
            if (taken > 0)
                bytes = bytes.subspan(static_cast<std::size_t>(taken));
            else if (taken < 0 && errno != EAGAIN && errno != EINTR)
                return errno == ENOSPC ? why_or("printer.paper_out", "the printer has no paper") : cut();
        }
        return {};
    }

    // Until the kernel has handed everything over; a connection that is reset meanwhile is found here.
    base::Result<void> drain() {
        std::int64_t moved = os::monotonic_ms();
        std::optional<int> before = not_yet_taken(line_);
        while (before && *before > 0) {
            pollfd state{line_.get(), 0, 0};
            if (::poll(&state, 1, 20) > 0 && (state.revents & (POLLERR | POLLHUP)) != 0) return cut();
            const std::optional<int> now = not_yet_taken(line_);
            if (now != before) moved = os::monotonic_ms();
            before = now;
            if (os::monotonic_ms() - moved > patience_.stall_ms || left_ms() == 0) return stuck();
        }
        int error = 0;
        socklen_t size = sizeof error;
        if (::getsockopt(line_.get(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error != 0) return cut();
        return {};
    }

private:
    [[nodiscard]] int left_ms() const { return static_cast<int>(std::max<std::int64_t>(end_ - os::monotonic_ms(), 0)); }

    // Nothing: it did not answer in time; it is believed to be well, because many printers never answer.
    std::optional<Condition> ask(Asks what) {
        if (answers_ == Answers::Never || silent_) return std::nullopt;
        const base::Bytes question = status_request(what);
        if (!wait_for(line_, POLLOUT, patience_.status_ms) ||
            ::write(line_.get(), question.data(), question.size()) != static_cast<ssize_t>(question.size()))
            return std::nullopt;
        const std::int64_t until = os::monotonic_ms() + patience_.status_ms;
        for (std::int64_t now = os::monotonic_ms(); now < until; now = os::monotonic_ms()) {
            if (!wait_for(line_, POLLIN, static_cast<int>(until - now))) break;
            std::uint8_t answer = 0;
            if (::read(line_.get(), &answer, 1) != 1) break;
            if (const auto condition = read_status(what, answer)) return condition;
        }
        silent_ = true;
        return std::nullopt;
    }

    static base::Result<void> look(std::optional<Condition> condition) {
        if (condition == Condition::PaperOut) return base::fail("printer.paper_out", "the printer has no paper");
        if (condition == Condition::CoverOpen) return base::fail("printer.cover_open", "the printer's cover is open");
        if (condition == Condition::Error)
            return base::fail("printer.failed",
                              "the printer reports an error: switch it off and on, look for torn paper");
        return {};
    }

    // It takes nothing more: because of something it can tell?
    base::Result<void> stuck() {
        return why_or("printer.busy", "the printer takes nothing more: switch it off and on");
    }
    base::Result<void> why_or(const char* code, const char* message) {
        TRY(must_be_ready());
        return base::fail(code, message);
    }

    const os::Descriptor& line_;
    Answers answers_;
    const Patience& patience_;
    std::int64_t end_;
    bool silent_ = false;
};

// A regular file, a serial line: raw bytes, nothing translated.
void make_raw(const os::Descriptor& line) {
    termios settings{};
    if (::tcgetattr(line.get(), &settings) != 0) return;
    ::cfmakeraw(&settings);
    ::tcsetattr(line.get(), TCSANOW, &settings);
}

}  // namespace

base::Result<void> print_over(const os::Descriptor& line, Answers answers, base::ByteView bytes,
                              const Patience& patience) {
    Talk talk(line, answers, patience);
    TRY(talk.must_be_ready());
    TRY(talk.write(bytes));
    TRY(talk.drain());
    return talk.must_be_ready();  // the roll may have ended in the middle
}

base::Result<void> send_to_device(const Config& config, base::ByteView bytes, const Patience& patience) {
    const char* path = config.device.c_str();
    Answers answers = Answers::Maybe;
    int fd = ::open(path, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0 && (errno == EACCES || errno == EINVAL)) {
        answers = Answers::Never;
        fd = ::open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    }
    const os::Descriptor line(fd);
    if (fd < 0) {
        const std::string said = std::string(path) + ": " + std::strerror(errno);
        if (errno == ENOENT || errno == ENODEV || errno == ENXIO || errno == ENOTDIR)
            return base::fail("printer.none", "no printer is connected at " + said);
        if (errno == EBUSY || errno == EAGAIN)
            return base::fail("printer.busy", "another program holds the printer at " + said);
        return base::fail("printer.failed", "the printer cannot be opened at " + said);
    }
    struct stat about {};
    if (::fstat(fd, &about) != 0 || !S_ISCHR(about.st_mode)) {
        return base::fail("printer.none",
                          std::string(path) + " is no device; for a folder of files use kind = \"file\"");
    }
    make_raw(line);
    return print_over(line, answers, bytes, patience);
}

base::Result<void> send_over_tcp(const Config& config, base::ByteView bytes, const Patience& patience) {
    const std::string where = config.host + " port " + std::to_string(config.port);
    const auto unreachable = [&](int error) {
        return base::fail("printer.unreachable", "no printer answers at " + where + ": " + std::strerror(error));
    };
    sockaddr_storage address{};
    socklen_t size = 0;
    auto* four = reinterpret_cast<sockaddr_in*>(&address);
    auto* six = reinterpret_cast<sockaddr_in6*>(&address);
    if (::inet_pton(AF_INET, config.host.c_str(), &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons(config.port);
        size = sizeof *four;
    } else if (::inet_pton(AF_INET6, config.host.c_str(), &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons(config.port);
        size = sizeof *six;
    } else {
        return unreachable(EINVAL);
    }
    const os::Descriptor line(::socket(address.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (line.get() < 0) return unreachable(errno);
    if (::connect(line.get(), reinterpret_cast<sockaddr*>(&address), size) != 0) {
        if (errno != EINPROGRESS) return unreachable(errno);
        if (!wait_for(line, POLLOUT, patience.connect_ms)) return unreachable(ETIMEDOUT);
        int error = 0;
        socklen_t length = sizeof error;
        ::getsockopt(line.get(), SOL_SOCKET, SO_ERROR, &error, &length);
        if (error != 0) return unreachable(error);
    }
    TRY(print_over(line, Answers::Maybe, bytes, patience));
    ::shutdown(line.get(), SHUT_WR);
    return {};
}

}  // namespace courtyard::printer
