// What happens while the kiosk reads aloud: the buttons for it, what the screens found to be read, and what the voice
// tells.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/flow/speech_state.hpp"

namespace courtyard::flow {

// Buttons.
struct PressedListen {};         // read this page, and all that come
struct PressedListenAgain {};    // this page once more
struct PressedStopListening {};  // silence, at once and from now on
struct PickedLoudness {
    Loudness loudness = Loudness::Middle;
};
struct PressedSoundTest {};  // of the steward: says one sentence; session.voice.unheard tells whether it was heard

// Screens, while reading aloud is on. Not presses by themselves: they neither open the curtain nor count as presence.
struct ReadPage {
    std::uint64_t asked = 0;  // the request that is answered
    std::vector<std::string> pieces;
};
struct ReadMore {
    std::vector<std::string> pieces;
};  // what has newly appeared on the page: a sentence about a mistake
struct SaidTouch {
    std::string words;  // empty: a knock only, where the words are nobody else's business
};

// Voice.
struct SpeechEnded {
    std::uint64_t ticket = 0;
    bool heard = true;
};

}  // namespace courtyard::flow
