// What a window reads from the shipped assets/ beside the court's pack: colours, and the words of the page without a
// pack.
#pragma once

#include "app/pack/pack.hpp"
#include "app/screens/theme.hpp"
#include "sync/base/result.hpp"

namespace courtyard::shell {

// assets/theme.toml. "assets.missing", "file.read", "theme.line", "theme.colour"; the message names the file and the
// line.
[[nodiscard]] base::Result<screens::Theme> shipped_theme();

// assets/failure.toml: the words of the page that says that the pack cannot be read. Empty when even they are not
// there.
[[nodiscard]] pack::Words words_without_pack();

}  // namespace courtyard::shell
