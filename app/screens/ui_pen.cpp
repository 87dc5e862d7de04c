// Drawing with a finger: every place that it touched since the last frame, and the stroke that it leaves.
#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "app/screens/ui.hpp"

namespace courtyard::screens {

namespace {

constexpr float kStep = 6;  // pixels between two points of a smooth stroke

ImVec2 between(ImVec2 a, ImVec2 b, ImVec2 c, ImVec2 d, float t) {
    // Catmull and Rom: through b and c, in the direction of their neighbours.
    const auto one = [t](float p, float q, float r, float s) {
        return 0.5F * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t);
    };
    return {one(a.x, b.x, c.x, d.x), one(a.y, b.y, c.y, d.y)};
}

}  // namespace

Pen Ui::pen(const Rect& rect, std::string_view label) {
    Pen pen;
    static_cast<void>(touch(rect, label));
    const ImGuiIO& io = ImGui::GetIO();
    const auto units = [this](ImVec2 pixel) { return ImVec2{pixel.x / unit_, pixel.y / unit_}; };
    const ImVec2 began = units(io.MouseClickedPos[0]);
    const bool mine = began.x >= rect.x && began.x < rect.right() && began.y >= rect.y && began.y < rect.bottom();
    if (!mine) return pen;
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        pen.pressed = true;
        pen.along.push_back(began);
    }
    if (io.MouseDown[0] || ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
        // A quick finger moves several times within a frame.
        for (const ImGuiInputEvent& event : GImGui->InputEventsTrail)
            if (event.Type == ImGuiInputEventType_MousePos && event.MousePos.PosX > -FLT_MAX / 2)
                pen.along.push_back(units({event.MousePos.PosX, event.MousePos.PosY}));
    }
    pen.lifted = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    if (pen.pressed && pen.along.size() > 1) {
        // What came before the finger was down is not ink.
        pen.along.assign({began});
    }
    return pen;
}

void Ui::ink(const std::vector<ImVec2>& points, float thickness, Colour colour) {
    if (points.empty()) return;
    const ImU32 packed =
        IM_COL32(colour.rgba >> 24U, (colour.rgba >> 16U) & 0xFFU, (colour.rgba >> 8U) & 0xFFU, colour.rgba & 0xFFU);
    const float wide = std::max(2.0F, px(thickness));
    std::vector<ImVec2> pixels;
    pixels.reserve(points.size());
    for (const ImVec2& point : points)
        pixels.push_back({point.x * unit_, point.y * unit_});
    list_->AddCircleFilled(pixels.front(), wide / 2, packed);
    list_->AddCircleFilled(pixels.back(), wide / 2, packed);
    if (pixels.size() < 2) return;
    ImVec2 last = pixels.front();
    const auto line_to = [&](ImVec2 next) {
        list_->AddLine(last, next, packed, wide);
        list_->AddCircleFilled(next, wide / 2, packed);
        last = next;
    };
    for (std::size_t i = 0; i + 1 < pixels.size(); ++i) {
        const ImVec2 b = pixels[i];
        const ImVec2 c = pixels[i + 1];
        const ImVec2 a = i == 0 ? b : pixels[i - 1];
        const ImVec2 d = i + 2 < pixels.size() ? pixels[i + 2] : c;
        const float apart = std::hypot(c.x - b.x, c.y - b.y);
        const int steps = std::clamp(static_cast<int>(apart / kStep), 1, 24);
        for (int step = 1; step <= steps; ++step)
            line_to(between(a, b, c, d, static_cast<float>(step) / static_cast<float>(steps)));
    }
}

}  // namespace courtyard::screens
