// Leads as the laptop's window shows them, and what is written there about one.
#pragma once

#include <string>
#include <vector>

#include "app/flow/lead_effect.hpp"
#include "app/flow/lead_view.hpp"
#include "app/worker/case_book.hpp"
#include "app/worker/leads.hpp"

namespace courtyard::worker {

// Nothing for who may not read the intake.
[[nodiscard]] base::Result<std::vector<LeadEntry>> leads_to_show(Machine& machine);
[[nodiscard]] flow::LeadRow lead_row(const Machine& machine, const LeadEntry& entry, const CaseBook& book);
// One of them, opened by this person: that is recorded. "lead.unknown"; those of leads_alone.
[[nodiscard]] base::Result<flow::LeadRow> open_lead(Machine& machine, const base::RecordId& id, const CaseBook& book,
                                                    base::Instant now);

// The lead that was noted, or with which something was done, and what was said: to be taken back. Those of note_lead
// and step_lead.
struct LeadSaid {
    base::RecordId lead, said;
};
[[nodiscard]] base::Result<LeadSaid> act_on_lead(Machine& machine, const flow::desk::DoLead& wanted, base::Instant now,
                                                 base::Random& random);

}  // namespace courtyard::worker
