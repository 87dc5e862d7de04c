// Looking a character up as in a paper dictionary: strokes of the radical, the radical, strokes beside it, the
// character.
#include <algorithm>
#include <optional>

#include "app/screens/icons.hpp"
#include "app/screens/writing_pads.hpp"

namespace courtyard::screens {

namespace {

constexpr float kRadicalGap = 12;
constexpr float kChip = 84;
constexpr int kMostStrokes = 17;
constexpr int kRadicalSalt = 8000;

// Keys of one height in rows, as many as fit; a page turn at the right when there are more. Returns what was pressed.
std::optional<std::size_t> grid_of_keys(Scene& scene, Rect rect, const std::vector<std::string>& texts, float tall) {
    Ui& ui = scene.ui;
    const std::size_t first = scene.session().writing.first_offer;
    Rect turns = rect.cut_right(88, kRadicalGap);
    const int rows = std::max(1, static_cast<int>((rect.h + kRadicalGap) / (tall + kRadicalGap)));
    const int columns = std::max(
        1, static_cast<int>((rect.w + kRadicalGap) / (std::max(96.0F, ui.em(Type::title) + 34) + kRadicalGap)));
    rect.h = static_cast<float>(rows) * tall + static_cast<float>(rows - 1) * kRadicalGap;
    const auto shown = static_cast<std::size_t>(rows * columns);
    const std::size_t begin = first < texts.size() ? first / shown * shown : 0;
    std::optional<std::size_t> pressed;
    for (std::size_t i = begin; i < std::min(texts.size(), begin + shown); ++i) {
        const int n = static_cast<int>(i - begin);
        if (offer_key(ui, rect.cell(n % columns, n / columns, columns, rows, kRadicalGap), texts[i], false,
                      kRadicalSalt + static_cast<int>(i)))
            pressed = i;
    }
    turns.h = rect.h;
    const auto turn = [&](const Rect& where, const char* glyph, const char* word, std::size_t to) {
        const Touch touch = ui.touch(where, ui.say(word));
        ui.fill(touch.rect, ui.palette().navy_tint, 18);
        if (ui.look().contrast == flow::Contrast::High) ui.frame(touch.rect, ui.palette().ink, 3, 18);
        ui.icon(touch.rect, glyph, 46, ui.palette().navy_deep);
        if (touch.pressed) scene.send(flow::ShowedOffers{to});
    };
    const Rect up = turns.cut_top((turns.h - kRadicalGap) / 2, kRadicalGap);
    if (begin > 0) turn(up, icon::kExpandLess, "writing.page_before", begin - shown);
    if (begin + shown < texts.size()) turn(turns, icon::kExpandMore, "writing.page_after", begin + shown);
    return pressed;
}

float say_line(Ui& ui, Rect& rect, const std::string& text) {
    const Style style = soft_text(ui);
    const float tall = ui.tall(text, rect.w, style);
    ui.write(rect.cut_top(tall, kRadicalGap), text, style);
    return tall;
}

// Numbers as small keys in rows; returns the number pressed.
std::optional<int> strokes_keys(Ui& ui, Rect& rect, const std::vector<int>& numbers, int chosen) {
    constexpr int columns = 9;
    const int rows = (static_cast<int>(numbers.size()) + columns - 1) / columns;
    const Rect area =
        rect.cut_top(static_cast<float>(rows) * kChip + static_cast<float>(rows - 1) * kRadicalGap, kRadicalGap);
    std::optional<int> pressed;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const int n = static_cast<int>(i);
        const bool on = numbers[i] == chosen;
        if (button(ui, area.cell(n % columns, n / columns, columns, rows, kRadicalGap),
                   ui.say("writing.strokes", {{"n", std::to_string(numbers[i])}}),
                   {on ? Tone::navy : Tone::plain, nullptr, Type::body}, kRadicalSalt))
            pressed = numbers[i];
    }
    return pressed;
}

}  // namespace

void radical_board(Scene& scene, Rect rect) {
    Ui& ui = scene.ui;
    const flow::WritingWork& work = scene.session().writing;
    const float tall = std::max(96.0F, ui.em(Type::title) + 30);
    if (work.unavailable) {
        say_line(ui, rect, ui.say("writing.unavailable"));
        return;
    }
    if (work.radical.empty()) {
        say_line(ui, rect, ui.say(work.radical_strokes == 0 ? "writing.radical.strokes" : "writing.radical.pick"));
        std::vector<int> numbers;
        for (int n = 1; n <= kMostStrokes; ++n)
            numbers.push_back(n);
        if (const auto strokes = strokes_keys(ui, rect, numbers, work.radical_strokes))
            scene.send(flow::ChoseRadicalStrokes{*strokes});
        std::vector<std::string> forms;
        for (const flow::RadicalForm& form : work.forms)
            forms.push_back(form.text);
        if (const auto chosen = grid_of_keys(scene, rect, forms, tall)) scene.send(flow::ChoseRadical{*chosen});
        return;
    }
    Rect head = rect.cut_top(kChip, kRadicalGap);
    const std::string other = ui.say("writing.radical.other");
    const float wide = ui.wide(other, {Type::body, Weight::strong, {}}) + 110;
    if (button(ui, head.cut_right(wide, kRadicalGap), other, {Tone::quiet, icon::kUndo, Type::body}))
        scene.send(flow::ChoseRadicalStrokes{work.radical_strokes});
    ui.line(head, ui.say("writing.radical.rest", {{"radical", work.radical}}), strong_text(ui));
    std::vector<int> numbers;
    for (const flow::RadicalGroup& group : work.groups)
        numbers.push_back(group.strokes);
    if (const auto strokes = strokes_keys(ui, rect, numbers, work.rest_strokes))
        scene.send(flow::ChoseRestStrokes{*strokes});
    std::vector<std::string> characters;
    for (const flow::Offer& offer : work.offers)
        characters.push_back(offer.text);
    if (const auto chosen = grid_of_keys(scene, rect, characters, tall)) scene.send(flow::ChoseOffer{*chosen});
}

}  // namespace courtyard::screens
