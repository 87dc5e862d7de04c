// Who acts for the applicant, as the case says it since: in the places of the form, so that papers, letters and what is
// asked of a holder follow by themselves.
#include "app/printing/court_paper.hpp"

namespace courtyard::printing {

namespace {

using domain::Field;
using domain::FieldType;

// The columns of a guardian and of an agent, by what they take: the one name, document and telephone; of the choices
// that which takes other words is the relation, and one that does not is answered where the word is its own.
domain::Row row_of(const Field& field, const cases::ActsFor& one) {
    domain::Row row;
    const auto put = [&row](const Field& column, const std::string& text) {
        if (!text.empty()) row.emplace(column.code, text);
    };
    for (const Field& column : field.columns) {
        const bool is_relation = column.type == FieldType::Choice &&
                                 (column.other_words == domain::OtherWords::Accepted || column.option(one.relation));
        if (column.type == FieldType::Name) put(column, one.name);
        if (column.type == FieldType::IdDocument) put(column, one.document);
        if (column.type == FieldType::Phone) put(column, one.phone);
        if (is_relation) put(column, one.relation);
    }
    return row;
}

void put_at(const domain::FormDefinition& form, domain::Application& answers, std::string_view code,
            const std::optional<cases::ActsFor>& one) {
    const Field* field = form.field(code);
    if (!one || field == nullptr) return;
    answers.answers.erase(std::string(code));
    if (!one->name.empty()) answers.answers[std::string(code)] = {row_of(*field, *one)};
}

void put_powers(const domain::FormDefinition& form, domain::Application& answers, const cases::ActsFor& agent) {
    const Field* field = form.field(domain::code::kAgentPowers);
    if (field == nullptr) return;
    answers.answers.erase(field->code);
    if (agent.name.empty()) return;
    domain::TextList powers;
    if (const domain::Option* apply = field->option_of_kind("apply")) powers.push_back(apply->value);
    if (const domain::Option* collect = field->option_of_kind("collect"); collect != nullptr && agent.may_collect)
        powers.push_back(collect->value);
    answers.answers[field->code] = {std::move(powers)};
}

}  // namespace

void add_acting(const pack::Pack& pack, const cases::AidCase& folded, domain::Application& answers) {
    put_at(pack.form, answers, domain::code::kGuardian, folded.acting.guardian);
    put_at(pack.form, answers, domain::code::kAgent, folded.acting.agent);
    if (folded.acting.agent) put_powers(pack.form, answers, *folded.acting.agent);
}

}  // namespace courtyard::printing
