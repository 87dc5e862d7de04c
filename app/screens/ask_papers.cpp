// The list of papers: the court looks them up, and whoever has one with them may photograph it. Nothing must be
// brought.
#include <algorithm>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_walk.hpp"
#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

constexpr float kThumb = 132;

struct Paper {
    const domain::Option& option;
    std::string state;                // value chosen now
    std::string label;                // with the reason when it is not handed in
    std::vector<std::size_t> photos;  // places in the session's list
};

struct Ways {
    const domain::Option* court = nullptr;
    const domain::Option* given = nullptr;
    const domain::Option* missing = nullptr;
};

std::vector<std::size_t> photos_of(const Scene& scene, std::string_view paper) {
    std::vector<std::size_t> places;
    const auto& photos = scene.session().eyes.photos;
    for (std::size_t i = 0; i < photos.size(); ++i)
        if (photos[i].paper == paper) places.push_back(i);
    return places;
}

Paper paper_of(Scene& scene, const Question& question, const domain::Option& option) {
    const domain::Application& application = scene.session().draft.application;
    const domain::Field* reason = question.field.column_of_role("reason");
    const int row = flow::paper_row(application, question.field, option.value);
    std::string why;
    if (row >= 0 && reason)
        why = flow::answer_text(scene.state, scene.world,
                                {question.field.code, row, static_cast<int>(reason - question.field.columns.data())});
    return {option, flow::paper_state(application, question.field, option.value),
            why.empty() ? option.say : scene.ui.say("papers.with_reason", {{"paper", option.say}, {"reason", why}}),
            photos_of(scene, option.value)};
}

struct Press {
    std::string label;
    const char* icon = nullptr;
    bool is_chosen = false;
    flow::Event event;
};

std::vector<Press> presses_of(Scene& scene, const Paper& paper, const Ways& ways) {
    Ui& ui = scene.ui;
    const std::string& name = paper.option.value;
    const bool has_photos = !paper.photos.empty();
    std::vector<Press> presses;
    if (ways.court)
        presses.push_back({ways.court->say, icon::kAccountBalance, paper.state == ways.court->value,
                           flow::ChosePaper{name, ways.court->value}});
    if (ways.given && scene.world.has_camera)
        presses.push_back({ui.say("eyes.papers.camera"), icon::kPhotoCamera,
                           has_photos || (ways.given->value == paper.state), flow::OpenedCamera{name}});
    if (ways.given)
        presses.push_back({ui.say("eyes.papers.stick"), icon::kSdCardAlert,
                           !scene.world.has_camera && (has_photos || ways.given->value == paper.state),
                           flow::OpenedStick{name}});
    if (ways.missing)
        presses.push_back({ways.missing->say, icon::kSchedule, paper.state == ways.missing->value,
                           flow::ChosePaper{name, ways.missing->value}});
    return presses;
}

// How the buttons of a paper lie: in one row, or two by two where the words are large.
struct Lie {
    int columns = 4;
    int rows = 1;
    float tall = 96;
};
Lie lie_of(const Ui& ui, const std::vector<Press>& presses, float width) {
    const Style style{Type::body, Weight::strong, ui.palette().ink};
    float widest = 0;
    for (const Press& press : presses)
        widest = std::max(widest, ui.wide(press.label, style));
    const float em = ui.em(Type::body);
    const int count = static_cast<int>(presses.size());
    const float one_row = (width - 14.0F * static_cast<float>(count - 1)) / static_cast<float>(count);
    Lie lie;
    if (widest + em * 1.7F + 40 <= one_row) {
        lie.columns = count;
    } else {
        lie.columns = 2;
        lie.rows = (count + 1) / 2;
    }
    lie.tall = static_cast<float>(lie.rows) * std::max(96.0F, em * 2.7F) + static_cast<float>(lie.rows - 1) * 14;
    return lie;
}

void thumbs(Scene& scene, const Rect& at, const Paper& paper) {
    Ui& ui = scene.ui;
    const auto& photos = scene.session().eyes.photos;
    for (std::size_t i = 0; i < paper.photos.size(); ++i) {
        const Rect box{at.x + static_cast<float>(i) * (kThumb + 16), at.y, kThumb, kThumb};
        const std::string label =
            ui.say("eyes.papers.photo", {{"n", std::to_string(i + 1)}, {"paper", paper.option.say}});
        const Touch touch = ui.touch(box, label, static_cast<int>(paper.photos[i]));
        ui.fill(touch.rect, ui.palette().sand, 12);
        const flow::PixelsRef& view = photos[paper.photos[i]].view;
        if (view) ui.picture(fitted(touch.rect.inset(6), view->width, view->height), view);
        ui.frame(touch.rect, ui.palette().teal, 3, 12);
        if (touch.pressed) scene.send(flow::OpenedPhoto{paper.photos[i]});
    }
}

void paper_card(Scene& scene, Flow& flow, const Paper& paper, const Ways& ways, int salt) {
    Ui& ui = scene.ui;
    const std::vector<Press> presses = presses_of(scene, paper, ways);
    const bool beside = !ui.portrait() && scene.session().text_size != flow::TextSize::Largest;
    const float inner = flow.column_width() - 56;
    const float label_room = beside ? inner * 0.30F : inner;
    const float buttons_room = beside ? inner * 0.70F - 28 : inner;
    const float label_tall = ui.tall(paper.label, label_room, strong_text(ui));
    const Lie lie = lie_of(ui, presses, buttons_room);
    const float photos_tall = paper.photos.empty() ? 0 : kThumb + 18;
    const float tall = 22 + (beside ? std::max(label_tall, lie.tall) : label_tall + 14 + lie.tall) + photos_tall + 22;
    const Rect at = flow.place(tall);
    panel(ui, at);
    ui.ground(ui.palette().card);
    Rect room = at.inset(28, 22);
    Rect buttons;
    if (beside) {
        Rect line = room.cut_top(std::max(label_tall, lie.tall), 18);
        const Rect left = line.cut_left(label_room, 28);
        ui.write({left.x, left.middle_y() - label_tall / 2, left.w, label_tall}, paper.label, strong_text(ui));
        buttons = {line.x, line.middle_y() - lie.tall / 2, line.w, lie.tall};
    } else {
        ui.write(room.cut_top(label_tall, 14), paper.label, strong_text(ui));
        buttons = room.cut_top(lie.tall, 18);
    }
    for (std::size_t i = 0; i < presses.size(); ++i) {
        const Press& press = presses[i];
        const Rect cell = buttons.cell(static_cast<int>(i) % lie.columns, static_cast<int>(i) / lie.columns,
                                       lie.columns, lie.rows, 14);
        if (button(ui, cell, press.label,
                   {press.is_chosen ? Tone::go : Tone::quiet, press.is_chosen ? icon::kCheck : press.icon, Type::body},
                   salt))
            scene.send(press.event);
    }
    if (!paper.photos.empty()) thumbs(scene, room, paper);
    ui.ground(ui.palette().paper);
}

}  // namespace

void ask_papers(Scene& scene, Rect body, const Question& question) {
    Ui& ui = scene.ui;
    const domain::Field* name = question.field.column_of_role("name");
    const domain::Field* state = question.field.column_of_role("state");
    if (!name || !state) return;
    const Ways ways{state->option_of_kind("court"), state->option_of_kind("given"), state->option_of_kind("missing")};
    const flow::EyesWork& eyes = scene.session().eyes;
    const Rect page = ui.begin_roll(body, "papers");
    Flow flow(page, 1, 18);
    question_head(scene, flow, question);
    problem_notices(scene, flow, question);
    if (!eyes.notice.empty()) {
        const std::string text = ui.say(
            eyes.notice,
            {{"n", std::to_string(eyes.notice == "eyes.papers.full" ? flow::kPhotosMax : flow::kPhotosPerPaperMax)}});
        const Rect at = flow.place(notice_tall(ui, page.w, text));
        notice(ui, at, text, Tone::help, icon::kPhotoCamera);
        ui.reveal(at);
    }
    const std::string ease = ui.say("eyes.papers.ease");
    notice(ui, flow.place(notice_tall(ui, page.w, ease)), ease, Tone::go, icon::kAccountBalance);
    int salt = 0;
    for (const domain::Option& option : name->options)
        paper_card(scene, flow, paper_of(scene, question, option), ways, salt++);
    if (!eyes.photos.empty()) {
        const std::string left =
            ui.say("eyes.papers.left", {{"n", std::to_string(flow::kPhotosMax - eyes.photos.size())}});
        ui.write(flow.place(ui.tall(left, page.w, soft_text(ui))), left, soft_text(ui));
    }
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
