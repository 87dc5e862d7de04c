// A fresh View for a window: the platform's faces, the pack's words, the platform's recorder.
#pragma once

#include "app/pack/pack.hpp"
#include "app/platform/window.hpp"
#include "app/screens/view.hpp"

namespace courtyard::shell {

// `pack` may be null: then every word is missing but those of the page that says so.
[[nodiscard]] screens::View view_of(platform::Window& window, const pack::Pack* pack);

}  // namespace courtyard::shell
