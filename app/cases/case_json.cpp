#include "app/cases/case_json.hpp"

#include <nlohmann/json.hpp>

#include "app/cases/ids_json.hpp"

namespace courtyard::cases {

namespace {

using nlohmann::json;

json entry_json(const Entry& entry) {
    json out = {{"id", entry.id.text()},     {"kind", entry.kind},
                {"by", entry.author.text()}, {"claimed", entry.claimed.ms},
                {"day", entry.day.text()},   {"standing", kStandingNames[static_cast<std::size_t>(entry.standing)]}};
    if (entry.role) out["role"] = name_of(*entry.role);
    if (!entry.code.empty()) out["code"] = entry.code;
    if (entry.against) out["against"] = entry.against->text();
    if (entry.came) out["came"] = entry.came->text();
    return out;
}

json asked_json(const Inquiry::Asked& asked) {
    return {{"by", asked.by.text()}, {"papers", asked.papers}, {"on", asked.on.text()}, {"until", asked.until.text()}};
}

json json_of(const ActsFor& one) {
    json out = {{"by", one.by.text()}, {"since", one.since.text()}};
    for (const auto& [name, text] :
         {std::pair{"name", &one.name}, std::pair{"relation", &one.relation}, std::pair{"phone", &one.phone}})
        if (!text->empty()) out[name] = *text;
    if (one.may_collect) out["may_collect"] = true;
    return out;
}

json json_of(const Acting& acting) {
    json out = {{"disputed", acting.is_disputed}};
    if (acting.guardian) out["guardian"] = json_of(*acting.guardian);
    if (acting.agent) out["agent"] = json_of(*acting.agent);
    if (!acting.before.empty()) out["before"] = acting.before;
    return out;
}

void put_texts(json& out, const AidCase& from) {
    const auto put = [&out](const char* name, const std::string& text) {
        if (!text.empty()) out[name] = text;
    };
    put("applicant", from.applicant);
    put("village", from.village);
    put("source", from.source);
    put("original_case", from.original_case);
    if (from.original_cases.size() > 1) out["original_cases"] = from.original_cases;
    if (from.names.size() > 1) out["names"] = from.names;
    put("number", from.number);
    put("receipt", from.receipt);
    put("notice_key", from.notice_key);
    put("contact_rule", from.contact.rule);
    put("contact_hours", from.contact.hours);
    put("safe_number", from.contact.number);
    put("messages", from.contact.messages);
    put("agreed_word", from.contact.word);
    put("phone", from.contact.phone);
    put("relay", from.contact.relay);
    put("contact_lost", from.contact.lost);
    if (from.contact.is_whole) out["contact_anew"] = true;
    if (from.contact.is_disputed) out["contact_disputed"] = true;
    if (!from.contact.hide.empty()) out["hide_from"] = from.contact.hide;
    if (from.told) out["told"] = from.told->text();
    if (from.application) out["application"] = from.application->text();
}

}  // namespace

json json_of(const Fellows& fellows) {
    json out = json::array();
    for (const Fellow& each : fellows.said) {
        json one = {{"by", each.by.text()}, {"name", each.name}, {"applies", each.applies}};
        if (!each.relation.empty()) one["relation"] = each.relation;
        if (!each.document.empty()) one["document"] = each.document;
        if (!each.guardian.empty()) one["guardian"] = each.guardian;
        out.push_back(std::move(one));
    }
    return out;
}

json json_of(const Inquiry& inquiry) {
    json out = {{"fits", inquiry.fits}, {"came", inquiry.came}};
    if (inquiry.department_asked) out["department_asked"] = inquiry.department_asked->text();
    if (inquiry.department_answered) out["department_answered"] = inquiry.department_answered->text();
    if (inquiry.urgent) out["urgent"] = inquiry.urgent->text();
    if (inquiry.waits) out["waits"] = inquiry.waits->text();
    if (inquiry.unheard) out["unheard"] = inquiry.unheard->text();
    if (inquiry.more) out["more"] = asked_json(*inquiry.more);
    if (inquiry.came_on) out["came_on"] = inquiry.came_on->text();
    for (const CaseId& each : inquiry.of_same_lead)
        out["of_same_lead"].push_back(each.text());
    for (const FactId& each : inquiry.identified)
        out["identified"].push_back(each.text());
    for (const Inquiry::Double& each : inquiry.doubles) {
        json one = {{"asked_by", each.asked_by.text()}, {"where", each.where}, {"same", each.same}};
        if (each.answered_by) one["answered_by"] = each.answered_by->text();
        if (!each.who.empty()) one["who"] = each.who;
        for (const FactId& also : each.also)
            one["also"].push_back(also.text());
        out["doubles"].push_back(std::move(one));
    }
    return out;
}

json json_of(const Findings& findings) {
    json out = {{"categories", findings.categories}, {"found", json::array()}};
    for (const Findings::Found& each : findings.found)
        out["found"].push_back({{"by", each.by.text()}, {"element", each.element}});
    if (findings.commitment)
        out["commitment"] = {{"by", findings.commitment->by.text()}, {"given", findings.commitment->given}};
    for (const Findings::Anew& each : findings.anew) {
        json one = {{"by", each.by.text()}, {"ballot", each.ballot.text()}};
        if (each.answered) one["answered"] = each.answered->text();
        out["anew"].push_back(std::move(one));
    }
    return out;
}

json json_of(const Members& members) {
    json seats = json::object(), conflicts = json::array(), gone = json::object();
    for (const auto& [person, seat] : members.seats)
        seats[person.text()] = {{"as", seat.as}, {"since", seat.since.text()}};
    for (const auto& person : members.in_conflict)
        conflicts.push_back(person.text());
    for (const auto& [person, by] : members.gone)
        gone[person.text()] = by.text();
    json keys = json::object();
    for (const auto& [key, given] : members.keys)
        keys[key] = {{"epoch", given.epoch}, {"persons", ids_json(given.persons)}};
    json out = {{"seats", seats},
                {"in_conflict", conflicts},
                {"panel", ids_json(members.panel)},
                {"epoch", members.epoch},
                {"gone", gone},
                {"keys", keys}};
    for (const auto& [key, persons] : members.stray_keys)
        out["stray_keys"][key] = ids_json(persons);
    if (members.handler) out["handler"] = members.handler->text();
    return out;
}

json json_of(const Accounts& accounts) {
    json given = json::array();
    for (const GivenAccount& each : accounts.given)
        given.push_back({{"by", each.by.text()},
                         {"account", each.record.text()},
                         {"whose", each.whose},
                         {"account_ends", each.ends},
                         {"payee", each.payee}});
    return given;
}

json json_of(const Clock& clock) {
    json pauses = json::array();
    for (const Clock::Pause& pause : clock.pauses) {
        json one = {{"ground", pause.ground}, {"by", pause.by.text()}, {"from", pause.from.text()}};
        if (pause.to) one["to"] = pause.to->text();
        if (pause.until) one["until"] = pause.until->text();
        if (pause.agreed) one["agreed"] = pause.agreed->text();
        pauses.push_back(std::move(one));
    }
    json served = json::array();
    for (const Served& each : clock.served) {
        json one = {{"by", each.by.text()}, {"paper", each.paper}, {"day", each.day.text()}};
        if (each.decision) one["decision"] = each.decision->text();
        served.push_back(std::move(one));
    }
    json out = {{"pauses", pauses}, {"served", served}};
    for (const Hearing& each : clock.hearings) {
        json one = {{"by", each.by.text()}, {"day", each.day.text()}};
        if (each.ended_by) one["ended_by"] = each.ended_by->text();
        out["hearings"].push_back(std::move(one));
    }
    if (clock.complex) out["complex"] = clock.complex->text();
    if (clock.extended) out["extended"] = clock.extended->text();
    return out;
}

std::string write_case(const AidCase& from) {
    json steps = json::array(), entries = json::array();
    for (const Step& step : from.steps)
        steps.push_back({{"to", domain::id(step.to)}, {"by", step.by.text()}, {"day", step.day.text()}});
    for (const Entry& entry : from.entries)
        entries.push_back(entry_json(entry));
    json out = {{"id", from.id.text()},
                {"status", domain::id(from.status)},
                {"stage", name_of(from.stage())},
                {"steps", steps},
                {"facts", entries},
                {"missing", ids_json(from.missing)},
                {"received_on", from.received_on.text()},
                {"inquiry", json_of(from.inquiry)},
                {"findings", json_of(from.findings)},
                {"members", json_of(from.members)},
                {"clock", json_of(from.clock)},
                {"ballots", json_of(from.ballots)},
                {"accounts", json_of(from.accounts)},
                {"ledger", json_of(from.ledger)},
                {"care", json_of(from.care)}};
    put_texts(out, from);
    for (const TakenBack& each : from.accounts.taken_back)
        out["accounts_taken_back"].push_back(
            {{"by", each.by.text()}, {"why", each.why.text()}, {"account", each.record.text()}});
    if (!from.acting.is_empty()) out["acting"] = json_of(from.acting);
    if (!from.fellows.said.empty()) out["fellows"] = json_of(from.fellows);
    return out.dump();
}

}  // namespace courtyard::cases
