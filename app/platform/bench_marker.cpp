#include "app/platform/bench_marker.hpp"

#include <imgui.h>

namespace courtyard::platform {

void BenchMarker::draw() const {
    const ImU32 colour = taps_ % 2 == 0 ? IM_COL32(0x00, 0xC8, 0x53, 255) : IM_COL32(0x29, 0x62, 0xFF, 255);
    ImGui::GetForegroundDrawList()->AddRectFilled(ImVec2(0, 0), ImVec2(24, 24), colour);
}

}  // namespace courtyard::platform
