// Accounts that somebody told by word of mouth after the application, or without one. The case knows of each where the
// whole is sealed and its last four digits; the rest is for the two offices that see bank numbers.
//
// Which one counts: the account of the application, until one is given; of those that were given, the one whose taker
// knew all before it. Whoever takes one down without knowing of the newest contradicts it: the first in the case's
// order stands, the other is shown beside it, and no order goes to an account until somebody settles which holds or
// takes the account down anew. The same on every machine, in whatever order the facts arrived.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct GivenAccount {
    FactId by;
    base::RecordId record;    // in which it is sealed
    std::string whose, ends;  // applicant, guardian, agent; its last four digits
    friend bool operator==(const GivenAccount&, const GivenAccount&) = default;
};

struct Accounts {
    std::vector<GivenAccount> given;  // in force, in order: each one replaces those before it

    [[nodiscard]] const GivenAccount* current() const { return given.empty() ? nullptr : &given.back(); }
    [[nodiscard]] const GivenAccount* find(const base::RecordId& record) const;
    friend bool operator==(const Accounts&, const Accounts&) = default;
};

inline constexpr std::string_view kAccountAtOdds = "account.two";

// "account.two": its author did not know of the account that stands; it contradicts that one. "account.record",
// "account.ends": what the program wrote is no id and no four digits. "money.number": a long number in a fact that
// everybody on the case reads.
[[nodiscard]] Taken take(Accounts& accounts, const Scene& scene);

// Of an order to such an account, and of its release: what its author knew decides.
//   "pay.account_two"       two accounts contradict each other
//   "pay.account_replaced"  another account was given since
//   "pay.account_ends"      not the last digits of the account that it names
// `record` and `ends`: that the order names.
[[nodiscard]] Verdict check_order_account(const Scene& scene, const std::optional<base::RecordId>& record,
                                          std::string_view ends);

// Whether a contradiction of accounts waits to be settled; whether the newest account is another one than `record`.
[[nodiscard]] bool has_accounts_at_odds(const AidCase& of);
[[nodiscard]] bool is_replaced(const Accounts& accounts, const std::optional<base::RecordId>& record);

[[nodiscard]] bool are_last_four(std::string_view text);

}  // namespace courtyard::cases
