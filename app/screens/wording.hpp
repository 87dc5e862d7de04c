// All words that screens show come from here: look-up by key in the pack, with places {name} filled in.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "app/pack/words.hpp"
#include "sync/base/result.hpp"

namespace courtyard::screens {

// Null when the pack has no such key. Bound to pack::Words by the view.
using FindWord = std::function<const std::string*(std::string_view key)>;

struct Fill {
    std::string_view name;
    std::string value;
};

// "Step {n} of {all}" with {n} and {all} filled in. Places without a value stay as they are, so that tests see them.
[[nodiscard]] std::string fill_in(std::string_view pattern, std::initializer_list<Fill> values);

// Groups of a receipt number or code for reading aloud: blanks where dashes are.
[[nodiscard]] std::string spaced(std::string_view grouped);

// Words outside a pack, for the page that says that the pack is bad: lines of "key" = "text". Other lines are an error.
[[nodiscard]] base::Result<pack::Words> parse_plain_words(std::string_view toml);

}  // namespace courtyard::screens
