// All words that screens show come from here: look-up by key in the pack, with places {name} filled in.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

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

// "330199********0177": the first `head` and last `tail` characters stay, the rest is hidden behind `mask`.
[[nodiscard]] std::string masked(std::string_view text, std::size_t head, std::size_t tail, std::string_view mask = "*");

}  // namespace courtyard::screens
