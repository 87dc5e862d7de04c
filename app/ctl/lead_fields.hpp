// A lead as words of a command line: name=value.
#pragma once

#include <string>
#include <vector>

#include "app/cases/lead.hpp"

namespace courtyard::ctl {

inline constexpr const char* kLeadFieldWords =
    "name=, why=, and where known village= reach= (how to reach them) reference= (your own number) original_case= "
    "agreed=yes (the person wants to be called) on=DAY; at the court also from= (who says so)";

// "case.field": which, and what it takes. What is missing the lead itself says (cases::read_lead).
[[nodiscard]] base::Result<cases::Lead> lead_of(const std::vector<std::string>& words);

}  // namespace courtyard::ctl
