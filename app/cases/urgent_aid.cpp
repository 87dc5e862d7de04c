// First aid in need, papers afterwards (P12, A7 to A9):
//
// "urgent.necessity"  above three months' wages without saying why it is necessary (A7)
// "urgent.ceiling"    above six months' wages (A7)
// "urgent.twice"      urgent aid was approved or paid already
// "urgent.proposal"   no proposal of this case
// "urgent.self"       approved by whoever proposed it
// "urgent.approval"   paid without an approval that its author had seen
// "urgent.amount"     paid another amount than was approved
// "urgent.granted"    finance was asked for so much of the grant that it would be paid twice: the rest is paid by order
// and how it went (ledger_parts.hpp), where the fact says so
// What was approved is paid as long as the approval stands, also when the case was filed meanwhile: a need does not end
// with a number. Who paid without having heard that aid was refused has paid it, and it is taken back (A8).
// Of money that the bank sent back: "pay.order", "pay.not_paid"; while others say that it came: "pay.at_odds".
#include <algorithm>

#include "app/cases/aid_case.hpp"
#include "app/cases/amounts.hpp"
#include "app/cases/ledger_parts.hpp"
#include "app/cases/money_at_odds.hpp"

namespace courtyard::cases {

namespace {

// The one that was approved, else the last.
void choose(Ledger& ledger) {
    const auto approved = std::find_if(ledger.proposals.begin(), ledger.proposals.end(),
                                       [](const UrgentAid& each) { return each.approved.has_value(); });
    ledger.urgent = approved == ledger.proposals.end() ? ledger.proposals.back() : *approved;
}

UrgentAid* find_urgent(Ledger& ledger, const Scene& scene) {
    const auto id = scene.fact.fact("proposal");
    const auto found = std::find_if(ledger.proposals.begin(), ledger.proposals.end(),
                                    [&](const UrgentAid& each) { return each.proposed == id; });
    return found == ledger.proposals.end() || !scene.knows(found->proposed) ? nullptr : &*found;
}

bool is_approved(const Ledger& ledger) { return ledger.urgent && ledger.urgent->approved; }

Taken propose(Ledger& ledger, const Scene& scene) {
    const Fact& fact = scene.fact;
    const domain::Fen amount = fact.money("amount"), wage = fact.money("wage");
    if (is_approved(ledger)) return {refuse("urgent.twice"), {}};
    if (amount > urgent_limit(wage, true)) return {refuse("urgent.ceiling"), {}};
    if (amount > urgent_limit(wage, false) && !fact.has("necessity")) return {refuse("urgent.necessity"), {}};
    UrgentAid aid;
    aid.proposed = fact.id;
    aid.amount = amount;
    aid.wage = wage;
    aid.proposer = fact.author;
    ledger.proposals.push_back(std::move(aid));
    choose(ledger);
    return {};
}

Taken approve(Ledger& ledger, const Scene& scene) {
    UrgentAid* aid = find_urgent(ledger, scene);
    if (aid == nullptr) return {refuse("urgent.proposal"), {}};
    if (is_approved(ledger)) return {refuse("urgent.twice"), {}};
    if (aid->proposer == scene.fact.author) return {refuse("urgent.self"), {}};
    aid->approved = scene.fact.id;
    choose(ledger);
    return {};
}

bool is_before_filing(Status status) {
    return Statuses{Status::Received, Status::AskDept, Status::NeedMore, Status::ToFiling, Status::UrgentPaid}.has(
        status);
}

// Paid again after the decision, it may be the last that the case waited for.
std::optional<Status> after_urgent_paid(const Ledger& ledger, const AidCase& so_far) {
    if (is_before_filing(so_far.status)) return Status::UrgentPaid;
    const bool pays = so_far.status == Status::Notified || so_far.status == Status::PaidPart;
    return pays && ledger.paid_by_order() == due(ledger, so_far) ? std::optional(Status::Paid) : std::nullopt;
}

// Older facts say nothing of it.
Verdict check_evidence(const Scene& scene, const Offices& offices) {
    if (scene.fact.has("officers"))
        if (auto no = check_officers(scene, offices)) return no;
    return scene.fact.has("way") ? check_way(scene) : std::nullopt;
}

Taken pay(Ledger& ledger, const Scene& scene, const Offices& offices) {
    UrgentAid* aid = find_urgent(ledger, scene);
    if (aid == nullptr) return {refuse("urgent.proposal"), {}};
    if (aid->paid) return {refuse("urgent.twice"), {}};
    if (!aid->approved || !scene.knows(*aid->approved)) return {refuse("urgent.approval"), {}};
    // A second payment is by somebody who knows that the first came back.
    if (!aid->returned.empty() && !scene.knows(aid->returned.back())) return {refuse("urgent.twice"), {}};
    if (knows_money_at_odds(scene)) return {refuse("pay.at_odds"), {}};
    if (aid->amount != scene.fact.money("amount")) return {refuse("urgent.amount"), {}};
    if (!has_room_for(ledger, scene.so_far, aid->amount)) return {refuse(std::string(kUrgentGranted)), {}};
    if (auto no = check_evidence(scene, offices)) return {std::move(no), {}};
    aid->paid = scene.fact.id;
    aid->paid_on = scene.fact.day();
    aid->payers = payers_of(scene.fact);
    choose(ledger);
    return {{}, after_urgent_paid(ledger, scene.so_far)};
}

void unpay(UrgentAid& aid) {
    aid.paid.reset();
    aid.paid_on.reset();
    aid.payers.clear();
    aid.confirmed.reset();
    aid.came = {};
    aid.came_whole = true;
    aid.asks_no_more = false;
}

void keep_as_proposed(Ledger& ledger) {
    for (UrgentAid& each : ledger.proposals)
        if (each.proposed == ledger.urgent->proposed) each = *ledger.urgent;
}

}  // namespace

void put_urgent_beside(Ledger& ledger) {
    ledger.stray.push_back({*ledger.urgent->paid, std::string(kUrgentGranted), ledger.urgent->amount, true, true});
    unpay(*ledger.urgent);
    keep_as_proposed(ledger);
}

// What was granted is not all paid then; a refusal has one thing less to take back.
Taken take_urgent_return(Ledger& ledger, const Scene& scene) {
    const auto named = scene.fact.fact("order");
    auto& aid = ledger.urgent;
    if (!aid || !named || (named != aid->paid && named != aid->proposed) || !scene.knows(*named))
        return {refuse("pay.order"), {}};
    if (!aid->paid) return {refuse("pay.not_paid"), {}};
    aid->returned.push_back(scene.fact.id);
    unpay(*aid);
    keep_as_proposed(ledger);
    const auto& decision = scene.so_far.ballots.decision;
    const bool waits = Statuses{Status::Paid, Status::Revisit, Status::Referred, Status::Recovery, Status::Closed}.has(
        scene.so_far.status);
    if (!waits || ledger.stopped || !decision || !decision->granted) return {};
    return {{}, ledger.paid_by_order().value > 0 ? Status::PaidPart : Status::Notified};
}

Taken take_urgent(Ledger& ledger, const Scene& scene, const Offices& offices) {
    if (scene.fact.kind == "urgent_proposed") return propose(ledger, scene);
    if (scene.fact.kind == "urgent_approved") return approve(ledger, scene);
    return pay(ledger, scene, offices);
}

}  // namespace courtyard::cases
