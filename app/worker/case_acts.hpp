// What people do in cases, for the window and for courtyardctl alike. Every act is one durable transaction: the fact,
// sealed to the case and signed by its person, and, when the case moved on, the notice for the applicant's slip.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "app/cases/aid_case.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// A case from an application of the inbox (as in show_application): its answers without the account, its receipt. The
// court's other registrars and its leaders join at once, so that no case hangs on one laptop. "case.exists" when this
// laptop knows a case of this application; those of show_application and act().
[[nodiscard]] base::Result<cases::CaseId> open_case(Machine& machine, std::string_view application, base::Instant now,
                                                    base::Random& random);
// A case by word of mouth: fields of "case_opened", and the pictures that they name. "fact.answers.field": answers that
// the form has no field for, or not of that kind; each is named. "fact.answers.json". Where the person lives, their
// case and how to reach them come out of the answers where nobody wrote them beside.
[[nodiscard]] base::Result<cases::CaseId> open_case(Machine& machine, const cases::Fields& fields, base::Instant now,
                                                    base::Random& random, std::span<const base::Bytes> pictures = {});

struct Act {
    cases::CaseId about;
    std::string kind;
    cases::Fields fields;
    std::span<const base::Bytes> pictures = {};  // JPEG; those that a field of `fields` names
};
// "fact.<code>" when the case would not have it (cases::would_refuse), or the court's pack (pack_rules.hpp);
// "case.no_key"; those of new_pictures() and the store. After an error nothing was said.
[[nodiscard]] base::Result<cases::FactId> act(Machine& machine, const Act& wanted, base::Instant now,
                                              base::Random& random);

// Takes back the newest act of this laptop in the case, as if it had not been: only while nothing of it has left, and
// nobody said anything after it. What the program itself said because of it goes with it: keys, the office's seats in a
// case that was opened, the question about doubles. "undo.sent", "undo.others", "undo.followed", "undo.letter". What
// has left is set right by "corrected".
base::Result<void> undo(Machine& machine, const cases::CaseId& about, const cases::FactId& fact);
// Facts of the case that were made here and have not left, oldest first.
[[nodiscard]] base::Result<std::vector<cases::FactId>> unsent_acts(Machine& machine, const cases::CaseId& about);

// Whether the newest step is one of which its author may not tell, and nobody has told yet.
[[nodiscard]] bool has_untold_step(const cases::AidCase& aid_case);
// Tells the slip of the newest step where its author may not (public notices are a registrar's or judge's word), and
// says so in the case. Returns whether there was anything to tell. For case_settling.cpp.
base::Result<bool> tell_step(Machine& machine, const cases::AidCase& aid_case, base::Instant now, base::Random& random);

// One more fact by this person, inside a transaction that the caller began with one id reserved for it: what the
// program says of its own work (a letter left). The caller has looked whether the case takes it.
base::Result<cases::FactId> say_in_case(Machine& machine, const store::Transaction& inside,
                                        const cases::AidCase& aid_case, std::string_view kind, cases::Fields fields,
                                        base::Instant now, base::Random& random);

// Says in the case, sealed to that very key, who was given it. For case_settling.cpp; takes one reserved id.
base::Result<void> say_key_given(Machine& machine, const store::Transaction& inside, const cases::AidCase& aid_case,
                                 const store::CaseKey& key, const std::vector<std::string>& persons, base::Instant now,
                                 base::Random& random);

}  // namespace courtyard::worker
