// One question of the form: the parts of the screen that differ by type of answer. Used by screen_ask.cpp.
#pragma once

#include "app/domain/form.hpp"
#include "app/screens/kiosk_scene.hpp"

namespace courtyard::screens {

struct Question {
    const domain::Field& field;
    const domain::Field& part;  // the field itself or the column that is asked
    const flow::Asking& asking;
    std::string title, hint;
    std::vector<std::string> also;      // words that can be given instead
    std::vector<std::string> problems;  // kind sentences
};

// `body` is what lies between the step bar and the page's buttons.
void ask_typed(Scene& scene, Rect body, const Question& question);
void ask_choice(Scene& scene, Rect body, const Question& question);
void ask_date(Scene& scene, Rect body, const Question& question);
void ask_rows(Scene& scene, Rect body, const Question& question);
void ask_papers(Scene& scene, Rect body, const Question& question);
void ask_signature(Scene& scene, Rect body, const Question& question);
void ask_tick(Scene& scene, Rect body, const Question& question);

// Shared: the question, and under it its problems, in one column of a scrolled page.
void question_head(Scene& scene, Flow& flow, const Question& question);
void problem_notices(Scene& scene, Flow& flow, const Question& question);
// `also` words as buttons in a row or two.
void also_buttons(Scene& scene, Flow& flow, const Question& question);
void press_key(Scene& scene, const KeyPress& press);

}  // namespace courtyard::screens
