// A fresh View for a window: the platform's faces, the theme, the pack's words, the platform's recorder.
#pragma once

#include "app/pack/pack.hpp"
#include "app/platform/window.hpp"
#include "app/screens/view.hpp"

namespace courtyard::shell {

// `words` must outlive the View.
[[nodiscard]] screens::View view_of(platform::Window& window, const screens::Theme& theme, const pack::Words& words);

}  // namespace courtyard::shell
