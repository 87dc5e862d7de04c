#include "app/paper/strip.hpp"

#include <algorithm>
#include <cmath>

#include "app/paper/setter.hpp"

namespace courtyard::paper {

namespace {

constexpr int kStripHeightMax = 12000;  // dots: a metre and a half of paper; eleven symbols and long names need one
constexpr double kMargin = 20;          // dots, each side, for text
constexpr double kTop = 24, kBottom = 40;

Measures measures_of(Width width) {
    Measures m;
    m.shape = Shape::Strip;
    m.sheet = static_cast<double>(static_cast<int>(width));
    m.left = kMargin;
    m.width = m.sheet - 2 * kMargin;
    m.body = width == Width::Mm80 ? 26 : 24;
    m.hair = 1;
    m.module_min = 4;  // below 4 dots a module a blurred photo of thermal paper does not decode (facts/ui.md, 7)
    m.module_max = 6;
    m.module_small = 7;
    return m;
}

}  // namespace

base::Result<Raster> draw_strip(const Document& document, Width width) {
    const Measures measures = measures_of(width);
    const int wide = static_cast<int>(width);
    // Measured on a surface of one row first, so that a short slip needs no long one.
    double height = kTop;
    {
        Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_A8, wide, 1));
        Owned<cairo_t> context(cairo_create(surface.get()));
        Pen pen(context.get(), Face::Sans);
        Setter setter(pen, measures);
        for (const Block& block : document.blocks)
            height += TRY(setter.set(block, height, Ink::Measure));
    }
    height = std::ceil(height + kBottom);
    if (height > kStripHeightMax)
        return base::fail("paper.long", "the slip is longer than a metre and a half: shorten its texts in the pack");
    const int tall = static_cast<int>(height);
    Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_A8, wide, tall));
    Owned<cairo_t> context(cairo_create(surface.get()));
    Pen pen(context.get(), Face::Sans);
    Setter setter(pen, measures);
    double y = kTop;
    for (const Block& block : document.blocks)
        y += TRY(setter.set(block, y, Ink::Draw));
    if (!pen.lacking().empty()) {
        return base::fail("paper.glyph", "no font on this machine draws " + pen.lacking() +
                                             ": nothing was printed; ./run setup installs the fonts");
    }
    cairo_surface_flush(surface.get());
    unsigned char* data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    Raster raster = Raster::white(wide, tall);
    for (int row = 0; row < tall; ++row) {
        const unsigned char* ink = data + static_cast<std::ptrdiff_t>(row) * stride;
        std::transform(ink, ink + wide, raster.row(row),
                       [](unsigned char a) { return static_cast<std::uint8_t>(255 - a); });
    }
    base::wipe(data, static_cast<std::size_t>(stride) * static_cast<std::size_t>(tall));
    return raster;
}

}  // namespace courtyard::paper
