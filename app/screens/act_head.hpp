// What stands above the form of an act and above its signature: whose case it is, how the person may be reached, what
// is odd, what was refused. Where that leaves no room for the form, it scrolls together with it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/screens/field_desk.hpp"

namespace courtyard::screens {

struct HeadBlock {
    float tall = 0, gap = 0;
    std::function<void(const Rect&)> draw;
};
using HeadBlocks = std::vector<HeadBlock>;

// In a body of this width. `refusal`: what is refused of the act as a whole; "" when nothing is.
[[nodiscard]] HeadBlocks act_head(Desk& desk, float wide, const std::string& refusal);
[[nodiscard]] float tall_of(const HeadBlocks& blocks);
// At the top of `body`, which becomes smaller.
void draw_blocks(const HeadBlocks& blocks, Rect& body);

}  // namespace courtyard::screens
