// Answers that are typed: names, texts, numbers, money. Field and question on one side, keys on the other.
#include <algorithm>

#include "app/flow/form_walk.hpp"
#include "app/screens/answer_words.hpp"
#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using domain::FieldType;

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

}  // namespace

void ask_typed(Scene& scene, Rect body, const Question& question) {
    Ui& ui = scene.ui;
    const bool long_text = question.part.type == FieldType::LongText;
    const bool pad = is_padded(question.part) && !needs_letters(scene, question);
    const std::string ready = pad ? std::string{} : ready_words(ui, question);
    Rect keys;
    if (ui.portrait()) {
        keys = body.cut_bottom(pad ? 4 * 108.0F + 36 : keyboard_tall(ui, ready), 24);
    } else {
        keys = body.cut_right(pad ? 640.0F : body.w * 0.54F, 44);
        const float tall = pad ? 4 * 128.0F + 36 : keyboard_tall(ui, ready);
        keys = {keys.x, keys.y + std::max(0.0F, (keys.h - tall) / 2), keys.w, std::min(keys.h, tall)};
    }
    // What is hidden later is not read aloud now, digit by digit.
    const bool discreet = question.part.shown == domain::Shown::Masked || question.field.shown == domain::Shown::Masked;
    const Ear ear = ui.hear(discreet ? Ear::discreet : Ear::page);
    press_key(scene, pad ? number_pad(ui, keys, pad_of(question.part))
                         : keyboard(ui, keys, ready, long_text ? Newline::offered : Newline::none));
    ui.hear(ear);

    const Rect page = ui.begin_roll(body, "typed");
    Flow flow(page, 1, 22);
    question_head(scene, flow, question);
    const float rest = body.bottom() - (page.y + flow.used() + 22);
    const float em = ui.em(Type::title);
    const float tall = long_text ? std::clamp(rest - 180, 260.0F, 520.0F) : em + 64;
    const Rect at = flow.place(tall);
    FieldLook look{
        long_text ? Type::lead : Type::title, long_text, domain::has_errors(scene.session().draft.problems), {}};
    const std::string placeholder = ui.say(pad ? "ask.placeholder_number" : "ask.placeholder");
    look.placeholder = placeholder;
    look.discreet = discreet;
    const std::string meaning = question.part.type == FieldType::Money ? echo(scene, question) : std::string{};
    look.heard = meaning;
    if (const auto caret = text_field(ui, at, scene.session().edit, look, ui.say("ask.field")))
        scene.send(flow::PlacedCaret{*caret});
    if (const std::string text = echo(scene, question); !text.empty()) {
        const Style style{Type::body, Weight::strong, ui.palette().teal};
        ui.write(flow.place(ui.tall(text, flow.column_width(), style)), text, style);
    }
    problem_notices(scene, flow, question);
    also_buttons(scene, flow, question);
    document_kinds(scene, flow, question);
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
