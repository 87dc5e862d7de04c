// Which characters sound so: assets/writing/sounds.txt, made by tables.py.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::pinyin {

struct SameSound {
    std::u32string standard;  // of the list of 8,105, the commoner first
    std::u32string other;     // everything else that can be drawn
};

// By syllable without tone.
using SoundTable = std::map<std::string, SameSound, std::less<>>;

// "sounds.line": names the line that is none.
[[nodiscard]] base::Result<SoundTable> parse_sounds(std::string_view text);

}  // namespace courtyard::pinyin
