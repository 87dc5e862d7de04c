// What a part of the fold sees of the fact that it is asked about.
#pragma once

#include <optional>

#include "app/cases/act_table.hpp"
#include "app/cases/fact.hpp"
#include "app/cases/role.hpp"

namespace courtyard::cases {

struct AidCase;
struct Ordered;

struct Scene {
    const Fact& fact;
    Role role;              // of its author
    const AidCase& so_far;  // after all facts before it
    const Ordered& order;   // whom its author knew: order.knew(place, earlier)
    std::size_t place;
};

// What a part says of a fact. A part that a fact does not concern says nothing: Taken{}.
struct Taken {
    Verdict refused;             // then the part has not changed
    std::optional<Status> next;  // the state to which the fact leads, where its row leaves that to the part
};

}  // namespace courtyard::cases
