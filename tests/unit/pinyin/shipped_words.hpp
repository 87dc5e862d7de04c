// The shipped pack's words and table of sounds, for tests of the room without the room that reads packs.
#pragma once

#include <memory>

#include "app/pinyin/speller.hpp"

namespace courtyard::test {

[[nodiscard]] domain::TypingWords shipped_words();
[[nodiscard]] pinyin::SoundTable shipped_sounds();
[[nodiscard]] std::unique_ptr<pinyin::Speller> shipped_speller();

// The first `count` candidates, and the place of one among all (-1: not there).
[[nodiscard]] std::vector<std::string> first(pinyin::Speller& speller, std::string_view typed, std::size_t count,
                                             pinyin::Mode mode = pinyin::Mode::text);
[[nodiscard]] int place(pinyin::Speller& speller, std::string_view typed, std::string_view wanted,
                        pinyin::Mode mode = pinyin::Mode::text);

}  // namespace courtyard::test
