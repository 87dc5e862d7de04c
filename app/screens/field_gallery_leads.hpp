// Samples of the laptop's pages of leads and of other help for a case, for pictures, goldens and tests.
#pragma once

#include <vector>

#include "app/flow/lead_view.hpp"
#include "app/screens/field_gallery.hpp"

namespace courtyard::screens {

// Made of "field.sample.leads".
[[nodiscard]] std::vector<flow::LeadRow> sample_leads(const pack::Pack& pack, base::Instant now);

// `today`: a laptop of somebody who reads the intake, with today's list open.
void add_lead_samples(const pack::Pack& pack, const DeskState& today, std::vector<DeskSample>& out);
// `opened`: a case in which the money is paid and modules have begun, seen by its judge.
void add_help_samples(const pack::Pack& pack, const DeskState& opened, std::vector<DeskSample>& out);

}  // namespace courtyard::screens
