// How the form of an act is laid out: which fields stand under which heading. Fields that no heading names stand at
// the end, so that a new field of the table is never lost.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/cases/act_table.hpp"

namespace courtyard::screens {

struct FormPart {
    std::string_view title;  // key of its heading, empty for none
    std::vector<const cases::FieldRule*> fields;
};
[[nodiscard]] std::vector<FormPart> form_parts(const cases::ActRule& rule);

}  // namespace courtyard::screens
