#include "app/shell/view_of.hpp"

#include "app/platform/ui_recorder.hpp"
#include "app/screens/kiosk_view.hpp"
#include "app/worker/assets.hpp"
#include "sync/os/files.hpp"

namespace courtyard::shell {

namespace {
constexpr std::size_t kWordsFileMax = 64U << 10;
}

static_assert(platform::kTypeScale == screens::kTypeScale, "screens must draw in the sizes that the faces bake");

screens::View view_of(platform::Window& window, const pack::Words& words) {
    const platform::Faces& faces = window.ui().faces();
    screens::View view;
    view.fonts = {.text = faces.text, .strong = faces.bold, .title = faces.title, .icons = faces.icons};
    view.find_word = screens::words_of(words);
    view.hear_text = [](std::string_view text, ImVec2 min, ImVec2 max, float size, ImVec2 room_min, ImVec2 room_max) {
        if (platform::is_recording()) platform::record_text(text, min, max, size, room_min, room_max);
    };
    return view;
}

pack::Words words_without_pack() {
    const auto path = worker::asset("failure.toml");
    const auto file = path ? os::read_file(*path, kWordsFileMax) : base::Result<base::Bytes>(tl::unexpected(path.error()));
    auto words = file ? screens::parse_plain_words(base::as_text(*file)) : base::Result<pack::Words>(tl::unexpected(file.error()));
    return words ? std::move(*words) : pack::Words{};
}

}  // namespace courtyard::shell
