// Refusals (those of urgent aid and of orders: urgent_aid.cpp, pay_order.cpp):
//
// "money.number"      a bank or identity number in a fact that everybody on the case reads
// "money.proof"       a proof with a long number that does not begin with the day of the payment
// "urgent.undecided"  urgent aid was paid: the case ends with a decision, which tops it up or takes it back (A8), or
//                     with the person's death: what they got was given
// "fund.decision"     no granted decision in force
// "fund.amount"       more than is to be paid
// "fund.arrived"      more than was asked for
// "fund.lies_less"    more than lies with the court since the grant was set right upon which it had come
// "money.twice"       money that came, came back or was collected: the same sum stands noted, unknown to its author
// "recall.none"       nothing that was asked for is awaited after a stop
// "enforced.none"     nothing was collected of which its author would have to say whether it is deducted
// "recovery.commitment" the person promised nothing that could be broken (E9, A11)
// "recovered.same"    the same sum of the same day on the same proof, which its author knew
// "close.request"     finance may send still what was asked for before the stop
// "fund.goes_on"      given back to finance while it may be paid still: nothing was stopped
// "fund.left"         more given back to finance than is left with the court
// "called.due"        something is still to be asked from finance before the person is called
// "stop.decision"     no granted decision in force
// "recovery.ground"   not a ground for this case: a refusal takes back urgent aid, a grant what was paid on it;
//                     after a death that ended the case, fraud alone
// "recovery.amount"   a refusal takes back all urgent aid; otherwise more than was paid, or than was collected (A10,
// A11) "recovered.more"    more than is to be taken back
// "recovery.until"    the money is to be back before the day of the decision
// "recovery.none"     given up where nothing is to be taken back
// "stray.none"        no payment that stands in no ledger, or its author knew of none
// "pay.stray"         given back to finance although, as its author knows, a payment may have gone out of it
// "pay.at_odds"       the same while somebody says that money came which the bank sent back, as its author knows
// "close.recovery"    something is still to be taken back
// "close.stray"       a payment that others' acts cross, and nobody has said whether it went out
// "close.fund"        money is left with the court that finance is to have back
// "close.money"       nobody has asked the person whether the money came
// "close.not_whole"   less came, by the person's word, and nobody has set that right or said why it cannot be
#include "app/cases/ledger.hpp"

#include <algorithm>
#include <array>

#include "app/cases/aid_case.hpp"
#include "app/cases/amounts.hpp"
#include "app/cases/bank_number.hpp"
#include "app/cases/ledger_parts.hpp"
#include "app/cases/money_at_odds.hpp"

namespace courtyard::cases {

namespace {

// Of a payment, whether it stands or not: what its order says, or urgent aid itself.
domain::Fen amount_of(const Fact& payment, const Ordered& all) {
    if (payment.kind == "urgent_paid") return payment.money("amount");
    const auto order = payment.fact("order");
    const auto place = order ? all.place_of(*order) : std::nullopt;
    return place ? all.facts[*place]->money("amount") : domain::Fen{};
}

bool is_about_money(std::string_view kind) {
    return kind.starts_with("urgent_") || kind.starts_with("fund_") || kind.starts_with("pay_") ||
           kind.starts_with("recover") || kind == "payment_reclaimed" || kind == "money_confirmed" ||
           kind == "enforced" || kind == "payment_stopped";
}

// The first request leads to finance; what a court asks for later, while it pays in parts, leaves the case where it is.
Taken take_fund_requested(Ledger& ledger, const Scene& scene) {
    if (!has_grant(scene.so_far)) return {refuse("fund.decision"), {}};
    const domain::Fen sum = plus(ledger.requested, scene.fact.money("amount"));
    if (sum > due_at_most(ledger, scene.so_far)) {
        const bool is_paid = ledger.urgent && ledger.urgent->paid;
        const bool is_unheard = is_paid && !scene.knows(*ledger.urgent->paid);
        if (!is_unheard || sum > scene.so_far.ballots.decision->amount) return {refuse("fund.amount"), {}};
        put_urgent_beside(ledger);
    }
    ledger.requested = sum;
    const bool first = scene.so_far.status == Status::DecidedGrant;
    return {{}, first ? std::optional(Status::FundReq) : std::nullopt};
}

NotedMoney noted(const Fact& fact) {
    return {fact.id, fact.money("amount"), fact.day(), std::string(fact.text("proof"))};
}

template <class Same>
std::optional<FactId> unknown_same(const std::vector<NotedMoney>& all, const Scene& scene, const Same& same) {
    const NotedMoney now = noted(scene.fact);
    for (const NotedMoney& each : all)
        if (each.amount == now.amount && !scene.knows(each.by) && same(each, now)) return each.by;
    return std::nullopt;
}

// First what finance was not told to keep.
void send_unmade(Ledger& ledger, domain::Fen amount) {
    for (const bool is_recalled : {false, true}) {
        for (UnmadeRequest& each : ledger.unmade) {
            if (each.recalled.has_value() != is_recalled) continue;
            const domain::Fen part = std::min(amount, each.open);
            each.open = top_up(each.open, part);
            amount = top_up(amount, part);
        }
    }
}

// Also where payments were stopped meanwhile: what finance sends all the same is there, and goes back.
Taken take_fund_arrived(Ledger& ledger, const Scene& scene) {
    if (noted_before(ledger, scene)) return {refuse(std::string(kMoneyTwice)), {}};
    const domain::Fen amount = scene.fact.money("amount"), sum = plus(ledger.arrived, amount);
    const bool lay = scene.fact.yes("lay");
    // Finance sends what was asked for upon a grant, also when that was set right meanwhile, and another stands.
    const bool is_beside_grant = !has_grant(scene.so_far) || sum > ledger.requested;
    if (is_beside_grant && !lay && amount <= ledger.still_sent()) {
        send_unmade(ledger, amount);
        ledger.lying.push_back(noted(scene.fact));
        return {};
    }
    if (sum > ledger.requested) return {refuse("fund.arrived"), {}};
    if (lay && amount > ledger.lies()) return {refuse("fund.lies_less"), {}};
    if (lay) ledger.lying_used = plus(ledger.lying_used, amount);
    ledger.arrived = sum;
    ledger.arrivals.push_back(noted(scene.fact));
    const bool first = scene.so_far.status == Status::FundReq;
    return {{}, first ? std::optional(Status::FundIn) : std::nullopt};
}

bool knows_any(const FactId&) { return true; }

// Drawn on what arrived, or perhaps drawn, by a payment that stands in no ledger. What came back lies there again; what
// was given up never will.
template <class Knows>
domain::Fen gone_beside(const Ledger& ledger, const Knows& knows) {
    domain::Fen out, came_back = top_up(ledger.recovered, back_by_bank(ledger));
    for (const StrayPayment& each : ledger.stray)
        if (each.is_crossed && !each.is_urgent && knows(each.by)) out = plus(out, each.amount);
    for (const Recovery& each : ledger.recoveries) {
        const domain::Fen rest = top_up(each.amount, each.back), part = std::min(came_back, rest);
        came_back = top_up(came_back, part);
        if (each.of && !each.is_urgent && knows(each.by)) out = plus(out, top_up(rest, part));
    }
    return out;
}

template <class Knows>
domain::Fen left_by(const Ledger& ledger, const Knows& knows) {
    if (!ledger.stopped) return {};
    const domain::Fen all{ledger.arrived.value - ledger.paid_by_order().value - ledger.given_back.value};
    return all.value > 0 ? top_up(all, gone_beside(ledger, knows)) : all;
}

// Money that is left goes back: by two officers, and never more than lies there as far as they know; first what belongs
// to no grant.
Taken take_fund_returned(Ledger& ledger, const Scene& scene, const Offices& offices) {
    const domain::Fen amount = scene.fact.money("amount"), lies = ledger.lies();
    if (!ledger.stopped && lies.value == 0) return {refuse("fund.goes_on"), {}};
    const auto knows = [&scene](const FactId& id) { return scene.knows(id); };
    if (amount > plus(left_by(ledger, knows), lies)) {
        const bool is_stray = std::any_of(ledger.stray.begin(), ledger.stray.end(), [&](const StrayPayment& each) {
            return each.is_crossed && !each.is_urgent && knows(each.by);
        });
        return {refuse(is_stray ? "pay.stray" : "fund.left"), {}};
    }
    // It may be with the person after all.
    if (amount > lies && knows_money_at_odds(scene)) return {refuse("pay.at_odds"), {}};
    if (auto no = check_officers(scene, offices)) return {std::move(no), {}};
    const domain::Fen of_lying = std::min(amount, lies);
    ledger.lying_back = plus(ledger.lying_back, of_lying);
    ledger.given_back = plus(ledger.given_back, top_up(amount, of_lying));
    return {};
}

// By somebody who had heard of a grant, and not that it was set right.
bool is_upon_unmade_grant(const Scene& scene) {
    const auto& entries = scene.so_far.entries;
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& each) {
        return each.kind == "decided" && each.standing == Standing::SetAside && each.against && scene.knows(each.id) &&
               !scene.knows(*each.against);
    });
}

// Whoever asked for the money tells finance that it is not needed any more.
Taken take_recall(Ledger& ledger, const Scene& scene) {
    bool is_any = ledger.awaited().value > 0;
    if (is_any) ledger.recalled = scene.fact.id;
    for (UnmadeRequest& each : ledger.unmade) {
        if (each.recalled || each.open.value == 0 || !scene.knows(each.by)) continue;
        each.recalled = scene.fact.id;
        is_any = true;
    }
    return {is_any ? Verdict{} : refuse("recall.none"), {}};
}

// A grant that urgent aid has paid in full needs no money: the person is told, and it is paid.
Taken take_called(const Ledger& ledger, const Scene& scene) {
    if (scene.so_far.status != Status::DecidedGrant) return {{}, Status::Notified};
    if (due(ledger, scene.so_far).value > 0 || is_urgent_owed(ledger, scene.so_far)) return {refuse("called.due"), {}};
    return {{}, Status::Paid};
}

// Nobody owes more than went out and is out still: of money that was deducted from what never came, or came back, the
// rest falls away.
void owe_no_more_than_paid(Ledger& ledger) {
    const domain::Fen above = top_up(top_up(ledger.to_recover, ledger.given_up), plus(ledger.paid(), ledger.beside()));
    ledger.given_up = plus(ledger.given_up, std::min(above, ledger.open_recovery()));
}

// What went out before stays paid, and the person is looked after; where nothing did, this is the end of the case.
void stop_paying(Ledger& ledger, const Fact& by) {
    if (!ledger.stopped) ledger.stopped = StoppedPayment{by.id, std::string(by.text("ground"))};
    for (PayOrder& order : ledger.orders)
        if (order.state == PayOrder::State::Ordered || order.state == PayOrder::State::Released)
            order.state = PayOrder::State::Stopped;
    owe_no_more_than_paid(ledger);
}

Taken take_stop(Ledger& ledger, const Scene& scene) {
    if (!has_grant(scene.so_far)) return {refuse("stop.decision"), {}};
    stop_paying(ledger, scene.fact);
    return {{}, ledger.paid().value > 0 ? Status::Revisit : Status::Terminated};
}

// What was given up and comes all the same is given up no more.
void come_back(Ledger& ledger, NotedMoney money) {
    ledger.recovered = plus(ledger.recovered, money.amount);
    ledger.given_up = std::min(ledger.given_up, top_up(ledger.to_recover, ledger.recovered));
    ledger.came_back.push_back(std::move(money));
}

Recovery* find_beside(Ledger& ledger, const Scene& scene) {
    const auto payment = scene.fact.fact("order");
    const auto found = std::find_if(ledger.recoveries.begin(), ledger.recoveries.end(), [&](const Recovery& each) {
        return each.of && each.of == payment && scene.knows(each.by);
    });
    return found == ledger.recoveries.end() ? nullptr : &*found;
}

// The bank sends back what went out beside: it lies with the court again, and the case stands where it stood.
Taken take_beside_back(Ledger& ledger, Recovery& beside, const Scene& scene) {
    const domain::Fen owed = top_up(ledger.to_recover, ledger.recovered);
    const bool is_back = std::any_of(ledger.came_back.begin(), ledger.came_back.end(),
                                     [&](const NotedMoney& each) { return each.proof == beside.of->text(); });
    if (is_back || owed.value == 0) return {refuse("pay.not_paid"), {}};
    beside.back = std::min(owed, beside.amount);
    come_back(ledger, {scene.fact.id, beside.back, scene.fact.day(), beside.of->text()});
    return {};
}

// Where money is, or was, taken back for fraud, a broken promise or a refusal, what the bank sends back is owed no
// more, and not paid again: it stays with the court, as after any stop. What was deducted alone (A10) is another
// matter: the grant stands, so what came back is paid again and the deduction owed still, as between two parts; whether
// it is to be so the leader is asked (money_tasks.cpp).
Taken take_bank_return(Ledger& ledger, const Scene& scene) {
    if (Recovery* beside = find_beside(ledger, scene)) return take_beside_back(ledger, *beside, scene);
    const Status status = scene.so_far.status;
    const bool is_late = status == Status::Recovery || status == Status::Closed;
    const bool is_taken_back = is_late && ledger.to_recover > plus(ledger.deducted, ledger.beside());
    const bool stops = is_taken_back && !ledger.stopped && has_grant(scene.so_far);
    Taken taken = take_return(ledger, scene);
    if (taken.refused) return taken;
    if (!ledger.recoveries.empty()) ledger.sent_back = scene.fact.id;
    if (is_taken_back) taken.next.reset();
    if (stops) stop_paying(ledger, scene.fact);
    if (is_taken_back || ledger.stopped) owe_no_more_than_paid(ledger);
    return taken;
}

// By what names that very return: any other remark, also of a leader who knows of it, is on another matter.
void hear_leader(Ledger& ledger, const Scene& scene) {
    const bool answers = ledger.sent_back && scene.fact.fact("about") == ledger.sent_back;
    if (scene.role == Role::Leader && answers && scene.knows(*ledger.sent_back)) ledger.sent_back.reset();
}

Verdict check_recovery(const Ledger& ledger, const Scene& scene) {
    const std::string_view ground = scene.fact.text("ground");
    const domain::Fen amount = scene.fact.money("amount");
    const bool is_refused = scene.so_far.ballots.decision && !scene.so_far.ballots.decision->granted;
    if (is_refused != (ground == "urgent_refused")) return refuse("recovery.ground");
    // What was given in need is not taken back from those who come after the dead; what was got by fraud is.
    if (scene.so_far.status == Status::Terminated && ground != "fraud") return refuse("recovery.ground");
    const auto& commitment = scene.so_far.findings.commitment;
    if (ground == "promise_broken" && (!commitment || commitment->given != "given"))
        return refuse("recovery.commitment");
    const domain::Fen out = plus(ledger.paid(), ledger.beside()), left = top_up(out, ledger.to_recover);
    if (is_refused) return amount == left ? Verdict{} : refuse("recovery.amount");
    const domain::Fen limit =
        ground == "enforced" ? deduction_limit(out, ledger.to_recover, top_up(ledger.enforced, ledger.deducted)) : left;
    return amount > limit ? refuse("recovery.amount") : std::nullopt;
}

// Of what its author knew. Whether anything was open.
bool weigh(Ledger& ledger, const Scene& scene) {
    bool is_any = false;
    for (Enforcement& each : ledger.enforcements) {
        if (each.weighed || !scene.knows(each.money.by)) continue;
        each.weighed = scene.fact.id;
        is_any = true;
    }
    return is_any;
}

// The hardship is there still: what was collected is left to the person, and why.
Taken leave_enforced(Ledger& ledger, const Scene& scene) {
    return {weigh(ledger, scene) ? Verdict{} : refuse("enforced.none"), {}};
}

// Of several decisions, or of several payments that come back, the one that is named, else the first that the server
// knew and nobody has served.
void tell_recovery(Ledger& ledger, const Scene& scene) {
    const auto named = scene.fact.fact("decision");
    for (Recovery& each : ledger.recoveries) {
        if (each.paper() != scene.fact.text("paper") || !scene.knows(each.by)) continue;
        if (named ? each.by != *named : each.told.has_value()) continue;
        if (!each.told) each.told = scene.fact.id;
        return;
    }
}

Taken take_recovery(Ledger& ledger, const Scene& scene) {
    if (auto no = check_recovery(ledger, scene)) return {std::move(no), {}};
    const auto until = scene.fact.date("until");
    if (until && *until < scene.fact.signed_day()) return {refuse("recovery.until"), {}};
    ledger.recovery = scene.fact.id;
    ledger.recoveries.push_back({scene.fact.id,
                                 std::string(scene.fact.text("ground")),
                                 scene.fact.money("amount"),
                                 scene.fact.day(),
                                 until,
                                 {},
                                 {},
                                 false});
    ledger.to_recover = plus(ledger.to_recover, scene.fact.money("amount"));
    const bool deducts = scene.fact.text("ground") == "enforced";
    if (deducts) ledger.deducted = plus(ledger.deducted, scene.fact.money("amount"));
    if (deducts) weigh(ledger, scene);
    if (scene.so_far.status != Status::PaidPart) return {};
    // What was collected is deducted from what was paid (A10); what was granted and is not paid yet goes on being paid.
    if (deducts) return {{}, Status::PaidPart};
    stop_paying(ledger, scene.fact);
    return {};
}

Taken take_recovered(Ledger& ledger, const Scene& scene) {
    if (noted_before(ledger, scene)) return {refuse(std::string(kMoneyTwice)), {}};
    const NotedMoney now = noted(scene.fact);
    for (const NotedMoney& each : ledger.came_back)
        if (each.amount == now.amount && each.day == now.day && each.proof == now.proof)
            return {refuse("recovered.same"), {}};
    if (plus(ledger.recovered, now.amount) > ledger.to_recover) return {refuse("recovered.more"), {}};
    come_back(ledger, now);
    return {};
}

// The leader has found out that it went out: it is nothing that the case pays, and comes back.
Taken reclaim(Ledger& ledger, const Scene& scene) {
    const auto payment = scene.fact.fact("payment");
    const Entry* entry = payment && scene.knows(*payment) ? scene.so_far.entry(*payment) : nullptr;
    if (entry == nullptr || !is_beside(scene.so_far, *entry)) return {refuse("stray.none"), {}};
    const domain::Fen amount = amount_of(*scene.order.facts[*scene.order.place_of(*payment)], scene.order);
    if (amount.value == 0) return {refuse("stray.none"), {}};
    const auto until = scene.fact.date("until");
    if (until && *until < scene.fact.signed_day()) return {refuse("recovery.until"), {}};
    std::erase_if(ledger.stray, [&](const StrayPayment& each) { return each.by == *payment; });
    ledger.recoveries.push_back({scene.fact.id,
                                 std::string(kBeside),
                                 amount,
                                 scene.fact.day(),
                                 until,
                                 {},
                                 payment,
                                 entry->kind == "urgent_paid"});
    ledger.to_recover = plus(ledger.to_recover, amount);
    return {};
}

// The decision stands as it was: who owes the money owes it still, and whatever comes of it counts.
Taken give_recovery_up(Ledger& ledger) {
    if (ledger.open_recovery().value == 0) return {refuse("recovery.none"), {}};
    ledger.given_up = plus(ledger.given_up, ledger.open_recovery());
    return {};
}

// What is paid of a claim makes it less. Two who did not know of each other: the larger stands.
void keep_claim(Ledger& ledger, const Scene& scene) {
    std::optional<SpecialClaim>& claim = ledger.claim;
    const bool knows = claim && scene.knows(claim->by);
    if (!scene.fact.yes("kept_as_claim")) {
        if (knows) claim->amount = top_up(claim->amount, scene.fact.money("amount"));
        return;
    }
    const domain::Fen amount = scene.fact.money("claim");
    if (claim && !knows && amount <= claim->amount) return;
    claim = SpecialClaim{scene.fact.id, amount, scene.fact.day()};
}

Taken take_enforced(Ledger& ledger, const Scene& scene) {
    if (noted_before(ledger, scene)) return {refuse(std::string(kMoneyTwice)), {}};
    ledger.enforced = std::min(plus(ledger.enforced, scene.fact.money("amount")), domain::kFenMax);
    ledger.enforcements.push_back({noted(scene.fact), {}});
    keep_claim(ledger, scene);
    return {};
}

bool is_unasked(const Ledger& ledger, const AidCase& so_far) {
    const bool orders = std::any_of(ledger.orders.begin(), ledger.orders.end(),
                                    [](const PayOrder& each) { return each.is_out() && !each.confirmed; });
    const bool urgent = ledger.urgent && ledger.urgent->paid && !ledger.urgent->confirmed && has_grant(so_far);
    return orders || urgent;
}

template <class Payment>
bool is_short(const Payment& each) {
    return each.confirmed && !each.came_whole && !each.asks_no_more;
}

bool is_any_short(const Ledger& ledger, const AidCase& so_far) {
    const bool orders = std::any_of(ledger.orders.begin(), ledger.orders.end(),
                                    [](const PayOrder& each) { return each.is_out() && is_short(each); });
    return orders || (ledger.urgent && ledger.urgent->paid && is_short(*ledger.urgent) && has_grant(so_far));
}

domain::Fen sum_of(const std::vector<PayOrder>& orders, bool (PayOrder::*counts)() const) {
    domain::Fen sum;
    for (const PayOrder& order : orders)
        if ((order.*counts)()) sum.value += order.amount.value;
    return sum;
}

}  // namespace

bool says_nothing(std::string_view code) { return code == "role" || code == "member" || code.starts_with("field."); }

Verdict wrong_claim(const Fact& fact) {
    if (fact.kind != "enforced" || fact.yes("kept_as_claim") == fact.has("claim")) return std::nullopt;
    return refuse("enforced.claim");
}

namespace {

// A payment of which whoever closes had not heard keeps nobody from it.
Verdict may_be_closed_by(const Ledger& ledger, const Scene& scene) {
    Verdict no = may_close(ledger, scene.so_far);
    if (!no || no->code != "close.stray") return no;
    Ledger known = ledger;
    std::erase_if(known.stray, [&scene](const StrayPayment& each) { return !scene.knows(each.by); });
    return may_close(known, scene.so_far);
}

}  // namespace

Verdict refused_end(const Ledger& ledger, const Fact& fact) {
    if (ledger.urgent_paid().value == 0) return std::nullopt;
    if (fact.kind == "terminated" && fact.text("ground") == "died") return std::nullopt;
    return refuse("urgent.undecided");
}

Verdict may_close(const Ledger& ledger, const AidCase& so_far) {
    if (ledger.open_recovery().value > 0 || is_urgent_to_take_back(ledger, so_far)) return refuse("close.recovery");
    if (!is_out_of_reach(so_far.care)) {
        if (is_unasked(ledger, so_far)) return refuse("close.money");
        if (is_any_short(ledger, so_far)) return refuse("close.not_whole");
    }
    const auto is_crossed = [](const StrayPayment& each) { return each.is_crossed; };
    if (std::any_of(ledger.stray.begin(), ledger.stray.end(), is_crossed)) return refuse("close.stray");
    if (ledger.left().value > 0 || ledger.lies().value > 0) return refuse("close.fund");
    if (ledger.awaited().value > 0) return refuse("close.request");
    return std::nullopt;
}

domain::Fen Ledger::open_recovery() const { return top_up(to_recover, plus(recovered, given_up)); }

domain::Fen Ledger::urgent_paid() const { return urgent && urgent->paid ? urgent->amount : domain::Fen{}; }

domain::Fen Ledger::ordered() const { return sum_of(orders, &PayOrder::is_live); }

domain::Fen Ledger::paid_by_order() const { return sum_of(orders, &PayOrder::is_out); }

domain::Fen Ledger::paid() const { return plus(urgent_paid(), paid_by_order()); }

domain::Fen Ledger::lies() const {
    domain::Fen sum;
    for (const NotedMoney& each : lying)
        sum = plus(sum, each.amount);
    return {sum.value - lying_used.value - lying_back.value};
}

domain::Fen Ledger::beside() const {
    domain::Fen sum;
    for (const Recovery& each : recoveries)
        if (each.of) sum = plus(sum, each.amount);
    return sum;
}

domain::Fen Ledger::left() const { return left_by(*this, knows_any); }

domain::Fen Ledger::awaited() const { return stopped && !recalled ? top_up(requested, arrived) : domain::Fen{}; }

bool is_beside(const AidCase& of, const Entry& entry) {
    const ActRule* rule = entry.kind == "pay_made" || entry.kind == "urgent_paid" ? find_act(entry.kind) : nullptr;
    if (rule == nullptr || !entry.role || !rule->who.has(*entry.role) || says_nothing(entry.code)) return false;
    if (entry.standing == Standing::InForce || entry.standing == Standing::Unknown) return false;
    return !of.ledger.is_beside(entry.id);
}

std::optional<FactId> noted_before(const Ledger& ledger, const Scene& scene) {
    const std::string_view kind = scene.fact.kind;
    const auto any = [](const NotedMoney&, const NotedMoney&) { return true; };
    if (kind == "fund_arrived") {
        const auto same = unknown_same(ledger.arrivals, scene, any);
        return same || scene.fact.yes("lay") ? same : unknown_same(ledger.lying, scene, any);
    }
    if (kind == "recovered")
        return unknown_same(ledger.came_back, scene, [](const NotedMoney& a, const NotedMoney& b) {
            return a.proof == b.proof || a.day == b.day;
        });
    if (kind != "enforced") return std::nullopt;
    std::vector<NotedMoney> all;
    for (const Enforcement& each : ledger.enforcements)
        all.push_back(each.money);
    return unknown_same(all, scene, any);
}

bool Ledger::is_beside(const FactId& payment) const {
    return std::any_of(recoveries.begin(), recoveries.end(), [&](const Recovery& each) { return each.of == payment; });
}

const PayOrder* Ledger::find(const FactId& id) const {
    const auto found = std::find_if(orders.begin(), orders.end(), [&](const PayOrder& each) { return each.by == id; });
    return found == orders.end() ? nullptr : &*found;
}

namespace {

Taken take_money(Ledger& ledger, const Scene& scene, const Offices& offices) {
    const std::string_view kind = scene.fact.kind;
    if (is_about_money(kind))
        if (auto no = refused_number(scene.fact)) return {std::move(no), {}};
    if (kind == "withdrawn" || kind == "terminated") return {refused_end(ledger, scene.fact), {}};
    if (kind == "closed") return {may_be_closed_by(ledger, scene), {}};
    if (kind.starts_with("urgent_")) return take_urgent(ledger, scene, offices);
    if (kind == "fund_requested") return take_fund_requested(ledger, scene);
    if (kind == "fund_arrived") return take_fund_arrived(ledger, scene);
    if (kind == "fund_recalled") return take_recall(ledger, scene);
    if (kind == "enforced_left") return leave_enforced(ledger, scene);
    if (kind == "served") tell_recovery(ledger, scene);
    if (kind == "remarked") hear_leader(ledger, scene);
    if (kind == "remarked") hear_of_proofs(ledger, scene);
    if (kind == "fund_returned") return take_fund_returned(ledger, scene, offices);
    if (kind == "applicant_called") return take_called(ledger, scene);
    if (kind == "pay_ordered") return take_order(ledger, scene);
    if (kind == "pay_released") return take_release(ledger, scene);
    if (kind == "pay_made") return take_payment(ledger, scene, offices);
    if (kind == "payment_stopped") return take_stop(ledger, scene);
    if (kind == "pay_returned") return take_bank_return(ledger, scene);
    if (kind == "money_confirmed") return take_confirmation(ledger, scene);
    if (kind == "enforced") return take_enforced(ledger, scene);
    if (kind == "recovery_decided") return take_recovery(ledger, scene);
    if (kind == "payment_reclaimed") return reclaim(ledger, scene);
    if (kind == "recovered") return take_recovered(ledger, scene);
    if (kind == "recovery_given_up") return give_recovery_up(ledger);
    return {};
}

}  // namespace

Taken take(Ledger& ledger, const Scene& scene, const Offices& offices) {
    Taken taken = take_money(ledger, scene, offices);
    if (!taken.refused) note_serial(ledger, scene);
    return taken;
}

void note_unmade_request(Ledger& ledger, const Scene& scene, std::string_view code) {
    constexpr std::array<std::string_view, 3> kCodes{"status", "fund.decision", "fund.amount"};
    const bool is_refused_so = std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
    if (scene.fact.kind != "fund_requested" || !is_refused_so || !is_upon_unmade_grant(scene)) return;
    ledger.unmade.push_back({scene.fact.id, scene.fact.money("amount"), {}});
}

bool moves_lying(const Ledger& ledger, std::string_view kind) {
    if (kind == "fund_arrived") return ledger.still_sent().value > 0;
    if (kind == "fund_recalled") return ledger.is_recall_due();
    return kind == "fund_returned" && ledger.lies().value > 0;
}

void note_refused(Ledger& ledger, const Scene& scene, const std::string& code, bool is_crossed) {
    const Fact& fact = scene.fact;
    const bool is_urgent = fact.kind == "urgent_paid";
    if ((!is_urgent && fact.kind != "pay_made") || says_nothing(code)) return;
    ledger.stray.push_back({fact.id, code, amount_of(fact, scene.order), is_crossed, is_urgent});
}

}  // namespace courtyard::cases
