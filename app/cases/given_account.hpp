// Accounts that somebody told by word of mouth after the application, or without one. The case knows of each where the
// whole is sealed and its last four digits; the rest is for the two offices that see bank numbers.
//
// Each belongs to a holder: joint heirs may be paid each to their own. Which one counts for a holder: the account of
// the application, until the holder gives one; of those that were given, the one whose taker knew all before it.
// Another holder's replaces nothing. Whoever takes one down without knowing of the holder's newest contradicts it: the
// first in the case's order stands, the other is shown beside it, and no order goes to that holder until somebody
// settles which holds or takes the account down anew. The same on every machine, in whatever order the facts arrived.
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
    std::string payee;        // its holder; empty in facts of older programs, which knew one account for a case
    friend bool operator==(const GivenAccount&, const GivenAccount&) = default;
};

// One that is in force no more: nobody orders to it, though an order that was made before stays.
struct TakenBack {
    FactId by, why;  // what told of it, and what took that back
    base::RecordId record;
    friend bool operator==(const TakenBack&, const TakenBack&) = default;
};

struct Accounts {
    std::vector<GivenAccount> given;  // in force, in order: each one replaces those before it of the same holder
    std::vector<TakenBack> taken_back;

    [[nodiscard]] const GivenAccount* current() const { return given.empty() ? nullptr : &given.back(); }
    // The newest of that holder; one without a name is anybody's.
    [[nodiscard]] const GivenAccount* current_of(std::string_view payee) const;
    // The newest of each holder, the newest first.
    [[nodiscard]] std::vector<const GivenAccount*> counting() const;
    [[nodiscard]] const GivenAccount* find(const base::RecordId& record) const;
    friend bool operator==(const Accounts&, const Accounts&) = default;
};

inline constexpr std::string_view kAccountAtOdds = "account.two";

// "account.two": its author did not know of the account that stands; it contradicts that one. "account.record",
// "account.ends": what the program wrote is no id and no four digits. "money.number": a long number in a fact that
// everybody on the case reads.
[[nodiscard]] Taken take(Accounts& accounts, const Scene& scene);

// Of an order to such an account, and of its release: what its author knew decides.
//   "pay.account_two"       two accounts of the payee contradict each other
//   "pay.account_replaced"  the payee has given another account since
//   "pay.account_back"      it was taken back, and the payee has given no other; of a payment, too
//   "pay.account_ends"      not the last digits of the account that it names
//   "pay.holder"            the account is somebody else's
struct PayTarget {
    std::optional<base::RecordId> record;  // that the order names
    std::string_view ends, payee;
};
[[nodiscard]] Verdict check_order_account(const Scene& scene, const PayTarget& target);

// Of a payment upon such an order.
[[nodiscard]] bool knows_taken_back(const Scene& scene, const PayTarget& target);
// For the fold: an account that something set aside.
void note_taken_back(Accounts& accounts, const Fact& given, const FactId& why);

// Whether a contradiction of this holder's accounts waits to be settled; whether the payee's newest account is another
// one than the order names, or the one that it names was taken back.
[[nodiscard]] bool has_accounts_at_odds(const AidCase& of, std::string_view payee);
[[nodiscard]] bool is_replaced(const Accounts& accounts, const PayTarget& target);

// One person, written in one way or another (V-NAME).
[[nodiscard]] bool is_same_person(std::string_view a, std::string_view b);

[[nodiscard]] bool are_last_four(std::string_view text);

// Who types an order may name the fact that told of the account, as the course of the case shows it: then the record
// that it is of.
[[nodiscard]] std::optional<base::RecordId> record_told_by(const Accounts& accounts, const FactId& fact);

}  // namespace courtyard::cases
