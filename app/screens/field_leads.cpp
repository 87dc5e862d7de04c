// All leads, those on which something is due first: who is meant, who thinks so, how far it has come.
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
using flow::LeadRow;

struct Columns {
    float name = 0, village = 0, source = 0, day = 0, state = 0, due = 0;
};

Columns columns_of(const Desk& desk, float width) {
    const float em = desk.em(Type::note);
    Columns c;
    c.day = em * 5.6F;
    c.state = em * 8.2F;
    c.due = em * 8.4F;
    const float left = width - c.day - c.state - c.due;
    c.name = left * 0.28F;
    c.village = left * 0.28F;
    c.source = left * 0.44F;
    return c;
}

void draw_heads(Desk& desk, const Rect& rect, const Columns& c) {
    const std::array heads{
        ColumnHead{c.name, "field.lead.column.name"},     ColumnHead{c.village, "field.cases.column.village"},
        ColumnHead{c.source, "field.lead.column.source"}, ColumnHead{c.day, "field.lead.column.day"},
        ColumnHead{c.state, "field.column.status"},       ColumnHead{c.due, "field.lead.column.due"}};
    draw_column_heads(desk, rect, heads);
}

ChipLook state_look(cases::LeadState state) {
    if (state >= cases::LeadState::Declined) return {icon::kTaskAlt, Tone::go, Type::note};
    return {icon::kSchedule, state == cases::LeadState::New ? Tone::quiet : Tone::plain, Type::note};
}

RowChip state_chip(const Desk& desk, const LeadRow& row) {
    return {lead_state_words(desk.ui, row.view.state), state_look(row.view.state)};
}

std::optional<RowChip> due_chip(const Desk& desk, const LeadRow& row) {
    if (!row.task) return std::nullopt;
    const flow::DueDay due{row.task->due, false};
    const Tone tone = due_tone(due, desk.today());
    const ChipLook look{tone == Tone::help ? icon::kWarning : icon::kSchedule, tone, Type::note};
    return RowChip{due_words(desk.ui, due, desk.today()), look};
}

void draw_wide_row(Desk& desk, const Rect& rect, const LeadRow& row, const Columns& c) {
    RowCells cells(rect);
    const Style text = desk_text(desk, Type::note);
    const cases::Lead& lead = row.view.lead;
    line_cut(desk, cells.next(c.name), lead.name, desk_strong(desk));
    line_cut(desk, cells.next(c.village), lead.village, text);
    line_cut(desk, cells.next(c.source), row.source, text);
    line_cut(desk, cells.next(c.day), short_day(desk.ui, lead.on, desk.today()), text);
    const RowChip state = state_chip(desk, row);
    chip(desk, cells.next(c.state).x, rect.middle_y(), state.words, state.look);
    const Rect at = cells.next(c.due);
    if (const auto due = due_chip(desk, row)) chip(desk, at.x, rect.middle_y(), due->words, due->look);
}

void draw_narrow_row(Desk& desk, const Rect& rect, const LeadRow& row) {
    std::string words = row.view.lead.village;
    if (!words.empty()) words += desk.ui.say("field.case.dot");
    const auto name = [&](const Rect& at) { line_cut(desk, at, row.view.lead.name, desk_strong(desk)); };
    draw_two_lines(desk, rect, {name, state_chip(desk, row), words + row.source, due_chip(desk, row)});
}

void draw_rows(Desk& desk, const Rect& rect, bool wide, const Columns& c) {
    const flow::LeadsDesk& leads = desk.state.leads;
    LongRows rows;
    const auto row = [&leads](std::size_t i) -> const LeadRow& { return leads.rows[leads.shown[i]]; };
    rows.name = [&](std::size_t i) { return row(i).view.lead.name; };
    rows.salt = [&](std::size_t i) { return static_cast<int>(leads.shown[i]); };
    rows.draw = [&](const Rect& at, std::size_t i) {
        if (wide)
            draw_wide_row(desk, at, row(i), c);
        else
            draw_narrow_row(desk, at, row(i));
    };
    rows.pressed = [&](std::size_t i) { desk.send(PressedLead{row(i).view.lead.id}); };
    const float em = desk.em(Type::note);
    const float tall = std::max(52.0F, wide ? em * 2.15F : em * 4.0F);
    draw_long_list(desk, rect, {"field.leads.rows", leads.shown.size(), leads.chosen, tall}, rows);
}

// What a lead is, how one that came by paper is written down, and the way to the other thing that offices exchange.
void draw_tools(Desk& desk, Rect& body) {
    Ui& ui = desk.ui;
    const std::string fresh = ui.say("field.leads.new"), doubles = ui.say("field.leads.doubles");
    const std::string words = ui.say("field.leads.what");
    const float wide = desk_button_wide(desk, fresh, icon::kAdd);
    const float doubles_wide = desk_button_wide(desk, doubles, icon::kBalance);
    const float both = wide + 16 + doubles_wide;
    const bool beside = body.w > both + desk.em() * 16;
    const float room = beside ? body.w - both - 20 : body.w;
    const float tall = std::max(beside ? desk_button_tall(desk) : 0.0F, ui.tall(words, room, desk_soft(desk)));
    Rect row = body.cut_top(tall, 14);
    Rect at = beside ? row.cut_right(both, 20) : body.cut_top(desk_button_tall(desk), 14);
    const float high = ui.tall(words, row.w, desk_soft(desk));
    ui.write({row.x, row.middle_y() - high / 2, row.w, high}, words, desk_soft(desk));
    const Rect first = at.cut_left(wide, 16);
    if (desk_button(desk, {first.x, first.y, wide, desk_button_tall(desk)}, fresh,
                    {Tone::plain, icon::kAdd, Type::body}))
        desk.send(PressedNewLead{});
    if (desk_button(desk, {at.x, at.y, doubles_wide, desk_button_tall(desk)}, doubles,
                    {Tone::plain, icon::kBalance, Type::body}))
        desk.send(WentTo{flow::DeskPlace::Doubles});
    if (desk.ctrl(ImGuiKey_N)) desk.send(PressedNewLead{});
}

void draw_search(Desk& desk, const Rect& rect) {
    const std::string label = desk.ui.say("field.leads.search");
    desk.begin_at(Desk::id_of(label));
    if (desk.ctrl(ImGuiKey_F)) desk.focus(Desk::id_of(label));
    const std::string hint = search_hint(desk, label, "field.leads.search_short", rect.w);
    const InputResult typed = desk.input(rect, desk.state.leads.search, label,
                                         {InputKind::line, hint, icon::kSearch, flow::kDeskLineMax, false});
    if (typed.text) desk.send(TypedSearch{*typed.text});
}

void draw_empty(Desk& desk, const Rect& rect) {
    const char* key =
        desk.state.leads.rows.empty() ? "field.leads.none" : none_found_key(desk, "field.leads.none_found");
    draw_empty_list(desk, rect, icon::kGroups, desk.ui.say(key));
}

}  // namespace

void draw_desk_leads(Desk& desk) {
    Ui& ui = desk.ui;
    Rect body =
        desk_frame(desk, {ui.say("field.leads.title"), desk.state.court, ui.say("field.leads.keys")}).inset(36, 20);
    draw_lists(desk, body);
    draw_tools(desk, body);
    draw_search(desk, body.cut_top(desk_button_tall(desk), 14));
    if (!desk.state.problem.empty()) {
        const std::string words = problem_words(ui, desk.state.problem);
        remark(desk, body.cut_top(remark_tall(desk, body.w, words), 14), words, Tone::help, icon::kWarning);
    }
    panel(ui, body, 18);
    ui.ground(ui.palette().card);
    Rect list = body.inset(4, 6);
    if (desk.state.leads.shown.empty()) return draw_empty(desk, list);
    const bool wide = list.w > desk.em(Type::note) * 48;
    const Columns c = columns_of(desk, list.w - 30);
    if (wide) {
        draw_heads(desk, list.cut_top(desk.em(Type::note) * 1.9F), c);
        ui.fill({list.x, list.y, list.w, 2}, ui.palette().rule);
        list.cut_top(2);
    }
    draw_rows(desk, list, wide, c);
    if (desk.key(ImGuiKey_Enter)) desk.send(PressedOpen{});
}

}  // namespace courtyard::screens
