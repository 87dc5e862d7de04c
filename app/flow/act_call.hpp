// Which acts are telephone calls to the person: whoever writes one must see what to dial, the word of the day and how
// to begin, as in a revisit. Those who cheat imitate exactly these calls.
#pragma once

#include <string_view>

#include "app/flow/case_desk.hpp"

namespace courtyard::flow {

// The person is asked something or told something, as a rule by telephone.
[[nodiscard]] bool is_asked_by_call(std::string_view kind);
// As it is written now: an act that says how it is done is a call as long as it may be one. `view`: the case that it is
// about, which says who is told of a referral.
[[nodiscard]] bool is_call(const ActDraft& draft, const CaseView* view);

}  // namespace courtyard::flow
