#include "app/platform/canvas.hpp"

#include <cstring>

#include <imgui.h>

#include "app/platform/frame_hash.hpp"
#include "app/platform/texel_hashes.hpp"
#include "app/platform/tile_raster.hpp"
#include "app/platform/tile_shapes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::platform {

namespace {

struct Entry {
    std::uint32_t shape = 0;
    bool whole = false;  // covers its part of the tile: drawn as a rectangle
};

// One tile's list of shapes, as it will be drawn from the bottom up.
struct Bin {
    std::uint64_t hash = 0;
    std::uint32_t bottom = 0;  // colour below everything
    std::vector<Entry> entries;

    void restart(std::uint32_t colour) {
        bottom = colour | 0xFF000000;
        hash = mix(0x51A7E5, bottom);
        entries.clear();
    }
};

// Rows of changed tiles joined to rectangles, and equal neighbours below each other joined again.
class DamageRects {
public:
    explicit DamageRects(std::vector<Rect>& out) : out_(out) {}
    void add(const Rect& tile) {
        if (!out_.empty() && out_.back().top == tile.top && out_.back().right == tile.left) {
            out_.back().right = tile.right;
        } else {
            out_.push_back(tile);
        }
    }
    void end_row() {
        for (std::size_t i = row_start_; i < out_.size();) {
            if (join_above(out_[i])) {
                out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(i));
            } else {
                ++i;
            }
        }
        row_start_ = out_.size();
    }

private:
    bool join_above(const Rect& run) {
        for (std::size_t i = 0; i < row_start_; ++i) {
            Rect& above = out_[i];
            if (above.bottom == run.top && above.left == run.left && above.right == run.right) {
                above.bottom = run.bottom;
                return true;
            }
        }
        return false;
    }
    std::vector<Rect>& out_;
    std::size_t row_start_ = 0;
};

}  // namespace

struct Canvas::State {
    Size size;
    std::vector<std::uint32_t> own;
    std::uint32_t* pixels = nullptr;
    std::size_t stride = 0;
    int columns = 0;
    int rows = 0;
    bool all_new = true;  // the pixels hold nothing that can be compared with
    std::uint64_t last_frame = 0;
    std::vector<Bin> bins;
    std::vector<std::uint64_t> drawn;  // hash of each tile as it stands in `pixels`
    TexelHashes texel_hashes;
    ShapeList shapes;
    TilePainter painter;

    void resize(Size new_size, std::uint32_t* new_pixels, int new_stride) {
        COURTYARD_CHECK(new_size.width > 0 && new_size.height > 0);
        COURTYARD_CHECK(new_size.width <= kImageSideMax && new_size.height <= kImageSideMax);
        size = new_size;
        if (new_pixels == nullptr) {
            own.assign(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height), 0);
            new_pixels = own.data();
            new_stride = size.width;
        } else {
            own = {};
        }
        COURTYARD_CHECK(new_stride >= size.width);
        pixels = new_pixels;
        stride = static_cast<std::size_t>(new_stride);
        columns = (size.width + kTileSide - 1) / kTileSide;
        rows = (size.height + kTileSide - 1) / kTileSide;
        bins.resize(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
        drawn.assign(bins.size(), 0);
        all_new = true;
    }

    [[nodiscard]] Rect tile_at(int column, int row) const {
        return intersect({column * kTileSide, row * kTileSide, (column + 1) * kTileSide, (row + 1) * kTileSide},
                         {0, 0, size.width, size.height});
    }
    [[nodiscard]] std::size_t tile_index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
    }

    void put_in_bin(std::uint32_t index, const Shape& shape, Bin& bin, const Rect& tile) {
        const Rect area = intersect(shape.bounds, tile);
        Cover cover = shape.kind == ShapeKind::Fill ? Cover::Whole : Cover::Partly;
        if (shape.kind == ShapeKind::Polygon || shape.kind == ShapeKind::Triangle) {
            cover = cover_of(shapes, shape, area);
            if (cover == Cover::None) return;
            if (shape.kind == ShapeKind::Triangle) cover = Cover::Partly;
        }
        if (cover == Cover::Whole && shape.colour >> 24 == 255 && area == tile) {
            bin.restart(shape.colour);  // hides whatever lies below
            return;
        }
        if (shape.kind == ShapeKind::Copy && area != shape.bounds) {
            // A part of a glyph is what its texels are: its blank rim in the next tile is nothing at all.
            const std::uint64_t content =
                texel_hashes.of(*shapes.texture_data[static_cast<std::size_t>(shape.texture)],
                                {area.left + shape.texel_left, area.top + shape.texel_top,
                                 area.right + shape.texel_left, area.bottom + shape.texel_top});
            if (content == kBlankTexels) return;
            bin.hash = mix(mix(mix(bin.hash, content), shape.colour), area);
            bin.entries.push_back({index, false});
            return;
        }
        bin.hash = mix(mix(bin.hash, cover == Cover::Whole ? shape.colour : shape.hash), area);
        bin.entries.push_back({index, cover == Cover::Whole});
    }

    void fill_bins(std::uint32_t background) {
        for (Bin& bin : bins) {
            bin.restart(background);
        }
        for (std::size_t i = 0; i < shapes.shapes.size(); ++i) {
            const Shape& shape = shapes.shapes[i];
            for (int row = shape.bounds.top / kTileSide; row * kTileSide < shape.bounds.bottom; ++row) {
                for (int column = shape.bounds.left / kTileSide; column * kTileSide < shape.bounds.right; ++column) {
                    put_in_bin(static_cast<std::uint32_t>(i), shape, bins[tile_index(column, row)],
                               tile_at(column, row));
                }
            }
        }
    }

    // Draws one tile beside and takes it over if it differs from what is there. Whether it did.
    bool draw_tile(const Bin& bin, const Rect& tile) {
        painter.begin(tile, bin.bottom);
        for (const Entry& entry : bin.entries) {
            const Shape& shape = shapes.shapes[entry.shape];
            const Rect area = intersect(shape.bounds, tile);
            if (entry.whole) {
                painter.fill(area, shape.colour);
            } else {
                painter.paint(shapes, shape, area);
            }
        }
        bool differs = all_new;
        for (int y = tile.top; y < tile.bottom; ++y) {
            std::uint32_t* there = pixels + static_cast<std::size_t>(y) * stride + tile.left;
            const std::size_t bytes = static_cast<std::size_t>(tile.width()) * sizeof(std::uint32_t);
            if (!differs && std::memcmp(there, painter.row(y), bytes) == 0) continue;
            std::memcpy(there, painter.row(y), bytes);
            differs = true;
        }
        return differs;
    }

    Damage draw(const ImDrawData& frame, std::uint32_t background) {
        Damage damage;
        damage.tiles_total = static_cast<int>(bins.size());
        const std::uint64_t this_frame = hash_frame(frame, size, background);
        if (!all_new && this_frame == last_frame) return damage;
        last_frame = this_frame;
        build_shapes(frame, size, texel_hashes, shapes);
        fill_bins(background);
        DamageRects rects(damage.changed);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                const std::size_t i = tile_index(column, row);
                if (!all_new && drawn[i] == bins[i].hash) continue;
                drawn[i] = bins[i].hash;
                ++damage.tiles_rastered;
                const Rect tile = tile_at(column, row);
                if (!draw_tile(bins[i], tile)) continue;
                ++damage.tiles_changed;
                rects.add(tile);
            }
            rects.end_row();
        }
        all_new = false;
        return damage;
    }
};

namespace {

// Our textures are ImGui's own pixels, so serving a request means to say that it was served.
void serve_textures(ImDrawData& frame) {
    if (frame.Textures == nullptr) return;
    for (ImTextureData* texture : *frame.Textures) {
        if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetTexID(static_cast<ImTextureID>(1));
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

}  // namespace

Canvas::Canvas(Size size) : Canvas(size, nullptr, 0) {}

Canvas::Canvas(Size size, std::uint32_t* pixels, int stride) : state_(std::make_unique<State>()) {
    state_->resize(size, pixels, stride);
}

Canvas::~Canvas() = default;

Damage Canvas::render(ImDrawData& frame, std::uint32_t background) {
    state_->texel_hashes.follow(frame);
    Damage damage = state_->draw(frame, background);
    serve_textures(frame);
    return damage;
}

Damage Canvas::render_as_onlooker(const ImDrawData& frame, std::uint32_t background) {
    state_->texel_hashes.forget();  // the owner has served the requests already: there is nothing to follow
    return state_->draw(frame, background);
}

Image Canvas::read_pixels() {
    Image image = Image::blank(state_->size.width, state_->size.height);
    std::uint8_t* out = image.rgba.data();
    for (int y = 0; y < state_->size.height; ++y) {
        const std::uint32_t* row = state_->pixels + static_cast<std::size_t>(y) * state_->stride;
        for (int x = 0; x < state_->size.width; ++x, out += 4) {
            out[0] = static_cast<std::uint8_t>(row[x] >> 16);
            out[1] = static_cast<std::uint8_t>(row[x] >> 8);
            out[2] = static_cast<std::uint8_t>(row[x]);
            out[3] = 255;
        }
    }
    return image;
}

Size Canvas::size() const { return state_->size; }

void Canvas::resize(Size size, std::uint32_t* pixels, int stride) { state_->resize(size, pixels, stride); }

void Canvas::invalidate() {
    state_->texel_hashes.forget();
    state_->all_new = true;
}

void Canvas::wipe() {
    for (int y = 0; y < state_->size.height; ++y) {
        base::wipe(state_->pixels + static_cast<std::size_t>(y) * state_->stride,
                   static_cast<std::size_t>(state_->size.width) * sizeof(std::uint32_t));
    }
    base::wipe(state_->shapes.corners.data(), state_->shapes.corners.size() * sizeof(Corner));
    base::wipe(state_->shapes.shapes.data(), state_->shapes.shapes.size() * sizeof(Shape));
    state_->shapes = {};
    state_->painter.begin({0, 0, kTileSide, kTileSide}, 0);
    for (Bin& bin : state_->bins) {
        bin = {};
    }
    invalidate();
}

}  // namespace courtyard::platform
