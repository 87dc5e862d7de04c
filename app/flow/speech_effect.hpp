// What the kiosk asks of its voice. It answers every Speak that was not stopped or replaced with SpeechEnded.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/flow/speech_state.hpp"

namespace courtyard::flow {

enum class Turn : std::uint8_t { AtOnce, AfterThis };  // instead of what is being said, or when that has ended

struct Speak {
    std::uint64_t ticket = 0;
    std::vector<std::string> pieces;  // an empty one is a knock; to be wiped after use
    Turn turn = Turn::AtOnce;
    Loudness loudness = Loudness::Middle;
};
struct StopSpeaking {};
struct SetLoudness {
    Loudness loudness = Loudness::Middle;
};

}  // namespace courtyard::flow
