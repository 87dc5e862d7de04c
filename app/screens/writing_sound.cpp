// Typing by sound: the letters in a line, the keys under it.
#include <algorithm>

#include "app/flow/typing_rule.hpp"
#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/writing_pads.hpp"

namespace courtyard::screens {

void sound_board(Scene& scene, Rect rect, const BoardLook& look) {
    Ui& ui = scene.ui;
    const flow::WritingWork& work = scene.session().writing;
    Letters letters = Letters::of_texts;
    if (flow::takes_name(scene.state, scene.world)) letters = Letters::of_names;
    if (look.is_story && ui.portrait()) letters = Letters::of_stories;
    // The keys grow where there is room: a shaking finger hits the larger one.
    const float usual = sound_keyboard_tall(ui, letters);
    const float keys_tall = std::min(rect.h - 90, usual * 1.2F);
    const float spare = std::max(0.0F, rect.h - keys_tall - 90);
    static_cast<void>(rect.cut_top(ui.portrait() ? spare : spare / 2));
    const Rect line = rect.cut_top(76, 14);
    ui.fill(line, ui.palette().card, 18);
    ui.frame(line, work.letters.empty() ? ui.palette().rule : ui.palette().navy, 3, 18);
    const Colour before = ui.ground(ui.palette().card);
    if (work.letters.empty())
        ui.line(line.inset(24, 0), ui.say("writing.letters_hint"), soft_text(ui));
    else
        ui.line(line.inset(24, 0), work.letters, {Type::lead, Weight::strong, ui.palette().navy});
    ui.ground(before);

    rect.h = std::min(rect.h, keys_tall);
    const KeyPress press = sound_keyboard(ui, rect, letters);
    switch (press.kind) {
        case KeyPress::Kind::text: {
            const char key = press.text.front();
            if ((key >= 'a' && key <= 'z') || (key == '\'' && !work.letters.empty()))
                scene.send(flow::Spelled{press.text});
            else if (key == ' ' && !work.letters.empty())
                scene.send(flow::ChoseOffer{work.first_offer});
            else if (key != '\'' && (key != ' ' || look.many_lines))
                scene.send(flow::Typed{press.text});
            return;
        }
        default: press_key(scene, press); return;
    }
}

}  // namespace courtyard::screens
