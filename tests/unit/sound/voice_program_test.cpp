// courtyard-voice itself, without a sound card: ALSA's file device keeps what a card would have played.
#include <doctest/doctest.h>

#include <fstream>

#include "app/sound/performance.hpp"
#include "app/sound/synthesiser.hpp"
#include "app/sound/wav.hpp"
#include "tests/support/process.hpp"
#include "tests/support/speech_measure.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
using speech::FrameKind;

namespace {

const char* const kSaid = "cai2 liao4 shou1 dao4 le5, qing3 liu2 hao3 hui2 zhi2.";
constexpr std::size_t kSyllables = 10;

base::Bytes script(int level, std::initializer_list<const char*> sentences) {
    base::Bytes out;
    const auto loud = static_cast<std::uint8_t>(level);
    speech::put_frame(out, FrameKind::volume, {&loud, 1});
    for (const char* sentence : sentences) {
        speech::put_frame(out, FrameKind::pinyin, base::as_bytes(sentence));
        speech::put_frame(out, FrameKind::silence, speech::silence_bytes(300));
    }
    speech::put_frame(out, FrameKind::end);
    return out;
}

struct Played {
    int code = -1;
    std::string told;
    sound::Pcm pcm;
};

Played play(const base::Bytes& frames, const char* slave = "null") {
    const test::TempFolder folder;
    const auto config = folder.path() / "asound.conf", wav = folder.path() / "heard.wav";
    std::ofstream(config) << "pcm.!default { type file slave.pcm " << slave << " file \"" << wav.string()
                          << "\" format wav }\npcm.null { type null }\n";
    const auto told = folder.path() / "frames";
    std::ofstream(told, std::ios::binary)
        .write(reinterpret_cast<const char*>(frames.data()), static_cast<std::streamsize>(frames.size()));
    const std::string program = (test::program_folder() / "courtyard-voice").string();
    const test::Ran ran = test::run({"/bin/sh", "-c", "exec \"$0\" < \"$1\"", program, told.string()},
                                    {"ALSA_CONFIG_PATH=" + config.string()});
    Played played{ran.code, ran.out, {}};
    std::ifstream file(wav, std::ios::binary);
    const base::Bytes bytes{std::istreambuf_iterator<char>(file), {}};
    if (auto pcm = sound::parse_wav(bytes)) played.pcm = std::move(*pcm);
    return played;
}

}  // namespace

TEST_CASE("what is to be said reaches the card, sounds like speech and ends") {
    const Played once = play(script(2, {kSaid}));
    CHECK(once.code == 0);
    CHECK(once.told == "b\n");
    const auto heard = test::measure_speech(once.pcm.samples, once.pcm.rate);
    CHECK_MESSAGE(test::is_like_speech(heard, kSyllables), heard.text());
    const Played twice = play(script(2, {kSaid, kSaid}));
    CHECK(twice.pcm.seconds() > 1.8 * once.pcm.seconds());
    // Loudness: each step is half of the next; nothing but the loudness differs.
    const Played quiet = play(script(0, {kSaid}));
    REQUIRE(quiet.pcm.samples.size() == once.pcm.samples.size());
    int peak = 0, quiet_peak = 0;
    for (std::size_t i = 0; i < once.pcm.samples.size(); ++i) {
        peak = std::max(peak, std::abs(static_cast<int>(once.pcm.samples[i])));
        quiet_peak = std::max(quiet_peak, std::abs(static_cast<int>(quiet.pcm.samples[i])));
    }
    CHECK(peak > 10'000);
    CHECK(quiet_peak == doctest::Approx(peak / 4.0).epsilon(0.02));
}

TEST_CASE("a text without words is silent, and the measure says so") {
    base::Bytes frames;
    speech::put_frame(frames, FrameKind::silence, speech::silence_bytes(3'000));
    speech::put_frame(frames, FrameKind::end);
    const Played played = play(frames);
    CHECK(played.code == 0);
    CHECK(played.told.empty());
    CHECK_FALSE(test::is_like_speech(test::measure_speech(played.pcm.samples, played.pcm.rate), kSyllables));
}

TEST_CASE("no card is an ending of its own, and whoever goes away is not spoken for") {
    CHECK(play(script(1, {kSaid}), "no_such_card").code == static_cast<int>(sound::Ending::NoCard));
    base::Bytes frames = script(1, {kSaid});
    frames.resize(frames.size() - 5);  // without the end: the kiosk died
    const Played played = play(frames);
    CHECK(played.code == static_cast<int>(sound::Ending::Abandoned));
    base::Bytes broken = base::to_bytes("Xnonsense");
    CHECK(play(broken).code == static_cast<int>(sound::Ending::Abandoned));
}

TEST_CASE("without a synthesiser a recording is still heard, and a sentence is not") {
    speech::Frame frame{FrameKind::pinyin, base::to_bytes(kSaid)};
    CHECK(sound::render(frame, std::nullopt).error().code == "sound.synthesiser");
    CHECK(sound::render({FrameKind::tick, {}}, std::nullopt)->seconds() < 0.1);
}

TEST_CASE("frames come through in pieces of any size; others are refused") {
    const base::Bytes whole = script(1, {kSaid});
    speech::FrameReader reader;
    std::string kinds;
    for (const std::uint8_t byte : whole) {
        reader.feed({&byte, 1});
        while (const auto frame = reader.next())
            kinds.push_back(static_cast<char>(frame->kind));
    }
    CHECK(kinds == "VPSE");
    speech::FrameReader large;
    const base::Bytes too_long{'O', 0x7F, 0, 0, 0};
    large.feed(too_long);
    CHECK_FALSE(large.next().has_value());
    CHECK(large.is_broken());
}
