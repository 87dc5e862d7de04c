// How characters of names and villages may be read, for the search of cases.
#pragma once

#include "app/cases/sounded_text.hpp"
#include "app/domain/sounded_word.hpp"
#include "app/pinyin/sound_table.hpp"

namespace courtyard::worker {

// All readings of the table for typing (assets/writing/sounds.txt), which knows more than one for a character; first
// the sound that a character has as a surname in the pack's words, then the one under which it is commonest. Rare
// readings of a surname are left out: no name has them.
[[nodiscard]] cases::Readings readings_of(const pinyin::SoundTable& table, const domain::TypingWords& words);
// From the shipped table. "assets.missing", "sounds.line".
[[nodiscard]] base::Result<cases::Readings> shipped_readings(const domain::TypingWords& words);

}  // namespace courtyard::worker
