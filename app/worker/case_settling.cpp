// What follows from who is on a case: keys for whoever joined, another key when somebody left, and nothing left on the
// laptop of who is no longer on it. And from what it is about: whether somebody is helped already.
#include <algorithm>

#include "app/cases/act_table.hpp"
#include "app/cases/fact_json.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_keys.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_reader.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/doubles.hpp"
#include "app/worker/late_leads.hpp"
#include "app/worker/view_mail.hpp"
#include "app/worker/year_report.hpp"

namespace courtyard::worker {

namespace {

constexpr std::string_view kSettlingReader = "settling";

// Its leaders; where it has none now, who may be one later.
std::vector<base::PersonId> leaders_of(const Machine& machine, const cases::AidCase& aid_case) {
    std::vector<base::PersonId> seated, others;
    for (const mail::Person& person : machine.roster().persons) {
        if (person.role != mail::Role::Leader || aid_case.members.in_conflict.contains(person.id)) continue;
        (aid_case.members.has(person.id) ? seated : others).push_back(person.id);
    }
    return seated.empty() ? others : seated;
}

// Whoever leads hears all the same what this person looked at.
base::Result<void> forget(Machine& machine, const cases::AidCase& aid_case) {
    auto inside = TRY(machine.store().begin());
    TRY(machine.store().view_log.still_hear(inside, aid_case.id, leaders_of(machine, aid_case)));
    TRY(machine.store().case_records.forget(inside, aid_case.id));
    TRY(machine.store().case_records.has_left(inside, aid_case.id));
    TRY(inside.commit());
    return {};
}

base::Result<bool> is_unsent(Machine& machine, const cases::FactId& fact) {
    const auto row = TRY(machine.store().outbox.find(fact));
    return row && row->parcel.delivery == mail::Delivery::Queued;
}

// What this person said themselves can be taken back as long as it has not left: until then the case stays. What others
// said may wait here to be carried on; nobody here takes that back.
base::Result<void> forget_when_sent(Machine& machine, const cases::AidCase& aid_case, const cases::FactId& left_by) {
    const cases::Entry* said = aid_case.entry(left_by);
    const bool is_own = said != nullptr && said->author == std::get<base::PersonId>(machine.author());
    if (!is_own || !TRY(is_unsent(machine, left_by))) return forget(machine, aid_case);
    auto inside = TRY(machine.store().begin());
    TRY(machine.store().case_records.leaves(inside, {aid_case.id, left_by}));
    TRY(inside.commit());
    return {};
}

bool is_office(std::string_view seat) { return seat == "registrar" || seat == "leader"; }

// The office gives keys. Until one of them has a key themselves (a judge opened the case), whoever is on the case does.
bool gives_keys(const cases::AidCase& aid_case, const base::PersonId& self) {
    const auto& seats = aid_case.members.seats;
    if (const auto own = seats.find(self); own != seats.end() && is_office(own->second.as)) return true;
    for (const auto& [key, given] : aid_case.members.keys)
        for (const base::PersonId& person : given.persons)
            if (const auto seat = seats.find(person); seat != seats.end() && is_office(seat->second.as)) return false;
    return true;
}

std::vector<base::PersonId> without_key(const cases::AidCase& aid_case, const base::KeyId& key) {
    const std::set<base::PersonId>* holders = aid_case.members.holders_of(key.text());
    std::vector<base::PersonId> missing;
    for (const auto& [person, seat] : aid_case.members.seats)
        if (holders == nullptr || !holders->contains(person)) missing.push_back(person);
    return missing;
}

// A key of the present epoch that the case knows; another laptop may have made one already.
bool has_present_key(const cases::AidCase& aid_case) {
    const auto& keys = aid_case.members.keys;
    return std::any_of(keys.begin(), keys.end(),
                       [&](const auto& each) { return each.second.epoch >= aid_case.members.epoch; });
}

// Registrars and leaders of the roster who have no seat: the court enrolled them later, or whoever opened the case had
// not heard of them. Who left the case, or has a conflict of interest, stays away.
std::vector<const mail::Person*> missing_office(const Machine& machine, const cases::AidCase& aid_case) {
    const cases::Members& members = aid_case.members;
    std::vector<const mail::Person*> missing;
    for (const mail::Person& person : machine.roster().persons) {
        const bool is_office_person = person.role == mail::Role::Registrar || person.role == mail::Role::Leader;
        const bool is_out = members.gone.contains(person.id) || members.in_conflict.contains(person.id);
        if (is_office_person && person.standing == mail::Standing::Active && !is_out && !members.has(person.id))
            missing.push_back(&person);
    }
    return missing;
}

bool may_bring_in(const Machine& machine, const cases::AidCase& aid_case, const base::PersonId& self) {
    const auto role = offices_of(machine)(self);
    const cases::ActRule* joined = cases::find_act("joined");
    return role && joined->who.has(*role) && gives_keys(aid_case, self);
}

// Nobody has to know that they are missing. What the case does not take (its key is on the way, the pack leaves the act
// to others) stays as it is.
base::Result<void> join_missing_office(Machine& machine, const cases::AidCase& aid_case, base::Instant now,
                                       base::Random& random) {
    for (const mail::Person* person : missing_office(machine, aid_case)) {
        const cases::Fields seat{{"person", person->id.text()}, {"as", std::string(mail::name_of(person->role))}};
        const auto joined = act(machine, {aid_case.id, "joined", seat}, now, random);
        if (joined) return {};  // which settled the case anew, and brought the others in
        const std::string& code = joined.error().code;
        if (code != "case.no_key" && !code.starts_with("fact.")) return tl::unexpected(joined.error());
    }
    return {};
}

// Whether anything may be to do: of thousands of cases only those are looked at again.
bool is_unsettled(const Machine& machine, const cases::AidCase& aid_case, const base::PersonId& self) {
    const cases::Members& members = aid_case.members;
    if (members.gone.contains(self)) return true;
    if (!members.has(self)) return false;
    if (has_untold_step(aid_case)) return true;
    if (!gives_keys(aid_case, self)) return false;
    if (may_bring_in(machine, aid_case, self) && !missing_office(machine, aid_case).empty()) return true;
    const auto is_missing = [&](const std::set<base::PersonId>& holders) {
        return std::any_of(members.seats.begin(), members.seats.end(),
                           [&](const auto& seat) { return !holders.contains(seat.first); });
    };
    return !has_present_key(aid_case) || std::any_of(members.keys.begin(), members.keys.end(), [&](const auto& key) {
        return is_missing(key.second.persons);
    }) || std::any_of(members.stray_keys.begin(), members.stray_keys.end(), [&](const auto& key) {
        return is_missing(key.second);
    });
}

// Gives the key to the persons, and says so in the case.
base::Result<std::size_t> give(Machine& machine, const cases::AidCase& aid_case, const store::CaseKey& key,
                               const std::vector<base::PersonId>& persons, base::Instant now, base::Random& random) {
    const auto self = std::get<base::PersonId>(machine.author());
    std::vector<std::string> told;
    TRY(machine.store().chain.reserve(random, static_cast<int>(persons.size()) + 1));
    auto inside = TRY(machine.store().begin());
    for (const base::PersonId& person : persons) {
        const mail::Person* known = mail::find_person(machine.roster(), person);
        if (known == nullptr || known->standing != mail::Standing::Active) continue;
        if (person != self) TRY(give_case_key(machine, inside, key, person, now, random));
        told.push_back(person.text());
    }
    if (told.empty()) return std::size_t{0};
    TRY(say_key_given(machine, inside, aid_case, key, told, now, random));
    TRY(inside.commit());
    return told.size();
}

}  // namespace

base::Result<std::size_t> settle_case(Machine& machine, const cases::CaseId& about, base::Instant now,
                                      base::Random& random) {
    const auto self = std::get<base::PersonId>(machine.author());
    cases::AidCase aid_case = TRY(case_of(machine, about));
    // Who is not on it yet, because the fact that says so is still on the way, keeps what has come.
    if (const auto gone = aid_case.members.gone.find(self); gone != aid_case.members.gone.end())
        TRY(forget_when_sent(machine, aid_case, gone->second));
    if (!aid_case.members.has(self)) return std::size_t{0};
    std::size_t made = 0;
    // One registrar after the other may tell it; the slip hears the same twice.
    const bool is_registrar = aid_case.members.seats.at(self).as == "registrar";
    if (is_registrar && TRY(tell_step(machine, aid_case, now, random))) ++made;
    if (!gives_keys(aid_case, self)) return made;
    if (may_bring_in(machine, aid_case, self) && !missing_office(machine, aid_case).empty()) {
        TRY(join_missing_office(machine, aid_case, now, random));
        aid_case = TRY(case_of(machine, about));
    }
    if (!has_present_key(aid_case)) {
        store::CaseKey key;
        {
            auto inside = TRY(machine.store().begin());
            key = TRY(make_case_key(machine, inside, about, aid_case.members.epoch, random));
            TRY(inside.commit());
        }
        made += TRY(give(machine, aid_case, key, without_key(aid_case, key.id), now, random));
        aid_case = TRY(case_of(machine, about));
    }
    for (const store::CaseKey& key : TRY(machine.store().case_keys.of_case(about))) {
        if (aid_case.members.holders_of(key.id.text()) == nullptr) continue;
        const auto missing = without_key(aid_case, key.id);
        if (!missing.empty()) made += TRY(give(machine, aid_case, key, missing, now, random));
    }
    return made;
}

base::Result<void> forget_left_cases(Machine& machine) {
    const auto self = std::get<base::PersonId>(machine.author());
    const std::vector<store::CaseRecords::Leaving> leaving = TRY(machine.store().case_records.leaving());
    for (const store::CaseRecords::Leaving& each : leaving) {
        if (TRY(is_unsent(machine, each.fact))) continue;
        const auto aid_case = case_of(machine, each.about);
        if (aid_case && aid_case->members.gone.contains(self)) {
            TRY(forget(machine, *aid_case));
            continue;
        }
        auto inside = TRY(machine.store().begin());  // taken back, or brought in again meanwhile
        TRY(machine.store().case_records.has_left(inside, each.about));
        TRY(inside.commit());
    }
    return {};
}

base::Result<std::size_t> settle_cases(Machine& machine, base::Instant now, base::Random& random) {
    std::size_t made = TRY(tell_views(machine, now, random));
    made += TRY(tell_year_reports(machine, now, random));
    made += TRY(tell_late_leads(machine, now, random));
    const auto self = std::get<base::PersonId>(machine.author());
    std::vector<cases::CaseId> unsettled;
    const UnseenCases unseen = TRY(unseen_cases(machine, kSettlingReader));
    TRY(read_cases(machine, unseen.cases, [&](const KnownCase& each, cases::AidCase&& folded) {
        if (is_unsettled(machine, folded, self)) unsettled.push_back(each.id);
    }));
    for (const cases::CaseId& each : unsettled)
        made += TRY(settle_case(machine, each, now, random));
    TRY(forget_left_cases(machine));
    TRY(have_seen(machine, kSettlingReader, unseen));
    return made + TRY(ask_about_new_doubles(machine, now, random));
}

}  // namespace courtyard::worker
