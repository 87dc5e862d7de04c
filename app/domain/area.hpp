// Area codes, GB/T 2260 (V-AREA). The table comes from the pack and may be incomplete: an unknown code is a question,
// not a fault.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace courtyard::domain {

struct Area {
    std::string code;  // six digits
    std::string name;
    int since = 0;  // year, 0 = not stated
    int until = 0;  // year in which it was abolished, 0 = in force
};

struct Areas {
    std::map<std::string, Area, std::less<>> by_code;
    std::set<std::string, std::less<>> complete_provinces;  // two digits: provinces of which every county is listed
};

enum class AreaKnowledge { Known, Abolished, Unknown, Impossible };  // Impossible: not six digits or no such province

// A code of a province that is not listed completely counts as known.
[[nodiscard]] AreaKnowledge look_up(const Areas& areas, std::string_view code);

// The six, nine or twelve ASCII digits at the start of a text such as "330122 ..."; empty when it starts with something
// else.
[[nodiscard]] std::string_view leading_code(std::string_view text);

}  // namespace courtyard::domain
