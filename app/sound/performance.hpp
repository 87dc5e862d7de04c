// The whole life of courtyard-voice: frames come in, sound goes to the card. It is a process of its own, one for each
// utterance, so that stop is its end: at once, with everything that it was told.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/sound/pcm.hpp"
#include "app/speech/clip.hpp"
#include "sync/base/result.hpp"

namespace courtyard::sound {

struct Stage {
    int in = 0;                    // frames
    int out = 1;                   // "b" and a line feed when the first sound goes to the card
    std::string card = "default";  // see Card
    std::optional<std::filesystem::path> synthesiser;
};

// How it ended; exit codes of the program.
enum class Ending { Said = 0, Wrong = 2, NoCard = 3, NoVoice = 4, Abandoned = 5 };
// Returns when all was heard, nothing could be heard, or whoever asked is gone.
[[nodiscard]] Ending perform(const Stage& stage);

// One frame as sound; "sound.synthesiser" where there is none.
[[nodiscard]] base::Result<Pcm> render(const speech::Frame& frame,
                                       const std::optional<std::filesystem::path>& synthesiser);

// One sentence for doctor and for the steward: can this machine speak, and can it be heard.
struct Hearing {
    bool synthesiser = false;
    bool card = false;
    std::string says;
};
[[nodiscard]] Hearing look_at_sound(const std::string& card);

}  // namespace courtyard::sound
