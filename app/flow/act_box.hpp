// Which box of a form a refusal is about, so that the sentence stands there and the keyboard goes there.
#pragma once

#include <string_view>

#include "app/flow/case_desk.hpp"

namespace courtyard::flow {

// A field that the draft's form asks for, its own or one that every act may carry; "" when the refusal is about the act
// as a whole. `code`: as ActDraft::refusal and DeskState::problem bear it.
[[nodiscard]] std::string_view box_of(const ActDraft& draft, std::string_view code);
// Whether that rule looks at this box, whatever the form.
[[nodiscard]] bool is_about(std::string_view code, std::string_view box);
[[nodiscard]] bool is_common_box(const ActDraft& draft, std::string_view box);

// What is refused now: what signing said last, else what is wrong with the draft. What can only be half typed yet is
// told when somebody wants to go on; what can never stand, at once. "" when nothing is to be told.
[[nodiscard]] std::string_view refusal_to_tell(const ActDraft& draft, std::string_view problem);

}  // namespace courtyard::flow
