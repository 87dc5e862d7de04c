// Small tables for lists of people, money and papers.
#include <algorithm>
#include <numeric>

#include "app/screens/field_widgets.hpp"

namespace courtyard::screens {
namespace {

constexpr float kCellSide = 12;
constexpr auto kHeads = static_cast<std::size_t>(-1);  // no row

// Every column what its longest cell wants; when that is too much, the long ones give.
std::vector<float> column_widths(const Desk& desk, float width, const TableText& table) {
    const float least = desk.em(Type::note) * 3.2F + 2 * kCellSide;
    std::vector<float> wanted;
    for (std::size_t c = 0; c < table.heads.size(); ++c) {
        float wide = desk.ui.wide(table.heads[c], desk_soft(desk));
        for (const auto& row : table.rows)
            wide = std::max(wide, desk.ui.wide(row[c], desk_text(desk, Type::note)));
        wanted.push_back(std::max(least, wide + 2 * kCellSide + 2));
    }
    float sum = std::accumulate(wanted.begin(), wanted.end(), 0.0F);
    for (int round = 0; sum > width + 0.5F && round < 16; ++round) {
        const auto longest = std::max_element(wanted.begin(), wanted.end());
        float second = least;
        for (auto it = wanted.begin(); it != wanted.end(); ++it)
            if (it != longest) second = std::max(second, *it);
        const float cut = std::min(sum - width, std::max(*longest - second, *longest * 0.15F));
        if (*longest - cut < least) {
            for (float& each : wanted)
                each *= width / sum;  // nothing left to give: all alike
            break;
        }
        *longest -= cut;
        sum -= cut;
    }
    const float total = std::accumulate(wanted.begin(), wanted.end(), 0.0F);
    if (total < width) {
        for (float& each : wanted)
            each += (width - total) / static_cast<float>(wanted.size());
    }
    return wanted;
}

float row_tall(const Desk& desk, const std::vector<float>& widths, const std::vector<std::string>& cells) {
    float tall = desk.em(Type::note) * 1.12F;
    for (std::size_t c = 0; c < cells.size(); ++c)
        tall = std::max(tall, desk.ui.tall(cells[c], widths[c] - 2 * kCellSide, desk_text(desk, Type::note)));
    return tall + desk.em(Type::note) * 0.7F;
}

}  // namespace

float table_tall(const Desk& desk, float width, const TableText& table) {
    const std::vector<float> widths = column_widths(desk, width, table);
    float tall = row_tall(desk, widths, table.heads);
    for (const auto& row : table.rows)
        tall += row_tall(desk, widths, row);
    return tall;
}

float table(Desk& desk, const Rect& rect, const TableText& content) {
    const std::vector<float> widths = column_widths(desk, rect.w, content);
    const Palette& p = desk.ui.palette();
    const float pad = desk.em(Type::note) * 0.35F;
    float y = rect.y;
    const auto is_late = [&](std::size_t row, std::size_t column) {
        return std::find(content.late.begin(), content.late.end(), std::pair{row, column}) != content.late.end();
    };
    const auto draw_row = [&](const std::vector<std::string>& cells, const Style& style, std::size_t row) {
        float x = rect.x;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const bool is_sum = std::find(content.sums.begin(), content.sums.end(), c) != content.sums.end();
            Style own = style;
            if (is_sum) own.align = Align::right;
            if (is_late(row, c)) own = {style.type, Weight::strong, p.red, own.align};
            desk.ui.write({x + kCellSide, y + pad, widths[c] - 2 * kCellSide, 0}, cells[c], own);
            x += widths[c];
        }
        y += row_tall(desk, widths, cells);
    };
    const float head = row_tall(desk, widths, content.heads);
    desk.ui.fill({rect.x, y, rect.w, head}, p.navy_tint, 8);
    const Colour before = desk.ui.ground(p.navy_tint);
    draw_row(content.heads, {Type::note, Weight::strong, p.navy_deep}, kHeads);
    desk.ui.ground(before);
    for (std::size_t i = 0; i < content.rows.size(); ++i) {
        draw_row(content.rows[i], desk_text(desk, Type::note), i);
        desk.ui.stroke(rect.x, y, rect.right(), y, 2, p.rule);
    }
    return y - rect.y;
}

}  // namespace courtyard::screens
