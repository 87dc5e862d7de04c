// Inside app/paper: words, lines and symbols on a cairo surface, in the surface's own units (dots or points). Fonts
// come from a font configuration of our own, so that the same text has the same face on every machine.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pango/pangocairo.h>

#include "app/paper/symbol.hpp"

namespace courtyard::paper {

struct Free {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoContext* context) const { g_object_unref(context); }
    void operator()(PangoFontMap* map) const { g_object_unref(map); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

// Sans: strokes of even strength, which 203 dots an inch still draw. Brush: TrueType, so that a PDF stays small, and
// what people know from official papers. Song: titles of the court's own papers.
enum class Face : std::uint8_t { Sans, Brush, Song };
enum class Heft : std::uint8_t { Text, Strong };
enum class Side : std::uint8_t { Left, Centre, Right };

struct Words {
    std::string_view text;
    double size = 0;   // em
    double width = 0;  // lines are broken to it; 0: never
    Heft heft = Heft::Text;
    Side side = Side::Left;
    double leading = 0;  // between lines, in em
    double spacing = 0;  // between characters
};

class Pen {
public:
    Pen(cairo_t* onto, Face face);

    void place_exactly();  // not on whole units: what is spread a little is spread evenly, around digits as well

    [[nodiscard]] double tall(const Words& words);
    [[nodiscard]] double wide(const Words& words);
    double write(double x, double y, const Words& words);            // the height
    void write_line(double x, double baseline, const Words& words);  // one line, whatever fonts it takes
    // The text in lines of words.width, the first one shorter by `indent`. Blanks at the ends of lines are left out. A
    // line to write on, and a figure with what it counts in ("100,000.50" and U+5143), is not parted where a line has
    // room for it.
    [[nodiscard]] std::vector<std::string> broken(const Words& words, double indent);
    // Of the figures in this text, as broken() takes them; 0: there is none.
    [[nodiscard]] double widest_figure(const Words& words);

    void rule(double x, double y, double width, double thickness);
    void dashes(double x, double y, double width, double thickness, double dash);
    void frame(double x, double y, double width, double height, double thickness);
    void column(double x, double y, double height, double thickness);
    void block(double x, double y, double width, double height);  // filled
    // `module`: side of one module. (x, y) is the corner of its quiet zone.
    void symbol(const Modules& modules, double x, double y, double module);

    [[nodiscard]] std::string lacking_in(std::string_view text);  // of this text alone, as below
    // Characters that no font draws, as "U+2EBF0, U+2EBF1"; empty when there are none.
    [[nodiscard]] const std::string& lacking() const { return lacking_; }

private:
    [[nodiscard]] Owned<PangoLayout> layout(const Words& words);
    void note_lacking(PangoLayout* layout, std::string_view text);

    cairo_t* onto_;
    Face face_;
    Owned<PangoFontMap> map_;
    Owned<PangoContext> context_;
    std::string lacking_;
};

}  // namespace courtyard::paper
