#include "app/worker/case_shelf.hpp"

#include <map>

#include "app/cases/case_bytes.hpp"
#include "app/cases/fact_json.hpp"
#include "app/domain/case_number.hpp"
#include "app/worker/case_folding.hpp"
#include "app/worker/letters.hpp"
#include "sync/seal/body.hpp"
#include "sync/seal/receipt.hpp"

namespace courtyard::worker {

namespace {

// Only people of the court speak in its cases; what else claims to be a fact is none.
std::optional<cases::Fact> fact_of(const store::CaseRecord& record) {
    const auto body = seal::parse_body(record.body);
    if (!body) return std::nullopt;
    const auto* author = std::get_if<base::PersonId>(&body->author);
    if (author == nullptr) return std::nullopt;
    auto fact = cases::read_fact({record.id, *author, body->kind, body->claimed_at}, body->payload);
    if (!fact) return std::nullopt;
    return std::move(*fact);
}

bool begins(const std::string& text, std::string_view part) {
    return std::string_view(text).substr(0, part.size()) == part;
}

}  // namespace

cases::Offices offices_of(const Machine& machine) {
    return [&roster = machine.roster()](const base::PersonId& id) -> std::optional<cases::Role> {
        const mail::Person* person = mail::find_person(roster, id);
        return person == nullptr ? std::nullopt : cases::role_of(mail::name_of(person->role));
    };
}

std::optional<cases::Role> own_role(const Machine& machine) {
    const auto* self = std::get_if<base::PersonId>(&machine.author());
    return self == nullptr ? std::nullopt : offices_of(machine)(*self);
}

tl::unexpected<base::Error> unknown_case() {
    return base::fail("case.unknown", "no case here has this id or number; sync, or look at: courtyardctl case list");
}

base::Result<void> must_have_cases(const Machine& machine) {
    if (machine.is_partner())
        return base::fail("case.role",
                          "a partner body has no cases: what it was asked is in courtyardctl partner list");
    if (!machine.is_kiosk()) return {};
    return base::fail("case.role", "a kiosk has no cases: it cannot open what it has filed");
}

base::Result<std::vector<cases::Fact>> facts_of(Machine& machine, const cases::CaseId& id) {
    TRY(must_have_cases(machine));
    std::vector<cases::Fact> facts;
    for (const store::CaseRecord& record : TRY(machine.store().case_records.of_case(id)))
        if (auto fact = fact_of(record)) facts.push_back(std::move(*fact));
    if (facts.empty()) return unknown_case();
    return facts;
}

cases::AidCase fold_here(Machine& machine, const cases::CaseId& id, std::span<const cases::Fact> facts) {
    machine.count_fold();
    return cases::fold(id, facts, offices_of(machine));
}

base::Result<cases::AidCase> case_of(Machine& machine, const cases::CaseId& id) {
    const KnownCase known = TRY(known_case(machine, id));
    if (auto folded = TRY(machine.store().case_folds.find(id, known.key))) {
        auto read = cases::read_case_bytes(*folded);
        base::wipe(*folded);
        if (read && read->id == id) return std::move(*read);
    }
    return fold_here(machine, id, TRY(facts_of(machine, id)));
}

base::Result<std::vector<cases::AidCase>> all_cases(Machine& machine) {
    const std::vector<KnownCase> known = TRY(known_cases(machine));
    std::map<cases::CaseId, cases::AidCase> read;
    TRY(read_cases(machine, known,
                   [&read](const KnownCase& each, cases::AidCase&& folded) { read[each.id] = std::move(folded); }));
    std::vector<cases::AidCase> all;
    all.reserve(read.size());
    for (const KnownCase& each : known)
        if (const auto found = read.find(each.id); found != read.end()) all.push_back(std::move(found->second));
    return all;
}

base::Result<std::optional<cases::CaseId>> case_from(Machine& machine, const base::RecordId& application) {
    std::optional<cases::CaseId> found;
    const std::vector<KnownCase> known = TRY(known_cases(machine));
    TRY(read_cases(machine, known, [&](const KnownCase& each, cases::AidCase&& folded) {
        if (folded.application == application) found = each.id;
    }));
    return found;
}

base::Result<cases::CaseId> find_case(Machine& machine, std::string_view text) {
    if (text.size() < kIdPrefixMin)
        return base::fail("case.short", "give at least the first " + std::to_string(kIdPrefixMin) +
                                            " characters of the case's id, or its whole number");
    const auto receipt = seal::ReceiptNumber::parse(text);
    const std::string number = domain::plain_case_number(text);
    const std::vector<KnownCase> known = TRY(known_cases(machine));
    std::vector<cases::CaseId> found;
    TRY(read_cases(machine, known, [&](const KnownCase& each, cases::AidCase&& folded) {
        const bool is_it =
            begins(each.id.text(), text) || folded.number == number || (receipt && folded.receipt == receipt->text);
        if (is_it) found.push_back(each.id);
    }));
    if (found.empty()) return unknown_case();
    if (found.size() > 1) return base::fail("case.ambiguous", "several cases begin with this id; give more of it");
    return found.front();
}

}  // namespace courtyard::worker
