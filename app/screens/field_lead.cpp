// One lead: of whom it tells, all that is known, and beside it what can be done next.
#include <algorithm>

#include "app/screens/act_rows.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/lead_screens.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;

std::string step_button(const Ui& ui, const flow::LeadRow& row, cases::LeadMove move) {
    if (row.view.is_to_ask() && move == cases::LeadMove::Declined) return ui.say("field.lead.unwilling");
    return act_button(ui, flow::lead_kind(move));
}

void draw_next(Desk& desk, Rect& inner, const flow::LeadRow& row) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    const auto next = flow::next_lead_move(row);
    if (!next) {
        inner.cut_top(ui.write(inner, ui.say("field.lead.nothing_next"), desk_soft(desk, Type::body)) + em * 0.6F);
        return;
    }
    ui.line(inner.cut_top(em * 1.2F, 4), ui.say("field.case.next"),
            {Type::note, Weight::strong, ui.palette().gold_deep});
    const bool late = row.task && due_tone({row.task->due, false}, desk.today()) == Tone::help;
    inner.cut_top(ui.write(inner, lead_task_words(desk, row.task),
                           {Type::body, Weight::text, late ? ui.palette().red : ui.palette().ink}) +
                  em * 0.5F);
    const Rect at = inner.cut_top(desk_button_tall(desk) * 1.15F, em * 0.8F);
    if (desk_button(desk, at, step_button(ui, row, *next), {Tone::go, icon::kArrowForward, Type::body}, 1))
        desk.send(ChoseLeadStep{*next});
}

constexpr float kAfterWhose = 8;

std::string whose_words(const Ui& ui, const flow::LeadRow& row) {
    std::string words = row.view.lead.village;
    if (!words.empty()) words += ui.say("field.case.dot");
    return words + ui.say("field.lead.from", {{"source", row.source}});
}

// Who, from where and by whom, and how far it is, in one row; what that has no room for is cut from `below`.
void draw_whose(Desk& desk, Rect at, Rect& below) {
    Ui& ui = desk.ui;
    const flow::LeadRow& row = *desk.state.leads.open;
    const std::string state = lead_state_words(ui, row.view.state);
    const ChipLook look{icon::kGroups, Tone::plain, Type::note};
    const float wide = chip_wide(desk, state, look);
    chip(desk, at.right() - wide, at.middle_y(), state, look);
    at.cut_right(wide, 16);
    const Style name{Type::lead, Weight::strong, ui.palette().ink};
    const float used = std::min(ui.wide(row.view.lead.name, name), at.w);
    line_cut(desk, at.cut_left(used + 1, 18), row.view.lead.name, name);
    draw_facts_beside(desk, at, below, whose_words(ui, row));
}

void draw_head(Desk& desk, Rect& body) {
    const std::string back = desk.ui.say("nav.back");
    Rect row = body.cut_top(desk_button_tall(desk), 10);
    const Rect at = row.cut_left(desk_button_wide(desk, back, icon::kArrowBack), 20);
    if (desk_button(desk, at, back, {Tone::plain, icon::kArrowBack, Type::body})) desk.send(PressedBack{});
    draw_whose(desk, {row.x, row.y, row.w, desk.em() * 1.6F}, body);
}

constexpr int kOpensCase = 900;  // apart from the moves

// All that can be done besides the next step. How tall it is.
float draw_others(Desk& desk, const Rect& at, const flow::LeadRow& row) {
    Ui& ui = desk.ui;
    float y = at.y;
    if (flow::may_open_case(row)) {
        const DrawnRow drawn =
            draw_act_row(desk, {at.x, y, at.w, 0}, {ui.say("field.lead.opens_case"), {}, kOpensCase});
        if (drawn.pressed) desk.send(PressedCaseOfLead{});
        y += drawn.tall;
    }
    for (const cases::LeadMove move : flow::lead_moves(row)) {
        if (move == flow::next_lead_move(row)) continue;
        const ActRow act{step_button(ui, row, move), {}, static_cast<int>(move)};
        const DrawnRow drawn = draw_act_row(desk, {at.x, y, at.w, 0}, act);
        if (drawn.pressed) desk.send(ChoseLeadStep{move});
        y += drawn.tall;
    }
    return y - at.y;
}

bool has_others(const flow::LeadRow& row) {
    return flow::may_open_case(row) || flow::lead_moves(row).size() > (flow::next_lead_move(row) ? 1U : 0U);
}

void draw_side(Desk& desk, const Rect& rect, const flow::LeadRow& row) {
    Ui& ui = desk.ui;
    Rect inner = desk_card(desk, rect, 24);
    draw_next(desk, inner, row);
    if (has_others(row)) {
        inner.cut_top(group_title(desk, inner, ui.say("field.case.others")) - desk.em() * 0.4F);
        ui.ground(ui.palette().card);
        const Rect start = desk.begin_scroll({inner.x - 8, inner.y, inner.w + 16, inner.h}, "field.lead.steps");
        desk.end_scroll(draw_others(desk, start, row));
    }
    ui.ground(ui.palette().paper);
}

// Where letters are large and the window is small: everything below one another, and one scroll for all of it.
void draw_as_one(Desk& desk, const Rect& body, const flow::LeadRow& row) {
    constexpr float kNoEnd = 1e6F;
    const float em = desk.em();
    const Rect start = desk.begin_scroll(body, "field.lead.page");
    Rect page{start.x, start.y, start.w - 10, kNoEnd};
    draw_next(desk, page, row);
    page.cut_top(draw_lead_facts(desk, {page.x + 10, page.y, page.w - 20, page.h}) + em);
    if (has_others(row)) {
        page.cut_top(group_title(desk, page, desk.ui.say("field.case.others")) - em * 0.4F);
        page.cut_top(draw_others(desk, page, row));
    }
    desk.scroll_by_keys();
    desk.end_scroll(page.y - start.y + em * 0.5F);
}

// None that would do nothing here.
std::string keys_words(const Ui& ui, const flow::LeadRow& row) {
    const std::string keys = ui.say(flow::paper_of(row) ? "field.lead.keys.paper" : "field.lead.keys");
    return flow::next_lead_move(row) ? ui.say("field.keys.next", {{"keys", keys}}) : keys;
}

}  // namespace

float lead_whose_tall(const Desk& desk, float wide) {
    const Ui& ui = desk.ui;
    const float line = desk.em() * 1.6F;
    if (!desk.state.leads.open) return 0;
    const flow::LeadRow& row = *desk.state.leads.open;
    const ChipLook look{icon::kGroups, Tone::plain, Type::note};
    const float room = wide - chip_wide(desk, lead_state_words(ui, row.view.state), look) - 16;
    const float used = std::min(ui.wide(row.view.lead.name, {Type::lead, Weight::strong, {}}), room);
    const float below = facts_below(desk, room - used - 19, wide, whose_words(ui, row));
    return below > 0 ? line + kAfterWhose + below : line;
}

void draw_lead_whose(Desk& desk, Rect& body) {
    if (!desk.state.leads.open) return;
    const Rect row = body.cut_top(desk.em() * 1.6F, kAfterWhose);
    draw_whose(desk, row, body);
}

void draw_desk_lead(Desk& desk) {
    if (!desk.state.leads.open) return;
    Ui& ui = desk.ui;
    const flow::LeadRow& row = *desk.state.leads.open;
    Rect body = desk_frame(desk, {ui.say("field.lead.title"), desk.state.court, keys_words(ui, row)}).inset(36, 14);
    const float em = desk.em();
    draw_head(desk, body);
    if (!desk.state.problem.empty()) {
        const std::string words = problem_words(ui, desk.state.problem);
        remark(desk, body.cut_top(remark_tall(desk, body.w, words), 10), words, Tone::help, icon::kWarning);
    }
    const bool beside = !ui.portrait() && body.w > em * 42;
    const float below = std::max(body.h * 0.36F, em * 14);
    if (body.h < (beside ? em * 9 : below + em * 10)) {
        draw_as_one(desk, body, row);
    } else {
        draw_side(desk, beside ? body.cut_right(std::max(420.0F, em * 14.5F), 22) : body.cut_bottom(below, 16), row);
        panel(ui, body, 18);
        ui.ground(ui.palette().card);
        const Rect start = desk.begin_scroll(body.inset(10, 8), "field.lead.facts");
        const float used = draw_lead_facts(desk, {start.x + 18, start.y + 14, start.w - 30, start.h});
        desk.scroll_by_keys();
        desk.end_scroll(used + 36);
    }
    if (desk.ctrl(ImGuiKey_O)) desk.send(PressedLeadPaper{});
    if (const auto next = flow::next_lead_move(row); next && desk.key(ImGuiKey_Enter)) desk.send(ChoseLeadStep{*next});
}

}  // namespace courtyard::screens
