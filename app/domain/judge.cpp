#include "app/domain/judge.hpp"

#include <algorithm>

#include "app/domain/bank_account.hpp"
#include "app/domain/case_number.hpp"
#include "app/domain/credit_code.hpp"
#include "app/domain/identity_number.hpp"
#include "app/domain/money.hpp"
#include "app/domain/person_name.hpp"
#include "app/domain/phone.hpp"
#include "app/domain/text.hpp"
#include "app/domain/whole_number.hpp"

namespace courtyard::domain {

void Judged::error(std::string_view code, std::map<std::string, std::string> params) {
    problems.push_back({{}, {}, {}, std::string(code), Severity::Error, std::move(params)});
}
void Judged::warn(std::string_view code) { problems.push_back({{}, {}, {}, std::string(code), Severity::Warning, {}}); }

namespace {

// Stores what a parser made of the text, or its error.
template <class T, class ToText>
void take(Judged& judged, const base::Result<T>& parsed, ToText to_text) {
    if (parsed) {
        judged.stored = to_text(*parsed);
    } else {
        judged.error(parsed.error().code);
    }
}

void judge_length(Judged& judged, const std::u32string& points, std::size_t chars_max, std::string_view code) {
    if (chars_max != 0 && points.size() > chars_max) judged.error(code, {{"max", std::to_string(chars_max)}});
}

void judge_name(Judged& judged, const Field& field) {
    const base::Result<PersonName> name = PersonName::parse(judged.stored);
    if (!name) {
        const bool is_too_long = name.error().code == "name.too_long";
        judged.error(name.error().code,
                     is_too_long ? std::map<std::string, std::string>{{"max", std::to_string(kNameCodePointsMax)}}
                                 : std::map<std::string, std::string>{});
        return;
    }
    judged.stored = name->text();
    judge_length(judged, code_points(judged.stored).value_or(std::u32string{}), field.chars_max, "name.too_long");
    if (name->has_private_use()) judged.warn("name.private_use");
}

void judge_plain(Judged& judged, const Field& field, Lines lines) {
    std::erase(judged.stored, '\r');
    const std::optional<std::u32string> points = code_points(judged.stored);
    if (!points || !is_plain(*points, lines)) return judged.error("answer.characters");
    judge_length(judged, *points, field.chars_max, "answer.too_long");
    if (has_one_of(private_use(), judged.stored)) judged.warn("answer.private_use");
}

void judge_date(Judged& judged, const Field& field, Date today) {
    const base::Result<Date> date = Date::parse(half_width(judged.stored));
    take(judged, date, [](Date d) { return d.text(); });
    if (date && *date > today && field.future == FutureDates::Refused) judged.error("date.future");
}

void judge_money(Judged& judged) {
    const base::Result<Fen> amount = parse_yuan(judged.stored);
    take(judged, amount, [](Fen fen) { return yuan_text(fen); });
    if (amount && *amount > kFenConfirmOver) judged.warn("money.confirm");
}

void judge_integer(Judged& judged, const Field& field) {
    const base::Result<std::int64_t> number = parse_whole_number(judged.stored);
    take(judged, number, [](std::int64_t n) { return std::to_string(n); });
    if (!number || (*number >= field.least() && *number <= field.most())) return;
    judged.error("integer.range", {{"min", std::to_string(field.least())}, {"max", std::to_string(field.most())}});
}

void judge_area(Judged& judged, const Field& field, const Areas* areas) {
    judge_plain(judged, field, Lines::One);
    if (has_errors(judged.problems)) return;
    const std::string half = half_width(judged.stored);
    const std::string_view code = leading_code(half);
    if (code.empty()) {
        // A house number may stand at the start of a village address; only what is nothing but digits must be a code.
        if (std::all_of(half.begin(), half.end(), [](char c) { return c >= '0' && c <= '9'; }))
            judged.error("area.code");
        return;
    }
    const std::u32string points = code_points(judged.stored).value_or(std::u32string{});
    judged.stored = std::string(code) + utf8(std::u32string_view(points).substr(code.size()));
    if (areas == nullptr) return;
    const AreaKnowledge known = look_up(*areas, code.substr(0, 6));
    if (known == AreaKnowledge::Impossible || known == AreaKnowledge::Unknown) judged.warn("area.unknown");
}

void judge_citizen(Judged& judged, const CheckContext& context) {
    const base::Result<IdentityNumber> number = IdentityNumber::parse(judged.stored, context.today);
    take(judged, number, [](const IdentityNumber& n) { return n.text(); });
    if (!number || number->is_permit() || context.areas == nullptr) return;
    if (look_up(*context.areas, number->area()) != AreaKnowledge::Known) judged.warn("identity.area_unknown");
}

void judge_permit(Judged& judged, Date today) {
    const base::Result<IdentityNumber> number = IdentityNumber::parse(judged.stored, today);
    take(judged, number, [](const IdentityNumber& n) { return n.text(); });
    if (number && !number->is_permit()) judged.error("identity.permit");
}

// The foreigner's permanent residence card of 2023 has 18 digits from 9; earlier cards have other forms, which a person
// must look at.
void judge_foreign(Judged& judged) {
    const std::string text = half_width(judged.stored);
    const bool are_digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool are_eighteen = code_points(text).value_or(std::u32string{}).size() == 18;
    if (are_eighteen && !(are_digits && text.front() == '9')) return judged.error("identity.foreign");
    judged.stored = text;
    judged.warn("identity.manual");
}

void judge_document(Judged& judged, const Field& field, const CheckContext& context, std::string_view kind) {
    if (kind.empty() || kind == "citizen") return judge_citizen(judged, context);
    if (kind == "permit") return judge_permit(judged, context.today);
    if (kind == "organisation")
        return take(judged, parse_credit_code(judged.stored), [](const std::string& code) { return code; });
    if (kind == "none") return judged.error("identity.none");
    judge_plain(judged, field, Lines::One);
    if (has_errors(judged.problems)) return;
    judge_length(judged, code_points(judged.stored).value_or(std::u32string{}), kDocumentNumberMax, "answer.too_long");
    if (has_errors(judged.problems)) return;
    if (kind == "foreign") return judge_foreign(judged);
    // A household register carries the same number as the card that is not there yet: then it is as good as one.
    const base::Result<IdentityNumber> number = IdentityNumber::parse(judged.stored, context.today);
    if (number) {
        judged.stored = number->text();
    } else {
        judged.warn("identity.manual");
    }
}

}  // namespace

Judged judge_text(const Field& field, std::string_view text, const CheckContext& context,
                  std::string_view document_kind) {
    Judged judged;
    if (is_blank(text)) return judged;
    judged.stored = std::string(text);
    if (field.is_also(text)) return judged;
    if (!is_utf8(text)) {
        judged.error("answer.characters");
        return judged;
    }
    if (field.is_closed()) {
        if (field.option(text) == nullptr) judged.error("answer.option");
        return judged;
    }
    judged.stored = std::string(trim(text));
    switch (field.type) {
        case FieldType::Name: judge_name(judged, field); break;
        case FieldType::Text:
        case FieldType::Choice: judge_plain(judged, field, Lines::One); break;  // words of one's own
        case FieldType::LongText: judge_plain(judged, field, Lines::Many); break;
        case FieldType::Date: judge_date(judged, field, context.today); break;
        case FieldType::Phone:
            take(judged, parse_phone(judged.stored), [](const std::string& phone) { return phone; });
            break;
        case FieldType::CaseNumber:
            take(judged, CaseNumber::parse(judged.stored, context.today.year()),
                 [](const CaseNumber& number) { return number.text(); });
            break;
        case FieldType::Money: judge_money(judged); break;
        case FieldType::Integer: judge_integer(judged, field); break;
        case FieldType::Area: judge_area(judged, field, context.areas); break;
        case FieldType::IdDocument: judge_document(judged, field, context, document_kind); break;
        default: judged.error("answer.type"); break;
    }
    return judged;
}

}  // namespace courtyard::domain
