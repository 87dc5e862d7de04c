#include "app/flow/known_order.hpp"

#include <algorithm>
#include <vector>

#include "app/cases/balance.hpp"

namespace courtyard::flow {

namespace {

using cases::PayOrder;

// The orders that count, and the last one that the bank sent back.
struct Orders {
    std::vector<const PayOrder*> live;
    const PayOrder* returned = nullptr;
    explicit Orders(const cases::Ledger& ledger) {
        for (const PayOrder& order : ledger.orders) {
            if (order.is_live()) live.push_back(&order);
            if (order.state == PayOrder::State::Returned) returned = &order;
        }
    }
    [[nodiscard]] bool has(std::int64_t part) const {
        return std::any_of(live.begin(), live.end(), [part](const PayOrder* order) { return order->part == part; });
    }
    // In how many parts it was begun; nothing yet: 0.
    [[nodiscard]] std::int64_t parts() const {
        if (!live.empty()) return live.front()->parts;
        return returned == nullptr ? 0 : returned->parts;
    }
};

// How much goes into a part before the last one: as much as the order had that came back, or all of what finance has
// sent while that is not the rest. 0: a person says.
std::int64_t part_amount(const cases::Balance& balance, const PayOrder* again) {
    const std::int64_t rest = balance.to_order.value, budget = balance.budget_left.value;
    if (again != nullptr && again->amount.value <= budget && again->amount.value < rest) return again->amount.value;
    return budget < rest ? budget : 0;
}

}  // namespace

cases::Fields known_order(const cases::AidCase& of) {
    const cases::Balance balance = cases::balance(of);
    const Orders orders(of.ledger);
    const bool is_short = balance.budget_left.value > 0 && balance.budget_left < balance.to_order;
    std::int64_t parts = orders.parts();
    if (parts == 0) parts = is_short ? 2 : 1;  // what finance has sent cannot be all of it
    std::int64_t part = 1;
    while (part < parts && orders.has(part))
        ++part;
    const bool is_last = static_cast<std::int64_t>(orders.live.size()) + 1 >= parts;
    const bool is_again = orders.returned != nullptr && orders.returned->part == part;
    const std::int64_t amount =
        is_last ? balance.to_order.value : part_amount(balance, is_again ? orders.returned : nullptr);
    cases::Fields out{{"part", part}, {"parts", parts}};
    if (amount > 0) out["amount"] = amount;
    return out;
}

}  // namespace courtyard::flow
