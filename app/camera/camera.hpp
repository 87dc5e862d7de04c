// A camera that looks at papers. Opened only when a person asked for it and closed as soon as they are done: its lamp
// tells everybody when it looks.
#pragma once

#include <memory>
#include <string>

#include "app/camera/picture.hpp"

namespace courtyard::camera {

enum class Detail { Preview, Full };  // Preview: longer side at most kPreviewSide; Full: as the camera gives it
inline constexpr int kPreviewSide = 640;

class Camera {
public:
    virtual ~Camera() = default;
    // The next picture. Waits 3 seconds at most. "camera.gone": unplugged, or it does not answer any more; it must be
    // opened anew then.
    [[nodiscard]] virtual base::Result<Picture> frame(Detail detail) = 0;
};

// [camera] device of machine.toml: a device ("/dev/video0"), or a folder into which a scanner or a phone puts pictures,
// or one picture. "camera.none" there is none (also when nothing is configured), "camera.busy" another program has it,
// "camera.denied" this program may not open it, "camera.unfit" it gives no format or size that can be used.
[[nodiscard]] base::Result<std::unique_ptr<Camera>> open_camera(const std::string& place);

}  // namespace courtyard::camera
