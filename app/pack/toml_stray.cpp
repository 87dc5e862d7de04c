#include "app/pack/toml_stray.hpp"

#include <algorithm>

namespace courtyard::pack {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Where a string that starts at `at` ends: behind its closing quotation marks; npos when it does not.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const bool has_escapes = quote == '"';
    const std::string_view triple = has_escapes ? std::string_view(R"(""")") : std::string_view("'''");
    const bool has_lines = text.substr(at).starts_with(triple);
    for (std::size_t i = at + (has_lines ? 3 : 1); i < text.size(); ++i) {
        if (has_escapes && text[i] == '\\') {
            ++i;
        } else if (!has_lines && text[i] == '\n') {
            return std::string_view::npos;
        } else if (!has_lines && text[i] == quote) {
            return i + 1;
        } else if (has_lines && text.substr(i).starts_with(triple)) {
            // One or two more quotation marks belong to the text before the closing three.
            std::size_t end = i + 3;
            while (end < text.size() && end < i + 5 && text[end] == quote)
                ++end;
            return end;
        }
    }
    return std::string_view::npos;
}

}  // namespace

std::optional<std::size_t> line_of_stray_character(std::string_view toml) {
    std::size_t at = toml.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    while (at < toml.size()) {
        const char c = toml[at];
        if (c == '#') {
            at = std::min(toml.find('\n', at), toml.size());
        } else if (c == '"' || c == '\'') {
            at = end_of_string(toml, at);
            if (at == std::string_view::npos) return std::nullopt;
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            return static_cast<std::size_t>(
                       std::count(toml.begin(), toml.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
                   1;
        } else {
            ++at;
        }
    }
    return std::nullopt;
}

}  // namespace courtyard::pack
