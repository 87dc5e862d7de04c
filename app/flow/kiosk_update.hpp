// The one function that moves the kiosk. Pure: the same state, event, moment and world give the same result everywhere.
//
//   screen ─event─▶ update ─state──▶ screen
//   worker ─event─▶        ─effect─▶ worker
#pragma once

#include <optional>

#include "app/flow/kiosk_effect.hpp"
#include "app/flow/kiosk_event.hpp"
#include "app/flow/kiosk_state.hpp"

namespace courtyard::flow {

struct Updated {
    KioskState state;
    Effects effects;
};

// An event that does not fit the page is ignored, apart from counting as presence. Never fails.
[[nodiscard]] Updated update(KioskState state, const Event& event, base::Instant now, const KioskWorld& world);

// A fresh kiosk, nobody there. With a trouble (bad pack, full disk) it starts on the page that says so.
[[nodiscard]] KioskState start(base::Instant now, Trouble trouble = Trouble::None, std::string trouble_code = {});

// The same while the home does not open at all and there is nothing that people could be told.
[[nodiscard]] KioskState start_without_content(base::Instant now, Trouble trouble, std::string trouble_code);

// When update() wants to be called with Ticked next; nothing: only when the shown minute changes.
[[nodiscard]] std::optional<base::Instant> next_deadline(const KioskState& state);

}  // namespace courtyard::flow
