#include "app/cases/lacking.hpp"

#include <array>

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

bool is_about_alert(const Fact& fact) { return fact.kind == "alert_handled" || fact.kind == "alert_passed"; }

}  // namespace

Verdict lacks(const AidCase& aid_case, const Fact& fact) {
    if (is_about_alert(fact) && leaves_open_which(aid_case.care, fact)) return refuse("alert.what");
    if (fact.kind == "urgent_paid") return lacks_handing_over(fact);
    if (fact.kind == "report_written") return lacks_reason_above(fact);
    if (fact.kind == "fund_arrived") return lacks_which(aid_case, fact);
    if (fact.kind == "pay_made") return lacks_recording(aid_case, fact);
    return std::nullopt;
}

Verdict lacks_beside(std::optional<domain::Fen> told_unpaid, const Fact& fact) {
    if (!told_unpaid || fact.kind != "report_written" || fact.text("proposal") != "grant") return std::nullopt;
    if (fact.has("unpaid"))
        return fact.money("unpaid") == *told_unpaid || fact.has("unlike") ? Verdict{} : refuse("field.unlike");
    return fact.money("amount") > *told_unpaid && !fact.has("above") ? refuse("field.above") : Verdict{};
}

}  // namespace courtyard::cases
