#include "app/screens/writing_pads.hpp"

#include <algorithm>
#include <array>

#include "app/flow/typing_rule.hpp"
#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {

namespace {

using flow::WritingPad;

constexpr float kPadGap = 12;
constexpr float kOfferMin = 88;
constexpr float kTurn = 84;
constexpr int kSalt = 7000;

struct Tab {
    WritingPad pad;
    const char* key;
    const char* glyph;
};
constexpr std::array<Tab, 4> kTabs{{{WritingPad::hand, "writing.tab.hand", icon::kDraw},
                                    {WritingPad::sound, "writing.tab.sound", icon::kKeyboard},
                                    {WritingPad::radical, "writing.tab.radical", icon::kSearch},
                                    {WritingPad::marks, "writing.tab.marks", icon::kDialpad}}};

// Where each page of candidates begins, when they fill rows of this width.
std::vector<std::size_t> pages_of(const Ui& ui, const std::vector<flow::Offer>& offers, float width, int rows) {
    std::vector<std::size_t> starts{0};
    float used = 0;
    int row = 0;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const float wide = std::min(width, offer_wide(ui, offers[i].text));
        if (used > 0 && used + wide > width) {
            used = 0;
            if (++row == rows) {
                row = 0;
                starts.push_back(i);
            }
        }
        used += wide + kPadGap;
    }
    return starts;
}

// In a row of ten squares, or two of five.
void ink_offers(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const auto& offers = scene.session().writing.offers;
    const int rows = rect.h >= 2 * 84 + kPadGap ? 2 : 1;
    const int columns = flow::kInkOffers / rows;
    for (std::size_t i = 0; i < offers.size() && i < flow::kInkOffers; ++i) {
        const int n = static_cast<int>(i);
        if (offer_key(ui, rect.cell(n % columns, n / columns, columns, rows, kPadGap), offers[i].text, i == 0,
                      kSalt + n))
            scene.send(flow::ChoseOffer{i});
    }
}

// As many of the pack's words as there is room for.
void ready_keys(Scene& scene, const Rect& rect, std::string_view ready) {
    Ui& ui = scene.ui;
    const int rows = std::max(1, static_cast<int>((rect.h + kPadGap) / (84 + kPadGap)));
    const float tall = (rect.h - static_cast<float>(rows - 1) * kPadGap) / static_cast<float>(rows);
    Rect at{rect.x, rect.y, 0, tall};
    for (int n = 0; !ready.empty(); ++n) {
        const std::size_t blank = ready.find(' ');
        const std::string word(ready.substr(0, blank));
        ready = blank == std::string_view::npos ? std::string_view{} : ready.substr(blank + 1);
        if (word.empty()) continue;
        at.w = std::min(rect.w, std::max(kOfferMin, ui.wide(word, {Type::label, Weight::strong, {}}) + 44));
        if (at.x > rect.x && at.right() > rect.right() + 0.5F) {
            at.x = rect.x;
            at.y += tall + kPadGap;
        }
        if (at.bottom() > rect.bottom() + 0.5F) return;
        if (button(ui, at, word, {Tone::quiet, nullptr, Type::label}, kSalt + n)) scene.send(flow::Typed{word});
        at.x = at.right() + kPadGap;
    }
}

void word_offers(Scene& scene, Rect rect) {
    Ui& ui = scene.ui;
    const flow::WritingWork& work = scene.session().writing;
    const int rows = std::max(1, static_cast<int>((rect.h + kPadGap) / (84 + kPadGap)));
    Rect turns = rect.cut_right(kTurn, kPadGap);
    const float tall = (rect.h - static_cast<float>(rows - 1) * kPadGap) / static_cast<float>(rows);
    const std::vector<std::size_t> pages = pages_of(ui, work.offers, rect.w, rows);
    std::size_t page = 0;
    while (page + 1 < pages.size() && pages[page + 1] <= work.first_offer)
        ++page;
    const std::size_t end = page + 1 < pages.size() ? pages[page + 1] : work.offers.size();
    Rect at{rect.x, rect.y, 0, tall};
    for (std::size_t i = pages[page]; i < end; ++i) {
        at.w = std::min(rect.w, offer_wide(ui, work.offers[i].text));
        if (at.x > rect.x && at.right() > rect.right() + 0.5F) {
            at.x = rect.x;
            at.y += tall + kPadGap;
        }
        if (offer_key(ui, at, work.offers[i].text, i == 0, kSalt + static_cast<int>(i)))
            scene.send(flow::ChoseOffer{i});
        at.x = at.right() + kPadGap;
    }
    const Rect up = rows == 1 ? Rect{} : turns.cut_top((turns.h - kPadGap) / 2, kPadGap);
    const auto turn = [&](const Rect& where, const char* glyph, const char* word, std::size_t to) {
        const Touch touch = ui.touch(where, ui.say(word));
        ui.fill(touch.rect, ui.palette().navy_tint, 18);
        if (ui.look().contrast == flow::Contrast::High) ui.frame(touch.rect, ui.palette().ink, 3, 18);
        ui.icon(touch.rect, glyph, 46, ui.palette().navy_deep);
        if (touch.pressed) scene.send(flow::ShowedOffers{pages[to]});
    };
    if (rows == 1 && pages.size() > 1) {
        // One arrow: on to the next page, and from the last one back to the first.
        turn(turns, icon::kChevronRight, "writing.page_after", page + 1 < pages.size() ? page + 1 : 0);
        return;
    }
    if (page > 0) turn(up, icon::kExpandLess, "writing.page_before", page - 1);
    if (page + 1 < pages.size()) turn(turns, icon::kExpandMore, "writing.page_after", page + 1);
}

}  // namespace

float offer_wide(const Ui& ui, std::string_view text) {
    return std::max(kOfferMin, ui.wide(text, {Type::card, Weight::strong, {}}) + 44);
}

bool offer_key(Ui& ui, const Rect& rect, std::string_view text, bool first, int salt) {
    const Touch touch = ui.touch(rect, text, salt);
    const Palette& p = ui.palette();
    const Colour face = first ? p.teal_tint : p.card;
    ui.shadow(touch.rect, touch.held ? 0.2F : 0.45F);
    ui.fill(touch.rect, face, 18);
    ui.frame(touch.rect, first ? p.teal : p.rule, first ? 4.0F : 2.0F, 18);
    const Colour before = ui.ground(face);
    // A single character is shown large: it is compared stroke by stroke.
    std::size_t at = 0;
    static_cast<void>(next_character(text, at));
    const bool single = at >= text.size() && touch.rect.w >= ui.em(Type::title) + 24;
    ui.line(touch.rect.inset(6, 0), text, {single ? Type::title : Type::card, Weight::strong, p.ink, Align::centre});
    ui.ground(before);
    return touch.pressed;
}

float writing_tabs_tall(const Ui& ui) { return ui.portrait() ? 92 : 88; }

void writing_tabs(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const int count = static_cast<int>(kTabs.size());
    // Large words need the room that the signs have on a narrow column.
    const bool signs = ui.portrait() || ui.look().text_size == TextSize::Normal;
    for (int i = 0; i < count; ++i) {
        const Tab& tab = kTabs[static_cast<std::size_t>(i)];
        const bool on = scene.session().writing.pad == tab.pad;
        if (button(ui, rect.cell(i, 0, count, 1, 14), ui.say(tab.key),
                   {on ? Tone::navy : Tone::quiet, signs ? tab.glyph : nullptr}))
            scene.send(flow::ChoseWritingPad{tab.pad});
    }
}

bool has_offers_row(const flow::WritingWork& work) {
    return work.pad == WritingPad::hand || work.pad == WritingPad::sound;
}

void writing_offers(Scene& scene, const Rect& rect, std::string_view ready) {
    Ui& ui = scene.ui;
    const flow::WritingWork& work = scene.session().writing;
    const bool by_hand = work.pad == WritingPad::hand;
    if (!work.unavailable && !flow::is_pending(work) && ready.find(' ') != std::string_view::npos) {
        ready_keys(scene, rect, ready);
        return;
    }
    if (work.unavailable || work.offers.empty()) {
        const std::string text = ui.say(work.unavailable ? "writing.unavailable"
                                        : by_hand        ? "writing.hint.hand"
                                                         : "writing.hint.sound");
        ui.frame(rect, ui.palette().rule, 2, 18);
        Style style = soft_text(ui);
        style.align = Align::centre;
        const float tall = ui.tall(text, rect.w - 40, style);
        if (tall <= rect.h)
            ui.write({rect.x + 20, rect.middle_y() - tall / 2, rect.w - 40, tall}, text, style);
        else
            ui.line(rect.inset(20, 0), text, style);
        return;
    }
    if (by_hand)
        ink_offers(scene, rect);
    else
        word_offers(scene, rect);
}

void writing_board(Scene& scene, const Rect& rect, const BoardLook& look) {
    switch (scene.session().writing.pad) {
        case WritingPad::hand: hand_board(scene, rect, look); return;
        case WritingPad::sound: sound_board(scene, rect, look); return;
        case WritingPad::radical: radical_board(scene, rect); return;
        case WritingPad::marks: {
            const float tall = std::min(rect.h, keyboard_tall(scene.ui, look.ready));
            const Rect keys{rect.x, scene.ui.portrait() ? rect.bottom() - tall : rect.middle_y() - tall / 2, rect.w,
                            tall};
            press_key(scene, keyboard(scene.ui, keys, look.ready, look.many_lines ? Newline::offered : Newline::none));
            return;
        }
    }
}

}  // namespace courtyard::screens
