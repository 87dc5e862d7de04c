// Orders and payments (P11), in the order in which they are asked:
//
// "pay.decision"      no granted decision in force
// "pay.doubted"       the decision is doubted, its author knows why, and the leader has not said that it stands
// "pay.ground"        what money went out on was taken back by somebody of whom its payers had not heard, its author
//                     knows, and the leader has not said what holds
// "pay.at_odds"       somebody says that money came, another that it did not or that the bank sent it back, its author
//                     knows both, and nobody has settled it (money_at_odds.hpp)
// "pay.stray"         money went out that fits no order, and its author knows: first the leader sets that right
// "pay.parts"         not part k of n, or another n than the orders before
// "pay.part"          that part is ordered already
// "pay.granted"       more than was granted, urgent aid counted (A8)
// "pay.budget"        more than has arrived from finance
// "pay.rest"          the parts do not make up the whole: the last one is the rest, none before it takes all
// "pay.approval"      instalments, cash or somebody entrusted without an approval
// "pay.account"       a transfer without the record of the account, or with something else in its place
// "pay.account_ends"  not the last four digits
//                     (and those of given_account.hpp, of the order and of its release)
// "pay.order"         no order of this case that its author had seen
// "pay.self"          released by whoever ordered it
// "pay.released"      released, paid or returned already
// "pay.unreleased"    paid without a release that its author had seen
// "pay.paid"          paid already
// "pay.officers"      fewer than two officers
// "pay.not_on_case"   an officer who is not on the case
// "pay.registrar"     none of them is a registrar
// "pay.not_paid"      returned or confirmed, and not paid; that the bank sent it back its author knew
// "pay.crossed"       somebody of whom its author did not know wrote down something else: kept until it is settled
// "pay.confirmed"     the person has said that it came whole
// "pay.more"          more came than was paid
// "pay.whole"         said to be whole with another amount than was paid, or less with as much
// "pay.nobody"        nobody is asked any more, by a caller or without saying why
#include <algorithm>
#include <set>

#include "app/cases/aid_case.hpp"
#include "app/cases/ledger_parts.hpp"
#include "app/cases/money_at_odds.hpp"
#include "app/cases/shaken_ground.hpp"

namespace courtyard::cases {

namespace {

using State = PayOrder::State;

PayOrder* find(Ledger& ledger, const Scene& scene) {
    const auto id = scene.fact.fact("order");
    const auto found =
        std::find_if(ledger.orders.begin(), ledger.orders.end(), [&](const PayOrder& each) { return each.by == id; });
    return found == ledger.orders.end() || !scene.knows(found->by) ? nullptr : &*found;
}

// On an order that somebody else's took the place of: otherwise a sum goes out a second time.
bool knows_of_stray(const Ledger& ledger, const Scene& scene) {
    return std::any_of(ledger.stray.begin(), ledger.stray.end(),
                       [&](const StrayPayment& each) { return each.code == "pay.order" && scene.knows(each.by); });
}

// What is to be found out first of money that went out.
Verdict check_open_money(const Ledger& ledger, const Scene& scene) {
    if (knows_shaken_ground(scene)) return refuse("pay.ground");
    if (knows_money_at_odds(scene)) return refuse("pay.at_odds");
    return knows_of_stray(ledger, scene) ? refuse("pay.stray") : Verdict{};
}

// ---------------------------------------------------------------- order

Verdict check_parts(const Ledger& ledger, const PayOrder& order) {
    if (order.part < 1 || order.part > order.parts) return refuse("pay.parts");
    for (const PayOrder& each : ledger.orders) {
        if (!each.is_live()) continue;
        if (each.parts != order.parts) return refuse("pay.parts");
        if (each.part == order.part) return refuse("pay.part");
    }
    return std::nullopt;
}

// `at_most`: what is due if urgent aid that was approved and is not paid never will be. Who ordered all of that, or
// left it open, need not have known of it.
Verdict check_sums(const Ledger& ledger, const PayOrder& order, domain::Fen due, domain::Fen at_most) {
    const domain::Fen sum{ledger.ordered().value + order.amount.value};
    if (sum > due) return refuse("pay.granted");
    if (sum > ledger.arrived) return refuse("pay.budget");
    const auto live =
        std::count_if(ledger.orders.begin(), ledger.orders.end(), [](const PayOrder& each) { return each.is_live(); });
    const bool is_last = live + 1 == order.parts;
    const bool is_rest = is_last == (sum == due) || is_last == (sum == at_most);
    return is_rest ? Verdict{} : refuse("pay.rest");
}

PayTarget target_of(const PayOrder& order) { return {order.account, order.account_ends, order.payee}; }

// ---------------------------------------------------------------- payment

bool asks_nobody(const Fact& fact) { return fact.text("by") == "nobody"; }

Verdict check_confirmed(domain::Fen paid, const Fact& fact) {
    const domain::Fen came = fact.money("amount");
    if (came > paid) return refuse("pay.more");
    // Whoever says why nobody is asked tells an amount as far as it is known.
    const bool is_guess = asks_nobody(fact) && !fact.yes("whole");
    return is_guess || fact.yes("whole") == (came == paid) ? Verdict{} : refuse("pay.whole");
}

Verdict check_word(domain::Fen paid, const Scene& scene) {
    if (auto no = check_confirmed(paid, scene.fact)) return no;
    const bool may_ask_nobody = scene.role != Role::Caller && scene.fact.has("reasons");
    return asks_nobody(scene.fact) && !may_ask_nobody ? refuse("pay.nobody") : Verdict{};
}

// What the person says of an order or of urgent aid, which goes before what a call heard of all the money. Of two who
// did not know of each other, who say the same, one is enough.
template <class Payment>
Verdict confirm(Payment& payment, const Scene& scene) {
    const domain::Fen came = scene.fact.money("amount");
    const bool whole = scene.fact.yes("whole");
    const bool is_said = payment.confirmed && !is_by_call(payment.confirmed, scene);
    if (is_said && !scene.knows(*payment.confirmed)) {
        const bool is_alike = payment.came == came && payment.came_whole == whole;
        return is_alike ? std::nullopt : refuse("pay.crossed");
    }
    if (is_said && payment.came_whole) return refuse("pay.confirmed");
    if (auto no = check_word(payment.amount, scene)) return no;
    payment.asks_no_more = asks_nobody(scene.fact);
    payment.confirmed = scene.fact.id;
    payment.came = came;
    payment.came_whole = whole;
    return std::nullopt;
}

bool is_payment_of(const UrgentAid& aid, const FactId& named, const Scene& scene) {
    const auto place = scene.order.place_of(named);
    const Fact* fact = place ? scene.order.facts[*place] : nullptr;
    return fact != nullptr && fact->kind == "urgent_paid" && fact->fact("proposal") == aid.proposed;
}

// Of urgent aid, which has no order: named by its payment or its proposal.
Taken confirm_urgent(Ledger& ledger, const Scene& scene) {
    const auto named = scene.fact.fact("order");
    auto& aid = ledger.urgent;
    if (!aid || !named || !scene.knows(*named)) return {refuse("pay.order"), {}};
    const bool is_unheard = !aid->returned.empty() && !scene.knows(aid->returned.back());
    const bool is_of_aid = named == aid->proposed || is_payment_of(*aid, *named, scene);
    // Of the payment before: it counts nowhere, and stands against the bank's word.
    if (is_of_aid && is_unheard && !(aid->paid && scene.knows(*aid->paid))) return {check_word(aid->amount, scene), {}};
    if (named != aid->paid && named != aid->proposed) return {refuse("pay.order"), {}};
    if (!aid->paid) return {refuse("pay.not_paid"), {}};
    if (auto no = confirm(*aid, scene)) return {std::move(no), {}};
    for (UrgentAid& each : ledger.proposals)
        if (each.proposed == aid->proposed) each = *aid;
    return {};
}

}  // namespace

Verdict check_way(const Scene& scene) {
    const Fact& fact = scene.fact;
    const bool is_transfer = fact.text("way") == "transfer";
    if ((fact.number("parts") > 1 || !is_transfer) && !fact.has("approval")) return refuse("pay.approval");
    const bool names_account = fact.has("account") || fact.has("account_ends");
    if (!is_transfer && !names_account) return std::nullopt;
    const auto account = fact.fact("account");
    if (!account) return refuse("pay.account");
    if (!are_last_four(fact.text("account_ends"))) return refuse("pay.account_ends");
    return check_order_account(scene, {account, fact.text("account_ends"), fact.text("payee")});
}

Verdict check_officers(const Scene& scene, const Offices& offices) {
    const std::vector<base::PersonId> officers = scene.fact.persons("officers");
    if (std::set<base::PersonId>(officers.begin(), officers.end()).size() < 2) return refuse("pay.officers");
    const auto is_on_case = [&](const base::PersonId& each) { return scene.so_far.members.has(each); };
    if (!std::all_of(officers.begin(), officers.end(), is_on_case)) return refuse("pay.not_on_case");
    const auto is_registrar = [&](const base::PersonId& each) { return offices(each) == Role::Registrar; };
    return std::any_of(officers.begin(), officers.end(), is_registrar) ? Verdict{} : refuse("pay.registrar");
}

Payers payers_of(const Fact& payment) {
    const std::vector<base::PersonId> officers = payment.persons("officers");
    Payers out(officers.begin(), officers.end());
    out.insert(payment.author);
    return out;
}

Taken take_order(Ledger& ledger, const Scene& scene) {
    const Fact& fact = scene.fact;
    const auto& decision = scene.so_far.ballots.decision;
    if (!decision || !decision->granted) return {refuse("pay.decision"), {}};
    if (knows_doubt(scene.so_far.ballots, scene)) return {refuse("pay.doubted"), {}};
    if (auto no = check_open_money(ledger, scene)) return {std::move(no), {}};
    PayOrder order;
    order.by = fact.id;
    order.orderer = fact.author;
    order.amount = fact.money("amount");
    order.part = fact.number("part");
    order.parts = fact.number("parts");
    order.way = fact.text("way");
    order.payee = fact.text("payee");
    order.account_ends = fact.text("account_ends");
    order.account = fact.fact("account");
    order.next = fact.date("next");
    if (auto no = check_parts(ledger, order)) return {std::move(no), {}};
    if (auto no = check_sums(ledger, order, due(ledger, scene.so_far), due_at_most(ledger, scene.so_far)))
        return {std::move(no), {}};
    if (auto no = check_way(scene)) return {std::move(no), {}};
    ledger.orders.push_back(std::move(order));
    return {};
}

Taken take_release(Ledger& ledger, const Scene& scene) {
    PayOrder* order = find(ledger, scene);
    if (order == nullptr) return {refuse("pay.order"), {}};
    if (order->orderer == scene.fact.author) return {refuse("pay.self"), {}};
    if (order->state != State::Ordered) return {refuse("pay.released"), {}};
    if (knows_doubt(scene.so_far.ballots, scene)) return {refuse("pay.doubted"), {}};
    if (auto no = check_open_money(ledger, scene)) return {std::move(no), {}};
    if (order->account)
        if (auto no = check_order_account(scene, target_of(*order))) return {std::move(no), {}};
    order->state = State::Released;
    order->released = scene.fact.id;
    return {};
}

Taken take_payment(Ledger& ledger, const Scene& scene, const Offices& offices) {
    PayOrder* order = find(ledger, scene);
    if (order == nullptr) return {refuse("pay.order"), {}};
    if (order->paid) return {refuse("pay.paid"), {}};
    if (!order->released || !scene.knows(*order->released)) return {refuse("pay.unreleased"), {}};
    if (knows_doubt(scene.so_far.ballots, scene)) return {refuse("pay.doubted"), {}};
    if (auto no = check_open_money(ledger, scene)) return {std::move(no), {}};
    if (knows_taken_back(scene, target_of(*order))) return {refuse("pay.account_back"), {}};
    if (auto no = check_officers(scene, offices)) return {std::move(no), {}};
    order->state = State::Paid;
    order->paid = scene.fact.id;
    order->paid_on = scene.fact.day();
    order->payers = payers_of(scene.fact);
    const bool is_all = ledger.paid_by_order() == due(ledger, scene.so_far) && !is_urgent_owed(ledger, scene.so_far);
    return {{}, is_all ? Status::Paid : Status::PaidPart};
}

// The bank's word counts even against the person's: where the money is, is a matter of fact. Where neither had heard of
// the other, somebody finds out before it is paid again (care_at_odds.cpp).
Taken take_return(Ledger& ledger, const Scene& scene) {
    PayOrder* order = find(ledger, scene);
    if (order == nullptr) return take_urgent_return(ledger, scene);
    if (!order->is_out()) return {refuse("pay.not_paid"), {}};
    order->state = State::Returned;
    order->returned = scene.fact.id;
    if (ledger.stopped) return {};  // it is not paid again
    return {{}, ledger.paid_by_order().value > 0 ? Status::PaidPart : Status::Notified};
}

Taken take_confirmation(Ledger& ledger, const Scene& scene) {
    PayOrder* order = find(ledger, scene);
    if (order == nullptr) return confirm_urgent(ledger, scene);
    if (!order->is_out()) {
        const bool is_unheard = order->returned && !scene.knows(*order->returned);
        return {is_unheard ? check_word(order->amount, scene) : refuse("pay.not_paid"), {}};
    }
    if (auto no = confirm(*order, scene)) return {std::move(no), {}};
    order->state = order->came_whole ? State::Confirmed : State::Paid;
    return {};
}

}  // namespace courtyard::cases
