// Opposite words about money (care_at_odds.cpp): that it came, and that it did not, or that the bank sent it back.
// Where it is nobody knows before somebody settles it, and whoever knows of both pays nothing more until then:
// otherwise the same money goes out twice.
#pragma once

#include "app/cases/scene.hpp"

namespace courtyard::cases {

// For tasks: whether there are any.
[[nodiscard]] bool is_money_at_odds(const AidCase& of);
// Whether that fact is one side of them.
[[nodiscard]] bool is_money_at_odds(const AidCase& of, const FactId& side);
// "pay.at_odds" of an order, a release and a payment, of urgent aid and of what goes back to finance: its author knew
// both sides.
[[nodiscard]] bool knows_money_at_odds(const Scene& scene);

}  // namespace courtyard::cases
