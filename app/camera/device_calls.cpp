#include "app/camera/device_calls.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

namespace courtyard::camera {

namespace {

template <class Call>
auto uninterrupted(Call call) {
    auto result = call();
    while (result == -1 && errno == EINTR)
        result = call();
    return result;
}

class RealCalls final : public DeviceCalls {
public:
    int open(const char* path) override {
        return uninterrupted([&] { return ::open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY); });
    }
    void close(int fd) override { ::close(fd); }
    int control(int fd, unsigned long request, void* argument) override {
        return uninterrupted([&] { return ::ioctl(fd, request, argument); });
    }
    void* map(int fd, std::size_t length, std::int64_t offset) override {
        void* start = ::mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_SHARED, fd, offset);
        return start == MAP_FAILED ? nullptr : start;
    }
    void unmap(void* start, std::size_t length) override { ::munmap(start, length); }
    int wait(int fd, int timeout_ms) override {
        pollfd one{fd, POLLIN, 0};
        const int ready = uninterrupted([&] { return ::poll(&one, 1, timeout_ms); });
        if (ready > 0 && (one.revents & (POLLERR | POLLHUP | POLLNVAL)) != 0 && (one.revents & POLLIN) == 0) {
            errno = ENODEV;
            return -1;
        }
        return ready;
    }
};

}  // namespace

std::shared_ptr<DeviceCalls> real_device_calls() { return std::make_shared<RealCalls>(); }

}  // namespace courtyard::camera
