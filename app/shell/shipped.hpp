// What a window reads from the shipped assets/ beside the court's pack: colours, and the words of the page without a
// pack.
#pragma once

#include <array>
#include <string_view>

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

// A court's words, and for what its pack does not know the words that came with this program: a program may be newer
// than the pack. `texts` is the file of them, "ui.toml" or "ui_field.toml".
[[nodiscard]] pack::Words with_shipped_words(const pack::Words& of_pack, std::string_view texts);

// The files of words that the laptop's window speaks with.
inline constexpr std::array kDeskTexts{"ui_field.toml", "ui_cases.toml", "ui_care.toml",
                                       "acts.toml",     "facts.toml",    "ui.toml"};

}  // namespace courtyard::shell
