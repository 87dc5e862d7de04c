// A play: what a person does at a window, one act per line. Used by the scripted demonstration and by end-to-end tests.
//
//   tap LABEL        press what carries this label (waits for it, scrolls to it); a last * stands for any ending
//   hold LABEL N     press it N times
//   type TEXT        keys; ${name} stands for what was remembered
//   key NAME         Enter, Escape, Tab, Backspace, Down, Up
//   keys TEXT        press the keys of these characters, one after another
//   sound LETTERS WORD    the keys of these letters, then the word that is offered for them
//   draw TEXT        write these characters in the grid, one after another, and accept each: it must be among the
//                    candidates; the strokes are those of tests/data/handwriting
//   sign TEXT        write these characters side by side into the box of a signature
//   see TEXT         wait until it can be read somewhere on the screen
//   gone TEXT        wait until it cannot
//   remember NAME REGEX   keep what matches on the screen, texts joined by dashes
//   shot NAME        a picture of the window
//   wait MS          let time pass
//   # …              a remark
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::play {

enum class Verb { Tap, Hold, Keys, Sound, Draw, Sign, Type, Key, See, Gone, Remember, Shot, Wait };

struct Act {
    Verb verb = Verb::Tap;
    std::string subject;  // label, text, name
    std::string object;   // of Hold the count, of Sound the word, of Remember the pattern
    std::size_t line = 0;
};

// "play.line": names the line that is no act.
[[nodiscard]] base::Result<std::vector<Act>> parse_script(std::string_view text);

using Memory = std::map<std::string, std::string>;
[[nodiscard]] std::string with_memory(std::string text, const Memory& memory);

}  // namespace courtyard::play
