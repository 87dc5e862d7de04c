#include "sync/seal/text_packing.hpp"

#include <algorithm>
#include <optional>

#include "sync/seal/mixing.hpp"

namespace courtyard::seal {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

std::optional<std::uint8_t> digit_of(char character) {
    const std::size_t value = kDigits.find(character);
    if (value == std::string_view::npos) return std::nullopt;
    return static_cast<std::uint8_t>(value);
}

std::size_t run_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && digit_of(text[length]))
        ++length;
    return length;
}

std::optional<std::size_t> marker_index(std::uint8_t byte) {
    if (byte < kFirstMarker || byte >= kFirstMarker + kDigitRuns.size()) return std::nullopt;
    return byte - kFirstMarker;
}

void take_out(std::string_view run, SplitText& split) {
    for (std::size_t i = 0; i < kDigitRuns.size();) {
        if (run.size() < kDigitRuns[i]) {
            ++i;
            continue;
        }
        split.skeleton.push_back(static_cast<std::uint8_t>(kFirstMarker + i));
        for (std::size_t at = 0; at < kDigitRuns[i]; at += 2) {
            split.digits.push_back(static_cast<std::uint8_t>(*digit_of(run[at]) << 4 | *digit_of(run[at + 1])));
        }
        run.remove_prefix(kDigitRuns[i]);
    }
    split.skeleton.insert(split.skeleton.end(), run.begin(), run.end());
}

}  // namespace

SplitText split_digits(std::string_view text) {
    SplitText split;
    split.skeleton.reserve(text.size());  // no growth: a freed half copy would escape the wipe
    split.digits.reserve(text.size() / 2);
    while (!text.empty()) {
        const std::size_t length = run_length(text);
        take_out(text.substr(0, length), split);
        text.remove_prefix(length);
        std::size_t other = 0;
        while (other < text.size() && !digit_of(text[other]))
            ++other;
        split.skeleton.insert(split.skeleton.end(), text.begin(), text.begin() + static_cast<std::ptrdiff_t>(other));
        text.remove_prefix(other);
    }
    return split;
}

base::Result<base::Bytes> join_digits(base::ByteView skeleton, base::ByteView digits, std::size_t size_max) {
    const auto wrong = [] {
        return base::fail("packing.digits", "a packed text's digits do not belong to its markers");
    };
    // Bounded by what is already here: no marker makes more text than its digits do.
    base::Bytes text;
    text.reserve(skeleton.size() + digits.size() * 2);
    base::ByteView rest = digits;
    for (const std::uint8_t byte : skeleton) {
        const std::optional<std::size_t> index = marker_index(byte);
        if (!index) {
            text.push_back(byte);
            continue;
        }
        const std::size_t bytes = kDigitRuns[*index] / 2;
        if (rest.size() < bytes) return wrong();
        for (const std::uint8_t pair : rest.first(bytes)) {
            text.push_back(static_cast<std::uint8_t>(kDigits[pair >> 4]));
            text.push_back(static_cast<std::uint8_t>(kDigits[pair & 15]));
        }
        rest = rest.subspan(bytes);
    }
    if (!rest.empty()) return wrong();
    if (text.size() > size_max) return base::fail("packing.size", "a packed text is larger than it may be");
    SplitText again = split_digits(base::as_text(text));
    const bool is_same = std::equal(again.skeleton.begin(), again.skeleton.end(), skeleton.begin(), skeleton.end()) &&
                         std::equal(again.digits.begin(), again.digits.end(), digits.begin(), digits.end());
    base::wipe(again.skeleton);
    base::wipe(again.digits);
    if (!is_same) return wrong();
    return text;
}

PackedText pack_text(std::string_view text, const Dictionary* dictionary) {
    if (!is_mixable(text)) return {Packing::Deflate, deflate_text(text, dictionary)};
    if (dictionary != nullptr) return {Packing::Mix, mix(text, dictionary->model())};
    return {Packing::Mix, mix(text, MixingModel())};
}

base::Bytes deflate_text(std::string_view text, const Dictionary* dictionary) {
    SplitText split = split_digits(text);
    base::Bytes packed = deflate(split.skeleton, dictionary);
    packed.insert(packed.end(), split.digits.begin(), split.digits.end());
    base::wipe(split.skeleton);
    base::wipe(split.digits);
    return packed;
}

base::Result<base::Bytes> unpack_text(Packing packing, base::ByteView packed, const Dictionary* dictionary,
                                      std::size_t size_max) {
    if (packing == Packing::Mix) {
        if (dictionary != nullptr) return unmix(packed, dictionary->model(), size_max);
        return unmix(packed, MixingModel(), size_max);
    }
    base::Result<Inflated> skeleton = inflate(packed, dictionary, size_max);
    if (!skeleton) {
        const bool is_large = skeleton.error().code == "deflate.size";
        return base::fail(is_large ? "packing.size" : "packing.deflate", skeleton.error().message);
    }
    base::Result<base::Bytes> text = join_digits(skeleton->plain, packed.subspan(skeleton->used), size_max);
    base::wipe(skeleton->plain);
    return text;
}

}  // namespace courtyard::seal
