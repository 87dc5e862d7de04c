#include "app/cases/balance.hpp"

#include <algorithm>

#include "app/cases/amounts.hpp"
#include "app/cases/ledger_parts.hpp"

namespace courtyard::cases {

namespace {

using State = PayOrder::State;

void add(domain::Fen& sum, domain::Fen amount) { sum.value += amount.value; }

domain::Fen less(domain::Fen a, domain::Fen b) { return {a.value - b.value}; }

void add_order(Balance& out, const PayOrder& order) {
    if (order.state == State::Returned) return add(out.returned, order.amount);
    if (order.state == State::Stopped) return;
    add(out.ordered, order.amount);
    if (order.state != State::Ordered) add(out.released, order.amount);
    if (!order.is_out()) return;
    add(out.paid, order.amount);
    if (order.state == State::Confirmed) add(out.confirmed, order.amount);
    if (!order.confirmed) out.unconfirmed.push_back(order.by);
    if (order.confirmed && !order.came_whole) out.not_whole.push_back(order.by);
}

void add_urgent(Balance& out, const AidCase& from) {
    const auto& urgent = from.ledger.urgent;
    if (!urgent) return;
    for (std::size_t times = urgent->returned.size(); times > 0; --times)
        add(out.returned, urgent->amount);
    if (!urgent->paid) return;
    out.urgent = urgent->amount;
    if (!urgent->confirmed) out.unconfirmed.push_back(urgent->proposed);
    if (urgent->confirmed && !urgent->came_whole) out.not_whole.push_back(urgent->proposed);
    const auto& decision = from.ballots.decision;
    const domain::Fen decided = top_up(from.ledger.to_recover, from.ledger.beside());
    if (decision && !decision->granted) out.urgent_to_take_back = top_up(urgent->amount, decided);
}

bool says_paid(Status status) { return status == Status::Paid; }

void compare(Balance& out, const AidCase& from) {
    const auto check = [&out](bool good, const char* code) {
        if (!good) out.wrong.emplace_back(code);
    };
    check(out.ordered <= out.due, "balance.granted");
    check(out.ordered.value + out.given_back.value <= out.arrived.value && out.lies.value >= 0, "balance.budget");
    check(out.arrived <= out.requested && out.requested <= out.due, "balance.requested");
    check(out.paid <= out.released && out.released <= out.ordered && out.confirmed <= out.paid, "balance.released");
    const bool is_all = out.paid == out.due && !is_urgent_owed(from.ledger, from);
    check(!says_paid(from.status) || is_all, "balance.state");
    check(from.status != Status::PaidPart || (out.paid.value > 0 && !is_all), "balance.state");
    check(from.status != Status::Notified || out.paid.value == 0, "balance.state");
    check(from.ledger.stopped ? out.ordered == out.paid && from.ledger.left() <= out.budget_left
                              : out.given_back.value == 0,
          "balance.stopped");
    // A part may come back from the bank after something was deducted from it: it is paid again, as long as nobody
    // stops that.
    const bool pays_on = out.granted.value > 0 && !from.ledger.stopped;
    const std::int64_t paid = out.urgent.value + out.paid.value;
    const domain::Fen limit{(pays_on ? std::max(out.granted.value, paid) : paid) + from.ledger.beside().value};
    const bool owes_none = from.ledger.open_recovery().value == 0;
    check(out.recovered <= out.to_recover && (owes_none || less(out.to_recover, from.ledger.given_up) <= limit),
          "balance.recovery");
}

}  // namespace

Balance balance(const AidCase& from) {
    Balance out;
    if (from.ballots.decision && from.ballots.decision->granted) out.granted = from.ballots.decision->amount;
    add_urgent(out, from);
    out.due = due(from.ledger, from);
    out.requested = from.ledger.requested;
    out.arrived = from.ledger.arrived;
    for (const PayOrder& order : from.ledger.orders)
        add_order(out, order);
    if (from.ledger.stopped) {
        out.stopped = less(out.due, out.paid);
    } else {
        out.to_request = less(out.due, out.requested);
        out.to_order = less(out.due, out.ordered);
        out.to_pay = less(out.due, out.paid);
    }
    out.given_back = from.ledger.given_back;
    out.lies = from.ledger.lies();
    out.budget_left = less(less(out.arrived, out.ordered), out.given_back);
    out.enforced = from.ledger.enforced;
    out.to_recover = from.ledger.to_recover;
    out.recovered = from.ledger.recovered;
    out.still_to_recover = less(out.to_recover, out.recovered);
    out.stray = from.ledger.stray;
    compare(out, from);
    return out;
}

}  // namespace courtyard::cases
