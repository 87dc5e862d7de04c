// What the person at this laptop may see: the rights of the court's signed matrix (rules/roles.toml,
// cases::RoleMatrix). Held in this room, at the functions that show something, so that the window and courtyardctl
// cannot differ.
//
//   account     the bank number: in the application (show_application) and whole on papers about a payment
//   (case_account.hpp).
//               Whoever has not the right gets the application without it, papers with its last four digits, and facts
//               in which somebody typed a long number with all of that but its last four digits taken out.
//   papers      papers of a case: which there are, and making them
//   view_log    who looked at what
//   statistics  figures over all cases; nothing shows any yet
//
// A laptop holds keys, not rights: somebody who takes the program apart reads what their keys open. Committee members,
// callers and leaders have no key to an application (Machine::reads_intake), so for them the bank number is out of
// reach and not only out of sight; what the pack takes from a registrar or a judge is out of sight.
#pragma once

#include <string>
#include <vector>

#include "app/cases/fact.hpp"
#include "app/cases/role_matrix.hpp"
#include "app/domain/form.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// Nothing for a kiosk, and for somebody who is not in the roster or has left the court.
[[nodiscard]] bool may_see(const Machine& machine, cases::Right right);
// "right.account", "right.papers", "right.statistics", "right.view_log".
[[nodiscard]] base::Result<void> must_see(const Machine& machine, cases::Right right);

// Answers of an application without the account (F1.80); nothing of what is no JSON object.
[[nodiscard]] std::string without_account(const std::string& answers_json);
// The payload of an application, its answers without the account.
[[nodiscard]] std::string payload_without_account(const std::string& payload);

// In what people typed: the digits of numbers as long as those of accounts and identity cards, but the last four.
void hide_long_numbers(std::vector<cases::Fact>& facts);
// Identity numbers that were told by word of mouth, as the form masks its own: for who does not read applications,
// which bear them.
void hide_documents(std::vector<cases::Fact>& facts);
// The application that a case was opened from, as the form masks it where others may look; numbers of documents and
// telephones of other people in it, too, and without what this form does not know. Reading it whole is for who reads
// applications, who says so by opening it (show_application).
void hide_answers(const domain::FormDefinition& form, std::vector<cases::Fact>& facts);

}  // namespace courtyard::worker
