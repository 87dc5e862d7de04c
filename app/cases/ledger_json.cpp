#include <nlohmann/json.hpp>

#include "app/cases/case_json.hpp"
#include "app/cases/ids_json.hpp"

namespace courtyard::cases {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 6> kStates{"ordered", "released", "paid", "returned", "confirmed", "stopped"};

void put_id(json& out, const char* name, const std::optional<FactId>& id) {
    if (id) out[name] = id->text();
}

json urgent_json(const UrgentAid& aid) {
    json out = {{"proposed", aid.proposed.text()},
                {"amount", aid.amount.value},
                {"wage", aid.wage.value},
                {"proposer", aid.proposer.text()}};
    if (!aid.returned.empty()) out["returned"] = ids_json(aid.returned);
    put_id(out, "approved", aid.approved);
    put_id(out, "paid", aid.paid);
    put_id(out, "confirmed", aid.confirmed);
    if (aid.paid_on) out["paid_on"] = aid.paid_on->text();
    if (aid.asks_no_more) out["asks_no_more"] = true;
    if (!aid.payers.empty()) out["payers"] = ids_json(aid.payers);
    if (aid.confirmed) out["came"] = {{"amount", aid.came.value}, {"whole", aid.came_whole}};
    return out;
}

json order_json(const PayOrder& order) {
    json out = {{"by", order.by.text()},
                {"orderer", order.orderer.text()},
                {"amount", order.amount.value},
                {"part", order.part},
                {"parts", order.parts},
                {"way", order.way},
                {"payee", order.payee},
                {"account_ends", order.account_ends},
                {"state", kStates[static_cast<std::size_t>(order.state)]}};
    put_id(out, "account", order.account);
    put_id(out, "released", order.released);
    put_id(out, "paid", order.paid);
    put_id(out, "returned", order.returned);
    put_id(out, "confirmed", order.confirmed);
    if (order.paid_on) out["paid_on"] = order.paid_on->text();
    if (order.next) out["next"] = order.next->text();
    if (order.asks_no_more) out["asks_no_more"] = true;
    if (!order.payers.empty()) out["payers"] = ids_json(order.payers);
    if (order.confirmed) out["came"] = {{"amount", order.came.value}, {"whole", order.came_whole}};
    return out;
}

}  // namespace

json json_of(const Ledger& ledger) {
    json proposals = json::array(), orders = json::array(), stray = json::array();
    for (const UrgentAid& aid : ledger.proposals)
        proposals.push_back(urgent_json(aid));
    for (const PayOrder& order : ledger.orders)
        orders.push_back(order_json(order));
    for (const StrayPayment& each : ledger.stray)
        stray.push_back({{"by", each.by.text()},
                         {"code", each.code},
                         {"amount", each.amount.value},
                         {"crossed", each.is_crossed},
                         {"urgent", each.is_urgent}});
    json out = {{"proposals", proposals},
                {"orders", orders},
                {"stray", stray},
                {"requested", ledger.requested.value},
                {"arrived", ledger.arrived.value},
                {"given_back", ledger.given_back.value},
                {"enforced", ledger.enforced.value},
                {"to_recover", ledger.to_recover.value},
                {"recovered", ledger.recovered.value},
                {"deducted", ledger.deducted.value}};
    if (ledger.given_up.value > 0) out["given_up"] = ledger.given_up.value;
    put_id(out, "recovery", ledger.recovery);
    put_id(out, "recalled", ledger.recalled);
    put_id(out, "sent_back", ledger.sent_back);
    if (ledger.claim)
        out["claim"] = {{"by", ledger.claim->by.text()},
                        {"amount", ledger.claim->amount.value},
                        {"since", ledger.claim->since.text()}};
    for (const NotedMoney& each : ledger.lying)
        out["lying"].push_back({{"by", each.by.text()}, {"amount", each.amount.value}});
    if (!ledger.lying.empty()) out["lies"] = ledger.lies().value;
    if (ledger.still_sent().value > 0) out["still_sent"] = ledger.still_sent().value;
    for (const UnmadeRequest& each : ledger.unmade) {
        json one = {{"by", each.by.text()}, {"open", each.open.value}};
        put_id(one, "recalled", each.recalled);
        out["unmade"].push_back(std::move(one));
    }
    for (const Enforcement& each : ledger.enforcements) {
        json one = {{"by", each.money.by.text()}, {"amount", each.money.amount.value}};
        put_id(one, "weighed", each.weighed);
        out["enforcements"].push_back(std::move(one));
    }
    for (const Recovery& each : ledger.recoveries) {
        json one = {{"by", each.by.text()}, {"ground", each.ground}, {"amount", each.amount.value}};
        if (each.until) one["until"] = each.until->text();
        put_id(one, "told", each.told);
        put_id(one, "of", each.of);
        if (each.is_urgent) one["urgent"] = true;
        if (each.back.value > 0) one["back"] = each.back.value;
        out["recoveries"].push_back(std::move(one));
    }
    for (const SameProof& each : ledger.same_proofs) {
        json one = {{"by", each.by.text()}, {"other", each.other.text()}};
        put_id(one, "answered", each.answered);
        out["same_proofs"].push_back(std::move(one));
    }
    if (ledger.stopped) out["stopped"] = {{"by", ledger.stopped->by.text()}, {"ground", ledger.stopped->ground}};
    if (ledger.urgent) out["urgent"] = urgent_json(*ledger.urgent);
    return out;
}

}  // namespace courtyard::cases
