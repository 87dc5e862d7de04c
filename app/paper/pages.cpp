#include "app/paper/pages.hpp"

#include <cairo-pdf.h>

#include <algorithm>

#include "app/paper/setter.hpp"

namespace courtyard::paper {

namespace {

constexpr double kMm = 72 / 25.4;
constexpr double kWidth = 210 * kMm, kHeight = 297 * kMm;
constexpr double kSide = 19 * kMm, kTop = 16 * kMm, kBottom = 20 * kMm;
constexpr std::size_t kPdfReserve = 1U << 20;  // so that no half-written copy of it is left on the way

double body_of(Letters letters) {
    switch (letters) {
        case Letters::Usual: return 12.5;
        case Letters::Large: return 14.5;
        case Letters::Small: return 10.6;
    }
    return 12.5;
}

Measures measures_of(Letters letters) {
    Measures m;
    m.shape = Shape::Page;
    m.sheet = kWidth;
    m.left = kSide;
    m.width = kWidth - 2 * kSide;
    m.body = body_of(letters);
    m.hair = 0.6;
    m.module_min = 0.5 * kMm;   // the four dots of a strip
    m.module_max = 0.64 * kMm;  // three symbols of version 15 side by side
    m.module_small = 1.15 * kMm;
    return m;
}

// What must not be parted: a heading with what follows it, everything after a tear.
std::vector<std::size_t> groups_of(const Document& document) {
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        if (std::holds_alternative<Tear>(document.blocks[i])) {
            ends.push_back(document.blocks.size());
            break;
        }
        const auto* const item = std::get_if<Item>(&document.blocks[i]);
        const bool leads = std::holds_alternative<Heading>(document.blocks[i]) || (item != nullptr && item->heavy);
        if (leads && i + 1 < document.blocks.size()) continue;
        ends.push_back(i + 1);
    }
    return ends;
}

std::string with_numbers(std::string text, int n, int of) {
    const auto put = [&text](std::string_view mark, int value) {
        if (const std::size_t at = text.find(mark); at != std::string::npos)
            text.replace(at, mark.size(), std::to_string(value));
    };
    put("{n}", n);
    put("{of}", of);
    return text;
}

// The court's name over a thick and a thin line, as on its letters.
double letterhead(Pen& pen, const Document& document, const Measures& m, Ink ink) {
    if (document.letterhead.empty()) return kTop;
    const Words words{document.letterhead, 22, m.width, Heft::Strong, Side::Centre, 0};
    const double tall = pen.tall(words);
    if (ink == Ink::Draw) {
        pen.write(m.left, kTop, words);
        pen.rule(m.left, kTop + tall + 6, m.width, 2.2);
        pen.rule(m.left, kTop + tall + 10, m.width, 0.7);
    }
    return kTop + tall + 10 + 20;
}

void foot(Pen& pen, const Document& document, const Measures& m, int page, int pages) {
    if (document.foot.empty()) return;
    pen.rule(m.left, kHeight - kBottom + 6, m.width, 0.5);
    const std::string text = with_numbers(document.foot, page, pages);
    pen.write(m.left, kHeight - kBottom + 10, {text, 9, m.width, Heft::Text, Side::Centre, 0});
}

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    auto* bytes = static_cast<base::Bytes*>(closure);
    bytes->insert(bytes->end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

// The page that each block stands on, from 1.
base::Result<std::vector<int>> paginate(Pen& pen, const Document& document, const Measures& m) {
    Setter setter(pen, m);
    std::vector<int> page_of(document.blocks.size(), 1);
    const double end = kHeight - kBottom;
    double y = letterhead(pen, document, m, Ink::Measure);
    int page = 1;
    std::size_t from = 0;
    for (const std::size_t to : groups_of(document)) {
        double tall = 0;
        for (std::size_t i = from; i < to; ++i)
            tall += TRY(setter.set(document.blocks[i], y + tall, Ink::Measure));
        if (y + tall > end && y > kTop) {
            ++page;
            y = kTop;
        }
        if (y + tall > end || page > kPagesMax)
            return base::fail("paper.long", "a part of the paper is longer than a page: shorten its texts in the pack");
        for (std::size_t i = from; i < to; ++i)
            page_of[i] = page;
        y += tall;
        from = to;
    }
    return page_of;
}

}  // namespace

base::Result<base::Bytes> draw_pages(const Document& document) {
    const Measures measures = measures_of(document.letters);
    base::Bytes pdf;
    pdf.reserve(kPdfReserve);
    {
        Owned<cairo_surface_t> surface(cairo_pdf_surface_create_for_stream(append, &pdf, kWidth, kHeight));
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, document.name.c_str());
        // Not the time of printing: the paper says when, and the file must be the same whenever it is made.
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2026-01-01T00:00:00Z");
        Owned<cairo_t> context(cairo_create(surface.get()));
        Pen pen(context.get(), Face::Brush);
        const std::vector<int> page_of = TRY(paginate(pen, document, measures));
        const int pages = page_of.empty() ? 1 : page_of.back();
        Setter setter(pen, measures);
        double y = letterhead(pen, document, measures, Ink::Draw);
        int page = 1;
        for (std::size_t i = 0; i < document.blocks.size(); ++i) {
            if (page_of[i] != page) {
                foot(pen, document, measures, page, pages);
                cairo_show_page(context.get());
                page = page_of[i];
                y = kTop;
            }
            y += TRY(setter.set(document.blocks[i], y, Ink::Draw));
        }
        foot(pen, document, measures, page, pages);
        if (!pen.lacking().empty()) {
            return base::fail("paper.glyph", "no font on this machine draws " + pen.lacking() +
                                                 ": nothing was printed; ./run setup installs the fonts");
        }
        cairo_surface_finish(surface.get());
        if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
            return base::fail("paper.pdf", "the page cannot be made as PDF");
    }
    return pdf;
}

}  // namespace courtyard::paper
