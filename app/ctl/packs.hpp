// Which pack a command reads.
#pragma once

#include "app/ctl/ctl.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::ctl {

// --pack, or the shipped one. A folder may be read as it is. A signed file is believed only with the court's key, which
// a home or a court folder has.
[[nodiscard]] base::Result<pack::Pack> read_pack(const Common& common);

// The words of the pack that is at hand: --pack, or that of --home, or the shipped one. None: nothing can be said.
[[nodiscard]] pack::Words words_at_hand(const Common& common);

}  // namespace courtyard::ctl
