// Everything once more, and, where somebody else typed, the applicant's own confirmation.
#include <algorithm>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_walk.hpp"
#include "app/screens/answer_words.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"
#include "app/screens/signature_box.hpp"

namespace courtyard::screens {
namespace {

constexpr float kChange = 104;

struct ReviewLine {
    const domain::Field* field = nullptr;
    std::string label, value;
    std::string heard;    // the same, with numbers hidden even where they are shown
    bool helped = false;  // typed by somebody else
    bool changeable = true;
    bool computed = false;
    std::string ink;  // a signature's strokes
};

constexpr float kInkTall = 130;

enum class Changing : std::uint8_t { offered, by_applicant };
// Every line, or those alone that somebody else typed.
enum class Lines : std::uint8_t { all, helped };

bool is_on_path(const Scene& scene, std::string_view code) {
    const domain::Path* path = scene.pack().form.path(*scene.session().draft.kind);
    if (!path) return false;
    for (const auto& step : path->steps)
        if (std::find(step.begin(), step.end(), code) != step.end()) return true;
    return false;
}

std::vector<ReviewLine> lines_of(const Scene& scene, const domain::Section& section) {
    std::vector<ReviewLine> lines;
    const flow::DraftWork& draft = scene.session().draft;
    const domain::Date today = domain::Date::in_china(scene.state.now);
    const domain::FormDefinition& form = scene.pack().form;
    const domain::Application all = domain::with_computed(form, draft.application, today, *draft.kind);
    const Masking masking = scene.ui.view().shows_masked ? Masking::in_full : Masking::as_field_says;
    for (const domain::Field& field : form.fields) {
        const domain::Answer* answer = all.find(field.code);
        if (field.section != section.id || !answer || !domain::is_shown(form, field, all, today, *draft.kind)) continue;
        ReviewLine line{&field,
                        field.label,
                        answer_words(scene.ui, field, *answer, masking),
                        answer_words(scene.ui, field, *answer, Masking::as_field_says),
                        draft.typed_by_helper.count(field.code) != 0,
                        is_on_path(scene, field.code),
                        draft.application.find(field.code) == nullptr,
                        {}};
        if (line.computed) line.changeable = false;
        if (const domain::Row* row = answer->row(); row && field.type == domain::FieldType::Signature)
            if (const auto ink = row->find(flow::kInk); ink != row->end()) line.ink = ink->second;
        if (const std::size_t photos = scene.session().eyes.photos.size();
            photos != 0 && field.type == domain::FieldType::Papers)
            line.value += "\n" + scene.ui.say("eyes.review.photos", {{"n", std::to_string(photos)}});
        lines.push_back(std::move(line));
    }
    return lines;
}

float line_tall(const Ui& ui, float width, const ReviewLine& line) {
    const float room = width - (kChange + 20);
    return std::max(112.0F, ui.tall(line.label, room, soft_text(ui)) + 6 + ui.tall(line.value, room, strong_text(ui)) +
                                32 + (line.ink.empty() ? 0 : kInkTall + 10));
}

void draw_line(Scene& scene, const Rect& at, const ReviewLine& line, Changing changing, int salt) {
    Ui& ui = scene.ui;
    Rect room = at;
    const Rect side = room.cut_right(kChange, 20);
    const Ear ear = ui.hear(Ear::control);  // the same word behind every line
    const bool pressed = line.changeable && button(ui, {side.x, at.middle_y() - 42, side.w, 84},
                                                   ui.say("review.change"), {Tone::quiet}, salt);
    ui.hear(ear);
    if (pressed) {
        if (changing == Changing::by_applicant)
            scene.send(flow::ChangedByApplicant{line.field->code});
        else
            scene.send(flow::ChangedAnswer{line.field->code});
    }
    std::string label = line.label;
    if (line.helped)
        label = ui.say("review.helped", {{"label", label}});
    else if (line.computed)
        label = ui.say("review.computed", {{"label", label}});
    const float tall = ui.tall(label, room.w, soft_text(ui)) + 6 + ui.tall(line.value, room.w, strong_text(ui)) +
                       (line.ink.empty() ? 0 : kInkTall + 10);
    const float y = at.middle_y() - tall / 2;
    Style style = soft_text(ui);
    if (line.helped) style.ink = ui.palette().gold_deep;
    const float used = ui.write({room.x, y, room.w, 0}, label, style);
    ui.hear_as(line.heard);
    const float value = ui.write({room.x, y + used + 6, room.w, 0}, line.value, strong_text(ui));
    if (!line.ink.empty())
        draw_ink(ui, {room.x, y + used + 6 + value + 10, kInkTall * 2, kInkTall}, line.ink, ui.palette().ink);
}

void sections(Scene& scene, Flow& flow, Changing changing, Lines which) {
    Ui& ui = scene.ui;
    int salt = 0;
    for (const domain::Section& section : scene.pack().form.sections) {
        std::vector<ReviewLine> lines = lines_of(scene, section);
        if (which == Lines::helped) std::erase_if(lines, [](const ReviewLine& line) { return !line.helped; });
        if (lines.empty()) continue;
        const float inner = flow.column_width() - 72;
        const float head = ui.em(Type::lead) * 1.12F;
        float tall = 28 + head + 10;
        for (const ReviewLine& line : lines)
            tall += line_tall(ui, inner, line);
        const Rect at = flow.place(tall + 12);
        panel(ui, at);
        ui.ground(ui.palette().card);
        section_title(ui, {at.x + 36, at.y + 28, inner, 0}, section.title);
        float y = at.y + 28 + head + 10;
        for (const ReviewLine& line : lines) {
            ui.fill({at.x + 36, y, inner, 2}, ui.palette().rule);
            const float one = line_tall(ui, inner, line);
            draw_line(scene, {at.x + 36, y, inner, one}, line, changing, salt++);
            y += one;
        }
        ui.ground(ui.palette().paper);
    }
}

std::vector<const domain::Problem*> errors(const Scene& scene) {
    std::vector<const domain::Problem*> out;
    for (const domain::Problem& problem : scene.session().draft.problems) {
        if (problem.severity != domain::Severity::Error) continue;
        if (std::none_of(out.begin(), out.end(), [&](const auto* p) { return p->field == problem.field; }))
            out.push_back(&problem);
    }
    return out;
}

}  // namespace

void draw_review(Scene& scene) {
    Ui& ui = scene.ui;
    if (!scene.session().draft.kind) return;
    const auto missing = errors(scene);
    const bool helped = !scene.session().draft.typed_by_helper.empty();
    Rect body = page_frame(scene, ui.say("review.title"), ui.say("review.sub"));
    NavLook look{ui.say("nav.previous"), {}, ui.say(helped ? "review.to_confirm" : "review.submit"), icon::kCheck};
    if (!missing.empty()) {
        look.next = ui.say("review.missing", {{"n", std::to_string(missing.size())}});
        look.next_icon = icon::kEdit;
        look.next_tone = Tone::navy;
    }
    const NavPress nav = nav_row(scene, body, look);
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next && missing.empty()) scene.send(flow::PressedSubmit{});
    if (nav.next && !missing.empty()) scene.send(flow::ChangedAnswer{missing.front()->field});

    const Rect page = ui.begin_roll(body, "review");
    Flow flow(page, ui.portrait() ? 1 : 2, measure::kGap);
    if (!scene.session().filing.error.empty()) {
        const std::string& key = scene.session().filing.error;
        const std::string text = ui.say("review.not_kept", {{"why", ui.say(ui.knows(key) ? key : "error.any")}});
        notice(ui, flow.across(notice_tall(ui, page.w, text)), text, Tone::help, icon::kWarning);
    }
    const std::string hint = ui.say(helped ? "review.hint_helped" : "review.hint");
    notice(ui, flow.across(notice_tall(ui, page.w, hint)), hint, Tone::quiet, icon::kVisibility);
    int salt = 1000;
    for (const domain::Problem* problem : missing) {
        const domain::Field* field = scene.pack().form.field(problem->field);
        std::string sentence = ui.say(problem->code);
        for (const auto& [name, value] : problem->params)
            sentence = fill_in(sentence, {{name, value}});
        const std::string title = ui.say("review.mend", {{"label", field ? field->label : problem->field}});
        const Rect at = flow.across(entry_tall(ui, page.w, title, sentence));
        if (entry(ui, at, title, sentence, icon::kEdit, salt++)) scene.send(flow::ChangedAnswer{problem->field});
    }
    const bool full = ui.view().shows_masked;
    if (button(ui, flow.across(96), ui.say(full ? "review.hide_numbers" : "review.show_numbers"),
               {Tone::quiet, icon::kVisibility}))
        ui.view().shows_masked = !full;
    sections(scene, flow, Changing::offered, Lines::all);
    ui.end_roll(flow.used());
}

void draw_confirm_alone(Scene& scene) {
    Ui& ui = scene.ui;
    if (!scene.session().draft.kind) return;
    Rect body = page_frame(scene, ui.say("confirm.title"), ui.say("confirm.sub"));
    const NavPress nav = nav_row(scene, body, {ui.say("confirm.back"), {}, ui.say("confirm.yes"), icon::kCheck});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next) scene.send(flow::ConfirmedAlone{});
    const Rect page = ui.begin_roll(body, "confirm");
    Flow flow(page, ui.portrait() ? 1 : 2, measure::kGap);
    const std::string text = ui.say("confirm.text");
    heading(ui, flow.across(heading_tall(ui, page.w, ui.say("confirm.heading"), text) + 8), ui.say("confirm.heading"),
            text);
    sections(scene, flow, Changing::by_applicant, Lines::helped);
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
