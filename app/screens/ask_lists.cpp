// Answers that are lists: people of the household, money received, papers brought along.
#include <algorithm>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_codes.hpp"
#include "app/flow/form_walk.hpp"
#include "app/screens/answer_words.hpp"
#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

constexpr float kListButtonSide = 104;  // of the change and remove buttons

void row_card(Scene& scene, const Rect& at, const Question& question, std::size_t index, const std::string& words) {
    Ui& ui = scene.ui;
    panel(ui, at);
    ui.ground(ui.palette().card);
    Rect inner = at.inset(28, 0);
    const Rect number = inner.cut_left(64, 22);
    ui.disc(number.middle_x(), at.middle_y(), 32, ui.palette().teal);
    ui.ground(ui.palette().teal);
    ui.line({number.x, at.middle_y() - 32, number.w, 64}, std::to_string(index + 1),
            {Type::lead, Weight::strong, ui.palette().on_dark, Align::centre});
    ui.ground(ui.palette().card);
    const int salt = static_cast<int>(index);
    const float y = at.middle_y() - 42;
    const Rect remove = inner.cut_right(kListButtonSide, 14);
    const Rect change = inner.cut_right(kListButtonSide, 22);
    if (button(ui, {remove.x, y, remove.w, 84}, ui.say("rows.remove"), {Tone::quiet}, salt))
        scene.send(flow::RemovedRow{index});
    if (button(ui, {change.x, y, change.w, 84}, ui.say("rows.change"), {Tone::quiet}, salt))
        scene.send(flow::OpenedRow{index});
    const float tall = ui.tall(words, inner.w, body_text(ui));
    ui.write({inner.x, at.middle_y() - tall / 2, inner.w, tall}, words, body_text(ui));
    ui.ground(ui.palette().paper);
    static_cast<void>(question);
}

}  // namespace

void ask_rows(Scene& scene, Rect body, const Question& question) {
    Ui& ui = scene.ui;
    const domain::Answer* answer = scene.session().draft.application.find(question.field.code);
    const domain::RowList none;
    const domain::RowList& rows = answer && answer->rows() ? *answer->rows() : none;
    const Rect page = ui.begin_roll(body, "rows");
    Flow flow(page, 1, 20);
    question_head(scene, flow, question);
    problem_notices(scene, flow, question);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string words = row_words(ui, question.field, rows[i], Masking::as_field_says);
        const float room = flow.column_width() - 56 - 86 - 2 * kListButtonSide - 36;
        row_card(scene, flow.place(std::max(128.0F, ui.tall(words, room, body_text(ui)) + 44)), question, i, words);
    }
    const std::string add = ui.say(rows.empty() ? "rows.add_first" : "rows.add");
    if (button(ui, flow.place(124), add, {rows.empty() ? Tone::navy : Tone::plain, icon::kAddCircle, Type::lead}))
        scene.send(flow::AddedRow{});
    if (rows.empty()) also_buttons(scene, flow, question);
    ui.end_roll(flow.used());
}

void ask_tick(Scene& scene, Rect body, const Question& question) {
    Ui& ui = scene.ui;
    const domain::Answer* answer = scene.session().draft.application.find(question.field.code);
    const bool flagged = answer && answer->flag() && *answer->flag();
    const bool on = flagged;
    const Rect page = ui.begin_roll(body, "tick");
    Flow flow(page, 1, 28);
    question_head(scene, flow, question);
    problem_notices(scene, flow, question);
    const std::string label = ui.say(question.field.type == domain::FieldType::Consent ? "tick.agree" : "tick.declare");
    const Rect at = flow.place(std::max(180.0F, choice_tall(ui, flow.column_width(), label) + 40));
    if (choice(ui, at, label, {}, on ? Mark::many_on : Mark::many_off))
        scene.send(flow::TickedBox{question.field.code});
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
