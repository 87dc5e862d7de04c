#include "app/shell/view_of.hpp"

#include "app/platform/ui_recorder.hpp"
#include "app/screens/kiosk_view.hpp"

namespace courtyard::shell {

static_assert(platform::kTypeScale == screens::kTypeScale, "screens must draw in the sizes that the faces bake");

screens::View view_of(platform::Window& window, const screens::Theme& theme, const pack::Words& words) {
    const platform::Faces& faces = window.ui().faces();
    screens::View view;
    view.theme = theme;
    view.fonts = {.text = faces.text, .strong = faces.bold, .title = faces.title, .icons = faces.icons};
    view.find_word = screens::words_of(words);
    view.hear_text = [](std::string_view text, ImVec2 min, ImVec2 max, float size, ImVec2 room_min, ImVec2 room_max) {
        if (platform::is_recording()) platform::record_text(text, min, max, size, room_min, room_max);
    };
    return view;
}

}  // namespace courtyard::shell
