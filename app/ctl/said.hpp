// For options whose value must say something: an empty one is most often a variable of a script that was never set.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace courtyard::ctl {

[[nodiscard]] inline CLI::Validator said() {
    return {[](std::string& value) { return value.empty() ? std::string("is empty") : std::string(); }, ""};
}

}  // namespace courtyard::ctl
