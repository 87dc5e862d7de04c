#include "tests/unit/pinyin/shipped_words.hpp"

#include <doctest/doctest.h>
#include <toml++/toml.h>

#include <fstream>
#include <sstream>

#include "app/domain/text.hpp"

namespace courtyard::test {

namespace {

std::string slurp(const char* path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    REQUIRE(file.good());
    return text.str();
}

}  // namespace

domain::TypingWords shipped_words() {
    const auto table = toml::parse(slurp("assets/packs/zhejiang-demo/words.toml"));
    domain::TypingWords words;
    const auto read = [&table](const char* key, std::vector<domain::SoundedWord>& into) {
        for (const auto& line : *table[key].as_array()) {
            const auto word = domain::parse_sounded_word(line.as_string()->get());
            REQUIRE(word.has_value());
            into.push_back(*word);
        }
    };
    for (const char* key : {"court", "law", "life", "places"})
        read(key, words.words);
    read("surnames", words.surnames);
    for (const auto& text : *table["given"].as_array())
        words.given += *domain::code_points(text.as_string()->get());
    return words;
}

pinyin::SoundTable shipped_sounds() {
    auto table = pinyin::parse_sounds(slurp("assets/writing/sounds.txt"));
    REQUIRE(table.has_value());
    return *std::move(table);
}

std::unique_ptr<pinyin::Speller> shipped_speller() {
    auto speller = pinyin::Speller::open(shipped_words(), shipped_sounds(), pinyin::usual_data_folder());
    REQUIRE(speller.has_value());
    return *std::move(speller);
}

std::vector<std::string> first(pinyin::Speller& speller, std::string_view typed, std::size_t count, pinyin::Mode mode) {
    std::vector<std::string> texts;
    for (const pinyin::Candidate& candidate : speller.candidates(typed, mode, count))
        texts.push_back(candidate.text);
    return texts;
}

int place(pinyin::Speller& speller, std::string_view typed, std::string_view wanted, pinyin::Mode mode) {
    int at = 0;
    for (const pinyin::Candidate& candidate : speller.candidates(typed, mode, 100'000)) {
        if (candidate.text == wanted) return at;
        ++at;
    }
    return -1;
}

}  // namespace courtyard::test
