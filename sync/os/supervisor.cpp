#include "sync/os/supervisor.hpp"

#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "sync/os/descriptor.hpp"

namespace courtyard::os {

namespace {

constexpr std::int64_t kOften = 3;  // within the time that the watchdog gives

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

Supervisor Supervisor::of_environment() {
    const std::string_view text = environment("WATCHDOG_USEC");
    std::int64_t microseconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), microseconds);
    return {std::string(environment("NOTIFY_SOCKET")), std::max<std::int64_t>(microseconds, 0) / 1000};
}

Supervisor::Supervisor(std::string socket, std::int64_t watchdog_ms)
    : socket_(std::move(socket)), every_ms_(socket_.empty() ? 0 : watchdog_ms / kOften) {}

void Supervisor::tell_ready() {
    if (ready_) return;
    ready_ = true;
    send("READY=1\nWATCHDOG=1");
}

void Supervisor::tell_alive(std::int64_t monotonic_ms) {
    if (every_ms_ == 0 || (told_ms_ != 0 && monotonic_ms - told_ms_ < every_ms_)) return;
    told_ms_ = monotonic_ms;
    send("WATCHDOG=1");
}

std::optional<std::int64_t> Supervisor::next_ms() const {
    if (every_ms_ == 0) return std::nullopt;
    return told_ms_ + every_ms_;
}

// A supervisor that does not listen is no reason to stop.
void Supervisor::send(std::string_view message) const {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socket_.size() < 2 || socket_.size() >= sizeof address.sun_path) return;
    std::copy(socket_.begin(), socket_.end(), std::begin(address.sun_path));
    if (address.sun_path[0] == '@') address.sun_path[0] = '\0';  // an abstract name
    const Descriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (socket.get() < 0) return;
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
    ::sendto(socket.get(), message.data(), message.size(), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&address),
             size);
}

}  // namespace courtyard::os
