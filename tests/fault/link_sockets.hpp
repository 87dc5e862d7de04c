// Plain sockets on loopback for tests.
#pragma once

#include <cstdint>
#include <utility>

namespace courtyard::test {

[[nodiscard]] std::pair<int, std::uint16_t> listen_on_loopback();  // socket and port; fails the test otherwise
[[nodiscard]] int connect_to_loopback(std::uint16_t port);         // -1: refused

}  // namespace courtyard::test
