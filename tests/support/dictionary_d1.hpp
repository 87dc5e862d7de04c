// The preset dictionary d1 for sealed applications, kept in the demo pack: the lines of dictionary_d1.txt, joined.
#pragma once

#include "sync/seal/dictionary.hpp"

namespace courtyard::test {

[[nodiscard]] seal::Dictionary dictionary_d1();

}  // namespace courtyard::test
