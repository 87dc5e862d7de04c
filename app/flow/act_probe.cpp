#include "app/flow/act_probe.hpp"

#include "app/cases/act_day.hpp"
#include "app/cases/fold.hpp"
#include "app/cases/lacking.hpp"
#include "app/cases/sealed_fields.hpp"
#include "app/flow/case_desk.hpp"

namespace courtyard::flow {

namespace {

constexpr std::int64_t kVeryMuch = 99'999'999'999;  // fen

// Whoever writes; of officers there are two, of whom one is a registrar.
std::vector<std::string> some_persons(const CaseView& view, const cases::FieldRule& field) {
    std::vector<std::string> out{view.self.text()};
    if (field.name != "officers") return out;
    const cases::Offices office = offices_of(view);
    const bool is_registrar = office(view.self) == cases::Role::Registrar;
    for (const auto& [person, seat] : view.folded.members.seats) {
        if (person == view.self || out.size() > 1) continue;
        if (is_registrar || office(person) == cases::Role::Registrar) out.push_back(person.text());
    }
    return out;
}

}  // namespace

cases::FieldValue any_value(const CaseView& view, const cases::FieldRule& field, base::Instant now) {
    const std::string day = domain::Date::in_china(now).plus_days(1).text();
    switch (field.type) {
        // So much that no report proposes more, or it would have to say why.
        case cases::FieldType::Money: return field.name == "unpaid" ? kVeryMuch : std::int64_t{1};
        case cases::FieldType::Count: return std::int64_t{1};
        case cases::FieldType::YesNo:
        case cases::FieldType::Yes: return true;
        case cases::FieldType::Day: return day;
        case cases::FieldType::Hours: return std::string("8-18");
        case cases::FieldType::Person: return view.self.text();
        case cases::FieldType::Persons: return some_persons(view, field);
        case cases::FieldType::Facts:
        case cases::FieldType::Pictures: return std::vector<std::string>{};
        case cases::FieldType::Lines: return std::vector<std::string>{"-"};
        case cases::FieldType::Choice: return std::string(field.choices.substr(0, field.choices.find(' ')));
        default: return std::string("-");
    }
}

namespace {

// Told while it is written, and not only when it has been signed for.
cases::Verdict lacks_or_wrong_day(const CaseView& view, const cases::AidCase& folded, const cases::Fact& fact) {
    auto lacking = cases::lacks(folded, fact);
    if (!lacking) lacking = cases::lacks_beside(view.told_unpaid, fact);
    return lacking ? lacking : cases::wrong_day(folded, fact);
}

}  // namespace

cases::Offices offices_of(const CaseView& view) {
    return [&view](const base::PersonId& id) -> std::optional<cases::Role> {
        const PersonName* person = find_person(view, id);
        return person ? std::optional(person->role) : std::nullopt;
    };
}

ActProbe::Said ActProbe::ask(std::string_view kind, const cases::Fields& fields, base::Instant now) const {
    cases::Fact fact;
    fact.id.bytes.fill(0xFF);
    fact.about = view_.folded.id;
    fact.author = view_.self;
    fact.kind = kind;
    fact.claimed = now;
    fact.after = cases::heads(view_.facts);
    const cases::ActRule* rule = cases::find_act(kind);
    fact.fields = rule == nullptr ? fields : cases::as_kept(*rule, fields);
    std::vector<cases::Fact> all = view_.facts;
    for (cases::Fact& each : all)
        if (const auto whole = view_.hidden.find(each.id); whole != view_.hidden.end()) each.fields = whole->second;
    all.push_back(std::move(fact));
    const cases::AidCase folded = cases::fold(view_.folded.id, all, offices_of(view_));
    const cases::Entry* entry = folded.entry(all.back().id);
    Said said{{}, folded.status};
    if (entry == nullptr)
        said.refusal = "case";
    else if (entry->standing != cases::Standing::InForce)
        said.refusal = entry->code.empty() ? "status" : entry->code;
    else if (const auto own =
                 cases::refused_of_own(view_.folded, all.back(), entry->role.value_or(cases::Role::Caller)))
        said.refusal = own->code;
    else if (const auto no = lacks_or_wrong_day(view_, view_.by_days(), all.back()))
        said.refusal = no->code;
    if (said.refusal != "corrected.rests") return said;
    const std::span<const cases::Fact> before = std::span<const cases::Fact>(all).first(all.size() - 1);
    for (const cases::FactId& id : cases::would_fall(view_.folded.id, before, all.back(), offices_of(view_))) {
        const cases::Entry* falls = folded.entry(id);
        if (falls != nullptr && std::find(said.falling.begin(), said.falling.end(), falls->kind) == said.falling.end())
            said.falling.push_back(falls->kind);
    }
    return said;
}

std::string ActProbe::refusal(const cases::ActRule& rule, cases::Fields known, base::Instant now) const {
    for (const cases::FieldRule& field : rule.fields) {
        const bool is_asked = field.need != cases::Need::May && field.kept == cases::Kept::InFact;
        if (!is_asked || known.contains(field.name)) continue;
        // Which of several facts is meant, or what a number must look like, only a person can say.
        if (field.type == cases::FieldType::Fact || field.type == cases::FieldType::CaseNumber) return {};
        known.emplace(std::string(field.name), any_value(view_, field, now));
    }
    const std::string code = ask(rule.kind, known, now).refusal;
    const bool about_people = code.starts_with("member.") || code.starts_with("assigned.");
    const bool about_fields = code.starts_with("field.") || code.ends_with(".nothing");
    // For which of several grounds time stands still, or ran again, only a person can say.
    const bool about_ground = code == "clock.paused" || code == "clock.which";
    return about_fields || about_people || about_ground ? std::string{} : code;
}

}  // namespace courtyard::flow
