// Whether a sound could be somebody speaking: loud and quiet in turn, neither silence nor a tone nor noise, about as
// long as so many syllables take.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace courtyard::test {

struct SpeechMeasure {
    double seconds = 0;
    double loud_share = 0;        // of windows of 20 ms above a whisper
    double quiet_share = 0;       // as good as silent
    double unevenness = 0;        // standard deviation of the loudness of the loud windows, in its mean
    int bursts = 0;               // times that it became loud after having been quiet or much quieter
    double crossings_spread = 0;  // spread of zero crossings per loud window: vowels and hisses in turn

    [[nodiscard]] std::string text() const {
        return "seconds " + std::to_string(seconds) + ", loud " + std::to_string(loud_share) + ", quiet " +
               std::to_string(quiet_share) + ", uneven " + std::to_string(unevenness) + ", bursts " +
               std::to_string(bursts) + ", crossings " + std::to_string(crossings_spread);
    }
};

inline SpeechMeasure measure_speech(std::span<const std::int16_t> samples, int rate) {
    SpeechMeasure out;
    out.seconds = static_cast<double>(samples.size()) / rate;
    const std::size_t window = static_cast<std::size_t>(rate) / 50;
    constexpr double kWhisper = 400, kSilent = 60;
    double sum = 0, squares = 0, cross = 0, cross_squares = 0, top = 0;
    int loud = 0, quiet = 0, windows = 0;
    bool low = true;
    for (std::size_t at = 0; at + window <= samples.size(); at += window) {
        double energy = 0;
        int crossings = 0;
        for (std::size_t i = at; i < at + window; ++i) {
            energy += static_cast<double>(samples[i]) * samples[i];
            if (i > at && (samples[i] < 0) != (samples[i - 1] < 0)) ++crossings;
        }
        const double rms = std::sqrt(energy / static_cast<double>(window));
        ++windows;
        if (rms < kSilent) ++quiet;
        if (rms > kWhisper) {
            ++loud;
            sum += rms;
            squares += rms * rms;
            cross += crossings;
            cross_squares += static_cast<double>(crossings) * crossings;
        }
        if (low && rms > kWhisper) {
            ++out.bursts;
            low = false;
            top = rms;
        }
        top = std::fmax(top, rms);
        if (rms < top * 0.35) low = true, top = 0;
    }
    if (windows == 0 || loud == 0) return out;
    const double mean = sum / loud, mean_cross = cross / loud;
    out.loud_share = static_cast<double>(loud) / windows;
    out.quiet_share = static_cast<double>(quiet) / windows;
    out.unevenness = std::sqrt(std::fmax(0, squares / loud - mean * mean)) / mean;
    out.crossings_spread =
        mean_cross == 0 ? 0 : std::sqrt(std::fmax(0, cross_squares / loud - mean_cross * mean_cross)) / mean_cross;
    return out;
}

// `syllables` as read_aloud() counts them; a syllable takes a fifth to half a second, and pauses come on top.
inline bool is_like_speech(const SpeechMeasure& m, std::size_t syllables) {
    const auto count = static_cast<double>(syllables);
    return m.seconds > 0.15 * count && m.seconds < 0.75 * count + 2 && m.loud_share > 0.3 && m.loud_share < 0.97 &&
           m.unevenness > 0.25 && m.crossings_spread > 0.3 && m.bursts * 6 >= static_cast<int>(syllables);
}

}  // namespace courtyard::test
