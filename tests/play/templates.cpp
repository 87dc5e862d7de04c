#include "tests/play/templates.hpp"

#include <sstream>

namespace courtyard::play {

base::Result<Templates> parse_templates(std::string_view text) {
    Templates all;
    std::istringstream lines{std::string(text)};
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.empty()) continue;
        std::istringstream words(line);
        std::string code, level;
        words >> code >> level;
        std::vector<std::vector<PenPoint>> strokes;
        for (std::string word; words >> word;) {
            std::istringstream points(word);
            std::vector<PenPoint>& stroke = strokes.emplace_back();
            PenPoint at;
            for (char comma = 0, between = ';'; between == ';' && points >> at.x >> comma >> at.y;) {
                stroke.push_back(at);
                if (!(points >> between)) break;
            }
            if (stroke.empty()) strokes.clear();
        }
        const char32_t character = static_cast<char32_t>(std::strtoul(code.c_str(), nullptr, 16));
        if (character == 0 || strokes.empty())
            return base::fail("play.templates", "line " + std::to_string(number) + " of the templates is none");
        all[character] = std::move(strokes);
    }
    return all;
}

std::vector<std::pair<std::string, char32_t>> characters_of(std::string_view utf8) {
    std::vector<std::pair<std::string, char32_t>> out;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const std::string_view bytes = utf8.substr(at, size);
        char32_t code = size == 1 ? lead : lead & (0xFFU >> (size + 1));
        for (std::size_t i = 1; i < bytes.size(); ++i)
            code = (code << 6U) | (static_cast<unsigned char>(bytes[i]) & 0x3FU);
        out.emplace_back(std::string(bytes), code);
        at += size;
    }
    return out;
}

}  // namespace courtyard::play
