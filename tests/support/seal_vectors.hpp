// The files of tests/data/seal: good ones, and bad ones that each say how they must fail. The same bytes on every
// machine.
#pragma once

#include <map>
#include <string>

#include "sync/base/bytes.hpp"
#include "sync/seal/dictionary.hpp"

namespace courtyard::test {

// By path below tests/data/seal; "manifest.json" says what each is and what must come of it.
[[nodiscard]] std::map<std::string, base::Bytes> seal_vectors();

}  // namespace courtyard::test
