// Keys of a case. A key counts for sealing only when a fact of the case names it (key_given): who hands somebody a key
// of their own making cannot have the court's facts sealed to it.
#pragma once

#include <string>

#include "app/cases/aid_case.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// The key to which the next fact of the case is sealed: of those that the case knows and that are here, the newest.
// "case.no_key" when there is none: another laptop will give it with the next exchange.
[[nodiscard]] base::Result<seal::Recipient> sealing_key(Machine& machine, const cases::AidCase& aid_case);

// A new key of a case, kept here.
[[nodiscard]] base::Result<store::CaseKey> make_case_key(Machine& machine, const store::Transaction& inside,
                                                         const cases::CaseId& about, std::uint32_t epoch,
                                                         base::Random& random);
// Seals a key to one person and queues it. Takes one reserved id.
base::Result<void> give_case_key(Machine& machine, const store::Transaction& inside, const store::CaseKey& key,
                                 const base::PersonId& person, base::Instant now, base::Random& random);
// "case.key" when the payload is none.
[[nodiscard]] base::Result<store::CaseKey> read_case_key(std::string_view payload);

[[nodiscard]] base::Result<seal::RecipientKey> recipient_key(const store::CaseKey& key);

// With it is opened what was sealed to this person alone.
[[nodiscard]] base::Result<seal::RecipientKey> person_key(Machine& machine);

}  // namespace courtyard::worker
