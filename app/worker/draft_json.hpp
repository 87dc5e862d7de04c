// Unfinished work as JSON, the payload of a record of the kind "draft" (sync/seal/FORMAT.md, section 8.1):
//
//   {"applicant":"self","answers":{"F1.01":…},"helper":["F1.71"],"seen":["F1.01",…],"at":"F1.05","screening":{"G1":…}}
//
// "screening" is left out when none was begun, "at" when every question had been asked.
#pragma once

#include <string>
#include <string_view>

#include "app/flow/draft.hpp"
#include "app/pack/pack.hpp"
#include "sync/base/result.hpp"

namespace courtyard::worker {

// The one who asks wipes the text.
[[nodiscard]] std::string write_draft(const domain::FormDefinition& form, const flow::Draft& draft);
// A draft outlives the pack under which it was begun: answers that the form of today does not take are counted and left
// out. "draft.json" for anything that is no draft. Bounded as applications are (pack/application_json.hpp).
[[nodiscard]] base::Result<flow::Draft> parse_draft(const domain::FormDefinition& form, std::string_view json);

}  // namespace courtyard::worker
