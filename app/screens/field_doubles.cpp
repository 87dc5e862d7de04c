// No double aid: this court's list onto a stick, the lists of other offices off it, and the questions that came of
// them.
#include <algorithm>
#include <array>

#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/lead_screens.hpp"
#include "app/screens/long_list.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;
using flow::DoublesView;

std::string day_words(const Desk& desk, base::Instant at) {
    return short_day(desk.ui, domain::Date::in_china(at), desk.today());
}

// Which lists lie here, or what is missing before there can be any.
std::string held_words(const Desk& desk, const DoublesView& view) {
    const Ui& ui = desk.ui;
    if (!view.has_key) return ui.say("field.doubles.no_key");
    if (view.lists.empty()) return ui.say("field.doubles.no_lists");
    std::string all;
    for (const flow::OfficeList& list : view.lists)
        all += (all.empty() ? "" : ui.say("field.case.and")) +
               ui.say("field.doubles.list", {{"where", list.where}, {"day", day_words(desk, list.made)}});
    return ui.say("field.doubles.lists", {{"lists", all}});
}

std::string done_words(const Ui& ui, const DoublesView& view) {
    using enum DoublesView::Done;
    const std::string count = std::to_string(view.count);
    if (view.done == Written) return ui.say("field.doubles.written", {{"file", view.file}, {"n", count}});
    std::string taken;
    for (const std::string& each : view.taken)
        taken += (taken.empty() ? "" : ui.say("field.case.and")) + each;
    return ui.say(view.count == 0 ? "field.doubles.taken.none" : "field.doubles.taken",
                  {{"where", taken}, {"n", count}});
}

void draw_words(Desk& desk, Rect& body, const std::string& words) {
    const float tall = desk.ui.tall(words, body.w, desk_soft(desk));
    desk.ui.write(body.cut_top(tall, 10), words, desk_soft(desk));
}

struct DoublePress {
    std::string words;
    const char* icon;
    Tone tone;
};

// Beside each other where there is room, else one under the other.
void draw_presses(Desk& desk, Rect& body) {
    // Without the county's key neither can be done, and looking for a stick would only mislead.
    const bool may = desk.state.doubles.view.has_key;
    const Tone tone = may ? Tone::navy : Tone::quiet;
    const std::array presses{DoublePress{desk.ui.say("field.doubles.write"), icon::kCloudUpload, tone},
                             DoublePress{desk.ui.say("field.doubles.take"), icon::kSearch, tone}};
    float wanted = 0;
    for (const DoublePress& press : presses)
        wanted += desk_button_wide(desk, press.words, press.icon) + 16;
    const bool beside = wanted <= body.w;
    const float tall = desk_button_tall(desk);
    Rect row = body.cut_top(beside ? tall : 2 * tall + 10, 14);
    for (std::size_t i = 0; i < presses.size(); ++i) {
        const DoublePress& press = presses[i];
        const float wide = std::min(row.w, desk_button_wide(desk, press.words, press.icon));
        const Rect at = beside ? row.cut_left(wide, 16) : row.cut_top(tall, 10);
        if (!desk_button(desk, {at.x, at.y, wide, tall}, press.words, {press.tone, press.icon, Type::body},
                         static_cast<int>(i)) ||
            !may)
            continue;
        if (i == 0)
            desk.send(PressedWriteList{});
        else
            desk.send(PressedTakeLists{});
    }
    if (may && desk.ctrl(ImGuiKey_W)) desk.send(PressedWriteList{});
    if (may && desk.ctrl(ImGuiKey_R)) desk.send(PressedTakeLists{});
}

// What is the same in both cases.
std::string same_words(const Ui& ui, const flow::DoubleRow& row) {
    std::string words;
    for (const std::string& each : row.who) {
        const flow::DoubleMatch match = flow::DoubleMatch::of(each);
        words +=
            (words.empty() ? "" : ui.say("field.case.and")) +
            (match.ends.empty() ? match.name
                                : ui.say("field.doubles.same",
                                         {{"name", match.name}, {"ends", match.ends}, {"number", match.original}}));
    }
    return words.empty() ? ui.say("field.doubles.same.unnamed") : words;
}

// An office, or a court with its case (worker/doubles.cpp).
std::string where_words(const Ui& ui, const std::string& where) {
    constexpr std::string_view kApart = ", ";
    const std::size_t at = where.find(kApart);
    if (at == std::string::npos) return where;
    return ui.say("field.doubles.where",
                  {{"court", where.substr(0, at)}, {"number", where.substr(at + kApart.size())}});
}

// Which case the other one is, as far as this laptop can know.
std::string other_words(const Ui& ui, const flow::DoubleRow& row) {
    const std::string where = where_words(ui, row.where);
    if (!row.other) return ui.say("field.doubles.other.list", {{"where", where}});
    const bool filed = !row.other->number.empty();
    return ui.say(filed ? "field.doubles.other" : "field.doubles.other.no_number",
                  {{"where", where}, {"name", row.other->applicant}, {"state", status_label(ui, row.other->status)}});
}

constexpr float kSides = 24, kBarRoom = 30;  // beside the words; of the list's bar

std::string head_words(const Ui& ui, const flow::DoubleRow& row) {
    return row.applicant + (row.number.empty() ? "" : ui.say("field.case.dot") + row.number);
}

// After each of the two, so that lines that wrap stay together.
float apart(const Desk& desk) { return desk.em(Type::note) * 0.35F; }

float words_tall(const Desk& desk, const flow::DoubleRow& row, float width) {
    return desk.ui.tall(same_words(desk.ui, row), width, desk_soft(desk)) +
           desk.ui.tall(other_words(desk.ui, row), width, desk_soft(desk)) + 2 * apart(desk);
}

void draw_row(Desk& desk, const Rect& at, const flow::DoubleRow& row) {
    Rect inner = at.inset(kSides, desk.em(Type::note) * 0.4F);
    Rect first = inner.cut_top(desk.em(Type::note) * 1.9F);
    const std::string open = desk.ui.say("field.doubles.open");
    const ChipLook look{icon::kWarning, Tone::help, Type::note};
    const float wide = chip_wide(desk, open, look);
    chip(desk, first.right() - wide, first.middle_y(), open, look);
    first.cut_right(wide, 16);
    line_cut(desk, first, head_words(desk.ui, row), desk_strong(desk));
    for (const std::string& words : {same_words(desk.ui, row), other_words(desk.ui, row)})
        inner.cut_top(desk.ui.write(inner, words, desk_soft(desk)) + apart(desk));
}

void draw_rows(Desk& desk, const Rect& rect) {
    const auto& open = desk.state.doubles.view.open;
    LongRows rows;
    rows.name = [&](std::size_t i) { return open[i].applicant; };
    rows.salt = [](std::size_t i) { return static_cast<int>(i); };
    rows.draw = [&](const Rect& at, std::size_t i) { draw_row(desk, at, open[i]); };
    rows.pressed = [&](std::size_t i) { desk.send(PressedDouble{i}); };
    // Every word of them is needed to say whether it is the same aid: nothing is cut.
    float tall = 52;
    for (const flow::DoubleRow& row : open)
        tall = std::max(tall, words_tall(desk, row, rect.w - 2 * kSides - kBarRoom));
    tall += desk.em(Type::note) * 2.9F;
    draw_long_list(desk, rect, {"field.doubles.rows", open.size(), desk.state.doubles.chosen, tall}, rows);
}

}  // namespace

void draw_desk_doubles(Desk& desk) {
    Ui& ui = desk.ui;
    Rect body =
        desk_frame(desk, {ui.say("field.doubles.title"), desk.state.court, ui.say("field.doubles.keys")}).inset(36, 20);
    const DoublesView& view = desk.state.doubles.view;
    draw_lists(desk, body);
    // The largest letters leave the room to the list: what it is about, the help says, too.
    if (desk.state.text_size != flow::TextSize::Largest || ui.portrait())
        draw_words(desk, body, ui.say("field.doubles.what"));
    draw_presses(desk, body);
    const bool has_news = !view.problem.empty() || view.done != DoublesView::Done::Nothing;
    if (!view.has_key) {
        const std::string words = held_words(desk, view);
        remark(desk, body.cut_top(remark_tall(desk, body.w, words), 14), words, Tone::help, icon::kWarning);
    } else if (!has_news || desk.state.text_size != flow::TextSize::Largest) {
        draw_words(desk, body, held_words(desk, view));
    }
    if (has_news) {
        const bool good = view.problem.empty();
        const std::string words = good ? done_words(ui, view) : problem_words(ui, view.problem);
        remark(desk, body.cut_top(remark_tall(desk, body.w, words), 14), words, good ? Tone::go : Tone::help,
               good ? icon::kTaskAlt : icon::kWarning);
    }
    panel(ui, body, 18);
    ui.ground(ui.palette().card);
    const Rect list = body.inset(4, 6);
    if (view.open.empty())
        return draw_empty_list(desk, list, view.has_key ? icon::kTaskAlt : icon::kInfo,
                               ui.say(view.has_key ? "field.doubles.none" : "field.doubles.none.no_key"));
    draw_rows(desk, list);
    if (desk.key(ImGuiKey_Enter)) desk.send(PressedOpen{});
}

}  // namespace courtyard::screens
