#include "app/cases/sealed_fields.hpp"

#include <algorithm>

#include "app/domain/bank_account.hpp"
#include "app/domain/text.hpp"

namespace courtyard::cases {

namespace {

std::string_view text_in(const Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    const auto* text = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text == nullptr ? std::string_view{} : *text;
}

}  // namespace

bool has_sealed_fields(const ActRule& rule) {
    return std::any_of(rule.fields.begin(), rule.fields.end(),
                       [](const FieldRule& field) { return field.kept == Kept::Sealed; });
}

base::Result<std::string> account_digits(const Fields& typed) {
    const std::string_view number = text_in(typed, "account_number");
    return text_in(typed, "kind") == "card" ? domain::parse_card(number) : domain::parse_account(number);
}

Verdict check_sealed(const ActRule& rule, const Fields& typed) {
    if (!has_sealed_fields(rule)) return std::nullopt;
    const auto digits = account_digits(typed);
    return digits ? Verdict{} : refuse(digits.error().code);
}

Fields as_kept(const ActRule& rule, const Fields& typed) {
    Fields out = typed;
    if (!has_sealed_fields(rule)) return out;
    constexpr std::size_t kEnds = 4;
    const auto digits = account_digits(typed);
    for (const FieldRule& field : rule.fields)
        if (field.kept == Kept::Sealed) out.erase(std::string(field.name));
    if (const std::string_view holder = domain::trim(text_in(typed, "holder")); !holder.empty())
        out["payee"] = std::string(holder);
    out["account"] = FactId{}.text();
    out["account_ends"] = digits ? digits->substr(digits->size() - kEnds) : std::string(kEnds, '0');
    return out;
}

}  // namespace courtyard::cases
