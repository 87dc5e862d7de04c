#include "app/platform/tile_shapes.hpp"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/platform/frame_hash.hpp"
#include "app/platform/texel_hashes.hpp"
#include "app/platform/tile_spans.hpp"
#include "sync/base/result.hpp"

namespace courtyard::platform {

namespace {

constexpr float kFarthest = 32000.0f;  // pixels; geometry beyond is pulled in, nobody can see the difference
constexpr std::size_t kPolygonCornersMax = 1024;

std::int32_t to_fixed(float value, float steps) {
    return static_cast<std::int32_t>(std::floor(std::fmin(std::fmax(value, -kFarthest), kFarthest) * steps + 0.5f));
}

// IM_COL32 keeps red lowest; we keep blue lowest, as X servers do.
std::uint32_t to_argb(std::uint32_t colour) {
    return (colour & 0xFF00FF00u) | (colour & 0xFF) << 16 | ((colour >> 16) & 0xFF);
}

// The first pixel whose centre is at or right of (below) the position.
int first_pixel(std::int32_t position) { return (position + 127) >> 8; }

Rect pixels_between(const Corner& low, const Corner& high) {
    return {first_pixel(low.x), first_pixel(low.y), first_pixel(high.x), first_pixel(high.y)};
}

std::int64_t turn(const Corner& a, const Corner& b, const Corner& c) {
    return static_cast<std::int64_t>(b.x - a.x) * (c.y - a.y) - static_cast<std::int64_t>(b.y - a.y) * (c.x - a.x);
}

bool same_place_in_texture(const Corner& a, const Corner& b) { return a.u == b.u && a.v == b.v; }

std::uint64_t word(std::int32_t high, std::int32_t low) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(high)) << 32 | static_cast<std::uint32_t>(low);
}

std::uint32_t multiply(std::uint32_t left, std::uint32_t right) {
    std::uint32_t product = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        product |= divide_by_255(((left >> shift) & 255) * ((right >> shift) & 255)) << shift;
    }
    return product;
}

std::uint32_t texel_at(const TexelView& texture, std::int32_t u, std::int32_t v) {
    const int x = std::clamp(u >> 16, 0, texture.width - 1);
    const int y = std::clamp(v >> 16, 0, texture.height - 1);
    const std::size_t index =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(texture.width) + static_cast<std::size_t>(x);
    if (texture.alpha_only) return static_cast<std::uint32_t>(texture.pixels[index]) << 24 | 0xFFFFFF;
    const std::uint8_t* p = texture.pixels + index * 4;
    return static_cast<std::uint32_t>(p[3]) << 24 | static_cast<std::uint32_t>(p[0]) << 16 |
           static_cast<std::uint32_t>(p[1]) << 8 | p[2];
}

// Walks one ImDrawCmd's triangles; holds what stays the same within the command.
class Builder {
public:
    Builder(const ImDrawData& frame, Size surface, TexelHashes& hashes, ShapeList& list)
        : frame_(frame), surface_(surface), hashes_(hashes), list_(list) {}

    void add(const ImDrawList& draw_list, const ImDrawCmd& command) {
        if (command.UserCallback != nullptr || command.ElemCount == 0) return;
        clip_ = clip_of(command);
        if (clip_.empty()) return;
        use_texture(command);
        const ImDrawIdx* indices = draw_list.IdxBuffer.Data + command.IdxOffset;
        vertices_ = draw_list.VtxBuffer.Data + command.VtxOffset;
        const unsigned count = command.ElemCount;
        for (unsigned i = 0; i + 3 <= count;) {
            i += take(indices + i, count - i);
        }
    }

private:
    // As ImGui's OpenGL back end scissors, so that both renderers cut at the same pixels.
    Rect clip_of(const ImDrawCmd& command) const {
        const float left = (command.ClipRect.x - frame_.DisplayPos.x) * frame_.FramebufferScale.x;
        const float top = (command.ClipRect.y - frame_.DisplayPos.y) * frame_.FramebufferScale.y;
        const float right = (command.ClipRect.z - frame_.DisplayPos.x) * frame_.FramebufferScale.x;
        const float bottom = (command.ClipRect.w - frame_.DisplayPos.y) * frame_.FramebufferScale.y;
        if (!(right > left) || !(bottom > top)) return {};
        const auto pixel = [](float value) {
            return static_cast<int>(std::fmin(std::fmax(value, -kFarthest), kFarthest));
        };
        const int x = pixel(left);
        const int y_from_below = pixel(static_cast<float>(surface_.height) - bottom);
        const Rect scissor = {x, surface_.height - y_from_below - pixel(bottom - top), x + pixel(right - left),
                              surface_.height - y_from_below};
        return intersect(scissor, {0, 0, surface_.width, surface_.height});
    }

    void use_texture(const ImDrawCmd& command) {
        const ImTextureData* data = command.TexRef._TexData;
        COURTYARD_CHECK(data != nullptr && data->Pixels != nullptr);
        if (data == texture_data_) return;
        texture_data_ = data;
        const TexelView view = {data->Pixels, data->Width, data->Height, data->Format == ImTextureFormat_Alpha8};
        texture_ = static_cast<int>(list_.textures.size());
        list_.textures.push_back(view);
        list_.texture_data.push_back(data);
    }

    Corner corner(ImDrawIdx index) const {
        const ImDrawVert& vertex = vertices_[index];
        Corner out;
        out.x = to_fixed((vertex.pos.x - frame_.DisplayPos.x) * frame_.FramebufferScale.x, 256.0f);
        out.y = to_fixed((vertex.pos.y - frame_.DisplayPos.y) * frame_.FramebufferScale.y, 256.0f);
        // To 1/256 texel: the rounding error of uv in a large atlas must not make the same glyph look like another.
        out.u = to_fixed(vertex.uv.x * static_cast<float>(texture_data_->Width), 256.0f) * 256;
        out.v = to_fixed(vertex.uv.y * static_cast<float>(texture_data_->Height), 256.0f) * 256;
        out.colour = to_argb(vertex.col);
        return out;
    }

    // Makes one shape of the next triangles and says how many indices it used up.
    unsigned take(const ImDrawIdx* indices, unsigned count) {
        fan_.clear();
        for (unsigned i = 0; i < 3; ++i) {
            fan_.push_back(corner(indices[i]));
        }
        if (count >= 6 && indices[3] == indices[0] && indices[4] == indices[2]) {
            const Corner fourth = corner(indices[5]);
            if (add_upright(fan_[0], fan_[1], fan_[2], fourth)) return 6;
        }
        unsigned used = 3;
        if (has_one_colour()) {
            while (used + 3 <= count && fan_.size() < kPolygonCornersMax && indices[used] == indices[0] &&
                   indices[used + 1] == indices[used - 1]) {
                const Corner next = corner(indices[used + 2]);
                if (next.colour != fan_[0].colour || !same_place_in_texture(next, fan_[0])) break;
                fan_.push_back(next);
                used += 3;
            }
            if (add_polygon()) return used;
            fan_.resize(3);
            used = 3;
        }
        add_triangle();
        return used;
    }

    bool has_one_colour() const {
        return fan_[0].colour == fan_[1].colour && fan_[0].colour == fan_[2].colour &&
               same_place_in_texture(fan_[0], fan_[1]) && same_place_in_texture(fan_[0], fan_[2]);
    }

    // Colour of a shape that takes all its texture from one place (ImGui's white pixel).
    std::uint32_t plain_colour(const Corner& at) const {
        return multiply(at.colour, texel_at(list_.textures[static_cast<std::size_t>(texture_)], at.u, at.v));
    }

    bool add_upright(const Corner& a, const Corner& b, const Corner& c, const Corner& d) {
        const bool upright = a.x == d.x && b.x == c.x && a.y == b.y && c.y == d.y && a.x <= b.x && a.y <= d.y;
        const bool one_colour = a.colour == b.colour && a.colour == c.colour && a.colour == d.colour;
        const bool upright_texels = a.u == d.u && b.u == c.u && a.v == b.v && c.v == d.v;
        if (!upright || !one_colour || !upright_texels) return false;
        Shape shape;
        shape.bounds = intersect(pixels_between(a, c), clip_);
        if (shape.bounds.empty() || a.colour >> 24 == 0) return true;  // nothing to see: taken, and left out
        if (same_place_in_texture(a, c)) {
            shape.kind = ShapeKind::Fill;
            shape.colour = plain_colour(a);
            push(shape, mix(1, shape.colour));
            return true;
        }
        shape.colour = a.colour;
        shape.texture = texture_;
        if (is_one_to_one(a, c)) {
            shape.kind = ShapeKind::Copy;
            shape.texel_left = (a.u >> 16) - (a.x >> 8);
            shape.texel_top = (a.v >> 16) - (a.y >> 8);
            const std::uint64_t content = hashes_.of(*texture_data_, {a.u >> 16, a.v >> 16, c.u >> 16, c.v >> 16});
            if (content != kBlankTexels) push(shape, mix(mix(mix(2, content), shape.colour), word(a.x, a.y)));
            return true;
        }
        shape.kind = ShapeKind::Stretch;
        push_corners(shape, {a, c}, mix(3, shape.colour));
        return true;
    }

    bool is_one_to_one(const Corner& low, const Corner& high) const {
        const std::int32_t fraction = (low.x | low.y | high.x | high.y) & 0xFF;
        const std::int32_t texel_fraction = (low.u | low.v | high.u | high.v) & 0xFFFF;
        return fraction == 0 && texel_fraction == 0 && (high.x - low.x) == (high.u - low.u) >> 8 &&
               (high.y - low.y) == (high.v - low.v) >> 8 && low.u >= 0 && low.v >= 0 &&
               high.u >> 16 <= texture_data_->Width && high.v >> 16 <= texture_data_->Height;
    }

    // False when the fan is no convex polygon; then its triangles are drawn one by one.
    bool add_polygon() {
        if (fan_[0].colour >> 24 == 0) return true;
        const std::int64_t winding = winding_if_convex();
        if (winding == 0) return false;
        if (winding < 0) std::reverse(fan_.begin(), fan_.end());
        Shape shape;
        shape.kind = ShapeKind::Polygon;
        shape.bounds = intersect(bounds_of_fan(), clip_);
        if (shape.bounds.empty()) return true;
        shape.colour = plain_colour(fan_[0]);
        push_corners(shape, fan_, mix(4, shape.colour));
        return true;
    }

    // Convex: every turn goes the same way, and the outline goes down once and up once. 0 when it is not.
    std::int64_t winding_if_convex() const {
        std::int64_t winding = 0;
        std::int32_t direction = 0;
        int reversals = 0;
        for (std::size_t i = 0; i <= fan_.size(); ++i) {
            const Corner& here = fan_[i % fan_.size()];
            const Corner& next = fan_[(i + 1) % fan_.size()];
            const std::int64_t bend = turn(here, next, fan_[(i + 2) % fan_.size()]);
            if (bend != 0 && winding != 0 && (bend > 0) != (winding > 0)) return 0;
            if (bend != 0) winding = bend;
            const std::int32_t down = next.y - here.y;
            if (down == 0) continue;
            if (direction != 0 && (down > 0) != (direction > 0)) ++reversals;
            direction = down;
        }
        return reversals <= 2 ? winding : 0;
    }

    void add_triangle() {
        const std::int64_t winding = turn(fan_[0], fan_[1], fan_[2]);
        if (winding == 0 || (fan_[0].colour | fan_[1].colour | fan_[2].colour) >> 24 == 0) return;
        if (winding < 0) std::swap(fan_[1], fan_[2]);
        Shape shape;
        shape.kind = ShapeKind::Triangle;
        shape.bounds = intersect(bounds_of_fan(), clip_);
        if (shape.bounds.empty()) return;
        if (same_place_in_texture(fan_[0], fan_[1]) && same_place_in_texture(fan_[0], fan_[2])) {
            for (Corner& each : fan_) {
                each.colour = plain_colour(each);
            }
        } else {
            shape.texture = texture_;
        }
        push_corners(shape, fan_, 5);
    }

    Rect bounds_of_fan() const {
        Corner low = fan_[0];
        Corner high = fan_[0];
        for (const Corner& each : fan_) {
            low.x = std::min(low.x, each.x);
            low.y = std::min(low.y, each.y);
            high.x = std::max(high.x, each.x);
            high.y = std::max(high.y, each.y);
        }
        return pixels_between(low, high);
    }

    void push_corners(Shape& shape, const std::vector<Corner>& corners, std::uint64_t hash) {
        shape.corner_first = static_cast<std::uint32_t>(list_.corners.size());
        shape.corner_count = static_cast<std::uint32_t>(corners.size());
        const Rect texels = shape.texture == kNoTexture ? Rect{} : texels_around(corners);
        if (shape.texture != kNoTexture) hash = mix(hash, hashes_.of(*texture_data_, texels));
        for (const Corner& each : corners) {
            hash = mix(hash, word(each.x, each.y));
            if (shape.kind == ShapeKind::Triangle) hash = mix(hash, each.colour);
            if (shape.texture != kNoTexture)
                hash = mix(hash, word(each.u - texels.left * 65536, each.v - texels.top * 65536));
            list_.corners.push_back(each);
        }
        push(shape, hash);
    }

    // Every texel that interpolation between these corners may look at.
    Rect texels_around(const std::vector<Corner>& corners) const {
        Rect around = {texture_data_->Width, texture_data_->Height, 0, 0};
        for (const Corner& each : corners) {
            around.left = std::min(around.left, (each.u - 32768) >> 16);
            around.top = std::min(around.top, (each.v - 32768) >> 16);
            around.right = std::max(around.right, ((each.u - 32768) >> 16) + 2);
            around.bottom = std::max(around.bottom, ((each.v - 32768) >> 16) + 2);
        }
        return intersect(around, {0, 0, texture_data_->Width, texture_data_->Height});
    }

    void push(Shape& shape, std::uint64_t hash) {
        if (shape.kind != ShapeKind::Triangle && shape.colour >> 24 == 0) return;
        shape.hash = hash;
        list_.shapes.push_back(shape);
    }

    const ImDrawData& frame_;
    Size surface_;
    TexelHashes& hashes_;
    ShapeList& list_;
    Rect clip_;
    const ImTextureData* texture_data_ = nullptr;
    int texture_ = kNoTexture;
    const ImDrawVert* vertices_ = nullptr;
    std::vector<Corner> fan_;
};

}  // namespace

void build_shapes(const ImDrawData& frame, Size surface, TexelHashes& hashes, ShapeList& list) {
    list.shapes.clear();
    list.corners.clear();
    list.textures.clear();
    list.texture_data.clear();
    Builder builder(frame, surface, hashes, list);
    for (const ImDrawList* draw_list : frame.CmdLists) {
        for (const ImDrawCmd& command : draw_list->CmdBuffer) {
            builder.add(*draw_list, command);
        }
    }
}

}  // namespace courtyard::platform
