// The parts of Care's take(), one file each. Only care.cpp calls them.
#pragma once

#include <algorithm>

#include "app/cases/aid_case.hpp"
#include "app/cases/care.hpp"
#include "app/cases/order.hpp"

namespace courtyard::cases {

[[nodiscard]] Taken take_referral(Care& care, const Scene& scene);
[[nodiscard]] Taken take_linkage(Care& care, const Scene& scene);
[[nodiscard]] Taken take_promise(Care& care, const Scene& scene);
[[nodiscard]] Taken take_revisit(Care& care, const Scene& scene);
// Once the fact is taken: whose words of a death or of money it contradicts, and whose it settles.
void look_for_odds(Care& care, const Scene& scene);
// Closes what this fact does of what revisits called for.
void close_followups(Care& care, const Scene& scene);

// Whether the author of the scene's fact had seen this one.
[[nodiscard]] inline bool knew(const Scene& scene, const FactId& id) {
    for (std::size_t at = 0; at < scene.place; ++at)
        if (scene.order.facts[at]->id == id) return scene.order.knew(scene.place, at);
    return false;
}

}  // namespace courtyard::cases
