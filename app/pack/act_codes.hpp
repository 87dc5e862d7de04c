// What the codes of a field are called in the words of the pack, for whoever types them and for whoever is told that
// one of them was wrong.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/cases/act_table.hpp"
#include "app/pack/words.hpp"

namespace courtyard::pack {

// Code, and what it is called ("" where the pack says nothing).
using CodeWords = std::vector<std::pair<std::string, std::string>>;

// Every code that the field takes (cases::codes_of), with its words.
[[nodiscard]] CodeWords code_words(const Words& words, std::string_view kind, const cases::FieldRule& field);
// What is offered for a field that takes any words ("act.revisit_made.option.used_for"); empty for fields with codes.
[[nodiscard]] std::vector<std::string> offered_words(const Words& words, std::string_view kind,
                                                     const cases::FieldRule& field);

}  // namespace courtyard::pack
