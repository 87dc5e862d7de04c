// The newest picture of a folder as a camera's: for machines whose scanner or phone puts pictures there, and for tests.
#pragma once

#include <filesystem>

#include "app/camera/camera.hpp"

namespace courtyard::camera {

class FolderCamera final : public Camera {
public:
    // "camera.none": neither a folder nor a file.
    static base::Result<std::unique_ptr<Camera>> open(const std::filesystem::path& place);

    [[nodiscard]] base::Result<Picture> frame(Detail detail) override;

private:
    explicit FolderCamera(std::filesystem::path place) : place_(std::move(place)) {}
    std::filesystem::path place_;
};

}  // namespace courtyard::camera
