#include "app/screens/act_head.hpp"

#include <algorithm>

#include "app/flow/act_call.hpp"
#include "app/flow/lead_update.hpp"
#include "app/flow/money_doubt.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/contact_words.hpp"
#include "app/screens/draft_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/lead_screens.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;

constexpr float kAfterWhose = 8, kBelowRemark = 10;

HeadBlock remark_block(Desk& desk, float wide, std::string words, Tone tone, const char* mark) {
    const float tall = remark_tall(desk, wide, words);
    return {tall, kBelowRemark,
            [&desk, words = std::move(words), tone, mark](const Rect& at) { remark(desk, at, words, tone, mark); }};
}

// In red how the person may be reached; for a call, beside it, what to dial and the word of the day.
void add_contact(HeadBlocks& blocks, Desk& desk, float wide, const flow::CaseView& view) {
    const cases::ContactAdvice advice = advice_now(desk, view);
    const std::string red = red_words(desk, advice);
    const flow::ActDraft& draft = *desk.state.cases.act;
    const bool has_script = draft.kind == "revisit_made" || draft.kind == "revisit_tried";
    const std::string call = !flow::is_call(draft, &view) ? std::string()
                             : has_script                 ? call_words(desk, view, advice)
                                                          : short_call_words(desk, view, advice);
    if (!red.empty() && !call.empty() && wide > desk.em() * 38) {
        constexpr float kGap = 14;
        const float left = (wide - kGap) * 0.58F, right = wide - kGap - left;
        const float tall = std::max(remark_tall(desk, left, red), remark_tall(desk, right, call));
        blocks.push_back({tall, kBelowRemark, [&desk, red, call, left, right](const Rect& row) {
                              remark(desk, {row.x, row.y, left, 0}, red, Tone::help, icon::kCall);
                              remark(desk, {row.right() - right, row.y, right, 0}, call, Tone::navy, icon::kShield);
                          }});
        return;
    }
    if (!red.empty()) blocks.push_back(remark_block(desk, wide, red, Tone::help, icon::kCall));
    if (!call.empty()) blocks.push_back(remark_block(desk, wide, call, Tone::navy, icon::kShield));
}

// The row of the name, and below it what of the facts has no room beside it.
HeadBlock name_block(Desk& desk, float wide, const flow::CaseView& view) {
    const Ui& ui = desk.ui;
    std::string facts = view.folded.number.empty() ? ui.say("field.case.no_number") : view.folded.number;
    if (!view.folded.village.empty()) facts += ui.say("field.case.dot") + view.folded.village;
    const std::string status = status_label(ui, view.folded.status);
    const float chip_room = chip_wide(desk, status, status_look(view.folded.status));
    const Style name{Type::lead, Weight::strong, ui.palette().ink};
    const float line = desk.em() * 1.6F, room = wide - chip_room - 16;
    const float used = std::min(ui.wide(view.folded.applicant, name), room);
    const float below = facts_below(desk, room - used - 19, wide, facts);
    const auto draw = [&desk, &view, facts, status, chip_room, name, used, line](const Rect& at) {
        Rect body = at;
        Rect row = body.cut_top(line, kAfterWhose);
        chip(desk, row.right() - chip_room, row.middle_y(), status, status_look(view.folded.status));
        row.cut_right(chip_room, 16);
        line_cut(desk, row.cut_left(used + 1, 18), view.folded.applicant, name);
        draw_facts_beside(desk, row, body, facts);
    };
    return {below > 0 ? line + kAfterWhose + below : line, kAfterWhose, draw};
}

// Whose case it is, in one line above the form; the rules of safe contact before anything else.
void add_whose(HeadBlocks& blocks, Desk& desk, float wide) {
    if (flow::is_about_lead(desk.state.cases.act->kind) || flow::is_opening_of_lead(desk.state)) {
        if (desk.state.leads.open)
            blocks.push_back(
                {lead_whose_tall(desk, wide), kAfterWhose, [&desk](Rect at) { draw_lead_whose(desk, at); }});
        return;
    }
    const flow::CaseView* view = desk.state.cases.view.get();
    if (view == nullptr) return;
    blocks.push_back(name_block(desk, wide, *view));
    add_contact(blocks, desk, wide, *view);
}

// In red, before anything is filled in and again before it is signed: who may have done the harm, and what is odd about
// the money.
void add_caution(HeadBlocks& blocks, Desk& desk, float wide) {
    const flow::CaseView* view = desk.state.cases.view.get();
    if (view == nullptr) return;
    const auto say = [&](std::string words) {
        blocks.push_back(remark_block(desk, wide, std::move(words), Tone::help, icon::kWarning));
    };
    const flow::ActDraft& draft = *desk.state.cases.act;
    if (const flow::PayCaution* caution = flow::caution_of(draft, *view)) say(caution_words(desk.ui, *caution));
    if (const auto doubt = flow::money_doubt(draft, *view)) say(doubt_words(desk.ui, *doubt));
    if (view->stops_too_late && (draft.kind == "clock_paused" || draft.kind == "suspended"))
        say(desk.ui.say("field.doubt.stops_too_late"));
}

// What stands there was typed before: nothing of it is new by itself, and whoever wants none of it says so.
void add_goes_on(HeadBlocks& blocks, Desk& desk, float wide) {
    const flow::ActDraft& draft = *desk.state.cases.act;
    if (!draft.goes_on || desk.state.place != flow::DeskPlace::Act) return;
    const Ui& ui = desk.ui;
    const std::string words = ui.say(draft.lost_pictures ? "field.act.goes_on.no_pictures" : "field.act.goes_on");
    const std::string anew = ui.say("field.act.anew");
    const float button = desk_button_wide(desk, anew, icon::kReplay), tall = desk_button_tall(desk);
    const float room = wide - button - 16, high = remark_tall(desk, room, words);
    const auto draw = [&desk, words, anew, button, tall, room, high](const Rect& row) {
        remark(desk, {row.x, row.middle_y() - high / 2, room, 0}, words, Tone::quiet, icon::kInfo);
        desk.part(Desk::Part::Back);
        if (desk_button(desk, {row.right() - button, row.middle_y() - tall / 2, button, tall}, anew,
                        {Tone::plain, icon::kReplay, Type::body}))
            desk.send(PressedAnew{});
        desk.part(Desk::Part::Page);
    };
    blocks.push_back({std::max(tall, high), kBelowRemark, draw});
}

}  // namespace

HeadBlocks act_head(Desk& desk, float wide, const std::string& refusal) {
    HeadBlocks blocks;
    add_whose(blocks, desk, wide);
    add_caution(blocks, desk, wide);
    add_goes_on(blocks, desk, wide);
    if (!refusal.empty()) blocks.push_back(remark_block(desk, wide, refusal, Tone::help, icon::kWarning));
    return blocks;
}

float tall_of(const HeadBlocks& blocks) {
    float tall = 0;
    for (const HeadBlock& each : blocks)
        tall += each.tall + each.gap;
    return tall;
}

void draw_blocks(const HeadBlocks& blocks, Rect& body) {
    for (const HeadBlock& each : blocks)
        each.draw(body.cut_top(each.tall, each.gap));
}

}  // namespace courtyard::screens
