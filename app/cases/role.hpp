// What people of a court do in aid cases. The same five words stand in the roster (sync/mail).
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "sync/base/ids.hpp"

namespace courtyard::cases {

enum class Role : std::uint8_t { Registrar, Judge, Committee, Caller, Leader };
inline constexpr std::array<std::string_view, 5> kRoleNames{"registrar", "judge", "committee", "caller", "leader"};
[[nodiscard]] constexpr std::string_view name_of(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }
[[nodiscard]] constexpr std::optional<Role> role_of(std::string_view name) {
    for (std::size_t i = 0; i < kRoleNames.size(); ++i)
        if (kRoleNames[i] == name) return static_cast<Role>(i);
    return std::nullopt;
}

class Roles {
public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles) {
        for (const Role role : roles)
            add(role);
    }
    constexpr void add(Role role) { bits_ = static_cast<std::uint8_t>(bits_ | 1U << static_cast<unsigned>(role)); }
    [[nodiscard]] constexpr bool has(Role role) const { return (bits_ >> static_cast<unsigned>(role) & 1U) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    friend constexpr bool operator==(const Roles&, const Roles&) = default;

private:
    std::uint8_t bits_ = 0;
};

// Who holds which office, as the roster says; nothing for a stranger. A person keeps one office: who changes it becomes
// a new person of the roster, so that old facts keep their meaning. Those who have left still stand there.
using Offices = std::function<std::optional<Role>(const base::PersonId&)>;

}  // namespace courtyard::cases
