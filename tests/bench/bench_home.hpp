// What the programs of the benchmark that work on an enrolled home have in common.
#pragma once

#include <memory>

#include "app/worker/machine.hpp"

namespace courtyard::bench {

// One sentence on stderr; the exit code of a program that could not go on.
int fail(const char* program, const base::Error& error);

// Null when the home does not open; why was said on stderr.
[[nodiscard]] std::unique_ptr<worker::Machine> open_home(const char* program, const char* folder, base::Random& random);

}  // namespace courtyard::bench
