// What a call hears of the money. That all of it came is the person's own word, so it confirms the payments that it is
// about without being written down a second time; what somebody writes of a payment itself (money_confirmed) goes
// before it. It confirms nothing where it cannot be told which payments are meant, where others heard otherwise, and
// where who called had paid: nobody approves their own act.
#include <algorithm>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

namespace {

const Fact* fact_of(const std::optional<FactId>& id, const Scene& scene) {
    const auto place = id ? scene.order.place_of(*id) : std::nullopt;
    return place ? scene.order.facts[*place] : nullptr;
}

bool says_all_came(const Fact& fact) {
    const std::string_view with = fact.text("spoke_with");
    return fact.yes("money_whole") && fact.has("money_came") && (with == "applicant" || with == "guardian");
}

// Every payment that is out, an order or the urgent aid.
template <class Do>
void for_each_out(Ledger& ledger, const Do& act) {
    for (PayOrder& order : ledger.orders)
        if (order.is_out() && order.paid) act(order);
    if (ledger.urgent && ledger.urgent->paid) act(*ledger.urgent);
}

void set_state(PayOrder& order) {
    order.state = order.confirmed && order.came_whole ? PayOrder::State::Confirmed : PayOrder::State::Paid;
}
void set_state(UrgentAid&) {}

void confirm_known(Ledger& ledger, const Scene& scene) {
    domain::Fen all, open;
    for_each_out(ledger, [&](const auto& payment) {
        if (!scene.knows(*payment.paid)) return;
        all.value += payment.amount.value;
        if (!payment.confirmed) open.value += payment.amount.value;
    });
    const domain::Fen came = scene.fact.money("money_came");
    if (came != all && came != open) return;
    for_each_out(ledger, [&](auto& payment) {
        if (payment.confirmed || !scene.knows(*payment.paid) || payment.payers.contains(scene.fact.author)) return;
        payment.confirmed = scene.fact.id;
        payment.came = payment.amount;
        payment.came_whole = true;
        set_state(payment);
    });
}

// Somebody asks anew.
template <class Which>
void take_back_word(Ledger& ledger, const Scene& scene, const Which& which) {
    for_each_out(ledger, [&](auto& payment) {
        if (!is_by_call(payment.confirmed, scene) || !which(*payment.confirmed)) return;
        payment.confirmed.reset();
        payment.came = {};
        set_state(payment);
    });
}

}  // namespace

bool is_by_call(const std::optional<FactId>& confirmed, const Scene& scene) {
    const Fact* fact = fact_of(confirmed, scene);
    return fact != nullptr && fact->kind == "revisit_made";
}

void hear_of_money(Ledger& ledger, const Care& care, const Scene& scene) {
    if (scene.fact.kind == "revisit_made") {
        const bool says_less = scene.fact.has("money_whole") && !scene.fact.yes("money_whole");
        if (says_less) take_back_word(ledger, scene, [](const FactId&) { return true; });
        if (says_all_came(scene.fact)) confirm_known(ledger, scene);
    }
    for (const AtOdds& each : care.at_odds)
        take_back_word(ledger, scene, [&](const FactId& call) { return call == each.earlier || call == each.later; });
    if (!ledger.urgent) return;
    for (UrgentAid& each : ledger.proposals)
        if (each.proposed == ledger.urgent->proposed) each = *ledger.urgent;
}

}  // namespace courtyard::cases
