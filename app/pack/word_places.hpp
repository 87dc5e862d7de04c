// Where each word of text/*.toml stands, for whoever writes a pack: words that nobody asks for or that are missing,
// blanks that nothing fills. For app/pack only.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "app/pack/pack.hpp"
#include "app/pack/table_reader.hpp"
#include "app/pack/tree.hpp"

namespace courtyard::pack {

struct WordPlace {
    std::string file;
    Tree text;
};
using WordPlaces = std::map<std::string, WordPlace, std::less<>>;

// Adds those of one file. Of a key that stands in two places the first; that is a problem of its own.
void note_words(const Tree& root, std::string_view file, WordPlaces& places);

// Every word that a program of ours asks for is there, and fills the blanks that it is given; nothing else is there.
void check_words(const Pack& pack, const WordPlaces& places, Problems& problems);

}  // namespace courtyard::pack
