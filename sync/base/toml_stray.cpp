#include "sync/base/toml_stray.hpp"

#include <algorithm>

namespace courtyard::base {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_white_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f'; }

// A string from its opening to behind its closing quotation marks, or to where the text ends without them.
struct Quoted {
    std::string_view text;
    bool has_lines = false, has_escapes = false;
};

Quoted quoted_at(std::string_view toml, std::size_t at) {
    const char quote = toml[at];
    const std::string_view triple = quote == '"' ? std::string_view(R"(""")") : std::string_view("'''");
    Quoted out{{}, toml.substr(at).starts_with(triple), quote == '"'};
    std::size_t i = at + (out.has_lines ? 3 : 1);
    for (; i < toml.size(); ++i) {
        if (out.has_escapes && toml[i] == '\\') {
            ++i;
        } else if (!out.has_lines && (toml[i] == quote || toml[i] == '\n')) {
            i += toml[i] == quote ? 1 : 0;
            break;
        } else if (out.has_lines && toml.substr(i).starts_with(triple)) {
            // One or two more quotation marks belong to the text before the closing three.
            const std::size_t longest = std::min(i + 5, toml.size());
            for (i += 3; i < longest && toml[i] == quote;)
                ++i;
            break;
        }
    }
    out.text = toml.substr(at, std::min(i, toml.size()) - at);
    return out;
}

bool has_odd_escape(const Quoted& quoted) {
    if (!quoted.has_lines || !quoted.has_escapes) return false;
    for (std::size_t i = 0; i + 1 < quoted.text.size(); ++i) {
        if (quoted.text[i] != '\\') continue;
        ++i;
        if (is_beyond_ascii(quoted.text[i]) || is_white_space(quoted.text[i])) return true;
    }
    return false;
}

// Walks over TOML knowing only strings, comments, brackets and the last character that was none of these.
class Walk {
public:
    explicit Walk(std::string_view toml)
        : toml_(toml), at_(toml.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0) {}

    std::optional<std::size_t> find() {
        while (at_ < toml_.size()) {
            const char c = toml_[at_];
            if (c == '"' || c == '\'') {
                const Quoted quoted = quoted_at(toml_, at_);
                if (is_stray(quoted)) return line();
                at_ += quoted.text.size();
                last_ = c;
            } else if (c == '#') {
                at_ = std::min(toml_.find('\n', at_), toml_.size());
            } else if (is_beyond_ascii(c)) {
                return line();
            } else {
                step(c);
                ++at_;
            }
        }
        return std::nullopt;
    }

private:
    void step(char c) {
        const bool is_new_line = c == '\n' && depth_ == 0;
        if (is_new_line) in_header_ = false;
        if (c == '[' && depth_ == 0 && last_ == '\n') in_header_ = true;
        if (!in_header_ && (c == '[' || c == '{')) ++depth_;
        if (!in_header_ && (c == ']' || c == '}') && depth_ > 0) --depth_;
        if (is_new_line || !is_white_space(c)) last_ = c;
    }

    // Characters beyond ASCII are welcome in values: behind an equals sign, a comma or the bracket of an array, and not
    // before an equals sign or a point, which would make a key of them.
    [[nodiscard]] bool is_stray(const Quoted& quoted) const {
        if (std::none_of(quoted.text.begin(), quoted.text.end(), is_beyond_ascii)) return false;
        const bool is_in_value = !in_header_ && (last_ == '=' || last_ == ',' || last_ == '[');
        const std::size_t next = toml_.find_first_not_of(" \t", at_ + quoted.text.size());
        const bool is_key = next != std::string_view::npos && (toml_[next] == '=' || toml_[next] == '.');
        return !is_in_value || is_key || has_odd_escape(quoted);
    }

    [[nodiscard]] std::size_t line() const {
        return static_cast<std::size_t>(
                   std::count(toml_.begin(), toml_.begin() + static_cast<std::ptrdiff_t>(at_), '\n')) +
               1;
    }

    std::string_view toml_;
    std::size_t at_;
    std::size_t depth_ = 0;
    bool in_header_ = false;
    char last_ = '\n';
};

}  // namespace

std::optional<std::size_t> line_of_stray_character(std::string_view toml) { return Walk(toml).find(); }

}  // namespace courtyard::base
