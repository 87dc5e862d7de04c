#include "sync/mail/roster.hpp"

#include <algorithm>
#include <array>

namespace courtyard::mail {

namespace {

constexpr std::array kRoles = {Role::Registrar, Role::Judge,  Role::Committee,
                               Role::Caller,    Role::Leader, Role::Partner};

template <class List, class Id>
auto find_by_id(const List& list, const Id& id) -> decltype(&list.front()) {
    const auto at =
        std::lower_bound(list.begin(), list.end(), id, [](const auto& each, const Id& key) { return each.id < key; });
    return at != list.end() && at->id == id ? &*at : nullptr;
}

// Who holds a machine, as far as mailboxes care.
enum class Holder { Kiosk, Registrar, Judge, OtherStaff, Partner };

// The one table of permissions: a row allows, what has no row is denied.
struct Grant {
    Holder holder;
    Action action;
    Box box;
};
constexpr std::array kGrants = {
    Grant{Holder::Kiosk, Action::Append, Box::Intake},      // files applications
    Grant{Holder::Kiosk, Action::Read, Box::Public},        // keeps every notice of the county
    Grant{Holder::Registrar, Action::Append, Box::Intake},  // an application that came back from its slip
    Grant{Holder::Registrar, Action::Read, Box::Intake},
    Grant{Holder::Registrar, Action::Append, Box::Public},  // answers
    Grant{Holder::Registrar, Action::Read, Box::Public},
    Grant{Holder::Judge, Action::Append, Box::Intake},
    Grant{Holder::Judge, Action::Read, Box::Intake},
    Grant{Holder::Judge, Action::Append, Box::Public},
    Grant{Holder::Judge, Action::Read, Box::Public},
    Grant{Holder::OtherStaff, Action::Append, Box::Intake},
    Grant{Holder::OtherStaff, Action::Read, Box::Public},
    // Facts are sealed to their case: who is not on it reads nothing, whatever the hub hands out.
    Grant{Holder::Registrar, Action::Append, Box::Cases},
    Grant{Holder::Registrar, Action::Read, Box::Cases},
    Grant{Holder::Judge, Action::Append, Box::Cases},
    Grant{Holder::Judge, Action::Read, Box::Cases},
    Grant{Holder::OtherStaff, Action::Append, Box::Cases},
    Grant{Holder::OtherStaff, Action::Read, Box::Cases},
    // A partner body hears what the court writes to it, answers into the case, and hands people over.
    Grant{Holder::Registrar, Action::Append, Box::Body},
    Grant{Holder::Judge, Action::Append, Box::Body},
    Grant{Holder::OtherStaff, Action::Append, Box::Body},
    Grant{Holder::Partner, Action::Read, Box::Body},
    Grant{Holder::Partner, Action::Append, Box::Cases},
    Grant{Holder::Partner, Action::Append, Box::Intake},
};

Holder holder_of(Role role) {
    switch (role) {
        case Role::Registrar: return Holder::Registrar;
        case Role::Judge: return Holder::Judge;
        case Role::Partner: return Holder::Partner;
        case Role::Committee:
        case Role::Caller:
        case Role::Leader: break;
    }
    return Holder::OtherStaff;
}

}  // namespace

std::string_view name_of(MachineKind kind) { return kind == MachineKind::Kiosk ? "kiosk" : "laptop"; }

std::string_view name_of(Role role) {
    switch (role) {
        case Role::Registrar: return "registrar";
        case Role::Judge: return "judge";
        case Role::Committee: return "committee";
        case Role::Caller: return "caller";
        case Role::Leader: return "leader";
        case Role::Partner: return "partner";
    }
    return "";
}

base::Result<Role> parse_role(std::string_view text) {
    for (const Role role : kRoles) {
        if (name_of(role) == text) return role;
    }
    return base::fail("roster.role", "a role is one of registrar, judge, committee, caller, leader, partner");
}

namespace {

// Of a body's mailbox: there is none without its partner, and it is read by nobody else.
bool is_open_to(const Roster& roster, const Person* person, Action action, const MailboxName& mailbox) {
    if (mailbox.box != Box::Body) return true;
    const Person* partner = find_partner(roster, mailbox.body);
    return partner != nullptr && (action == Action::Append || partner == person);
}

}  // namespace

bool may(const Roster& roster, const Machine& machine, Action action, const MailboxName& mailbox) {
    if (mailbox.court != roster.court || machine.standing != Standing::Active) return false;
    Holder holder = Holder::Kiosk;
    const Person* person = nullptr;
    if (machine.kind == MachineKind::Laptop) {
        person = machine.person ? find_person(roster, *machine.person) : nullptr;
        if (person == nullptr || person->standing != Standing::Active) return false;
        holder = holder_of(person->role);
    }
    if (!is_open_to(roster, person, action, mailbox)) return false;
    return std::any_of(kGrants.begin(), kGrants.end(), [&](const Grant& grant) {
        return grant.holder == holder && grant.action == action && grant.box == mailbox.box;
    });
}

const Machine* find_machine(const Roster& roster, const base::MachineId& id) { return find_by_id(roster.machines, id); }

const Machine* find_machine_by_tls(const Roster& roster, const base::Digest& tls_spki) {
    const auto at = std::find_if(roster.machines.begin(), roster.machines.end(),
                                 [&](const Machine& machine) { return machine.tls_spki == tls_spki; });
    return at == roster.machines.end() ? nullptr : &*at;
}

const Person* find_person(const Roster& roster, const base::PersonId& id) { return find_by_id(roster.persons, id); }

const Person* find_partner(const Roster& roster, std::string_view body) {
    const auto at = std::find_if(roster.persons.begin(), roster.persons.end(), [&](const Person& each) {
        return each.role == Role::Partner && each.body == body && each.standing == Standing::Active;
    });
    return at == roster.persons.end() ? nullptr : &*at;
}

const Person* find_partner(const Roster& roster, const base::KeyId& seal_key) {
    const auto at = std::find_if(roster.persons.begin(), roster.persons.end(), [&](const Person& each) {
        return each.role == Role::Partner && seal::key_id(each.seal_key) == seal_key;
    });
    return at == roster.persons.end() ? nullptr : &*at;
}

const IntakeKey* find_intake_key(const Roster& roster, const base::KeyId& id) {
    const auto at = std::find_if(roster.intake.begin(), roster.intake.end(),
                                 [&](const IntakeKey& key) { return seal::key_id(key.key) == id; });
    return at == roster.intake.end() ? nullptr : &*at;
}

const IntakeKey& newest_intake_key(const Roster& roster) {
    COURTYARD_CHECK(!roster.intake.empty());
    return roster.intake.back();
}

}  // namespace courtyard::mail
