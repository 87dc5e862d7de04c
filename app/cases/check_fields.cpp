#include "app/cases/check_fields.hpp"

#include <algorithm>
#include <array>

#include "app/cases/act_table.hpp"
#include "app/domain/case_number.hpp"
#include "app/domain/contact_rule.hpp"
#include "app/domain/text.hpp"

namespace courtyard::cases {

namespace {

constexpr std::size_t kDataBytesMax = 512 * 1024;
constexpr std::int64_t kCountMax = 10'000;
constexpr int kYearMax = 9999;

constexpr std::array kCommon{FieldRule{"on", FieldType::Day, Need::May}, FieldRule{"note", FieldType::Words, Need::May},
                             FieldRule{"based_on", FieldType::Facts, Need::May}};

bool is_text(const std::string& text, std::size_t chars_max, domain::Lines lines) {
    const auto points = domain::code_points(text);
    return points && points->size() <= chars_max && domain::is_plain(*points, lines) && !domain::trim(text).empty();
}

bool is_choice(std::string_view word, std::string_view choices) {
    if (word.empty() || word.find(' ') != std::string_view::npos) return false;
    for (std::size_t from = 0; from <= choices.size();) {
        const std::size_t end = std::min(choices.find(' ', from), choices.size());
        if (choices.substr(from, end - from) == word) return true;
        from = end + 1;
    }
    return false;
}

bool is_good_text(const FieldRule& rule, const std::string& text) {
    switch (rule.type) {
        case FieldType::Line: return is_text(text, kLineMax, domain::Lines::One);
        case FieldType::Words: return is_text(text, kWordsMax, domain::Lines::Many);
        case FieldType::Data: return !text.empty() && text.size() <= kDataBytesMax;
        case FieldType::Day: return domain::Date::parse(text).has_value();
        case FieldType::Hours: return domain::read_call_hours(text).has_value();
        case FieldType::CaseNumber: return domain::CaseNumber::parse(text, kYearMax).has_value();
        case FieldType::Person: return base::PersonId::parse(text).has_value();
        case FieldType::Fact: return FactId::parse(text).has_value();
        case FieldType::Choice: return is_choice(text, rule.choices);
        default: return false;
    }
}

bool is_good_list(const FieldRule& rule, const std::vector<std::string>& list) {
    const bool may_be_empty = rule.need == Need::May || rule.type == FieldType::Facts;
    if (list.size() > (rule.type == FieldType::Pictures ? kPicturesMax : kListMax) || (list.empty() && !may_be_empty))
        return false;
    const auto good = [&rule](const std::string& each) {
        switch (rule.type) {
            case FieldType::Lines: return is_text(each, kLineMax, domain::Lines::One);
            case FieldType::Persons: return base::PersonId::parse(each).has_value();
            case FieldType::Facts: return FactId::parse(each).has_value();
            case FieldType::Pictures: return base::Digest::parse(each).has_value();
            default: return false;
        }
    };
    return std::all_of(list.begin(), list.end(), good);
}

bool is_good_number(const FieldRule& rule, std::int64_t number) {
    const std::int64_t least = rule.least == Least::Nothing ? 0 : 1;
    if (rule.type == FieldType::Money) return number >= least && number <= domain::kFenMax.value;
    return rule.type == FieldType::Count && number >= 0 && number <= kCountMax;
}

bool is_good(const FieldRule& rule, const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return is_good_text(rule, *text);
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return is_good_list(rule, *list);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return is_good_number(rule, *number);
    const bool yes = std::get<bool>(value);
    return rule.type == FieldType::YesNo || (rule.type == FieldType::Yes && yes);
}

// `absent`: fields that must not be there.
Verdict check(const ActRule& rule, const Fields& fields, Kept absent) {
    for (const auto rules : {rule.fields, common_fields()}) {
        for (const FieldRule& field : rules) {
            const auto found = fields.find(field.name);
            const bool is_missing = found == fields.end();
            const bool good = field.kept == absent ? is_missing || absent == Kept::Made
                              : is_missing         ? field.need == Need::May
                                                   : is_good(field, found->second);
            if (!good) return refuse("field." + std::string(field.name));
        }
    }
    return std::nullopt;
}

}  // namespace

std::span<const FieldRule> common_fields() { return kCommon; }

Fields as_signed(const ActRule& rule, Fields typed) {
    for (const FieldRule& field : rule.fields) {
        const auto found = typed.find(field.name);
        if (field.type != FieldType::CaseNumber || found == typed.end()) continue;
        if (auto* text = std::get_if<std::string>(&found->second)) *text = domain::plain_case_number(*text);
    }
    return typed;
}

Verdict check_fields(const ActRule& rule, const Fields& fields) { return check(rule, fields, Kept::Sealed); }

Verdict check_typed(const ActRule& rule, const Fields& fields) { return check(rule, fields, Kept::Made); }

}  // namespace courtyard::cases
