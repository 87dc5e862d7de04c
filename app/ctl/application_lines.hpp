// One application as a person reads it in a terminal: the whole of what `show --json` says, in lines.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/pack/pack.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/payload.hpp"

namespace courtyard::ctl {

// "F1.51  <label>:", then what was answered, one row of a table to the line.
[[nodiscard]] std::vector<std::string> answer_lines(const domain::FormDefinition& form,
                                                    const nlohmann::ordered_json& answers);
// What was answered to fields, or to parts of them, that this pack's form has not: their codes, and the line that says
// so; nothing where it was filled in on this form.
[[nodiscard]] std::vector<std::string> other_form_codes(const domain::Application& application);
[[nodiscard]] std::string other_form_line(const std::vector<std::string>& codes);
// The screening sheet, computed anew by this pack from what was answered: an explanation, never a finding. One line
// saying so when there was no screening, or when it cannot be read.
[[nodiscard]] std::vector<std::string> screening_lines(const pack::Pack& pack, const std::string& screening_json);
// What whoever calls or writes must know first; nothing when it was not said.
[[nodiscard]] std::vector<std::string> safe_contact_lines(const domain::FormDefinition& form,
                                                          const nlohmann::ordered_json& answers);
// Whether the applicant has confirmed alone what somebody else typed, and what that is; nothing when nobody else typed.
[[nodiscard]] std::vector<std::string> helper_lines(const domain::FormDefinition& form,
                                                    const std::vector<std::string>& typed, bool confirmed_alone);
[[nodiscard]] std::vector<std::string> history_lines(const worker::Standing& standing);

}  // namespace courtyard::ctl
