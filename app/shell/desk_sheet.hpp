// What the worker found, in the words of the laptop's window.
#pragma once

#include "app/flow/desk_state.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::shell {

[[nodiscard]] flow::InboxRow row_of(const worker::InboxEntry& entry);
// An application in full. "payload.application", "application.*", "screening.*" when what was signed cannot be read
// with this pack.
[[nodiscard]] base::Result<flow::ApplicationSheet> sheet_of(worker::Machine& machine,
                                                            const worker::ShownApplication& shown);

}  // namespace courtyard::shell
