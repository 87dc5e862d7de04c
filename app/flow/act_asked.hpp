// Fields that an act may leave empty by the table of acts, and that what is filled in elsewhere asks for after all: the
// amount of a grant, the wage that it is reckoned with, who approved of cash. Found by asking what would be refused
// without them, so that a rule of the fold and the words of a form never disagree.
#pragma once

#include <string>
#include <vector>

#include "app/flow/case_desk.hpp"

namespace courtyard::flow {

// By name, in the order of the table. What nobody has chosen yet is taken as it comes: only what every answer would ask
// for is asked.
[[nodiscard]] std::vector<std::string> asked_after_all(const ActDraft& draft, const CaseView& view, base::Instant now);

}  // namespace courtyard::flow
