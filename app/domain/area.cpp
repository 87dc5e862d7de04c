#include "app/domain/area.hpp"

#include <algorithm>
#include <array>

namespace courtyard::domain {

namespace {

constexpr std::size_t kCodeDigits = 6;

// GB/T 2260: provinces, autonomous regions, municipalities, and the codes of residents of Hong Kong (81), Macao (82)
// and Taiwan (71, permits 83).
constexpr std::array<std::string_view, 35> kProvinces{
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
    "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

AreaKnowledge look_up(const Areas& areas, std::string_view code) {
    if (code.size() != kCodeDigits || !std::all_of(code.begin(), code.end(), is_digit))
        return AreaKnowledge::Impossible;
    const std::string_view province = code.substr(0, 2);
    if (std::find(kProvinces.begin(), kProvinces.end(), province) == kProvinces.end()) return AreaKnowledge::Impossible;
    const auto found = areas.by_code.find(code);
    if (found != areas.by_code.end()) return found->second.until == 0 ? AreaKnowledge::Known : AreaKnowledge::Abolished;
    return areas.complete_provinces.contains(province) ? AreaKnowledge::Unknown : AreaKnowledge::Known;
}

std::string_view leading_code(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count]))
        ++count;
    return count == 6 || count == 9 || count == 12 ? text.substr(0, count) : std::string_view{};
}

}  // namespace courtyard::domain
