// A ballot that people laid who had not heard of each other: the same papers before the same voters of the same body,
// and they knew of the same other ballots. That is one ballot under several names (Ballot::laid_by), whoever's clock
// was ahead: votes that name either count together, and it has none to re-open, for only a change of the papers does
// that.
//
// Who laid it anew, knowing what had taken its place, laid a ballot of its own. Whether two are one hangs on what those
// knew who laid them and on nothing that comes to light later: who has heard of both sees it so for good, and who has
// heard of one alone goes on as if there were no other.
#pragma once

#include <functional>
#include <vector>

#include "app/cases/ballots.hpp"

namespace courtyard::cases {

// Of two facts that open ballots, by the facts alone.
[[nodiscard]] bool lay_one(const FactId& a, const FactId& b, const Ordered& order);

// The ballot to which a fact that opens one is but another name; nullptr: it is one of its own. `limit`: the most that
// may be granted on it.
[[nodiscard]] const Ballot* laid_already(const Ballots& ballots, domain::Fen limit, const Scene& scene);

// Whether whoever laid that one knew of the ballot, by any of its names: then it takes the place of all of them.
[[nodiscard]] bool is_laid_over(const FactId& by, const Ballot& ballot, const Ordered& order);

// What would take the ballot's place for whoever knows that: what was laid over it, and what takes it from every fact
// that laid the ballot and that they know. What one of several had heard of, or was laid after, takes no place else.
[[nodiscard]] std::vector<FactId> in_its_place(const Ballot& ballot, const Ordered& order,
                                               const std::function<bool(const FactId&)>& knows);

}  // namespace courtyard::cases
