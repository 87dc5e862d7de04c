// One case: its head, its tabs, and beside them the next act as one button, the other acts below it.
#include <algorithm>

#include "app/screens/act_rows.hpp"
#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/help_screens.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;
using flow::CaseTab;
using flow::PossibleAct;

std::string tab_key(CaseTab tab) {
    constexpr std::array<const char*, flow::kCaseTabs.size()> kKeys{
        "field.case.tab.course",   "field.case.tab.application", "field.case.tab.papers",
        "field.case.tab.pictures", "field.case.tab.votes",       "field.case.tab.money",
        "field.case.tab.help",     "field.case.tab.revisits",    "field.case.tab.members"};
    return kKeys[static_cast<std::size_t>(tab)];
}

// On one line, or on two where one is too narrow for their names. At the top of `body`, which becomes smaller.
void draw_tabs(Desk& desk, Rect& body) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const float em = desk.em(), between = em * 1.3F, least = em * 0.5F;
    const int count = static_cast<int>(flow::kCaseTabs.size());
    const auto wide_of = [&](CaseTab tab) { return ui.wide(ui.say(tab_key(tab)), desk_strong(desk)); };
    float letters = 0;
    for (const CaseTab tab : flow::kCaseTabs)
        letters += wide_of(tab);
    const bool fits = letters + least * static_cast<float>(count) <= body.w;
    const float air = fits ? std::min(between, (body.w - letters) / static_cast<float>(count)) : between;
    const float row_tall = em * 1.9F;
    const Rect rows = body.cut_top(fits ? row_tall : row_tall * 2);
    ui.fill({rows.x, rows.bottom() - 2, rows.w, 2}, p.rule);
    float x = rows.x, y = rows.y;
    for (const CaseTab tab : flow::kCaseTabs) {
        const std::string label = ui.say(tab_key(tab));
        const float wide = wide_of(tab) + air;
        if (!fits && y == rows.y && x + wide > rows.right()) x = rows.x, y += row_tall;
        const Rect at{x, y, wide, row_tall};
        const Touch touch = desk.control(at, label, 200 + static_cast<int>(tab), 10);
        const bool on = desk.state.cases.tab == tab;
        ui.line(at, label,
                {Type::body, on ? Weight::strong : Weight::text, on ? p.navy_deep : p.soft_ink, Align::centre});
        if (on) ui.fill({at.x + 8, at.bottom() - 6, at.w - 16, 6}, p.navy, 3);
        if (touch.pressed) desk.send(ChoseCaseTab{tab});
        x += at.w;
    }
    const auto step = [&](int by) {
        desk.send(ChoseCaseTab{static_cast<CaseTab>((static_cast<int>(desk.state.cases.tab) + by + count) % count)});
    };
    if (desk.key(ImGuiKey_RightArrow)) step(+1);
    if (desk.key(ImGuiKey_LeftArrow)) step(-1);
}

// The task that this person has here, when it can be done now.
const flow::TaskRow* next_task(const Desk& desk) {
    const auto& acts = desk.state.cases.acts;
    for (const flow::TaskRow& task : desk.state.cases.view->tasks) {
        const auto found =
            std::find_if(acts.begin(), acts.end(), [&](const PossibleAct& act) { return act.kind == task.act; });
        if (found != acts.end()) return &task;
    }
    return nullptr;
}

void begin(Desk& desk, const flow::TaskRow& task) { desk.send(ChoseAct{task.act, flow::fields_of(task)}); }

// Those that can be done first, each part in the order of the table.
std::vector<const PossibleAct*> other_acts(const Desk& desk, const flow::TaskRow* next) {
    std::vector<const PossibleAct*> out;
    for (const bool can : {true, false})
        for (const PossibleAct& act : desk.state.cases.acts)
            if (act.refusal.empty() == can && (!next || next->act != act.kind)) out.push_back(&act);
    return out;
}

float draw_act(Desk& desk, const Rect& rect, const PossibleAct& act, int salt) {
    const std::string why = act.refusal.empty() ? std::string{} : refusal_words(desk.ui, act.kind, act.refusal);
    const DrawnRow row = draw_act_row(desk, rect, {act_button(desk.ui, act.kind), why, salt});
    if (row.pressed) desk.send(ChoseAct{act.kind, {}});
    return row.tall;
}

// The next act as it is drawn: why, until when, and the button.
struct NextWords {
    std::string words;
    bool is_act = false;
};
NextWords next_words(const Desk& desk, float width, const flow::TaskRow* next) {
    const Ui& ui = desk.ui;
    if (!next) return {nothing_next_words(ui, desk.state.cases), false};
    std::string words = next_task_words(ui, *next);
    if (const std::string due = due_words(ui, *next, desk.today()); !due.empty()) {
        const std::string beside = ui.say("field.case.dot") + due;
        const bool fits = ui.wide(words + beside, {Type::body, Weight::text, {}}) <= width;
        words += fits ? beside : "\n" + due;
    }
    return {std::move(words), true};
}

float next_button_tall(const Desk& desk) { return desk_button_tall(desk) * 1.15F; }

constexpr float kAfterNextTitle = 4;

float next_tall(const Desk& desk, float width, const flow::TaskRow* next) {
    const float em = desk.em();
    const NextWords said = next_words(desk, width, next);
    const float words = desk.ui.tall(said.words, width, desk_text(desk));
    if (!said.is_act) return words + em * 0.6F;
    return em * 1.2F + kAfterNextTitle + words + em * 0.5F + next_button_tall(desk) + em * 0.8F;
}

void draw_next(Desk& desk, Rect& inner, const flow::TaskRow* next) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    const NextWords said = next_words(desk, inner.w, next);
    if (!said.is_act) {
        inner.cut_top(ui.write(inner, said.words, desk_soft(desk, Type::body)) + em * 0.6F);
        return;
    }
    ui.line(inner.cut_top(em * 1.2F, kAfterNextTitle), ui.say("field.case.next"),
            {Type::note, Weight::strong, ui.palette().gold_deep});
    const Colour ink = due_tone(*next, desk.today()) == Tone::help ? ui.palette().red : ui.palette().ink;
    inner.cut_top(ui.write(inner, said.words, {Type::body, Weight::text, ink}) + em * 0.5F);
    const Rect at = inner.cut_top(next_button_tall(desk), em * 0.8F);
    if (desk_button(desk, at, task_button(ui, *next),
                    {next->same_day ? Tone::help : Tone::go, icon::kArrowForward, Type::body}, 1))
        begin(desk, *next);
}

float draw_rows(Desk& desk, const Rect& at, const std::vector<const PossibleAct*>& acts) {
    float y = at.y;
    for (std::size_t i = 0; i < acts.size(); ++i)
        y += draw_act(desk, {at.x, y, at.w, 0}, *acts[i], static_cast<int>(i));
    return y - at.y;
}

constexpr float kActsInside = 24;  // of the card, at its sides; above and below as desk_card() has it

float others_title_tall(const Desk& desk) { return group_title_tall(desk) - desk.em() * 0.4F; }

// The least in which the next act stands whole and the list of the others can be read and pressed.
float acts_least(const Desk& desk, float wide) {
    constexpr float kRows = 3;
    const flow::TaskRow* next = next_task(desk);
    float tall = 2 * kActsInside * 0.8F + next_tall(desk, wide - 2 * kActsInside, next);
    const std::size_t others = other_acts(desk, next).size();
    if (others > 0) tall += others_title_tall(desk) + desk.em() * 1.9F * std::min(kRows, static_cast<float>(others));
    return tall;
}

void draw_acts(Desk& desk, const Rect& rect) {
    Ui& ui = desk.ui;
    Rect inner = desk_card(desk, rect, kActsInside);
    const flow::TaskRow* next = next_task(desk);
    draw_next(desk, inner, next);
    const std::vector<const PossibleAct*> acts = other_acts(desk, next);
    if (!acts.empty()) {
        group_title(desk, inner, ui.say("field.case.others"));
        inner.cut_top(others_title_tall(desk));
        ui.ground(ui.palette().card);
        const Rect start = desk.begin_scroll({inner.x - 8, inner.y, inner.w + 16, inner.h}, "field.case.acts");
        desk.end_scroll(draw_rows(desk, start, acts));
    }
    ui.ground(ui.palette().paper);
}

float draw_tab(Desk& desk, const Rect& body) {
    switch (desk.state.cases.tab) {
        case CaseTab::Course: return draw_case_course(desk, body);
        case CaseTab::Application:
            if (desk.state.cases.view->application) return draw_sheet_application(desk, body);
            return desk.ui.write(body, desk.ui.say("field.case.no_application"), desk_soft(desk, Type::body));
        case CaseTab::Papers: return draw_case_papers(desk, body);
        case CaseTab::Pictures: return draw_case_pictures(desk, body);
        case CaseTab::Votes: return draw_case_votes(desk, body);
        case CaseTab::Money: return draw_case_money(desk, body);
        case CaseTab::Help: return draw_case_help(desk, body);
        case CaseTab::Revisits: return draw_case_revisits(desk, body);
        case CaseTab::Members: return draw_case_members(desk, body);
    }
    return 0;
}

// Nothing opens on a page that is only looked at.
const char* keys_of(CaseTab tab) {
    if (tab == CaseTab::Course) return "field.case.keys";
    if (tab == CaseTab::Papers) return "field.case.keys.papers";
    return tab == CaseTab::Help ? "field.case.keys.help" : "field.case.keys.look";
}

std::string keys_words(const Desk& desk) {
    const std::string keys = desk.ui.say(keys_of(desk.state.cases.tab));
    return next_task(desk) == nullptr ? keys : desk.ui.say("field.keys.next", {{"keys", keys}});
}

void draw_timeline_keys(Desk& desk) {
    if (desk.state.cases.tab == CaseTab::Help) draw_help_keys(desk);
    if (desk.state.cases.tab != CaseTab::Course) return desk.scroll_by_keys();
    if (desk.moves_mark(ImGuiKey_DownArrow)) desk.send(MovedFact{+1});
    if (desk.moves_mark(ImGuiKey_UpArrow)) desk.send(MovedFact{-1});
    const auto course = flow::course_of(*desk.state.cases.view);
    if (desk.key(ImGuiKey_Space) && desk.state.cases.chosen_fact < course.size())
        desk.send(PressedFact{course[desk.state.cases.chosen_fact]->id});
    desk.scroll_by_keys();
}

// Where letters are large and the window is small: everything below one another, and one scroll for all of it.
void draw_as_one(Desk& desk, const Rect& body) {
    constexpr float kNoEnd = 1e6F;
    const float em = desk.em();
    const Rect start = desk.begin_scroll(body, "field.case.page");
    Rect page{start.x, start.y, start.w - 10, kNoEnd};
    draw_case_head(desk, page);
    const flow::TaskRow* next = next_task(desk);
    draw_next(desk, page, next);
    draw_tabs(desk, page);
    page.cut_top(draw_tab(desk, {page.x + 10, page.y + em * 0.5F, page.w - 20, page.h}) + em * 1.5F);
    draw_timeline_keys(desk);
    if (const std::vector<const PossibleAct*> acts = other_acts(desk, next); !acts.empty()) {
        group_title(desk, page, desk.ui.say("field.case.others"));
        page.cut_top(others_title_tall(desk));
        page.cut_top(draw_rows(desk, page, acts));
    }
    desk.end_scroll(page.y - start.y + em * 0.5F);
}

}  // namespace

void draw_desk_case(Desk& desk) {
    Ui& ui = desk.ui;
    Rect body = desk_frame(desk, {ui.say("field.case.title"), desk.state.court, keys_words(desk)}).inset(36, 14);
    const float em = desk.em();
    const bool beside = !ui.portrait() && body.w > em * 42;
    const float acts_wide = beside ? std::max(420.0F, em * 14.5F) : body.w;
    const float least = acts_least(desk, acts_wide);
    const float acts_tall = std::max({body.h * 0.36F, em * 12, least});
    const float room = body.h - case_head_tall(desk, body.w);
    if (room < (beside ? std::max(em * 9, least) : acts_tall + em * 10)) {
        draw_as_one(desk, body);
    } else {
        draw_case_head(desk, body);
        draw_acts(desk, beside ? body.cut_right(acts_wide, 22) : body.cut_bottom(acts_tall, 16));
        draw_tabs(desk, body);
        panel(ui, body, 18);
        ui.ground(ui.palette().card);
        const Rect start = desk.begin_scroll(body.inset(10, 8), tab_key(desk.state.cases.tab));
        const float used = draw_tab(desk, {start.x + 18, start.y + 14, start.w - 30, start.h});
        draw_timeline_keys(desk);
        desk.end_scroll(used + 36);
    }
    if (const flow::TaskRow* next = next_task(desk); next && desk.key(ImGuiKey_Enter)) begin(desk, *next);
}

}  // namespace courtyard::screens
