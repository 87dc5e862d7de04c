#include "app/speech/rules.hpp"

#include <array>
#include <utility>

#include "app/speech/points.hpp"

namespace courtyard::speech {

base::Result<Rules> parse_rules(std::string_view text) {
    Rules rules;
    const std::array<std::pair<std::string_view, std::u32string*>, 6> sets{{{"measure", &rules.measure},
                                                                            {"long_measure", &rules.long_measure},
                                                                            {"pair", &rules.pair},
                                                                            {"ordinal", &rules.ordinal},
                                                                            {"one_after", &rules.one_after},
                                                                            {"one_before", &rules.one_before}}};
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (line.empty() || line[0] == '#') continue;
        const std::size_t blank = line.find(' ');
        const std::string_view key = line.substr(0, blank);
        std::string_view rest = blank == std::string_view::npos ? std::string_view{} : line.substr(blank + 1);
        bool known = false;
        for (const auto& [name, set] : sets)
            if (key == name && !rest.empty()) *set = points_of(rest), known = true;
        while (key == "digits_after" && !rest.empty()) {
            known = true;
            const std::size_t next = rest.find(' ');
            if (next != 0) rules.digits_after.push_back(points_of(rest.substr(0, next)));
            rest = next == std::string_view::npos ? std::string_view{} : rest.substr(next + 1);
        }
        if (!known)
            return base::fail("speech.rules",
                              "rules.txt: line " + std::to_string(number) + " has no known key or no value");
    }
    return rules;
}

}  // namespace courtyard::speech
