// Writing an answer: which one, its papers, number or reasons, and beside it what the applicant will read.
#include <algorithm>

#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;
using Status = domain::ApplicationStatus;

std::string key_of(std::string_view prefix, Status status) {
    return std::string(prefix) + std::string(domain::id(status));
}

float draw_choices(Desk& desk, const Rect& rect) {
    Ui& ui = desk.ui;
    float y = rect.y + group_title(desk, rect, ui.say("field.answer.which"));
    const auto usual = flow::usual_next_answer(desk.state.sheet->row.status);
    for (const Status status : flow::answers_that_may_follow(desk.state.sheet->row.status)) {
        const std::string label = ui.say(key_of("field.answer.", status));
        std::string help = ui.say(key_of("field.answer.help.", status));
        if (status == usual) help = ui.say("field.answer.usual_help", {{"help", help}});
        const float tall = pick_tall(desk, rect.w, label, help);
        const Mark mark = desk.state.draft.status == status ? Mark::one_on : Mark::one_off;
        if (pick(desk, {rect.x, y, rect.w, tall}, label, help, mark, static_cast<int>(status)))
            desk.send(ChoseAnswer{status});
        y += tall + 12;
    }
    return y - rect.y;
}

// What the applicant has said about a paper of the list.
std::string paper_state(const Desk& desk, const domain::Field& papers, std::string_view name) {
    const domain::Answer* answer = desk.state.sheet->application.find(papers.code);
    const domain::Field* name_column = papers.column_of_role("name");
    const domain::Field* state_column = papers.column_of_role("state");
    const domain::Field* reason_column = papers.column_of_role("reason");
    if (!answer || !answer->rows() || !name_column || !state_column) return desk.ui.say("field.paper.not_listed");
    for (const domain::Row& row : *answer->rows()) {
        const auto found = row.find(name_column->code);
        if (found == row.end() || found->second != name) continue;
        const auto state = row.find(state_column->code);
        std::string words = state == row.end() ? std::string{} : state->second;
        if (const auto reason = reason_column ? row.find(reason_column->code) : row.end();
            reason != row.end() && !reason->second.empty())
            words = desk.ui.say("field.paper.reason", {{"state", words}, {"reason", reason->second}});
        return desk.ui.say("field.paper.state", {{"state", words}});
    }
    return desk.ui.say("field.paper.not_listed");
}

float draw_answer_papers(Desk& desk, const Rect& rect) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    const std::vector<std::string>& chosen = desk.state.draft.papers;
    float y = rect.y + group_title(desk, rect, ui.say("field.papers.title"));
    y += remark(desk, {rect.x, y, rect.w, 0}, ui.say("field.papers.once"), Tone::quiet, icon::kInfo) + em * 0.6F;
    std::vector<std::string> listed;
    const domain::Field* papers = desk.pack().form.field("F1.90");
    const domain::Field* names = papers ? papers->column_of_role("name") : nullptr;
    const int columns = rect.w > em * 28 ? 2 : 1;
    const auto tick = [&](const Rect& at, const std::string& name, const std::string& help, int salt) {
        const bool on = std::find(chosen.begin(), chosen.end(), name) != chosen.end();
        if (pick(desk, at, name, help, on ? Mark::many_on : Mark::many_off, salt)) desk.send(ToggledPaper{name});
    };
    const float width = (rect.w - 12 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = 0; names && i < names->options.size();) {
        float tall = 0;
        for (std::size_t c = i; c < std::min(i + static_cast<std::size_t>(columns), names->options.size()); ++c)
            tall = std::max(tall, pick_tall(desk, width, names->options[c].value,
                                            paper_state(desk, *papers, names->options[c].value)));
        for (int c = 0; c < columns && i < names->options.size(); ++c, ++i) {
            const std::string& name = names->options[i].value;
            listed.push_back(name);
            tick({rect.x + static_cast<float>(c) * (width + 12), y, width, tall}, name,
                 paper_state(desk, *papers, name), static_cast<int>(i));
        }
        y += tall + 12;
    }
    int salt = 1000;
    for (const std::string& name : chosen) {
        if (std::find(listed.begin(), listed.end(), name) != listed.end()) continue;
        const float tall = pick_tall(desk, rect.w, name, ui.say("field.paper.added"));
        tick({rect.x, y, rect.w, tall}, name, ui.say("field.paper.added"), salt++);
        y += tall + 12;
    }
    const float tall = desk_button_tall(desk);
    const std::string add = ui.say("field.papers.add");
    const float wide = desk_button_wide(desk, add, icon::kAdd);
    const InputResult typed =
        desk.input({rect.x, y, rect.w - wide - 12, tall}, desk.state.paper, ui.say("field.papers.other"),
                   {InputKind::line, ui.say("field.papers.other"), nullptr, flow::kDeskLineMax, false});
    if (typed.text) desk.send(TypedPaper{*typed.text});
    const bool asked = desk.keys().focus == Desk::id_of(ui.say("field.papers.other")) && desk.key(ImGuiKey_Enter);
    if (desk_button(desk, {rect.right() - wide, y, wide, tall}, add, {Tone::plain, icon::kAdd, Type::body, false}) ||
        asked)
        desk.send(AddedPaper{});
    y += tall;
    y += box_full(desk, {rect.x, y, rect.w, 0}, desk.state.paper, flow::kDeskLineMax);
    return y + em * 0.9F - rect.y;
}

float draw_number(Desk& desk, const Rect& rect) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    const std::string label = ui.say("field.number.title");
    float y = rect.y + group_title(desk, rect, label);
    const float tall = desk_button_tall(desk);
    desk.begin_at(Desk::id_of(label));
    const bool trouble = desk.state.problem == "desk.draft.number";
    const InputResult typed =
        desk.input({rect.x, y, std::min(rect.w, em * 22), tall}, desk.state.draft.number, label,
                   {InputKind::line, ui.say("field.number.placeholder"), icon::kGavel, flow::kDeskLineMax, trouble});
    if (typed.text) desk.send(TypedNumber{*typed.text});
    y += tall;
    y += box_full(desk, {rect.x, y, rect.w, 0}, desk.state.draft.number, flow::kDeskLineMax) + 8;
    y += ui.write({rect.x, y, rect.w, 0}, ui.say("field.number.hint"), desk_soft(desk)) + em * 0.8F;
    return y - rect.y;
}

float draw_text(Desk& desk, const Rect& rect) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    const Status status = desk.state.draft.status;
    const std::string label = ui.say(key_of("field.text.", status));
    float y = rect.y + group_title(desk, rect, label);
    const float tall = em * 1.45F * (status == Status::NotFiled ? 7 : 4) + 36;
    if (status == Status::NotFiled) desk.begin_at(Desk::id_of(label));
    const bool trouble = desk.state.problem == "desk.draft.reasons" || desk.state.problem == "desk.draft.too_long";
    const InputResult typed =
        desk.input({rect.x, y, rect.w, tall}, desk.state.draft.text, label,
                   {InputKind::text, ui.say(key_of("field.text.hint.", status)), nullptr, flow::kDeskTextMax, trouble});
    if (typed.text) desk.send(TypedText{*typed.text});
    y += tall + 8;
    const std::string count = ui.say(
        "field.text.count",
        {{"n", std::to_string(flow::characters(desk.state.draft.text))}, {"max", std::to_string(flow::kDeskTextMax)}});
    ui.line({rect.x, y, rect.w, em}, count, {Type::note, Weight::text, ui.palette().soft_ink, Align::right});
    return y + em * 1.4F - rect.y;
}

float draw_form(Desk& desk, const Rect& rect) {
    float y = rect.y;
    if (!desk.state.problem.empty()) {
        y += remark(desk, {rect.x, y, rect.w, 0}, problem_words(desk.ui, desk.state.problem), Tone::help,
                    icon::kWarning) +
             desk.em() * 0.7F;
    }
    if (desk.state.draft.status == Status::NeedMore) y += draw_answer_papers(desk, {rect.x, y, rect.w, 0});
    if (desk.state.draft.status == Status::Filed) y += draw_number(desk, {rect.x, y, rect.w, 0});
    y += draw_text(desk, {rect.x, y, rect.w, 0});
    return y - rect.y;
}

float draw_preview(Desk& desk, const Rect& rect) {
    float y = rect.y + group_title(desk, rect, desk.ui.say("field.view.title"));
    y += draw_villager_view(desk, {rect.x, y, rect.w, 0}, flow::as_signed(desk.state.draft)) + desk.em() * 0.6F;
    y += desk.ui.write({rect.x, y, rect.w, 0}, desk.ui.say("field.view.hint"), desk_soft(desk));
    return y - rect.y;
}

void draw_answer_buttons(Desk& desk, const Rect& rect) {
    Ui& ui = desk.ui;
    const std::string back = ui.say("field.back_to_sheet");
    const std::string read = ui.say("field.read_over");
    const float tall = desk_button_tall(desk);
    const float y = rect.middle_y() - tall / 2;
    desk.part(Desk::Part::Back);
    if (desk_button(desk, {rect.x, y, desk_button_wide(desk, back, icon::kArrowBack), tall}, back,
                    {Tone::plain, icon::kArrowBack, Type::body, false}))
        desk.send(PressedBack{});
    const float wide = desk_button_wide(desk, read, icon::kArrowForward) + 40;
    Rect between = rect;
    between.cut_left(desk_button_wide(desk, back, icon::kArrowBack), 20);
    between.cut_right(wide, 20);
    Style soft = desk_soft(desk);
    soft.align = Align::centre;
    if (const std::string promise = ui.say("field.answer.promise_short"); ui.wide(promise, soft) <= between.w)
        ui.line(between, promise, soft);
    desk.part(Desk::Part::Forward);
    if (desk_button(desk, {rect.right() - wide, y, wide, tall}, read,
                    {Tone::go, icon::kArrowForward, Type::body, false}))
        desk.send(PressedReadOver{});
    desk.part(Desk::Part::Page);
}

constexpr float kBelowIdentity = 10;

void draw_above_answer(Desk& desk, Rect& body) {
    draw_identity(desk, body.cut_top(identity_tall(desk, body.w), kBelowIdentity));
    draw_sheet_contact(desk, body);
}

float draw_answer_parts(Desk& desk, const Rect& at) {
    const float em = desk.em();
    float y = at.y;
    y += draw_choices(desk, {at.x, y, at.w, 0}) + em * 0.6F;
    y += draw_form(desk, {at.x, y, at.w, 0}) + em * 0.4F;
    return y + draw_preview(desk, {at.x, y, at.w, 0}) - at.y;
}

// Where letters are large and the window is small: one scroll for all of it.
void draw_answer_as_one(Desk& desk, const Rect& body) {
    constexpr float kNoEnd = 1e6F, kBesideBar = 10;
    const Rect start = desk.begin_scroll(body, "field.answer.page");
    Rect page{start.x, start.y, start.w - kBesideBar, kNoEnd};
    draw_above_answer(desk, page);
    page.cut_top(draw_answer_parts(desk, page), desk.em() * 0.6F);
    desk.end_scroll(page.y - start.y);
}

}  // namespace

void draw_desk_answer(Desk& desk) {
    Ui& ui = desk.ui;
    Rect body =
        desk_frame(desk, {ui.say("field.answer.page"), desk.state.court, ui.say("field.answer.keys")}).inset(36, 18);
    draw_answer_buttons(desk, body.cut_bottom(desk_button_tall(desk) + 8, 12));
    const float em = desk.em();
    const float above = identity_tall(desk, body.w) + kBelowIdentity + sheet_contact_tall(desk, body.w);
    const bool as_one = body.h - above < em * 9;
    if (!as_one) draw_above_answer(desk, body);
    if (as_one) {
        draw_answer_as_one(desk, body);
    } else if (body.w > em * 52) {
        const Rect left = body.cut_left(std::max(420.0F, em * 15), 22);
        const Rect right = body.cut_right(std::max(460.0F, em * 16.5F), 22);
        const auto column = [&](const Rect& rect, std::string_view id, auto draw) {
            panel(ui, rect, 18);
            ui.ground(ui.palette().card);
            const Rect roll = rect.inset(8, 8);
            const Rect start = desk.begin_scroll(roll, id);
            const float used = draw(desk, Rect{start.x + 16, start.y + 12, start.w - 24, start.h});
            desk.end_scroll(used + 24);
        };
        column(left, "field.answer.which", draw_choices);
        column(body, key_of("field.answer.", desk.state.draft.status), draw_form);
        column(right, "field.view", draw_preview);
    } else {
        panel(ui, body, 18);
        ui.ground(ui.palette().card);
        const Rect start = desk.begin_scroll(body.inset(8, 8), "field.answer.all");
        const Rect inside{start.x + 16, start.y + 12, start.w - 24, start.h};
        desk.end_scroll(draw_answer_parts(desk, inside) + 24);
    }
    if (desk.ctrl(ImGuiKey_Enter)) desk.send(PressedReadOver{});
}

}  // namespace courtyard::screens
