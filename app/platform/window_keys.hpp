// GLFW's keys as ImGui's. Private to this room.
#pragma once

#include <imgui.h>

namespace courtyard::platform {

// ImGuiKey_None for keys that nobody here listens to.
[[nodiscard]] ImGuiKey imgui_key(int glfw_key);

}  // namespace courtyard::platform
