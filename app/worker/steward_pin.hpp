// The PIN of the steward's door: a number that opens pages about the machine, never a record. Kept as a scrypt-wrapped
// nothing; each wrong one doubles the wait before the next is looked at, across restarts.
//
//   steward.pin    88 bytes of seal/passphrase.hpp        steward.tries   "<wrong ones in a row> <closed until, ms>"
#pragma once

#include <string_view>

#include "app/worker/home.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/random.hpp"
#include "sync/base/result.hpp"

namespace courtyard::worker {

inline constexpr std::size_t kPinDigitsMin = 6;
inline constexpr std::size_t kPinDigitsMax = 12;
inline constexpr std::int64_t kPinWaitMsMax = 15 * 60 * 1000;  // a wait, not a lock-out: the true steward comes through

// 1 s after the first wrong one, 2, 4, … up to kPinWaitMsMax. 0 for none.
[[nodiscard]] std::int64_t wait_after_ms(std::uint32_t wrong_in_a_row);

// "steward.pin": 6 to 12 digits, not all the same and not counting up or down. "file.write".
[[nodiscard]] base::Result<void> set_steward_pin(const Home& home, base::ByteView pin, base::Random& random);

enum class PinJudged { Right, Wrong, TooSoon, NoPin };
struct PinAnswer {
    PinJudged judged = PinJudged::Wrong;
    base::Instant closed_until;  // not before `now` unless Right
};
// Counts the try on the disk before it looks at the PIN: pulling the plug gains nothing. "file.write" when it cannot be
// counted: then nothing was looked at.
[[nodiscard]] base::Result<PinAnswer> try_steward_pin(const Home& home, base::ByteView pin, base::Instant now);

}  // namespace courtyard::worker
