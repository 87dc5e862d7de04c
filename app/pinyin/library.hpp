// The only door to libpinyin: read-only, without a user's folder, so that nothing is ever learnt or written.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "app/domain/sounded_word.hpp"
#include "sync/base/result.hpp"

namespace courtyard::pinyin {

// Where the build found libpinyin-data.
[[nodiscard]] std::string usual_data_folder();

struct Phrase {
    std::string text;  // two characters or more
    std::size_t characters = 0;
    std::size_t end = 0;  // letters that it stands for; 0 when no sentences were asked for: one syllable a character
};

// What the library makes of letters.
struct Guess {
    std::vector<std::string> sentences;  // for all letters, best first; empty when not asked for
    std::vector<Phrase> phrases;         // from the first letter on, longer ones first
};

enum class Hearing : bool { exact, fuzzy };     // fuzzy: zh as z, n as l, ang as an …
enum class Sentences : bool { without, with };  // without: for abbreviations, where they are slow and nonsense

class Library {
public:
    // "pinyin.data": the folder is not there or cannot be used; says what to install. The words are added in memory.
    [[nodiscard]] static base::Result<std::unique_ptr<Library>> open(const std::string& data_folder,
                                                                     const std::vector<domain::SoundedWord>& words);
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    // Letters a to z and '. Not from two threads at once.
    [[nodiscard]] Guess guess(const std::string& letters, Hearing hearing, Sentences sentences);

private:
    Library() = default;
    struct Handles;
    std::unique_ptr<Handles> handles_;
};

}  // namespace courtyard::pinyin
