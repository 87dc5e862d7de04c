// Under which id a record is kept here when another record has its own id already: both are kept, whoever came first.
// Says the same on every machine, since it follows from id and bytes alone.
#pragma once

#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"

namespace courtyard::store {

// `taken`: the id that is not free; the record's own, or one that this function gave.
[[nodiscard]] base::RecordId place_beside(const base::RecordId& taken, base::ByteView record);

}  // namespace courtyard::store
