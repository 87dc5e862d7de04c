// Entering words by hand, by sound or by radical: the part of a session that is not text yet. Wiped with it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace courtyard::flow {

enum class WritingPad : std::uint8_t {
    hand,     // strokes in a grid
    sound,    // letters
    radical,  // a character by radical and remaining strokes
    marks,    // digits, letters as they are, marks, code points
};

// In thousandths of the grid's side; may lie a little outside of it.
struct InkPoint {
    std::int16_t x = 0;
    std::int16_t y = 0;
    friend bool operator==(const InkPoint&, const InkPoint&) = default;
};
using InkStroke = std::vector<InkPoint>;

inline constexpr std::size_t kInkStrokesMax = 80;
inline constexpr std::size_t kInkPointsMax = 4000;  // of one character; what is beyond is not kept
inline constexpr std::size_t kSpelledMax = 48;      // letters waiting for a candidate
inline constexpr std::size_t kOffersMax = 240;
inline constexpr int kInkOffers = 10;

// Something that can be put into the text with one touch.
struct Offer {
    std::string text;
    std::size_t typed = 0;  // bytes of the letters that it stands for
    friend bool operator==(const Offer&, const Offer&) = default;
};

struct RadicalForm {
    std::string text;
    std::string list;  // the worker's name for what has this radical
    friend bool operator==(const RadicalForm&, const RadicalForm&) = default;
};
struct RadicalGroup {
    int strokes = 0;  // beside the radical
    std::vector<std::string> characters;
};

struct WritingWork {
    WritingPad pad = WritingPad::hand;
    std::vector<InkStroke> ink;
    bool pen_is_down = false;
    std::string letters;
    std::vector<Offer> offers;    // for the ink, the letters, or the radical and strokes
    std::size_t first_offer = 0;  // the first that is shown
    std::uint64_t ticket = 0;     // of the last question to the worker; answers to older ones are dropped
    bool unavailable = false;     // the worker cannot read, spell or find

    int radical_strokes = 0;  // 0: not chosen
    std::vector<RadicalForm> forms;
    std::string radical;  // form that was chosen
    std::vector<RadicalGroup> groups;
    int rest_strokes = -1;  // -1: not chosen

    bool warned = false;  // it was said that something written is not in the text yet
};

// Ink or letters that are not in the text yet.
[[nodiscard]] bool is_pending(const WritingWork& work);

void wipe(WritingWork& work) noexcept;  // the pad stays chosen

}  // namespace courtyard::flow
