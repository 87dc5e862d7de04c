#include "app/screens/gallery_voice.hpp"

#include <algorithm>

namespace courtyard::screens {
namespace {

struct Listened {
    const char* of;
    const char* name;
    bool speaking;
    bool unheard;
    flow::Loudness loudness;
};

constexpr Listened kListened[] = {{"home", "home_listening", true, false, flow::Loudness::Middle},
                                  {"guide", "guide_listened", false, false, flow::Loudness::Quiet},
                                  {"screening_list", "screening_list_listening", true, false, flow::Loudness::Loud},
                                  {"ask_name", "ask_name_listening", true, false, flow::Loudness::Middle},
                                  {"ask_money", "ask_money_listening", true, false, flow::Loudness::Middle},
                                  {"ask_choice", "ask_choice_unheard", false, true, flow::Loudness::Middle},
                                  {"review", "review_listening", true, false, flow::Loudness::Middle},
                                  {"receipt", "receipt_listening", true, false, flow::Loudness::Middle},
                                  {"progress_code", "progress_code_listening", true, false, flow::Loudness::Middle}};

}  // namespace

void add_listening(std::vector<Sample>& samples) {
    for (const Listened& one : kListened) {
        const auto found =
            std::find_if(samples.begin(), samples.end(), [&](const Sample& sample) { return sample.name == one.of; });
        if (found == samples.end()) continue;
        Sample sample{one.name, found->state};
        flow::VoiceWork& voice = sample.state.session.voice;
        voice.on = true;
        voice.speaking = one.speaking;
        voice.unheard = one.unheard;
        voice.loudness = one.loudness;
        voice.since = sample.state.now;
        samples.push_back(std::move(sample));
    }
}

}  // namespace courtyard::screens
