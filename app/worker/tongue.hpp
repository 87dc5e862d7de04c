// The shipped tables of assets/speech and a court's own words, together: what reading aloud goes by.
#pragma once

#include "app/pack/pack.hpp"
#include "app/speech/reader.hpp"

namespace courtyard::worker {

// Some 10 ms: for whoever is about to say something, not for a start. "assets.missing", "speech.*".
[[nodiscard]] base::Result<speech::Tongue> shipped_tongue();
// The words of this pack from now on.
void teach(speech::Tongue& tongue, const pack::Pack& pack);

}  // namespace courtyard::worker
