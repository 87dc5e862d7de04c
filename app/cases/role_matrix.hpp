// Who may do and see what in one court: the table of acts, less what the court's signed pack takes away
// (rules/roles.toml). It never gives anything: a fact that the table of acts does not allow has no effect, whoever's
// pack says what.
//
// The matrix stands before an act, on the machine of whoever wants to do it. What was done under an older matrix stays
// in force: a case is the same on every machine, whatever pack lies there.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "app/cases/act_table.hpp"

namespace courtyard::cases {

enum class Right : std::uint8_t {
    Account,     // bank numbers: those who order money and the judge, never anybody else
    Papers,      // papers of the case, and making them
    Statistics,  // figures over all cases
    ViewLog,     // who looked at what
};
inline constexpr std::array<std::string_view, 4> kRightNames{"account", "papers", "statistics", "view_log"};
[[nodiscard]] std::optional<Right> right_of(std::string_view name);
// The most that a pack may leave.
[[nodiscard]] Roles who_may(Right right);

class RoleMatrix {
public:
    RoleMatrix();  // nothing taken away

    // Nobody, for a kind that the table does not have.
    [[nodiscard]] Roles who(std::string_view kind) const;
    [[nodiscard]] bool may_do(Role role, std::string_view kind) const { return who(kind).has(role); }
    [[nodiscard]] bool may_see(Role role, Right right) const {
        return rights_[static_cast<std::size_t>(right)].has(role);
    }
    // Why somebody of that office may not: "role" by the table, "role.taken" by the court.
    [[nodiscard]] Verdict verdict(Role role, std::string_view kind) const;

    // Leaves the act to these alone. False, and nothing changes, for an unknown kind, for nobody at all, and for an
    // office to which the table does not give it.
    [[nodiscard]] bool leave(std::string_view kind, Roles roles);
    [[nodiscard]] bool leave(Right right, Roles roles);

    friend bool operator==(const RoleMatrix&, const RoleMatrix&) = default;

private:
    std::vector<Roles> acts_;  // in the order of the table
    std::array<Roles, kRightNames.size()> rights_;
};

}  // namespace courtyard::cases
