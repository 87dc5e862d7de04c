// A date on three wheels: year, month, day.
#include <algorithm>

#include "app/flow/form_walk.hpp"
#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kUsualAge = 60;  // of those who come: where the wheel of a birth begins
constexpr float kDateGap = 20;

// A date that follows from the identity number is a birth.
bool is_birth(const domain::Field& part) { return part.from.has_value(); }

void wheels(Scene& scene, const Rect& area, const Question& question) {
    Ui& ui = scene.ui;
    const flow::DatePick& pick = scene.session().draft.date;
    const domain::Date today = domain::Date::in_china(scene.state.now);
    const bool has_year = pick.year.size() == 4;
    const int year = has_year ? std::stoi(pick.year) : 0;

    Rect room = area;
    const float narrow = (room.w - 2 * kDateGap) * 0.29F;
    WheelLook years;
    years.first = kFirstYear;
    years.last = today.year();
    if (has_year) years.value = year;
    years.start = is_birth(question.part) ? today.year() - kUsualAge : today.year();
    years.unit = ui.say("date.unit.year");
    years.less_say = ui.say("date.less.year");
    years.more_say = ui.say("date.more.year");
    const Rect first = room.cut_left(room.w - 2 * (narrow + kDateGap), kDateGap);
    if (const auto picked = wheel(ui, first, "year", years); picked && picked != years.value)
        scene.send(flow::PickedYear{std::to_string(*picked)});

    WheelLook months;
    months.first = 1;
    months.last = 12;
    if (pick.month != 0) months.value = pick.month;
    months.start = is_birth(question.part) ? 6 : today.month();
    months.unit = ui.say("date.unit.month");
    months.less_say = ui.say("date.less.month");
    months.more_say = ui.say("date.more.month");
    if (const auto picked = wheel(ui, room.cut_left(narrow, kDateGap), "month", months);
        picked && picked != months.value)
        scene.send(flow::PickedMonth{*picked});

    WheelLook days;
    days.first = 1;
    days.last = has_year && pick.month != 0 ? domain::days_in_month(year, pick.month) : 31;
    if (pick.day != 0) days.value = pick.day;
    days.start = is_birth(question.part) ? 15 : today.day();
    days.unit = ui.say("date.unit.day");
    days.less_say = ui.say("date.less.day");
    days.more_say = ui.say("date.more.day");
    if (const auto picked = wheel(ui, room, "day", days); picked && picked != days.value)
        scene.send(flow::PickedDay{*picked});
}

}  // namespace

void ask_date(Scene& scene, Rect body, const Question& question) {
    Ui& ui = scene.ui;
    const flow::DatePick& pick = scene.session().draft.date;
    Rect keys;
    if (ui.portrait()) {
        keys = body.cut_bottom(std::min(body.h * 0.62F, 720.0F), 28);
    } else {
        keys = body.cut_right(body.w * 0.52F, 48);
        keys.h = std::min(keys.h, 720.0F);
    }
    wheels(scene, keys, question);

    const Rect page = ui.begin_roll(body, "date");
    Flow flow(page, 1, 22);
    question_head(scene, flow, question);
    // What stands on the wheels, in one line: read once more before going on.
    const std::string year = pick.year.empty() ? "____" : pick.year;
    const std::string month = pick.month == 0 ? "__" : std::to_string(pick.month);
    const std::string day = pick.day == 0 ? "__" : std::to_string(pick.day);
    const bool whole = !pick.year.empty() && pick.month != 0 && pick.day != 0;
    const Rect box = flow.place(ui.em(Type::title) + 60);
    ui.fill(box, ui.palette().card, 22);
    ui.frame(box, domain::has_errors(scene.session().draft.problems) ? ui.palette().red : ui.palette().teal, 5, 22);
    const Colour before = ui.ground(ui.palette().card);
    ui.line(box.inset(24, 0), ui.say("date.full", {{"year", year}, {"month", month}, {"day", day}}),
            {Type::title, Weight::strong, whole ? ui.palette().ink : ui.palette().soft_ink, Align::centre});
    ui.ground(before);
    const std::string hint = ui.say(whole ? "date.done" : "date.turn");
    ui.write(flow.place(ui.tall(hint, flow.column_width(), soft_text(ui))), hint, soft_text(ui));
    problem_notices(scene, flow, question);
    also_buttons(scene, flow, question);
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
