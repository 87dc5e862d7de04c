// A name or a place that is found by its characters, by pinyin, by initials, and by any of these in a row: "shen tu",
// "stj", "shentuj". Each character may be read in several ways; any of them will do.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace courtyard::cases {

// Syllables without tone ("shen"; v for the u with two dots) in which a character is read, the usual one first; none
// where nobody knows.
using Readings = std::function<std::vector<std::string>(char32_t)>;

// How well something fits what was typed. Better ones are smaller.
enum class Fit : std::uint8_t { Whole, Prefix, Inside, None };

// Small letters, ASCII for full-width; without blanks, brackets, hyphens, dots and apostrophes.
[[nodiscard]] std::u32string searchable(std::string_view utf8);

class SoundedText {
public:
    SoundedText() = default;
    SoundedText(std::string_view utf8, const Readings& readings);

    static constexpr std::size_t kTypedMax = 62;
    // `typed` as searchable() gives it, not empty; longer than kTypedMax fits nothing. Whoever types on finds no more
    // than before.
    [[nodiscard]] Fit fit(std::u32string_view typed) const;
    // By sound, for lists.
    [[nodiscard]] const std::string& sort_key() const { return sort_key_; }

private:
    // Whether what is typed may stand for the characters from `place` on; `to_end`: and for all of them.
    [[nodiscard]] bool matches(std::u32string_view typed, std::size_t place, bool to_end) const;
    // To where in `typed` the character at `place` may lead from `at`, as bits.
    [[nodiscard]] std::uint64_t steps(std::u32string_view typed, std::size_t at, std::size_t place, bool to_end) const;

    // Whether something typed that begins so may stand for the characters from `place` on.
    [[nodiscard]] bool may_begin(char32_t first, std::size_t place) const;

    std::u32string characters_;
    std::vector<std::vector<std::string>> readings_;  // of each character
    std::vector<std::uint32_t> first_letters_;        // of each character's readings, as bits
    std::string sort_key_;
};

// Where one is part of the other.
[[nodiscard]] Fit fit_in(std::u32string_view text, std::u32string_view typed);

}  // namespace courtyard::cases
