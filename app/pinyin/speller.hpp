// Typing by sound: letters in, candidates out. Nothing is learnt: the same letters give the same candidates however
// often one of them was chosen, and no file is ever opened for writing.
//
//   text: the pack's words that sound so, libpinyin's best sentence, words heard otherwise (zh as z, n as l, ang as
//   an),
//         words that begin so, shorter words, and then every character of the first syllable
//   name: whole names put together from surnames and characters of given names, then the characters of the first
//         syllable, one at a time; after a surname was chosen only characters of given names
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/sounded_word.hpp"
#include "app/pinyin/library.hpp"
#include "app/pinyin/name_characters.hpp"
#include "app/pinyin/own_words.hpp"
#include "app/pinyin/sound_table.hpp"
#include "sync/base/result.hpp"

namespace courtyard::pinyin {

struct Candidate {
    std::string text;
    std::size_t typed = 0;  // bytes of what was typed that it stands for; the rest is still to be chosen
    friend bool operator==(const Candidate&, const Candidate&) = default;
};

enum class Mode : std::uint8_t { text, name, given };

class Speller {
public:
    // "pinyin.data" as Library::open.
    [[nodiscard]] static base::Result<std::unique_ptr<Speller>> open(const domain::TypingWords& words, SoundTable table,
                                                                     const std::string& data_folder);

    // At most `count`, best first; none when the first letter begins no syllable. A few milliseconds. Not from two
    // threads at once.
    [[nodiscard]] std::vector<Candidate> candidates(std::string_view typed, Mode mode, std::size_t count);

private:
    Speller(const domain::TypingWords& words, SoundTable table, std::unique_ptr<Library> library);

    std::unique_ptr<Library> library_;
    SoundTable table_;
    OwnWords words_;
    NameCharacters names_;
};

}  // namespace courtyard::pinyin
