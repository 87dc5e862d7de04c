// The cases that this person is on, as this laptop knows them: facts out of the store, folded.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/cases/fold.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// Offices as the roster has them. Valid while the machine is, and until it takes another roster.
[[nodiscard]] cases::Offices offices_of(const Machine& machine);
// Of the person at this laptop; none on a machine of its own.
[[nodiscard]] std::optional<cases::Role> own_role(const Machine& machine);

// "case.role": a kiosk has no cases.
[[nodiscard]] base::Result<void> must_have_cases(const Machine& machine);
[[nodiscard]] tl::unexpected<base::Error> unknown_case();  // "case.unknown"

// All facts of one case that are open here, in order of arrival. A record that is no fact is left out: keeping and
// counting it is the mail's task. "case.unknown" when there are none.
[[nodiscard]] base::Result<std::vector<cases::Fact>> facts_of(Machine& machine, const cases::CaseId& id);
// What these facts of a case come to here. Every case that this room folds is folded by it, and counted.
[[nodiscard]] cases::AidCase fold_here(Machine& machine, const cases::CaseId& id, std::span<const cases::Fact> facts);
// Folded; off the store's shelf where it lies there (case_folding.hpp).
[[nodiscard]] base::Result<cases::AidCase> case_of(Machine& machine, const cases::CaseId& id);

// By the first characters (4 or more) of its id, by its number, or by the receipt number of its application.
// "case.short", "case.unknown", "case.ambiguous".
[[nodiscard]] base::Result<cases::CaseId> find_case(Machine& machine, std::string_view text);

// The case that was opened from an application; nothing when this laptop knows of none.
[[nodiscard]] base::Result<std::optional<cases::CaseId>> case_from(Machine& machine, const base::RecordId& application);

// Every case that is open here, folded; in order of arrival of its first fact. Much at once: lists keep what they need
// of each (case_book.hpp).
[[nodiscard]] base::Result<std::vector<cases::AidCase>> all_cases(Machine& machine);

}  // namespace courtyard::worker
