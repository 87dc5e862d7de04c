// What the window asks of the worker about leads; DeskEffect ListCases brings the list of them.
#pragma once

#include <optional>
#include <string>

#include "app/cases/fact.hpp"

namespace courtyard::flow::desk {

struct ShowLead {
    base::RecordId id;
};  // -> LeadShown, LoadFailed. That this person opened it is recorded.
struct DoLead {
    std::optional<base::RecordId> lead;  // nothing: one that came by paper or word of mouth is noted
    std::string kind;                    // flow::lead_kind, flow::kLeadNoted
    cases::Fields fields;
};  // -> LeadDone, ActRefused

}  // namespace courtyard::flow::desk
