// The few system calls through which a camera or scanner is spoken to, as a table: tests put a played device in its
// place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace courtyard::camera {

class DeviceCalls {
public:
    virtual ~DeviceCalls() = default;
    // As in POSIX: -1 (map: nullptr) and errno when they fail. Interrupted calls are repeated inside.
    virtual int open(const char* path) = 0;  // read and write, non-blocking, close-on-exec, no controlling terminal
    virtual void close(int fd) = 0;
    virtual int control(int fd, unsigned long request, void* argument) = 0;
    virtual void* map(int fd, std::size_t length, std::int64_t offset) = 0;
    virtual void unmap(void* start, std::size_t length) = 0;
    // 1 ready to read, 0 after `timeout_ms` without, -1 with errno; ENODEV when the device has gone.
    virtual int wait(int fd, int timeout_ms) = 0;
};

[[nodiscard]] std::shared_ptr<DeviceCalls> real_device_calls();

}  // namespace courtyard::camera
