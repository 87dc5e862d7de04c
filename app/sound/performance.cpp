#include "app/sound/performance.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "app/sound/card.hpp"
#include "app/sound/opus.hpp"
#include "app/sound/synthesiser.hpp"

namespace courtyard::sound {
namespace {

constexpr std::size_t kPiece = kRate / 20;  // samples given to the card in one go: 50 ms

// Frames as they arrive, read on a thread of their own: a change of loudness must not wait for the sentence's end.
class Script {
public:
    explicit Script(int fd) : fd_(fd) {
        std::thread([this] { read(); }).detach();
    }
    // The next thing to be heard; nothing: the script is at its end, or was abandoned.
    std::optional<speech::Frame> next() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !frames_.empty() || ended_ || abandoned_; });
        if (abandoned_ || frames_.empty()) return std::nullopt;
        speech::Frame frame = std::move(frames_.front());
        frames_.pop_front();
        return frame;
    }
    [[nodiscard]] bool abandoned() const { return abandoned_; }
    [[nodiscard]] int level() const { return level_; }

private:
    void read() {
        speech::FrameReader reader;
        std::array<std::uint8_t, 16384> buffer{};
        while (true) {
            const ssize_t got = ::read(fd_, buffer.data(), buffer.size());
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) break;
            reader.feed({buffer.data(), static_cast<std::size_t>(got)});
            while (auto frame = reader.next())
                take(std::move(*frame));
            if (reader.is_broken()) break;
        }
        const std::lock_guard lock(mutex_);
        abandoned_ = !ended_ || reader.is_broken();
        changed_.notify_all();
    }
    void take(speech::Frame frame) {
        const std::lock_guard lock(mutex_);
        if (frame.kind == speech::FrameKind::volume) {
            if (!frame.bytes.empty()) level_ = frame.bytes[0];
        } else if (frame.kind == speech::FrameKind::end) {
            ended_ = true;
        } else {
            frames_.push_back(std::move(frame));
        }
        changed_.notify_all();
    }

    int fd_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<speech::Frame> frames_;
    bool ended_ = false;
    std::atomic<bool> abandoned_{false};
    std::atomic<int> level_{1};
};

}  // namespace

base::Result<Pcm> render(const speech::Frame& frame, const std::optional<std::filesystem::path>& synthesiser) {
    switch (frame.kind) {
        case speech::FrameKind::pinyin: {
            if (!synthesiser) return base::fail("sound.synthesiser", "espeak-ng is not installed");
            const Pcm said = TRY(synthesise(*synthesiser, base::as_text(frame.bytes)));
            return at_rate(said, kRate);
        }
        case speech::FrameKind::opus: return decode_opus(frame.bytes);
        case speech::FrameKind::silence: return silence(speech::milliseconds_of(frame.bytes));
        case speech::FrameKind::tick: return tick();
        default: return Pcm{};
    }
}

Ending perform(const Stage& stage) {
    // Not on the stack: the reading thread may outlive this function by a moment, until the process ends.
    auto* const script = new Script(stage.in);
    std::optional<Card> card;
    bool heard = false, silent = false;
    while (auto frame = script->next()) {
        auto pcm = render(*frame, stage.synthesiser);
        base::wipe(frame->bytes);
        const bool is_pause = frame->kind == speech::FrameKind::silence;
        if (!pcm || (is_pause && !heard)) {
            silent = silent || !pcm;
            continue;
        }
        if (!card) {
            auto opened = Card::open(stage.card);
            if (!opened) return Ending::NoCard;
            card.emplace(std::move(*opened));
        }
        for (std::size_t at = 0; at < pcm->samples.size(); at += kPiece) {
            if (script->abandoned()) return Ending::Abandoned;
            const std::size_t count = std::min(kPiece, pcm->samples.size() - at);
            const std::int64_t gain = speech::gain_of(script->level());
            for (std::size_t i = at; i < at + count; ++i)
                pcm->samples[i] = static_cast<std::int16_t>(pcm->samples[i] * gain >> 16);
            if (!card->play({pcm->samples.data() + at, count})) return Ending::NoCard;
            if (!heard && ::write(stage.out, "b\n", 2) != 2) return Ending::Abandoned;
            heard = true;
        }
        wipe(*pcm);
    }
    if (script->abandoned()) return Ending::Abandoned;
    if (card) card->finish();
    return silent && !heard ? Ending::NoVoice : Ending::Said;
}

Hearing look_at_sound(const std::string& card) {
    Hearing hearing;
    hearing.synthesiser = find_synthesiser().has_value();
    const auto opened = Card::open(card);
    hearing.card = opened.has_value();
    hearing.says = hearing.synthesiser ? "espeak-ng is there"
                                       : "espeak-ng is missing, so only recorded prompts are read aloud; install it";
    hearing.says += hearing.card ? ", and the sound card '" + card + "' can be opened"
                                 : "; " + opened.error().message + ", so nothing is heard";
    return hearing;
}

}  // namespace courtyard::sound
