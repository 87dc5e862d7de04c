// Inside reader.cpp: what stands at a digit, and how it is said.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/speech/numbers.hpp"
#include "app/speech/reader.hpp"

namespace courtyard::speech {

class NumberReader {
public:
    NumberReader(std::u32string_view text, const Rules& rules, std::vector<Unit>& out)
        : text_(text), rules_(rules), out_(out) {}

    // Reads what begins with a digit at `at` and returns where it ends. `code`: inside a case number or beside Latin
    // letters, where every digit stands for itself.
    std::size_t read(std::size_t at, bool code);
    // 12,500 3.5 50%, whatever stands around it.
    std::size_t amount(std::size_t at);

private:
    std::optional<std::size_t> date(std::size_t at);       // 2026-11-23, 2026/11/23
    std::optional<std::size_t> year(std::size_t at);       // 2026 before the sign of a year
    std::optional<std::size_t> moment(std::size_t at);     // 15:04
    std::optional<std::size_t> telephone(std::size_t at);  // 0571-88886666
    std::optional<std::size_t> range(std::size_t at);      // 10-15 before a measure
    std::optional<std::size_t> fraction(std::size_t at);   // 1/3
    void one_by_one(std::size_t from, std::size_t to, bool telephone);

    [[nodiscard]] char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }
    [[nodiscard]] std::size_t digits_end(std::size_t i) const;
    [[nodiscard]] std::size_t skip_blanks(std::size_t i) const;
    [[nodiscard]] std::string ascii(std::size_t from, std::size_t to) const;
    [[nodiscard]] int value(std::size_t from, std::size_t to) const;
    [[nodiscard]] bool is_measured(std::size_t end, std::size_t digits) const;
    [[nodiscard]] bool asks_for_digits(std::size_t from) const;
    [[nodiscard]] Two two_before(std::size_t from, std::size_t end) const;
    void say(const Syllables& syllables);
    void say(std::string_view syllable) { out_.push_back({std::string(syllable), Pause::none, 0, true}); }
    void breathe() {
        if (!out_.empty() && out_.back().after == Pause::none) out_.back().after = Pause::breath;
    }

    std::u32string_view text_;
    const Rules& rules_;
    std::vector<Unit>& out_;
};

}  // namespace courtyard::speech
