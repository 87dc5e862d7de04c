#include "app/worker/case_folding.hpp"

#include <algorithm>
#include <map>

#include "app/cases/case_bytes.hpp"
#include "app/cases/fold_version.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::worker {

namespace {

constexpr std::size_t kOneByOneMax = 200;  // beyond that the whole shelf is walked along once
constexpr std::size_t kPutAtOnce = 200;    // in one transaction: others of this home want to write, too

// Everything besides the facts that a fold looks at.
base::Digest ground_of(const Machine& machine) {
    std::map<base::PersonId, std::string_view> offices;
    for (const mail::Person& person : machine.roster().persons)
        offices.emplace(person.id, mail::name_of(person.role));
    std::string text(cases::fold_version());
    for (const auto& [person, role] : offices)
        text += "\n" + person.text() + " " + std::string(role);
    return seal::sha256(base::as_bytes(text));
}

base::Digest key_of(const base::Digest& ground, const store::CaseFolds::Facts& facts) {
    return seal::sha256({ground.view(), facts.about.view(), facts.digest.view()});
}

using Wanted = std::map<cases::CaseId, KnownCase>;

// Those that lie on the shelf under their keys; they are wanted no more.
base::Result<void> take_from_shelf(Machine& machine, Wanted& wanted, const SeeCase& see) {
    const auto take = [&](const base::RecordId& about, const base::Digest& key, const base::Bytes& folded) {
        const auto found = wanted.find(about);
        if (found == wanted.end() || found->second.key != key) return;
        auto read = cases::read_case_bytes(folded);
        if (!read || read->id != about) return;
        see(found->second, std::move(*read));
        wanted.erase(found);
    };
    if (wanted.size() > kOneByOneMax) return machine.store().case_folds.each(take);
    std::vector<KnownCase> all;
    for (const auto& [id, known] : wanted)
        all.push_back(known);
    for (const KnownCase& known : all)
        if (auto folded = TRY(machine.store().case_folds.find(known.id, known.key))) {
            take(known.id, known.key, *folded);
            base::wipe(*folded);
        }
    return {};
}

struct Folded {
    KnownCase known;
    base::Bytes bytes;
};

base::Result<void> put(Machine& machine, const std::vector<Folded>& made) {
    auto inside = TRY(machine.store().begin());
    for (const Folded& each : made)
        TRY(machine.store().case_folds.put(inside, each.known.id, each.known.key, each.bytes));
    TRY(inside.commit());
    return {};
}

// A shelf that takes nothing (a full disk) makes the next start slower and nothing else.
void put_on_shelf(Machine& machine, std::vector<Folded>& made) {
    if (!made.empty()) static_cast<void>(put(machine, made));
    for (Folded& each : made)
        base::wipe(each.bytes);
    made.clear();
}

}  // namespace

base::Result<std::vector<KnownCase>> known_cases(Machine& machine) {
    TRY(must_have_cases(machine));
    const base::Digest ground = ground_of(machine);
    std::vector<KnownCase> all;
    for (const store::CaseFolds::Facts& facts : TRY(machine.store().case_folds.facts()))
        all.push_back({facts.about, key_of(ground, facts)});
    return all;
}

base::Result<std::vector<KnownCase>> known_cases(Machine& machine, std::span<const cases::CaseId> ids) {
    TRY(must_have_cases(machine));
    const base::Digest ground = ground_of(machine);
    std::vector<KnownCase> some;
    for (const cases::CaseId& id : ids)
        if (const auto facts = TRY(machine.store().case_folds.facts_of(id)))
            some.push_back({id, key_of(ground, *facts)});
    return some;
}

base::Result<KnownCase> known_case(Machine& machine, const cases::CaseId& id) {
    TRY(must_have_cases(machine));
    const auto facts = TRY(machine.store().case_folds.facts_of(id));
    if (!facts) return unknown_case();
    return KnownCase{id, key_of(ground_of(machine), *facts)};
}

base::Result<void> read_cases(Machine& machine, std::span<const KnownCase> wanted, const SeeCase& see) {
    Wanted left;
    for (const KnownCase& known : wanted)
        left.emplace(known.id, known);
    TRY(take_from_shelf(machine, left, see));
    std::vector<Folded> made;
    for (const auto& [id, known] : left) {
        const auto facts = facts_of(machine, id);
        if (!facts && facts.error().code != "case.unknown") return tl::unexpected(facts.error());
        if (!facts) continue;
        cases::AidCase folded = fold_here(machine, id, *facts);
        made.push_back({known, cases::case_bytes(folded)});
        see(known, std::move(folded));
        if (made.size() == kPutAtOnce) put_on_shelf(machine, made);
    }
    put_on_shelf(machine, made);
    return {};
}

}  // namespace courtyard::worker
