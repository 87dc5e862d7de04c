#include "app/domain/form.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/domain/form_scope.hpp"
#include "app/domain/whole_number.hpp"

namespace courtyard::domain {

namespace {

constexpr std::array<std::pair<FieldType, std::string_view>, 21> kTypes{{
    {FieldType::Name, "name"},
    {FieldType::Text, "text"},
    {FieldType::LongText, "long_text"},
    {FieldType::Choice, "choice"},
    {FieldType::Multi, "multi"},
    {FieldType::YesNo, "yes_no"},
    {FieldType::YesNoUnknown, "yes_no_unknown"},
    {FieldType::Date, "date"},
    {FieldType::IdDocument, "id_document"},
    {FieldType::Phone, "phone"},
    {FieldType::Area, "area"},
    {FieldType::CaseNumber, "case_number"},
    {FieldType::Money, "money"},
    {FieldType::Integer, "integer"},
    {FieldType::Group, "group"},
    {FieldType::Rows, "rows"},
    {FieldType::Papers, "papers"},
    {FieldType::BankAccount, "bank_account"},
    {FieldType::Declaration, "declaration"},
    {FieldType::Consent, "consent"},
    {FieldType::Signature, "signature"},
}};

template <class List, class Test>
auto find_in(const List& list, Test test) -> const typename List::value_type* {
    const auto found = std::find_if(list.begin(), list.end(), test);
    return found == list.end() ? nullptr : &*found;
}

void fill_columns(const Field& field, const FormScope& scope, Answer& answer) {
    Row* row = std::get_if<Row>(&answer.value);
    if (row == nullptr) return;
    for (const Field& column : field.columns) {
        if (std::optional<std::string> text = scope.computed(column))
            row->insert_or_assign(column.code, *std::move(text));
    }
}

}  // namespace

std::string_view id(FieldType type) {
    const auto* found = find_in(kTypes, [&](const auto& entry) { return entry.first == type; });
    COURTYARD_CHECK(found != nullptr);
    return found->second;
}

std::optional<FieldType> field_type(std::string_view text) {
    const auto* found = find_in(kTypes, [&](const auto& entry) { return entry.second == text; });
    return found == nullptr ? std::nullopt : std::optional(found->first);
}

const Option* Field::option(std::string_view value) const {
    return find_in(options, [&](const Option& o) { return o.value == value; });
}
const Option* Field::option_of_kind(std::string_view kind) const {
    return find_in(options, [&](const Option& o) { return !kind.empty() && o.kind == kind; });
}
const Field* Field::column(std::string_view key) const {
    return find_in(columns, [&](const Field& c) { return c.code == key; });
}
const Field* Field::column_of_role(std::string_view wanted) const {
    return find_in(columns, [&](const Field& c) { return !wanted.empty() && c.role == wanted; });
}
bool Field::is_also(std::string_view word) const { return std::find(also.begin(), also.end(), word) != also.end(); }
bool Field::is_closed() const {
    return type == FieldType::YesNo || type == FieldType::YesNoUnknown || type == FieldType::Multi ||
           (type == FieldType::Choice && other_words == OtherWords::Refused);
}
std::int64_t Field::least() const { return min.value_or(0); }
std::int64_t Field::most() const {
    if (type == FieldType::Integer) return max.value_or(kWholeNumberMax);
    return max.value_or(type == FieldType::Multi ? static_cast<std::int64_t>(options.size()) : kRowsMax);
}

const Field* FormDefinition::field(std::string_view code) const {
    return find_in(fields, [&](const Field& f) { return f.code == code; });
}
const Path* FormDefinition::path(ApplicantKind kind) const {
    return find_in(paths, [&](const Path& p) { return p.kind == kind; });
}

std::string FormDefinition::paper_words(std::string_view name) const {
    const Field* papers = find_in(fields, [](const Field& field) { return field.type == FieldType::Papers; });
    const Field* names = papers == nullptr ? nullptr : papers->column_of_role("name");
    const Option* option = names == nullptr ? nullptr : names->option(name);
    return option == nullptr ? std::string(name) : option->say;
}

ApplicantKind kind_of(const FormDefinition& form, const Application& application) {
    const auto has_row = [&](std::string_view field) {
        const Answer* answer = application.find(field);
        return answer != nullptr && (answer->row() != nullptr || answer->rows() != nullptr);
    };
    if (has_row(code::kAgent)) return ApplicantKind::Agent;
    if (has_row(code::kGuardian)) return ApplicantKind::Guardian;
    if (has_row(code::kFellowApplicants)) return ApplicantKind::Joint;
    const Field* typed_by = form.field(code::kTypedBy);
    const Option* how = typed_by == nullptr ? nullptr : typed_by->option(application.text(code::kTypedBy));
    return how != nullptr && how->kind == "helper" ? ApplicantKind::Helper : ApplicantKind::Self;
}

Application with_computed(const FormDefinition& form, const Application& application, Date today, ApplicantKind kind) {
    const FormScope scope(form, application, today, kind);
    Application out = application;
    for (const Field& field : form.fields) {
        if (std::optional<std::string> text = scope.computed(field)) out.answers[field.code] = Answer{*std::move(text)};
        const auto answer = out.answers.find(field.code);
        if (answer != out.answers.end() && field.type == FieldType::Group) fill_columns(field, scope, answer->second);
    }
    return out;
}

Application with_computed(const FormDefinition& form, const Application& application, Date today) {
    return with_computed(form, application, today, kind_of(form, application));
}

Application without_hidden(const FormDefinition& form, const Application& application, Date today) {
    const FormScope scope(form, application, today, kind_of(form, application));
    Application out = application;
    for (const Field& field : form.fields) {
        if (!scope.holds(field.show)) out.answers.erase(field.code);
    }
    return out;
}

bool is_shown(const FormDefinition& form, const Field& field, const Application& application, Date today,
              ApplicantKind kind) {
    return FormScope(form, application, today, kind).holds(field.show);
}

bool is_required(const FormDefinition& form, const Field& field, const Application& application, Date today,
                 ApplicantKind kind) {
    const FormScope scope(form, application, today, kind);
    if (field.need == Need::Optional || !scope.holds(field.show)) return false;
    return field.need == Need::Must || scope.holds(field.when);
}

bool is_asked(const FormDefinition& form, const Field& field, const Application& application, Date today,
              ApplicantKind kind) {
    const FormScope scope(form, application, today, kind);
    return scope.holds(field.show) && !scope.computed(field);
}

std::vector<std::vector<std::string>> steps(const FormDefinition& form, ApplicantKind kind,
                                            const Application& application, Date today) {
    const Path* path = form.path(kind);
    std::vector<std::vector<std::string>> out;
    if (path == nullptr) return out;
    for (const std::vector<std::string>& screen : path->steps) {
        std::vector<std::string> asked;
        for (const std::string& code : screen) {
            const Field* field = form.field(code);
            if (field != nullptr && is_asked(form, *field, application, today, kind)) asked.push_back(code);
        }
        if (!asked.empty()) out.push_back(std::move(asked));
    }
    return out;
}

}  // namespace courtyard::domain
