// The kiosk's voice with the real courtyard-voice and ALSA's file device in place of a card: what screens say is heard,
// stops when it is told to, and is missed by nobody where nothing can be heard.
#include <doctest/doctest.h>

#include <stdlib.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "app/flow/kiosk_update.hpp"
#include "app/shell/mail_process.hpp"
#include "app/shell/voice.hpp"
#include "app/sound/wav.hpp"
#include "app/speech/script.hpp"
#include "app/worker/tongue.hpp"
#include "tests/support/speech_measure.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const pack::Pack> demo_pack() {
    static const auto pack = [] {
        auto loaded = pack::load("assets/packs/zhejiang-demo");
        REQUIRE_MESSAGE(loaded.has_value(), loaded.error().message);
        return std::make_shared<const pack::Pack>(std::move(*loaded));
    }();
    return pack;
}

// A card that is a file, or none, for as long as this lives.
class FileCard {
public:
    explicit FileCard(const char* slave = "null") {
        std::ofstream(folder_.path() / "asound.conf") << "pcm.!default { type file slave.pcm " << slave << " file \""
                                                      << wav().string() << "\" format wav }\npcm.null { type null }\n";
        ::setenv("ALSA_CONFIG_PATH", (folder_.path() / "asound.conf").c_str(), 1);
    }
    ~FileCard() { ::unsetenv("ALSA_CONFIG_PATH"); }
    FileCard(const FileCard&) = delete;
    FileCard& operator=(const FileCard&) = delete;
    [[nodiscard]] std::filesystem::path wav() const { return folder_.path() / "heard.wav"; }
    [[nodiscard]] sound::Pcm heard() const {
        std::ifstream file(wav(), std::ios::binary);
        const base::Bytes bytes{std::istreambuf_iterator<char>(file), {}};
        auto pcm = sound::parse_wav(bytes);
        return pcm ? std::move(*pcm) : sound::Pcm{};
    }

private:
    test::TempFolder folder_;
};

std::unique_ptr<shell::Voice> voice() {
    auto out = std::make_unique<shell::Voice>(shell::program_folder() / "courtyard-voice", [] {});
    out->use(demo_pack());
    return out;
}

// Waits as long as it takes: the test's own time limit is that of the whole program.
flow::SpeechEnded ended(shell::Voice& voice) {
    while (true) {
        if (auto news = voice.news()) return std::get<flow::SpeechEnded>(*news);
        std::this_thread::sleep_for(2ms);
    }
}

void ask(shell::Voice& voice, flow::Effect effect) { voice.takes(effect); }

flow::Speak speak(std::uint64_t ticket, std::vector<std::string> pieces, flow::Turn turn = flow::Turn::AtOnce) {
    return {ticket, std::move(pieces), turn, flow::Loudness::Loud};
}

std::size_t syllables(const std::vector<std::string>& pieces) {
    auto tongue = worker::shipped_tongue();
    REQUIRE(tongue.has_value());
    worker::teach(*tongue, *demo_pack());
    std::size_t count = 0;
    for (const std::string& piece : pieces)
        for (const speech::Sentence& sentence : speech::read_aloud(piece, *tongue))
            count += sentence.syllables;
    return count;
}

}  // namespace

TEST_CASE("what is asked is heard, sounds like speech and ends; a text without words does not") {
    const auto mouth = voice();
    CHECK(mouth->can_speak(*demo_pack()));
    for (const char* key : {"attract.question", "home.greeting", "screening.title", "receipt.heading"}) {
        CAPTURE(key);
        const FileCard card;
        const std::vector<std::string> pieces{demo_pack()->words.text(key), demo_pack()->words.text("bar.footnote")};
        ask(*mouth, speak(7, pieces));
        const flow::SpeechEnded end = ended(*mouth);
        CHECK(end.ticket == 7);
        CHECK(end.heard);
        const sound::Pcm pcm = card.heard();
        const auto measure = test::measure_speech(pcm.samples, pcm.rate);
        CHECK_MESSAGE(test::is_like_speech(measure, syllables(pieces)), measure.text());
    }
    const FileCard card;
    ask(*mouth, speak(8, {"……", "。"}));
    CHECK(ended(*mouth).ticket == 8);
    const sound::Pcm pcm = card.heard();
    CHECK_FALSE(test::is_like_speech(test::measure_speech(pcm.samples, pcm.rate), 10));
}

TEST_CASE("what comes after waits for what is said; what comes at once does not") {
    const FileCard card;
    const auto mouth = voice();
    ask(*mouth, speak(1, {demo_pack()->words.text("home.greeting")}));
    ask(*mouth, speak(2, {demo_pack()->words.text("home.sub")}, flow::Turn::AfterThis));
    CHECK(ended(*mouth).ticket == 1);
    CHECK(ended(*mouth).ticket == 2);
    // Replaced before it could end: only the last one tells of its end.
    std::vector<std::string> long_page(200, demo_pack()->words.text("home.sub"));
    ask(*mouth, speak(3, long_page));
    ask(*mouth, speak(4, {demo_pack()->words.text("home.greeting")}));
    flow::SpeechEnded last = ended(*mouth);
    CHECK((last.ticket == 4 || last.ticket == 3));
    if (last.ticket == 3) last = ended(*mouth);
    CHECK(last.ticket == 4);
}

TEST_CASE("the end of a session silences the voice at once, and the next one speaks again") {
    const FileCard card;
    const auto mouth = voice();
    for (const bool ends : {true, false}) {
        ask(*mouth, speak(1, std::vector<std::string>(2'000, demo_pack()->words.text("bar.footnote"))));
        std::this_thread::sleep_for(50ms);
        flow::Effect stop = ends ? flow::Effect{flow::EndSession{}} : flow::Effect{flow::StopSpeaking{}};
        CHECK(mouth->takes(stop) == !ends);  // the end of a session is for others as well
        ask(*mouth, speak(2, {demo_pack()->words.text("home.greeting")}));
        flow::SpeechEnded end = ended(*mouth);
        if (end.ticket == 1) end = ended(*mouth);  // it was over sooner than we said so
        CHECK(end.ticket == 2);
    }
}

TEST_CASE("no card and no program: nothing is heard, nothing waits, and it is told") {
    {
        const FileCard none("no_such_card");
        const auto mouth = voice();
        ask(*mouth, speak(1, {demo_pack()->words.text("home.greeting")}));
        CHECK_FALSE(ended(*mouth).heard);
        // Tried anew each time: a card may come.
        const FileCard card;
        ask(*mouth, speak(2, {demo_pack()->words.text("home.greeting")}));
        CHECK(ended(*mouth).heard);
    }
    shell::Voice dumb("/nonexistent/courtyard-voice", [] {});
    dumb.use(demo_pack());
    CHECK_FALSE(dumb.can_speak(*demo_pack()));
    ask(dumb, speak(1, {demo_pack()->words.text("home.greeting")}));
    CHECK_FALSE(ended(dumb).heard);
}
