// A port of loopback that the system gives to nobody else while this lives, and that refuses whoever calls until a
// server of ours listens there. Held by a socket that is bound and does not listen: a server that may reuse addresses,
// as the hub may, takes it beside us, as often as it is started.
#pragma once

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>

#include "sync/base/result.hpp"

namespace courtyard::test {

class HeldPort {
public:
    HeldPort() {
        const int on = 1;
        COURTYARD_CHECK(::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        COURTYARD_CHECK(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), size) == 0);
        COURTYARD_CHECK(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        number_ = ntohs(address.sin_port);
    }
    ~HeldPort() { ::close(socket_); }
    HeldPort(const HeldPort&) = delete;
    HeldPort& operator=(const HeldPort&) = delete;

    [[nodiscard]] std::uint16_t number() const { return number_; }

private:
    int socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::uint16_t number_ = 0;
};

}  // namespace courtyard::test
