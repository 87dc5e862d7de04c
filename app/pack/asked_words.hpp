// Which words a pack must have, and which blanks each of them fills: what our programs ask for, no more and no less.
// Lists of keys stand beside each other by the file that has them (asked_of_*.cpp); what acts are called follows from
// the table of acts. tests/unit/pack/asked_words_test.cpp holds the lists against the sources. For app/pack only.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/pack/pack.hpp"

namespace courtyard::pack {

struct AskedBlank {
    std::string_view name;
    bool must = false;  // a number, a day, a sum: the sentence says nothing without it
};
enum class Asked : std::uint8_t { MustBe, MayBe };
struct AskedWord {
    std::string_view file;  // where it is looked for when it is missing
    std::vector<AskedBlank> blanks = {};
    Asked asked = Asked::MustBe;
    std::string otherwise = {};  // another key that is read in its place
};
using AskedWords = std::map<std::string, AskedWord, std::less<>>;

// "bar. home larger" are the keys bar.home and bar.larger; a line that begins with blanks goes on with the one before.
// "day{month!,weekday}" fills these blanks, and must have the first. A key ends with "?" that may be missing.
struct AskedList {
    std::string_view file, keys;
};
void add_list(AskedWords& asked, const AskedList& list);

[[nodiscard]] std::span<const AskedList> words_of_screens();
[[nodiscard]] std::span<const AskedList> words_of_desk();
[[nodiscard]] std::span<const AskedList> words_of_cases();
[[nodiscard]] std::span<const AskedList> words_of_papers();
void add_words_of_acts(AskedWords& asked);

// Those that every pack must have; those that follow from what else stands in this one (its topics, the bodies that it
// knows, the questions of its form) come with the pack.
[[nodiscard]] AskedWords asked_words();
[[nodiscard]] AskedWords asked_words(const Pack& pack);
// Words that no program asks for by their names: stories of the sample pictures.
[[nodiscard]] bool is_free_word(std::string_view key);

}  // namespace courtyard::pack
