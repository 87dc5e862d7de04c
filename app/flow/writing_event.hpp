// What can happen while words are entered by hand, by sound or by radical.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/flow/writing_state.hpp"

namespace courtyard::flow {

// A person's.
struct ChoseWritingPad {
    WritingPad pad = WritingPad::hand;
};
struct PenDown {
    InkPoint at;
};
struct PenMoved {
    std::vector<InkPoint> along;
};
struct PenUp {};
struct UndidStroke {};
struct ClearedInk {};
struct Spelled {
    std::string letters;  // added to those that wait; ' is a border of syllables
};
struct Keyed {
    std::string utf8;
};                      // from a real keyboard: letters spell where words are wanted, all else is typed
struct KeptLetters {};  // the letters as they stand
struct ChoseOffer {
    std::size_t index = 0;
};
struct ShowedOffers {
    std::size_t first = 0;
};
struct ChoseRadicalStrokes {
    int strokes = 0;  // 0: choose again
};
struct ChoseRadical {
    std::size_t index = 0;  // of the forms
};
struct ChoseRestStrokes {
    int strokes = 0;  // -1: choose again
};
struct PressedMyriad {};  // money: what is typed becomes ten thousand times as much

// The worker's, with the ticket of the question.
struct ReadInk {
    std::uint64_t ticket = 0;
    std::vector<std::string> characters;  // best first
};
struct SpelledOut {
    std::uint64_t ticket = 0;
    std::vector<Offer> offers;
};
struct FoundForms {
    std::uint64_t ticket = 0;
    std::vector<RadicalForm> forms;
};
struct FoundByRadical {
    std::uint64_t ticket = 0;
    std::vector<RadicalGroup> groups;
};
struct WritingFailed {
    std::uint64_t ticket = 0;
};  // the tables or the dictionary are not there

}  // namespace courtyard::flow
