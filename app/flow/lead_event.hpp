// What can happen at the laptop's window with leads. The first ones come from the worker, the others from screens.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/cases/case_index.hpp"
#include "app/flow/lead_view.hpp"

namespace courtyard::flow::desk {

struct LeadsListed {
    std::vector<LeadRow> rows;
    std::shared_ptr<const cases::CaseIndex> index{};  // of the same leads
};
struct LeadShown {
    LeadRow row;
};
struct LeadDone {
    base::RecordId lead;
    base::RecordId said{};  // the lead itself or the step with it: while it has not left it can be taken back
};

struct PressedLead {
    base::RecordId id;
};
struct ChoseLeadStep {
    cases::LeadMove move = cases::LeadMove::Contacted;
};                            // with the one that lies open
struct PressedNewLead {};     // one that came by paper or word of mouth
struct PressedCaseOfLead {};  // the person applies by word of mouth
struct PressedLeadPaper {};   // the application that the person has handed in since

}  // namespace courtyard::flow::desk
