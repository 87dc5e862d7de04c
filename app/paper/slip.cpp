#include "app/paper/slip.hpp"

#include <algorithm>
#include <memory>

#include <pango/pangocairo.h>
#include <qrcodegen/qrcodegen.hpp>

namespace courtyard::paper {

namespace {

constexpr int kVersionMax = 20;  // facts: above version 20 phones and worn print fail together
constexpr int kDotsMin = 4;      // below 4 dots a module a blurred photo of thermal paper does not decode
constexpr int kDotsMax = 8;
constexpr int kQuietModules = 4;       // ISO/IEC 18004 9.1
constexpr int kMargin = 20;            // dots, each side, for text
constexpr int kSlipHeightMax = 12000;  // dots: a metre and a half of paper; eleven symbols and long names need one

struct Free {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

// Draws downwards on one long strip; `y_` is where the next thing goes.
class Strip {
public:
    explicit Strip(int width)
        : width_(width),
          surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, width, kSlipHeightMax)),
          context_(cairo_create(surface_.get())) {}

    bool text(const std::string& words, double size, PangoWeight weight, PangoAlignment align) {
        if (words.empty()) return true;
        Owned<PangoLayout> layout(pango_cairo_create_layout(context_.get()));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(layout.get(), align);
        pango_layout_set_text(layout.get(), words.c_str(), static_cast<int>(words.size()));
        set_font(layout.get(), size, weight);
        pango_layout_set_width(layout.get(), (width_ - 2 * kMargin) * PANGO_SCALE);
        return draw(layout.get());
    }

    // What must be copied by hand or typed: each line of it stays one line, in smaller letters where it has to.
    bool lines(const std::string& words, double size, PangoWeight weight) {
        Owned<PangoLayout> layout(pango_cairo_create_layout(context_.get()));
        pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
        pango_layout_set_text(layout.get(), words.c_str(), static_cast<int>(words.size()));
        int wide = 0;
        set_font(layout.get(), size, weight);
        pango_layout_get_pixel_size(layout.get(), &wide, nullptr);
        const int room = width_ - 2 * kMargin;
        if (wide > room) set_font(layout.get(), size * room / wide * 0.99, weight);
        pango_layout_set_width(layout.get(), room * PANGO_SCALE);
        return draw(layout.get());
    }

    void gap(int dots) { y_ += dots; }

    void rule() {
        for (int x = kMargin; x < width_ - kMargin; x += 12) {
            cairo_rectangle(context_.get(), x, y_, 6, 2);
        }
        cairo_fill(context_.get());
        y_ += 2;
    }

    void symbol(const Modules& modules, int dots) {
        const int left = (width_ - modules.size * dots) / 2;
        y_ += kQuietModules * dots;
        for (int row = 0; row < modules.size; ++row) {
            for (int column = 0; column < modules.size; ++column) {
                if (modules.dark[static_cast<std::size_t>(row * modules.size + column)]) {
                    cairo_rectangle(context_.get(), left + column * dots, y_ + row * dots, dots, dots);
                }
            }
        }
        cairo_set_antialias(context_.get(), CAIRO_ANTIALIAS_NONE);
        cairo_fill(context_.get());
        cairo_set_antialias(context_.get(), CAIRO_ANTIALIAS_DEFAULT);
        y_ += (modules.size + kQuietModules) * dots;
    }

    [[nodiscard]] bool overflowed() const { return y_ > kSlipHeightMax; }

    Raster finish() {
        cairo_surface_flush(surface_.get());
        const unsigned char* data = cairo_image_surface_get_data(surface_.get());
        const int stride = cairo_image_surface_get_stride(surface_.get());
        Raster raster = Raster::white(width_, std::min(y_, kSlipHeightMax));
        for (int y = 0; y < raster.height; ++y) {
            const unsigned char* ink = data + static_cast<std::ptrdiff_t>(y) * stride;
            std::transform(ink, ink + width_, raster.row(y),
                           [](unsigned char a) { return static_cast<std::uint8_t>(255 - a); });
        }
        return raster;
    }

private:
    static void set_font(PangoLayout* layout, double size, PangoWeight weight) {
        Owned<PangoFontDescription> font(pango_font_description_new());
        pango_font_description_set_family(font.get(), "Noto Sans CJK SC, BabelStone Han, HanaMinB");
        pango_font_description_set_weight(font.get(), weight);
        pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
        pango_layout_set_font_description(layout, font.get());
    }
    bool draw(PangoLayout* layout) {
        if (pango_layout_get_unknown_glyphs_count(layout) > 0) return false;
        int height = 0;
        pango_layout_get_pixel_size(layout, nullptr, &height);
        cairo_move_to(context_.get(), kMargin, y_);
        pango_cairo_show_layout(context_.get(), layout);
        y_ += height;
        return true;
    }

    int width_;
    int y_ = 24;
    Owned<cairo_surface_t> surface_;
    Owned<cairo_t> context_;
};

std::string with_numbers(std::string caption, std::size_t n, std::size_t of) {
    const auto put = [&caption](std::string_view mark, std::size_t value) {
        const std::size_t at = caption.find(mark);
        if (at != std::string::npos) caption.replace(at, mark.size(), std::to_string(value));
    };
    put("{n}", n);
    put("{of}", of);
    return caption;
}

int dots_for(const Modules& modules, int width) {
    return std::min(kDotsMax, width / (modules.size + 2 * kQuietModules));
}

}  // namespace

base::Result<Modules> encode_symbol(const std::string& text) {
    if (text.empty() || !qrcodegen::QrSegment::isAlphanumeric(text.c_str())) {
        return base::fail(
            "paper.symbol",
            "a code's text may hold only digits, capital letters and the nine signs of QR alphanumeric mode");
    }
    try {
        const auto code = qrcodegen::QrCode::encodeSegments({qrcodegen::QrSegment::makeAlphanumeric(text.c_str())},
                                                            qrcodegen::QrCode::Ecc::MEDIUM, 1, kVersionMax, -1, false);
        Modules modules{code.getSize(), {}};
        modules.dark.reserve(static_cast<std::size_t>(modules.size) * static_cast<std::size_t>(modules.size));
        for (int y = 0; y < modules.size; ++y) {
            for (int x = 0; x < modules.size; ++x)
                modules.dark.push_back(code.getModule(x, y));
        }
        return modules;
    } catch (const qrcodegen::data_too_long&) {
        return base::fail("paper.symbol", "a code's text is too long for a symbol that phones can still read");
    }
}

base::Result<Raster> draw_slip(const Slip& slip, Width width) {
    const int dots_wide = static_cast<int>(width);
    const Modules receipt = TRY(encode_symbol(slip.receipt_symbol));
    std::vector<Modules> parts;
    for (const std::string& text : slip.part_symbols)
        parts.push_back(TRY(encode_symbol(text)));
    for (const Modules& modules : parts) {
        if (dots_for(modules, dots_wide) < kDotsMin) {
            return base::fail("paper.width",
                              "a code does not fit the paper at a size that can be read back: use 80 mm paper");
        }
    }

    Strip strip(dots_wide);
    const double body = width == Width::Mm80 ? 26 : 24;
    bool drawn = strip.text(slip.title, body * 1.7, PANGO_WEIGHT_BOLD, PANGO_ALIGN_CENTER);
    strip.gap(8);
    for (const std::string& line : slip.head)
        drawn &= strip.text(line, body, PANGO_WEIGHT_MEDIUM, PANGO_ALIGN_CENTER);
    strip.gap(14);
    strip.rule();
    strip.gap(14);
    drawn &= strip.lines(slip.number, body * 1.55, PANGO_WEIGHT_BOLD);
    strip.symbol(receipt, std::min(dots_for(receipt, dots_wide), 7));
    drawn &= strip.text(slip.receipt_caption, body, PANGO_WEIGHT_MEDIUM, PANGO_ALIGN_CENTER);
    strip.gap(10);
    drawn &= strip.text(slip.code_caption, body, PANGO_WEIGHT_MEDIUM, PANGO_ALIGN_CENTER);
    drawn &= strip.lines(slip.code, body * 1.25, PANGO_WEIGHT_BOLD);
    strip.gap(14);
    strip.rule();
    strip.gap(14);
    for (const std::string& paragraph : slip.warning) {
        drawn &= strip.text(paragraph, body, PANGO_WEIGHT_BOLD, PANGO_ALIGN_LEFT);
        strip.gap(8);
    }
    if (!slip.warning.empty()) {
        strip.gap(6);
        strip.rule();
        strip.gap(14);
    }
    for (const std::string& paragraph : slip.foot) {
        drawn &= strip.text(paragraph, body, PANGO_WEIGHT_MEDIUM, PANGO_ALIGN_LEFT);
        strip.gap(8);
    }
    strip.gap(6);
    strip.rule();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        strip.gap(14);
        drawn &= strip.text(with_numbers(slip.part_caption, i + 1, parts.size()), body, PANGO_WEIGHT_MEDIUM,
                            PANGO_ALIGN_CENTER);
        strip.symbol(parts[i], std::min(dots_for(parts[i], dots_wide), 6));
    }
    strip.gap(40);
    if (!drawn)
        return base::fail("paper.glyph", "no font on this machine draws a character of the slip: run ./run setup");
    if (strip.overflowed())
        return base::fail("paper.symbol", "the slip is longer than a metre and a half: shorten its texts in the pack");
    return strip.finish();
}

}  // namespace courtyard::paper
