// The guide: topics, one topic, the twenty questions, one question.
#include <algorithm>
#include <array>

#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"
#include "app/screens/print_parts.hpp"

namespace courtyard::screens {
namespace {

const char* guide_icon(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, const char*>, 8> kIcons{
        {{"heart", icon::kVolunteerActivism},
         {"people", icon::kGroups},
         {"info", icon::kInfo},
         {"steps", icon::kFormatListNumbered},
         {"clock", icon::kSchedule},
         {"money", icon::kPayments},
         {"papers", icon::kDescription},
         {"doors", icon::kSignpost}}};
    for (const auto& [key, glyph] : kIcons)
        if (key == name) return glyph;
    return icon::kArticle;
}

}  // namespace

void draw_guide(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("guide.title"), ui.say("guide.sub"));
    Rect row = body.cut_top(104, measure::kGap);
    if (button(ui, row.cell(0, 0, 3, 1, 24), ui.say("guide.questions"), {Tone::navy, icon::kQuestionAnswer}))
        scene.send(flow::OpenedQuestions{});
    if (button(ui, row.cell(1, 0, 3, 1, 24), ui.say("guide.search"), {Tone::navy, icon::kSearch}))
        scene.send(flow::OpenedSearch{});
    if (button(ui, row.cell(2, 0, 3, 1, 24), ui.say("guide.doors"), {Tone::navy, icon::kSignpost}))
        scene.send(flow::OpenedDoors{});
    const Rect page = ui.begin_roll(body, "guide");
    Flow flow(page, ui.portrait() ? 1 : 2, 22);
    int salt = 0;
    if (can_print(scene)) {
        const std::string title = ui.say("print.take_home.title");
        const std::string teaser = ui.say("print.take_home.teaser");
        const Rect at = flow.place(entry_tall(ui, flow.column_width(), title, teaser));
        if (entry(ui, at, title, teaser, icon::kPrint, salt++)) scene.send(flow::OpenedTakeHome{});
    }
    for (const pack::Topic& topic : scene.pack().topics) {
        const std::string teaser = ui.say("guide.teaser." + topic.id);
        const Rect at = flow.place(entry_tall(ui, flow.column_width(), topic.title, teaser));
        if (entry(ui, at, topic.title, teaser, guide_icon(topic.icon), salt++)) scene.send(flow::OpenedTopic{topic.id});
    }
    ui.end_roll(flow.used());
}

void draw_topic(Scene& scene) {
    Ui& ui = scene.ui;
    const pack::Topic* topic = scene.pack().topic(scene.session().place.id);
    if (!topic) return;
    Rect body = page_frame(scene, topic->title, ui.say("guide.title"));
    const flow::PrintOrder paper{flow::PrintWhat::Topic, topic->id, {}, {}};
    // The way back is also at the top: where there is a printer its place is the paper's.
    const NavPress nav = nav_row(scene, body,
                                 {can_print(scene) ? std::string{} : ui.say("nav.back"),
                                  can_print(scene) ? print_label(scene, paper, "print.this") : std::string{},
                                  ui.say("guide.to_screening"), icon::kFactCheck, icon::kPrint});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.side) press_print(scene, paper);
    if (nav.next) scene.send(flow::OpenedScreening{});
    const Rect page = ui.begin_roll(body, "topic");
    const float side = 44;
    float tall = 36;
    for (const std::string& paragraph : topic->body)
        tall += ui.tall(paragraph, page.w - 2 * side - 48, body_text(ui)) + 26;
    const Rect sheet{page.x, page.y, page.w, std::max(tall + 10, body.h - 12)};
    panel(ui, sheet);
    ui.ground(ui.palette().card);
    float y = sheet.y + 36;
    for (const std::string& paragraph : topic->body) {
        ui.disc(sheet.x + side + 8, y + ui.em(Type::body) * 0.56F, 8, ui.palette().gold_line);
        y += ui.write({sheet.x + side + 38, y, page.w - 2 * side - 48, 0}, paragraph, body_text(ui)) + 26;
    }
    ui.ground(ui.palette().paper);
    ui.end_roll(sheet.h + 12);
}

void draw_questions(Scene& scene) {
    Ui& ui = scene.ui;
    const Rect body = page_frame(scene, ui.say("questions.title"), ui.say("guide.title"));
    const Rect page = ui.begin_roll(body, "questions");
    Flow flow(page, ui.portrait() ? 1 : 2, 20);
    for (const pack::GuideQuestion& question : scene.pack().questions) {
        const std::string title =
            ui.say("questions.numbered", {{"n", std::to_string(question.n)}, {"ask", question.ask}});
        const Rect at = flow.place(entry_tall(ui, flow.column_width(), title, {}));
        if (entry(ui, at, title, {}, icon::kHelp, question.n)) scene.send(flow::OpenedQuestion{question.n});
    }
    ui.end_roll(flow.used());
}

void draw_question(Scene& scene) {
    Ui& ui = scene.ui;
    const auto& questions = scene.pack().questions;
    const int n = scene.session().place.index;
    const auto found = std::find_if(questions.begin(), questions.end(), [n](const auto& q) { return q.n == n; });
    if (found == questions.end()) return;
    const int count = static_cast<int>(questions.size());
    Rect body = page_frame(scene, ui.say("questions.title"),
                           ui.say("questions.count", {{"n", std::to_string(n)}, {"all", std::to_string(count)}}));
    const NavPress nav = nav_row(scene, body,
                                 {n > 1 ? ui.say("questions.previous") : std::string{},
                                  {},
                                  n < count ? ui.say("questions.next") : std::string{},
                                  icon::kArrowForward});
    if (nav.back) scene.send(flow::OpenedQuestion{n - 1});
    if (nav.next) scene.send(flow::OpenedQuestion{n + 1});
    const Rect page = ui.begin_roll(body, "question");
    const float inner = page.w - 96;
    Style answer = body_text(ui);
    answer.type = Type::lead;
    answer.leading = 1.6F;
    const float tall = 44 + heading_tall(ui, inner, found->ask) + 40 + ui.tall(found->answer, inner, answer) + 52;
    const Rect sheet{page.x, page.y, page.w, tall};
    panel(ui, sheet);
    ui.ground(ui.palette().card);
    float y = sheet.y + 44;
    y += heading(ui, {sheet.x + 48, y, inner, 0}, found->ask) + 20;
    ui.fill({sheet.x + 48, y, 120, 6}, ui.palette().gold_line, 3);
    ui.write({sheet.x + 48, y + 26, inner, 0}, found->answer, answer);
    ui.ground(ui.palette().paper);
    ui.end_roll(tall + 12);
}

}  // namespace courtyard::screens
