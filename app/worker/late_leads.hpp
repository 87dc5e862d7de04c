// Overdue leads on the leader's list. Leads are sealed to the court's intake, which leaders do not read: what a body
// tells of somebody who has not asked for anything goes to as few people as possible, so neither the matrix of roles
// nor the key of the intake is opened for it. Registrars' laptops tell the leaders instead, as they tell them who
// looked at what (view_mail.hpp): a record of the box "cases" for each leader, sealed to that leader alone, of every
// lead whose limit has passed. It says whose name, who handed it over, what is owed and since when; why, and how to
// reach the person, stays in the intake. When the lead goes on, the same laptop says so.
#pragma once

#include <vector>

#include "app/store/late_leads.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// {"due":"2026-11-20","known":1,"lead":"<id>","name":"…","source":"…","task":"lead_contact"}; "due" is empty, and so
// are the others, when it is not overdue any more.
inline constexpr std::string_view kLateLeadKind = "late_lead";

// After mail has come, on a registrar's laptop: what is overdue and some leader has not been told, and what was told
// and is not overdue any more. Returns how many records that made.
base::Result<std::size_t> tell_late_leads(Machine& machine, base::Instant now, base::Random& random);

// A record of that kind that came for this person. "late_lead.payload": no such object, or not by a registrar.
base::Result<void> take_late_lead(Machine& machine, const store::Transaction& inside, const base::RecordId& record,
                                  const base::PersonId& author, base::Instant claimed, std::string_view payload);

// On a leader's laptop what is overdue, as far as it has heard; nothing on any other.
[[nodiscard]] base::Result<std::vector<store::LateLead>> late_leads(Machine& machine);

}  // namespace courtyard::worker
