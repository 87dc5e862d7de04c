// espeak-ng as a child process: one sentence in by its standard input, so that nothing that is said stands in a command
// line or a file; sound out by its standard output. No shell, an environment of its own, limits of time and size.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "app/sound/pcm.hpp"
#include "sync/base/result.hpp"

namespace courtyard::sound {

inline constexpr int kSynthesisMsMax = 5'000;                // a sentence takes some 15 ms
inline constexpr std::size_t kSynthesisBytesMax = 8U << 20;  // three minutes; a sentence has at most 60 s
inline constexpr std::string_view kVoice =
    "cmn-latn-pinyin";                                      // never "cmn": it takes what it does not know for English
inline constexpr std::string_view kWordsPerMinute = "150";  // about three syllables a second: slow enough for the old

// Where espeak-ng is on this machine.
[[nodiscard]] std::optional<std::filesystem::path> find_synthesiser();

// `pinyin` as speech::read_aloud() writes it. "sound.synthesiser" (missing, failed, said nothing, took too long or said
// too much), "sound.pinyin" (something else was to be said).
[[nodiscard]] base::Result<Pcm> synthesise(const std::filesystem::path& program, std::string_view pinyin);

}  // namespace courtyard::sound
