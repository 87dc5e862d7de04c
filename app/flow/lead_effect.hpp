// What the window asks of the worker about leads; DeskEffect ListCases brings the list of them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cases/fact.hpp"
#include "app/flow/act_pictures.hpp"

namespace courtyard::flow::desk {

struct ShowLead {
    base::RecordId id;
};  // -> LeadShown, LoadFailed. That this person opened it is recorded.
struct DoLead {
    std::optional<base::RecordId> lead;  // nothing: one that came by paper or word of mouth is noted
    std::string kind;                    // flow::lead_kind, flow::kLeadNoted
    cases::Fields fields;
};  // -> LeadDone, ActRefused
struct OpenCaseOfLead {
    base::RecordId lead;
    cases::Fields fields;  // of case_opened
    std::vector<std::shared_ptr<const PhotoFile>> pictures{};
};  // -> ActDone, ActRefused. The lead stands at applied by that case.

}  // namespace courtyard::flow::desk
