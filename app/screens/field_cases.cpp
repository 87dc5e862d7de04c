// All cases: search as one types, filters by stage, state and special claims, ten thousand rows of which only those in
// sight are drawn.
#include <algorithm>
#include <array>
#include <cmath>

#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/long_list.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;
using flow::CaseRow;
using Status = domain::ApplicationStatus;

constexpr float kCaseGap = 12;

struct Counts {
    std::array<std::size_t, cases::kStageNames.size()> stages{};
    std::array<std::size_t, domain::kApplicationStatusIds.size()> states{};
    std::size_t claims = 0;
};

Counts counts_of(const Desk& desk) {
    Counts counts;
    for (const CaseRow& row : desk.state.cases.rows) {
        ++counts.stages[static_cast<std::size_t>(cases::stage_of(row.status))];
        ++counts.states[static_cast<std::size_t>(row.status)];
        if (row.claim) ++counts.claims;
    }
    return counts;
}

// Chips in rows; the next one that does not fit begins a row.
class Chips {
public:
    Chips(Desk& desk, const Rect& room, float tall) : desk_(desk), room_(room), at_{room.x, room.y, 0, tall} {}

    bool add(const std::string& label, bool on, int salt) {
        Ui& ui = desk_.ui;
        const Palette& p = ui.palette();
        at_.w = ui.wide(label, {Type::note, Weight::strong, {}}) + 36;
        if (at_.right() > room_.right() && at_.x > room_.x) {
            at_.x = room_.x;
            at_.y += at_.h + kCaseGap;
        }
        const Touch touch = desk_.control(at_, label, salt, at_.h / 2);
        ui.fill(touch.rect, on ? p.navy : p.card, at_.h / 2);
        if (!on) ui.frame(touch.rect, p.rule, 2, at_.h / 2);
        const Colour before = ui.ground(on ? p.navy : p.card);
        ui.line(touch.rect, label, {Type::note, Weight::strong, on ? p.on_dark : p.ink, Align::centre});
        ui.ground(before);
        at_.x += at_.w + kCaseGap;
        if (touch.pressed) desk_.leave_control();  // what was filtered for is looked at next: arrows and Enter are its
        return touch.pressed;
    }
    [[nodiscard]] float bottom() const { return at_.bottom(); }

private:
    Desk& desk_;
    Rect room_, at_;
};

void draw_filters(Desk& desk, Rect& body) {
    Ui& ui = desk.ui;
    const Counts counts = counts_of(desk);
    const auto& cases = desk.state.cases;
    const float tall = std::max(44.0F, desk.em(Type::note) * 1.9F);
    Chips chips(desk, body, tall);
    const std::string all = ui.say("field.filter.all", {{"n", std::to_string(cases.rows.size())}});
    if (chips.add(all, !cases.stage && !cases.status && !cases.claims, 0)) desk.send(ChoseStage{});
    for (std::size_t i = 0; i < counts.stages.size(); ++i) {
        const auto stage = static_cast<cases::Stage>(i);
        const std::string label = ui.say("field.stage." + std::string(cases::name_of(stage)));
        const std::string words =
            ui.say("field.cases.count", {{"what", label}, {"n", std::to_string(counts.stages[i])}});
        if (chips.add(words, cases.stage == stage, 1 + static_cast<int>(i))) desk.send(ChoseStage{stage});
    }
    const std::string claims =
        ui.say("field.cases.count", {{"what", ui.say("field.special_claim")}, {"n", std::to_string(counts.claims)}});
    if (chips.add(claims, cases.claims, 1 + static_cast<int>(counts.stages.size()))) desk.send(ChoseClaims{});
    float bottom = chips.bottom();
    if (cases.stage) {
        Chips states(desk, {body.x, bottom + kCaseGap, body.w, 0}, tall);
        for (std::size_t i = 0; i < counts.states.size(); ++i) {
            const auto status = static_cast<Status>(i);
            if (counts.states[i] == 0 || cases::stage_of(status) != *cases.stage) continue;
            const std::string words = ui.say(
                "field.cases.count", {{"what", status_label(ui, status)}, {"n", std::to_string(counts.states[i])}});
            const bool on = cases.status == status;
            if (states.add(words, on, 100 + static_cast<int>(i)))
                desk.send(ChoseState{on ? std::nullopt : std::optional(status)});
        }
        bottom = states.bottom();
    }
    body.cut_top(bottom - body.y, 14);
}

void draw_tools(Desk& desk, Rect& body) {
    Ui& ui = desk.ui;
    Rect row = body.cut_top(desk_button_tall(desk), 14);
    const bool may_open = flow::reads_intake(desk.state);
    const std::string fresh = ui.say("field.cases.new");
    const float wide = desk_button_wide(desk, fresh, icon::kAdd);
    if (may_open && row.w > wide + desk.em() * 12) {
        if (desk_button(desk, row.cut_right(wide, 20), fresh, {Tone::plain, icon::kAdd, Type::body}))
            desk.send(PressedNewCase{});
    }
    const std::string label = ui.say("field.cases.search");
    desk.begin_at(Desk::id_of(label));
    if (desk.ctrl(ImGuiKey_F)) desk.focus(Desk::id_of(label));
    const std::string hint = search_hint(desk, label, "field.cases.search_short", row.w);
    const InputResult typed = desk.input(row, desk.state.cases.search, label,
                                         {InputKind::line, hint, icon::kSearch, flow::kDeskLineMax, false});
    if (typed.text) desk.send(TypedSearch{*typed.text});
}

struct Columns {
    float name = 0, number = 0, village = 0, status = 0, handler = 0, due = 0;
};

constexpr float kNameLeast = 6;  // of letters: below that each case has two lines
Columns columns_of(const Desk& desk, float width) {
    const float em = desk.em(Type::note);
    Columns c;
    c.status = em * 8.6F;
    c.due = em * 8.4F;
    c.handler = em * 5.6F;
    const float left = width - c.status - c.due - c.handler;
    // The number is what a case is known by: it is not cut while there is room for names beside it.
    const float number = desk.ui.wide(desk.ui.say("field.cases.widest_number"), desk_text(desk, Type::note)) + em;
    c.number = std::max(left * 0.40F, number);
    c.name = (left - c.number) * 0.47F;
    c.village = (left - c.number) * 0.53F;
    return c;
}

void draw_heads(Desk& desk, const Rect& rect, const Columns& c) {
    const std::array heads{ColumnHead{c.name, "field.column.name"},
                           ColumnHead{c.number, "field.cases.column.number"},
                           ColumnHead{c.village, "field.cases.column.village"},
                           ColumnHead{c.status, "field.column.status"},
                           ColumnHead{c.handler, "field.cases.column.handler"},
                           ColumnHead{c.due, "field.cases.column.due"}};
    draw_column_heads(desk, rect, heads);
}

// Before a name; what those mean that are in the list stands above it.
struct CaseMark {
    const char* glyph;
    const char* key;
    bool CaseRow::*is_on;
};
constexpr std::array kMarks{CaseMark{icon::kWarning, "field.cases.mark.danger", &CaseRow::in_danger},
                            CaseMark{icon::kBalance, "field.cases.mark.contradicts", &CaseRow::contradicts},
                            CaseMark{icon::kCampaign, "field.cases.mark.urgent", &CaseRow::urgent}};

// As many lines as they need.
void draw_legend(Desk& desk, Rect& body) {
    Ui& ui = desk.ui;
    const float em = desk.em(Type::note), line = em * 1.5F, between = em * 1.2F;
    const auto& cases = desk.state.cases;
    const auto stands = [&cases](const CaseMark& mark) {
        return std::any_of(cases.shown.begin(), cases.shown.end(),
                           [&](std::size_t i) { return cases.rows[i].*mark.is_on; });
    };
    Rect at{body.x, body.y, 0, line};
    bool any = false;
    for (const CaseMark& mark : kMarks) {
        if (!stands(mark)) continue;
        any = true;
        const std::string words = ui.say(mark.key);
        at.w = em * 1.5F + ui.wide(words, desk_soft(desk));
        if (at.right() > body.right() && at.x > body.x) {
            at.x = body.x;
            at.y += line;
        }
        Rect inner = at;
        ui.icon(inner.cut_left(em * 1.2F, em * 0.3F), mark.glyph, em * 1.15F, ui.palette().red);
        ui.line(inner, words, desk_soft(desk));
        at.x += at.w + between;
    }
    if (any) body.cut_top(at.bottom() - body.y, 8);
}

void draw_name(Desk& desk, Rect at, const CaseRow& row) {
    const float em = desk.em(Type::note);
    for (const CaseMark& mark : kMarks)
        if (row.*mark.is_on) desk.ui.icon(at.cut_left(em * 1.2F, 8), mark.glyph, em * 1.15F, desk.ui.palette().red);
    line_cut(desk, at, row.applicant, desk_strong(desk));
}

const std::string& number_of(const CaseRow& row) { return row.number.empty() ? row.receipt : row.number; }

std::optional<RowChip> due_chip(const Desk& desk, const CaseRow& row) {
    if (!row.due) return std::nullopt;
    const Tone tone = due_tone(*row.due, desk.today());
    const ChipLook look{tone == Tone::help ? icon::kWarning : icon::kSchedule, tone, Type::note};
    return RowChip{due_words(desk.ui, *row.due, desk.today()), look};
}

void draw_wide_row(Desk& desk, const Rect& rect, const CaseRow& row, const Columns& c) {
    RowCells cells(rect);
    const Style text = desk_text(desk, Type::note);
    draw_name(desk, cells.next(c.name), row);
    line_cut(desk, cells.next(c.number), number_of(row), text);
    line_cut(desk, cells.next(c.village), row.village, text);
    chip(desk, cells.next(c.status).x, rect.middle_y(), status_label(desk.ui, row.status), status_look(row.status));
    line_cut(desk, cells.next(c.handler), row.handler, text);
    const Rect at = cells.next(c.due);
    if (const auto due = due_chip(desk, row)) chip(desk, at.x, rect.middle_y(), due->words, due->look);
}

void draw_narrow_row(Desk& desk, const Rect& rect, const CaseRow& row) {
    std::string words = number_of(row);
    for (const std::string* part : {&row.village, &row.handler})
        if (!part->empty()) words += desk.ui.say("field.case.dot") + *part;
    const auto name = [&](const Rect& at) { draw_name(desk, at, row); };
    draw_two_lines(desk, rect,
                   {name, {status_label(desk.ui, row.status), status_look(row.status)}, words, due_chip(desk, row)});
}

void draw_rows(Desk& desk, const Rect& rect, bool wide, const Columns& c) {
    const auto& cases = desk.state.cases;
    const float em = desk.em(Type::note);
    const auto row = [&cases](std::size_t i) -> const CaseRow& { return cases.rows[cases.shown[i]]; };
    LongRows rows;
    rows.name = [&](std::size_t i) { return row(i).applicant; };
    rows.salt = [&](std::size_t i) { return static_cast<int>(cases.shown[i]); };
    rows.draw = [&](const Rect& at, std::size_t i) {
        if (wide)
            draw_wide_row(desk, at, row(i), c);
        else
            draw_narrow_row(desk, at, row(i));
    };
    rows.pressed = [&](std::size_t i) { desk.send(PressedCase{row(i).id}); };
    const float tall = std::max(52.0F, wide ? em * 2.15F : em * 4.0F);
    draw_long_list(desk, rect, {"field.cases.rows", cases.shown.size(), cases.chosen, tall}, rows);
}

void draw_empty(Desk& desk, const Rect& rect) {
    const char* key =
        desk.state.cases.rows.empty() ? "field.cases.none" : none_found_key(desk, "field.cases.none_found");
    draw_empty_list(desk, rect, icon::kGavel, desk.ui.say(key));
}

}  // namespace

void draw_desk_cases(Desk& desk) {
    Ui& ui = desk.ui;
    Rect body =
        desk_frame(desk, {ui.say("field.cases.title"), desk.state.court, ui.say("field.cases.keys")}).inset(36, 20);
    draw_lists(desk, body);
    draw_tools(desk, body);
    draw_filters(desk, body);
    if (!desk.state.problem.empty()) {
        const std::string words = problem_words(ui, desk.state.problem);
        remark(desk, body.cut_top(remark_tall(desk, body.w, words), 14), words, Tone::help, icon::kWarning);
    }
    draw_legend(desk, body);
    panel(ui, body, 18);
    ui.ground(ui.palette().card);
    Rect list = body.inset(4, 6);
    if (desk.state.cases.shown.empty()) return draw_empty(desk, list);
    const Columns c = columns_of(desk, list.w - 30);
    const bool wide = c.name > desk.em(Type::note) * kNameLeast;
    if (wide) {
        draw_heads(desk, list.cut_top(desk.em(Type::note) * 1.9F), c);
        ui.fill({list.x, list.y, list.w, 2}, ui.palette().rule);
        list.cut_top(2);
    }
    draw_rows(desk, list, wide, c);
    if (desk.key(ImGuiKey_Enter)) desk.send(PressedOpen{});
}

}  // namespace courtyard::screens
