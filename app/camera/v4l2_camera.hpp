// A camera by Video4Linux2: streaming into mapped buffers, MJPEG or YUYV.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/camera/camera.hpp"
#include "app/camera/device_calls.hpp"
#include "app/camera/v4l2_format.hpp"

namespace courtyard::camera {

class V4l2Camera final : public Camera {
public:
    // The errors of open_camera().
    static base::Result<std::unique_ptr<Camera>> open(const std::string& device, std::shared_ptr<DeviceCalls> calls);
    ~V4l2Camera() override;

    [[nodiscard]] base::Result<Picture> frame(Detail detail) override;
    [[nodiscard]] const Offer& offer() const { return offer_; }

private:
    struct Buffer {
        void* start = nullptr;
        std::size_t length = 0;
    };
    V4l2Camera(std::shared_ptr<DeviceCalls> calls, int fd) : calls_(std::move(calls)), fd_(fd) {}

    [[nodiscard]] base::Result<void> check_kind();
    [[nodiscard]] std::vector<Offer> offers();
    [[nodiscard]] base::Result<void> set_format();
    [[nodiscard]] base::Result<void> map_buffers();
    [[nodiscard]] base::Result<void> start();
    [[nodiscard]] base::Result<Picture> unpack(base::ByteView bytes, Detail detail) const;

    std::shared_ptr<DeviceCalls> calls_;  // shared with the test that plays the device
    int fd_;
    Offer offer_;
    int bytes_per_line_ = 0;
    std::vector<Buffer> buffers_;
    bool streams_ = false;
};

}  // namespace courtyard::camera
