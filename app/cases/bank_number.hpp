// Bank numbers stand sealed in a record of their own, which two offices open; never in a fact that everybody on the
// case reads.
#pragma once

#include <string>
#include <string_view>

#include "app/cases/fact.hpp"

namespace courtyard::cases {

// Whether some text has what may be the number of an account, a card or an identity card: twelve digits or more in one,
// or in groups of four, in whichever width they were typed. Ids of records and people are none.
[[nodiscard]] bool holds_bank_number(const Fields& fields);
[[nodiscard]] bool holds_bank_number(std::string_view text);

// The bank's number of a transfer in the proof of it: the first eight digits or more in one that are no day, in plain
// figures; "" where there is none. Shorter numbers are of a receipt book, or a day: in another book the same one stands
// again, and proves other money.
[[nodiscard]] std::string serial_in(std::string_view proof);

// "money.number": a fact about money holds one. The proof of a payment is by its nature a bank's number, and often as
// long: it may be one that begins with the day of the payment, as serial numbers do; any other long one is
// "money.proof", because nobody can tell it from an account.
[[nodiscard]] Verdict refused_number(const Fact& fact);

}  // namespace courtyard::cases
