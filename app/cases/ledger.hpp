// The money of a case: urgent aid, what the decision grants, orders that two persons release, payments, returns,
// confirmations, and what must come back. Orders = ledger = budget at every moment: balance() is checked by the fold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct UrgentAid {
    FactId proposed;
    domain::Fen amount, wage;
    base::PersonId proposer;
    std::optional<FactId> approved, paid;
    friend bool operator==(const UrgentAid&, const UrgentAid&) = default;
};

struct PayOrder {
    enum class State : std::uint8_t { Ordered, Released, Paid, Returned, Confirmed };
    FactId by;
    base::PersonId orderer;
    domain::Fen amount;
    std::int64_t part = 1, parts = 1;
    State state = State::Ordered;
    std::optional<FactId> released, paid, returned, confirmed;
    std::optional<domain::Date> paid_on;
    bool came_whole = true;  // as the person said when confirming
    friend bool operator==(const PayOrder&, const PayOrder&) = default;
};

struct Ledger {
    std::optional<UrgentAid> urgent;
    domain::Fen requested, arrived;  // from and by finance
    std::vector<PayOrder> orders;
    domain::Fen enforced, to_recover, recovered;

    [[nodiscard]] domain::Fen ordered() const;  // not returned
    [[nodiscard]] domain::Fen paid() const;     // out and not returned, urgent aid included
    [[nodiscard]] const PayOrder* find(const FactId& id) const;
    friend bool operator==(const Ledger&, const Ledger&) = default;
};

[[nodiscard]] Taken take(Ledger& ledger, const Scene& scene, const Offices& offices);

}  // namespace courtyard::cases
