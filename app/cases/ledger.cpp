#include "app/cases/ledger.hpp"

namespace courtyard::cases {

domain::Fen Ledger::ordered() const {
    domain::Fen sum;
    for (const PayOrder& order : orders)
        if (order.state != PayOrder::State::Returned) sum.value += order.amount.value;
    return sum;
}

domain::Fen Ledger::paid() const {
    domain::Fen sum;
    if (urgent && urgent->paid) sum = urgent->amount;
    for (const PayOrder& order : orders)
        if (order.state == PayOrder::State::Paid || order.state == PayOrder::State::Confirmed)
            sum.value += order.amount.value;
    return sum;
}

const PayOrder* Ledger::find(const FactId& id) const {
    for (const PayOrder& order : orders)
        if (order.by == id) return &order;
    return nullptr;
}

Taken take(Ledger& /*ledger*/, const Scene& /*scene*/, const Offices& /*offices*/) { return {}; }

}  // namespace courtyard::cases
