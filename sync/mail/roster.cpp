#include "sync/mail/roster.hpp"

#include <algorithm>
#include <array>

namespace courtyard::mail {

namespace {

constexpr std::array kRoles = {Role::Registrar, Role::Judge, Role::Committee, Role::Caller, Role::Leader};

template <class List, class Id>
auto find_by_id(const List& list, const Id& id) -> decltype(&list.front()) {
    const auto at =
        std::lower_bound(list.begin(), list.end(), id, [](const auto& each, const Id& key) { return each.id < key; });
    return at != list.end() && at->id == id ? &*at : nullptr;
}

// Who holds a machine, as far as mailboxes care.
enum class Holder { Kiosk, Registrar, Judge, OtherStaff };

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
};

Holder holder_of(Role role) {
    switch (role) {
        case Role::Registrar: return Holder::Registrar;
        case Role::Judge: return Holder::Judge;
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
    }
    return "";
}

base::Result<Role> parse_role(std::string_view text) {
    for (const Role role : kRoles) {
        if (name_of(role) == text) return role;
    }
    return base::fail("roster.role", "a role is one of registrar, judge, committee, caller, leader");
}

bool may(const Roster& roster, const Machine& machine, Action action, const MailboxName& mailbox) {
    if (mailbox.court != roster.court || machine.standing != Standing::Active) return false;
    Holder holder = Holder::Kiosk;
    if (machine.kind == MachineKind::Laptop) {
        const Person* person = machine.person ? find_person(roster, *machine.person) : nullptr;
        if (person == nullptr || person->standing != Standing::Active) return false;
        holder = holder_of(person->role);
    }
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
