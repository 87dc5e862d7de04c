// Photos on the screen: a texture for each that is shown, kept from frame to frame, gone when it is shown no more.
#include <algorithm>

#include <imgui_internal.h>

#include "app/screens/ui.hpp"

namespace courtyard::screens {

namespace {

// As many pixels as are shown, each the mean of those behind it: a page of text drawn small stays grey and even.
base::Bytes shrunk(const flow::Pixels& from, int width, int height) {
    base::Bytes out(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (int y = 0; y < height; ++y) {
        const int y0 = y * from.height / height;
        const int y1 = std::max(y0 + 1, (y + 1) * from.height / height);
        for (int x = 0; x < width; ++x) {
            const int x0 = x * from.width / width;
            const int x1 = std::max(x0 + 1, (x + 1) * from.width / width);
            for (std::size_t channel = 0; channel < 4; ++channel) {
                int sum = 0;
                for (int v = y0; v < y1; ++v)
                    for (int u = x0; u < x1; ++u)
                        sum += from.rgba[(static_cast<std::size_t>(v) * static_cast<std::size_t>(from.width) +
                                          static_cast<std::size_t>(u)) *
                                             4 +
                                         channel];
                out[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4 +
                    channel] = static_cast<std::uint8_t>(sum / ((x1 - x0) * (y1 - y0)));
            }
        }
    }
    return out;
}

}  // namespace

Rect fitted(const Rect& room, int width, int height) {
    if (width < 1 || height < 1) return room;
    const float by = std::min(room.w / static_cast<float>(width), room.h / static_cast<float>(height));
    const float w = by * static_cast<float>(width);
    const float h = by * static_cast<float>(height);
    return {room.middle_x() - w / 2, room.middle_y() - h / 2, w, h};
}

void Ui::picture(const Rect& rect, const flow::PixelsRef& pixels) {
    if (!pixels || pixels->width < 1 || pixels->height < 1) return;
    const ImVec2 a = at(rect.x, rect.y);
    const ImVec2 b = at(rect.right(), rect.bottom());
    const int width = std::min(pixels->width, std::max(1, static_cast<int>(b.x - a.x)));
    const int height = std::min(pixels->height, std::max(1, static_cast<int>(b.y - a.y)));
    auto& shown = view_.pictures;
    auto found = std::find_if(shown.begin(), shown.end(), [&](const ShownPicture& one) {
        return one.pixels == pixels && one.texture->width() == width && one.texture->height() == height;
    });
    if (found == shown.end()) {
        base::Bytes small = shrunk(*pixels, width, height);
        auto texture = std::make_unique<platform::Texture>(width, height, small);
        base::wipe(small);
        shown.push_back({pixels, std::move(texture), true});
        found = shown.end() - 1;
    }
    found->is_drawn = true;
    list_->AddImage(found->texture->ref(), a, b);
}

void Ui::forget_pictures() {
    std::erase_if(view_.pictures, [](const ShownPicture& one) { return !one.is_drawn; });
    for (ShownPicture& one : view_.pictures)
        one.is_drawn = false;
}

Stylus Ui::stylus(const Rect& rect, std::string_view label) {
    touch(rect, label);
    const ImVec2 a = at(rect.x, rect.y);
    const ImVec2 b = at(rect.right(), rect.bottom());
    const ImVec2 finger = ImGui::GetIO().MousePos;
    Stylus pen;
    pen.x = std::clamp((finger.x - a.x) / std::max(1.0F, b.x - a.x), 0.0F, 1.0F);
    pen.y = std::clamp((finger.y - a.y) / std::max(1.0F, b.y - a.y), 0.0F, 1.0F);
    const bool inside = finger.x >= a.x && finger.y >= a.y && finger.x < b.x && finger.y < b.y;
    pen.went_down = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && inside;
    pen.is_down = ImGui::IsMouseDown(ImGuiMouseButton_Left);
    pen.went_up = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    return pen;
}

}  // namespace courtyard::screens
