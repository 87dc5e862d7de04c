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

constexpr float kSide = 104;  // of the change and remove buttons

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
    const Rect remove = inner.cut_right(kSide, 14);
    const Rect change = inner.cut_right(kSide, 22);
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
        const float room = flow.column_width() - 56 - 86 - 2 * kSide - 36;
        row_card(scene, flow.place(std::max(128.0F, ui.tall(words, room, body_text(ui)) + 44)), question, i, words);
    }
    const std::string add = ui.say(rows.empty() ? "rows.add_first" : "rows.add");
    if (button(ui, flow.place(124), add, {rows.empty() ? Tone::navy : Tone::plain, icon::kAddCircle, Type::lead}))
        scene.send(flow::AddedRow{});
    if (rows.empty()) also_buttons(scene, flow, question);
    ui.end_roll(flow.used());
}

void ask_papers(Scene& scene, Rect body, const Question& question) {
    Ui& ui = scene.ui;
    const domain::Field* name = question.field.column_of_role("name");
    const domain::Field* state = question.field.column_of_role("state");
    const domain::Field* reason = question.field.column_of_role("reason");
    if (!name || !state) return;
    const domain::Application& application = scene.session().draft.application;
    const Rect page = ui.begin_roll(body, "papers");
    Flow flow(page, 1, 18);
    question_head(scene, flow, question);
    problem_notices(scene, flow, question);
    const bool tall_layout = ui.portrait() || scene.session().text_size == flow::TextSize::Largest;
    // In the largest letters the tick stands above the word, or neither would be large.
    const bool stacked = ui.portrait() && scene.session().text_size != flow::TextSize::Normal;
    const float pressed_tall = stacked ? 148.0F : 92.0F;
    int salt = 0;
    for (const domain::Option& paper : name->options) {
        const std::string now = flow::paper_state(application, question.field, paper.value);
        const int row = flow::paper_row(application, question.field, paper.value);
        const std::string why = row < 0 || !reason
                                    ? std::string{}
                                    : flow::answer_text(scene.state, scene.world,
                                                        {question.field.code, row,
                                                         static_cast<int>(reason - question.field.columns.data())});
        const std::string label =
            why.empty() ? paper.say : ui.say("papers.with_reason", {{"paper", paper.say}, {"reason", why}});
        const float inner = flow.column_width() - 56;
        const float label_room = tall_layout ? inner : inner * 0.42F;
        const float label_tall = ui.tall(label, label_room, strong_text(ui));
        const Rect at =
            flow.place(tall_layout ? 22 + label_tall + 14 + pressed_tall + 22 : std::max(128.0F, label_tall + 44));
        panel(ui, at);
        ui.ground(ui.palette().card);
        Rect room = at.inset(28, tall_layout ? 22.0F : 0.0F);
        Rect buttons;
        if (tall_layout) {
            ui.write({room.x, room.y, room.w, label_tall}, label, strong_text(ui));
            room.cut_top(label_tall + 14);
            buttons = {room.x, room.y, room.w, pressed_tall};
        } else {
            const Rect left = room.cut_left(label_room, 28);
            ui.write({left.x, at.middle_y() - label_tall / 2, left.w, label_tall}, label, strong_text(ui));
            buttons = {room.x, at.middle_y() - 46, room.w, 92};
        }
        const int count = static_cast<int>(state->options.size());
        for (int i = 0; i < count; ++i) {
            const domain::Option& option = state->options[static_cast<std::size_t>(i)];
            const bool on = option.value == now;
            if (button(ui, buttons.cell(i, 0, count, 1, 14), option.say,
                       {on ? Tone::go : Tone::quiet, on ? icon::kCheck : nullptr, Type::body, stacked && on}, salt))
                scene.send(flow::ChosePaper{paper.value, option.value});
        }
        ++salt;
        ui.ground(ui.palette().paper);
    }
    ui.end_roll(flow.used());
}

void ask_tick(Scene& scene, Rect body, const Question& question) {
    Ui& ui = scene.ui;
    const domain::Answer* answer = scene.session().draft.application.find(question.field.code);
    const bool flagged = answer && answer->flag() && *answer->flag();
    const bool signature = question.field.type == domain::FieldType::Signature;
    const bool on = signature ? answer != nullptr : flagged;
    const Rect page = ui.begin_roll(body, "tick");
    Flow flow(page, 1, 28);
    question_head(scene, flow, question);
    problem_notices(scene, flow, question);
    const std::string today =
        ui.say("date.full", {{"year", std::to_string(domain::Date::in_china(scene.state.now).year())},
                             {"month", std::to_string(domain::Date::in_china(scene.state.now).month())},
                             {"day", std::to_string(domain::Date::in_china(scene.state.now).day())}});
    const std::string name(scene.session().draft.application.text(flow::code::kApplicantName));
    const std::string label =
        signature ? (name.empty() ? ui.say("tick.sign_unnamed") : ui.say("tick.sign", {{"name", name}}))
                  : ui.say(question.field.type == domain::FieldType::Consent ? "tick.agree" : "tick.declare");
    const std::string help = signature ? ui.say("tick.sign_help", {{"date", today}}) : std::string{};
    const Rect at = flow.place(std::max(180.0F, choice_tall(ui, flow.column_width(), label, help) + 40));
    if (choice(ui, at, label, help, on ? Mark::many_on : Mark::many_off))
        scene.send(flow::TickedBox{question.field.code});
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
