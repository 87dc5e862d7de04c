// The preset dictionary d1 for sealed applications: the same bytes on every machine, kept in the demo pack.
#pragma once

#include "sync/seal/dictionary.hpp"

namespace courtyard::test {

[[nodiscard]] seal::Dictionary dictionary_d1();

}  // namespace courtyard::test
