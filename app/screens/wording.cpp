#include "app/screens/wording.hpp"

#include <fmt/format.h>

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
        if (found)
            out += found->value;
        else
            out += pattern.substr(open, close - open + 1);
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

base::Result<pack::Words> parse_plain_words(std::string_view toml) {
    pack::Words words;
    int number = 0;
    while (!toml.empty()) {
        const auto end = toml.find('\n');
        std::string_view line = toml.substr(0, end);
        toml = end == std::string_view::npos ? std::string_view{} : toml.substr(end + 1);
        ++number;
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.remove_suffix(1);
        if (line.empty() || line[0] == '#') continue;
        const auto middle = line.find("\" = \"");
        if (line[0] != '"' || line.back() != '"' || middle == std::string_view::npos || middle + 5 >= line.size())
            return base::fail("words.line", fmt::format("plain words: line {}: expected \"key\" = \"text\"", number));
        if (!words.add(std::string(line.substr(1, middle - 1)),
                       std::string(line.substr(middle + 5, line.size() - middle - 6))))
            return base::fail("words.twice", fmt::format("plain words: line {}: this key was there before", number));
    }
    return words;
}

}  // namespace courtyard::screens
