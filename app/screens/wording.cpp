#include "app/screens/wording.hpp"

#include "app/screens/line_breaker.hpp"

namespace courtyard::screens {

std::string fill_in(std::string_view pattern, std::initializer_list<Fill> values) {
    std::string out;
    out.reserve(pattern.size() + 16);
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        const auto close = pattern.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        out += pattern.substr(0, open);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const Fill* found = nullptr;
        for (const Fill& value : values)
            if (value.name == name) found = &value;
        if (found) out += found->value;
        else out += pattern.substr(open, close - open + 1);
        pattern.remove_prefix(close + 1);
    }
    out += pattern;
    return out;
}

std::string spaced(std::string_view grouped) {
    std::string out(grouped);
    for (char& c : out)
        if (c == '-') c = ' ';
    return out;
}

std::string masked(std::string_view text, std::size_t head, std::size_t tail, std::string_view mask) {
    std::vector<std::string_view> characters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        next_character(text, at);
        characters.push_back(text.substr(begin, at - begin));
    }
    std::string out;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const bool open = i < head || i + tail >= characters.size();
        out += open && characters.size() > head + tail ? characters[i] : mask;
    }
    return out;
}

}  // namespace courtyard::screens
