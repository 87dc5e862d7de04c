// Money to whoever acts for the applicant: to those who act now, and not to those whom somebody has replaced. And a
// word of theirs: of somebody of whom the case knows.
#pragma once

#include <span>

#include "app/cases/aid_case.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::worker {

// Of an account that is told, an order, urgent money. "guardian.replaced": the payee acted for the applicant once, and
// the case names somebody else since. "guardian.disputed": the case says two things of who acts, and the payee is not
// the applicant.
[[nodiscard]] cases::Verdict refused_by_acting(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                               const cases::AidCase& aid_case, const cases::Fact& fact);

// That a guardian or an agent said so ("by" of a promise or of money, "spoke_with" of a revisit) where neither the form
// nor the case names one: "by.guardian", "by.agent". Of relatives who apply together, each has a guardian of their own.
[[nodiscard]] cases::Verdict refused_by_speaker(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                                const cases::AidCase& aid_case, const cases::Fact& fact);

}  // namespace courtyard::worker
