// How the form of an act is laid out: which fields stand under which heading. Fields that no heading names stand at
// the end, so that a new field of the table is never lost.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/cases/act_table.hpp"
#include "app/domain/revisit_guide.hpp"

namespace courtyard::screens {

struct FormPart {
    std::string title;  // key of its heading, empty for none
    std::string asked;  // instead of the heading: what is asked on the telephone, numbered
    std::vector<const cases::FieldRule*> fields;
};
// `questions`: those of a revisit, in the words and the order of the pack.
[[nodiscard]] std::vector<FormPart> form_parts(const cases::ActRule& rule,
                                               const std::vector<domain::RevisitQuestion>& questions);

}  // namespace courtyard::screens
