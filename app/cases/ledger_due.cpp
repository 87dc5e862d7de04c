// What is due of a grant beside urgent aid, what is still to come or to come back: read from the ledger.
#include <algorithm>

#include "app/cases/aid_case.hpp"
#include "app/cases/amounts.hpp"
#include "app/cases/ledger_parts.hpp"

namespace courtyard::cases {

bool has_grant(const AidCase& so_far) { return so_far.ballots.decision && so_far.ballots.decision->granted; }

domain::Fen back_by_bank(const Ledger& ledger) {
    domain::Fen sum;
    for (const Recovery& each : ledger.recoveries)
        sum = plus(sum, each.back);
    return sum;
}

bool is_urgent_to_take_back(const Ledger& ledger, const AidCase& so_far) {
    const auto& decision = so_far.ballots.decision;
    return decision && !decision->granted && ledger.urgent_paid() > top_up(ledger.to_recover, ledger.beside());
}

bool may_be_deducted(const AidCase& so_far) {
    const auto& decision = so_far.ballots.decision;
    return (!decision || decision->granted) && so_far.status != Status::Terminated;
}

domain::Fen due(const Ledger& ledger, const AidCase& so_far) {
    return has_grant(so_far) ? top_up(so_far.ballots.decision->amount, urgent_share(ledger, so_far)) : domain::Fen{};
}

domain::Fen due_at_most(const Ledger& ledger, const AidCase& so_far) {
    return has_grant(so_far) ? top_up(so_far.ballots.decision->amount, ledger.urgent_paid()) : domain::Fen{};
}

bool has_room_for(const Ledger& ledger, const AidCase& so_far, domain::Fen amount) {
    return !has_grant(so_far) || plus(ledger.requested, amount) <= so_far.ballots.decision->amount;
}

bool is_urgent_owed(const Ledger& ledger, const AidCase& so_far) {
    return ledger.urgent && ledger.urgent->is_owed() && has_room_for(ledger, so_far, ledger.urgent->amount);
}

bool is_urgent_beside(const AidCase& so_far) {
    const auto& stray = so_far.ledger.stray;
    return std::any_of(stray.begin(), stray.end(), [&so_far](const StrayPayment& each) {
        const Entry* entry = each.is_urgent && each.is_crossed ? so_far.entry(each.by) : nullptr;
        return entry != nullptr && entry->code == kUrgentGranted && entry->standing == Standing::Contradicts;
    });
}

domain::Fen urgent_share(const Ledger& ledger, const AidCase& so_far) {
    return is_urgent_owed(ledger, so_far) ? ledger.urgent->amount : ledger.urgent_paid();
}

domain::Fen Ledger::still_sent() const {
    domain::Fen sum;
    for (const UnmadeRequest& each : unmade)
        sum = std::min(plus(sum, each.open), domain::kFenMax);
    return sum;
}

bool Ledger::is_recall_due() const {
    return awaited().value > 0 || std::any_of(unmade.begin(), unmade.end(), [](const UnmadeRequest& each) {
               return each.open.value > 0 && !each.recalled;
           });
}

domain::Fen Ledger::to_weigh() const {
    const bool is_open =
        std::any_of(enforcements.begin(), enforcements.end(), [](const Enforcement& each) { return !each.weighed; });
    return is_open ? deduction_limit(plus(paid(), beside()), to_recover, top_up(enforced, deducted)) : domain::Fen{};
}

std::vector<domain::Fen> Ledger::open_parts() const {
    domain::Fen settled = top_up(plus(recovered, given_up), back_by_bank(*this));
    std::vector<domain::Fen> out;
    for (const Recovery& each : recoveries) {
        const domain::Fen rest = top_up(each.amount, each.back), part = std::min(settled, rest);
        settled = top_up(settled, part);
        out.push_back(top_up(rest, part));
    }
    return out;
}

}  // namespace courtyard::cases
