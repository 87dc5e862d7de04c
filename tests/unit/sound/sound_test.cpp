#include <doctest/doctest.h>

#include <cmath>
#include <fstream>

#include "app/sound/opus.hpp"
#include "app/sound/pcm.hpp"
#include "app/sound/synthesiser.hpp"
#include "app/sound/wav.hpp"
#include "tests/support/process.hpp"
#include "tests/support/speech_measure.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;

namespace {

sound::Pcm tone(int rate, double hertz, double seconds) {
    sound::Pcm pcm{rate, {}};
    for (int i = 0; i < static_cast<int>(rate * seconds); ++i)
        pcm.samples.push_back(static_cast<std::int16_t>(8000 * std::sin(2 * 3.14159265358979 * hertz * i / rate)));
    return pcm;
}

// Root of the mean square without the ends, where a filter has only half of what it needs.
double loudness(const sound::Pcm& pcm) {
    double sum = 0;
    const std::size_t skip = pcm.samples.size() / 10;
    for (std::size_t i = skip; i < pcm.samples.size() - skip; ++i)
        sum += static_cast<double>(pcm.samples[i]) * pcm.samples[i];
    return std::sqrt(sum / static_cast<double>(pcm.samples.size() - 2 * skip));
}

std::filesystem::path synthesiser() {
    const auto found = sound::find_synthesiser();
    REQUIRE_MESSAGE(found.has_value(), "espeak-ng is missing: ./run setup");
    return *found;
}

const char* const kSaid = "cai2 liao4 shou1 dao4 le5, qing3 liu2 hao3 hui2 zhi2.";
constexpr std::size_t kSyllables = 10;

}  // namespace

TEST_CASE("a sound keeps its pitch, loudness and length at another rate") {
    const sound::Pcm up = sound::at_rate(tone(22'050, 440, 0.5), 48'000);
    CHECK(up.rate == 48'000);
    CHECK(up.seconds() == doctest::Approx(0.5).epsilon(0.001));
    CHECK(loudness(up) == doctest::Approx(loudness(tone(48'000, 440, 0.5))).epsilon(0.01));
    int crossings = 0;
    for (std::size_t i = 1; i < up.samples.size(); ++i)
        crossings += (up.samples[i] < 0) != (up.samples[i - 1] < 0) ? 1 : 0;
    CHECK(std::abs(crossings - 440) < 6);
    // A tone that the lower rate cannot have is gone, not folded into another.
    CHECK(loudness(sound::at_rate(tone(48'000, 15'000, 0.5), 16'000)) < 200);
    CHECK(loudness(sound::at_rate(tone(48'000, 3'000, 0.5), 16'000)) > 5'000);
}

TEST_CASE("a WAV is read as it was written, and streams without a length, too") {
    const sound::Pcm pcm = tone(22'050, 300, 0.1);
    base::Bytes wav = sound::wav_of(pcm);
    CHECK(sound::parse_wav(wav)->samples == pcm.samples);
    for (std::size_t i = 40; i < 44; ++i)
        wav[i] = 0x7F;
    CHECK(sound::parse_wav(wav)->samples == pcm.samples);
    CHECK(sound::parse_wav(base::ByteView(wav).first(20)).error().code == "sound.wav");
    CHECK(sound::parse_wav(base::as_bytes("RIFFxxxxWAVE")).error().code == "sound.wav");
    wav[20] = 3;  // floating point
    CHECK(sound::parse_wav(wav).error().code == "sound.wav");
}

TEST_CASE("the synthesiser speaks; silence, tones and noise are not taken for speech") {
    const auto said = sound::synthesise(synthesiser(), kSaid);
    REQUIRE_MESSAGE(said.has_value(), said.error().message);
    const auto spoken = test::measure_speech(said->samples, said->rate);
    CHECK_MESSAGE(test::is_like_speech(spoken, kSyllables), spoken.text());
    const sound::Pcm faster = sound::at_rate(*said, sound::kRate);
    CHECK(test::is_like_speech(test::measure_speech(faster.samples, faster.rate), kSyllables));
    // Controls.
    const sound::Pcm nothing = sound::silence(4'000);
    CHECK_FALSE(test::is_like_speech(test::measure_speech(nothing.samples, nothing.rate), kSyllables));
    const sound::Pcm hum = tone(sound::kRate, 200, 4);
    CHECK_FALSE(test::is_like_speech(test::measure_speech(hum.samples, hum.rate), kSyllables));
    sound::Pcm hiss{sound::kRate, {}};
    std::uint32_t seed = 1;
    for (int i = 0; i < 4 * sound::kRate; ++i) {
        seed = seed * 1664525U + 1013904223U;
        hiss.samples.push_back(static_cast<std::int16_t>(static_cast<int>(seed >> 18U) - 8192));
    }
    CHECK_FALSE(test::is_like_speech(test::measure_speech(hiss.samples, hiss.rate), kSyllables));
    CHECK_FALSE(test::is_like_speech(spoken, kSyllables * 10));
    sound::Pcm muted = *said;
    for (std::int16_t& sample : muted.samples)
        sample = static_cast<std::int16_t>(sample / 256);
    CHECK_FALSE(test::is_like_speech(test::measure_speech(muted.samples, muted.rate), kSyllables));
}

TEST_CASE("only pinyin reaches the synthesiser, and its failures are told") {
    CHECK(sound::synthesise(synthesiser(), "hello; rm -rf").error().code == "sound.pinyin");
    CHECK(sound::synthesise(synthesiser(), "").error().code == "sound.pinyin");
    CHECK(sound::synthesise("/nonexistent/espeak-ng", kSaid).error().code == "sound.synthesiser");
    CHECK(sound::synthesise("/bin/true", kSaid).error().code == "sound.synthesiser");
    CHECK(sound::synthesise("/bin/false", kSaid).error().code == "sound.synthesiser");
    // Says without end: stopped at the limit of bytes.
    const auto endless = sound::synthesise("/usr/bin/yes", kSaid);
    CHECK(endless.error().code == "sound.synthesiser");
}

TEST_CASE("recorded prompts are decoded; what is no Opus is refused") {
    const test::TempFolder folder;
    const auto wav = folder.path() / "tone.wav", opus = folder.path() / "tone.opus";
    const base::Bytes bytes = sound::wav_of(tone(48'000, 440, 1));
    std::ofstream(wav, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    const test::Ran made = test::run({"/usr/bin/opusenc", "--quiet", "--bitrate", "24", wav.string(), opus.string()});
    REQUIRE_MESSAGE(made.code == 0, made.err);
    std::ifstream file(opus, std::ios::binary);
    const base::Bytes recorded{std::istreambuf_iterator<char>(file), {}};
    const auto pcm = sound::decode_opus(recorded);
    REQUIRE_MESSAGE(pcm.has_value(), pcm.error().message);
    CHECK(pcm->seconds() == doctest::Approx(1).epsilon(0.02));
    CHECK(loudness(*pcm) == doctest::Approx(8000 / std::sqrt(2.0)).epsilon(0.1));
    base::Bytes damaged = recorded;
    damaged[damaged.size() / 2] ^= 0xFFU;
    damaged.resize(damaged.size() * 3 / 4);
    const auto half = sound::decode_opus(damaged);
    CHECK((!half || half->seconds() < 0.95));
    CHECK(sound::decode_opus(bytes).error().code == "sound.opus");
    CHECK(sound::decode_opus({}).error().code == "sound.opus");
    CHECK(sound::decode_opus(base::ByteView(recorded).first(60)).error().code == "sound.opus");
}
