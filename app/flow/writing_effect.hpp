// What the writing pads ask of the worker. Answers are events of writing_event.hpp with the same ticket.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/flow/writing_state.hpp"

namespace courtyard::flow {

// Which character is this? ReadInk. To be overwritten after use.
struct RecogniseInk {
    std::uint64_t ticket = 0;
    std::vector<InkStroke> ink;
};

enum class Spelling : std::uint8_t { text, name, given };

// What can these letters mean? SpelledOut. To be overwritten after use.
struct SpellOut {
    std::uint64_t ticket = 0;
    std::string letters;
    Spelling spelling = Spelling::text;
};

// The forms of radicals with so many strokes: FoundForms.
struct ListForms {
    std::uint64_t ticket = 0;
    int strokes = 0;
};

// Everything with this radical: FoundByRadical.
struct ListByRadical {
    std::uint64_t ticket = 0;
    std::string list;
};

}  // namespace courtyard::flow
