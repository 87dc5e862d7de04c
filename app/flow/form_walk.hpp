// The way through the form: which question comes after which, for this applicant and these answers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/domain/form.hpp"
#include "app/flow/kiosk_state.hpp"

namespace courtyard::flow {

// The steps of this draft: fields that are asked and not settled elsewhere; empty steps are left out.
[[nodiscard]] std::vector<std::vector<std::string>> walk(const KioskState& state, const KioskWorld& world);

// "Step 5 of 16", and within it question 2 of 3. Step 0: the field is not part of the walk (changed from Review).
struct StepCount {
    std::size_t step = 0, steps = 0, question = 0, questions = 0;
};
[[nodiscard]] StepCount count_steps(const KioskState& state, const KioskWorld& world);

// The field, and what is asked of it now: the field itself or one of its columns. Null when nothing is asked.
[[nodiscard]] const domain::Field* asked_field(const KioskState& state, const KioskWorld& world);
[[nodiscard]] const domain::Field* asked_part(const KioskState& state, const KioskWorld& world);

// Types of which each column is a question of its own.
[[nodiscard]] bool is_composite(const domain::Field& field);  // group, bank account
[[nodiscard]] bool is_list(const domain::Field& field);       // rows

// What has been answered to `asking`: "" for nothing. Lists, rows and flags have no text.
[[nodiscard]] std::string answer_text(const KioskState& state, const KioskWorld& world, const Asking& asking);
// The options of a question; of yes/no the pack's words.
[[nodiscard]] std::vector<domain::Option> options_of(const domain::Field& part, const domain::FormDefinition& form);
[[nodiscard]] bool is_chosen(const KioskState& state, const KioskWorld& world, const Asking& asking,
                             std::string_view value);

// Whether the question may be passed over without an answer.
[[nodiscard]] bool may_skip(const KioskState& state, const KioskWorld& world);

// The consents that are shown on the consent page before the form.
[[nodiscard]] std::vector<const domain::Field*> consents_offered(const KioskState& state, const KioskWorld& world);

}  // namespace courtyard::flow
