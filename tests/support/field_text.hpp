// What somebody types into a field, for tests: a text, where a bare literal would be taken for a bool.
#pragma once

#include <string>

namespace courtyard::test {

inline std::string text(const char* words) { return words; }

}  // namespace courtyard::test
