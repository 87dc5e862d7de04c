// One application: who, tabs, and beside them what may be answered. Nothing here decides.
#include <algorithm>

#include "app/screens/case_screens.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;
using flow::SheetTab;
using Status = domain::ApplicationStatus;

std::string tab_key(SheetTab tab) {
    switch (tab) {
        case SheetTab::Application: return "field.tab.application";
        case SheetTab::Pictures: return "field.tab.pictures";
        case SheetTab::Screening: return "field.tab.screening";
        case SheetTab::Helper: return "field.tab.helper";
        case SheetTab::Original: return "field.tab.original";
        case SheetTab::History: return "field.tab.history";
    }
    return {};
}

void draw_sheet_tabs(Desk& desk, const Rect& rect) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const float em = desk.em();
    float wanted = 0;
    for (const SheetTab tab : flow::kSheetTabs)
        wanted += ui.wide(ui.say(tab_key(tab)), desk_strong(desk)) + em * 1.8F;
    const float squeeze = std::min(1.0F, rect.w / wanted);
    ui.fill({rect.x, rect.bottom() - 2, rect.w, 2}, p.rule);
    float x = rect.x;
    for (const SheetTab tab : flow::kSheetTabs) {
        const std::string label = ui.say(tab_key(tab));
        const float width = (ui.wide(label, desk_strong(desk)) + em * 1.8F) * squeeze;
        const Rect at{x, rect.y, width, rect.h};
        const Touch touch = desk.control(at, label, static_cast<int>(tab), 10);
        const bool on = desk.state.tab == tab;
        ui.line(at, label,
                {Type::body, on ? Weight::strong : Weight::text, on ? p.navy_deep : p.soft_ink, Align::centre});
        if (on) ui.fill({at.x + 8, at.bottom() - 6, at.w - 16, 6}, p.navy, 3);
        if (touch.pressed) desk.send(ChoseTab{tab});
        x += width;
    }
    const auto step = [&](int by) {
        const int count = static_cast<int>(flow::kSheetTabs.size());
        desk.send(ChoseTab{static_cast<SheetTab>((static_cast<int>(desk.state.tab) + by + count) % count)});
    };
    if (desk.key(ImGuiKey_RightArrow)) step(+1);
    if (desk.key(ImGuiKey_LeftArrow)) step(-1);
}

constexpr float kPanelSide = 26;

void answer_button(Desk& desk, const Rect& at, Status status, bool usual) {
    const std::string label = desk.ui.say("field.answer." + std::string(domain::id(status)));
    if (desk_button(desk, at, label, {usual ? Tone::go : Tone::plain, status_look(status).icon, Type::body, false},
                    static_cast<int>(status)))
        desk.send(ChoseAnswer{status});
}

// Two buttons would else stand there, to open the case and to file it, and nobody could tell which comes first.
constexpr std::string_view kOpenFirst = "field.answer.open_first";
// The panel beside the sheet has room for one of them only; the page that is signed says the other.
bool opens_first(const Desk& desk) { return flow::opens_case_first(desk.state); }

// The answer that Enter writes and that stands there in green, where the case is not to be opened first.
std::optional<Status> main_answer(const Desk& desk) {
    if (opens_first(desk) || flow::case_of_sheet(desk.state) != nullptr) return std::nullopt;
    return flow::usual_next_answer(desk.state.sheet->row.status);
}

// What stands under the answers; of an application that is a case, instead of them. `end`: "_short" where there is one
// line only.
std::string panel_words(const Desk& desk, const std::string& end = {}) {
    if (const flow::CaseRow* of_case = flow::case_of_sheet(desk.state))
        return desk.ui.say("field.answer.is_case" + end, {{"state", status_label(desk.ui, of_case->status)}});
    if (opens_first(desk)) return desk.ui.say(kOpenFirst);
    return desk.ui.say("field.answer.promise" + end);
}

// Nothing can be answered any more; of a case that is said above.
bool is_answered_out(const Desk& desk) {
    return flow::answers_of_sheet(desk.state).empty() && flow::case_of_sheet(desk.state) == nullptr;
}

float answer_panel_wide(const Desk& desk) { return std::max(380.0F, desk.em() * 13.2F); }

float answer_panel_tall(Desk& desk) {
    const auto allowed = flow::answers_of_sheet(desk.state);
    const float em = desk.em();
    const float inner = answer_panel_wide(desk) - 2 * kPanelSide;
    const float tall = desk_button_tall(desk);
    float used = 2 * kPanelSide + group_title_tall(desk) + 8 + desk.ui.tall(panel_words(desk), inner, desk_soft(desk));
    if (is_answered_out(desk))
        used += desk.ui.tall(desk.ui.say("field.answer.nothing"), inner, desk_soft(desk, Type::body)) + em * 0.6F;
    for (const Status status : allowed)
        used += tall + (status == main_answer(desk) ? em * 2.2F : 12.0F);
    return used;
}

void draw_answer_panel(Desk& desk, const Rect& rect) {
    Ui& ui = desk.ui;
    const auto allowed = flow::answers_of_sheet(desk.state);
    const auto usual = main_answer(desk);
    Rect inner = desk_card(desk, rect, kPanelSide);
    const float em = desk.em();
    inner.y += group_title(desk, inner, ui.say("field.answer.title"));
    const float tall = desk_button_tall(desk);
    if (is_answered_out(desk)) {
        inner.y += ui.write(inner, ui.say("field.answer.nothing"), desk_soft(desk, Type::body)) + em * 0.6F;
    }
    for (const Status status : allowed) {
        const bool is_usual = status == usual;
        if (is_usual) {
            ui.line({inner.x, inner.y, inner.w, em}, ui.say("field.answer.usual"),
                    {Type::note, Weight::strong, ui.palette().gold_deep});
            inner.y += em * 1.3F;
        }
        answer_button(desk, {inner.x, inner.y, inner.w, tall}, status, is_usual);
        inner.y += tall + (is_usual ? em * 0.9F : 12);
    }
    inner.y += 8;
    ui.write({inner.x, inner.y, inner.w, 0}, panel_words(desk), desk_soft(desk));
    ui.ground(ui.palette().paper);
}

// No room beside the sheet: the same answers in rows of buttons under it.
constexpr float kStripSide = 18;
constexpr float kSheetStripGap = 12;

std::string answer_label(const Desk& desk, Status status) {
    return desk.ui.say("field.answer." + std::string(domain::id(status)));
}

int strip_columns(const Desk& desk, float width, const std::vector<Status>& allowed) {
    float widest = 1;
    for (const Status status : allowed)
        widest = std::max(
            widest, desk_button_wide(desk, answer_label(desk, status), status_look(status).icon) + kSheetStripGap);
    const int fit = static_cast<int>((width - 2 * kStripSide + kSheetStripGap) / widest);
    const int count = std::max(1, static_cast<int>(allowed.size()));
    if (fit >= count) return count;
    return std::clamp(fit, 1, (count + 1) / 2);
}

float answer_strip_tall(const Desk& desk, float width) {
    const auto allowed = flow::answers_of_sheet(desk.state);
    const int columns = strip_columns(desk, width, allowed);
    const int rows = (static_cast<int>(allowed.size()) + columns - 1) / columns;
    return static_cast<float>(rows) * (desk_button_tall(desk) + kSheetStripGap) + desk.em(Type::note) * 1.3F + 8 +
           2 * kStripSide * 0.8F;
}

void draw_answer_strip(Desk& desk, const Rect& rect) {
    const auto allowed = flow::answers_of_sheet(desk.state);
    const auto usual = main_answer(desk);
    const int columns = strip_columns(desk, rect.w, allowed);
    Rect inner = desk_card(desk, rect, kStripSide);
    const std::string words =
        is_answered_out(desk) ? desk.ui.say("field.answer.nothing_short") : panel_words(desk, "_short");
    line_cut(desk, inner.cut_top(desk.em(Type::note) * 1.3F, 8), words, desk_soft(desk));
    for (std::size_t i = 0; i < allowed.size(); ++i) {
        const Rect cell = inner.cell(static_cast<int>(i) % columns, 0, columns, 1, kSheetStripGap);
        const float tall = desk_button_tall(desk);
        const float y = inner.y + static_cast<float>(static_cast<int>(i) / columns) * (tall + kSheetStripGap);
        answer_button(desk, {cell.x, y, cell.w, tall}, allowed[i], allowed[i] == usual);
    }
    desk.ui.ground(desk.ui.palette().paper);
}

float draw_sheet_tab(Desk& desk, const Rect& body) {
    switch (desk.state.tab) {
        case SheetTab::Application: return draw_sheet_application(desk, body);
        case SheetTab::Pictures: return draw_sheet_pictures(desk, body);
        case SheetTab::Screening: return draw_sheet_screening(desk, body);
        case SheetTab::Helper: return draw_sheet_helper(desk, body);
        case SheetTab::Original: return draw_sheet_original(desk, body);
        case SheetTab::History: return draw_sheet_history(desk, body);
    }
    return 0;
}

std::string keys_words(const Desk& desk) {
    if (flow::case_of_sheet(desk.state) != nullptr) return desk.ui.say("field.sheet.keys.known");
    if (opens_first(desk)) return desk.ui.say("field.sheet.keys.open");
    const std::string keys = desk.ui.say("field.sheet.keys");
    return main_answer(desk) ? desk.ui.say("field.keys.next", {{"keys", keys}}) : keys;
}

}  // namespace

void draw_desk_sheet(Desk& desk) {
    Ui& ui = desk.ui;
    Rect body = desk_frame(desk, {ui.say("field.sheet.title"), desk.state.court, keys_words(desk)}).inset(36, 18);
    const float em = desk.em();
    const float tall = desk_button_tall(desk);
    const std::string back = ui.say("field.back");
    const float back_wide = desk_button_wide(desk, back, icon::kArrowBack);
    const float between = body.w - back_wide - 26 - open_case_wide(desk);
    // Facts that have no room between the buttons stand below them.
    const bool below = !ui.portrait() && !identity_fits(desk, between);
    Rect top = body.cut_top(below ? std::max(tall, identity_name_tall(desk)) : identity_tall(desk, between),
                            below ? 2.0F : 8.0F);
    const Rect back_at = top.cut_left(back_wide, 26);
    draw_open_case(desk, top);
    if (desk_button(desk, {back_at.x, back_at.y, back_at.w, tall}, back,
                    {Tone::plain, icon::kArrowBack, Type::body, false}))
        desk.send(PressedBack{});
    if (below) {
        draw_identity_name(desk, top);
        draw_identity_facts(desk, body.cut_top(identity_facts_tall(desk, body.w), 8));
    } else {
        draw_identity(desk, top);
    }
    if (!desk.state.problem.empty()) {
        const std::string words = problem_words(ui, desk.state.problem);
        remark(desk, body.cut_top(remark_tall(desk, body.w, words), 12), words, Tone::help, icon::kWarning);
    }

    draw_sheet_contact(desk, body);

    const bool beside = !ui.portrait() && body.w > em * 45 && answer_panel_tall(desk) <= body.h;
    if (beside) {
        draw_answer_panel(desk, body.cut_right(answer_panel_wide(desk), 22));
    } else {
        draw_answer_strip(desk, body.cut_bottom(answer_strip_tall(desk, body.w), 16));
    }
    draw_sheet_tabs(desk, body.cut_top(em * 1.9F));
    const bool with_list = desk.state.tab == SheetTab::Application && body.w > em * 40;
    panel(ui, body, 18);
    ui.ground(ui.palette().card);
    if (with_list) {
        draw_section_list(desk, body.cut_left(em * 10.2F));
        ui.fill({body.x, body.y + 16, 2, body.h - 32}, ui.palette().rule);
        ui.ground(ui.palette().card);
    }
    const Rect roll = body.inset(10, 8);
    const Rect start = desk.begin_scroll(roll, tab_key(desk.state.tab));
    const Rect inside{start.x + 20, start.y + 16, start.w - 34, start.h};
    const float used = draw_sheet_tab(desk, inside);
    desk.scroll_by_keys();
    desk.end_scroll(used + 40);
    if (!desk.key(ImGuiKey_Enter)) return;
    if (opens_first(desk) || flow::case_of_sheet(desk.state) != nullptr)
        desk.send(PressedOpenCase{});
    else if (const auto usual = main_answer(desk))
        desk.send(ChoseAnswer{*usual});
}

}  // namespace courtyard::screens
