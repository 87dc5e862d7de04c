// What a page says to somebody who listens: taken from what was drawn, so that a new screen can be heard without
// further work.
#pragma once

#include <string>
#include <vector>

#include "app/screens/draw_log.hpp"

namespace courtyard::screens {

// Words that the pack has for the ear.
struct ReadingWords {
    std::string chosen;  // behind a choice that is taken
    std::string secret;  // in place of what is not read aloud
};

// Title, then everything else in the order of drawing, the page's own buttons last; one piece for each text, and one
// for each thing that can be touched, with all that is written on it. Numbers as long as those of identity cards and
// bank accounts keep their middle to themselves, whoever drew them.
[[nodiscard]] std::vector<std::string> reading_of(const DrawLog& log, const Rect& page, const ReadingWords& words);

// The sentences about mistakes and news among them.
[[nodiscard]] std::vector<std::string> alerts_of(const DrawLog& log);

// A long number with its middle as asterisks.
[[nodiscard]] std::string without_long_numbers(const std::string& text);

// Overwrites all texts.
void wipe(DrawLog& log) noexcept;

}  // namespace courtyard::screens
