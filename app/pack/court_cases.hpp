// Whether something stands in a paper of the court whatever the case is: its {if …} are gone through both ways. For
// app/pack only.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "app/pack/court_template.hpp"

namespace courtyard::pack {

// What is sought: a blank in text, or a list that is gone through (its form is empty then).
using IsSought = std::function<bool(std::string_view name, CourtBlank::Form form)>;

// Outside any {if …}, or, where tests part the paper, in every case that they tell apart; `known`: what holds in all
// cases that are asked about. A test of a blank that is known to have a value holds.
[[nodiscard]] bool stands_always(const CourtTemplate& paper, const IsSought& sought, std::vector<CourtTest> known);

// The lines of the body at the right, where it says who signs and when, that are in no {if …}, or in all its branches.
[[nodiscard]] bool stands_at_right(const CourtTemplate& paper, const IsSought& sought, std::vector<CourtTest> known);

// The first line of the body in which it stands in no {if …}; 0: there is none.
[[nodiscard]] std::size_t line_without_if(const CourtTemplate& paper, const IsSought& sought);

}  // namespace courtyard::pack
