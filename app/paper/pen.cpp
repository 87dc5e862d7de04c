#include "app/paper/pen.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

namespace courtyard::paper {

namespace {

// Only these files, whatever else is installed, and no other configuration of the machine: what is printed must not
// depend on it. Debian's packages of .ci/deps.sh put them there. The machine's cache of them is used, nothing is
// written.
constexpr const char* kFontconfig = R"(<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts/opentype/noto</dir>
  <dir>/usr/share/fonts/truetype/lxgw-wenkai</dir>
  <dir>/usr/share/fonts/truetype/babelstone</dir>
  <dir>/usr/share/fonts/truetype/hanazono</dir>
  <cachedir>/var/cache/fontconfig</cachedir>
  <selectfont>
    <rejectfont><glob>*</glob></rejectfont>
    <acceptfont>
      <glob>*/NotoSansCJK-Medium.ttc</glob><glob>*/NotoSansCJK-Bold.ttc</glob>
      %s<glob>*/LXGWWenKai-Regular.ttf</glob><glob>*/LXGWWenKai-Bold.ttf</glob>
      <glob>*/BabelStoneHan.ttf</glob><glob>*/HanaMinB.ttf</glob>
    </acceptfont>
  </selectfont>
</fontconfig>)";

constexpr const char* kSans = "Noto Sans CJK SC, BabelStone Han, HanaMinB";
constexpr const char* kSong = "Noto Serif CJK SC, BabelStone Han, HanaMinB, LXGW WenKai";
constexpr const char* kSongFile = "<glob>*/NotoSerifCJK-Bold.ttc</glob>";
constexpr const char* kBrush = "LXGW WenKai, BabelStone Han, HanaMinB, Noto Sans CJK SC";

const char* families(Face face) {
    switch (face) {
        case Face::Sans: return kSans;
        case Face::Brush: return kBrush;
        case Face::Song: return kSong;
    }
    return kSans;
}

// The Song face is known to its own pens only: what others fall back to must not change.
std::string fontconfig(Face face) {
    std::string text = kFontconfig;
    return text.replace(text.find("%s"), 2, face == Face::Song ? kSongFile : "");
}

PangoFontMap* our_fonts(Face face) {
    PangoFontMap* map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    FcConfig* config = FcConfigCreate();
    const std::string text = fontconfig(face);
    FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(text.c_str()), FcTrue);
    FcConfigBuildFonts(config);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    FcConfigDestroy(config);  // the map holds its own
    return map;
}

PangoAlignment alignment(Side side) {
    switch (side) {
        case Side::Left: return PANGO_ALIGN_LEFT;
        case Side::Centre: return PANGO_ALIGN_CENTER;
        case Side::Right: return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

PangoWeight weight(Face face, Heft heft) {
    if (heft == Heft::Strong) return PANGO_WEIGHT_BOLD;
    return face == Face::Sans ? PANGO_WEIGHT_MEDIUM : PANGO_WEIGHT_NORMAL;
}

}  // namespace

Pen::Pen(cairo_t* onto, Face face)
    : onto_(onto), face_(face), map_(our_fonts(face)), context_(pango_font_map_create_context(map_.get())) {
    cairo_font_options_t* options = cairo_font_options_create();
    // Positions that do not depend on hints: a page looks the same at every resolution.
    cairo_font_options_set_hint_metrics(options, face == Face::Sans ? CAIRO_HINT_METRICS_ON : CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_language(context_.get(), pango_language_from_string("zh-cn"));
    pango_cairo_update_context(onto_, context_.get());
}

void Pen::place_exactly() { pango_context_set_round_glyph_positions(context_.get(), FALSE); }

Owned<PangoLayout> Pen::layout(const Words& words) {
    Owned<PangoLayout> layout(pango_layout_new(context_.get()));
    Owned<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), families(face_));
    pango_font_description_set_weight(font.get(), weight(face_, words.heft));
    pango_font_description_set_absolute_size(font.get(), words.size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), words.text.data(), static_cast<int>(words.text.size()));
    pango_layout_set_alignment(layout.get(), alignment(words.side));
    if (words.leading > 0)
        pango_layout_set_spacing(layout.get(), static_cast<int>(words.leading * words.size * PANGO_SCALE));
    if (words.spacing > 0) {
        PangoAttrList* list = pango_attr_list_new();
        pango_attr_list_insert(list, pango_attr_letter_spacing_new(static_cast<int>(words.spacing * PANGO_SCALE)));
        pango_layout_set_attributes(layout.get(), list);
        pango_attr_list_unref(list);
    }
    if (words.width > 0) {
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_width(layout.get(), static_cast<int>(words.width * PANGO_SCALE));
    }
    return layout;
}

double Pen::tall(const Words& words) {
    if (words.text.empty()) return 0;
    const auto measured = layout(words);
    int height = 0;
    pango_layout_get_size(measured.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

double Pen::wide(const Words& words) {
    if (words.text.empty()) return 0;
    const auto measured = layout(words);
    int width = 0;
    pango_layout_get_size(measured.get(), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

namespace {

bool is_selector(gunichar point) {
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
}

// A sign that chooses the form of the character before it draws nothing where the font has one form alone. It stays
// with that character: by itself it would be a piece of no width, which programs that copy a PDF's text leave out.
void keep_selectors(PangoLayout* layout, std::string_view text) {
    for (int n = 0; n < pango_layout_get_line_count(layout); ++n) {
        const PangoLayoutLine* line = pango_layout_get_line(layout, n);
        for (const GSList* at = line->runs; at != nullptr; at = at->next) {
            const auto* run = static_cast<const PangoGlyphItem*>(at->data);
            PangoGlyphString* glyphs = run->glyphs;
            for (int i = 1; i < glyphs->num_glyphs; ++i) {
                const char* sign = text.data() + run->item->offset + glyphs->log_clusters[i];
                const bool is_drawn = glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
                if (!is_drawn && is_selector(g_utf8_get_char(sign)))
                    glyphs->log_clusters[i] = glyphs->log_clusters[i - 1];
            }
        }
    }
}

}  // namespace

double Pen::write(double x, double y, const Words& words) {
    if (words.text.empty()) return 0;
    const auto drawn = layout(words);
    keep_selectors(drawn.get(), words.text);
    if (pango_layout_get_unknown_glyphs_count(drawn.get()) > 0) note_lacking(drawn.get(), words.text);
    int height = 0;
    pango_layout_get_size(drawn.get(), nullptr, &height);
    cairo_move_to(onto_, x, y);
    pango_cairo_show_layout(onto_, drawn.get());
    return static_cast<double>(height) / PANGO_SCALE;
}

void Pen::write_line(double x, double baseline, const Words& words) {
    if (words.text.empty()) return;
    const auto drawn = layout(words);
    keep_selectors(drawn.get(), words.text);
    if (pango_layout_get_unknown_glyphs_count(drawn.get()) > 0) note_lacking(drawn.get(), words.text);
    cairo_move_to(onto_, x, baseline);
    pango_cairo_show_layout_line(onto_, pango_layout_get_line_readonly(drawn.get(), 0));
}

namespace {

void keep_together(PangoAttrList* list, std::size_t from, std::size_t to) {
    PangoAttribute* whole = pango_attr_allow_breaks_new(FALSE);
    whole->start_index = static_cast<guint>(from);
    whole->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, whole);
}

// A box stays with the word behind it.
void keep_boxes(PangoAttrList* list, std::string_view text) {
    constexpr std::string_view kBox = "\xE2\x96\xA1", kTicked = "\xE2\x96\xA0";  // U+25A1, U+25A0
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 3) != kBox && text.substr(at, 3) != kTicked) continue;
        const std::size_t end = std::min({text.find(' ', at), text.find("\xE3\x80\x80", at), text.size()});
        keep_together(list, at, end);
        at = end;
    }
}

constexpr std::string_view kLine = "\xEF\xBC\xBF";  // U+FF3F, of which lines to write on are made

std::size_t line_end(std::string_view text, std::size_t from) {
    while (text.substr(from, kLine.size()) == kLine)
        from += kLine.size();
    return from;
}

// Where what is written by hand there ends: a line, and with it lines that only one character parts (year, month, day),
// each with the character that says what it is.
std::size_t blank_end(std::string_view text, std::size_t from) {
    std::size_t end = line_end(text, from);
    while (end < text.size() && text[end] != '\n') {
        const auto one = static_cast<std::size_t>(g_utf8_next_char(text.data() + end) - (text.data() + end));
        const std::size_t next = line_end(text, std::min(end + one, text.size()));
        if (next == end + one) return next;
        end = next;
    }
    return end;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Where the figure that begins at `from` ends: digits with the points and commas between them, what they count in, and
// the mark behind it, which no line begins with.
std::size_t figure_end(std::string_view text, std::size_t from) {
    constexpr std::array<std::string_view, 3> kUnits{"\xE4\xB8\x87", "\xE4\xBA\xBF",
                                                     "\xE5\x85\x83"};  // U+4E07 4EBF 5143
    constexpr std::array<std::string_view, 5> kMarks{"\xEF\xBC\x8C", "\xE3\x80\x82", "\xE3\x80\x81", "\xEF\xBC\x9B",
                                                     "\xEF\xBC\x89"};  // U+FF0C 3002 3001 FF1B FF09
    std::size_t end = from;
    while (end < text.size() && is_digit(text[end])) {
        ++end;
        const bool goes_on = end + 1 < text.size() && (text[end] == ',' || text[end] == '.') && is_digit(text[end + 1]);
        if (goes_on) ++end;
    }
    for (const std::string_view unit : kUnits)
        if (text.substr(end, unit.size()) == unit) end += unit.size();
    const auto is_next = [&](std::string_view mark) { return text.substr(end, mark.size()) == mark; };
    const auto* mark = std::find_if(kMarks.begin(), kMarks.end(), is_next);
    return mark == kMarks.end() ? end : end + mark->size();
}

template <class Visit>
void each_figure(std::string_view text, const Visit& visit) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at])) continue;
        const std::size_t end = figure_end(text, at);
        visit(at, end);
        at = end - 1;
    }
}

// A figure is one word, with what it counts in: half of a sum is another sum.
template <class Fits>
void keep_figures(PangoAttrList* list, std::string_view text, const Fits& fits) {
    each_figure(text, [&](std::size_t at, std::size_t end) {
        if (fits(text.substr(at, end - at))) keep_together(list, at, end);
    });
}

// What somebody writes on one line is not parted by the margin, as far as a line has room for it.
template <class Fits>
void keep_blanks(PangoAttrList* list, std::string_view text, const Fits& fits) {
    for (std::size_t at = text.find(kLine); at < text.size(); at = text.find(kLine, at)) {
        const std::size_t line = line_end(text, at), whole = blank_end(text, at);
        const std::size_t end = fits(text.substr(at, whole - at)) ? whole : line;
        if (fits(text.substr(at, end - at))) keep_together(list, at, end);
        at = end;
    }
}

}  // namespace

std::vector<std::string> Pen::broken(const Words& words, double indent) {
    const auto set = layout(words);
    PangoAttrList* kept = pango_attr_list_new();
    keep_boxes(kept, words.text);
    const auto fits = [&](std::string_view part) {
        Words one = words;
        one.text = part;
        one.width = 0;
        return wide(one) <= words.width - indent;
    };
    keep_blanks(kept, words.text, fits);
    keep_figures(kept, words.text, fits);
    pango_layout_set_attributes(set.get(), kept);
    pango_attr_list_unref(kept);
    pango_layout_set_indent(set.get(), static_cast<int>(indent * PANGO_SCALE));
    std::vector<std::string> lines;
    for (int i = 0; i < pango_layout_get_line_count(set.get()); ++i) {
        const PangoLayoutLine* line = pango_layout_get_line_readonly(set.get(), i);
        std::string text(
            words.text.substr(static_cast<std::size_t>(line->start_index), static_cast<std::size_t>(line->length)));
        while (text.ends_with(' '))
            text.pop_back();
        lines.push_back(std::move(text));
    }
    return lines;
}

double Pen::widest_figure(const Words& words) {
    double widest = 0;
    each_figure(words.text, [&](std::size_t at, std::size_t end) {
        Words one = words;
        one.text = words.text.substr(at, end - at);
        one.width = 0;
        widest = std::max(widest, wide(one));
    });
    return widest;
}

std::string Pen::lacking_in(std::string_view text) {
    const auto set = layout({text, 12});
    if (pango_layout_get_unknown_glyphs_count(set.get()) == 0) return {};
    std::string before = std::exchange(lacking_, {});
    note_lacking(set.get(), text);
    return std::exchange(lacking_, std::move(before));
}

void Pen::note_lacking(PangoLayout* layout, std::string_view text) {
    const char* end = text.data() + text.size();
    for (const char* at = text.data(); at < end; at = g_utf8_next_char(at)) {
        const char* next = g_utf8_next_char(at);
        pango_layout_set_text(layout, at, static_cast<int>(next - at));
        if (pango_layout_get_unknown_glyphs_count(layout) == 0) continue;
        char name[16];
        std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(g_utf8_get_char(at)));
        if (lacking_.find(name) == std::string::npos) lacking_ += (lacking_.empty() ? "" : ", ") + std::string(name);
    }
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
}

void Pen::rule(double x, double y, double width, double thickness) { block(x, y, width, thickness); }

void Pen::column(double x, double y, double height, double thickness) { block(x, y, thickness, height); }

void Pen::block(double x, double y, double width, double height) {
    cairo_rectangle(onto_, x, y, width, height);
    cairo_fill(onto_);
}

void Pen::dashes(double x, double y, double width, double thickness, double dash) {
    for (double at = x; at < x + width; at += 2 * dash)
        cairo_rectangle(onto_, at, y, std::min(dash, x + width - at), thickness);
    cairo_fill(onto_);
}

void Pen::frame(double x, double y, double width, double height, double thickness) {
    block(x, y, width, thickness);
    block(x, y + height - thickness, width, thickness);
    block(x, y, thickness, height);
    block(x + width - thickness, y, thickness, height);
}

void Pen::symbol(const Modules& modules, double x, double y, double module) {
    const double left = x + kQuietModules * module;
    const double top = y + kQuietModules * module;
    // One path of whole runs: no seams between modules, whatever draws it later.
    for (int row = 0; row < modules.size; ++row) {
        for (int column = 0; column < modules.size;) {
            int end = column;
            while (end < modules.size && modules.at(row, end))
                ++end;
            if (end > column)
                cairo_rectangle(onto_, left + column * module, top + row * module, (end - column) * module, module);
            column = end + 1;
        }
    }
    cairo_set_antialias(onto_, CAIRO_ANTIALIAS_NONE);
    cairo_fill(onto_);
    cairo_set_antialias(onto_, CAIRO_ANTIALIAS_DEFAULT);
}

}  // namespace courtyard::paper
