// Who may sit in which body: a panel is made of judges and registrars, the committees of members, judges and leaders.
#pragma once

#include <string_view>

#include "app/cases/role.hpp"

namespace courtyard::cases {

// `body`: panel | committee | adjudication.
[[nodiscard]] constexpr bool votes_in(std::string_view body, Role role) {
    if (body == "panel") return role == Role::Judge || role == Role::Registrar;
    return role == Role::Committee || role == Role::Judge || role == Role::Leader;
}

}  // namespace courtyard::cases
