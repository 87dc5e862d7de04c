#include "app/printing/court_persons.hpp"

#include <algorithm>
#include <array>

#include "app/cases/given_account.hpp"
#include "app/cases/told_documents.hpp"
#include "app/domain/credit_code.hpp"
#include "app/domain/double_aid.hpp"
#include "app/domain/fellow_wish.hpp"
#include "app/domain/identity_number.hpp"
#include "app/domain/text.hpp"
#include "app/printing/court_format.hpp"

namespace courtyard::printing {

namespace {

using domain::Field;
using domain::FieldType;
namespace code = domain::code;

constexpr std::string_view kOther = "other";
constexpr int kNameLine = 4;  // characters

bool is_minor(domain::Date born, domain::Date on) {
    constexpr int kOfAge = 18;
    const bool had_birthday = std::pair(on.month(), on.day()) >= std::pair(born.month(), born.day());
    return on.year() - born.year() - (had_birthday ? 0 : 1) < kOfAge;
}

// What was typed in the place of a number ("none yet") is none.
std::string number_in(std::string_view text) {
    return domain::same_person_text(text) ? std::string(text) : std::string();
}

const Field* column_of(const Field& field, FieldType type) {
    const auto found = std::find_if(field.columns.begin(), field.columns.end(),
                                    [type](const Field& each) { return each.type == type && each.role.empty(); });
    return found == field.columns.end() ? nullptr : &*found;
}

std::string text_at(const domain::Row& row, const Field* column) {
    const auto found = column == nullptr ? row.end() : row.find(column->code);
    return found == row.end() || column->is_also(found->second) ? std::string() : found->second;
}

// Of a kind that the form's own choice has; what a number says of itself goes before it.
std::string kind_of_number(std::string_view number, const Field* field, std::string_view type, domain::Date on) {
    if (const auto known = domain::IdentityNumber::parse(number, on)) return known->is_permit() ? "permit" : "citizen";
    const domain::Option* option = field == nullptr ? nullptr : field->option(type);
    constexpr std::array<std::string_view, 4> kKinds{"citizen", "permit", "foreign", "organisation"};
    const bool is_kind = option != nullptr && std::find(kKinds.begin(), kKinds.end(), option->kind) != kKinds.end();
    if (is_kind) return option->kind;
    return domain::parse_credit_code(number) ? "organisation" : std::string(kOther);
}

std::string said(const CourtValue& value) {
    const auto* text = std::get_if<std::string>(&value.what);
    return text == nullptr ? std::string() : *text;
}

std::string applicants_number(const CourtDesk& desk) {
    return number_in(said(answer_value(desk, std::string(code::kDocument) + ".number")));
}

CourtValue text_value(std::string value) {
    if (value.empty()) return {};
    return {std::move(value)};
}

// The columns of the list of those who apply together, by what they take.
struct FellowColumns {
    const Field *name, *document, *guardian;
    const Field *type = nullptr, *relation = nullptr;

    explicit FellowColumns(const Field& field)
        : name(column_of(field, FieldType::Name)),
          document(column_of(field, FieldType::IdDocument)),
          guardian(field.column_of_role("guardian")) {
        for (const Field& column : field.columns) {
            if (column.type != FieldType::Choice) continue;
            const bool is_type = column.option_of_kind("citizen") != nullptr;
            if (&column != domain::wish_column(field)) (is_type ? type : relation) = &column;
        }
    }
};

// The words for a sex as the form's own question has them.
std::string sex_word(const pack::Pack& pack, domain::Sex sex) {
    const std::string_view kind = sex == domain::Sex::Male ? "male" : "female";
    for (const Field& field : pack.form.fields)
        if (const domain::Option* option = field.option_of_kind(kind)) return option->value;
    return {};
}

CourtRow fellow_row(const CourtDesk& desk, const FellowColumns& columns, const domain::Row& row, domain::Date on) {
    CourtRow out;
    const std::string name = text_at(row, columns.name), guardian = text_at(row, columns.guardian);
    const std::string number = document_of(desk, name);
    const auto known = domain::IdentityNumber::parse(number, on);
    const auto put = [&out](const char* cell, CourtValue value) { out.cells[cell] = std::move(value); };
    put("name", text_value(name));
    put("relation", text_value(text_at(row, columns.relation)));
    put("document", text_value(number));
    put("document_kind", {kind_of_number(number, columns.type, text_at(row, columns.type), on)});
    put("sex", known ? text_value(sex_word(desk.pack, known->sex())) : CourtValue{});
    put("born", known ? CourtValue{known->born()} : CourtValue{});
    put("guardian", text_value(guardian));
    put("guarded", {!guardian.empty() || (known && is_minor(known->born(), on))});
    return out;
}

std::string_view without_brackets(std::string_view name) {
    constexpr std::string_view kWide = "\xEF\xBC\x88";  // U+FF08
    return domain::trim(name.substr(0, std::min(name.find(kWide), name.find('('))));
}

// In a group or a list of the form: the number beside the name.
std::string number_beside(const CourtDesk& desk, std::string_view of, std::string_view name) {
    const Field* field = desk.pack.form.field(of);
    const domain::Answer* answer = desk.answers.find(of);
    if (field == nullptr || answer == nullptr) return {};
    const auto in_row = [&](const domain::Row& row) {
        const std::string own = text_at(row, column_of(*field, FieldType::Name));
        const bool is_own = !own.empty() && cases::is_same_person(own, name);
        return is_own ? number_in(text_at(row, column_of(*field, FieldType::IdDocument))) : std::string();
    };
    if (const auto* row = answer->row()) return in_row(*row);
    if (const auto* rows = answer->rows())
        for (const domain::Row& row : *rows)
            if (std::string number = in_row(row); !number.empty()) return number;
    return {};
}

bool is_applicant(const CourtDesk& desk, std::string_view name) {
    const auto is_own = [name](const std::string& each) { return !each.empty() && cases::is_same_person(each, name); };
    return is_own(desk.aid_case.applicant) || is_own(said(answer_value(desk, code::kApplicant))) ||
           std::any_of(desk.aid_case.names.begin(), desk.aid_case.names.end(), is_own);
}

}  // namespace

std::string document_kind(const CourtDesk& desk, domain::Date on) {
    const std::string type = said(answer_value(desk, std::string(code::kDocument) + ".type"));
    return kind_of_number(applicants_number(desk), desk.pack.form.field(code::kDocument), type, on);
}

bool is_organisation(const CourtDesk& desk) {
    return applicant_is(desk.pack, desk.answers) == ApplicantIs::Organisation;
}

bool is_guarded(const CourtDesk& desk, domain::Date on) {
    const domain::Answer* guardian = desk.answers.find(code::kGuardian);
    if (guardian != nullptr && guardian->row() != nullptr) return true;
    const auto known = domain::IdentityNumber::parse(applicants_number(desk), on);
    if (known) return is_minor(known->born(), on);
    const CourtValue told = answer_value(desk, code::kBorn);
    const auto* born = std::get_if<domain::Date>(&told.what);
    return born != nullptr && is_minor(*born, on);
}

CourtValue fellows(const CourtDesk& desk, domain::Date on) {
    const Field* field = desk.pack.form.field(code::kFellowApplicants);
    const domain::Answer* answer = desk.answers.find(code::kFellowApplicants);
    const auto* rows = answer == nullptr ? nullptr : answer->rows();
    if (field == nullptr || rows == nullptr) return {};
    const FellowColumns columns(*field);
    std::vector<CourtRow> all;
    for (const domain::Row& row : *rows)
        if (domain::wish_in(*field, row) == domain::FellowWish::Applies)
            all.push_back(fellow_row(desk, columns, row, on));
    if (all.empty()) return {};
    return {std::move(all)};
}

std::string guardian_named(const CourtDesk& desk) {
    const Field* field = desk.pack.form.field(code::kGuardian);
    const domain::Answer* answer = desk.answers.find(code::kGuardian);
    const auto* row = answer == nullptr ? nullptr : answer->row();
    const std::string name =
        field == nullptr || row == nullptr ? std::string() : text_at(*row, column_of(*field, FieldType::Name));
    return name.empty() ? ruled_line(desk.pack, kNameLine) : name;
}

CourtValue agent_is(const CourtDesk& desk) {
    const Field* field = desk.pack.form.field(code::kAgent);
    const domain::Answer* answer = desk.answers.find(code::kAgent);
    const auto* row = answer == nullptr ? nullptr : answer->row();
    if (field == nullptr || row == nullptr) return {};
    std::string kind, relation;  // the form's own choice, and the one that takes other words
    for (const Field& column : field->columns)
        if (column.type == FieldType::Choice)
            (column.other_words == domain::OtherWords::Accepted ? relation : kind) = text_at(*row, &column);
    if (!kind.empty()) return {kind};
    return relation.empty() ? CourtValue{}
                            : CourtValue{desk.pack.words.text("court.agent_relation", {{"relation", relation}})};
}

CourtValue fellow_names(const CourtDesk& desk, domain::Date on) {
    const CourtValue rows = fellows(desk, on);
    const auto* all = std::get_if<std::vector<CourtRow>>(&rows.what);
    if (all == nullptr) return {};
    std::vector<std::string> names;
    for (const CourtRow& row : *all) {
        std::string name = said(row.cells.at("name")), guardian = said(row.cells.at("guardian"));
        if (guardian.empty()) guardian = ruled_line(desk.pack, kNameLine);
        const bool guarded = std::get<bool>(row.cells.at("guarded").what);
        if (guarded) name = desk.pack.words.text("court.guarded_name", {{"name", name}, {"guardian", guardian}});
        names.push_back(std::move(name));
    }
    return {std::move(names)};
}

std::string document_of(const CourtDesk& desk, std::string_view who) {
    const std::string_view name = without_brackets(who);
    if (name.empty()) return {};
    if (is_applicant(desk, name))
        if (std::string number = applicants_number(desk); !number.empty()) return number;
    for (const std::string_view of : {code::kGuardian, code::kAgent, code::kFellowApplicants})
        if (std::string number = number_beside(desk, of, name); !number.empty()) return number;
    std::string told;
    for (const cases::ToldDocument& each : cases::told_documents(desk.facts, desk.aid_case.inquiry.identified))
        if (!each.document.empty() && cases::is_same_person(each.who, name)) told = each.document;
    return told;
}

}  // namespace courtyard::printing
