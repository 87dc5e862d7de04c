#include "app/worker/applicants.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/cases/given_account.hpp"
#include "app/cases/told_documents.hpp"
#include "app/domain/double_aid.hpp"
#include "app/domain/fellow_wish.hpp"

namespace courtyard::worker {

namespace {

std::string text_at(const nlohmann::json& in, std::string_view key) {
    const auto found = in.find(key);
    return found != in.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// {"type": …, "number": …}, or the number alone.
std::string document_at(const nlohmann::json& in, std::string_view key) {
    const auto found = in.find(key);
    return found != in.end() && found->is_object() ? text_at(*found, "number") : text_at(in, key);
}

bool applies(const domain::Field& field, const nlohmann::json& row) {
    const domain::Field* wish = domain::wish_column(field);
    return wish == nullptr || domain::wish_of(*wish, text_at(row, wish->code)) == domain::FellowWish::Applies;
}

Applicant fellow(const domain::Field& field, const nlohmann::json& row) {
    Applicant made;
    for (const domain::Field& column : field.columns) {
        if (column.type == domain::FieldType::IdDocument) made.document = document_at(row, column.code);
        const bool is_own_name = column.type == domain::FieldType::Name && column.role.empty();
        if (is_own_name && made.name.empty()) made.name = text_at(row, column.code);
    }
    return made;
}

// The rows of the form in which relatives stand, whatever they said.
template <class Do>
void for_each_row(const domain::FormDefinition& form, const nlohmann::json& answers, const Do& act) {
    const domain::Field* field = form.field(domain::code::kFellowApplicants);
    const auto rows = answers.find(domain::code::kFellowApplicants);
    if (field == nullptr || rows == answers.end() || !rows->is_array()) return;
    for (const nlohmann::json& row : *rows)
        if (row.is_object()) act(*field, row);
}

void add_fellows(std::vector<Applicant>& all, const domain::FormDefinition& form, const nlohmann::json& answers,
                 const cases::Fellows& said) {
    for_each_row(form, answers, [&](const domain::Field& field, const nlohmann::json& row) {
        Applicant made = fellow(field, row);
        const cases::Fellow* since = said.find(made.name);
        if (since == nullptr ? applies(field, row) : since->applies) all.push_back(std::move(made));
    });
}

const cases::Fact* opening_of(std::span<const cases::Fact> facts) {
    const auto opening = std::find_if(facts.begin(), facts.end(), [](const cases::Fact& fact) {
        return fact.kind == "case_opened" && fact.id == fact.about;
    });
    return opening == facts.end() ? nullptr : &*opening;
}

// Whom the form does not name, and the numbers that were told with it.
void add_asked(std::vector<Applicant>& all, const cases::Fellows& said) {
    for (const cases::Fellow& each : said.said) {
        if (!each.applies) continue;
        const auto found = std::find_if(all.begin() + 1, all.end(), [&each](const Applicant& known) {
            return cases::is_same_person(known.name, each.name);
        });
        const bool lacks = found != all.end() && !domain::same_person_text(found->document);
        if (lacks && !each.document.empty())
            found->document = each.document;
        else if (found == all.end() || (!each.document.empty() && found->document != each.document))
            all.push_back({each.name, each.document, {}});
    }
}

// Who told a number called the applicant as the case did then.
void call_as_now(cases::ToldDocument& told, const std::vector<Applicant>& all, const KnownApplicants& known,
                 std::string_view opened_for) {
    const auto is_named = [&told](const Applicant& each) { return each.name == told.who; };
    const bool is_other = std::any_of(all.begin() + 1, all.end(), is_named);
    const bool was_own =
        told.who == opened_for || std::find(known.names.begin(), known.names.end(), told.who) != known.names.end();
    if (was_own && !is_other) told.who = all.front().name;
}

void add_told(std::vector<Applicant>& all, const cases::ToldDocument& told) {
    const auto lacks = [&told](const Applicant& each) {
        return each.name == told.who && !domain::same_person_text(each.document);
    };
    const auto found = std::find_if(all.begin(), all.end(), lacks);
    if (found == all.end()) {
        if (!told.document.empty()) all.push_back({told.who, told.document, {}});
        return;
    }
    if (!told.document.empty()) found->document = told.document;
    found->why_none = told.why_none;
}

}  // namespace

KnownApplicants known_applicants(const cases::AidCase& folded) {
    return {folded.inquiry.identified, folded.applicant, folded.names, folded.fellows};
}

std::vector<Applicant> applicants_of(const domain::FormDefinition& form, std::span<const cases::Fact> facts,
                                     const KnownApplicants& known) {
    const cases::Fact* opening = opening_of(facts);
    if (opening == nullptr) return {};
    const std::string_view opened_for = opening->text("applicant");
    std::vector<Applicant> all{{known.applicant.empty() ? std::string(opened_for) : known.applicant, {}, {}}};
    const nlohmann::json answers = nlohmann::json::parse(opening->text("answers"), nullptr, false);
    if (answers.is_object()) {
        all.front().document = document_at(answers, domain::code::kDocument);
        add_fellows(all, form, answers, known.fellows);
    }
    add_asked(all, known.fellows);
    std::vector<cases::ToldDocument> told_all = cases::told_documents(facts, known.identified);
    for (cases::ToldDocument& told : told_all) {
        call_as_now(told, all, known, opened_for);
        add_told(all, told);
    }
    return all;
}

bool is_named_fellow(const domain::FormDefinition& form, std::span<const cases::Fact> facts, std::string_view name) {
    const cases::Fact* opening = opening_of(facts);
    if (opening == nullptr) return false;
    const nlohmann::json answers = nlohmann::json::parse(opening->text("answers"), nullptr, false);
    bool is_named = false;
    if (answers.is_object())
        for_each_row(form, answers, [&](const domain::Field& field, const nlohmann::json& row) {
            is_named |= cases::is_same_person(fellow(field, row).name, name);
        });
    return is_named;
}

}  // namespace courtyard::worker
