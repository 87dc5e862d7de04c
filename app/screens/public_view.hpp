// The screen behind the person: everybody in the room sees it, so it knows nothing. Its process is told how many steps
// there are and which one is now, and draws the guide.
#pragma once

#include <string>

#include "app/pack/pack.hpp"
#include "app/screens/view.hpp"
#include "sync/base/instant.hpp"

namespace courtyard::screens {

struct PublicState {
    std::size_t step = 0, steps = 0;  // 0: nobody is filling in a form
    base::Instant now;
};
inline constexpr std::int64_t kPublicTopicMs = 20'000;  // how long one topic stays

void draw_public(const PublicState& state, const pack::Pack& pack, const std::string& court, const std::string& site,
                 View& view);

}  // namespace courtyard::screens
