// What may be typed into the text field of the page, whether it comes from a pad or a real keyboard.
#pragma once

#include <string_view>

#include "app/flow/kiosk_state.hpp"

namespace courtyard::flow {

struct TypingRule {
    std::size_t characters_max = 0;  // 0: nothing can be typed here
    Lines lines = Lines::One;
    std::string_view only;  // ASCII characters that are let through; empty: all
};

[[nodiscard]] TypingRule typing_rule(const KioskState& state, const KioskWorld& world);

// Whether words are asked for here, so that they can be written by hand, by sound or by radical.
[[nodiscard]] bool takes_words(const KioskState& state, const KioskWorld& world);
[[nodiscard]] bool takes_name(const KioskState& state, const KioskWorld& world);

}  // namespace courtyard::flow
