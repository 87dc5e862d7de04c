// What the court's signed pack holds an act to before it is signed. The fold reads no packs: what was done under an
// older pack stays in force, and is the same on every machine.
#pragma once

#include <span>

#include "app/cases/fold.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// "role.taken": the pack leaves the act to others (rules/roles.toml).
[[nodiscard]] cases::Verdict refused_by_matrix(const Machine& machine, const cases::Fact& fact);

// For an act that the fold would take, as the next one of the case. To an organisation nothing is given that is for
// natural persons: a referral or a module whose item the pack does not open to it ("refer.person"), judicial aid
// ("aid.person"). A referral tells no more than its item may
// ("refer.item", "refer.body", "refer.shared", "refer.phone": rules/doors.toml), and names as the body's partner nobody
// but whom the roster has ("refer.partner"); an act of a module is one that the
// module has, in the stage that it is in ("module.act", "module.stage", "module.self", "role", "field.<name>":
// modules/*.toml). A wage that amounts are reckoned with is the pack's of that day ("wage.none", "wage.other":
// amounts.toml).
// An order names the application or an account of the case ("pay.account"); where this laptop can see that account, the
// order bears its last digits ("pay.account_ends") and goes to its holder ("pay.holder").
// Money to somebody who may have done the harm asks why, or goes to nobody ("pay.offender", "field.despite":
// pay_cautions.hpp).
// Nobody's guardian or agent says anything whom no form and no act names ("by.guardian", "by.agent": acting_payee.hpp).
// Relatives apply where somebody died, and the other party is none of them ("fellow.nobody", "fellow.opponent",
// "fellow.unknown": fellow_rules.hpp).
// What it must say besides (cases::lacks(), cases::lacks_beside()), it says.
// Consent names bodies of the pack ("consent.body"); what was agreed to under an older pack can still be taken back. A
// promise is made by such a body, by one that was asked in this case, or by the court itself ("promise.owner").
// A revisit is a row of the court's plan, or "extra" ("revisit.plan").
[[nodiscard]] cases::Verdict refused_by_pack(Machine& machine, std::span<const cases::Fact> facts,
                                             const cases::AidCase& aid_case, const cases::Fact& fact);

}  // namespace courtyard::worker
