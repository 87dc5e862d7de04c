// ImGui's triangles turned into few kinds of shapes with whole-number geometry. Everything that decides a pixel is in a
// shape and in nothing else, so equal shapes mean equal pixels, on every machine: the tile renderer compares shapes,
// not pixels.
#pragma once

#include <cstdint>
#include <vector>

#include "app/platform/geometry.hpp"

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;
struct ImTextureData;

namespace courtyard::platform {

class TexelHashes;

// Positions are 1/256 pixel, a pixel is covered when its centre is (top and left edges inside: shared edges are drawn
// once). Texture positions are 1/65536 texel, interpolated between texel centres; colours are 0xAARRGGBB, alpha
// straight.
struct Corner {
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::int32_t u = 0;
    std::int32_t v = 0;
    std::uint32_t colour = 0;
};

enum class ShapeKind : std::uint8_t {
    Fill,      // every pixel of `bounds` in one colour
    Copy,      // texels one to one on whole pixels: glyphs, icons, pictures at their own size
    Stretch,   // an upright rectangle of texels at another size or between pixels
    Polygon,   // convex, one colour
    Triangle,  // anything else: colours and texels interpolated
};

struct TexelView {
    const std::uint8_t* pixels = nullptr;
    int width = 0;
    int height = 0;
    bool alpha_only = false;  // one byte per texel (white with that alpha), else R, G, B, A
};

inline constexpr int kNoTexture = -1;

struct Shape {
    ShapeKind kind = ShapeKind::Fill;
    int texture = kNoTexture;        // index into ShapeList::textures
    std::uint32_t colour = 0;        // of Fill, Copy, Stretch, Polygon
    std::uint32_t corner_first = 0;  // Stretch: top left, bottom right; Polygon, Triangle: clockwise on the screen
    std::uint32_t corner_count = 0;
    Rect bounds;         // pixels that may be touched, clipped
    int texel_left = 0;  // Copy: texel of pixel (0, 0), may be negative
    int texel_top = 0;
    std::uint64_t hash = 0;  // of everything but `bounds`; texels by their content, not by where they lie
};

struct ShapeList {
    std::vector<Shape> shapes;  // in the order of drawing
    std::vector<Corner> corners;
    std::vector<TexelView> textures;
    std::vector<const ImTextureData*> texture_data;  // of the same textures; valid during the frame
};

// Fills `list` with the shapes of the frame that touch a surface of this size. Shapes that cannot be seen are left out.
void build_shapes(const ImDrawData& frame, Size surface, TexelHashes& hashes, ShapeList& list);

}  // namespace courtyard::platform
