// The files of tests/data/mail: rosters, messages, signed answers, and the records of PROTOCOL.md's mailboxes; good
// ones, and bad ones that each say how they must fail. The same bytes on every machine.
#pragma once

#include <map>
#include <string>

#include "sync/base/bytes.hpp"

namespace courtyard::test {

// By path below tests/data/mail; "manifest.json" says what each is and what must come of it.
[[nodiscard]] std::map<std::string, base::Bytes> mail_vectors();

}  // namespace courtyard::test
