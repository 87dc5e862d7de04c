// courtyardctl case act and the verbs that stand for one act.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ctl/ctl.hpp"

namespace courtyard::ctl {

struct ActWords {
    std::string about;  // the case, as people name it
    std::string kind;
    std::vector<std::string> fields;  // "amount=9600"
};
// Signs it and says where the case stands then.
[[nodiscard]] base::Result<void> act_in_case(const ActWords& words, const Common& common, Output& out);

// Facts that the program writes when something has happened (a key was sealed to somebody, the slip was told, a letter
// left): written by hand they would say what is not so.
[[nodiscard]] bool is_by_program(std::string_view kind);

}  // namespace courtyard::ctl
