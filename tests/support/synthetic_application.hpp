// Applications of nobody: the payload of an "application" record with made-up people, for vectors and tests. The same
// seed gives the same text on every machine.
#pragma once

#include <string>

#include "sync/base/random.hpp"

namespace courtyard::test {

enum class Path { Self, Guardian, Agent, Joint, Helper };

// Compact JSON in the order in which the program writes it.
[[nodiscard]] std::string synthetic_payload(Path path, base::Random& random);

}  // namespace courtyard::test
