// The accounts of a case in clear terms, for the window and for the rule that they agree: orders = ledger = budget at
// every moment (row T8).
#pragma once

#include <string>
#include <vector>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

// Money in fen. All sums are of facts in force.
struct Balance {
    domain::Fen granted;  // by the decision in force
    domain::Fen urgent;   // paid before it
    domain::Fen due;      // granted less urgent aid, paid or still to be paid: what is to be ordered in all

    domain::Fen requested, arrived;  // from finance
    domain::Fen ordered;             // and not returned
    domain::Fen released;            // of these: released or paid
    domain::Fen paid;                // of these: paid, without urgent aid
    domain::Fen confirmed;           // of these: the person says that it came whole
    domain::Fen returned;            // sent back by the bank, in all

    domain::Fen to_request;   // still
    domain::Fen to_order;     // still, whether the budget has come or not
    domain::Fen to_pay;       // still
    domain::Fen given_back;   // to finance, of what arrived
    domain::Fen budget_left;  // arrived, not ordered and not given back; what of it finance gets back: Ledger::left()
    domain::Fen lies;         // of a grant that was set right, in no budget: with the court
    domain::Fen stopped;      // due, and not to be paid any more: then nothing of the three above is open

    domain::Fen enforced, to_recover, recovered, still_to_recover;
    domain::Fen urgent_to_take_back;  // after a refusal, until its recovery is decided (A8)

    std::vector<FactId> unconfirmed;  // paid, and the person has not said yet that it came
    std::vector<FactId> not_whole;    // paid, and the person says that less came
    std::vector<StrayPayment> stray;  // payments without effect: somebody must look

    // Codes of what does not agree, in the pack as "fact.<code>": "balance.granted" (ordered more than due),
    // "balance.budget" (ordered and given back more than arrived), "balance.requested" (asked or came more than due),
    // "balance.released" (paid more than released or released more than ordered), "balance.state" (the case says paid
    // and the ledger does not), "balance.recovery", "balance.stopped" (an order waits although payments were stopped,
    // or money was given back although none were). Empty by the rules of the ledger: that is tested, not assumed.
    std::vector<std::string> wrong;
    [[nodiscard]] bool is_even() const { return wrong.empty(); }
    friend bool operator==(const Balance&, const Balance&) = default;
};

[[nodiscard]] Balance balance(const AidCase& from);

}  // namespace courtyard::cases
