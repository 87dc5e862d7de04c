// Fee relief, credit relief, legal aid in a case: how far each has come, what is due, what can be done now, its papers.
#include "app/flow/help_desk.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/draft_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/help_screens.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using flow::ModuleRow;

float draw_due(Desk& desk, const Rect& at, const flow::ModuleDueRow& due) {
    const flow::DueDay day{due.day, due.about};
    const Tone tone = due_tone(day, desk.today());
    const std::string words =
        desk.ui.say("field.module.due", {{"day", due_words(desk.ui, day, desk.today())}, {"source", due.source}});
    return remark(desk, at, words, tone, tone == Tone::help ? icon::kWarning : icon::kSchedule) + desk.em() * 0.4F;
}

std::string stage_words(const Desk& desk, const ModuleRow& row) {
    if (row.stage.empty()) return desk.ui.say("field.module.not_begun", {{"say", row.say}});
    return desk.ui.say(row.ended ? "field.module.ended" : "field.module.now", {{"stage", row.stage}});
}

// Of several steps the day tells which.
std::string paper_title(const Desk& desk, const flow::ModulePaperRow& paper) {
    if (paper.is_alone) return paper.title;
    return desk.ui.say("field.papers_of_case.of_day",
                       {{"title", paper.title}, {"day", short_day(desk.ui, paper.day, desk.today())}});
}

float draw_module(Desk& desk, const Rect& body, const ModuleRow& row, std::size_t& index) {
    const Ui& ui = desk.ui;
    const float em = desk.em();
    float y = body.y + group_title(desk, body, row.title);
    y += desk.ui.write({body.x, y, body.w, 0}, stage_words(desk, row), desk_text(desk)) + em * 0.4F;
    for (const flow::ModuleDueRow& due : row.dues)
        y += draw_due(desk, {body.x, y, body.w, 0}, due);
    for (const flow::ModuleActRow& act : row.acts)
        y += draw_help_line(desk, {body.x, y, body.w, 0},
                            {icon::kChevronRight, short_title(act.form->spec().title), {}, {}, true}, index++);
    for (const flow::ModulePaperRow& paper : row.papers)
        y += draw_help_line(desk, {body.x, y, body.w, 0},
                            {icon::kDescription, paper_title(desk, paper), ui.say("field.module.paper"), {}, true},
                            index++);
    if (row.acts.empty() && !row.ended)
        y += desk.ui.write({body.x, y, body.w, 0}, ui.say("field.module.not_yours"), desk_soft(desk)) + em * 0.3F;
    return y + em * 0.7F - body.y;
}

}  // namespace

float draw_modules(Desk& desk, const Rect& body, std::size_t first) {
    float y = body.y;
    for (const ModuleRow& row : desk.state.cases.view->modules)
        y += draw_module(desk, {body.x, y, body.w, 0}, row, first);
    return y - body.y;
}

}  // namespace courtyard::screens
