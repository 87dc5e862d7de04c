// What papers say of money: granted, ordered, paid, stopped, taken back.
#include <array>
#include <utility>

#include "app/cases/balance.hpp"
#include "app/domain/text.hpp"
#include "app/printing/court_view.hpp"

namespace courtyard::printing {

std::string payee_of(const cases::Fact& fact) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kBrackets{
        std::pair{"\xEF\xBC\x88", "\xEF\xBC\x89"}, std::pair{"(", ")"}};  // U+FF08 and U+FF09
    const std::string_view payee = fact.text("payee"), relation = fact.text("relation");
    for (const auto& [open, close] : kBrackets) {
        const std::string said = std::string(open) + std::string(relation) + std::string(close);
        if (!relation.empty() && payee.size() > said.size() && payee.ends_with(said))
            return std::string(domain::trim(payee.substr(0, payee.size() - said.size())));
    }
    return std::string(payee);
}

namespace {

using cases::Fact;

CourtValue balance(const CourtView& view) {
    const Fact* decided = view.newest("decided");
    if (decided == nullptr || !decided->has("amount")) return {};
    return money({decided->money("amount").value - urgent_share(view.desk.aid_case.ledger, view.desk.aid_case).value});
}

CourtValue ceiling(const CourtView& view) {
    constexpr std::int64_t kMonths = 36;  // A4 of the domain report
    const Fact* report = view.newest("report_written");
    if (report == nullptr || !report->has("wage")) return {};
    return money({kMonths * report->money("wage").value});
}

// That the order was made on.
const CourtAccount* account_named(const CourtView& view) {
    const auto record = view.about.fact("account");
    const auto found = record ? view.desk.accounts.find(*record) : view.desk.accounts.end();
    return found == view.desk.accounts.end() ? nullptr : &found->second;
}

CourtValue account(const CourtView& view) {
    const auto& words = view.desk.pack.words;
    if (const CourtAccount* named = account_named(view)) return text(named->number);
    const std::string ends(view.about.text("account_ends"));
    return ends.empty() ? CourtValue{} : text(words.text("court.account", {{"ends", ends}}));
}

// What was paid before the decision, each time that it went out: the rows of all payments make the sum.
void add_urgent(const CourtView& view, std::vector<CourtRow>& rows) {
    const auto& urgent = view.desk.aid_case.ledger.urgent;
    for (const Fact* fact : view.facts) {
        if (fact->kind != "urgent_paid") continue;
        const bool stands = urgent && urgent->paid == fact->id;
        CourtRow row;
        for (const char* field : {"amount", "payee", "way"})
            row.cells[field] = field_value(view, *fact, field);
        row.cells["part"] = row.cells["parts"] = {};
        row.cells["on"] = {fact->day()};
        row.cells["state"] = text(!stands ? "returned" : urgent->confirmed ? "confirmed" : "paid");
        rows.push_back(std::move(row));
    }
}

CourtValue payments(const CourtView& view) {
    constexpr std::array<const char*, 6> kStates{"ordered", "released", "paid", "returned", "confirmed", "stopped"};
    std::vector<CourtRow> rows;
    add_urgent(view, rows);
    for (const cases::PayOrder& order : view.desk.aid_case.ledger.orders) {
        const Fact* fact = view.find(order.by);
        if (fact == nullptr) continue;
        CourtRow row;
        for (const char* field : {"part", "parts", "amount", "payee", "way"})
            row.cells[field] = field_value(view, *fact, field);
        row.cells["on"] = order.paid_on ? CourtValue{*order.paid_on} : CourtValue{};
        row.cells["state"] = text(kStates.at(static_cast<std::size_t>(order.state)));
        rows.push_back(std::move(row));
    }
    if (rows.empty()) return {};
    return {std::move(rows)};
}

CourtValue of_order(const CourtView& view, const char* kind, const char* field) {
    const Fact* fact = view.of_about(kind, "order");
    if (fact == nullptr) return {};
    if (std::string_view(field) == "day") return {fact->day()};
    if (std::string_view(field) == "author") return name_of(view, fact->author);
    return field_value(view, *fact, field);
}

// The payment that went out beside what the case pays: its fact is in no force.
const Fact* payment_beside(const CourtView& view) {
    const auto payment = view.about.fact("payment");
    const auto& all = view.desk.facts;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Fact& each) { return each.id == payment; });
    return found == all.end() ? nullptr : &*found;
}

CourtValue reclaim_amount(const CourtView& view) {
    for (const cases::Recovery& each : view.desk.aid_case.ledger.recoveries)
        if (each.by == view.about.id) return money(each.amount);
    return {};
}

CourtValue reclaim_paid_on(const CourtView& view) {
    const Fact* payment = payment_beside(view);
    return payment == nullptr ? CourtValue{} : CourtValue{payment->day()};
}

// Urgent aid says itself who takes it; of a part the order does.
CourtValue reclaim_payee(const CourtView& view) {
    const Fact* payment = payment_beside(view);
    if (payment == nullptr) return {};
    if (payment->has("payee")) return text(payee_of(*payment));
    const auto order = payment->fact("order");
    for (const Fact& each : view.desk.facts)
        if (each.id == order) return text(payee_of(each));
    return {};
}

// Known where the report says what is owed: more than has been collected since.
CourtValue is_partly_enforced(const CourtView& view) {
    const Fact* report = view.newest("report_written");
    const std::int64_t owed = report == nullptr || !report->has("unpaid") ? 0 : report->money("unpaid").value;
    const std::int64_t came = view.desk.aid_case.ledger.enforced.value;
    return {came > 0 && came < owed};
}

constexpr std::array kMoney{
    Made{"ceiling", ceiling},
    Made{"balance", balance},
    Made{"account", account},
    Made{"account_bank",
         [](const CourtView& v) { return text(account_named(v) ? account_named(v)->bank : std::string()); }},
    Made{"account_holder",
         [](const CourtView& v) { return text(account_named(v) ? account_named(v)->holder : std::string()); }},
    Made{"released_by", [](const CourtView& v) { return of_order(v, "pay_released", "author"); }},
    Made{"released_on", [](const CourtView& v) { return of_order(v, "pay_released", "day"); }},
    Made{"paid_on", [](const CourtView& v) { return of_order(v, "pay_made", "day"); }},
    Made{"paid_proof", [](const CourtView& v) { return of_order(v, "pay_made", "proof"); }},
    Made{"paid_officers", [](const CourtView& v) { return of_order(v, "pay_made", "officers"); }},
    Made{"paid_recording", [](const CourtView& v) { return of_order(v, "pay_made", "recording"); }},
    Made{"explained", [](const CourtView& v) { return of_order(v, "pay_made", "explained"); }},
    Made{"payments", payments},
    Made{"urgent_given", [](const CourtView& v) { return money(v.desk.aid_case.ledger.urgent_paid()); }},
    Made{"paid_total", [](const CourtView& v) { return money(v.desk.aid_case.ledger.paid()); }},
    Made{"stopped", [](const CourtView& v) { return money(cases::balance(v.desk.aid_case).stopped); }},
    Made{"reclaim_amount", reclaim_amount},
    Made{"reclaim_payee", reclaim_payee},
    Made{"reclaim_paid_on", reclaim_paid_on},
    Made{"enforced", [](const CourtView& v) { return money(v.desk.aid_case.ledger.enforced); }},
    Made{"enforced_partly", is_partly_enforced},
    Made{"recovered", [](const CourtView& v) { return money(v.desk.aid_case.ledger.recovered); }},
};

}  // namespace

std::span<const Made> money_values() { return kMoney; }

}  // namespace courtyard::printing
