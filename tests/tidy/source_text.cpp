#include "tests/tidy/source_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace courtyard::tidy {

namespace {

bool is_word_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

// Where the identifier or number that ends before `end` starts.
std::size_t word_start(std::string_view text, std::size_t end) {
    while (end > 0 && is_word_character(text[end - 1]))
        --end;
    return end;
}

class Blanker {
public:
    explicit Blanker(std::string_view text) : text_(text), code_(text), bare_(text) {}

    SourceText run() {
        while (at_ < text_.size())
            step();
        return {split_lines(text_), split_lines(code_), split_lines(bare_)};
    }

private:
    void step() {
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("//")) return blank_comment(std::min(rest.find('\n'), rest.size()));
        if (rest.starts_with("/*")) return blank_comment(after(rest, "*/", 2));
        if (rest.front() == '"')
            return is_raw() ? blank_literal(raw_length(rest)) : blank_literal(literal_length(rest));
        if (rest.front() == '\'' && !is_digit_separator()) return blank_literal(literal_length(rest));
        ++at_;
    }

    static std::size_t after(std::string_view rest, std::string_view mark, std::size_t from) {
        const std::size_t found = rest.find(mark, from);
        return found == std::string_view::npos ? rest.size() : found + mark.size();
    }

    [[nodiscard]] bool is_raw() const {
        const std::string_view prefix = text_.substr(word_start(text_, at_), at_ - word_start(text_, at_));
        return prefix == "R" || prefix == "u8R" || prefix == "uR" || prefix == "UR" || prefix == "LR";
    }

    [[nodiscard]] bool is_digit_separator() const {
        const std::size_t start = word_start(text_, at_);
        return start < at_ && std::isdigit(static_cast<unsigned char>(text_[start])) != 0;
    }

    static std::size_t raw_length(std::string_view rest) {
        const std::size_t open = rest.find('(');
        if (open == std::string_view::npos) return rest.size();
        return after(rest, ")" + std::string(rest.substr(1, open - 1)) + "\"", open);
    }

    // An unfinished literal ends with its line, so that one mistake does not blank the file.
    static std::size_t literal_length(std::string_view rest) {
        for (std::size_t i = 1; i < rest.size(); ++i) {
            if (rest[i] == '\\') {
                ++i;
            } else if (rest[i] == rest.front()) {
                return i + 1;
            } else if (rest[i] == '\n') {
                return i;
            }
        }
        return rest.size();
    }

    void blank_comment(std::size_t length) {
        blank(code_, at_, length);
        blank(bare_, at_, length);
        at_ += length;
    }

    void blank_literal(std::size_t length) {
        if (length > 2) blank(bare_, at_ + 1, length - 2);
        at_ += length;
    }

    static void blank(std::string& view, std::size_t from, std::size_t length) {
        for (std::size_t i = from; i < from + length; ++i) {
            if (view[i] != '\n') view[i] = ' ';
        }
    }

    std::string_view text_;
    std::string code_;
    std::string bare_;
    std::size_t at_ = 0;
};

struct Range {
    char32_t first;
    char32_t last;
};
constexpr std::array kChinese{
    Range{0x2E80, 0x9FFF},    // radicals, punctuation, ideographs and their extension A
    Range{0xF900, 0xFAFF},    // compatibility ideographs
    Range{0xFE30, 0xFE4F},    // vertical forms
    Range{0xFF00, 0xFFEF},    // full-width forms
    Range{0x20000, 0x3FFFF},  // the later extensions
};

// The first code point of `text`, which it shortens; nothing when it is not UTF-8.
std::optional<char32_t> take_code_point(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    if (length == 0 || text.size() < length) return std::nullopt;
    char32_t point = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80U) return std::nullopt;
        point = point << 6U | (next & 0x3FU);
    }
    text.remove_prefix(length);
    return point;
}

}  // namespace

SourceText read_source(std::string_view text) { return Blanker(text).run(); }

bool has_word(std::string_view line, std::string_view word) {
    for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !is_word_character(line[at - 1])) && (end == line.size() || !is_word_character(line[end]))) {
            return true;
        }
    }
    return false;
}

bool has_chinese(std::string_view line) {
    while (!line.empty()) {
        const std::optional<char32_t> point = take_code_point(line);
        if (!point) return true;
        if (std::ranges::any_of(kChinese, [&](Range r) { return r.first <= *point && *point <= r.last; })) return true;
    }
    return false;
}

}  // namespace courtyard::tidy
