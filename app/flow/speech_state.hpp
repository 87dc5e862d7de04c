// Reading aloud, as the kiosk knows it. No words: these go out as effects and are forgotten.
#pragma once

#include <cstdint>

#include "sync/base/instant.hpp"

namespace courtyard::flow {

enum class Loudness : std::uint8_t { Quiet, Middle, Loud };
inline constexpr int kLoudnesses = 3;

struct VoiceWork {
    bool on = false;           // pages are read as they come, and what is touched is said
    bool speaking = false;     // counts as presence: nobody is taken for gone who listens
    bool says_touch = false;   // the last utterance was what was touched; the page is read after it
    bool unheard = false;      // the last one could not be heard: no card, or nothing to speak with
    std::uint64_t asked = 0;   // times that a page was asked for; screens answer each number once
    std::uint64_t ticket = 0;  // of the last utterance
    base::Instant since;       // of the last utterance
    Loudness loudness = Loudness::Middle;
};

// The longest that one utterance keeps a session open; nothing is as long as this.
inline constexpr std::int64_t kSpeechMsMax = 600'000;

}  // namespace courtyard::flow
