// A date in three touches or so: the year on a pad, then the month, then the day.
#include <algorithm>

#include "app/flow/form_walk.hpp"
#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

constexpr float kGridGap = 14;

void year_pad(Scene& scene, const Rect& area) {
    const std::string& year = scene.session().draft.date.year;
    const KeyPress press = number_pad(scene.ui, area, Pad::dated);
    if (press.kind == KeyPress::Kind::text && year.size() < 4) scene.send(flow::PickedYear{year + press.text});
    if (press.kind == KeyPress::Kind::erase && !year.empty())
        scene.send(flow::PickedYear{year.substr(0, year.size() - 1)});
}

void month_grid(Scene& scene, const Rect& area) {
    Ui& ui = scene.ui;
    for (int month = 1; month <= 12; ++month)
        if (button(ui, area.cell((month - 1) % 4, (month - 1) / 4, 4, 3, kGridGap),
                   ui.say("date.month", {{"month", std::to_string(month)}}), {Tone::plain, nullptr, Type::lead}))
            scene.send(flow::PickedMonth{month});
}

void day_grid(Scene& scene, const Rect& area) {
    Ui& ui = scene.ui;
    const flow::DatePick& pick = scene.session().draft.date;
    const int days = domain::days_in_month(std::stoi(pick.year), pick.month);
    for (int day = 1; day <= days; ++day) {
        const bool on = pick.day == day;
        if (button(ui, area.cell((day - 1) % 7, (day - 1) / 7, 7, 5, kGridGap), std::to_string(day),
                   {on ? Tone::go : Tone::plain, nullptr, Type::lead}))
            scene.send(flow::PickedDay{day});
    }
}

}  // namespace

void ask_date(Scene& scene, Rect body, const Question& question) {
    Ui& ui = scene.ui;
    const flow::DatePick& pick = scene.session().draft.date;
    const bool has_year = pick.year.size() == 4 && pick.year != "0000";
    Rect keys;
    if (ui.portrait()) {
        keys = body.cut_bottom(560, 28);
    } else {
        keys = body.cut_right(body.w * 0.5F, 48);
        keys.h = std::min(keys.h, 560.0F);
    }
    const Rect page = ui.begin_roll(body, "date");
    Flow flow(page, 1, 22);
    question_head(scene, flow, question);
    // The three parts as large boxes; a touch picks that part again.
    const Rect boxes = flow.place(132);
    const auto box = [&](int i, const std::string& text, bool now) {
        const Rect at = boxes.cell(i, 0, 3, 1, 18);
        return button(ui, at, text, {now ? Tone::navy : Tone::plain, nullptr, Type::lead});
    };
    const std::string year = ui.say("date.year", {{"year", pick.year.empty() ? "____" : pick.year}});
    const std::string month = ui.say("date.month", {{"month", pick.month == 0 ? "__" : std::to_string(pick.month)}});
    const std::string day = ui.say("date.day_only", {{"day", pick.day == 0 ? "__" : std::to_string(pick.day)}});
    if (box(0, year, !has_year)) scene.send(flow::PickedYear{{}});
    if (box(1, month, has_year && pick.month == 0)) scene.send(flow::PickedMonth{0});
    if (box(2, day, has_year && pick.month != 0)) scene.send(flow::PickedDay{0});
    const std::string hint = ui.say(!has_year         ? "date.pick_year"
                                    : pick.month == 0 ? "date.pick_month"
                                                      : "date.pick_day");
    ui.write(flow.place(ui.tall(hint, flow.column_width(), soft_text(ui))), hint, soft_text(ui));
    problem_notices(scene, flow, question);
    also_buttons(scene, flow, question);
    ui.end_roll(flow.used());

    if (!has_year)
        year_pad(scene, keys);
    else if (pick.month == 0)
        month_grid(scene, keys);
    else
        day_grid(scene, keys);
}

}  // namespace courtyard::screens
