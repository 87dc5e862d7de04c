#include <nlohmann/json.hpp>

#include "app/cases/case_json.hpp"

namespace courtyard::cases {

namespace {

using nlohmann::json;

void put(json& out, const char* name, const std::optional<FactId>& id) {
    if (id) out[name] = id->text();
}
void put(json& out, const char* name, const std::optional<domain::Date>& day) {
    if (day) out[name] = day->text();
}

json body_ids_json(const std::map<std::string, FactId>& ids) {
    json out = json::object();
    for (const auto& [body, fact] : ids)
        out[body] = fact.text();
    return out;
}

json json_of(const Referral& from) {
    json out = {{"by", from.by.text()},        {"item", from.item},          {"body", from.body},
                {"asks", from.asks},           {"shared", from.shared},      {"state", name_of(from.state)},
                {"sent", from.sent_on.text()}, {"since", from.since.text()}, {"told", from.told}};
    put(out, "answer_by", from.answer_by);
    put(out, "moved_by", from.moved_by);
    put(out, "double_of", from.double_of);
    if (from.ended) out["ended"] = {{"by", from.ended->by.text()}, {"on", from.ended->on.text()}};
    if (from.partner) out["partner"] = from.partner->text();
    put(out, "letter", from.letter);
    if (from.late) out["late"] = true;
    if (from.by_body) out["by_body"] = true;
    return out;
}

json json_of(const Linkage& from) {
    json out = {{"by", from.by.text()},
                {"court", from.court},
                {"state", name_of(from.state)},
                {"asked", from.asked_on.text()},
                {"since", from.since.text()}};
    put(out, "answer_by", from.answer_by);
    if (from.wanted.value > 0) out["wanted"] = from.wanted.value;
    if (from.granted.value > 0) out["granted"] = from.granted.value;
    if (!from.who.empty()) out["who"] = from.who;
    put(out, "answered_by", from.answered_by);
    put(out, "told", from.told);
    put(out, "double_of", from.double_of);
    return out;
}

json json_of(const Promise& from) {
    json out = {{"by", from.by.text()},
                {"body", from.body},
                {"owner", from.owner},
                {"what", from.what},
                {"made", from.made_on.text()},
                {"due", from.due.text()},
                {"first", from.first_due.text()},
                {"state", name_of(from.state)},
                {"since", from.since.text()},
                {"evidence", from.evidence}};
    put(out, "moved_by", from.moved_by);
    put(out, "closed_by", from.closed_by);
    put(out, "disputed_by", from.disputed_by);
    put(out, "referral", from.referral);
    return out;
}

json json_of(const Revisit& from) {
    json out = {
        {"by", from.by.text()},           {"plan", from.plan},      {"made", from.made}, {"way", from.way},
        {"outcome", from.outcome},        {"day", from.day.text()}, {"slot", from.slot}, {"caller", from.caller.text()},
        {"conclusions", from.conclusions}};
    put(out, "next", from.next);
    put(out, "double_of", from.double_of);
    if (from.urgent_alone) out["urgent_alone"] = true;
    return out;
}

json json_of(const Alert& from) {
    json out = {{"by", from.by.text()}, {"what", from.what}, {"day", from.day.text()}};
    put(out, "passed", from.passed);
    put(out, "handled", from.handled);
    return out;
}

json json_of(const Followup& from) {
    json out = {{"by", from.by.text()}, {"outcome", from.outcome}, {"since", from.since.text()}};
    put(out, "due", from.due);
    put(out, "done", from.done);
    put(out, "passed", from.passed);
    if (from.only_told) out["only_told"] = true;
    return out;
}

json json_of(const AtOdds& from) {
    return {{"earlier", from.earlier.text()}, {"later", from.later.text()}, {"what", from.what}};
}

template <class T>
json list_json(const std::vector<T>& list) {
    json out = json::array();
    for (const T& each : list)
        out.push_back(json_of(each));
    return out;
}

}  // namespace

json json_of(const Care& from) {
    json out = {{"consents", body_ids_json(from.consents)}, {"revocations", body_ids_json(from.revocations)},
                {"referrals", list_json(from.referrals)},   {"promises", list_json(from.promises)},
                {"revisits", list_json(from.revisits)},     {"alerts", list_json(from.alerts)},
                {"followups", list_json(from.followups)}};
    if (!from.at_odds.empty()) out["at_odds"] = list_json(from.at_odds);
    if (!from.linkages.empty()) out["linkages"] = list_json(from.linkages);
    if (from.supervision)
        out["supervision"] = {{"by", from.supervision->by.text()},
                              {"by_whom", from.supervision->by_whom},
                              {"used", from.supervision->used}};
    if (from.gone)
        out["gone"] = {{"by", from.gone->by.text()}, {"what", from.gone->what}, {"day", from.gone->day.text()}};
    return out;
}

}  // namespace courtyard::cases
