#include "app/camera/folder_camera.hpp"

#include <optional>

#include "app/camera/decode.hpp"
#include "app/camera/picture_files.hpp"
#include "sync/os/files.hpp"

namespace courtyard::camera {

namespace fs = std::filesystem;

base::Result<std::unique_ptr<Camera>> FolderCamera::open(const fs::path& place) {
    std::error_code error;
    if (!fs::is_directory(place, error) && !fs::is_regular_file(place, error))
        return base::fail("camera.none", "the camera's folder is not there: correct [camera] device in machine.toml");
    return std::unique_ptr<Camera>(new FolderCamera(place));
}

base::Result<Picture> FolderCamera::frame(Detail detail) {
    std::error_code error;
    fs::path newest = place_;
    if (fs::is_directory(place_, error)) {
        const auto files = pictures_in(place_);
        if (!files) return base::fail("camera.gone", "the camera's folder has gone");
        if (files->empty()) return base::fail("camera.gone", "there is no picture in the camera's folder");
        newest = files->front().path;
    }
    base::Bytes bytes;
    if (auto read = os::read_file(newest, kFileBytesMax))
        bytes = std::move(*read);
    else
        return base::fail("camera.gone", "the camera's picture cannot be read");
    auto picture = decode(bytes, detail == Detail::Preview ? kPreviewSide : kDecodedSideMax);
    base::wipe(bytes);
    return picture;
}

}  // namespace courtyard::camera
