// Characters that no font draws: a name is never left out, it is marked, and what it was is told.
#include <algorithm>
#include <utility>

#include <cairo.h>

#include "app/paper/official.hpp"
#include "app/paper/pen.hpp"

namespace courtyard::paper {

namespace {

template <class Visit>
void each_text(Official& paper, const Visit& visit) {
    for (std::string* text : {&paper.court, &paper.title, &paper.number, &paper.foot})
        visit(*text);
    for (OfficialBlock& block : paper.blocks) {
        if (auto* prose = std::get_if<Prose>(&block)) visit(prose->text);
        if (auto* grid = std::get_if<Grid>(&block))
            for (GridRow& row : grid->rows)
                for (GridCell& cell : row.cells)
                    visit(cell.text);
    }
    for (std::string& note : paper.notes)
        visit(note);
}

// The character that begins at `at`, by UTF-8's own lengths.
std::size_t length_at(const std::string& text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
        ++end;
    return end - at;
}

void add(std::vector<LackingSign>& list, LackingSign sign) {
    if (std::find(list.begin(), list.end(), sign) == list.end()) list.push_back(std::move(sign));
}

}  // namespace

std::string lacking_in(std::string_view text) {
    const Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1));
    const Owned<cairo_t> context(cairo_create(surface.get()));
    std::string drawn(text);
    std::erase_if(drawn, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
    return Pen(context.get(), Face::Brush).lacking_in(drawn);
}

std::vector<LackingSign> stand_in_for_lacking(Official& paper, std::string_view mark) {
    const Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1));
    const Owned<cairo_t> context(cairo_create(surface.get()));
    Pen pen(context.get(), Face::Brush);
    std::vector<LackingSign> all;
    each_text(paper, [&](std::string& text) {
        if (pen.lacking_in(text).empty()) return;
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            const std::string one = text.substr(at, length_at(text, at));
            const std::string code = pen.lacking_in(one);
            if (!code.empty()) add(all, {one, code});
            out += code.empty() ? one : std::string(mark);
            at += one.size();
        }
        text = std::move(out);
    });
    return all;
}

}  // namespace courtyard::paper
