// What people do in cases, for the window and for courtyardctl alike. Every act is one durable transaction: the fact,
// sealed to the case and signed by its person, and, when the case moved on, the notice for the applicant's slip.
#pragma once

#include <optional>
#include <string>

#include "app/cases/aid_case.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// A case from an application of the inbox (as in show_application): its answers without the account, its receipt. The
// court's other registrars and its leaders join at once, so that no case hangs on one laptop. "case.exists" when this
// laptop knows a case of this application; those of show_application and act().
[[nodiscard]] base::Result<cases::CaseId> open_case(Machine& machine, std::string_view application, base::Instant now,
                                                    base::Random& random);
// A case by word of mouth: fields of "case_opened".
[[nodiscard]] base::Result<cases::CaseId> open_case(Machine& machine, const cases::Fields& fields, base::Instant now,
                                                    base::Random& random);

struct Act {
    cases::CaseId about;
    std::string kind;
    cases::Fields fields;
};
// "fact.<code>" when the case would not have it (cases::would_refuse); "case.no_key"; those of the store. After an
// error nothing was said.
[[nodiscard]] base::Result<cases::FactId> act(Machine& machine, const Act& wanted, base::Instant now,
                                              base::Random& random);

// Says in the case, sealed to that very key, who was given it. For case_settling.cpp; takes one reserved id.
base::Result<void> say_key_given(Machine& machine, const store::Transaction& inside, const cases::AidCase& aid_case,
                                 const store::CaseKey& key, const std::vector<std::string>& persons, base::Instant now,
                                 base::Random& random);

}  // namespace courtyard::worker
