// Fields that a person types and no fact bears (Kept::Sealed): what is asked of them before they are sealed.
#pragma once

#include "app/cases/act_table.hpp"

namespace courtyard::cases {

[[nodiscard]] bool has_sealed_fields(const ActRule& rule);

// The digits of an account as they were typed, by the rules for its kind (V-CARD of the domain report): a card has 16
// to 19 digits and a check digit, a passbook 5 to 32. "account.digits", "account.card_length", "account.luhn",
// "account.length".
[[nodiscard]] base::Result<std::string> account_digits(const Fields& typed);

// "account.…" of what was typed; nothing for acts without an account. After check_typed().
[[nodiscard]] Verdict check_sealed(const ActRule& rule, const Fields& typed);

// What will stand in the fact: without what is sealed, and with stand-ins for what the program makes. For asking the
// fold before anything is sealed.
[[nodiscard]] Fields as_kept(const ActRule& rule, const Fields& typed);

}  // namespace courtyard::cases
