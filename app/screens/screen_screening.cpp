// "Can I get aid?": one plain question, and the two pages that interrupt it.
#include <algorithm>

#include "app/screens/contact_cards.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {
namespace {

constexpr float kAnswerGap = 20;

const domain::ScreeningQuestion* asked(const Scene& scene) {
    const auto& questions = scene.pack().screening.questions;
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const auto& q) { return q.key == scene.session().screening.key; });
    return found == questions.end() ? nullptr : &*found;
}

}  // namespace

void draw_screening(Scene& scene) {
    Ui& ui = scene.ui;
    const domain::ScreeningQuestion* question = asked(scene);
    if (!question) return;
    const auto asked_now = domain::questions_to_ask(scene.pack().screening, scene.session().screening.answers);
    const auto at =
        std::find_if(asked_now.begin(), asked_now.end(), [&](const auto* q) { return q->key == question->key; });
    const auto n = static_cast<std::size_t>(at - asked_now.begin()) + 1;
    const bool revising = scene.session().screening.revising;
    const std::string count =
        revising ? ui.say("screening.revising") : ui.say("screening.count", {{"n", std::to_string(n)}});
    Rect body = page_frame(scene, ui.say("screening.title"), count);
    step_bar(ui, body.cut_top(14, 28), n, std::max(n, asked_now.size()));
    const bool several = domain::is_list_key(question->key);
    const bool answered = scene.session().screening.answered.count(question->key) != 0;
    const auto chosen = domain::screening_value(scene.session().screening.answers, question->key);
    NavLook look{ui.say("nav.previous"), ui.say("screening.apply_now"), {}, icon::kCheck, nullptr};
    if (several)
        look.next = ui.say(chosen.empty() ? "screening.none_of_these" : "nav.chosen_next");
    else if (answered)
        look.next = ui.say("nav.next");
    const NavPress nav = nav_row(scene, body, look);
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.side) scene.send(flow::OpenedApplication{});
    if (nav.next) scene.send(flow::PressedNext{});

    const auto options = [&](const Rect& area) {
        const Rect page = ui.begin_roll(area, "options");
        Flow flow(page, 1, kAnswerGap);
        float needed = 0;
        for (const domain::ScreeningOption& option : question->options)
            needed += choice_tall(ui, flow.column_width(), option.say, option.help) + kAnswerGap;
        const float growth = choice_growth(needed, area.h, question->options.size());
        int salt = 0;
        for (const domain::ScreeningOption& option : question->options) {
            const bool on =
                (several || answered) && std::find(chosen.begin(), chosen.end(), option.value) != chosen.end();
            const Mark mark = several ? (on ? Mark::many_on : Mark::many_off) : (on ? Mark::one_on : Mark::one_off);
            const float tall = choice_tall(ui, flow.column_width(), option.say, option.help) + growth;
            if (choice(ui, flow.place(tall), option.say, option.help, mark, salt++))
                scene.send(flow::RepliedScreening{option.value});
        }
        ui.end_roll(flow.used());
    };
    if (ui.portrait()) {
        body.cut_top(heading(ui, body, question->ask, question->hint), 32);
        options(body);
    } else {
        Rect left = body.cut_left(body.w * 0.4F, 48);
        const Rect page = ui.begin_roll(left, "ask");
        ui.end_roll(heading(ui, page, question->ask, question->hint));
        options(body);
    }
}

void draw_urgent(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("urgent.title"), {}, Back::none);
    const NavPress nav =
        nav_row(scene, body, {{}, ui.say("urgent.apply"), ui.say("urgent.go_on"), icon::kArrowForward});
    if (nav.next) scene.send(flow::PressedNext{});
    if (nav.side) scene.send(flow::OpenedApplication{});
    const Rect page = ui.begin_roll(body, "urgent");
    Flow flow(page, ui.portrait() ? 1 : 2, 22);
    const std::string text = ui.say("urgent.text");
    heading(ui, flow.across(heading_tall(ui, page.w, ui.say("urgent.heading"), text) + 8), ui.say("urgent.heading"),
            text);
    contact_cards(scene, flow, {"120", "110", "judge", "12368", "steward"});
    ui.end_roll(flow.used());
}

// Rule RS. Whoever looks on may be the one who did the harm: the page accuses nobody and repeats nothing that was said.
void draw_other_help(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("other_help.title"));
    const NavPress nav =
        nav_row(scene, body, {{}, ui.say("other_help.doors"), ui.say("other_help.someone_else"), icon::kPeople});
    if (nav.side) scene.send(flow::OpenedDoors{});
    if (nav.next) scene.send(flow::OpenedApplication{});
    const Rect page = ui.begin_roll(body, "other");
    Flow flow(page, ui.portrait() ? 1 : 2, 22);
    const std::string text = ui.say("other_help.text");
    heading(ui, flow.across(heading_tall(ui, page.w, ui.say("other_help.heading"), text) + 8),
            ui.say("other_help.heading"), text);
    contact_cards(scene, flow, {"steward", "child_director", "12338", "12368", "12309", "110", "civil_affairs"});
    ui.end_roll(flow.used());
}

void draw_help(Scene& scene) {
    Ui& ui = scene.ui;
    const Rect body = page_frame(scene, ui.say("help.title"), ui.say("help.sub"));
    const Rect page = ui.begin_roll(body, "help");
    Flow flow(page, ui.portrait() ? 1 : 2, 22);
    const std::string hint = ui.say("help.hint");
    notice(ui, flow.across(notice_tall(ui, page.w, hint)), hint, Tone::quiet, icon::kInfo);
    contact_cards(scene, flow,
                  {"steward", "judge", "12368", "aid_office", "120", "110", "12338", "12348", "12309", "12345"});
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
