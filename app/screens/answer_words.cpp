#include "app/screens/answer_words.hpp"

#include "app/domain/mask.hpp"
#include "app/domain/money.hpp"
#include "app/flow/form_answers.hpp"

namespace courtyard::screens {
namespace {

using domain::Field;
using domain::FieldType;

void join(std::string& text, std::string_view more, std::string_view between) {
    if (more.empty()) return;
    if (!text.empty()) text += between;
    text += more;
}

}  // namespace

std::string amount_in_words(const Ui& ui, std::string_view yuan) {
    const auto amount = domain::parse_yuan(yuan);
    if (!amount) return {};
    domain::CapitalNumerals numerals;
    const std::string digits = ui.say("money.digits");
    std::size_t at = 0;
    for (std::string& digit : numerals.digits) {
        const std::size_t begin = at;
        if (at < digits.size()) static_cast<void>(next_character(digits, at));
        digit = digits.substr(begin, at - begin);
    }
    numerals.ten = ui.say("money.ten");
    numerals.hundred = ui.say("money.hundred");
    numerals.thousand = ui.say("money.thousand");
    numerals.myriad = ui.say("money.myriad");
    numerals.hundred_million = ui.say("money.hundred_million");
    numerals.yuan = ui.say("money.yuan");
    numerals.jiao = ui.say("money.jiao");
    numerals.fen = ui.say("money.fen");
    std::string text = domain::capital_text(*amount, numerals);
    // In capitals one writes "one ten two"; nobody says it.
    if (text.starts_with(numerals.digits[1] + numerals.ten)) text.erase(0, numerals.digits[1].size());
    return text;
}

std::string part_words(const Ui& ui, const Field& part, std::string_view text, Masking masking) {
    if (text.empty() || part.is_also(text)) return std::string(text);
    if (const domain::Option* option = part.option(text)) return option->say;
    switch (part.type) {
        case FieldType::Money:
            if (const auto amount = domain::parse_yuan(text))
                return ui.say("money.amount", {{"yuan", domain::yuan_text(*amount)}});
            break;
        case FieldType::Date:
            if (const auto date = domain::Date::parse(text))
                return ui.say("date.full", {{"year", std::to_string(date->year())},
                                            {"month", std::to_string(date->month())},
                                            {"day", std::to_string(date->day())}});
            break;
        default: break;
    }
    const bool hide = part.shown == domain::Shown::Masked && masking == Masking::as_field_says;
    return hide ? domain::masked(part, text) : std::string(text);
}

std::string row_words(const Ui& ui, const Field& field, const domain::Row& row, Masking masking) {
    std::string text;
    for (const Field& column : field.columns) {
        const auto found = row.find(column.code);
        if (found == row.end()) continue;
        // Parts of a masked field are masked, too.
        Field part = column;
        if (field.shown == domain::Shown::Masked) part.shown = domain::Shown::Masked;
        const std::string words = part_words(ui, part, found->second, masking);
        const bool labelled = column.type == FieldType::Money || column.type == FieldType::Date ||
                              column.type == FieldType::YesNoUnknown || column.type == FieldType::YesNo;
        join(text,
             labelled ? ui.say("list.labelled",
                               {{"label", column.label.empty() ? column.code : column.label}, {"value", words}})
                      : words,
             ui.say("list.comma"));
    }
    return text;
}

std::string answer_words(const Ui& ui, const Field& field, const domain::Answer& answer, Masking masking) {
    std::string text;
    if (const std::string* one = answer.text()) return part_words(ui, field, *one, masking);
    if (const bool* flag = answer.flag()) return ui.say(*flag ? "answer.agreed" : "answer.not_agreed");
    if (const domain::TextList* list = answer.list()) {
        for (const std::string& value : *list)
            join(text, part_words(ui, field, value, masking), ui.say("list.comma"));
        return text;
    }
    if (const domain::RowList* rows = answer.rows()) {
        for (const domain::Row& row : *rows)
            join(text, row_words(ui, field, row, masking), "\n");
        return text;
    }
    const domain::Row* row = answer.row();
    if (!row) return {};
    if (field.type == FieldType::IdDocument) {
        const auto type = row->find(flow::kDocumentType);
        const auto number = row->find(flow::kDocumentNumber);
        if (type != row->end()) text = part_words(ui, field, type->second, masking);
        if (number != row->end())
            join(text,
                 masking == Masking::as_field_says && field.shown == domain::Shown::Masked
                     ? domain::masked(field, number->second)
                     : number->second,
                 " ");
        return text;
    }
    if (field.type == FieldType::Signature) {
        const auto date = row->find(flow::kSignedOn);
        return ui.say("answer.signed", {{"date", date == row->end() ? std::string{} : date->second}});
    }
    return row_words(ui, field, *row, masking);
}

}  // namespace courtyard::screens
