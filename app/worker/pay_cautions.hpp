// Money in the hands of somebody who may have done the harm, or who must not know of it: whoever acts for a child or a
// patient is often the one who is paid (section 2.5 of the domain report, "Conflict of interest"; row RS).
#pragma once

#include <span>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/flow/case_view.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::worker {

// What the case says of names that money may go to. The applicant is none of them.
[[nodiscard]] std::vector<flow::PayCaution> pay_cautions(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                                         const cases::AidCase& aid_case);

// Of an account that is told, an order, urgent money: "pay.offender" when the payee is called as the other party of the
// original case is; "field.despite" when the form says of who acts for the applicant that they did the harm, or does
// not know, or when the payee is somebody who must not know, and nobody wrote down why it goes to them all the same.
[[nodiscard]] cases::Verdict refused_by_caution(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                                const cases::AidCase& aid_case, const cases::Fact& fact);

}  // namespace courtyard::worker
