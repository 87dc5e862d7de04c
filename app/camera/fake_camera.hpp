// A camera for tests of faults: gives what it was told to give, then fails as it was told to fail.
#pragma once

#include <deque>

#include "app/camera/camera.hpp"

namespace courtyard::camera {

class FakeCamera final : public Camera {
public:
    explicit FakeCamera(std::deque<Picture> pictures, std::string fails_with = "camera.gone")
        : pictures_(std::move(pictures)), fails_with_(std::move(fails_with)) {}

    [[nodiscard]] base::Result<Picture> frame(Detail detail) override {
        if (pictures_.empty()) return base::fail(fails_with_, "the fake camera was told to fail here");
        Picture picture = std::move(pictures_.front());
        pictures_.pop_front();
        return detail == Detail::Preview ? smaller(picture, kPreviewSide) : std::move(picture);
    }

private:
    std::deque<Picture> pictures_;
    std::string fails_with_;
};

}  // namespace courtyard::camera
