// fold(records) -> AidCase: pure, total, and the same on every machine in whatever order the records came.
#pragma once

#include <span>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

// All facts of one case, in any order, doubles and unknown kinds included. Facts of another case are left out.
// A fact that breaks a rule stays in `entries` with its reason and has no effect; nothing fails.
[[nodiscard]] AidCase fold(const CaseId& id, std::span<const Fact> facts, const Offices& offices);

// Whether `fact`, added to these as their newest, would be in force; else why not. What every act asks first.
// Asked here alone, where it is known what its author saw:
// "settled.none" of what it settles nothing contradicts anything; "settled.own" it takes away, by whatever act, what
// stands against a word of its author; "corrected.leader" or a correction that money went out against; "kept.self" it
// takes away what speaks against a decision that its author signed; "pay.own" it says that money came which its author
// noted as paid or handed over. What somebody signed on one machine without knowing
// what they had signed on another stands: it was an honest correction, and who reads both sides may correct it.
[[nodiscard]] Verdict would_refuse(const CaseId& id, std::span<const Fact> facts, const Fact& fact,
                                   const Offices& offices);

// Of that, what speaks for a person against themselves; `known`: the case as they see it, `role` their office.
[[nodiscard]] Verdict refused_of_own(const AidCase& known, const Fact& fact, Role role);

// Facts in force that would stand no more if `fact`, a correction added to these as their newest, had its way: what is
// to be set right before it. In order; nothing for a fact of another kind.
[[nodiscard]] std::vector<FactId> would_fall(const CaseId& id, std::span<const Fact> facts, const Fact& fact,
                                             const Offices& offices);

}  // namespace courtyard::cases
