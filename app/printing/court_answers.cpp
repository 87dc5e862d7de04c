// Answers of the form as values of blanks: as they stand on the paper form.
#include "app/cases/told_documents.hpp"
#include "app/domain/credit_code.hpp"
#include "app/domain/double_aid.hpp"
#include "app/domain/identity_number.hpp"
#include "app/domain/money.hpp"
#include "app/pack/application_json.hpp"
#include "app/printing/court_format.hpp"
#include "app/printing/court_persons.hpp"
#include "app/printing/court_values.hpp"

namespace courtyard::printing {

namespace {

using domain::Field;
using domain::FieldType;

// Codes ("E1") say nothing on paper: the words for them do. Other options are stored as the paper form has them.
std::string word_of(const Field& field, const std::string& value) {
    const domain::Option* option = field.option(value);
    const bool is_code = option != nullptr && !value.empty() && static_cast<unsigned char>(value.front()) < 0x80;
    return is_code ? option->say : value;
}

CourtValue typed(const Field& field, const std::string& text) {
    if (text.empty()) return {};
    if (field.is_also(text)) return {text};
    if (field.type == FieldType::Money)
        if (const auto amount = domain::parse_yuan(text)) return {*amount};
    if (field.type == FieldType::Date)
        if (const auto day = domain::Date::parse(text)) return {*day};
    return {word_of(field, text)};
}

CourtValue part_of(const Field& field, const domain::Row& row, std::string_view part) {
    const auto found = row.find(part);
    if (found == row.end() || found->second.empty()) return {};
    if (const Field* column = field.column(part)) return typed(*column, found->second);
    if (field.type == FieldType::Signature && part == "date")
        if (const auto day = domain::Date::parse(found->second)) return {*day};
    return {found->second};
}

CourtRow row_of(const Field& field, const domain::Row& row) {
    CourtRow out;
    for (const Field& column : field.columns)
        out.cells[column.code] = part_of(field, row, column.code);
    return out;
}

// One part after another, each with its name.
std::string in_line(const CourtDesk& desk, const Field& field, const domain::Row& row) {
    std::string out;
    for (const Field& column : field.columns) {
        const CourtValue value = part_of(field, row, column.code);
        if (value.is_empty()) continue;
        const auto& words = desk.pack.words;
        out += (out.empty() ? "" : words.text("court.between")) +
               words.text("court.told", {{"label", column.code}, {"answer", format_value(desk.pack, {}, value)}});
    }
    return out;
}

// As one says it: whom or what the row is about first, the rest in brackets; a figure says what it is of.
std::string in_words(const CourtDesk& desk, const Field& field, const domain::Row& row) {
    const auto& words = desk.pack.words;
    if (!words.has("court.row")) return in_line(desk, field, row);
    std::string who, rest;
    for (const Field& column : field.columns) {
        const CourtValue value = part_of(field, row, column.code);
        if (value.is_empty()) continue;
        std::string said = format_value(desk.pack, {}, value);
        if (who.empty()) {
            who = std::move(said);
            continue;
        }
        const domain::Option* option = column.option(row.at(column.code));
        if (column.type != FieldType::Choice)
            said = words.text("court.row_part", {{"label", column.code}, {"answer", said}});
        else if (option != nullptr)
            said = option->say;
        rest += (rest.empty() ? "" : words.text("court.row_between")) + said;
    }
    return rest.empty() ? who : words.text("court.row", {{"who", who}, {"rest", rest}});
}

// The day on which a paper came that the applicant had not brought. Whoever asks for it calls it by a longer name than
// the form does.
std::optional<domain::Date> brought_on(const CourtDesk& desk, const std::string& paper) {
    if (paper.empty()) return {};
    for (const cases::Fact* fact : facts_in_force(desk)) {
        if (fact->kind != "more_came") continue;
        for (const char* list : {"papers", "others"})
            for (const std::string& each : fact->texts(list))
                if (each.find(paper) != std::string::npos) return fact->day();
    }
    return {};
}

// Of the list of papers: what was missing and has come since.
void tell_brought(const CourtDesk& desk, const Field& field, const domain::Row& row, CourtRow& out) {
    const Field *name = field.column_of_role("name"), *state = field.column_of_role("state"),
                *reason = field.column_of_role("reason");
    const auto& words = desk.pack.words;
    if (name == nullptr || state == nullptr || !row.contains(name->code) || !row.contains(state->code)) return;
    const domain::Option* stands = state->option(row.at(state->code));
    if (stands == nullptr || stands->kind != "missing" || !words.has("court.brought")) return;
    const auto on = brought_on(desk, row.at(name->code));
    if (!on) return;
    out.cells[state->code] = {words.text("court.brought", {{"on", format_value(desk.pack, {}, {*on})}})};
    if (reason != nullptr) out.cells[reason->code] = {};
}

// A list that was answered by a word ("none") is one row: the word in its first column.
CourtValue row_of_word(const CourtDesk& desk, const Field& field, const std::string& word) {
    CourtRow row;
    for (const Field& column : field.columns)
        row.cells[column.code] = {desk.pack.words.text("court.nothing")};
    if (!field.columns.empty()) row.cells[field.columns.front().code] = {word};
    return {std::vector<CourtRow>{std::move(row)}};
}

CourtValue whole(const CourtDesk& desk, const Field& field, const domain::Answer& answer) {
    const bool is_list = field.type == FieldType::Rows || field.type == FieldType::Papers;
    if (answer.text() != nullptr && field.type == FieldType::Group) return {};  // a word instead of it: there is none
    if (const auto* text = answer.text()) return is_list ? row_of_word(desk, field, *text) : typed(field, *text);
    if (const auto* flag = answer.flag()) return {*flag};
    if (const auto* list = answer.list()) {
        std::vector<std::string> words;
        for (const std::string& each : *list)
            words.push_back(word_of(field, each));
        return {std::move(words)};
    }
    if (const auto* row = answer.row()) {
        if (field.type == FieldType::IdDocument) return part_of(field, *row, "number");
        return {true};  // somebody answered: what tests ask for
    }
    std::vector<CourtRow> rows;
    for (const domain::Row& row : *answer.rows()) {
        rows.push_back(row_of(field, row));
        if (field.type == FieldType::Papers) tell_brought(desk, field, row, rows.back());
    }
    if (rows.empty()) return {};
    return {std::move(rows)};
}

// An answer to a field of another form: nobody here knows more of it than what stands there.
std::string as_it_stands(const pack::Words& words, const domain::Answer& answer) {
    const auto join = [&words](std::string& out, const std::string& one, const char* key) {
        if (!one.empty()) out += (out.empty() ? "" : words.text(key)) + one;
    };
    const auto row_said = [&](const domain::Row& row) {
        std::string said;
        for (const auto& [label, text] : row)
            if (!text.empty())
                join(said, words.text("court.told", {{"label", label}, {"answer", text}}), "court.between");
        return said;
    };
    std::string out;
    if (const auto* text = answer.text()) out = *text;
    if (const auto* flag = answer.flag()) out = words.text(*flag ? "court.yes" : "court.no");
    if (const auto* row = answer.row()) out = row_said(*row);
    if (const auto* list = answer.list())
        for (const std::string& each : *list)
            join(out, each, "court.between");
    if (const auto* rows = answer.rows())
        for (const domain::Row& each : *rows)
            join(out, row_said(each), "court.apart");
    return out;
}

}  // namespace

CourtValue answer_value(const CourtDesk& desk, std::string_view name) {
    const std::size_t first = name.find('.');
    const std::size_t second = first == std::string_view::npos ? first : name.find('.', first + 1);
    const std::string_view code = name.substr(0, second);
    // The name as the case has it: somebody may have set right how it was typed.
    if (name == "F1.01" && !desk.aid_case.applicant.empty()) return {desk.aid_case.applicant};
    const Field* field = desk.pack.form.field(code);
    const domain::Answer* answer = desk.answers.find(code);
    if (field == nullptr || answer == nullptr) return {};
    if (second == std::string_view::npos) return whole(desk, *field, *answer);
    const std::string_view part = name.substr(second + 1);
    if (const auto* row = answer->row()) return part_of(*field, *row, part);
    // A group answered by a word ("not known yet") says it in its first part.
    const auto* text = answer->text();
    if (text == nullptr) return {};
    if (field->type == FieldType::IdDocument) return part == "number" ? CourtValue{*text} : CourtValue{};
    return !field->columns.empty() && field->columns.front().code == part ? CourtValue{*text} : CourtValue{};
}

std::string told_answer(const CourtDesk& desk, const std::string& code) {
    const Field* field = desk.pack.form.field(code);
    // The number of the form may be no longer theirs.
    const domain::Answer renewed{desk.aid_case.contact.phone};
    const bool is_renewed = code == domain::code::kPhone && !desk.aid_case.contact.phone.empty();
    const domain::Answer* answer = is_renewed ? &renewed : desk.answers.find(code);
    const auto& words = desk.pack.words;
    if (field == nullptr) {
        const auto other = desk.answers.others.find(code);
        if (other == desk.answers.others.end()) return code;
        return words.text("court.told", {{"label", code}, {"answer", as_it_stands(words, other->second)}});
    }
    const bool names_organisation = code == domain::code::kApplicant && is_organisation(desk);
    const std::string label = names_organisation ? words.text("court.organisation_name") : field->label;
    if (answer == nullptr) return words.text("court.told", {{"label", label}, {"answer", ruled_line(desk.pack, 8)}});
    std::string said;
    if (const auto* row = answer->row(); row != nullptr && field->type == FieldType::Group) {
        said = in_line(desk, *field, *row);
    } else if (const auto* document = answer->row(); document != nullptr && field->type == FieldType::IdDocument) {
        const std::string type = format_value(desk.pack, {}, part_of(*field, *document, "type"));
        said = type + (type.empty() ? "" : " ") + format_value(desk.pack, {}, whole(desk, *field, *answer));
    } else if (const auto* rows = answer->rows()) {
        for (const domain::Row& each : *rows)
            said += (said.empty() ? "" : words.text("court.apart")) + in_words(desk, *field, each);
    } else if (const auto* text = answer->text()) {
        said = format_value(desk.pack, {}, typed(*field, *text));
    } else {
        said = format_value(desk.pack, {}, whole(desk, *field, *answer));
    }
    // A bare number says what it counts, where the pack has the word for that.
    const std::string counted = "court.counted." + code;
    const bool is_number = answer->text() != nullptr && !field->is_also(*answer->text());
    if (is_number && words.has(counted)) said = words.text(counted, {{"n", said}});
    return words.text("court.told", {{"label", label}, {"answer", said}});
}

bool is_answered_by_word(const CourtDesk& desk, std::string_view name) {
    const Field* field = desk.pack.form.field(name);
    const domain::Answer* answer = desk.answers.find(name);
    return field != nullptr && answer != nullptr && answer->text() != nullptr &&
           (field->type == FieldType::Rows || field->type == FieldType::Papers);
}

domain::Application answers_of(const pack::Pack& pack, std::span<const cases::Fact> facts) {
    for (const cases::Fact& fact : facts) {
        if (fact.kind != "case_opened" || fact.id != fact.about || !fact.has("answers")) continue;
        auto answers = pack::parse_signed_application(pack.form, fact.text("answers"));
        if (answers) return domain::with_computed(pack.form, *answers, fact.day());
    }
    return {};
}

std::optional<domain::Fen> told_unpaid(const pack::Pack& pack, std::span<const cases::Fact> facts) {
    const Field* field = pack.form.field("F1.36");
    if (field == nullptr) return std::nullopt;
    domain::Application answers = answers_of(pack, facts);
    const domain::Answer* answer = answers.find(field->code);
    const domain::Row* row = answer == nullptr ? nullptr : answer->row();
    std::optional<domain::Fen> told;
    // The one part that follows from the others: adjudged less what came.
    for (const Field& column : field->columns) {
        if (row == nullptr || column.type != FieldType::Money || !column.from) continue;
        if (const auto cell = row->find(column.code); cell != row->end())
            if (const auto amount = domain::parse_yuan(cell->second)) told = *amount;
    }
    domain::wipe(answers);
    return told;
}

ApplicantIs applicant_is(const pack::Pack& pack, const domain::Application& answers) {
    const domain::Field* field = pack.form.field(domain::code::kDocument);
    const domain::Answer* said = answers.find(domain::code::kDocument);
    // A number alone is a citizen's (F1.06 of the form).
    if (said != nullptr && said->text() != nullptr && domain::same_person_text(*said->text()))
        return ApplicantIs::Person;
    const domain::Row* row = said == nullptr ? nullptr : said->row();
    const auto type = row == nullptr ? domain::Row::const_iterator{} : row->find("type");
    if (field == nullptr || row == nullptr || type == row->end()) return ApplicantIs::Unknown;
    const domain::Option* option = field->option(type->second);
    if (option == nullptr || option->kind == "none") return ApplicantIs::Unknown;
    return option->kind == "organisation" ? ApplicantIs::Organisation : ApplicantIs::Person;
}

ApplicantIs applicant_is(const pack::Pack& pack, const cases::AidCase& folded, std::span<const cases::Fact> facts) {
    domain::Application answers = answers_of(pack, facts);
    add_told_document(pack, folded, facts, answers);
    const ApplicantIs is = applicant_is(pack, answers);
    domain::wipe(answers);
    return is;
}

void add_told_document(const pack::Pack& pack, const cases::AidCase& folded, std::span<const cases::Fact> facts,
                       domain::Application& answers) {
    // Of whoever asks by word of mouth the case has the name and the telephone, and no form.
    const auto fill = [&](std::string_view code, const std::string& told) {
        if (!told.empty() && pack.form.field(code) != nullptr && answers.find(code) == nullptr)
            answers.answers[std::string(code)] = {told};
    };
    fill(domain::code::kApplicant, folded.applicant);
    fill(domain::code::kPhone, folded.contact.phone);
    const domain::Field* field = pack.form.field(domain::code::kDocument);
    const domain::Answer* said = answers.find(domain::code::kDocument);
    const std::string document = cases::applicants_document(facts, folded.inquiry.identified, folded.names);
    const auto number = domain::IdentityNumber::parse(document, folded.received_on);
    const bool is_person = number && applicant_is(pack, answers) == ApplicantIs::Organisation;
    const bool is_known =
        !is_person && said != nullptr && (said->text() == nullptr || domain::same_person_text(*said->text()));
    if (field == nullptr || is_known || document.empty()) return;
    domain::Row row{{"number", document}};
    const auto name_kind = [&](const char* kind) {
        if (const domain::Option* option = field->option_of_kind(kind)) row["type"] = option->value;
    };
    if (number) row["number"] = number->text();
    if (number && !number->is_permit()) name_kind("citizen");
    if (const auto code = domain::parse_credit_code(document); code && !number) {
        row["number"] = *code;
        name_kind("organisation");
    }
    answers.answers[std::string(domain::code::kDocument)] = {std::move(row)};
    answers = domain::with_computed(pack.form, answers, folded.received_on);
}

}  // namespace courtyard::printing
