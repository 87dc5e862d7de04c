// What reads handwriting, spells and finds rare characters, opened from the shipped assets when it is first needed: the
// first screen does not wait for any of it.
#pragma once

#include <memory>

#include "app/domain/sounded_word.hpp"
#include "app/handwriting/recogniser.hpp"
#include "app/pinyin/speller.hpp"
#include "app/radicals/radical_table.hpp"
#include "sync/base/result.hpp"

namespace courtyard::worker {

// "assets.missing", "file.read", and what the readers of each file say; the message names the file.
[[nodiscard]] base::Result<std::unique_ptr<handwriting::Recogniser>> open_recogniser();
[[nodiscard]] base::Result<std::unique_ptr<pinyin::Speller>> open_speller(const domain::TypingWords& words);
[[nodiscard]] base::Result<radicals::RadicalTable> open_radicals();

}  // namespace courtyard::worker
