// The signature: a large box for a finger, and a way for whoever does not write.
#include <algorithm>

#include "app/flow/form_answers.hpp"
#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/signature_box.hpp"

namespace courtyard::screens {
namespace {

void writing_box(Scene& scene, const Rect& room, const std::string& label) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const flow::InkWork& ink = scene.session().eyes.ink;
    const float wide = std::min(room.w, room.h * 2);
    const Rect box{room.middle_x() - wide / 2, room.y, wide, wide / 2};
    ui.fill(box, p.card, 20);
    ui.frame(box, ink.strokes.empty() ? p.rule : p.teal, 5, 20);
    // A line to write on, as on paper.
    ui.stroke(box.x + 40, box.y + box.h * 0.82F, box.right() - 40, box.y + box.h * 0.82F, 2, p.rule);
    const Stylus pen = ui.stylus(box, label);
    if (pen.went_down)
        scene.send(flow::StartedStroke{pen.x, pen.y});
    else if (pen.is_down && ink.is_drawing)
        scene.send(flow::DrewStroke{pen.x, pen.y});
    if (pen.went_up && ink.is_drawing) scene.send(flow::EndedStroke{});
    ui.ground(p.card);
    if (ink.strokes.empty())
        ui.line({box.x, box.middle_y() - 60, box.w, 120}, label, {Type::lead, Weight::text, p.soft_ink, Align::centre});
    draw_ink(ui, box, ink.strokes, p.ink);
    ui.ground(p.paper);
}

}  // namespace

void ask_signature(Scene& scene, Rect body, const Question& question) {
    Ui& ui = scene.ui;
    const domain::Answer* answer = scene.session().draft.application.find(question.field.code);
    const bool by_finger = answer && answer->row() && answer->row()->find(flow::kInk) != answer->row()->end();
    const std::string mark = ui.say("eyes.sign.mark");
    const std::string mark_help = ui.say("eyes.sign.mark_help");
    Rect side;
    if (!ui.portrait()) side = body.cut_right(body.w * 0.36F, 40);
    // The head and the problems stand in a roll of their own: the box must not move under the finger.
    const float head_tall = heading_tall(ui, body.w, question.title, question.hint) + 40 +
                            static_cast<float>(question.problems.size()) * (ui.em(Type::body) * 3 + 40);
    const float button_tall = 100;
    const float choice_room = choice_tall(ui, ui.portrait() ? body.w : side.w, mark, mark_help) + 20;
    const float least_box = ui.portrait() ? 360.0F : 280.0F;
    const float bottom = ui.portrait() ? choice_room + button_tall + 56 : button_tall + 28;
    const Rect head = body.cut_top(std::min(head_tall, std::max(120.0F, body.h - least_box - bottom)), 20);
    const Rect page = ui.begin_roll(head, "signature");
    Flow flow(page, 1, 18);
    question_head(scene, flow, question);
    problem_notices(scene, flow, question);
    ui.end_roll(flow.used());
    Rect below;
    if (ui.portrait()) {
        below = body.cut_bottom(bottom - 28, 28);
    } else {
        below = side;
    }
    Rect again = ui.portrait() ? below.cut_top(button_tall, 28) : body.cut_bottom(button_tall, 28);
    writing_box(scene, body, ui.say("eyes.sign.box"));
    if (by_finger) {
        if (button(ui, again, ui.say("eyes.sign.again"), {Tone::quiet, icon::kReplay}))
            scene.send(flow::ClearedSignature{});
    }
    const Rect choose{below.x, below.y, below.w, choice_room};
    if (choice(ui, choose, mark, mark_help, answer && !by_finger ? Mark::many_on : Mark::many_off))
        scene.send(flow::TickedBox{question.field.code});
}

}  // namespace courtyard::screens
