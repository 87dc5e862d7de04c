// What a correction would take down with what it names. Found by making the case twice: of the facts whose authors had
// not heard of the correction, without it and with it.
#pragma once

#include <functional>

#include "app/cases/setting_right.hpp"

namespace courtyard::cases {

struct AidCase;

// A case of these facts, with that set aside.
using FoldWith = std::function<AidCase(const Ordered& order, Aside aside)>;

// set_aside(), and of a correction that would take down with it
// - what was decided, voted, filed, served, paid, visited or confirmed: nothing (code "corrected.rests"), whoever makes
//   it and whether or not they knew of that. Such a fact is set right itself first, by who may do that. Of a decision
//   that its author did not know: `shaken`; of anything else that no author of a correction could know: `crossed`.
// - a step on the way (a request for money, an order, its release): nothing, unless its author may correct that, too.
// Who says, having heard of both, that a correction holds against what crossed it, names what falls; ballots and votes
// go along. What crossed it and is taken back by itself lets it have its way, too.
[[nodiscard]] Aside settled_aside(const Ordered& order, const Offices& offices, const FoldWith& fold_with);

// Facts in force that would stand no more if the newest fact of the order, a correction, had its way; in order.
[[nodiscard]] std::vector<FactId> falling_with_last(const Ordered& order, const Offices& offices,
                                                    const FoldWith& fold_with);

}  // namespace courtyard::cases
