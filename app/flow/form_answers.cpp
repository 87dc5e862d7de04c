#include "app/flow/form_answers.hpp"

#include <algorithm>

#include "app/flow/form_codes.hpp"

namespace courtyard::flow {
namespace {

using domain::Answer;
using domain::Application;
using domain::Field;
using domain::Row;
using domain::RowList;
using domain::TextList;

Row& row_of(Application& application, const Field& field) {
    Answer& answer = application.answers[field.code];
    if (!std::holds_alternative<Row>(answer.value)) answer.value = Row{};
    return std::get<Row>(answer.value);
}

RowList& rows_of(Application& application, const Field& field) {
    Answer& answer = application.answers[field.code];
    if (!std::holds_alternative<RowList>(answer.value)) answer.value = RowList{};
    return std::get<RowList>(answer.value);
}

void put(Row& row, std::string_view key, std::string text) {
    if (text.empty()) {
        if (const auto found = row.find(key); found != row.end()) row.erase(found);
        return;
    }
    row[std::string(key)] = std::move(text);
}

const Field* role(const Field& field, std::string_view name) { return field.column_of_role(name); }

TextList codes(const auto& bits, char letter, std::size_t first) {
    TextList list;
    for (std::size_t i = first; i < bits.size(); ++i)
        if (bits.test(i)) list.push_back(std::string(1, letter) + std::to_string(i));
    return list;
}

// Whoever applies for an organisation has its code at hand and no identity card: the form then asks for neither sex nor
// birth (forms/f1.toml). Which document it is may still be changed; a number that was typed stays.
void set_document_of_organisation(Application& application, const domain::FormDefinition& form,
                                  const domain::ScreeningAnswers& said) {
    const Field* field = form.field(code::kDocument);
    const domain::Option* document = field == nullptr ? nullptr : field->option_of_kind("organisation");
    if (document == nullptr) return;
    const Answer* now = application.find(field->code);
    const Row unnumbered{{"type", document->value}};
    const bool is_ours = now != nullptr && now->row() != nullptr && *now->row() == unnumbered;
    if (said.g1 == domain::Reply::No && now == nullptr) application.answers[field->code] = Answer{unnumbered};
    if (said.g1 != domain::Reply::No && is_ours) erase(application, field->code);
}

}  // namespace

void set_text(Application& application, const Field& field, const Asking& asking, std::string text) {
    if (asking.column < 0) {
        if (text.empty())
            erase(application, field.code);
        else
            application.answers[field.code] = Answer{std::move(text)};
        return;
    }
    const std::string& key = field.columns.at(static_cast<std::size_t>(asking.column)).code;
    if (asking.row < 0) {
        put(row_of(application, field), key, std::move(text));
        return;
    }
    RowList& rows = rows_of(application, field);
    const auto row = static_cast<std::size_t>(asking.row);
    if (rows.size() <= row) rows.resize(row + 1);
    put(rows[row], key, std::move(text));
}

void set_flag(Application& application, const Field& field, bool on) { application.answers[field.code] = Answer{on}; }

void toggle(Application& application, const Field& field, std::string_view value) {
    if (field.is_also(value)) {
        const Answer* now = application.find(field.code);
        const bool was = now && now->text() && *now->text() == value;
        set_text(application, field, {field.code}, was ? std::string{} : std::string(value));
        return;
    }
    Answer& answer = application.answers[field.code];
    if (!std::holds_alternative<TextList>(answer.value)) answer.value = TextList{};
    TextList& list = std::get<TextList>(answer.value);
    if (const auto found = std::find(list.begin(), list.end(), value); found != list.end()) {
        list.erase(found);
        return;
    }
    const auto alone = [&field](std::string_view one) {
        const domain::Option* option = field.option(one);
        return option && option->kind == "alone";
    };
    if (alone(value)) list.clear();
    std::erase_if(list, alone);
    list.emplace_back(value);
    // In the order of the form, so that equal answers are equal values.
    std::stable_sort(list.begin(), list.end(), [&field](const std::string& a, const std::string& b) {
        return field.option(a) < field.option(b);
    });
}

void set_document(Application& application, const Field& field, std::string type, std::string number) {
    Row& row = row_of(application, field);
    put(row, kDocumentType, std::move(type));
    put(row, kDocumentNumber, std::move(number));
    if (row.find(kDocumentNumber) == row.end() && row.find(kDocumentType) == row.end()) erase(application, field.code);
}

void set_signature(Application& application, const Field& field, bool is_signed, std::string date) {
    if (!is_signed) {
        erase(application, field.code);
        return;
    }
    Row& row = row_of(application, field);
    put(row, kSigned, "true");
    put(row, kSignedOn, std::move(date));
}

void set_ink(Application& application, const Field& field, std::string ink, std::string date) {
    Row& row = row_of(application, field);
    put(row, kSigned, "true");
    put(row, kSignedOn, std::move(date));
    put(row, kInk, std::move(ink));
}

void erase(Application& application, std::string_view code) {
    if (const auto found = application.answers.find(code); found != application.answers.end())
        application.answers.erase(found);
}

int paper_row(const Application& application, const Field& field, std::string_view name) {
    const Answer* answer = application.find(field.code);
    const Field* name_column = role(field, "name");
    if (!answer || !answer->rows() || !name_column) return -1;
    for (std::size_t i = 0; i < answer->rows()->size(); ++i) {
        const Row& row = (*answer->rows())[i];
        const auto found = row.find(name_column->code);
        if (found != row.end() && found->second == name) return static_cast<int>(i);
    }
    return -1;
}

std::string paper_state(const Application& application, const Field& field, std::string_view name) {
    const int index = paper_row(application, field, name);
    const Field* state_column = role(field, "state");
    if (index < 0 || !state_column) return {};
    const Row& row = (*application.find(field.code)->rows())[static_cast<std::size_t>(index)];
    const auto found = row.find(state_column->code);
    return found == row.end() ? std::string{} : found->second;
}

void set_paper(Application& application, const Field& field, std::string_view name, std::string_view state) {
    const Field* name_column = role(field, "name");
    const Field* state_column = role(field, "state");
    const Field* reason_column = role(field, "reason");
    if (!name_column || !state_column) return;
    RowList& rows = rows_of(application, field);
    const int index = paper_row(application, field, name);
    Row& row = index < 0 ? rows.emplace_back() : rows[static_cast<std::size_t>(index)];
    put(row, name_column->code, std::string(name));
    put(row, state_column->code, std::string(state));
    const domain::Option* option = state_column->option(state);
    if (reason_column && (!option || option->kind != "missing")) put(row, reason_column->code, {});
}

void prefill_papers(Application& application, const Field& field) {
    const Field* name_column = role(field, "name");
    const Field* state_column = role(field, "state");
    const domain::Option* court = state_column ? state_column->option_of_kind("court") : nullptr;
    if (!name_column || !court || application.find(field.code)) return;
    for (std::size_t i = 0; i + 1 < name_column->options.size(); ++i)
        set_paper(application, field, name_column->options[i].value, court->value);
}

std::set<std::string, std::less<>> settle(Application& application, const domain::FormDefinition& form,
                                          domain::ApplicantKind kind, const ScreeningWork& screening) {
    std::set<std::string, std::less<>> settled;
    const auto answer = [&](std::string_view code, domain::Answer value) {
        const Field* field = form.field(code);
        if (!field) return;
        application.answers[std::string(code)] = std::move(value);
        settled.insert(std::string(code));
    };
    if (const Field* way = form.field(code::kWayOfFiling); way && !way->options.empty()) {
        if (kind == domain::ApplicantKind::Helper) {
            if (const domain::Option* helper = way->option_of_kind("helper"))
                answer(code::kWayOfFiling, {helper->value});
        } else if (kind == domain::ApplicantKind::Self) {
            answer(code::kWayOfFiling, {way->options.front().value});
        }
    }
    if (const Field* way = form.field(code::kNoticeWay); way && !way->options.empty())
        answer(code::kNoticeWay, {way->options.front().value});
    if (!screening.done) return settled;
    const domain::ScreeningAnswers& said = screening.answers;
    if (screening.answered.count("G1") != 0) set_document_of_organisation(application, form, said);
    if (said.e.any()) answer(code::kSituation, {codes(said.e, 'E', 1)});
    if (said.h.any()) answer(code::kHardship, {codes(said.h, 'H', 0)});
    const bool by_another = kind == domain::ApplicantKind::Guardian || kind == domain::ApplicantKind::Agent;
    if (by_another && screening.answered.count("guardian_is_wrongdoer") != 0 &&
        said.guardian == domain::Guardian::Proper)
        answer(code::kWrongdoer, {form.no});
    if (screening.answered.count("G6") != 0)
        answer(code::kAidedBefore, {said.g6 == domain::Reply::Yes  ? form.no
                                    : said.g6 == domain::Reply::No ? form.yes
                                                                   : form.unknown});
    if (screening.answered.count("G7") != 0 && said.g7 != domain::Reply::Unknown)
        answer(code::kUrgent, {said.g7 == domain::Reply::Yes ? form.yes : form.no});
    return settled;
}

}  // namespace courtyard::flow
