#include "app/cases/refer.hpp"

#include <array>

namespace courtyard::cases {

bool is_never_shared(std::string_view code) {
    // Whatever continues the code with a letter is a part of the field ("F1.11d").
    constexpr std::array<std::string_view, 2> kNever{"F1.80", "F1.11"};
    for (const std::string_view field : kNever) {
        if (!code.starts_with(field)) continue;
        const std::string_view rest = code.substr(field.size());
        if (rest.empty() || rest.front() < '0' || rest.front() > '9') return true;
    }
    return false;
}

}  // namespace courtyard::cases
