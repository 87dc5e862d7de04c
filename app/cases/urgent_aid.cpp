// First aid in need, papers afterwards (P12, A7 to A9):
//
// "urgent.necessity"  above three months' wages without saying why it is necessary (A7)
// "urgent.ceiling"    above six months' wages (A7)
// "urgent.twice"      urgent aid was approved or paid already
// "urgent.proposal"   no proposal of this case
// "urgent.self"       approved by whoever proposed it
// "urgent.approval"   paid without an approval that its author had seen
// "urgent.amount"     paid another amount than was approved
#include <algorithm>

#include "app/cases/amounts.hpp"
#include "app/cases/ledger_parts.hpp"

namespace courtyard::cases {

namespace {

// The one that was approved, else the last.
void choose(Ledger& ledger) {
    const auto approved = std::find_if(ledger.proposals.begin(), ledger.proposals.end(),
                                       [](const UrgentAid& each) { return each.approved.has_value(); });
    ledger.urgent = approved == ledger.proposals.end() ? ledger.proposals.back() : *approved;
}

UrgentAid* find(Ledger& ledger, const Scene& scene) {
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
    UrgentAid* aid = find(ledger, scene);
    if (aid == nullptr) return {refuse("urgent.proposal"), {}};
    if (is_approved(ledger)) return {refuse("urgent.twice"), {}};
    if (aid->proposer == scene.fact.author) return {refuse("urgent.self"), {}};
    aid->approved = scene.fact.id;
    choose(ledger);
    return {};
}

Taken pay(Ledger& ledger, const Scene& scene) {
    UrgentAid* aid = find(ledger, scene);
    if (aid == nullptr) return {refuse("urgent.proposal"), {}};
    if (aid->paid) return {refuse("urgent.twice"), {}};
    if (!aid->approved || !scene.knows(*aid->approved)) return {refuse("urgent.approval"), {}};
    if (aid->amount != scene.fact.money("amount")) return {refuse("urgent.amount"), {}};
    aid->paid = scene.fact.id;
    aid->paid_on = scene.fact.day();
    choose(ledger);
    return {{}, Status::UrgentPaid};
}

}  // namespace

Taken take_urgent(Ledger& ledger, const Scene& scene) {
    if (scene.fact.kind == "urgent_proposed") return propose(ledger, scene);
    if (scene.fact.kind == "urgent_approved") return approve(ledger, scene);
    return pay(ledger, scene);
}

}  // namespace courtyard::cases
