#include "sync/os/supervisor.hpp"

#include <doctest/doctest.h>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>

#include "sync/os/private_memory.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;

namespace {

// What systemd is to the kiosk: a socket that datagrams come to.
class Listener {
public:
    explicit Listener(std::string name) : name_(std::move(name)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, name_.data(), name_.size());
        if (name_[0] == '@') address.sun_path[0] = '\0';
        const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name_.size());
        REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), size) == 0);
    }
    ~Listener() { ::close(socket_); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] std::string heard() const {
        std::array<char, 256> buffer{};
        const ssize_t size = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
        return size < 0 ? std::string() : std::string(buffer.data(), static_cast<std::size_t>(size));
    }

private:
    std::string name_;
    int socket_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
};

}  // namespace

TEST_CASE("a supervisor hears that the program is ready once, and every third of its time that it answers") {
    const test::TempFolder folder;
    for (const std::string& name : {(folder / "notify").string(), "@courtyard-test-" + std::to_string(::getpid())}) {
        const Listener listener(name);
        os::Supervisor supervisor(name, 30'000);
        CHECK(listener.heard().empty());
        supervisor.tell_ready();
        CHECK(listener.heard() == "READY=1\nWATCHDOG=1");
        supervisor.tell_ready();
        CHECK(listener.heard().empty());
        supervisor.tell_alive(1'000);
        CHECK(listener.heard() == "WATCHDOG=1");
        CHECK(supervisor.next_ms() == 11'000);
        supervisor.tell_alive(10'999);
        CHECK(listener.heard().empty());
        supervisor.tell_alive(11'000);
        CHECK(listener.heard() == "WATCHDOG=1");
    }
}

TEST_CASE("without a supervisor, or with one that does not listen, nothing happens") {
    os::Supervisor nobody("", 30'000);
    nobody.tell_ready();
    nobody.tell_alive(5'000);
    CHECK(nobody.next_ms() == std::nullopt);
    const test::TempFolder folder;
    os::Supervisor deaf((folder / "nobody").string(), 0);
    deaf.tell_ready();
    deaf.tell_alive(5'000);
    CHECK(deaf.next_ms() == std::nullopt);
    os::Supervisor endless(std::string(300, '/'), 1'000);
    endless.tell_ready();
}

TEST_CASE("a program that keeps its memory private leaves no core and lets nobody look in") {
    const auto state_of_child = [](bool keep) {
        const pid_t child = ::fork();
        if (child == 0) {
            if (keep) os::keep_memory_private();
            rlimit core{};
            ::getrlimit(RLIMIT_CORE, &core);
            const bool no_core = core.rlim_cur == 0 && core.rlim_max == 0;
            ::_exit((no_core ? 1 : 0) + (::prctl(PR_GET_DUMPABLE) == 0 ? 2 : 0));
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WEXITSTATUS(status);
    };
#ifdef __SANITIZE_ADDRESS__
    CHECK((state_of_child(true) & 1) == 1);
#else
    CHECK(state_of_child(true) == 3);
    CHECK((state_of_child(false) & 2) == 0);
#endif
}
