// No double aid at the window: lists of tokens to and from sticks, and what is asked because of them.
#pragma once

#include <filesystem>
#include <vector>

#include "app/flow/double_view.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// What is asked and nobody has answered, with what is the same and which case the other one is. "inbox.role":
// registrars and judges.
[[nodiscard]] base::Result<std::vector<flow::DoubleRow>> open_doubles(Machine& machine);

// Whatever goes wrong stands in it (DoublesView::problem), the rest as it is now.
[[nodiscard]] flow::DoublesView doubles_view(Machine& machine);
// Onto the first stick that can be written, over this court's own list of before. Also "paper.no_stick".
flow::DoublesView write_token_list(Machine& machine, const std::vector<std::filesystem::path>& sticks,
                                   base::Instant now, base::Random& random);
// Every list of another office that lies on the sticks, then every case is compared. "tokens.none": there is none.
flow::DoublesView take_token_lists(Machine& machine, const std::vector<std::filesystem::path>& sticks,
                                   base::Instant now, base::Random& random);

}  // namespace courtyard::worker
