// Sets a paper of the court on pages: once to count them, once to draw, by the same steps.
#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "app/paper/official.hpp"
#include "app/paper/pages.hpp"
#include "app/paper/pen.hpp"

namespace courtyard::paper {

namespace {

constexpr double kMm = 72 / 25.4;
constexpr double kWidth = 210 * kMm, kHeight = 297 * kMm;
constexpr double kSymbolModule = 0.55 * kMm, kSymbolTop = 9 * kMm;
constexpr std::size_t kPdfReserve = 1U << 20;
constexpr double kBaseline = 0.36;                     // em below the middle of a line
constexpr double kBeforeGrid = 0.3, kAfterGrid = 0.4;  // lines
constexpr double kShortGrid = 1.0 / 3;                 // of a page: what is not taller is not parted
// em between two characters; from a tenth on programs that read a PDF see a blank (poppler: minWordBreakSpace).
constexpr double kStretchMax = 0.08;

struct Shape {
    double left, right, top, bottom;  // margins
    double body, pitch;               // letters of the text, and its lines
    double cell, cell_pitch;          // of tables
    double court, title;
};
constexpr Shape kLetter{28 * kMm, 26 * kMm, 37 * kMm, 32 * kMm, 16, 28.4, 12, 18.5, 22, 26};
constexpr Shape kForm{20 * kMm, 20 * kMm, 22 * kMm, 20 * kMm, 11, 17.6, 10.5, 15.5, 16, 20};

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

std::string numbered(std::string text, int n, int of) {
    const auto put = [&text](std::string_view mark, int value) {
        if (const std::size_t at = text.find(mark); at != std::string::npos)
            text.replace(at, mark.size(), std::to_string(value));
    };
    put("{n}", n);
    put("{of}", of);
    return text;
}

class Press {
public:
    // `turned` takes a page that is done and gives a clean one.
    Press(cairo_t* onto, const Official& paper, std::function<void()> turned)
        : turned_(std::move(turned)),
          paper_(paper),
          shape_(paper.layout == Layout::Letter ? kLetter : kForm),
          pen_(onto, Face::Brush),
          titles_(onto, Face::Song),
          width_(kWidth - shape_.left - shape_.right),
          end_(kHeight - shape_.bottom) {
        pen_.place_exactly();
    }

    // Lines closer together, or as they were (1).
    void set_closer(double factor) {
        const Shape& usual = paper_.layout == Layout::Letter ? kLetter : kForm;
        shape_.pitch = usual.pitch * factor;
    }
    // Of the last page, what is taken: a part of it.
    [[nodiscard]] double last_page() const { return (y_ - shape_.top) / whole(); }

    // How many pages it takes. pages = 0: nothing is drawn.
    base::Result<int> run(int pages) {
        pages_ = pages;
        page_ = 1;
        y_ = shape_.top;
        lay_notes();
        TRY(head());
        for (std::size_t i = 0; i < paper_.blocks.size(); ++i)
            std::visit([&](const auto& block) { set(block, i); }, paper_.blocks[i]);
        notes();
        foot();
        if (page_ > kPagesMax) return base::fail("paper.long", "the paper has more than 40 pages: shorten its texts");
        return page_;
    }
    [[nodiscard]] std::string lacking() const { return pen_.lacking().empty() ? titles_.lacking() : pen_.lacking(); }

private:
    [[nodiscard]] bool draws() const { return pages_ > 0; }
    [[nodiscard]] double whole() const { return end_ - shape_.top; }

    // A new page where `tall` does not fit; what is taller than a page takes what there is.
    void need(double tall) {
        if (y_ + tall <= end_ + 0.01 || tall > whole() || y_ <= shape_.top) return;
        turn();
    }
    void turn() {
        foot();
        if (draws()) turned_();
        ++page_;
        y_ = shape_.top;
    }

    base::Result<void> head() {
        if (!paper_.symbol.empty()) {
            const Modules modules = TRY(encode_symbol(paper_.symbol));
            const double side = modules.with_quiet() * kSymbolModule;
            if (draws())
                pen_.symbol(modules, kWidth - shape_.right - side + kQuietModules * kSymbolModule, kSymbolTop,
                            kSymbolModule);
        }
        title(paper_.court, shape_.court);
        title(paper_.title, shape_.title);
        y_ += 0.35 * shape_.pitch;
        if (!paper_.number.empty()) {
            line({paper_.number, shape_.body}, shape_.left, Side::Right, shape_.pitch);
            y_ += 0.35 * shape_.pitch;
        }
        return {};
    }

    void title(const std::string& text, double size) {
        if (text.empty()) return;
        Words words{text, size, 0, Heft::Strong, Side::Left, 0};
        if (const double wide = titles_.wide(words); wide > width_) words.size *= width_ / wide * 0.99;
        const double pitch = 1.5 * size;
        if (draws())
            titles_.write_line(shape_.left + (width_ - titles_.wide(words)) / 2, y_ + pitch / 2 + kBaseline * size,
                               words);
        y_ += pitch;
    }

    void line(Words words, double x, Side side, double pitch) {
        if (draws() && !words.text.empty()) {
            const double room = shape_.left + width_ - x;
            if (side != Side::Left) {
                const double slack = room - pen_.wide(words);
                x += side == Side::Centre ? slack / 2 : slack;
            }
            pen_.write_line(x, y_ + pitch / 2 + kBaseline * words.size, words);
        }
        y_ += pitch;
    }

    // ---------------------------------------------------------------- paragraphs

    // What is signed stays together and with the end of the text before it: its height from block `i` on.
    double signed_after(std::size_t i) const {
        double tall = 0;
        for (std::size_t at = i + 1; at < paper_.blocks.size(); ++at) {
            const auto* prose = std::get_if<Prose>(&paper_.blocks[at]);
            if (const auto* space = std::get_if<Space>(&paper_.blocks[at]))
                tall += space->lines * shape_.pitch;
            else if (prose != nullptr && prose->set == Prose::Set::Right)
                tall += shape_.pitch;
            else
                return tall;
        }
        return tall + notes_tall_;
    }

    // What the end of block `i` stands together with: what is signed, the beginning of a table or of what it leads to.
    double kept_after(std::size_t i) {
        const Grid* grid = i + 1 < paper_.blocks.size() ? std::get_if<Grid>(&paper_.blocks[i + 1]) : nullptr;
        if (grid != nullptr) return kBeforeGrid * shape_.pitch + begin_of(*grid, i + 1);
        return leads_on(i) ? led_to(i + 1) : signed_after(i);
    }

    // "…:" leads to what comes next, and a question to the line on which it is answered.
    [[nodiscard]] bool leads_on(std::size_t i) const {
        constexpr std::string_view kColon = "\xEF\xBC\x9A", kRuled = "\xEF\xBC\xBF";  // U+FF1A, U+FF3F
        const auto* prose = std::get_if<Prose>(&paper_.blocks[i]);
        const auto* next = i + 1 < paper_.blocks.size() ? std::get_if<Prose>(&paper_.blocks[i + 1]) : nullptr;
        if (prose == nullptr || next == nullptr || next->set == Prose::Set::Right) return false;
        const bool is_text = prose->set == Prose::Set::Indented || prose->set == Prose::Set::Flush;
        if (!is_text || prose->text.ends_with(kRuled)) return false;
        const bool is_answer = next->set == Prose::Set::Indented && next->text.ends_with(kRuled);
        return prose->text.ends_with(kColon) || is_answer;
    }

    // Of block `i` what stands together with the line before it: its first two lines; all three, as the third stands
    // not alone; and what one of no more stands together with itself.
    double led_to(std::size_t i) {
        const auto& prose = std::get<Prose>(paper_.blocks[i]);
        const std::size_t lines = lines_of(prose).size(), kept = lines == 3 ? 3 : std::min<std::size_t>(lines, 2);
        const double tall = static_cast<double>(kept) * pitch_of(prose);
        return lines > kept || leads_on(i) ? tall : tall + signed_after(i);
    }

    // The beginning of what stands below heading `i`.
    double begun_after(std::size_t i) {
        const Prose* next = i + 1 < paper_.blocks.size() ? std::get_if<Prose>(&paper_.blocks[i + 1]) : nullptr;
        if (next == nullptr || next->set == Prose::Set::Right || next->set == Prose::Set::Heading) return kept_after(i);
        const auto lines = static_cast<double>(lines_of(*next).size());
        return lines > 2 ? 0 : lines * pitch_of(*next) + kept_after(i + 1);
    }

    [[nodiscard]] double size_of(const Prose& prose) const {
        return prose.set == Prose::Set::Small ? 0.75 * shape_.body : shape_.body;
    }
    [[nodiscard]] double pitch_of(const Prose& prose) const {
        return prose.set == Prose::Set::Small ? 0.72 * shape_.pitch : shape_.pitch;
    }
    [[nodiscard]] double indent_of(const Prose& prose) const {
        const bool indented = prose.set == Prose::Set::Indented || prose.set == Prose::Set::Heading;
        return indented ? 2 * size_of(prose) : 0;
    }
    [[nodiscard]] double right_of(const Prose& prose) const {  // the seal and the date stand in a little
        return prose.set == Prose::Set::Right ? 2 * size_of(prose) : 0;
    }
    [[nodiscard]] Words words_of(const Prose& prose) const {
        return {prose.text, size_of(prose), width_ - right_of(prose),
                prose.set == Prose::Set::Heading ? Heft::Strong : Heft::Text};
    }
    std::vector<std::string> lines_of(const Prose& prose) { return pen_.broken(words_of(prose), indent_of(prose)); }

    void set(const Prose& prose, std::size_t i) {
        using Set = Prose::Set;
        const double pitch = pitch_of(prose), indent = indent_of(prose), right = right_of(prose);
        Words words = words_of(prose);
        const std::vector<std::string> lines = lines_of(prose);
        const auto high = [&](std::size_t count) { return static_cast<double>(count) * pitch; };
        const double tail = prose.set == Set::Right ? signed_after(i) : kept_after(i);
        if (prose.set == Set::Heading) {
            need(high(lines.size() + 2));
            if (const double below = begun_after(i); below > 0) need(high(lines.size()) + below);
        }
        if (prose.set == Set::Right && !is_right(i)) need(pitch + tail);
        const Side side = prose.set == Set::Right ? Side::Right : prose.set == Set::Centred ? Side::Centre : Side::Left;
        for (std::size_t n = 0; n < lines.size(); ++n) {
            const std::size_t left = lines.size() - n;
            const bool last_two = left <= 2 && (n == 0 || left == 2);
            need(last_two && prose.set != Set::Right ? high(left) : pitch);
            if (last_two && prose.set != Set::Right) need(high(left) + tail);  // where a page can hold it
            words.text = lines[n];
            words.width = words.spacing = 0;
            const double x = shape_.left + (n == 0 ? indent : 0);
            words.spacing = side == Side::Left && left > 1 ? stretch(words, x) : 0;
            const double was = width_;
            width_ -= right;
            line(words, x, side, pitch);
            width_ = was;
        }
    }
    [[nodiscard]] bool is_right(std::size_t i) const {  // goes on with what was signed before
        if (i == 0) return false;
        const auto* before = std::get_if<Prose>(&paper_.blocks[i - 1]);
        return before != nullptr && before->set == Prose::Set::Right;
    }

    // Lines that end for want of room are spread to the margin, as long as nobody sees it, and no program takes the
    // gaps for blanks: a number would be copied, and found, in pieces. Others stay ragged.
    double stretch(const Words& words, double x) {
        const std::size_t characters = count_characters(words.text);
        const double slack = shape_.left + width_ - x - pen_.wide(words);
        if (characters < 8 || slack <= 0) return 0;
        const double each = slack / static_cast<double>(characters - 1);
        return each > kStretchMax * words.size ? 0 : each;
    }

    void set(const Space& space, std::size_t) { y_ += space.lines * shape_.pitch; }

    // ---------------------------------------------------------------- tables

    struct Laid {
        std::vector<std::vector<std::string>> cells;
        std::vector<double> sizes;  // of the letters of each cell
        std::size_t lines = 1;
    };

    [[nodiscard]] double pad() const { return 0.45 * shape_.cell; }
    [[nodiscard]] double tall(std::size_t lines) const {
        return static_cast<double>(lines) * shape_.cell_pitch + 2 * 0.2 * shape_.cell;
    }
    [[nodiscard]] double unit(const GridRow& row) const {
        double all = 0;
        for (const GridCell& cell : row.cells)
            all += cell.share;
        return width_ / all;
    }
    [[nodiscard]] static Words words_of(const GridCell& cell, double size, double room) {
        return {cell.text, size, room, cell.label ? Heft::Strong : Heft::Text};
    }

    // A cell that is too narrow for a figure in it has smaller letters: half of a sum is another sum.
    [[nodiscard]] double size_of(const GridCell& cell, double room) {
        constexpr double kTight = 0.98;  // widths of smaller letters are rounded
        constexpr double kLeast = 3;     // nobody reads smaller ones: sixty digits that somebody typed are no sum
        const double widest = pen_.widest_figure(words_of(cell, shape_.cell, 0));
        return widest <= room ? shape_.cell : std::max(kLeast, shape_.cell * room / widest * kTight);
    }

    Laid lay(const GridRow& row) {
        Laid laid;
        for (const GridCell& cell : row.cells) {
            const double room = cell.share * unit(row) - 2 * pad();
            laid.sizes.push_back(size_of(cell, room));
            laid.cells.push_back(pen_.broken(words_of(cell, laid.sizes.back(), room), 0));
            laid.lines = std::max({laid.lines, laid.cells.back().size(), static_cast<std::size_t>(cell.lines_min)});
        }
        return laid;
    }

    // Lines `from` up to `to` of a row, with the frame around them.
    void draw_row(const GridRow& row, const Laid& laid, std::size_t from, std::size_t to) {
        const double high = tall(to - from);
        double x = shape_.left;
        for (std::size_t i = 0; draws() && i < row.cells.size(); ++i) {
            const double wide = row.cells[i].share * unit(row);
            pen_.frame(x, y_, wide + 0.5, high + 0.5, 0.6);
            const auto& lines = laid.cells[i];
            const bool whole_row = from == 0 && to == laid.lines;
            // Short words stand in the middle of their cell, sentences at its top.
            const bool is_short = row.cells[i].label || row.cells[i].lines_min == 1 || lines.size() == 1;
            const bool in_middle = whole_row && is_short;
            double top = y_ + 0.2 * shape_.cell;
            if (in_middle) top += static_cast<double>(laid.lines - lines.size()) * shape_.cell_pitch / 2;
            for (std::size_t n = from; n < std::min(to, lines.size()); ++n) {
                Words words = words_of(row.cells[i], laid.sizes[i], 0);
                words.text = lines[n];
                const double indent = row.cells[i].label ? (wide - pen_.wide(words)) / 2 : pad();
                pen_.write_line(x + indent, top + shape_.cell_pitch / 2 + kBaseline * words.size, words);
                top += shape_.cell_pitch;
            }
            x += wide;
        }
        y_ += high;
    }

    // Where the rows end that stand under the head before `from`.
    static std::size_t end_of_rows(const Grid& grid, std::size_t from) {
        while (from < grid.rows.size() && !grid.rows[from].cells.empty() && !grid.rows[from].cells.front().label)
            ++from;
        return from;
    }

    // Of rows `from` up to `to`, with what is signed behind the last one of all.
    double tall_of(const std::vector<Laid>& all, std::size_t from, std::size_t to, std::size_t block) const {
        double high = 0;
        for (std::size_t n = from; n < to; ++n)
            high += tall(all[n].lines);
        if (to == all.size())
            if (const double tail = signed_after(block); tail > 0) high += kAfterGrid * shape_.pitch + tail;
        return high;
    }

    // What must find room together with row `n`: a short table stands whole, and of a long one no row stands alone on a
    // page, below its head or at its end, as far as a page can hold them.
    double wanted_with(const Grid& grid, const std::vector<Laid>& all, std::size_t n, bool has_head,
                       std::size_t block) {
        const double alone = tall_of(all, n, n + 1, block);
        std::size_t to = n + 1;
        if (grid.rows[n].is_head()) {
            const std::size_t end = end_of_rows(grid, n + 1);
            double rows = 0;
            for (std::size_t each = n; each < end; ++each)
                rows += tall(all[each].lines);
            // Of three rows each would leave another alone.
            const bool is_whole = rows <= whole() * kShortGrid || end == n + 4;
            to = is_whole ? end : std::min(end, n + 3);
            if (to == n + 1) return to < all.size() ? alone + tall(1) : alone;
        } else if (has_head && n + 2 == end_of_rows(grid, n)) {
            to = n + 2;
        }
        for (; to > n + 1; --to)
            if (const double together = tall_of(all, n, to, block); together <= whole()) return together;
        return alone;
    }

    std::vector<Laid> lay_all(const Grid& grid) {
        std::vector<Laid> all;
        for (const GridRow& row : grid.rows)
            all.push_back(lay(row));
        return all;
    }
    double begin_of(const Grid& grid, std::size_t i) {
        const std::vector<Laid> all = lay_all(grid);
        return all.empty() ? 0 : wanted_with(grid, all, 0, false, i);
    }

    void set(const Grid& grid, std::size_t i) {
        const GridRow* head = nullptr;
        if (i > 0 && y_ > shape_.top) y_ += kBeforeGrid * shape_.pitch;
        const std::vector<Laid> all = lay_all(grid);
        for (std::size_t n = 0; n < grid.rows.size(); ++n) {
            const GridRow& row = grid.rows[n];
            const Laid& laid = all[n];
            const double wanted = wanted_with(grid, all, n, head != nullptr, i);
            if (y_ + std::min(wanted, whole()) > end_ + 0.01 && y_ > shape_.top && wanted <= whole()) {
                turn();
                const bool goes_on = !row.cells.front().label;  // else it is a row with a name of its own
                if (head != nullptr && goes_on) draw_row(*head, lay(*head), 0, lay(*head).lines);
            }
            set_row(row, laid);
            if (row.is_head()) head = &row;
            if (!row.is_head() && row.cells.front().label) head = nullptr;
        }
        y_ += kAfterGrid * shape_.pitch;
    }

    void set_row(const GridRow& row, const Laid& laid) {
        std::size_t from = 0;
        while (from < laid.lines) {
            const auto room =
                static_cast<std::size_t>(std::max(1.0, (end_ - y_ - 0.4 * shape_.cell) / shape_.cell_pitch + 0.001));
            const std::size_t to = std::min(laid.lines, from + room);
            draw_row(row, laid, from, to);
            from = to;
            if (from < laid.lines) turn();
        }
    }

    // ---------------------------------------------------------------- ends

    void lay_notes() {
        notes_tall_ = 0;
        notes_.clear();
        if (paper_.notes.empty()) return;
        for (const std::string& note : paper_.notes)
            for (std::string& text : pen_.broken({note, note_size(), width_}, 0))
                notes_.push_back(std::move(text));
        notes_tall_ = static_cast<double>(notes_.size() + 1) * note_pitch();
    }
    [[nodiscard]] double note_size() const { return 0.62 * shape_.body + 1; }
    [[nodiscard]] double note_pitch() const { return 1.5 * note_size(); }

    void notes() {
        if (notes_.empty()) return;
        need(notes_tall_);
        if (draws()) pen_.rule(shape_.left, y_ + note_pitch() / 2, width_ / 3, 0.5);
        y_ += note_pitch();
        for (const std::string& text : notes_) {
            need(note_pitch());
            line({text, note_size()}, shape_.left, Side::Left, note_pitch());
        }
    }

    void foot() {
        if (!draws() || paper_.foot.empty()) return;
        const std::string text = numbered(paper_.foot, page_, pages_);
        const Words words{text, 9};
        pen_.write_line((kWidth - pen_.wide(words)) / 2, kHeight - 12 * kMm, words);
    }

    std::function<void()> turned_;
    const Official& paper_;
    Shape shape_;
    Pen pen_, titles_;
    double width_, end_;
    double y_ = 0, notes_tall_ = 0;
    std::vector<std::string> notes_;
    int page_ = 1, pages_ = 0;
};

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    auto* bytes = static_cast<base::Bytes*>(closure);
    bytes->insert(bytes->end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

bool GridRow::is_head() const {
    return std::all_of(cells.begin(), cells.end(), [](const GridCell& cell) { return cell.label; });
}

namespace {

base::Result<void> print(Press& press) {
    int pages = TRY(press.run(0));
    // Half a page for the places to sign and the little before them is no page: lines stand a little closer instead,
    // where that is enough.
    constexpr double kLittle = 0.5;
    if (pages > 1 && press.last_page() < kLittle) {
        int closer = pages;
        for (const double factor : {0.97, 0.94, 0.91, 0.88}) {
            press.set_closer(factor);
            closer = TRY(press.run(0));
            if (closer < pages) break;
        }
        if (closer == pages) press.set_closer(1);
        pages = closer;
    }
    TRY(press.run(pages));
    if (!press.lacking().empty())
        return base::fail("paper.glyph", "no font on this machine draws " + press.lacking() +
                                             ": nothing was printed; ./run setup installs the fonts");
    return {};
}

Raster grey_of(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    Raster out = Raster::white(cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface));
    const std::uint8_t* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    constexpr int kPixelBytes = 4, kGreen = 1;  // RGB24: green is the second byte in either order of bytes
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            out.row(y)[x] = data[y * stride + x * kPixelBytes + kGreen];
    return out;
}

}  // namespace

base::Result<base::Bytes> draw_official(const Official& paper) {
    base::Bytes pdf;
    pdf.reserve(kPdfReserve);
    {
        Owned<cairo_surface_t> surface(cairo_pdf_surface_create_for_stream(append, &pdf, kWidth, kHeight));
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, paper.name.c_str());
        // Not the time of printing: the file must be the same whenever it is made.
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2026-01-01T00:00:00Z");
        Owned<cairo_t> context(cairo_create(surface.get()));
        Press press(context.get(), paper, [&context] { cairo_show_page(context.get()); });
        TRY(print(press));
        cairo_surface_finish(surface.get());
        if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
            return base::fail("paper.pdf", "the paper cannot be made as PDF");
    }
    return pdf;
}

base::Result<std::vector<Raster>> picture_official(const Official& paper, int dots_per_inch) {
    const double scale = dots_per_inch / 72.0;
    const Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                                                    static_cast<int>(std::lround(kWidth * scale)),
                                                                    static_cast<int>(std::lround(kHeight * scale))));
    const Owned<cairo_t> context(cairo_create(surface.get()));
    if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS)
        return base::fail("paper.picture", "the paper cannot be shown as a picture");
    cairo_scale(context.get(), scale, scale);
    const auto clean = [&context] {
        cairo_set_source_rgb(context.get(), 1, 1, 1);
        cairo_paint(context.get());
        cairo_set_source_rgb(context.get(), 0, 0, 0);
    };
    std::vector<Raster> pages;
    clean();
    Press press(context.get(), paper, [&] {
        pages.push_back(grey_of(surface.get()));
        clean();
    });
    TRY(print(press));
    pages.push_back(grey_of(surface.get()));
    return pages;
}

}  // namespace courtyard::paper
