#include "app/screens/slip_parts.hpp"

#include <algorithm>
#include <memory>

#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

std::vector<std::string> groups(std::string_view code) {
    std::vector<std::string> out;
    while (!code.empty()) {
        const auto dash = code.find('-');
        out.emplace_back(code.substr(0, dash));
        code = dash == std::string_view::npos ? std::string_view{} : code.substr(dash + 1);
    }
    return out;
}

constexpr int kSlipColumns = 4;
constexpr float kTileGap = 12;

int rows_of(std::size_t parts) { return (static_cast<int>(parts) + kSlipColumns - 1) / kSlipColumns; }

}  // namespace

void symbol(Ui& ui, const Rect& rect, const std::string& text) {
    ui.fill(rect, Colour{0xFFFFFFFF}, 12);
    std::unique_ptr<Symbol>& kept = ui.view().symbol;
    if (!kept || !kept->is_of(text)) kept = std::make_unique<Symbol>(text);
    if (kept->side() > 0) ui.squares(rect, kept->side(), kept->dark(), Colour{0x000000FF});
}

float code_tiles_tall(const Ui& ui, std::string_view code) {
    const auto rows = static_cast<float>(rows_of(groups(code).size()));
    const float tile = ui.em(Type::lead) + (ui.portrait() ? 36.0F : 22.0F);
    return rows * tile + (rows - 1) * kTileGap;
}

float code_tiles(Ui& ui, const Rect& at, std::string_view code) {
    const auto parts = groups(code);
    const float tall = code_tiles_tall(ui, code);
    const Rect area{at.x, at.y, at.w, tall};
    const Ear ear = ui.hear(Ear::secret);  // whoever hears it can open what it opens
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const int place = static_cast<int>(i);
        const Rect cell =
            area.cell(place % kSlipColumns, place / kSlipColumns, kSlipColumns, rows_of(parts.size()), kTileGap);
        ui.fill(cell, ui.palette().ivory, 12);
        ui.frame(cell, ui.palette().rule, 2, 12);
        const Colour before = ui.ground(ui.palette().ivory);
        ui.line(cell, parts[i], {Type::lead, Weight::strong, ui.palette().ink, Align::centre});
        ui.ground(before);
    }
    ui.hear(ear);
    return tall;
}

float code_boxes_tall(const Ui& ui) { return 2 * (ui.em(Type::title) + 44) + 14; }

void code_boxes(Scene& scene, const Rect& area) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const std::string& text = scene.session().edit.text;
    const int groups = static_cast<int>(scene.world.code_characters / 4);
    const int columns = 4;
    const int rows = (groups + columns - 1) / columns;
    // All groups in one size, the largest that leaves air beside four wide letters.
    const float room = area.cell(0, 0, columns, rows, 14).w - 24;
    Type type = Type::title;
    for (const Type smaller : {Type::card, Type::lead, Type::body})
        if (ui.wide("HDMA", {type, Weight::strong, {}}) > room) type = smaller;
    const Ear ear = ui.hear(Ear::secret);
    for (int i = 0; i < groups; ++i) {
        const Rect cell = area.cell(i % columns, i / columns, columns, rows, 14);
        const auto from = static_cast<std::size_t>(i) * 4;
        const bool now = text.size() >= from && text.size() < from + 4;
        ui.fill(cell, p.card, 16);
        ui.frame(cell, now ? p.teal : p.rule, now ? 5.0F : 2.0F, 16);
        ui.ground(p.card);
        if (text.size() > from) ui.line(cell, text.substr(from, 4), {type, Weight::strong, p.ink, Align::centre});
    }
    ui.hear(ear);
    ui.ground(p.paper);
}

Rect cut_code_pad(const Ui& ui, Rect& body, float page_needs) {
    if (!ui.portrait()) return body.cut_right(body.w * 0.52F, 48);
    constexpr float kGap = 28;
    constexpr float kTallest = 6 * 104.0F;
    constexpr float kLeast = 5 * (measure::kTargetMin + 12);  // five rows that a finger still meets
    return body.cut_bottom(std::clamp(body.h - kGap - page_needs, kLeast, kTallest), kGap);
}

int large_symbols(Scene& scene, Rect body, const std::vector<std::string>& symbols, int shown,
                  const SymbolWords& words) {
    Ui& ui = scene.ui;
    const int all = static_cast<int>(symbols.size());
    const NavPress nav =
        nav_row(scene, body,
                {words.back, shown > 1 ? ui.say("receipt.previous_symbol") : std::string{},
                 shown < all ? ui.say("receipt.next_symbol") : ui.say("receipt.symbols_done"), icon::kArrowForward});
    const std::string title = ui.say(words.count_key, {{"n", std::to_string(shown)}, {"all", std::to_string(all)}});
    const auto card_at = [&](const Rect& square) {
        panel(ui, square);
        symbol(ui, square.inset(24), symbols[static_cast<std::size_t>(shown - 1)]);
    };
    if (ui.portrait()) {
        body.cut_top(heading(ui, body, title, words.text), 28);
        const float side = std::min(body.w, body.h);
        card_at({body.middle_x() - side / 2, body.y, side, side});
    } else {
        const float side = std::min(body.h - 10, body.w * 0.5F);
        card_at({body.x + 30, body.y, side, side});
        heading(ui, {body.x + 30 + side + 60, body.y + 20, body.w - side - 90, body.h}, title, words.text);
    }
    if (nav.back) return 0;
    if (nav.side) return shown - 1;
    if (nav.next) return shown < all ? shown + 1 : 0;
    return -1;
}

}  // namespace courtyard::screens
