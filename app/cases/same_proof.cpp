// One serial number of the bank is one movement of money that left the court. Money that went out is a matter of fact,
// so no number unmakes a payment: who knows of the other is refused before they sign, and where nobody could know, the
// leader is asked.
#include <algorithm>

#include "app/cases/bank_number.hpp"
#include "app/cases/ledger_parts.hpp"

namespace courtyard::cases {

namespace {

std::string payment_serial(const Fact& fact) {
    const bool leaves = fact.kind == "pay_made" || fact.kind == "urgent_paid" || fact.kind == "fund_returned";
    return leaves ? serial_in(fact.text("proof")) : std::string();
}

}  // namespace

Verdict proves_other_money(const Ledger& ledger, const Fact& fact) {
    const std::string serial = payment_serial(fact);
    const bool is_used = !serial.empty() && std::any_of(ledger.serials.begin(), ledger.serials.end(),
                                                        [&](const auto& each) { return each.serial == serial; });
    return is_used ? refuse("pay.same_proof") : std::nullopt;
}

void note_serial(Ledger& ledger, const Scene& scene) {
    const std::string serial = payment_serial(scene.fact);
    if (serial.empty()) return;
    for (const SerialNoted& each : ledger.serials)
        if (each.serial == serial && !scene.knows(each.by)) ledger.same_proofs.push_back({scene.fact.id, each.by, {}});
    ledger.serials.push_back({scene.fact.id, serial});
}

void hear_of_proofs(Ledger& ledger, const Scene& scene) {
    if (scene.role != Role::Leader) return;
    for (SameProof& each : ledger.same_proofs) {
        const bool is_about = scene.fact.fact("about") == each.by && scene.knows(each.by) && scene.knows(each.other);
        if (is_about && !each.answered) each.answered = scene.fact.id;
    }
}

}  // namespace courtyard::cases
