#include "tests/play/script.hpp"

#include <array>
#include <utility>

namespace courtyard::play {

namespace {

constexpr std::array<std::pair<std::string_view, Verb>, 13> kVerbs{{{"keys", Verb::Keys},
                                                                    {"sound", Verb::Sound},
                                                                    {"tap", Verb::Tap},
                                                                    {"hold", Verb::Hold},
                                                                    {"draw", Verb::Draw},
                                                                    {"sign", Verb::Sign},
                                                                    {"type", Verb::Type},
                                                                    {"key", Verb::Key},
                                                                    {"see", Verb::See},
                                                                    {"gone", Verb::Gone},
                                                                    {"remember", Verb::Remember},
                                                                    {"shot", Verb::Shot},
                                                                    {"wait", Verb::Wait}}};

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

base::Result<Act> parse_act(std::string_view line, std::size_t number) {
    const std::size_t blank = line.find(' ');
    const std::string_view word = line.substr(0, blank);
    const std::string_view rest = blank == std::string_view::npos ? "" : trimmed(line.substr(blank));
    for (const auto& [name, verb] : kVerbs) {
        if (name != word || rest.empty()) continue;
        Act act{verb, std::string(rest), {}, number};
        if (verb == Verb::Remember || verb == Verb::Sound) {
            const std::size_t middle = rest.find(' ');
            if (middle == std::string_view::npos) break;
            act.subject = std::string(rest.substr(0, middle));
            act.object = std::string(trimmed(rest.substr(middle)));
        } else if (verb == Verb::Hold) {
            const std::size_t last = rest.rfind(' ');
            if (last == std::string_view::npos) break;
            act.subject = std::string(trimmed(rest.substr(0, last)));
            act.object = std::string(rest.substr(last + 1));
        }
        return act;
    }
    return base::fail("play.line", "line " + std::to_string(number) + " of the play is no act: " + std::string(line));
}

}  // namespace

base::Result<std::vector<Act>> parse_script(std::string_view text) {
    std::vector<Act> acts;
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const std::size_t end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (line.empty() || line.front() == '#') continue;
        acts.push_back(TRY(parse_act(line, number)));
    }
    return acts;
}

std::string with_memory(std::string text, const Memory& memory) {
    for (const auto& [name, value] : memory) {
        const std::string mark = "${" + name + "}";
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
            text.replace(at, mark.size(), value);
        }
    }
    return text;
}

}  // namespace courtyard::play
