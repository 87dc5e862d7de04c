// Answers that are chosen: one of several, several of several, yes or no.
#include <algorithm>

#include "app/flow/form_walk.hpp"
#include "app/screens/ask_parts.hpp"

namespace courtyard::screens {
namespace {

constexpr float kChoiceGap = 18;

}  // namespace

void ask_choice(Scene& scene, Rect body, const Question& question) {
    Ui& ui = scene.ui;
    const bool several = question.part.type == domain::FieldType::Multi;
    auto options = flow::options_of(question.part, scene.pack().form);
    for (const std::string& word : question.also)
        options.push_back({word, word, {}});
    const auto list = [&](const Rect& area, std::string_view id, bool with_head) {
        const Rect page = ui.begin_roll(area, id);
        const int columns = options.size() > (ui.portrait() ? 8U : 5U) ? 2 : 1;
        Flow flow(page, columns, kChoiceGap);
        if (with_head) {
            Flow head(page, 1, 18);
            question_head(scene, head, question);
            problem_notices(scene, head, question);
            static_cast<void>(flow.across(head.used()));
        }
        float needed = flow.used();
        for (const domain::Option& option : options)
            needed += choice_tall(ui, flow.column_width(), option.say) + kChoiceGap;
        const float growth = columns > 1 ? 0 : choice_growth(needed, area.h, options.size());
        int salt = 0;
        for (const domain::Option& option : options) {
            const bool whole = question.asking.column >= 0 &&
                               flow::is_chosen(scene.state, scene.world, {question.asking.field}, option.value);
            const bool on = whole || flow::is_chosen(scene.state, scene.world, question.asking, option.value);
            const Mark mark = several ? (on ? Mark::many_on : Mark::many_off) : (on ? Mark::one_on : Mark::one_off);
            const float tall = choice_tall(ui, flow.column_width(), option.say) + growth;
            if (choice(ui, flow.place(tall), option.say, {}, mark, salt++)) scene.send(flow::ChoseOption{option.value});
        }
        ui.end_roll(flow.used());
    };
    if (ui.portrait()) {
        list(body, "choice", true);
        return;
    }
    Rect left = body.cut_left(body.w * 0.38F, 48);
    const Rect page = ui.begin_roll(left, "head");
    Flow head(page, 1, 18);
    question_head(scene, head, question);
    problem_notices(scene, head, question);
    ui.end_roll(head.used());
    list(body, "choice", false);
}

}  // namespace courtyard::screens
