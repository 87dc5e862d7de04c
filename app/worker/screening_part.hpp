// The screening part of an application's payload: {"answers":{…},"result":{…}}. The result is what the person saw;
// whoever reads it computes it anew from the answers, because a screening sheet is an explanation and never a finding.
#pragma once

#include <optional>
#include <string_view>

#include "app/domain/screening.hpp"
#include "sync/base/result.hpp"

namespace courtyard::worker {

// Nothing for an empty text: the person went past screening. "payload.application", "screening.*".
[[nodiscard]] base::Result<std::optional<domain::ScreeningAnswers>> read_screening(std::string_view screening_json);

// The answers alone, as a case bears them for everybody on it, so that all are suggested the same help. Not in it: that
// the one who acts for a child or a patient did the harm, a word for the readers of applications. Empty for an empty
// text. "payload.application", "screening.*".
[[nodiscard]] base::Result<std::string> shared_screening(std::string_view screening_json);

}  // namespace courtyard::worker
