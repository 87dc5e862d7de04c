// One serial number of the bank is one movement of money that left the court. Money that went out is a matter of fact,
// so no number unmakes a payment: who knows of the other sees it in red before they sign (flow/money_doubt.hpp), and
// where nobody could know, the leader is asked. Only the same words are the same proof: a batch, a day or a telephone
// number stands in many.
#include <algorithm>

#include "app/cases/bank_number.hpp"
#include "app/cases/ledger_parts.hpp"
#include "app/domain/text.hpp"

namespace courtyard::cases {

namespace {

std::string payment_serial(const Fact& fact) {
    const bool leaves = fact.kind == "pay_made" || fact.kind == "urgent_paid" || fact.kind == "fund_returned";
    const std::string proof(domain::trim(fact.text("proof")));
    return leaves && !serial_in(proof).empty() ? proof : std::string();
}

}  // namespace

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
