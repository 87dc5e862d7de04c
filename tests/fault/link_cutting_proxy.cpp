#include "tests/fault/link_cutting_proxy.hpp"

#include <algorithm>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/fault/link_sockets.hpp"

namespace courtyard::test {

CuttingProxy::CuttingProxy(std::uint16_t hub_port) : hub_port_(hub_port) {
    std::tie(listener_, port_) = listen_on_loopback();
    thread_ = std::thread([this] { serve(); });
}

CuttingProxy::~CuttingProxy() {
    is_over_ = true;
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
}

void CuttingProxy::serve() {
    while (!is_over_) {
        const int machine = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (machine < 0) return;
        const int hub = connect_to_loopback(hub_port_);
        if (hub >= 0) forward(machine, hub);
        close(machine);
        if (hub >= 0) close(hub);
    }
}

void CuttingProxy::forward(int machine, int hub) {
    const std::size_t up_limit = up_limit_.exchange(kNever), down_limit = down_limit_.exchange(kNever);
    up_ = down_ = 0;
    const int on = 1;
    setsockopt(machine, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    char buffer[16384];
    pollfd both[2] = {{machine, POLLIN, 0}, {hub, POLLIN, 0}};
    // Whether the connection goes on.
    const auto pass = [&](int from, int to, std::atomic<std::size_t>& count, std::size_t limit) {
        const std::size_t room = std::min(sizeof buffer, limit - count);
        if (room == 0) return false;
        const ssize_t size = recv(from, buffer, room, 0);
        if (size <= 0) return false;
        // Counted before they are sent: who has an answer may ask at once how many bytes it was.
        count += static_cast<std::size_t>(size);
        return send(to, buffer, static_cast<std::size_t>(size), MSG_NOSIGNAL) == size && count < limit;
    };
    while (!is_over_ && poll(both, 2, 50) >= 0) {
        if (both[0].revents != 0 && !pass(machine, hub, up_, up_limit)) return;
        if (both[1].revents != 0 && !pass(hub, machine, down_, down_limit)) return;
    }
}

}  // namespace courtyard::test
