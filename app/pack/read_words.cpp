// words.toml: what typing by sound knows beyond the library's dictionary.
#include <array>
#include <set>

#include "app/domain/text.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

constexpr std::size_t kWordCharactersMax = 16;  // what libpinyin takes

void read_list(TableReader& reader, std::string_view key, std::size_t characters_max,
               std::vector<domain::SoundedWord>& into) {
    std::set<std::string, std::less<>> seen;
    for (const std::string& line : reader.texts(key)) {
        auto word = domain::parse_sounded_word(line);
        if (!word) {
            reader.problem_at(key, "'" + line + "' in " + std::string(key) + " " + word.error().message);
        } else if (word->sounds.size() > characters_max) {
            reader.problem_at(key, "'" + line + "' in " + std::string(key) + " has more than " +
                                       std::to_string(characters_max) + " characters");
        } else if (!seen.insert(line).second) {
            reader.problem_at(key, "'" + line + "' is in " + std::string(key) + " twice; remove one");
        } else {
            into.push_back(*std::move(word));
        }
    }
}

}  // namespace

void read_typing_words(const Tree& root, Source source, domain::TypingWords& typing) {
    TableReader reader(root, source);
    for (const std::string_view key : {"court", "law", "life", "places"})
        read_list(reader, key, kWordCharactersMax, typing.words);
    read_list(reader, "surnames", 2, typing.surnames);
    for (const std::string& text : reader.texts("given"))
        typing.given += domain::code_points(text).value_or(std::u32string{});
    reader.finish();
}

}  // namespace courtyard::pack
