// What a part of the fold sees of the fact that it is asked about.
#pragma once

#include <optional>

#include "app/cases/act_table.hpp"
#include "app/cases/fact.hpp"
#include "app/cases/order.hpp"
#include "app/cases/role.hpp"

namespace courtyard::cases {

struct AidCase;

struct Scene {
    const Fact& fact;
    Role role;              // of its author
    const AidCase& so_far;  // after all facts before it
    const Ordered& order;   // whom its author knew: order.knew(place, earlier)
    std::size_t place;

    // Whether its author had seen that fact. A rule that asks this, rather than what stands in so_far, gives the same
    // answer whatever else comes to light later.
    [[nodiscard]] bool knows(const FactId& earlier) const { return order.knew(place, earlier); }
};

// What a part says of a fact. A part that a fact does not concern says nothing: Taken{}.
struct Taken {
    Verdict refused;             // then the part has not changed
    std::optional<Status> next;  // the state to which the fact leads, where its row leaves that to the part
};

}  // namespace courtyard::cases
