#include "app/speech/script.hpp"

namespace courtyard::speech {
namespace {

void pause(base::Bytes& out, int milliseconds) { put_frame(out, FrameKind::silence, silence_bytes(milliseconds)); }

bool prompt(base::Bytes& out, std::string_view text, const FindPrompt& find_prompt) {
    const base::ByteView recorded = find_prompt ? find_prompt(text) : base::ByteView{};
    if (recorded.empty() || recorded.size() > kFrameBytesMax) return false;
    put_frame(out, FrameKind::opus, recorded);
    return true;
}

void line(base::Bytes& out, std::string_view text, const Tongue& tongue, const FindPrompt& find_prompt) {
    if (prompt(out, text, find_prompt)) return;
    bool first = true;
    for (Sentence& sentence : read_aloud(text, tongue)) {
        if (!first) pause(out, kBetweenSentencesMs);
        first = false;
        put_frame(out, FrameKind::pinyin, base::as_bytes(sentence.pinyin));
        base::wipe(sentence.pinyin);
    }
}

}  // namespace

base::Bytes level_frame(int level) {
    base::Bytes out;
    const auto byte = static_cast<std::uint8_t>(level);
    put_frame(out, FrameKind::volume, {&byte, 1});
    return out;
}

base::Bytes script_of(const std::vector<std::string>& pieces, int level, const Tongue& tongue,
                      const FindPrompt& find_prompt) {
    base::Bytes out = level_frame(level);
    out.reserve(1U << 16);  // a page: nothing of it is left behind by growing
    bool first = true;
    for (const std::string& piece : pieces) {
        if (!first) pause(out, kBetweenPiecesMs);
        first = false;
        if (piece.empty()) {
            put_frame(out, FrameKind::tick);
            continue;
        }
        if (piece.find('\n') != std::string::npos && prompt(out, piece, find_prompt)) continue;
        const std::size_t before = out.size();
        std::string_view rest = piece;
        while (true) {
            const std::size_t end = rest.find('\n');
            line(out, rest.substr(0, end), tongue, find_prompt);
            if (end == std::string_view::npos) break;
            pause(out, kBetweenSentencesMs);
            rest.remove_prefix(end + 1);
        }
        // A key with a sign that has no name.
        if (out.size() == before && piece.size() <= 4) put_frame(out, FrameKind::tick);
    }
    put_frame(out, FrameKind::end);
    return out;
}

}  // namespace courtyard::speech
