#include "app/eyes/pipe.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace courtyard::eyes {

namespace {

tl::unexpected<base::Error> gone() { return base::fail("eyes.gone", "the other side of the eyes' pipe has gone"); }

base::Result<void> read_whole(int fd, std::uint8_t* to, std::size_t size) {
    while (size > 0) {
        const ssize_t count = ::read(fd, to, size);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return gone();
        to += count;
        size -= static_cast<std::size_t>(count);
    }
    return {};
}

}  // namespace

base::Result<void> send(int fd, const Message& message) {
    base::Bytes bytes = write(message);
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        done += static_cast<std::size_t>(count);
    }
    const bool whole = done == bytes.size();
    base::wipe(bytes);
    if (!whole) return gone();
    return {};
}

base::Result<std::optional<Message>> receive(int fd, int timeout_ms) {
    pollfd one{fd, POLLIN, 0};
    const int ready = ::poll(&one, 1, timeout_ms);
    if (ready == 0 || (ready < 0 && errno == EINTR)) return std::optional<Message>{};
    if (ready < 0) return gone();
    base::Bytes bytes(kMessageHead);
    TRY(read_whole(fd, bytes.data(), kMessageHead));
    const std::size_t rest = TRY(length_in(bytes));
    base::Bytes whole(kMessageHead + rest);
    std::copy(bytes.begin(), bytes.end(), whole.begin());
    TRY(read_whole(fd, whole.data() + kMessageHead, rest));
    auto message = read(whole);
    base::wipe(whole);
    if (!message) return tl::unexpected(message.error());
    return std::optional(std::move(*message));
}

}  // namespace courtyard::eyes
