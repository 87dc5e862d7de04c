#include "app/camera/line_scanner.hpp"

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "sync/base/bytes.hpp"

namespace courtyard::camera {

namespace {
constexpr std::size_t kReadyMax = 16 * kScanTextMax;  // of a reader that somebody holds before a code for ever
constexpr std::string_view kAlphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
}  // namespace

bool is_scan_text(std::string_view text) {
    return !text.empty() && text.size() <= kScanTextMax &&
           text.find_first_not_of(kAlphanumeric) == std::string_view::npos;
}

ScanLines::~ScanLines() {
    base::wipe(open_);
    base::wipe(ready_);
}

void ScanLines::take(std::string_view bytes) {
    open_.reserve(kScanTextMax + 1);  // no growth: a freed half copy would escape the wipe
    ready_.reserve(kReadyMax);
    for (const char c : bytes) {
        if (c == '\r' || c == '\n') {
            if (!spoilt_ && is_scan_text(open_) && ready_.size() + open_.size() + 1 <= kReadyMax)
                ready_ += open_ + '\n';
            base::wipe(open_);
            open_.clear();
            spoilt_ = false;
        } else if (spoilt_ || open_.size() == kScanTextMax || kAlphanumeric.find(c) == std::string_view::npos) {
            spoilt_ = true;
        } else {
            open_ += c;
        }
    }
}

std::optional<std::string> ScanLines::next() {
    const std::size_t end = ready_.find('\n');
    if (end == std::string::npos) return std::nullopt;
    std::string line = ready_.substr(0, end);
    ready_.erase(0, end + 1);
    return line;
}

base::Result<std::unique_ptr<LineScanner>> LineScanner::open(const std::string& device) {
    if (device.empty()) return base::fail("scanner.none", "machine.toml names no scanner");
    const int fd = ::open(device.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        if (errno == EACCES || errno == EPERM)
            return base::fail("scanner.denied", "this program's user may not open the scanner: add the group dialout");
        return base::fail("scanner.none", "there is no scanner: plug it in, or correct [scanner] device");
    }
    std::unique_ptr<LineScanner> scanner(new LineScanner(fd));
    termios line{};
    if (::tcgetattr(fd, &line) != 0) return base::fail("scanner.none", "[scanner] device is no serial line");
    ::cfmakeraw(&line);
    line.c_cflag |= CLOCAL | CREAD;
    ::cfsetspeed(&line, B115200);
    if (::tcsetattr(fd, TCSANOW, &line) != 0) return base::fail("scanner.none", "the scanner's line cannot be set up");
    ::tcflush(fd, TCIFLUSH);  // what was scanned before anybody asked is nobody's
    return scanner;
}

LineScanner::~LineScanner() { ::close(fd_); }

base::Result<std::optional<std::string>> LineScanner::read(int timeout_ms) {
    if (auto line = lines_.next()) return line;
    pollfd one{fd_, POLLIN, 0};
    const int ready = ::poll(&one, 1, timeout_ms);
    if (ready == 0 || (ready < 0 && errno == EINTR)) return std::optional<std::string>{};
    std::array<char, 512> bytes{};
    const ssize_t count = ready < 0 ? -1 : ::read(fd_, bytes.data(), bytes.size());
    if (count < 0 && (errno == EAGAIN || errno == EINTR) && (one.revents & (POLLHUP | POLLERR)) == 0)
        return std::optional<std::string>{};
    if (count <= 0) return base::fail("scanner.gone", "the scanner does not answer any more: plug it in again");
    lines_.take({bytes.data(), static_cast<std::size_t>(count)});
    base::wipe(bytes.data(), bytes.size());
    return lines_.next();
}

}  // namespace courtyard::camera
