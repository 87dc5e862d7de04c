// A fresh View for a window: the platform's faces, the pack's words, the platform's recorder.
#pragma once

#include "app/pack/pack.hpp"
#include "app/platform/window.hpp"
#include "app/screens/view.hpp"

namespace courtyard::shell {

// `words` must outlive the View.
[[nodiscard]] screens::View view_of(platform::Window& window, const pack::Words& words);

// assets/failure.toml: the words of the page that says that the pack cannot be read. Empty when even they are not there.
[[nodiscard]] pack::Words words_without_pack();

}  // namespace courtyard::shell
