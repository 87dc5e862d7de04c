// What a vote names to say on which papers it was cast.
#pragma once

#include <span>
#include <string>

#include "app/cases/fact.hpp"

namespace courtyard::cases {

// SHA-256 in lower-case hexadecimal over the laid facts, each whole: id, author, kind, clock, what its author had seen,
// and every field; in rising order of their ids, whatever order they are given in.
//
// The ids alone would not do: an id is drawn by chance and only names a record, so somebody could sign another record
// under the id of one that was laid. A paper whose words are other than those before the voter has another digest, and
// the vote does not count on it.
[[nodiscard]] std::string papers_digest(std::span<const Fact* const> laid);

}  // namespace courtyard::cases
