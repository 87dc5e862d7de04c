// Who applies together with the applicant, as the case heard it since: in the rows of the form, so that papers and what
// is asked of a holder follow by themselves.
#include <algorithm>

#include "app/cases/given_account.hpp"
#include "app/domain/fellow_wish.hpp"
#include "app/printing/court_paper.hpp"

namespace courtyard::printing {

namespace {

using domain::Field;
using domain::FieldType;

const Field* name_column(const Field& field) {
    const auto found = std::find_if(field.columns.begin(), field.columns.end(), [](const Field& column) {
        return column.type == FieldType::Name && column.role.empty();
    });
    return found == field.columns.end() ? nullptr : &*found;
}

void put(domain::Row& row, const Field* column, const std::string& text) {
    if (column != nullptr && !text.empty()) row[column->code] = text;
}

// By what the columns take, as acting_answers.cpp does. A form without a column for the wish lists who applies.
void fill(const Field& field, domain::Row& row, const cases::Fellow& one) {
    const Field* wish = domain::wish_column(field);
    for (const Field& column : field.columns) {
        const bool is_relation =
            column.type == FieldType::Choice && &column != wish && column.option_of_kind("citizen") == nullptr;
        if (is_relation) put(row, &column, one.relation);
        if (column.type == FieldType::IdDocument) put(row, &column, one.document);
    }
    put(row, field.column_of_role("guardian"), one.guardian);
    const domain::Option* said = wish == nullptr ? nullptr : wish->option_of_kind(one.applies ? "applies" : "declines");
    if (said != nullptr)
        row[wish->code] = said->value;
    else if (wish != nullptr)
        row.erase(wish->code);
}

}  // namespace

void add_fellows(const pack::Pack& pack, const cases::AidCase& folded, domain::Application& answers) {
    const Field* field = pack.form.field(domain::code::kFellowApplicants);
    const Field* name = field == nullptr ? nullptr : name_column(*field);
    if (name == nullptr || folded.fellows.said.empty()) return;
    const domain::Answer* answer = answers.find(field->code);
    std::vector<domain::Row> rows;
    if (answer != nullptr && answer->rows() != nullptr) rows = *answer->rows();
    for (const cases::Fellow& each : folded.fellows.said) {
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const domain::Row& row) {
            const auto cell = row.find(name->code);
            return cell != row.end() && cases::is_same_person(cell->second, each.name);
        });
        const bool is_row = found != rows.end();
        if (is_row && !each.applies && domain::wish_column(*field) == nullptr) {
            rows.erase(found);
        } else if (is_row) {
            fill(*field, *found, each);
        } else if (each.applies) {
            domain::Row row{{name->code, each.name}};
            fill(*field, row, each);
            rows.push_back(std::move(row));
        }
    }
    answers.answers.erase(field->code);
    if (!rows.empty()) answers.answers[field->code] = {std::move(rows)};
}

}  // namespace courtyard::printing
