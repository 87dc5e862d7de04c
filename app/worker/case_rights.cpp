#include "app/worker/case_rights.hpp"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "app/cases/act_table.hpp"
#include "app/cases/bank_number.hpp"
#include "app/domain/mask.hpp"
#include "app/domain/text.hpp"
#include "app/flow/form_answers.hpp"
#include "app/flow/form_codes.hpp"

namespace courtyard::worker {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, cases::kRightNames.size()> kWhy{
    "your office may not see bank numbers", "your office has nothing to do with papers of cases",
    "your office has nothing to do with figures over all cases", "your office may not see who looked at what"};

void take_account_out(Json& answers) {
    std::vector<std::string> gone;
    for (const auto& [code, value] : answers.items())
        if (code.starts_with(flow::code::kAccount)) gone.push_back(code);
    for (const std::string& code : gone)
        answers.erase(code);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// All digits but the last four of the text; those of other widths go, too.
void hide_digits(std::string& text) {
    constexpr std::string_view kWide = "\xEF\xBC";  // full-width 0 to 9: EF BC 90 to EF BC 99
    int left = 4;
    for (std::size_t at = text.size(); at-- > 0;) {
        const auto last = static_cast<unsigned char>(text[at]);
        const bool wide = at >= 2 && last >= 0x90 && last <= 0x99 && std::string_view(text).substr(at - 2, 2) == kWide;
        if (!is_digit(text[at]) && !wide) continue;
        if (left-- > 0) continue;
        if (wide) at -= 2;
        text.replace(at, wide ? 3 : 1, "*");
    }
}

char32_t half_width(char32_t c) { return c >= U'\uFF10' && c <= U'\uFF5A' ? c - U'\uFF10' + U'0' : c; }
bool is_letter(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }
bool is_figure(char32_t c) { return c >= U'0' && c <= U'9'; }

// How many characters a passport's or a permit's number has from there on: up to three letters, then seven to twelve
// digits. 0: there is none.
std::size_t document_at(const std::u32string& plain, std::size_t from) {
    constexpr std::size_t kIdLettersMax = 3, kFiguresMin = 7, kFiguresMax = 12;
    std::size_t at = from;
    while (at < plain.size() && is_letter(plain[at]))
        ++at;
    const std::size_t letters = at - from;
    if (letters == 0 || letters > kIdLettersMax) return 0;
    if (at < plain.size() && (plain[at] == U' ' || plain[at] == U'-')) ++at;
    const std::size_t first = at;
    while (at < plain.size() && is_figure(plain[at]))
        ++at;
    const bool ends = at == plain.size() || !is_letter(plain[at]);
    const std::size_t figures = at - first;
    return ends && figures >= kFiguresMin && figures <= kFiguresMax ? at - from : 0;
}

// Documents that are no card of a resident: too short for a bank number, and nobody else's business all the same.
void hide_documents_in(std::string& text) {
    auto points = domain::code_points(text);
    if (!points) return;
    std::u32string plain = *points;
    std::transform(plain.begin(), plain.end(), plain.begin(), half_width);
    constexpr std::size_t kSeen = 4;
    bool hidden = false;
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t length = document_at(plain, at);
        if (length > 0) {
            for (std::size_t i = at; i + kSeen < at + length; ++i)
                if (is_figure(plain[i])) (*points)[i] = U'*';
            hidden = true;
        }
        at += std::max<std::size_t>(length, 1);
        // The next one begins where no word goes on.
        while (at < plain.size() && at > 0 && (is_letter(plain[at - 1]) || is_figure(plain[at - 1])) &&
               (is_letter(plain[at]) || is_figure(plain[at])))
            ++at;
    }
    if (hidden) text = domain::utf8(*points);
}

void hide(std::string& text) {
    if (cases::holds_bank_number(text)) hide_digits(text);
    hide_documents_in(text);
}

// A field that holds nothing but a document's number.
void hide_whole(std::string& text) {
    if (cases::holds_bank_number(text)) return hide_digits(text);
    if (std::any_of(text.begin(), text.end(), is_digit)) text = domain::mask_document(text);
}

bool is_number(const domain::Field& part) {
    return part.type == domain::FieldType::IdDocument || part.type == domain::FieldType::Phone;
}

// Of a document its number; of tables and groups each column that is masked, or holds a number.
void hide_answer(const domain::Field& field, bool is_masked, Json& value) {
    if (value.is_string() && is_masked) value = domain::masked(field, value.get<std::string>());
    if (value.is_array())
        for (Json& each : value)
            hide_answer(field, is_masked, each);
    if (!value.is_object()) return;
    for (auto& [key, part] : value.items()) {
        if (key == flow::kDocumentType) continue;
        const domain::Field* column = field.column(key);
        const domain::Field& of = column == nullptr ? field : *column;
        hide_answer(of, is_masked || of.shown == domain::Shown::Masked || is_number(of), part);
    }
}

bool is_typed(const cases::FieldRule* rule) {
    return rule == nullptr || rule->type == cases::FieldType::Words || rule->type == cases::FieldType::Line ||
           rule->type == cases::FieldType::Lines;
}

// Digests and keys are lines to the table; nobody typed them, and without a letter they would be another number.
bool is_hexadecimal(std::string_view text) {
    constexpr std::size_t kIdMin = 16;
    return text.size() >= kIdMin && text.find_first_not_of("0123456789abcdef") == std::string_view::npos &&
           text.find_first_of("abcdef") != std::string_view::npos;
}

}  // namespace

bool may_see(const Machine& machine, cases::Right right) {
    const auto* self = std::get_if<base::PersonId>(&machine.author());
    const mail::Person* person = self == nullptr ? nullptr : mail::find_person(machine.roster(), *self);
    if (person == nullptr || person->standing != mail::Standing::Active) return false;
    const auto role = cases::role_of(mail::name_of(person->role));
    return role && machine.pack().roles.may_see(*role, right);
}

base::Result<void> must_see(const Machine& machine, cases::Right right) {
    if (may_see(machine, right)) return {};
    const auto place = static_cast<std::size_t>(right);
    return base::fail("right." + std::string(cases::kRightNames.at(place)),
                      std::string(kWhy.at(place)) + ": the court's signed matrix (rules/roles.toml) says who may");
}

std::string without_account(const std::string& answers_json) {
    Json answers = Json::parse(answers_json, nullptr, false);
    if (!answers.is_object()) return {};
    take_account_out(answers);
    return answers.dump();
}

std::string payload_without_account(const std::string& payload) {
    Json application = Json::parse(payload, nullptr, false);
    if (!application.is_object()) return {};
    const auto answers = application.find("answers");
    if (answers != application.end() && answers->is_object()) take_account_out(*answers);
    return application.dump();
}

void hide_long_numbers(std::vector<cases::Fact>& facts) {
    for (cases::Fact& fact : facts) {
        const cases::ActRule* rule = cases::find_act(fact.kind);
        for (auto& [name, value] : fact.fields) {
            if (!is_typed(rule == nullptr ? nullptr : cases::find_field(*rule, name))) continue;
            auto* text = std::get_if<std::string>(&value);
            if (text != nullptr && name == "document")
                hide_whole(*text);
            else if (text != nullptr && !is_hexadecimal(*text))
                hide(*text);
            if (auto* list = std::get_if<std::vector<std::string>>(&value))
                std::for_each(list->begin(), list->end(), hide);
        }
    }
}

void hide_documents(std::vector<cases::Fact>& facts) {
    constexpr std::size_t kShown = 3, kLast = 4, kFewMax = 12;  // a passport has nine: less of it is shown
    for (cases::Fact& fact : facts) {
        const auto found = fact.fields.find("document");
        auto* text = found == fact.fields.end() ? nullptr : std::get_if<std::string>(&found->second);
        if (text == nullptr) continue;
        const bool is_short = text->size() <= kFewMax;
        *text = domain::mask_all_but(*text, is_short ? 1 : kShown, is_short ? 2 : kLast);
    }
}

void hide_answers(const domain::FormDefinition& form, std::vector<cases::Fact>& facts) {
    for (cases::Fact& fact : facts) {
        const auto found = fact.fields.find("answers");
        auto* text = found == fact.fields.end() ? nullptr : std::get_if<std::string>(&found->second);
        if (text == nullptr) continue;
        Json answers = Json::parse(*text, nullptr, false), seen = Json::object();
        if (answers.is_object())
            for (auto& [code, value] : answers.items()) {
                const domain::Field* field = form.field(code);
                if (field == nullptr) continue;
                hide_answer(*field, field->shown == domain::Shown::Masked || is_number(*field), value);
                seen[code] = value;
            }
        *text = seen.dump();
    }
}

}  // namespace courtyard::worker
