// Answers that are typed: names, texts, numbers, money. Field and question on one side, keys on the other.
#include <algorithm>

#include "app/flow/form_walk.hpp"
#include "app/flow/typing_rule.hpp"
#include "app/screens/answer_words.hpp"
#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/writing_pads.hpp"

namespace courtyard::screens {
namespace {

using domain::FieldType;

constexpr float kOffersRow = 98;

bool is_padded(const domain::Field& part) {
    switch (part.type) {
        case FieldType::Phone:
        case FieldType::Money:
        case FieldType::Integer:
        case FieldType::IdDocument: return true;
        default: return part.role == "account";
    }
}

Pad pad_of(const domain::Field& part) {
    switch (part.type) {
        case FieldType::Phone: return Pad::phone;
        case FieldType::Money: return Pad::money;
        case FieldType::IdDocument: return Pad::identity;
        default: return Pad::number;
    }
}

// Ready-made words above the keyboard: marks of case numbers, kinds of relation, …
std::string ready_words(const Ui& ui, const Question& question) {
    std::string key;
    switch (question.part.type) {
        case FieldType::CaseNumber: key = "keys.ready.case_number"; break;
        case FieldType::Area: key = "keys.ready.area"; break;
        case FieldType::Name: key = "keys.ready.name"; break;
        default:
            key = "keys.ready." + (question.asking.column < 0
                                       ? question.field.code
                                       : question.field.code + "." + std::to_string(question.asking.column + 1));
    }
    return ui.knows(key) ? ui.say(key) : std::string{};
}

// Identity documents other than the citizen's card have letters: then the keyboard comes instead of the pad.
bool needs_letters(const Scene& scene, const Question& question) {
    if (question.part.type != FieldType::IdDocument || question.asking.column >= 0 || question.part.options.empty())
        return false;
    for (const domain::Option& option : question.part.options)
        if (flow::is_chosen(scene.state, scene.world, question.asking, option.value))
            return &option != &question.part.options.front();
    return false;
}

void document_kinds(Scene& scene, Flow& flow, const Question& question) {
    Ui& ui = scene.ui;
    const auto& options = question.part.options;
    if (question.part.type != FieldType::IdDocument || question.asking.column >= 0 || options.size() < 2) return;
    bool any = false;
    for (const domain::Option& option : options)
        any = any || flow::is_chosen(scene.state, scene.world, question.asking, option.value);
    if (!needs_letters(scene, question) && !ui.view().unfolded) {
        if (button(ui, flow.place(84), ui.say("ask.other_document"), {Tone::quiet, icon::kBadge, Type::body}))
            ui.view().unfolded = true;
        return;
    }
    const int count = static_cast<int>(options.size());
    const int columns = 2;
    const int rows = (count + columns - 1) / columns;
    const Rect area = flow.place(static_cast<float>(rows) * 84 + static_cast<float>(rows - 1) * 14);
    for (int i = 0; i < count; ++i) {
        const domain::Option& option = options[static_cast<std::size_t>(i)];
        const bool on = flow::is_chosen(scene.state, scene.world, question.asking, option.value) || (!any && i == 0);
        if (button(ui, area.cell(i % columns, i / columns, columns, rows, 14), option.value,
                   {on ? Tone::navy : Tone::quiet, on ? icon::kCheck : nullptr, Type::body}))
            scene.send(flow::ChoseOption{option.value});
    }
}

// What the typed characters mean, or how many there are.
std::string echo(const Scene& scene, const Question& question) {
    const std::string& text = scene.session().edit.text;
    const Ui& ui = scene.ui;
    if (text.empty()) return {};
    if (question.part.type == FieldType::Money) {
        const std::string words = amount_in_words(ui, text);
        return words.empty() ? std::string{} : ui.say("ask.money_means", {{"words", words}});
    }
    const std::string count = std::to_string(flow::characters(text));
    if (question.part.type == FieldType::IdDocument && !needs_letters(scene, question))
        return ui.say("ask.digits_of", {{"n", count}, {"all", "18"}});
    if (question.part.type == FieldType::Phone || question.part.role == "account")
        return ui.say("ask.digits", {{"n", count}});
    if (question.part.type == FieldType::LongText)
        return ui.say(
            "ask.characters_of",
            {{"n", count}, {"all", std::to_string(question.part.chars_max == 0 ? 500 : question.part.chars_max)}});
    return {};
}

// What is hidden later is not read aloud now, digit by digit.
bool is_discreet(const Question& question) {
    return question.part.shown == domain::Shown::Masked || question.field.shown == domain::Shown::Masked;
}

// Where large letters leave no room for question and field at once, whoever writes sees what is written; until then the
// question is there, and the arrows lead back to it.
void show_what_is_written(Scene& scene, const Rect& field) {
    constexpr int kFramesToSettle = 3;
    const flow::WritingWork& writing = scene.session().writing;
    View& view = scene.ui.view();
    const std::size_t written = scene.session().edit.text.size() * 64 + writing.ink.size() + writing.letters.size();
    if (written != view.written) view.revealing = written == 0 ? 0 : kFramesToSettle;
    view.written = written;
    if (view.revealing == 0) return;
    --view.revealing;
    view.wants_frame = true;
    scene.ui.reveal(field);
}

// The question with its field, its problems and what can be said instead, as far as `body` reaches.
void question_and_field(Scene& scene, Rect body, const Question& question, bool pad) {
    Ui& ui = scene.ui;
    const bool long_text = question.part.type == FieldType::LongText;
    const flow::TextEdit& edit = scene.session().edit;
    const Tools tools = pad ? Tools::arrows : Tools::all;
    const Rect page = ui.begin_roll(body, "typed");
    Flow flow(page, 1, 20);
    question_head(scene, flow, question);
    const float rest = body.bottom() - (page.y + flow.used() + 20);
    const float em = ui.em(Type::title);
    // Two lines of a story are always in sight.
    const float two_lines = std::max(170.0F, ui.em(Type::lead) * (1 + measure::kLine) + 46);
    const float tall =
        long_text ? std::clamp(rest - (question.also.empty() ? 104.0F : 220.0F), two_lines, 520.0F) : em + 60;
    const Rect at = flow.place(tall);
    FieldLook look{
        long_text ? Type::lead : Type::title, long_text, domain::has_errors(scene.session().draft.problems), {}};
    const std::string placeholder = ui.say(pad ? "ask.placeholder_number" : "writing.placeholder");
    look.placeholder = placeholder;
    look.discreet = is_discreet(question);
    const std::string meaning = question.part.type == FieldType::Money ? echo(scene, question) : std::string{};
    look.heard = meaning;
    if (!long_text && !edit.text.empty()) look.tools = field_tools_wide(ui, edit, tools);
    if (const auto caret = text_field(ui, at, edit, look, ui.say("ask.field"))) scene.send(flow::PlacedCaret{*caret});
    show_what_is_written(scene, at);
    if (!long_text && !edit.text.empty()) press_key(scene, field_tools(ui, at, edit, tools));
    const std::string text = echo(scene, question);
    const Style style{Type::body, Weight::strong, ui.palette().teal};
    if (long_text) {
        // Room for the tools under the field: beside the text they would take a third of each line.
        Rect row = flow.place(84);
        const Rect keys = row.cut_right(field_tools_wide(ui, edit, tools), 20);
        press_key(scene, field_tools(ui, {keys.x, keys.y - 12, keys.w + 12, keys.h + 24}, edit, tools));
        if (!text.empty()) ui.line(row, text, style);
    } else if (!text.empty()) {
        ui.write(flow.place(ui.tall(text, flow.column_width(), style)), text, style);
    }
    problem_notices(scene, flow, question);
    also_buttons(scene, flow, question);
    document_kinds(scene, flow, question);
    ui.end_roll(flow.used());
}

// What the question needs above the pads, so that they get the rest.
float needed_above(const Scene& scene, float width, const Question& question) {
    const Ui& ui = scene.ui;
    float needed = heading_tall(ui, width, question.title, question.hint) + 24 + ui.em(Type::title) + 60;
    if (question.asking.column >= 0) needed += ui.em(Type::body) * 1.5F + 20;
    if (!question.also.empty()) needed += 116;
    for (const std::string& problem : question.problems)
        needed += notice_tall(ui, width, problem) + 20;
    if (question.part.type == FieldType::LongText) needed += 220;
    if (question.part.type == FieldType::IdDocument) needed += 260;
    return needed;
}

void ask_number(Scene& scene, Rect body, const Question& question) {
    Ui& ui = scene.ui;
    const Pad pad = pad_of(question.part);
    Rect keys;
    if (ui.portrait()) {
        keys = body.cut_bottom(4 * 112.0F + 36, 24);
    } else {
        keys = body.cut_right(pad == Pad::money ? 780.0F : 640.0F, 44);
        const float tall = 4 * 128.0F + 36;
        keys = {keys.x, keys.y + std::max(0.0F, (keys.h - tall) / 2), keys.w, std::min(keys.h, tall)};
    }
    const Ear ear = ui.hear(is_discreet(question) ? Ear::discreet : Ear::page);
    press_key(scene, number_pad(ui, keys, pad));
    ui.hear(ear);
    question_and_field(scene, body, question, true);
}

// What the grid or the keys need at least.
float board_least(const Scene& scene, const BoardLook& look) {
    switch (scene.session().writing.pad) {
        case flow::WritingPad::hand: return look.is_story ? 380 : 430;
        case flow::WritingPad::sound: {
            const bool four = look.is_story || flow::takes_name(scene.state, scene.world);
            return 90 + (four ? 4 : 5) * 84.0F + (four ? 36.0F : 48.0F);
        }
        case flow::WritingPad::radical: return 560;
        case flow::WritingPad::marks: return keyboard_tall(scene.ui, look.ready);
    }
    return 430;
}

void ask_words(Scene& scene, Rect body, const Question& question) {
    Ui& ui = scene.ui;
    const flow::WritingWork& work = scene.session().writing;
    const std::string ready = ready_words(ui, question);
    const BoardLook look{ready, question.part.type == FieldType::LongText || question.part.type == FieldType::Area,
                         question.part.type == FieldType::LongText};
    const bool offers = has_offers_row(work);
    const float tabs_tall = writing_tabs_tall(ui);
    if (ui.portrait()) {
        // The question gets what it needs, the pads the rest; a second row of candidates where there is room for one.
        const float least = tabs_tall + 16 + (offers ? kOffersRow + 16 : 0) + board_least(scene, look);
        const float pads = std::clamp(body.h - needed_above(scene, body.w, question) - 36,
                                      std::min(least, body.h * 0.8F), std::max(least, 930.0F));
        const bool wants_two = work.pad == flow::WritingPad::sound || ui.look().text_size == TextSize::Largest;
        const bool two = wants_two && pads - least >= kOffersRow + 12;
        Rect area = body.cut_bottom(pads, 20);
        writing_tabs(scene, area.cut_top(tabs_tall, 16));
        if (offers) writing_offers(scene, area.cut_top(two ? 2 * kOffersRow + 12 : kOffersRow, 16), ready);
        writing_board(scene, area, look);
    } else {
        const bool wide = work.pad != flow::WritingPad::hand;
        writing_board(scene, body.cut_right(wide ? body.w * 0.56F : std::min(body.w * 0.54F, body.h + 210), 36), look);
        if (offers) writing_offers(scene, body.cut_bottom(2 * kOffersRow + 12, 16), ready);
        writing_tabs(scene, body.cut_bottom(tabs_tall, 18));
    }
    question_and_field(scene, body, question, false);
}

}  // namespace

void ask_typed(Scene& scene, Rect body, const Question& question) {
    if (is_padded(question.part) && !needs_letters(scene, question))
        ask_number(scene, body, question);
    else
        ask_words(scene, body, question);
}

}  // namespace courtyard::screens
