// Texts become the frames that the voice plays: a recorded prompt where the court has one for exactly these words, else
// what the synthesiser is to say.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/speech/clip.hpp"
#include "app/speech/reader.hpp"

namespace courtyard::speech {

// The recording of a text, or nothing (empty). Valid while the script is written.
using FindPrompt = std::function<base::ByteView(std::string_view text)>;

inline constexpr int kBetweenSentencesMs = 280;
inline constexpr int kBetweenPiecesMs = 520;

// An empty piece is a knock. A piece may have several lines, each a text of its own.
[[nodiscard]] base::Bytes script_of(const std::vector<std::string>& pieces, int level, const Tongue& tongue,
                                    const FindPrompt& find_prompt);
[[nodiscard]] base::Bytes level_frame(int level);

}  // namespace courtyard::speech
