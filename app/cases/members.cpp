// "member.assigned": another assignment, of which its author did not know, gave the case to another judge, or to
// another panel. The other codes: members.hpp.
#include "app/cases/members.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

namespace {

// Which office may take which seat. A registrar judges, too, in a small court: the panel sits with judges of the office
// (P6).
bool may_sit(Role role, std::string_view seat) {
    if (seat == "handler" || seat == "panel") return role == Role::Judge || role == Role::Registrar;
    return seat == name_of(role) || (seat == "committee" && role != Role::Caller);
}

std::string_view seat_of(Role role) { return role == Role::Judge ? "handler" : name_of(role); }

Verdict may_join(const Members& members, const Offices& offices, const base::PersonId& person, std::string_view seat) {
    if (members.in_conflict.contains(person)) return refuse("member.conflict");
    const auto role = offices(person);
    if (!role || !may_sit(*role, seat)) return refuse("member.office");
    return std::nullopt;
}

// By value: the person may be the one that stands in `members`.
void leave(Members& members, base::PersonId person, const FactId& by) {
    if (members.seats.erase(person) > 0) {
        ++members.epoch;
        members.gone.insert_or_assign(person, by);
        // Their laptop forgets the keys: who comes back is given them again.
        for (auto& [key, given] : members.keys)
            given.persons.erase(person);
        for (auto& [key, persons] : members.stray_keys)
            persons.erase(person);
    }
    if (members.handler == person) members.handler.reset();
    std::erase(members.panel, person);
}

bool is_last_registrar(const Members& members, const base::PersonId& person) {
    const auto is_registrar = [](const auto& each) { return each.second.as == "registrar"; };
    const auto found = members.seats.find(person);
    return found != members.seats.end() && found->second.as == "registrar" &&
           std::count_if(members.seats.begin(), members.seats.end(), is_registrar) == 1;
}

// The last assignment that made the person a judge of this case, when the author of the fact did not know of it.
std::optional<FactId> unheard_assignment(const Members& members, const base::PersonId& person, const Scene& scene) {
    const auto& sitting = members.panel;
    if (members.handler != person && std::find(sitting.begin(), sitting.end(), person) == sitting.end())
        return std::nullopt;
    const auto& entries = scene.so_far.entries;
    for (std::size_t at = entries.size(); at-- > 0;) {
        const Entry& each = entries[at];
        if (each.kind != "assigned" || each.standing != Standing::InForce) continue;
        return scene.order.knew(scene.place, at) ? std::nullopt : std::optional(each.id);
    }
    return std::nullopt;
}

// The leaving of somebody who is given a seat by an author who did not know of it. Of a conflict of interest nobody is
// asked: who has one is never seated.
std::optional<FactId> unheard_leaving(const Members& members, const Scene& scene) {
    std::vector<base::PersonId> seated = scene.fact.persons("panel");
    if (const auto handler = scene.fact.person("handler")) seated.insert(seated.begin(), *handler);
    for (const base::PersonId& person : seated) {
        const auto gone = members.gone.find(person);
        if (gone == members.gone.end() || scene.knows(gone->second)) continue;
        const Entry* entry = scene.so_far.entry(gone->second);
        if (entry != nullptr && entry->kind == "left") return gone->second;
    }
    return std::nullopt;
}

Taken take_left(Members& members, const Scene& scene) {
    const auto person = *scene.fact.person("person");
    if (!members.has(person)) return {refuse("member.none"), {}};
    if (person != scene.fact.author && scene.role != Role::Registrar && scene.role != Role::Leader)
        return {refuse("member.others"), {}};
    if (is_last_registrar(members, person)) return {refuse("member.last"), {}};
    if (unheard_assignment(members, person, scene)) return {refuse("member.given"), {}};
    leave(members, person, scene.fact.id);
    return {};
}

// Who declares a conflict of their own, or of somebody else as registrar or leader.
Taken take_conflict(Members& members, const Scene& scene) {
    const auto person = *scene.fact.person("person");
    if (person != scene.fact.author && scene.role != Role::Registrar && scene.role != Role::Leader)
        return {refuse("member.others"), {}};
    if (is_last_registrar(members, person)) return {refuse("member.last"), {}};
    members.in_conflict.insert(person);
    leave(members, person, scene.fact.id);
    return {};
}

bool are_same(std::vector<base::PersonId> a, std::vector<base::PersonId> b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

// Somebody else gave the case to another judge, or to another panel, and neither knew: who has it is for people to say.
bool is_given_unknown(const Members& members, const base::PersonId& handler, const std::vector<base::PersonId>& panel,
                      const Scene& scene) {
    if (!members.handler || (*members.handler == handler && are_same(members.panel, panel))) return false;
    const auto& entries = scene.so_far.entries;
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& each) {
        return each.kind == "assigned" && each.standing == Standing::InForce && !scene.knows(each.id);
    });
}

Taken take_assigned(Members& members, const Scene& scene, const Offices& offices) {
    const auto handler = *scene.fact.person("handler");
    std::vector<base::PersonId> panel = scene.fact.persons("panel");
    if (is_given_unknown(members, handler, panel, scene)) return {refuse("member.assigned"), {}};
    if (unheard_leaving(members, scene)) return {refuse("member.left"), {}};
    if (auto no = may_join(members, offices, handler, "handler")) return {std::move(no), {}};
    for (const auto& person : panel)
        if (auto no = may_join(members, offices, person, "panel")) return {std::move(no), {}};
    // The judge who had it before leaves, unless on the new panel. A registrar who had it is of the office still.
    if (members.handler && *members.handler != handler &&
        std::find(panel.begin(), panel.end(), *members.handler) == panel.end()) {
        if (offices(*members.handler) == Role::Registrar)
            members.seats[*members.handler].as = "registrar";
        else
            leave(members, *members.handler, scene.fact.id);
    }
    const auto sit = [&](const base::PersonId& person, const char* as) {
        const auto found = members.seats.find(person);
        if (found == members.seats.end() || found->second.as != "registrar")
            members.seats[person] = {as, scene.fact.id};
        members.gone.erase(person);
    };
    for (const auto& person : panel)
        sit(person, "panel");
    sit(handler, "handler");
    members.handler = handler;
    members.panel = std::move(panel);
    const bool first = scene.so_far.status == Status::Filed;
    return {{}, first ? std::optional(Status::Review) : std::nullopt};
}

// A key for an epoch that is still to come would be known to who is to be locked out of it, and so would the key of
// somebody who has left and says that they had not heard of it: neither is ever sealed to.
//
// A key that was refused once stays so: it is only handed on to those who have a seat and cannot read what lies under
// it.
//
// Who was given a key and has no seat any more, because what seated them was set aside or crossed by somebody else's
// act, leaves like everybody who leaves: the laptop forgets the case, and another key is made. So is it where somebody
// who had left was given a key of the present epoch by who did not know: two laptops each made a key after a leaving of
// their own, and one of these does not stand.
Taken take_key_given(Members& members, const Fact& fact) {
    if (!members.has(fact.author)) return {refuse("member"), {}};
    const std::string key(fact.text("key"));
    if (const auto stray = members.stray_keys.find(key); stray != members.stray_keys.end()) {
        for (const auto& person : fact.persons("persons"))
            stray->second.insert(person);
        return {};
    }
    const std::int64_t epoch = fact.number("epoch");
    if (epoch < 1 || epoch > std::int64_t{members.epoch}) return {refuse("member.epoch"), {}};
    auto& given = members.keys[key];
    given.epoch = static_cast<std::uint32_t>(epoch);
    bool knows_present = false;
    for (const auto& person : fact.persons("persons")) {
        given.persons.insert(person);
        if (members.has(person)) continue;
        if (members.gone.emplace(person, fact.id).second) ++members.epoch;
        knows_present = true;
    }
    if (knows_present && given.epoch >= members.epoch) members.epoch = given.epoch + 1;
    return {};
}

}  // namespace

const std::set<base::PersonId>* Members::holders_of(const std::string& key) const {
    if (const auto given = keys.find(key); given != keys.end()) return &given->second.persons;
    const auto stray = stray_keys.find(key);
    return stray == stray_keys.end() ? nullptr : &stray->second;
}

std::optional<FactId> crossed_seat(const Members& members, const Scene& scene) {
    return scene.fact.kind == "left" ? unheard_assignment(members, *scene.fact.person("person"), scene)
                                     : unheard_leaving(members, scene);
}

void note_unsure_leaving(Members& members, const Fact& fact) {
    auto person = fact.person("person");
    if (fact.kind == "assigned") {
        const std::vector<base::PersonId> panel = fact.persons("panel");
        const bool stays = members.handler == fact.person("handler") ||
                           (members.handler && std::find(panel.begin(), panel.end(), *members.handler) != panel.end());
        if (!stays) person = members.handler;
    }
    if (!person || !members.has(*person)) return;
    for (auto& [key, given] : members.keys)
        given.persons.erase(*person);
    for (auto& [key, persons] : members.stray_keys)
        persons.erase(*person);
}

void note_stray_key(Members& members, const Fact& key_given) {
    const std::string key(key_given.text("key"));
    if (members.keys.contains(key)) return;
    for (const auto& person : key_given.persons("persons"))
        members.stray_keys[key].insert(person);
}

Taken take(Members& members, const Scene& scene, const Offices& offices) {
    const Fact& fact = scene.fact;
    if (fact.kind == "case_opened") {
        members.seats[fact.author] = {std::string(seat_of(scene.role)), fact.id};
    } else if (fact.kind == "joined") {
        const auto person = *fact.person("person");
        const std::string_view seat = fact.text("as");
        // A judge who opens a case brings the office in; who else sits is for the office to say.
        const bool is_office = seat == "registrar" || seat == "leader";
        if (scene.role == Role::Judge && !is_office) return {refuse("member.others"), {}};
        if (auto no = may_join(members, offices, person, seat)) return {std::move(no), {}};
        members.seats.insert_or_assign(person, Members::Seat{std::string(seat), fact.id});
        members.gone.erase(person);
    } else if (fact.kind == "left") {
        return take_left(members, scene);
    } else if (fact.kind == "conflict_declared") {
        return take_conflict(members, scene);
    } else if (fact.kind == "key_given") {
        return take_key_given(members, fact);
    } else if (fact.kind == "assigned") {
        return take_assigned(members, scene, offices);
    }
    return {};
}

}  // namespace courtyard::cases
