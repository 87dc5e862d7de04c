// Who acts for the applicant since the case was opened: another guardian where the one of the application died, is who
// did the harm, or was replaced; a guardian for somebody who lost their capacity; an agent who was appointed later; or
// nobody any more, for a child that came of age. Until somebody says so, it is as the application says.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct ActsFor {
    FactId by;
    std::string name;  // empty: nobody any more
    std::string document, relation, phone;
    bool may_collect = false;  // an agent: the letter of authority says that they may take the money
    domain::Date since;
    friend bool operator==(const ActsFor&, const ActsFor&) = default;
};

struct Acting {
    std::optional<ActsFor> guardian, agent;
    std::vector<std::string> before;  // named by the case, and replaced since
    bool is_disputed = false;         // two said otherwise, nobody has settled it

    [[nodiscard]] bool is_empty() const { return !guardian && !agent && !is_disputed; }
    [[nodiscard]] bool has(std::string_view name) const;  // acts now, as the case says
    friend bool operator==(const Acting&, const Acting&) = default;
};

// "guardian_changed": the newest that its author knew of holds. "field.name": nobody is named. "guardian.applicant":
// nobody is their own guardian or agent. "guardian.two": somebody whom its author did not know of has named another.
[[nodiscard]] Taken take(Acting& acting, const Scene& scene);

// Whether the newer speaks of whoever the older does, so that who knew both has settled which of them holds.
[[nodiscard]] bool names_instead(const Fact& newer, const Fact& older);

}  // namespace courtyard::cases
