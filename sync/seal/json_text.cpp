#include "sync/seal/json_text.hpp"

#include <set>

#include <fmt/format.h>

namespace courtyard::seal {
namespace {

constexpr std::size_t kNumberMax = 32;

bool is_digit(char character) { return character >= '0' && character <= '9'; }

class Scanner {
public:
    Scanner(std::string_view text, std::size_t depth_max) : text_(text), depth_max_(depth_max) {}

    std::size_t at() const { return at_; }

    base::Result<void> object(std::size_t depth) {
        TRY(expect('{'));
        if (take('}')) return {};
        std::set<std::string_view> keys;
        do {
            const std::size_t start = at_;
            TRY(string());
            if (!keys.insert(text_.substr(start, at_ - start)).second) return wrong("a key that was there before");
            TRY(expect(':'));
            TRY(value(depth));
        } while (take(','));
        return expect('}');
    }

    base::Result<void> string() {
        TRY(expect('"'));
        while (at_ < text_.size() && text_[at_] != '"') {
            if (text_[at_] == '\\') {
                TRY(escape());
            } else if (static_cast<unsigned char>(text_[at_]) < 0x20) {
                return wrong("a bare control character");
            } else {
                const std::size_t length = utf8_length(text_.substr(at_));
                if (length == 0) return wrong("bytes that are not UTF-8");
                at_ += length;
            }
        }
        return expect('"');
    }

private:
    base::Result<void> value(std::size_t depth) {
        const char next = peek();
        if (next == '{' || next == '[') {
            if (depth == depth_max_) return wrong("nesting that is too deep");
            return next == '{' ? object(depth + 1) : array(depth + 1);
        }
        if (next == '"') return string();
        if (next == '-' || is_digit(next)) return number();
        for (const std::string_view word : {"true", "false", "null"}) {
            if (text_.substr(at_, word.size()) == word) {
                at_ += word.size();
                return {};
            }
        }
        return wrong("something that is no value");
    }

    base::Result<void> array(std::size_t depth) {
        TRY(expect('['));
        if (take(']')) return {};
        do {
            TRY(value(depth));
        } while (take(','));
        return expect(']');
    }

    base::Result<void> number() {
        const std::size_t start = at_;
        take('-');
        if (!take('0')) TRY(digits());
        if (take('.')) TRY(digits());
        if (take('e') || take('E')) {
            if (!take('+')) take('-');
            TRY(digits());
        }
        if (at_ - start > kNumberMax) return wrong("a number that is too long");
        return {};
    }

    base::Result<void> digits() {
        if (!is_digit(peek())) return wrong("a number without digits");
        while (is_digit(peek()))
            ++at_;
        return {};
    }

    base::Result<void> escape() {
        static constexpr std::string_view kShort = "\"\\bfnrt";
        const std::string_view rest = text_.substr(at_ + 1);
        if (!rest.empty() && kShort.find(rest[0]) != std::string_view::npos) {
            at_ += 2;
            return {};
        }
        if (rest.size() < 5 || rest.substr(0, 3) != "u00" || (rest[3] != '0' && rest[3] != '1')) {
            return wrong("an escape that is not needed");
        }
        const bool is_hex = is_digit(rest[4]) || (rest[4] >= 'a' && rest[4] <= 'f');
        static constexpr std::string_view kHasShort = "89acd";  // \b \t \n \f \r have a form of their own
        if (!is_hex || (rest[3] == '0' && kHasShort.find(rest[4]) != std::string_view::npos)) {
            return wrong("an escape that is written otherwise");
        }
        at_ += 6;
        return {};
    }

    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char character) {
        if (at_ >= text_.size() || text_[at_] != character) return false;
        ++at_;
        return true;
    }
    base::Result<void> expect(char character) {
        if (!take(character)) return wrong(fmt::format("no '{}'", character));
        return {};
    }
    base::Result<void> wrong(std::string_view what) const {
        return base::fail("json.text", fmt::format("the JSON text has {} at byte {}", what, at_));
    }

    std::string_view text_;
    std::size_t depth_max_;
    std::size_t at_ = 0;
};

}  // namespace

base::Result<std::size_t> measure_json_object(std::string_view text, std::size_t depth_max) {
    Scanner scanner(text, depth_max);
    TRY(scanner.object(1));
    return scanner.at();
}

base::Result<std::size_t> measure_json_string(std::string_view text) {
    Scanner scanner(text, 1);
    TRY(scanner.string());
    return scanner.at();
}

std::size_t utf8_length(std::string_view text) {
    if (text.empty()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) return 0;
    }
    const unsigned char second = byte(1);
    if (first == 0xE0 && second < 0xA0) return 0;   // longer than needed
    if (first == 0xED && second >= 0xA0) return 0;  // half of a surrogate pair
    if (first == 0xF0 && second < 0x90) return 0;   // longer than needed
    if (first == 0xF4 && second >= 0x90) return 0;  // above U+10FFFF
    return length;
}

}  // namespace courtyard::seal
