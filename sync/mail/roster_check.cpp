#include <algorithm>
#include <set>

#include "sync/mail/roster.hpp"

namespace courtyard::mail {

namespace {

using base::Result;

// Words for people: not empty, not endless, no control characters. Whether it is UTF-8 the JSON printer and reader
// check.
bool is_plain(std::string_view text) {
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    return !text.empty() && text.size() <= kNameBytesMax && std::none_of(text.begin(), text.end(), control);
}

template <class List, class Of>
bool rises(const List& list, Of of) {
    return std::adjacent_find(list.begin(), list.end(), [&](const auto& a, const auto& b) { return of(a) >= of(b); }) ==
           list.end();
}

template <class List, class Of>
bool all_differ(const List& list, Of of) {
    std::set<std::decay_t<decltype(of(list.front()))>> seen;
    return std::all_of(list.begin(), list.end(), [&](const auto& each) { return seen.insert(of(each)).second; });
}

Result<void> check_keys(const Roster& roster) {
    const auto same = [](const auto& key) { return key; };
    if (roster.hub_keys.empty() || roster.hub_keys.size() > kHubKeysMax || !all_differ(roster.hub_keys, same)) {
        return base::fail("roster.keys", "a roster names 1 to 4 different keys of its hub");
    }
    if (roster.intake.empty() || roster.intake.size() > kIntakeKeysMax ||
        !rises(roster.intake, [](const IntakeKey& key) { return key.epoch; }) || roster.intake.front().epoch == 0 ||
        !all_differ(roster.intake, [](const IntakeKey& key) { return key.key; })) {
        return base::fail("roster.keys", "a roster names 1 to 64 different intake keys, by rising epoch from 1");
    }
    return {};
}

Result<void> check_persons(const Roster& roster) {
    if (!rises(roster.persons, [](const Person& person) { return person.id; }) ||
        !all_differ(roster.persons, [](const Person& person) { return person.sign_key; })) {
        return base::fail("roster.person",
                          "the persons of a roster are listed by rising id, each with a key of their own");
    }
    for (const Person& person : roster.persons) {
        if (!is_plain(person.name)) {
            return base::fail("roster.person",
                              "the name of person " + person.id.text() + " is empty, too long or not plain");
        }
    }
    return {};
}

Result<void> check_bodies(const Roster& roster) {
    std::set<std::string_view> active;
    for (const Person& person : roster.persons) {
        const bool is_partner = person.role == Role::Partner;
        const MailboxName mailbox{roster.court, Box::Body, person.body};
        const bool good =
            is_partner ? is_body_id(person.body) && mailbox.text().size() <= kMailboxTextMax : person.body.empty();
        if (!good)
            return base::fail("roster.body",
                              "person " + person.id.text() +
                                  ": a partner, and nobody else, has a body: a-z, digits and _, so short "
                                  "that its mailbox's name has at most 32 characters");
        if (is_partner && person.standing == Standing::Active && !active.insert(person.body).second)
            return base::fail("roster.body", "the body " + person.body + " has two active partners: revoke one");
    }
    return {};
}

Result<void> check_machines(const Roster& roster) {
    if (!rises(roster.machines, [](const Machine& machine) { return machine.id; }) ||
        !all_differ(roster.machines, [](const Machine& machine) { return machine.tls_spki; }) ||
        !all_differ(roster.machines, [](const Machine& machine) { return machine.sign_key; })) {
        return base::fail("roster.machine",
                          "the machines of a roster are listed by rising id, each with keys of its own");
    }
    for (const Machine& machine : roster.machines) {
        const bool is_kiosk = machine.kind == MachineKind::Kiosk;
        if (is_kiosk ? machine.person.has_value() || !is_plain(machine.site) : !machine.site.empty()) {
            return base::fail("roster.machine",
                              "machine " + machine.id.text() + ": a kiosk has a site, a laptop has a person");
        }
        if (!is_kiosk && (!machine.person || find_person(roster, *machine.person) == nullptr)) {
            return base::fail("roster.machine", "laptop " + machine.id.text() + " belongs to nobody of this roster");
        }
    }
    return {};
}

}  // namespace

Result<void> check_roster(const Roster& roster) {
    if (!is_court_code(roster.court) || !is_plain(roster.name)) {
        return base::fail("roster.court",
                          "a roster names its court: a code of a-z and 0-9, and a name of at most 120 bytes");
    }
    if (roster.version == 0) return base::fail("roster.version", "the version of a roster counts from 1");
    if (roster.persons.size() > kPersonsMax || roster.machines.size() > kMachinesMax) {
        return base::fail("roster.size", "a roster holds at most 2,000 persons and 20,000 machines");
    }
    TRY(check_keys(roster));
    TRY(check_persons(roster));
    TRY(check_bodies(roster));
    return check_machines(roster);
}

}  // namespace courtyard::mail
