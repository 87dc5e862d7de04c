// Synthetic applications, the same on every machine: as many answers and as much free text as the peer's, so that bytes
// compare.
#pragma once

#include <cstdint>

#include "app/worker/filing.hpp"

namespace courtyard::bench {

// The pack's example with names, numbers and free text of its own. Free text is drawn from common characters by Zipf's
// law, so that no template flatters the compression.
[[nodiscard]] base::Result<worker::Submission> application(const pack::Pack& pack, std::uint64_t number);

}  // namespace courtyard::bench
