// Draws the kiosk: reads the state, sends events, changes nothing. Called once per frame between NewFrame and Render.
#pragma once

#include <string>

#include "app/flow/kiosk_event.hpp"
#include "app/flow/kiosk_state.hpp"
#include "app/screens/view.hpp"

namespace courtyard::screens {

using flow::KioskState;
using flow::KioskWorld;
using KioskSink = flow::Sink<flow::Event>;

void draw(const KioskState& state, const KioskWorld& world, View& view, const KioskSink& send);

// Words of the pack for a View; an empty one (every key missing) when there is no pack.
[[nodiscard]] FindWord words_of(const pack::Pack* pack);
[[nodiscard]] FindWord words_of(const pack::Words& words);  // of a machine without a pack: parse_plain_words

}  // namespace courtyard::screens
