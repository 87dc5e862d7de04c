#include "app/cases/role_matrix.hpp"

#include <algorithm>

namespace courtyard::cases {

namespace {

using enum Role;

constexpr std::array<Roles, kRightNames.size()> kRights{
    Roles{Registrar, Judge}, Roles{Registrar, Judge, Committee, Caller, Leader},
    Roles{Registrar, Judge, Committee, Leader}, Roles{Registrar, Leader}};

bool adds(Roles wanted, Roles allowed) {
    for (std::size_t i = 0; i < kRoleNames.size(); ++i)
        if (wanted.has(static_cast<Role>(i)) && !allowed.has(static_cast<Role>(i))) return true;
    return false;
}

std::optional<std::size_t> place_of(std::string_view kind) {
    const auto table = act_table();
    const auto found = std::find_if(table.begin(), table.end(), [kind](const ActRule& r) { return r.kind == kind; });
    return found == table.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - table.begin()));
}

}  // namespace

std::optional<Right> right_of(std::string_view name) {
    const auto found = std::find(kRightNames.begin(), kRightNames.end(), name);
    return found == kRightNames.end() ? std::nullopt : std::optional(static_cast<Right>(found - kRightNames.begin()));
}

Roles who_may(Right right) { return kRights[static_cast<std::size_t>(right)]; }

RoleMatrix::RoleMatrix() : rights_(kRights) {
    for (const ActRule& rule : act_table())
        acts_.push_back(rule.who);
}

Roles RoleMatrix::who(std::string_view kind) const {
    const auto place = place_of(kind);
    return place ? acts_[*place] : Roles{};
}

Verdict RoleMatrix::verdict(Role role, std::string_view kind) const {
    if (may_do(role, kind)) return std::nullopt;
    const ActRule* rule = find_act(kind);
    return refuse(rule != nullptr && rule->who.has(role) ? "role.taken" : "role");
}

bool RoleMatrix::leave(std::string_view kind, Roles roles) {
    const auto place = place_of(kind);
    if (!place || roles.empty() || adds(roles, act_table()[*place].who)) return false;
    acts_[*place] = roles;
    return true;
}

bool RoleMatrix::leave(Right right, Roles roles) {
    if (roles.empty() || adds(roles, who_may(right))) return false;
    rights_[static_cast<std::size_t>(right)] = roles;
    return true;
}

}  // namespace courtyard::cases
