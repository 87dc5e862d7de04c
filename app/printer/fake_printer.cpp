#include "app/printer/fake_printer.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace courtyard::printer {

namespace {

constexpr int kLookMs = 20;

std::uint8_t answer_to(int question, Condition says) {
    constexpr std::uint8_t kFixed = 0x12;
    if (question == static_cast<int>(Asks::Paper)) {
        if (says == Condition::PaperOut) return kFixed | 0x60;
        return says == Condition::PaperNearEnd ? std::uint8_t{kFixed | 0x0C} : kFixed;
    }
    if (says == Condition::CoverOpen) return kFixed | 0x04;
    return says == Condition::Error ? std::uint8_t{kFixed | 0x40} : kFixed;
}

}  // namespace

FakePrinter::FakePrinter(Where where, const Manners& manners) : manners_(manners) {
    if (where == Where::Network) {
        listener_ = os::Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        // A small buffer, so that a slow printer is felt.
        const int small = 4096;
        ::setsockopt(listener_.get(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        COURTYARD_CHECK(::bind(listener_.get(), reinterpret_cast<sockaddr*>(&address), size) == 0);
        COURTYARD_CHECK(::listen(listener_.get(), 4) == 0);
        ::getsockname(listener_.get(), reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
    } else {
        listener_ = os::Descriptor(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
        COURTYARD_CHECK(::grantpt(listener_.get()) == 0 && ::unlockpt(listener_.get()) == 0);
        std::array<char, 64> name{};
        COURTYARD_CHECK(::ptsname_r(listener_.get(), name.data(), name.size()) == 0);
        device_ = name.data();
        held_ = os::Descriptor(::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC));
        termios settings{};
        ::tcgetattr(held_.get(), &settings);
        ::cfmakeraw(&settings);
        ::tcsetattr(held_.get(), TCSANOW, &settings);
    }
    thread_ = std::thread([this] { run(); });
}

FakePrinter::~FakePrinter() {
    stop_ = true;
    thread_.join();
}

void FakePrinter::run() {
    if (port_ == 0) {
        serve(listener_);
        return;
    }
    while (!stop_) {
        pollfd ready{listener_.get(), POLLIN, 0};
        if (::poll(&ready, 1, kLookMs) <= 0) continue;
        const os::Descriptor line(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
        if (line.get() >= 0) serve(line);
        over_ = true;
    }
}

void FakePrinter::serve(const os::Descriptor& line) {
    std::array<std::uint8_t, 1024> block{};
    while (!stop_) {
        if (!manners_.reads) {
            ::poll(nullptr, 0, kLookMs);
            continue;
        }
        pollfd ready{line.get(), POLLIN, 0};
        if (::poll(&ready, 1, kLookMs) <= 0) continue;
        const ssize_t got = ::read(line.get(), block.data(), block.size());
        if (got <= 0) return;
        take(base::ByteView(block).first(static_cast<std::size_t>(got)), line);
        std::size_t so_far = 0;
        {
            const std::lock_guard lock(mutex_);
            so_far = heard_.size();
        }
        if (manners_.takes && so_far >= *manners_.takes) {
            // What is still in the kernel is thrown away: the other side is told at once.
            const linger now{1, 0};
            ::setsockopt(line.get(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            return;
        }
        if (manners_.pause_ms > 0) ::poll(nullptr, 0, manners_.pause_ms);
    }
}

// A printer answers status questions wherever they stand, even inside a picture whose dots look like one; it keeps the
// dots all the same.
void FakePrinter::take(base::ByteView bytes, const os::Descriptor& line) {
    const std::lock_guard lock(mutex_);
    for (const std::uint8_t byte : bytes) {
        heard_.push_back(byte);
        const std::size_t n = heard_.size();
        if (n < 3 || heard_[n - 3] != 0x10 || heard_[n - 2] != 0x04 || byte < 1 || byte > 4) continue;
        auto says = manners_.says;
        if (says && manners_.paper_for && n >= *manners_.paper_for) says = Condition::PaperOut;
        if (!says) continue;
        const std::uint8_t answer = answer_to(byte, *says);
        static_cast<void>(!::write(line.get(), &answer, 1));
    }
}

base::Bytes FakePrinter::heard() {
    std::size_t before = 0;
    // A line over the network ends; a terminal's is only quiet.
    const auto is_all = [this](int quiet) { return port_ == 0 ? quiet >= 10 : over_ && quiet > 2; };
    for (int quiet = 0, i = 0; i < 6'000 && !is_all(quiet); ++i) {
        ::poll(nullptr, 0, kLookMs);
        const std::lock_guard lock(mutex_);
        quiet = heard_.size() == before ? quiet + 1 : 0;
        before = heard_.size();
    }
    const std::lock_guard lock(mutex_);
    return heard_;
}

}  // namespace courtyard::printer
