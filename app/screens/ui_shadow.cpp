// Soft shadows from one small pre-blurred picture in the font atlas, drawn as nine pieces: a third of the cost of
// stacked rounded rectangles (facts/ui.md 9), and no second texture.
#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "app/screens/ui.hpp"

namespace courtyard::screens {
namespace {

constexpr int kShadowSide = 128;  // pixels of the picture
constexpr int kCorner = 60;       // of which this many belong to a corner
constexpr float kBlur = 34;       // how far it fades, in the picture
constexpr float kRound = 20;      // radius of the blurred rectangle

// Signed distance to a rounded rectangle that leaves kBlur at each side.
float distance(float x, float y) {
    const float half = kShadowSide / 2.0F - kBlur;
    const float dx = std::fabs(x - kShadowSide / 2.0F) - (half - kRound);
    const float dy = std::fabs(y - kShadowSide / 2.0F) - (half - kRound);
    const float outside = std::hypot(std::max(dx, 0.0F), std::max(dy, 0.0F));
    return outside + std::min(std::max(dx, dy), 0.0F) - kRound;
}

int strength_at(int x, int y) {
    const float d = distance(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F);
    const float t = std::clamp((d + kBlur * 0.8F) / (kBlur * 1.75F), 0.0F, 1.0F);
    const float smooth = 1 - t * t * (3 - 2 * t);
    return static_cast<int>(smooth * 255.0F);
}

bool paint(ImFontAtlas& atlas, const ImFontAtlasRect& rect) {
    ImTextureData* texture = atlas.TexData;
    if (!texture || !texture->Pixels) return false;
    for (int y = 0; y < kShadowSide; ++y) {
        auto* row = static_cast<unsigned char*>(texture->GetPixelsAt(rect.x, rect.y + y));
        for (int x = 0; x < kShadowSide; ++x) {
            const auto alpha = static_cast<unsigned char>(strength_at(x, y));
            if (texture->BytesPerPixel == 1) {
                row[x] = alpha;
            } else {
                row[x * 4] = row[x * 4 + 1] = row[x * 4 + 2] = 255;
                row[x * 4 + 3] = alpha;
            }
        }
    }
    ImFontAtlasTextureBlockQueueUpload(&atlas, texture, rect.x, rect.y, kShadowSide, kShadowSide);
    return true;
}

}  // namespace

void Ui::shadow(const Rect& rect, float strength) {
    if ((palette_.shadow.rgba & 0xFFU) == 0) return;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontAtlasRect place;
    if (view_.shadow_rect < 0 || !atlas.GetCustomRect(view_.shadow_rect, &place)) {
        view_.shadow_rect = atlas.AddCustomRect(kShadowSide, kShadowSide, &place);
        if (view_.shadow_rect < 0 || !paint(atlas, place)) return;
    }
    const auto alpha =
        static_cast<unsigned>(std::clamp(static_cast<float>(palette_.shadow.rgba & 0xFFU) * strength, 0.0F, 255.0F));
    const ImU32 colour = IM_COL32(palette_.shadow.rgba >> 24U, (palette_.shadow.rgba >> 16U) & 0xFFU,
                                  (palette_.shadow.rgba >> 8U) & 0xFFU, alpha);
    const float spread = px(26);
    const float down = px(9);
    const float corner = px(52);
    const ImVec2 a = at(rect.x, rect.y);
    const ImVec2 b = at(rect.right(), rect.bottom());
    const float xs[4] = {a.x - spread, a.x - spread + corner, b.x + spread - corner, b.x + spread};
    const float ys[4] = {a.y - spread + down, a.y - spread + corner + down, b.y + spread - corner + down,
                         b.y + spread + down};
    const float du = (place.uv1.x - place.uv0.x) / kShadowSide;
    const float dv = (place.uv1.y - place.uv0.y) / kShadowSide;
    const float us[4] = {place.uv0.x, place.uv0.x + du * kCorner, place.uv1.x - du * kCorner, place.uv1.x};
    const float vs[4] = {place.uv0.y, place.uv0.y + dv * kCorner, place.uv1.y - dv * kCorner, place.uv1.y};
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column) {
            if (row == 1 && column == 1) continue;  // hidden by what casts the shadow
            list_->AddImage(atlas.TexRef, {xs[column], ys[row]}, {xs[column + 1], ys[row + 1]}, {us[column], vs[row]},
                            {us[column + 1], vs[row + 1]}, colour);
        }
}

}  // namespace courtyard::screens
