// The files of the ledger among themselves.
#pragma once

#include "app/cases/ledger.hpp"

namespace courtyard::cases {

[[nodiscard]] constexpr domain::Fen plus(domain::Fen a, domain::Fen b) { return {a.value + b.value}; }
[[nodiscard]] bool has_grant(const AidCase& so_far);
// What the bank sent back of payments that were to come back.
[[nodiscard]] domain::Fen back_by_bank(const Ledger& ledger);

// What is to be ordered in all: the grant in force less urgent aid that was paid or is owed (A8). 0 without a grant.
[[nodiscard]] domain::Fen due(const Ledger& ledger, const AidCase& so_far);
// The same, less only what was paid: what was signed may take that much.
[[nodiscard]] domain::Fen due_at_most(const Ledger& ledger, const AidCase& so_far);
// Whether the grant bears as much beside what finance was asked for; without a grant it does.
[[nodiscard]] bool has_room_for(const Ledger& ledger, const AidCase& so_far, domain::Fen amount);

// Aid was refused after urgent aid was paid, and nobody has decided to take that back (A8).
[[nodiscard]] bool is_urgent_to_take_back(const Ledger& ledger, const AidCase& so_far);

// Whether what was collected can be deducted at all (A10). Not where aid was refused, which takes back all that was
// paid in need (A8); nor from those who come after the dead.
[[nodiscard]] bool may_be_deducted(const AidCase& so_far);

// Whether its money is settled: "close.recovery", "close.fund", "close.money", "close.not_whole" (ledger.cpp).
[[nodiscard]] Verdict may_close(const Ledger& ledger, const AidCase& so_far);

// How money goes, of an order or of urgent aid: "pay.approval", "pay.account", "pay.account_ends", and those of
// given_account.hpp. Who handed it over: "pay.officers", "pay.not_on_case", "pay.registrar".
[[nodiscard]] Verdict check_way(const Scene& scene);
[[nodiscard]] Verdict check_officers(const Scene& scene, const Offices& offices);

// Of what is in force (same_proof.cpp): keeps the bank's number of money that left, and what proves two such; and hears
// the leader say of which what holds.
void note_serial(Ledger& ledger, const Scene& scene);
void hear_of_proofs(Ledger& ledger, const Scene& scene);

// Of a refusal: who may not say so has not said that money went out, and what is no amount is none.
[[nodiscard]] bool says_nothing(std::string_view code);

[[nodiscard]] Payers payers_of(const Fact& payment);

// Urgent aid of which nobody knew who asked for the whole grant: it went out beside that.
void put_urgent_beside(Ledger& ledger);

[[nodiscard]] Taken take_urgent(Ledger& ledger, const Scene& scene, const Offices& offices);
[[nodiscard]] Taken take_urgent_return(Ledger& ledger, const Scene& scene);
[[nodiscard]] Taken take_order(Ledger& ledger, const Scene& scene);
[[nodiscard]] Taken take_release(Ledger& ledger, const Scene& scene);
[[nodiscard]] Taken take_payment(Ledger& ledger, const Scene& scene, const Offices& offices);
[[nodiscard]] Taken take_return(Ledger& ledger, const Scene& scene);
[[nodiscard]] Taken take_confirmation(Ledger& ledger, const Scene& scene);

}  // namespace courtyard::cases
