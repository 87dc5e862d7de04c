// A road that breaks: forwards bytes between a machine and the hub, and cuts a connection after so many of them.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <thread>
#include <tuple>

namespace courtyard::test {

class CuttingProxy {
public:
    explicit CuttingProxy(std::uint16_t hub_port);
    ~CuttingProxy();
    [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

    static constexpr std::size_t kNever = SIZE_MAX;
    // The next connection ends after so many bytes in that direction; those after it are whole.
    void cut_next(std::size_t up, std::size_t down) { up_limit_ = up, down_limit_ = down; }
    [[nodiscard]] std::size_t up() const { return up_; }  // bytes of the last connection
    [[nodiscard]] std::size_t down() const { return down_; }

private:
    void serve();
    void forward(int machine, int hub);
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::uint16_t hub_port_;
    std::atomic<bool> is_over_ = false;
    std::atomic<std::size_t> up_limit_ = kNever, down_limit_ = kNever, up_ = 0, down_ = 0;
    std::thread thread_;
};

}  // namespace courtyard::test
