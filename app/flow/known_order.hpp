// What the ledger of a case says for the next order before anybody has written a word of it.
#pragma once

#include "app/cases/aid_case.hpp"
#include "app/cases/fact.hpp"

namespace courtyard::flow {

// "part" and "parts": the first part that no order has, of as many as were begun; what the bank sent back is free
// again. "amount", unless a person has to say it: how much of the rest goes into a part that is not the last.
[[nodiscard]] cases::Fields known_order(const cases::AidCase& of);

}  // namespace courtyard::flow
