#include <algorithm>

#include "app/flow/form_walk.hpp"
#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {
namespace {

using domain::FieldType;

bool is_pressed_once(FieldType type) {
    return type == FieldType::Choice || type == FieldType::YesNo || type == FieldType::YesNoUnknown;
}

std::vector<std::string> sentences(const Scene& scene) {
    std::vector<std::string> out;
    for (const domain::Problem& problem : scene.session().draft.problems) {
        std::string sentence = scene.ui.say(problem.code);
        for (const auto& [name, value] : problem.params)
            sentence = fill_in(sentence, {{name, value}});
        if (std::find(out.begin(), out.end(), sentence) == out.end()) out.push_back(std::move(sentence));
    }
    return out;
}

std::vector<std::string> also_words(const domain::Field& field, const domain::Field& part, const flow::Asking& asking) {
    std::vector<std::string> words = part.also;
    // On the first part of a group the whole group can be answered with one word.
    if (asking.column == 0 && asking.row < 0 && flow::is_composite(field))
        for (const std::string& word : field.also)
            if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    return words;
}

std::string subtitle(Scene& scene) {
    Ui& ui = scene.ui;
    const flow::StepCount count = flow::count_steps(scene.state, scene.world);
    std::string text =
        count.step == 0 ? ui.say("ask.changing")
                        : ui.say("ask.step", {{"n", std::to_string(count.step)}, {"all", std::to_string(count.steps)}});
    if (count.questions > 1)
        text += ui.say("ask.part", {{"n", std::to_string(count.question)}, {"all", std::to_string(count.questions)}});
    return text;
}

NavLook nav_of(Scene& scene, const domain::Field& part) {
    Ui& ui = scene.ui;
    const flow::Session& session = scene.session();
    NavLook look{ui.say("nav.previous"), {}, ui.say("nav.next"), icon::kCheck};
    const bool filled = session.draft.application.find(session.draft.asking.field) != nullptr;
    if (flow::may_skip(scene.state, scene.world)) {
        look.side = ui.say(part.type == FieldType::Consent ? "ask.not_agreed" : "ask.skip");
    }
    if (is_pressed_once(part.type) && flow::answer_text(scene.state, scene.world, session.draft.asking).empty())
        look.next = {};
    if (part.type == FieldType::Consent && !filled && !look.side.empty()) look.next = {};
    if (part.type == FieldType::Multi && filled) look.next = ui.say("nav.chosen_next");
    if (part.type == FieldType::Name || part.type == FieldType::Text || part.type == FieldType::LongText)
        look.next = ui.say("nav.written_next");
    return look;
}

}  // namespace

void question_head(Scene& scene, Flow& flow, const Question& question) {
    Ui& ui = scene.ui;
    const flow::Asking& asking = question.asking;
    if (asking.column >= 0) {
        const std::string of =
            asking.row >= 0
                ? ui.say("ask.of_row", {{"label", question.field.label}, {"n", std::to_string(asking.row + 1)}})
                : ui.say("ask.of_group", {{"label", question.field.label}});
        const Style style{Type::body, Weight::strong, ui.palette().teal};
        const Rect at = flow.place(ui.tall(of, flow.column_width(), style) - 8);
        ui.write(at, of, style);
    }
    const Rect at = flow.place(heading_tall(ui, flow.column_width(), question.title, question.hint) + 4);
    heading(ui, at, question.title, question.hint);
}

void problem_notices(Scene& scene, Flow& flow, const Question& question) {
    Ui& ui = scene.ui;
    const bool errors = domain::has_errors(scene.session().draft.problems);
    for (const std::string& sentence : question.problems) {
        const Rect at = flow.place(notice_tall(ui, flow.column_width(), sentence));
        notice(ui, at, sentence, errors ? Tone::help : Tone::quiet, errors ? icon::kEdit : icon::kInfo);
        ui.reveal(at);
    }
    if (!question.problems.empty() && !errors) {
        const std::string text = scene.ui.say("ask.warning_next");
        const Rect at = flow.place(ui.tall(text, flow.column_width(), soft_text(ui)));
        ui.write(at, text, soft_text(ui));
    }
}

void also_buttons(Scene& scene, Flow& flow, const Question& question) {
    if (question.also.empty()) return;
    Ui& ui = scene.ui;
    const auto count = static_cast<int>(question.also.size());
    const int columns = std::min(count, 3);
    const int rows = (count + columns - 1) / columns;
    const Rect area = flow.place(static_cast<float>(rows) * 96 + static_cast<float>(rows - 1) * 16);
    const std::string now = flow::answer_text(scene.state, scene.world, question.asking);
    const std::string whole = flow::answer_text(scene.state, scene.world, {question.asking.field});
    for (int i = 0; i < count; ++i) {
        const std::string& word = question.also[static_cast<std::size_t>(i)];
        const bool on = word == now || word == whole;
        if (button(ui, area.cell(i % columns, i / columns, columns, rows, 16), word,
                   {on ? Tone::navy : Tone::quiet, on ? icon::kCheck : nullptr}))
            scene.send(flow::ChoseOption{word});
    }
}

void press_key(Scene& scene, const KeyPress& press) {
    switch (press.kind) {
        case KeyPress::Kind::none: return;
        case KeyPress::Kind::text: scene.send(flow::Typed{press.text}); return;
        case KeyPress::Kind::erase: scene.send(flow::PressedErase{}); return;
        case KeyPress::Kind::remove: scene.send(flow::PressedDelete{}); return;
        case KeyPress::Kind::myriad: scene.send(flow::PressedMyriad{}); return;
        case KeyPress::Kind::code_point: scene.send(flow::PressedCodePoint{}); return;
        case KeyPress::Kind::left: scene.send(flow::MovedCaret{flow::CaretMove::Left}); return;
        case KeyPress::Kind::right: scene.send(flow::MovedCaret{flow::CaretMove::Right}); return;
    }
}

void draw_ask(Scene& scene) {
    Ui& ui = scene.ui;
    const domain::Field* field = flow::asked_field(scene.state, scene.world);
    const domain::Field* part = flow::asked_part(scene.state, scene.world);
    if (!field || !part) return;
    const bool helped =
        !scene.session().draft.typed_by_helper.empty() || scene.session().draft.kind == domain::ApplicantKind::Helper;
    // The same code as on the paper form: whoever types a filled form in finds the place at once.
    const std::string title =
        ui.say("ask.paper_code", {{"title", ui.say(helped ? "ask.title_helped" : "ask.title")}, {"code", field->code}});
    Rect body = page_frame(scene, title, subtitle(scene));
    const flow::StepCount count = flow::count_steps(scene.state, scene.world);
    step_bar(ui, body.cut_top(14, ui.portrait() ? 28.0F : 20.0F), count.step, count.steps);
    const NavPress nav = nav_row(scene, body, nav_of(scene, *part));
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.side) scene.send(flow::Skipped{});
    if (nav.next) scene.send(flow::PressedNext{});

    const flow::Asking& asking = scene.session().draft.asking;
    const Question question{*field,          *part,
                            asking,          part->ask.empty() ? part->label : part->ask,
                            part->hint,      also_words(*field, *part, asking),
                            sentences(scene)};
    switch (part->type) {
        case FieldType::Choice:
        case FieldType::YesNo:
        case FieldType::YesNoUnknown:
        case FieldType::Multi: ask_choice(scene, body, question); break;
        case FieldType::Date: ask_date(scene, body, question); break;
        case FieldType::Rows: ask_rows(scene, body, question); break;
        case FieldType::Papers: ask_papers(scene, body, question); break;
        case FieldType::Declaration:
        case FieldType::Consent: ask_tick(scene, body, question); break;
        case FieldType::Signature: ask_signature(scene, body, question); break;
        default: ask_typed(scene, body, question); break;
    }
}

}  // namespace courtyard::screens
