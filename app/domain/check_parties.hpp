// Who acts for whom: what is odd among the persons of an application. For check.cpp.
#pragma once

#include <vector>

#include "app/domain/check.hpp"
#include "app/domain/form_scope.hpp"

namespace courtyard::domain {

// Warnings only: twins have names alike, and a court, not a machine, judges who may act (Provisions on procedure for
// national judicial aid, articles 4 and 5).
//   "party.same_person"    a guardian, an agent or a fellow applicant is the applicant, or one fellow applicant is
//                          another: by the citizen's number, by the name where a number is missing
//   "party.needs_guardian" a fellow applicant below 18 for whom nobody acts
//   "party.no_authority"   an agent who may not apply (no option of kind "apply" among the powers)
//   "household.more_rows"  more members listed than the household has
[[nodiscard]] std::vector<Problem> check_parties(const FormDefinition& form, const Application& application,
                                                 const FormScope& scope, Date today);

}  // namespace courtyard::domain
