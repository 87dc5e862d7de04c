#include <algorithm>

#include <nlohmann/json.hpp>

#include "sync/mail/roster.hpp"
#include "sync/seal/signed_document.hpp"

namespace courtyard::mail {

namespace {

using base::Result;
using nlohmann::json;

constexpr int kFormat = 1;
constexpr int kDepthMax = 4;

tl::unexpected<base::Error> wrong(const std::string& what) {
    return base::fail("roster.json", "a roster is not as this program writes it: " + what);
}

std::string_view name_of(Standing standing) { return standing == Standing::Active ? "active" : "revoked"; }

Result<std::string> text_at(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) return wrong(std::string("text expected at ") + key);
    return found->get<std::string>();
}

Result<std::uint32_t> number_at(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_unsigned() || found->get<std::uint64_t>() > UINT32_MAX) {
        return wrong(std::string("a number expected at ") + key);
    }
    return static_cast<std::uint32_t>(found->get<std::uint64_t>());
}

Result<const json*> list_at(const json& object, const char* key, std::size_t size_max) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array() || found->size() > size_max) {
        return wrong(std::string("a list within its limit expected at ") + key);
    }
    for (const json& each : *found) {
        if (!each.is_object() && !each.is_string())
            return wrong(std::string("a list of another kind expected at ") + key);
    }
    return &*found;
}

template <class Value>
Result<Value> value_at(const json& object, const char* key) {
    if (!object.is_object()) return wrong(std::string("an object with ") + key + " expected");
    auto value = Value::parse(TRY(text_at(object, key)));
    if (!value) return wrong(std::string("an id or key expected at ") + key);
    return std::move(*value);
}

Result<Standing> standing_at(const json& object) {
    const std::string text = TRY(text_at(object, "standing"));
    if (text == name_of(Standing::Active)) return Standing::Active;
    if (text == name_of(Standing::Revoked)) return Standing::Revoked;
    return wrong("standing is active or revoked");
}

json print(const Person& person) {
    json object = {{"id", person.id.text()},
                   {"name", person.name},
                   {"role", name_of(person.role)},
                   {"seal_key", person.seal_key.text()},
                   {"sign_key", person.sign_key.text()},
                   {"standing", name_of(person.standing)}};
    if (person.role == Role::Partner) object["body"] = person.body;
    return object;
}

json print(const Machine& machine) {
    json object = {{"id", machine.id.text()},
                   {"kind", name_of(machine.kind)},
                   {"sign_key", machine.sign_key.text()},
                   {"standing", name_of(machine.standing)},
                   {"tls_spki", machine.tls_spki.text()}};
    if (machine.kind == MachineKind::Kiosk) object["site"] = machine.site;
    if (machine.person) object["person"] = machine.person->text();
    return object;
}

Result<Person> read_person(const json& object) {
    Person person;
    person.id = TRY(value_at<base::PersonId>(object, "id"));
    person.name = TRY(text_at(object, "name"));
    const std::string role = TRY(text_at(object, "role"));
    person.role = TRY(parse_role(role));
    person.seal_key = TRY(value_at<seal::SealPublicKey>(object, "seal_key"));
    person.sign_key = TRY(value_at<seal::VerifyKey>(object, "sign_key"));
    person.standing = TRY(standing_at(object));
    if (object.contains("body")) person.body = TRY(text_at(object, "body"));
    return person;
}

Result<Machine> read_machine(const json& object) {
    Machine machine;
    machine.id = TRY(value_at<base::MachineId>(object, "id"));
    const std::string kind = TRY(text_at(object, "kind"));
    if (kind != "kiosk" && kind != "laptop") return wrong("a machine is a kiosk or a laptop");
    machine.kind = kind == "kiosk" ? MachineKind::Kiosk : MachineKind::Laptop;
    if (object.contains("site")) machine.site = TRY(text_at(object, "site"));
    if (object.contains("person")) machine.person = TRY(value_at<base::PersonId>(object, "person"));
    machine.sign_key = TRY(value_at<seal::VerifyKey>(object, "sign_key"));
    machine.tls_spki = TRY(value_at<base::Digest>(object, "tls_spki"));
    machine.standing = TRY(standing_at(object));
    return machine;
}

Result<Roster> read_roster(const json& object) {
    if (!object.is_object()) return wrong("an object expected");
    if (TRY(number_at(object, "format")) != kFormat) return wrong("it is of a format that this program does not know");
    Roster roster;
    roster.court = TRY(text_at(object, "court"));
    roster.name = TRY(text_at(object, "name"));
    roster.version = TRY(number_at(object, "version"));
    for (const json& each : *TRY(list_at(object, "hub_keys", kHubKeysMax))) {
        if (!each.is_string()) return wrong("hub_keys is a list of keys");
        const auto key = seal::VerifyKey::parse(each.get_ref<const std::string&>());
        if (!key) return wrong("hub_keys is a list of keys");
        roster.hub_keys.push_back(*key);
    }
    for (const json& each : *TRY(list_at(object, "intake", kIntakeKeysMax))) {
        IntakeKey key;
        key.key = TRY(value_at<seal::SealPublicKey>(each, "key"));
        key.epoch = TRY(number_at(each, "epoch"));
        roster.intake.push_back(key);
    }
    for (const json& each : *TRY(list_at(object, "persons", kPersonsMax))) {
        roster.persons.push_back(TRY(read_person(each)));
    }
    for (const json& each : *TRY(list_at(object, "machines", kMachinesMax))) {
        roster.machines.push_back(TRY(read_machine(each)));
    }
    return roster;
}

Result<std::string> print_sorted(const Roster& roster) {
    json object = {{"format", kFormat}, {"court", roster.court}, {"name", roster.name}, {"version", roster.version}};
    object["hub_keys"] = json::array();
    object["intake"] = json::array();
    object["persons"] = json::array();
    object["machines"] = json::array();
    for (const seal::VerifyKey& key : roster.hub_keys)
        object["hub_keys"].push_back(key.text());
    for (const IntakeKey& key : roster.intake)
        object["intake"].push_back({{"epoch", key.epoch}, {"key", key.key.text()}});
    for (const Person& person : roster.persons)
        object["persons"].push_back(print(person));
    for (const Machine& machine : roster.machines)
        object["machines"].push_back(print(machine));
    try {
        return object.dump();
    } catch (const json::exception&) {  // the only thing that dump() can dislike
        return wrong("a name is not UTF-8");
    }
}

}  // namespace

Result<std::string> print_roster(Roster roster) {
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    std::sort(roster.persons.begin(), roster.persons.end(), by_id);
    std::sort(roster.machines.begin(), roster.machines.end(), by_id);
    std::sort(roster.intake.begin(), roster.intake.end(),
              [](const auto& a, const auto& b) { return a.epoch < b.epoch; });
    TRY(check_roster(roster));
    return print_sorted(roster);
}

Result<Roster> parse_roster(std::string_view text) {
    if (text.size() > kRosterBytesMax) return base::fail("roster.size", "a roster is at most 8 MiB");
    bool is_too_deep = false;
    const auto watch = [&](int depth, json::parse_event_t, json&) {
        is_too_deep = is_too_deep || depth > kDepthMax;
        return !is_too_deep;
    };
    const json object = json::parse(text.begin(), text.end(), watch, false);
    if (object.is_discarded() || is_too_deep) return wrong("not JSON");
    Roster roster = TRY(read_roster(object));
    TRY(check_roster(roster));
    if (TRY(print_sorted(roster)) != text) return wrong("not in canonical form, or with fields that are not known");
    return roster;
}

Result<base::Bytes> sign_roster(const Roster& roster, base::Instant issued_at, const seal::SigningKey& root) {
    const std::string text = TRY(print_roster(roster));
    return seal::sign_document({seal::DocumentKind::Roster, roster.version, issued_at, base::to_bytes(text)}, root);
}

Result<Roster> open_roster(base::ByteView file, const seal::VerifyKey& root) {
    const seal::SignedDocument document = TRY(seal::open_document(file, seal::DocumentKind::Roster, root));
    Roster roster = TRY(parse_roster(base::as_text(document.payload)));
    if (roster.version != document.version) {
        return base::fail("roster.version", "a roster's version is not that of the document around it: sign it again");
    }
    return roster;
}

}  // namespace courtyard::mail
