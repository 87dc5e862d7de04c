// The word of the day of a slip, or of a case by its notice key: kiosk and laptop say the same (seal/call_word.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/pack/pack.hpp"
#include "sync/seal/keys.hpp"

namespace courtyard::worker {

// Empty where the pack has no words.
[[nodiscard]] std::string call_word(const pack::Pack& pack, const seal::SealPublicKey& notice_key, domain::Date day);
// For a case: `notice_key` as its opening fact holds it, 64 digits. Empty where it holds none (an application that came
// by word of mouth has no slip).
[[nodiscard]] std::string call_word(const pack::Pack& pack, std::string_view notice_key, domain::Date day);
// Of yesterday, today and tomorrow; none where the pack has no words.
[[nodiscard]] std::vector<domain::DayWord> call_words_around(const pack::Pack& pack,
                                                             const seal::SealPublicKey& notice_key, domain::Date today);

}  // namespace courtyard::worker
