#include "app/cases/lacking.hpp"

#include <algorithm>
#include <array>

#include "app/cases/ledger_parts.hpp"
#include "app/cases/next_tasks.hpp"

namespace courtyard::cases {

namespace {

// Money that goes out in a hurry is handed over as any other: by two, who say what it is.
Verdict lacks_handing_over(const Fact& fact) {
    for (const char* field : {"way", "relation", "explained", "officers"})
        if (!fact.has(field)) return refuse("field." + std::string(field));
    return std::nullopt;
}

// Cash leaves no trace of its own.
Verdict lacks_recording(const AidCase& aid_case, const Fact& fact) {
    const auto named = fact.fact("order");
    const PayOrder* order = named ? aid_case.ledger.find(*named) : nullptr;
    const bool is_cash = order != nullptr && order->way == "cash";
    return is_cash && !fact.has("recording") ? refuse("field.recording") : std::nullopt;
}

// Aid stands in for what the lawsuit owes: why somebody is to get more than that, a report says.
Verdict lacks_reason_above(const Fact& fact) {
    const bool is_above = fact.has("unpaid") && fact.money("amount") > fact.money("unpaid");
    return is_above && !fact.has("above") ? refuse("field.above") : std::nullopt;
}

// What lies with the court may be what was meant, or finance sent it anew.
Verdict lacks_which(const AidCase& aid_case, const Fact& fact) {
    return aid_case.ledger.lies().value > 0 && !fact.has("lay") ? refuse("field.lay") : std::nullopt;
}

// Otherwise the same aid goes out a second time.
Verdict lacks_leader(const AidCase& aid_case, const Fact& fact) {
    const bool pays = fact.kind == "pay_ordered" || fact.kind == "pay_released" || fact.kind == "pay_made";
    return pays && is_urgent_beside(aid_case) ? refuse("pay.stray") : std::nullopt;
}

// Urgent aid that was approved is paid, and counts (A8): whoever knows of it leaves room for it. What was signed
// without it stands.
Verdict lacks_room(const AidCase& aid_case, const Fact& fact) {
    const Ledger& ledger = aid_case.ledger;
    if (!is_urgent_owed(ledger, aid_case)) return std::nullopt;
    const domain::Fen amount = fact.money("amount");
    const bool is_less = amount.value > 0 && amount < ledger.urgent->amount;
    if (fact.kind == "report_written" && is_less && fact.text("proposal") == "grant") return refuse("report.urgent");
    if (fact.kind == "vote_cast" && is_less && fact.text("choice") == "grant") return refuse("vote.urgent");
    const bool asks = fact.kind == "fund_requested" && due_at_most(ledger, aid_case).value > 0;
    const bool is_more = asks && ledger.requested.value + amount.value > due(ledger, aid_case).value;
    return is_more ? refuse("fund.amount") : std::nullopt;
}

bool has_conclusion(const Fact& visit, std::string_view outcome) {
    const std::vector<std::string> said = visit.texts("conclusions");
    return std::find(said.begin(), said.end(), outcome) != said.end();
}

// A person concludes; what was told is not left without a conclusion.
Verdict lacks_conclusion(const AidCase& aid_case, const Fact& visit) {
    for (const ToldOutcome* each : told_outcomes(visit))
        if (!has_conclusion(visit, each->outcome)) return refuse(std::string(each->code));
    const bool is_early = has_conclusion(visit, "O1") && is_too_early("O1", aid_case.status);
    return is_early ? refuse("revisit.early") : std::nullopt;
}

bool is_about_alert(const Fact& fact) { return fact.kind == "alert_handled" || fact.kind == "alert_passed"; }

}  // namespace

Verdict lacks(const AidCase& aid_case, const Fact& fact) {
    if (is_about_alert(fact) && leaves_open_which(aid_case.care, fact)) return refuse("alert.what");
    if (fact.kind == "revisit_made") return lacks_conclusion(aid_case, fact);
    if (rests_on_opinion(fact.kind, aid_case.status) && is_opinion_at_odds(aid_case)) return refuse("opinion.open");
    if (fact.kind == "urgent_paid") return lacks_handing_over(fact);
    if (auto no = lacks_leader(aid_case, fact)) return no;
    if (auto no = lacks_room(aid_case, fact)) return no;
    if (fact.kind == "report_written") return lacks_reason_above(fact);
    if (fact.kind == "fund_arrived") return lacks_which(aid_case, fact);
    if (fact.kind == "pay_made") return lacks_recording(aid_case, fact);
    if (fact.kind != "closed") return std::nullopt;
    if (aid_case.ledger.is_recall_due()) return refuse("close.request");
    return may_close(aid_case.care);
}

Verdict lacks_beside(std::optional<domain::Fen> told_unpaid, const Fact& fact) {
    if (!told_unpaid || fact.kind != "report_written" || fact.text("proposal") != "grant") return std::nullopt;
    if (fact.has("unpaid"))
        return fact.money("unpaid") == *told_unpaid || fact.has("unlike") ? Verdict{} : refuse("field.unlike");
    return fact.money("amount") > *told_unpaid && !fact.has("above") ? refuse("field.above") : Verdict{};
}

}  // namespace courtyard::cases
