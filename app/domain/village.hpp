// The township and village in an address as people write it, for lists and for finding a case: of
// "<province><county><township><village> group 3 no. 12" the two in the middle.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace courtyard::domain {

// What names of places end in, from the pack: its own county's words, no program's.
struct PlaceWords {
    std::string region;                      // of the court, the county last; what of it begins an address is left out
    std::vector<std::string> township_ends;  // "town", "street office"
    std::vector<std::string> village_ends;   // "village", "community"
    friend bool operator==(const PlaceWords&, const PlaceWords&) = default;
};

// Up to the first village end behind the township's; empty where no village is named. A code of the area may stand
// before it. Expects UTF-8.
[[nodiscard]] std::string village_in(std::string_view address, const PlaceWords& words);

// The same village, however much of its township stands before it: one ends with the other. Blank is none.
[[nodiscard]] bool is_same_village(std::string_view a, std::string_view b);

}  // namespace courtyard::domain
