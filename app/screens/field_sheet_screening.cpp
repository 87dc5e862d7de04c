// The screening sheet: an explanation that travelled with the application, not a finding.
#include <algorithm>

#include "app/domain/screening_change.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

const domain::ScreeningQuestion* question_of(const pack::Pack& pack, std::string_view key) {
    for (const domain::ScreeningQuestion& question : pack.screening.questions)
        if (question.key == key) return &question;
    return nullptr;
}

float draw_outcome(Desk& desk, const Rect& rect, const domain::Screening& screening) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    ChipLook look = outcome_look(screening.primary);
    look.type = Type::lead;
    float y = rect.y;
    float x = rect.x;
    x += chip(desk, x, y + desk.em(Type::lead) * 0.8F, outcome_label(ui, screening.primary), look) + 14;
    for (const std::string& also : screening.also) {
        ChipLook other = outcome_look(also);
        other.type = Type::body;
        const std::string words = ui.say("field.screening.also", {{"outcome", outcome_label(ui, also)}});
        const float wide = chip_wide(desk, words, other);
        if (x + wide > rect.right() && x > rect.x) {
            x = rect.x;
            y += em * 1.9F;
        }
        chip(desk, x, y + desk.em(Type::lead) * 0.8F, words, other);
        x += wide + 12;
    }
    y += desk.em(Type::lead) * 2.0F;
    y += ui.write({rect.x, y, rect.w, 0}, ui.say("field.screening.rule", {{"rule", screening.rule}}), desk_soft(desk)) +
         em * 0.9F;
    return y - rect.y;
}

float draw_list(Desk& desk, const Rect& rect, std::string_view title, const std::vector<std::string>& lines) {
    if (lines.empty()) return 0;
    const float em = desk.em();
    float y = rect.y + group_title(desk, rect, title);
    for (const std::string& line : lines) {
        desk.ui.disc(rect.x + em * 0.4F, y + em * 0.55F, 5, desk.ui.palette().gold_deep);
        y += desk.ui.write({rect.x + em, y, rect.w - em, 0}, line, desk_text(desk)) + em * 0.45F;
    }
    return y + em * 0.6F - rect.y;
}

float draw_answers(Desk& desk, const Rect& rect, const domain::ScreeningAnswers& answers) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    float y = rect.y + group_title(desk, rect, ui.say("field.screening.answers"));
    const float code = em * 2.4F;
    const float ask = (rect.w - code) * 0.52F;
    for (const domain::ScreeningQuestion* question : domain::questions_to_ask(desk.pack().screening, answers)) {
        const std::string words =
            screening_words(ui, *question, question->key, domain::screening_value(answers, question->key));
        const std::string shown = words.empty() ? ui.say("field.screening.unknown") : words;
        const float tall = std::max(ui.tall(question->ask, ask - 20, desk_soft(desk, Type::body)),
                                    ui.tall(shown, rect.w - code - ask, desk_strong(desk)));
        // Keys such as G1 are short enough to help an officer find the row of the matrix; longer ones are names of the
        // program.
        if (question->key.size() <= 2) ui.write({rect.x, y, code, 0}, question->key, desk_soft(desk));
        ui.write({rect.x + code, y, ask - 20, 0}, question->ask, desk_soft(desk, Type::body));
        ui.write({rect.x + code + ask, y, rect.w - code - ask, 0}, shown, desk_strong(desk));
        y += tall + em * 0.5F;
        ui.fill({rect.x, y - em * 0.22F, rect.w, 2}, ui.palette().rule.faded(0.75F));
    }
    return y + em * 0.6F - rect.y;
}

std::vector<std::string> changes_of(const Desk& desk, const domain::Screening& screening) {
    std::vector<std::string> lines;
    for (const domain::ScreeningChange& change : screening.would_change) {
        const domain::ScreeningQuestion* question = question_of(desk.pack(), change.key);
        if (!question) continue;
        const std::string to = screening_words(desk.ui, *question, change.key, change.to);
        lines.push_back(
            desk.ui.say("field.screening.change", {{"ask", question->ask},
                                                   {"to", to.empty() ? desk.ui.say("field.screening.none") : to},
                                                   {"outcome", outcome_label(desk.ui, change.primary)},
                                                   {"rule", change.rule}}));
    }
    return lines;
}

// The fewest answers that would have to be different together, as the person saw it.
std::vector<std::string> ways_of(const Desk& desk, const domain::ScreeningAnswers& answers) {
    const Ui& ui = desk.ui;
    std::vector<std::string> lines;
    const domain::ScreeningWays ways = domain::smallest_changes(desk.pack().screening, answers);
    for (const domain::ScreeningWay& way : ways.better) {
        std::string line;
        for (const domain::AnswerChange& change : way.changes) {
            const domain::ScreeningQuestion* question = question_of(desk.pack(), change.key);
            if (!question) continue;
            const std::string to = screening_words(ui, *question, change.key, change.any_of.front());
            line += ui.say(change.was_unknown ? "field.screening.way.unknown" : "field.screening.way.fact",
                           {{"ask", question->ask}, {"to", to.empty() ? ui.say("field.screening.none") : to}});
        }
        lines.push_back(line + ui.say("field.screening.way.then",
                                      {{"outcome", outcome_label(ui, way.primary)}, {"rule", way.rule}}));
    }
    return lines;
}

}  // namespace

float draw_sheet_screening(Desk& desk, const Rect& body) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    const flow::ApplicationSheet& sheet = *desk.state.sheet;
    float y = body.y;
    y +=
        remark(desk, {body.x, y, body.w, 0}, ui.say("field.screening.hint_only"), Tone::quiet, icon::kInfo) + em * 0.9F;
    if (!sheet.answers)
        return y + ui.write({body.x, y, body.w, 0}, ui.say("field.screening.skipped"), desk_text(desk)) - body.y;
    const domain::Screening& screening = sheet.screening;
    y += draw_outcome(desk, {body.x, y, body.w, 0}, screening);
    y += draw_list(desk, {body.x, y, body.w, 0}, ui.say("field.screening.reasons"), screening.reasons);
    y += draw_list(desk, {body.x, y, body.w, 0}, ui.say("field.screening.articles"), screening.articles);
    y += draw_answers(desk, {body.x, y, body.w, 0}, *sheet.answers);
    y += draw_list(desk, {body.x, y, body.w, 0}, ui.say("field.screening.ways"), ways_of(desk, *sheet.answers));
    y += draw_list(desk, {body.x, y, body.w, 0}, ui.say("field.screening.changes"), changes_of(desk, screening));
    return y - body.y;
}

}  // namespace courtyard::screens
