// Rows of a form to be filled in by hand.
#include <algorithm>

#include "app/paper/setter.hpp"

namespace courtyard::paper {

namespace {

constexpr double kLabelColumn = 9.4;  // em
constexpr double kSquare = 1.5;       // em: side of a square for one digit
constexpr double kBox = 0.95;         // em: side of a box for a tick
constexpr double kWritten = 2.1;      // em: height that handwriting needs
constexpr double kSmall = 0.86;

}  // namespace

void Setter::square(double x, double y, double side) { pen_.frame(x, y, side, side, m_.hair); }

double Setter::caption(std::string_view words, double x, double y, double line, Ink ink) {
    if (words.empty()) return 0;
    Words set = body(words);
    set.width = 0;
    text(set, x, y + (line - pen_.tall(set)) / 2, ink);
    return pen_.wide(set) + 0.6 * m_.body;
}

double Setter::cell(const Choices& cell, double x, double y, double width, Ink ink) {
    const double box = kBox * m_.body;
    const double line = 1.75 * m_.body;
    double at = x + caption(cell.caption, x, y, line, ink);
    double top = y;
    for (const std::string& word : cell.words) {
        Words set = body(word);
        set.width = 0;
        const double wide = std::min(pen_.wide(set), width - 1.4 * box);
        if (at > x && at + 1.4 * box + wide > x + width) {
            at = x;
            top += line;
        }
        set.width = wide + 1;
        const double tall = pen_.tall(set);
        if (ink == Ink::Draw) {
            square(at, top + (line - box) / 2, box);
            pen_.write(at + 1.4 * box, top + (line - std::min(tall, line)) / 2, set);
        }
        if (tall > line) top += tall - line;
        at += 1.4 * box + wide + 1.1 * m_.body;
    }
    return top + line - y;
}

double Setter::cell(const Squares& cell, double x, double y, double width, Ink ink) {
    const double line = 2.0 * m_.body;
    const double from = x + caption(cell.caption, x, y, line, ink);
    const double side = std::min(kSquare * m_.body, (x + width - from) / std::max(cell.count, 1));
    if (ink == Ink::Draw) {
        for (int i = 0; i < cell.count; ++i)
            square(from + i * (side - m_.hair), y + (line - side) / 2, side);
    }
    return line;
}

double Setter::cell(const Line& cell, double x, double y, double width, Ink ink) {
    const double line = kWritten * m_.body;
    const double from = x + caption(cell.caption, x, y, line, ink);
    if (ink == Ink::Draw) pen_.rule(from, y + line - 0.35 * m_.body, x + width - from, m_.hair);
    return line;
}

double Setter::cell(const Lines& cell, double x, double y, double width, Ink ink) {
    const double line = kWritten * m_.body;
    for (int i = 0; i < cell.count && ink == Ink::Draw; ++i)
        pen_.rule(x, y + (i + 1) * line - 0.35 * m_.body, width, m_.hair);
    return cell.count * line;
}

double Setter::cell(const Dated& cell, double x, double y, double, Ink ink) {
    const double line = 2.0 * m_.body;
    const double side = kSquare * m_.body;
    double at = x + caption(cell.caption, x, y, line, ink);
    for (std::size_t part = 0; part < cell.counts.size() && part < cell.words.size(); ++part) {
        for (int i = 0; i < cell.counts[part]; ++i, at += side - m_.hair) {
            if (ink == Ink::Draw) square(at, y + (line - side) / 2, side);
        }
        at += 0.25 * m_.body;
        at += caption(cell.words[part], at, y, line, ink) - 0.2 * m_.body;
    }
    return line;
}

double Setter::cell(const Table& cell, double x, double y, double width, Ink ink) {
    double sum = 0;
    for (const double share : cell.shares)
        sum += share;
    const auto columns = std::min(cell.heads.size(), cell.shares.size());
    const double pad = 0.3 * m_.body;
    // One row of words: the height that the tallest of them needs.
    const auto row = [&](const std::vector<std::string>& words, double top, double least, double size) {
        double tallest = least;
        double at = x;
        for (std::size_t i = 0; i < columns; ++i) {
            const double wide = width * cell.shares[i] / sum;
            if (i < words.size()) {
                Words set = body(words[i], size);
                set.width = wide - 2 * pad;
                tallest = std::max(tallest, pen_.tall(set) + 2 * pad);
            }
            at += wide;
        }
        at = x;
        for (std::size_t i = 0; i < columns && ink == Ink::Draw; ++i) {
            const double wide = width * cell.shares[i] / sum;
            if (i < words.size()) {
                Words set = body(words[i], size);
                set.width = wide - 2 * pad;
                pen_.write(at + pad, top + (tallest - pen_.tall(set)) / 2, set);
            }
            pen_.frame(at, top, wide + m_.hair, tallest + m_.hair, m_.hair);
            at += wide;
        }
        return tallest;
    };
    double at = y + 0.3 * m_.body;
    at += row(cell.heads, at, 1.6 * m_.body, kSmall);
    for (const auto& words : cell.rows)
        at += row(words, at, kWritten * m_.body, 0.95);
    return at - y + 0.4 * m_.body;
}

double Setter::cell(const Note& cell, double x, double y, double width, Ink ink) {
    Words set = body(cell.text, kSmall);
    set.width = width;
    return text(set, x, y + 0.15 * m_.body, ink) + 0.3 * m_.body;
}

base::Result<double> Setter::on(const Row& block, double y, Ink ink) {
    if (m_.shape == Shape::Strip)
        return base::fail("paper.form", "a form to be filled in by hand is printed on A4 paper only");
    const double pad = 0.45 * m_.body;
    const double column = kLabelColumn * m_.body;
    Words code = body(block.code, kSmall);
    Words label = body(block.label, 1.05, Heft::Strong);
    Words need = body(block.need, kSmall);
    code.width = label.width = need.width = column - 2 * pad;
    double left = y + pad;
    left += text(code, m_.left + pad, left, ink);
    left += text(label, m_.left + pad, left, ink);
    left += text(need, m_.left + pad, left, ink);
    const double x = m_.left + column + 1.4 * pad;
    const double width = m_.width - column - 2.4 * pad;
    double right = y + pad * 0.6;
    for (const Cell& one : block.cells)
        right += std::visit([&](const auto& what) { return cell(what, x, right, width, ink); }, one);
    const double tall = std::max(left, right) + pad * 0.6 - y;
    if (ink == Ink::Draw) {
        pen_.frame(m_.left, y, m_.width, tall + m_.hair, m_.hair);
        pen_.column(m_.left + column, y, tall, m_.hair);
    }
    return tall;
}

}  // namespace courtyard::paper
