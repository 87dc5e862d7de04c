#include "app/pack/guide_search.hpp"

#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {

void draw_search(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("search.title"), ui.say("guide.title"));
    const std::string ready = ui.say("search.ready");
    Rect keys;
    if (ui.portrait()) {
        keys = body.cut_bottom(keyboard_tall(ui, ready), 24);
    } else {
        keys = body.cut_right(body.w * 0.54F, 40);
        keys.h = std::min(keys.h, keyboard_tall(ui, ready));
    }
    press_key(scene, keyboard(ui, keys, ready, Newline::none));
    FieldLook look{Type::title, false, false, {}};
    const std::string placeholder = ui.say("search.placeholder");
    look.placeholder = placeholder;
    if (const auto caret = text_field(ui, body.cut_top(ui.em(Type::title) + 56, 22), scene.session().edit, look,
                                      ui.say("search.field")))
        scene.send(flow::PlacedCaret{*caret});
    const Rect page = ui.begin_roll(body, "hits");
    Flow flow(page, 1, 16);
    const auto hits = pack::search(scene.pack(), scene.session().edit.text);
    int salt = 0;
    for (const pack::GuideHit& hit : hits) {
        if (salt == 12) break;
        const std::string& title = hit.topic ? hit.topic->title : hit.question->ask;
        const Rect at = flow.place(entry_tall(ui, page.w, title, {}));
        const bool pressed = entry(ui, at, title, {}, hit.topic ? icon::kMenuBook : icon::kHelp, salt++);
        if (pressed && hit.topic) scene.send(flow::OpenedTopic{hit.topic->id});
        if (pressed && hit.question) scene.send(flow::OpenedQuestion{hit.question->n});
    }
    if (hits.empty()) {
        const std::string text = ui.say(scene.session().edit.text.empty() ? "search.hint" : "search.nothing");
        notice(ui, flow.place(notice_tall(ui, page.w, text)), text, Tone::quiet, icon::kSearch);
    }
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
