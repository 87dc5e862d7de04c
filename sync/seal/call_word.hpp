// The word of the day of a slip: the court says it on the telephone, the slip shows it at any kiosk, so that the
// villager knows that it is the court. Both reckon it without a network from the notice key, which stands on no paper
// and travels only inside sealed applications. FORMAT.md, section 7.
#pragma once

#include <cstddef>
#include <string_view>

#include "sync/seal/keys.hpp"

namespace courtyard::seal {

// Which of `count` words (1 to 65,536, place 0 first) the slip with this notice key has on a day, "2026-11-27" in
// China. Yesterday's word tells nothing of today's.
[[nodiscard]] std::size_t call_place(const SealPublicKey& notice_key, std::string_view day, std::size_t count);

}  // namespace courtyard::seal
