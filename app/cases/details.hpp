// What a case is about: who applies, where they live, its number, whose document is whose. A slip of the pen in it is
// corrected ("details_corrected"), and what was not known is told later ("identified").
#pragma once

#include <optional>

#include "app/cases/scene.hpp"

namespace courtyard::cases {

// "details.nothing": it corrects nothing. "details.number": a number before there is one. "details.two": somebody of
// whom its author did not know has corrected the same, or told the same person's document, to other words. Nothing for
// a fact of another kind.
[[nodiscard]] Verdict check_details(const Scene& scene);

// The fact that crosses "details.two".
[[nodiscard]] std::optional<FactId> crossed_details(const Scene& scene);

// Whether the newer one says anew all that the older one of its kind does.
[[nodiscard]] bool details_instead(const Fact& newer, const Fact& older);

}  // namespace courtyard::cases
