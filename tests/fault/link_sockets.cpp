#include "tests/fault/link_sockets.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include "sync/base/result.hpp"

namespace courtyard::test {

namespace {

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

}  // namespace

std::pair<int, std::uint16_t> listen_on_loopback() {
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    COURTYARD_CHECK(bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    COURTYARD_CHECK(listen(listener, 64) == 0);
    socklen_t size = sizeof address;
    COURTYARD_CHECK(getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    return {listener, ntohs(address.sin_port)};
}

int connect_to_loopback(std::uint16_t port) {
    const int socket_fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (connect(socket_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        close(socket_fd);
        return -1;
    }
    const int on = 1;
    setsockopt(socket_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket_fd;
}

}  // namespace courtyard::test
