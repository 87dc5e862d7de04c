#include "app/platform/tile_raster.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/platform/tile_spans.hpp"

namespace courtyard::platform {

namespace {

struct Span {
    int left = 0;
    int right = 0;
};

constexpr std::int64_t divide_up(std::int64_t value, std::int64_t by) {
    return value >= 0 ? (value + by - 1) / by : -(-value / by);
}

constexpr std::int64_t divide_down(std::int64_t value, std::int64_t by) {
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

// The pixels of row `y` whose centres lie in a convex outline; both neighbours of an edge compute the same crossing.
Span span_in_row(const Corner* corners, std::size_t count, int y, const Rect& area) {
    const std::int32_t middle = y * 256 + 128;
    Span span = {std::numeric_limits<int>::max(), std::numeric_limits<int>::min()};
    for (std::size_t i = 0; i < count; ++i) {
        const Corner* upper = &corners[i];
        const Corner* lower = &corners[i + 1 == count ? 0 : i + 1];
        if (upper->y > lower->y) std::swap(upper, lower);
        if (upper->y > middle || lower->y <= middle) continue;
        const std::int64_t height = lower->y - upper->y;
        const std::int64_t crossing =
            (upper->x - 128) * height + static_cast<std::int64_t>(middle - upper->y) * (lower->x - upper->x);
        const int first = static_cast<int>(divide_up(crossing, 256 * height));
        span.left = std::min(span.left, first);
        span.right = std::max(span.right, first);
    }
    return {std::max(span.left, area.left), std::min(span.right, area.right)};
}

// A value that changes evenly over a triangle: from corner values, at pixel centres. Doubles without contraction: the
// same operations in the same order give the same bits everywhere.
struct Plane {
    double at_first = 0;
    double per_x = 0;  // per 1/256 pixel
    double per_y = 0;

    Plane(const Corner* c, double area, double first, double second, double third) : at_first(first) {
        per_x = ((second - first) * (c[2].y - c[0].y) - (third - first) * (c[1].y - c[0].y)) / area;
        per_y = ((third - first) * (c[1].x - c[0].x) - (second - first) * (c[2].x - c[0].x)) / area;
    }
    // In 1/65536 of the value's unit.
    [[nodiscard]] std::int32_t fixed_at(const Corner& origin, int x, int y) const {
        const double value = at_first + per_x * (x * 256 + 128 - origin.x) + per_y * (y * 256 + 128 - origin.y);
        return static_cast<std::int32_t>(std::clamp(std::floor(value * 65536.0 + 0.5), -2147483000.0, 2147483000.0));
    }
    [[nodiscard]] std::int32_t fixed_step() const {
        return static_cast<std::int32_t>(
            std::clamp(std::floor(per_x * 256.0 * 65536.0 + 0.5), -16777216.0, 16777216.0));
    }
};

struct Sample {
    int first = 0;   // texel
    int second = 0;  // its neighbour
    int weight = 0;  // of the second, of 256
};

Sample sample_at(std::int64_t position, int texels) {
    const std::int64_t from_centre = position - 32768;
    const int first = static_cast<int>(from_centre >> 16);
    return {std::clamp(first, 0, texels - 1), std::clamp(first + 1, 0, texels - 1),
            static_cast<int>((from_centre >> 8) & 255)};
}

// `stride`: bytes per texel, `offset`: which byte.
std::uint8_t interpolate(const TexelView& texture, const Sample& across, const Sample& down, int stride, int offset) {
    const auto at = [&](int x, int y) -> int {
        return texture.pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(texture.width) +
                               static_cast<std::size_t>(x)) *
                                  static_cast<std::size_t>(stride) +
                              static_cast<std::size_t>(offset)];
    };
    const int upper =
        at(across.first, down.first) * (256 - across.weight) + at(across.second, down.first) * across.weight;
    const int lower =
        at(across.first, down.second) * (256 - across.weight) + at(across.second, down.second) * across.weight;
    return static_cast<std::uint8_t>((upper * (256 - down.weight) + lower * down.weight + 32768) >> 16);
}

// Rows of a texture stretched sideways, kept from one row of pixels to the next: shadows are a few texels over hundreds
// of pixels. The same bytes as interpolate(), whose two steps these are.
class StretchedRows {
public:
    StretchedRows(const TexelView& texture, int stride, int width)
        : texture_(texture), stride_(stride), width_(width) {}

    void set_column(int column, const Sample& across) { columns_[static_cast<std::size_t>(column)] = across; }

    void blend(const Sample& down, std::uint8_t* out) {
        const Row& upper = row(down.first, down.second);
        const Row& lower = row(down.second, down.first);
        const int count = width_ * stride_;
        for (int i = 0; i < count; ++i) {
            const auto at = static_cast<std::size_t>(i);
            out[i] = static_cast<std::uint8_t>(
                (upper.values[at] * (256 - down.weight) + lower.values[at] * down.weight + 32768) >> 16);
        }
    }

private:
    struct Row {
        int y = -1;
        std::array<std::int32_t, static_cast<std::size_t>(kTileSide) * 4> values;  // 1/256 of a byte
    };

    // The row of texels `y`; `kept` must not be thrown out for it.
    const Row& row(int y, int kept) {
        for (const Row& have : rows_) {
            if (have.y == y) return have;
        }
        Row& row = rows_[0].y == kept ? rows_[1] : rows_[0];
        row.y = y;
        const std::uint8_t* texels = texture_.pixels + static_cast<std::size_t>(y) *
                                                           static_cast<std::size_t>(texture_.width) *
                                                           static_cast<std::size_t>(stride_);
        std::size_t at = 0;
        for (int i = 0; i < width_; ++i) {
            const Sample& across = columns_[static_cast<std::size_t>(i)];
            for (int offset = 0; offset < stride_; ++offset) {
                row.values[at++] = texels[across.first * stride_ + offset] * (256 - across.weight) +
                                   texels[across.second * stride_ + offset] * across.weight;
            }
        }
        return row;
    }

    const TexelView& texture_;
    int stride_;
    int width_;
    std::array<Sample, kTileSide> columns_;
    std::array<Row, 2> rows_;
};

struct TexelWalk {
    std::int32_t u = 0;
    std::int32_t v = 0;
    std::int32_t step_u = 0;
    std::int32_t step_v = 0;
};

// Rare (pictures that are turned): one pixel at a time.
void textured_span(std::uint32_t* pixels, int count, Gradient colours, const TexelView& texture, TexelWalk walk) {
    for (int i = 0; i < count; ++i) {
        const Sample across = sample_at(walk.u, texture.width);
        const Sample down = sample_at(walk.v, texture.height);
        std::uint8_t texel[4] = {255, 255, 255, 255};
        if (texture.alpha_only) {
            texel[3] = interpolate(texture, across, down, 1, 0);
        } else {
            for (int channel = 0; channel < 4; ++channel) {
                texel[channel] = interpolate(texture, across, down, 4, channel);
            }
        }
        texel_span(pixels + i, texel, 1, colours.first_colour());
        colours.advance();
        walk.u += walk.step_u;
        walk.v += walk.step_v;
    }
}

}  // namespace

Cover cover_of(const ShapeList& list, const Shape& shape, const Rect& area) {
    const Corner* corners = &list.corners[shape.corner_first];
    const std::size_t count = shape.corner_count;
    const std::int64_t left = area.left * 256 + 128;
    const std::int64_t right = area.right * 256 - 128;
    const std::int64_t top = area.top * 256 + 128;
    const std::int64_t bottom = area.bottom * 256 - 128;
    bool whole = true;
    for (std::size_t i = 0; i < count; ++i) {
        const Corner& from = corners[i];
        const Corner& to = corners[i + 1 == count ? 0 : i + 1];
        const std::int64_t dx = to.x - from.x;
        const std::int64_t dy = to.y - from.y;
        // Inside is where dx * (y - from.y) - dy * (x - from.x) is positive; its extremes are in corners of the area.
        const std::int64_t most = dx * ((dx > 0 ? bottom : top) - from.y) - dy * ((dy > 0 ? left : right) - from.x);
        if (most < 0) return Cover::None;
        const std::int64_t least = dx * ((dx > 0 ? top : bottom) - from.y) - dy * ((dy > 0 ? right : left) - from.x);
        whole = whole && least > 0;
    }
    return whole ? Cover::Whole : Cover::Partly;
}

void TilePainter::begin(const Rect& tile, std::uint32_t background) {
    tile_ = tile;
    pixels_.fill(background & 0xFFFFFF);
}

void TilePainter::fill(const Rect& area, std::uint32_t colour) {
    for (int y = area.top; y < area.bottom; ++y) {
        fill_span(&pixels_[index(area.left, y)], area.width(), colour);
    }
}

void TilePainter::paint(const ShapeList& list, const Shape& shape, const Rect& area) {
    switch (shape.kind) {
        case ShapeKind::Fill: return fill(area, shape.colour);
        case ShapeKind::Copy: return copy(list, shape, area);
        case ShapeKind::Stretch: return stretch(list, shape, area);
        case ShapeKind::Polygon: return polygon(list, shape, area);
        case ShapeKind::Triangle: return triangle(list, shape, area);
    }
}

void TilePainter::copy(const ShapeList& list, const Shape& shape, const Rect& area) {
    const TexelView& texture = list.textures[static_cast<std::size_t>(shape.texture)];
    for (int y = area.top; y < area.bottom; ++y) {
        const std::size_t texel =
            static_cast<std::size_t>(y + shape.texel_top) * static_cast<std::size_t>(texture.width) +
            static_cast<std::size_t>(area.left + shape.texel_left);
        std::uint32_t* pixels = &pixels_[index(area.left, y)];
        if (texture.alpha_only) {
            mask_span(pixels, texture.pixels + texel, area.width(), shape.colour);
        } else {
            texel_span(pixels, texture.pixels + texel * 4, area.width(), shape.colour);
        }
    }
}

void TilePainter::stretch(const ShapeList& list, const Shape& shape, const Rect& area) {
    const TexelView& texture = list.textures[static_cast<std::size_t>(shape.texture)];
    const Corner& low = list.corners[shape.corner_first];
    const Corner& high = list.corners[shape.corner_first + 1];
    const int stride = texture.alpha_only ? 1 : 4;
    StretchedRows rows(texture, stride, area.width());
    for (int x = area.left; x < area.right; ++x) {
        const std::int64_t across = static_cast<std::int64_t>(x * 256 + 128 - low.x) * (high.u - low.u);
        rows.set_column(x - area.left, sample_at(low.u + divide_down(across, high.x - low.x), texture.width));
    }
    std::array<std::uint8_t, static_cast<std::size_t>(kTileSide) * 4> texels;
    for (int y = area.top; y < area.bottom; ++y) {
        const std::int64_t downwards = static_cast<std::int64_t>(y * 256 + 128 - low.y) * (high.v - low.v);
        rows.blend(sample_at(low.v + divide_down(downwards, high.y - low.y), texture.height), texels.data());
        std::uint32_t* pixels = &pixels_[index(area.left, y)];
        if (texture.alpha_only) {
            mask_span(pixels, texels.data(), area.width(), shape.colour);
        } else {
            texel_span(pixels, texels.data(), area.width(), shape.colour);
        }
    }
}

void TilePainter::polygon(const ShapeList& list, const Shape& shape, const Rect& area) {
    for (int y = area.top; y < area.bottom; ++y) {
        const Span span = span_in_row(&list.corners[shape.corner_first], shape.corner_count, y, area);
        if (span.left < span.right) fill_span(&pixels_[index(span.left, y)], span.right - span.left, shape.colour);
    }
}

void TilePainter::triangle(const ShapeList& list, const Shape& shape, const Rect& area) {
    const Corner* c = &list.corners[shape.corner_first];
    const double twice_area = static_cast<double>(c[1].x - c[0].x) * (c[2].y - c[0].y) -
                              static_cast<double>(c[1].y - c[0].y) * (c[2].x - c[0].x);
    const auto colour_plane = [&](int shift) {
        const auto channel = [&](int i) { return static_cast<double>((c[i].colour >> shift) & 255); };
        return Plane(c, twice_area, channel(0), channel(1), channel(2));
    };
    const std::array<Plane, 4> planes = {colour_plane(0), colour_plane(8), colour_plane(16), colour_plane(24)};
    const Plane across(c, twice_area, c[0].u / 65536.0, c[1].u / 65536.0, c[2].u / 65536.0);
    const Plane downwards(c, twice_area, c[0].v / 65536.0, c[1].v / 65536.0, c[2].v / 65536.0);
    for (int y = area.top; y < area.bottom; ++y) {
        const Span span = span_in_row(c, 3, y, area);
        if (span.left >= span.right) continue;
        Gradient colours;
        for (std::size_t i = 0; i < 4; ++i) {
            colours.value[i] = planes[i].fixed_at(c[0], span.left, y);
            colours.step[i] = planes[i].fixed_step();
        }
        std::uint32_t* pixels = &pixels_[index(span.left, y)];
        if (shape.texture == kNoTexture) {
            gradient_span(pixels, span.right - span.left, colours);
            continue;
        }
        TexelWalk walk = {across.fixed_at(c[0], span.left, y), downwards.fixed_at(c[0], span.left, y),
                          across.fixed_step(), downwards.fixed_step()};
        textured_span(pixels, span.right - span.left, colours, list.textures[static_cast<std::size_t>(shape.texture)],
                      walk);
    }
}

}  // namespace courtyard::platform
