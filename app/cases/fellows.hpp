// The relatives who apply together with the applicant, as the court heard it since the form was filled: who was not
// asked then may say yes or no later, and whoever is a party to the case is known by it.
#pragma once

#include <string>
#include <vector>

#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct Fellow {
    FactId by;
    std::string name;
    bool applies = false;
    std::string relation, document, guardian;  // where it was said
    friend bool operator==(const Fellow&, const Fellow&) = default;
};

struct Fellows {
    std::vector<Fellow> said;  // each once, what they said last

    [[nodiscard]] const Fellow* find(std::string_view name) const;
    friend bool operator==(const Fellows&, const Fellows&) = default;
};

// "fellow_asked": the newest that its author knew of holds. "fellow.applicant": that is the applicant. "fellow.two":
// somebody of whom its author did not know wrote down the opposite of the same person.
[[nodiscard]] Taken take(Fellows& fellows, const Scene& scene);

}  // namespace courtyard::cases
