// What the person at this laptop has to do: danger first, then what is late, today, soon; one button each, which is the
// act. For calls the rules of safe contact stand before the number.
#include <algorithm>
#include <cmath>

#include "app/flow/act_call.hpp"
#include "app/flow/year_desk.hpp"
#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/contact_words.hpp"
#include "app/screens/field_alerts.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;
using flow::TaskRow;

constexpr float kCell = 20;

// Under which heading a task stands.
std::string group_of(const TaskRow& task, domain::Date today) {
    if (task.same_day) return task.danger ? "field.today.danger" : "field.today.now";
    // What others are late with stands among one's own by its day, with a mark of its own and whose it is.
    if (task.escalated) return "field.today.over";
    if (!task.due) return "field.today.some_day";
    if (task.days_over > 0 || task.due->day < today) return "field.today.over";
    if (task.due->day == today) return "field.today.today";
    return task.due->day.days_since(today) <= 7 ? "field.today.week" : "field.today.later";
}

std::string button_of(const Desk& desk, const TaskRow& task) {
    return task.act.empty() || task.act == "module" ? desk.ui.say("field.today.look") : task_button(desk.ui, task);
}

// Heights of one row's parts, and where they stand.
struct RowPlan {
    bool beside = false;  // the button at the right, else below
    float em = 0, note = 0, button_wide = 0, button_tall = 0;
    float rule_tall = 0, title_tall = 0, words_tall = 0, tall = 0;
    bool title_below = false;  // the chips leave it no room beside them
    std::string rule, words, phone;
};

std::string case_words(const Desk& desk, const TaskRow& task) {
    // Whose it is comes first: where the line is too long, its end goes.
    std::string words = owner_words(desk.ui, task);
    if (!words.empty()) words += desk.ui.say("field.case.dot");
    words += task.applicant;
    if (task.what == flow::kYearTask) return words;  // the court's: of no case, so it stands in no state
    for (const std::string* part : {&task.village, &task.number})
        if (!part->empty()) words += desk.ui.say("field.case.dot") + *part;
    words += desk.ui.say("field.case.dot") +
             (task.is_lead ? desk.ui.say("field.today.lead") : status_label(desk.ui, task.status));
    if (!task.source.empty())
        words += desk.ui.say("field.case.dot") + desk.ui.say("field.lead.from", {{"source", task.source}});
    return words;
}

// Of calls: what to dial.
std::string phone_words(const Desk& desk, const TaskRow& task) {
    const std::string number = flow::is_asked_by_call(task.act) ? advice_now(desk, task).number : std::string();
    return number.empty() ? number : desk.ui.say("field.today.phone", {{"phone", number}});
}

std::string rule_words(const Desk& desk, const TaskRow& task) { return red_words(desk, advice_now(desk, task)); }

ChipLook due_look(const Desk& desk, const TaskRow& task) {
    const Tone tone = due_tone(task, desk.today());
    return {tone == Tone::help ? icon::kWarning : icon::kSchedule, tone, Type::note};
}
constexpr ChipLook kEscalatedLook{icon::kArrowUpward, Tone::quiet, Type::note};
constexpr ChipLook kUrgentLook{icon::kCampaign, Tone::help, Type::note};
constexpr float kAfterChip = 14;

struct Chip {
    std::string words;
    ChipLook look;
};
// Before what is to be done. What is due at once says so; other work of an urgent case says that it is one.
std::vector<Chip> chips_of(const Desk& desk, const TaskRow& task) {
    std::vector<Chip> out;
    if (std::string due = due_words(desk.ui, task, desk.today()); !due.empty())
        out.push_back({std::move(due), due_look(desk, task)});
    if (task.urgent && !task.same_day) out.push_back({desk.ui.say("field.urgent"), kUrgentLook});
    if (task.escalated) out.push_back({desk.ui.say("field.today.escalated_chip"), kEscalatedLook});
    return out;
}

float chips_wide(const Desk& desk, const TaskRow& task) {
    float wide = 0;
    for (const Chip& each : chips_of(desk, task))
        wide += chip_wide(desk, each.words, each.look) + kAfterChip;
    return wide;
}

RowPlan plan_row(const Desk& desk, const TaskRow& task, float width) {
    RowPlan plan;
    plan.em = desk.em();
    plan.note = desk.em(Type::note);
    plan.button_wide = desk_button_wide(desk, button_of(desk, task), icon::kArrowForward);
    plan.button_tall = desk_button_tall(desk) - 6;
    plan.beside = width > plan.em * 34;
    const float text = width - 2 * kCell - 12 - (plan.beside ? plan.button_wide + 24 : 0.0F);
    plan.rule = rule_words(desk, task);
    if (!plan.rule.empty()) plan.rule_tall = remark_tall(desk, text, plan.rule) + 8;
    const std::string title = task_words(desk.ui, task);
    const float chips = chips_wide(desk, task);
    if (const float room = text - chips; desk.ui.wide(title, desk_strong(desk)) > room) {
        plan.title_below = chips > 0;
        plan.title_tall = desk.ui.tall(title, text, desk_strong(desk)) + (chips > 0 ? 4.0F : -plan.em * 1.25F);
    }
    plan.words = facts_in_lines(desk, case_words(desk, task), text, desk_soft(desk));
    const bool one_line =
        plan.words.find('\n') == std::string::npos && desk.ui.wide(plan.words, desk_soft(desk)) <= text;
    plan.words_tall = one_line ? plan.note * 1.2F : desk.ui.tall(plan.words, text, desk_soft(desk));
    plan.tall = 14 + plan.rule_tall + plan.em * 1.25F + plan.title_tall + plan.note * 0.35F + plan.words_tall + 16;
    plan.phone = phone_words(desk, task);
    if (!plan.phone.empty()) plan.tall += plan.note * 1.6F;
    if (!plan.beside) plan.tall += plan.button_tall + 10;
    return plan;
}

void draw_button(Desk& desk, const Rect& at, const TaskRow& task, bool held) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const bool loud = task.same_day;
    const Colour fill = loud ? p.red : p.teal;
    ui.fill(at.moved(0, held ? 3.0F : 0.0F), fill, 16);
    const Colour before = ui.ground(fill);
    Rect inner = at.inset(22, 0);
    const float em = desk.em();
    ui.line({inner.x, inner.y, inner.w - em * 1.4F, inner.h}, button_of(desk, task),
            {Type::body, Weight::strong, p.on_dark, Align::left});
    ui.icon(inner.cut_right(em * 1.1F), icon::kArrowForward, em, p.on_dark);
    ui.ground(before);
}

void draw_words(Desk& desk, Rect at, const TaskRow& task, const RowPlan& plan) {
    Ui& ui = desk.ui;
    if (!plan.rule.empty()) {
        remark(desk, {at.x, at.y, at.w, 0}, plan.rule, Tone::help, icon::kCall);
        at.y += plan.rule_tall;
    }
    Rect first{at.x, at.y, at.w, plan.em * 1.25F};
    for (const Chip& each : chips_of(desk, task))
        first.cut_left(chip(desk, first.x, first.middle_y(), each.words, each.look), kAfterChip);
    if (plan.title_tall == 0)
        line_cut(desk, first, task_words(ui, task), desk_strong(desk));
    else
        ui.write({at.x, plan.title_below ? first.bottom() + 4 : at.y, at.w, 0}, task_words(ui, task),
                 desk_strong(desk));
    at.y = first.bottom() + plan.title_tall + plan.note * 0.35F;
    if (plan.words_tall <= plan.note * 1.2F)
        line_cut(desk, {at.x, at.y, at.w, plan.words_tall}, plan.words, desk_soft(desk));
    else
        ui.write({at.x, at.y, at.w, 0}, plan.words, desk_soft(desk));
    at.y += plan.words_tall + plan.note * 0.4F;
    if (!plan.phone.empty())
        line_cut(desk, {at.x, at.y, at.w, plan.note * 1.2F}, plan.phone, desk_text(desk, Type::note));
}

void draw_task(Desk& desk, const Rect& at, const TaskRow& task, std::size_t index, const RowPlan& plan) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const bool on = index == desk.state.cases.chosen_task;
    const Touch touch = ui.touch(at, button_of(desk, task), static_cast<int>(index));
    const Colour ground = on ? p.navy_tint : p.card;
    if (on) {
        ui.fill(at, ground);
        if (ui.look().contrast == flow::Contrast::High) ui.frame(at, p.ink, 4);
    }
    const Tone tone = due_tone(task, desk.today());
    const Colour bar = tone == Tone::help ? p.red : tone == Tone::quiet ? p.gold : on ? p.navy : p.rule;
    ui.fill({at.x, at.y + 8, 8, at.h - 16}, bar, 4);
    const Colour before = ui.ground(ground);
    Rect inner = at.inset(kCell, 0);
    inner.cut_left(12);
    Rect button = plan.beside ? inner.cut_right(plan.button_wide, 24) : inner.cut_bottom(plan.button_tall + 10);
    const float button_y = plan.beside ? at.middle_y() - plan.button_tall / 2 : button.y;
    draw_words(desk, {inner.x, at.y + 14, inner.w, 0}, task, plan);
    draw_button(
        desk,
        {plan.beside ? button.x : button.right() - plan.button_wide, button_y, plan.button_wide, plan.button_tall},
        task, touch.held);
    ui.ground(before);
    ui.fill({at.x, at.bottom() - 2, at.w, 2}, p.rule.faded(0.7F));
    if (touch.pressed) desk.send(PressedTask{index});
}

void draw_tasks(Desk& desk, const Rect& rect) {
    Ui& ui = desk.ui;
    const auto& tasks = desk.state.cases.tasks;
    const float heading = desk.em(Type::note) * 2.2F;
    const Rect top = desk.begin_scroll(rect, "field.tasks");
    float y = top.y;
    std::string group;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const std::string now = group_of(tasks[i], desk.today());
        if (now != group) {
            group = now;
            if (y + heading > rect.y && y < rect.bottom())
                ui.line({top.x + kCell, y + heading * 0.3F, top.w - kCell, heading * 0.6F}, ui.say(group),
                        {Type::note, Weight::strong, ui.palette().gold_deep});
            y += heading;
        }
        const RowPlan plan = plan_row(desk, tasks[i], top.w);
        const Rect at{top.x, y, top.w, plan.tall};
        if (i == desk.state.cases.chosen_task && desk.keys().chosen_seen != i) {
            desk.keys().chosen_seen = i;
            desk.reveal(at);
        }
        if (at.bottom() > rect.y && at.y < rect.bottom()) draw_task(desk, at, tasks[i], i, plan);
        y += plan.tall;
    }
    if (desk.moves_mark(ImGuiKey_DownArrow)) desk.send(MovedChoice{+1});
    if (desk.moves_mark(ImGuiKey_UpArrow)) desk.send(MovedChoice{-1});
    if (desk.moves_mark(ImGuiKey_PageDown)) desk.send(MovedChoice{+5});
    if (desk.moves_mark(ImGuiKey_PageUp)) desk.send(MovedChoice{-5});
    if (desk.moves_mark(ImGuiKey_End)) desk.send(MovedChoice{static_cast<int>(tasks.size())});
    if (desk.moves_mark(ImGuiKey_Home)) desk.send(MovedChoice{-static_cast<int>(tasks.size())});
    desk.end_scroll(y - top.y);
}

void draw_nothing(Desk& desk, const Rect& rect) {
    const char* key = desk.state.cases.listed ? "field.today.nothing" : "field.today.reading";
    const float width = std::min(rect.w - 80, desk.em() * 30);
    const float y = rect.y + rect.h * 0.26F;
    icon_disc(desk.ui, {rect.middle_x() - 60, y, 120, 120}, icon::kTaskAlt, Tone::go);
    desk.ui.write({rect.middle_x() - width / 2, y + 120 + desk.em(), width, 0}, desk.ui.say(key),
                  {Type::body, Weight::text, desk.ui.palette().soft_ink, Align::centre, Balance::even});
}

// So many applications wait for something, and the way to them.
void draw_waiting(Desk& desk, Rect& body, std::size_t count, std::string_view key, flow::InboxFilter filter,
                  std::size_t urgent = 0) {
    if (count == 0) return;
    Ui& ui = desk.ui;
    std::string words = ui.say(key, {{"n", std::to_string(count)}});
    if (urgent > 0) words += ui.say("field.today.waiting_urgent", {{"n", std::to_string(urgent)}});
    const std::string button = ui.say(std::string(key) + ".button");
    const float wide = desk_button_wide(desk, button, icon::kInventory2);
    const float room = body.w - wide - 20;
    Rect row = body.cut_top(std::max(desk_button_tall(desk), remark_tall(desk, room, words)), 14);
    const Rect at = row.cut_right(wide, 20);
    remark(desk, row, words, urgent > 0 ? Tone::help : Tone::navy, icon::kInventory2);
    if (desk_button(desk, {at.x, at.y, wide, desk_button_tall(desk)}, button,
                    {Tone::navy, icon::kInventory2, Type::body})) {
        desk.send(WentTo{flow::DeskPlace::Inbox});
        desk.send(ChoseFilter{filter});
    }
}

// Applications that nobody has answered are the registrar's and the judge's first work; then those that somebody has
// answered, and that nobody would be reminded of before a case is opened.
void draw_unanswered(Desk& desk, Rect& body) {
    if (!flow::reads_intake(desk.state)) return;
    const auto count = flow::inbox_counts(desk.state)[static_cast<std::size_t>(flow::InboxFilter::Unanswered)];
    const auto& rows = desk.state.rows;
    const auto urgent = std::count_if(rows.begin(), rows.end(), [](const flow::InboxRow& row) {
        return row.urgent && flow::filter_of(row) == flow::InboxFilter::Unanswered;
    });
    draw_waiting(desk, body, count, "field.today.unanswered", flow::InboxFilter::Unanswered,
                 static_cast<std::size_t>(urgent));
    const std::vector<std::size_t> left = flow::answered_without_case(desk.state);
    const bool any_filed = std::any_of(left.begin(), left.end(), [&](std::size_t i) {
        return flow::filter_of(desk.state.rows[i].status) == flow::InboxFilter::Ended;
    });
    draw_waiting(desk, body, left.size(), "field.today.no_case",
                 any_filed ? flow::InboxFilter::All : flow::InboxFilter::InWork);
}

std::string title_of(const Desk& desk) {
    const std::string key = "field.today.title." + desk.state.role;
    return desk.ui.say(desk.ui.knows(key) ? key : "field.today.title");
}

}  // namespace

void draw_desk_today(Desk& desk) {
    Ui& ui = desk.ui;
    const std::string subtitle =
        ui.say("field.today.subtitle", {{"day", day_words(ui, desk.today())}, {"court", desk.state.court}});
    Rect body = desk_frame(desk, {title_of(desk), subtitle, ui.say("field.today.keys")}).inset(36, 20);
    draw_lists(desk, body);
    draw_alerts(desk, body);
    if (!desk.state.problem.empty()) {
        const std::string words = problem_words(ui, desk.state.problem);
        remark(desk, body.cut_top(remark_tall(desk, body.w, words), 14), words, Tone::help, icon::kWarning);
    }
    draw_unanswered(desk, body);
    panel(ui, body, 18);
    ui.ground(ui.palette().card);
    const Rect list = body.inset(4, 6);
    if (desk.state.cases.tasks.empty()) return draw_nothing(desk, list);
    draw_tasks(desk, list);
    if (desk.key(ImGuiKey_Enter)) desk.send(OpenedTask{});
}

}  // namespace courtyard::screens
