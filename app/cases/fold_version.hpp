// Which fold this is. Two programs that say the same make the same cases of the same facts.
#pragma once

#include <string_view>

namespace courtyard::cases {

// SHA-256, in hexadecimal, of every source that has a say in it: app/cases, app/domain and the reading of bodies.
// Written at build time (fold_version.cmake), so that nobody can forget to change it. More than needed changes it (a
// comment does): then a laptop folds its cases once more.
[[nodiscard]] std::string_view fold_version();

}  // namespace courtyard::cases
