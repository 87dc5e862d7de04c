#include "app/flow/act_box.hpp"

#include <algorithm>
#include <array>

namespace courtyard::flow {

namespace {

constexpr std::string_view kField = "field.", kDocument = "document.", kAccount = "account.";

// Codes of rules that look at one box; those of a field bear its name.
struct Box {
    std::string_view code, box;
};
constexpr std::array kBoxes{
    Box{"on.future", "received_on"},
    Box{"on.future", "on"},
    Box{"on.before", "on"},
    Box{"on.before_case", "on"},
    Box{"lead.before", "on"},
    Box{"hearing.before", "on"},
    Box{"referral.day", "on"},
    Box{"promise.day", "on"},
    Box{"day.past", "day"},
    Box{"day.past", "until"},
    Box{"day.past", "next"},
    Box{"revisit.next", "next"},
    Box{"revisit.again", "again"},
    Box{"revisit.later", "again"},
    Box{"filed.taken", "number"},
    Box{"filed.kind", "number"},
    Box{"filed.court", "number"},
    Box{"account.holder", "holder"},
    Box{"report.amount", "amount"},
    Box{"report.ceiling", "amount"},
    Box{"report.urgent", "amount"},
    Box{"report.wage", "wage"},
    Box{"report.exception", "unpaid"},
    Box{"vote.amount", "amount"},
    Box{"vote.ceiling", "amount"},
    Box{"vote.urgent", "amount"},
    Box{"decided.amount", "amount"},
    Box{"urgent.ceiling", "amount"},
    Box{"urgent.amount", "amount"},
    Box{"fund.amount", "amount"},
    Box{"fund.left", "amount"},
    Box{"pay.more", "amount"},
    Box{"recovery.amount", "amount"},
    Box{"recovered.more", "amount"},
    Box{"linkage.amount", "amount"},
};

const cases::FieldRule* common_field(std::string_view name) {
    const auto all = cases::common_fields();
    const auto found = std::find_if(all.begin(), all.end(), [name](const auto& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

// The field's own name, as long as the table lives; "" when the form does not ask for it.
std::string_view box_named(const ActDraft& draft, std::string_view name) {
    const cases::ActRule* rule = rule_of(draft);
    if (rule == nullptr || name.empty()) return {};
    if (const cases::FieldRule* own = cases::find_field(*rule, name))
        return draft.form || !is_filled_by_program(*own) ? own->name : std::string_view{};
    const bool has_common = !draft.form || draft.form->spec().common;
    const cases::FieldRule* common = has_common ? common_field(name) : nullptr;
    return common == nullptr ? std::string_view{} : common->name;
}

// Of two days that a rule may mean, the one that is to come.
bool is_meant(const ActDraft& draft, const Box& each) {
    if (each.box != "received_on") return true;
    const auto typed = draft.fields.find(each.box);
    const auto day = typed == draft.fields.end() ? std::optional<domain::Date>{}
                                                 : domain::typed_day(typed->second.text, draft.today);
    return day && *day > draft.today;
}

}  // namespace

std::string_view box_of(const ActDraft& draft, std::string_view code) {
    if (code.starts_with(kField)) return box_named(draft, code.substr(kField.size()));
    if (code.starts_with(kDocument)) return box_named(draft, "document");
    for (const Box& each : kBoxes) {
        if (each.code != code || !is_meant(draft, each)) continue;
        if (const std::string_view found = box_named(draft, each.box); !found.empty()) return found;
    }
    constexpr std::array<std::string_view, 4> kOfDigits{"account.digits", "account.card_length", "account.luhn",
                                                        "account.length"};
    const bool of_digits = std::find(kOfDigits.begin(), kOfDigits.end(), code) != kOfDigits.end();
    return of_digits ? box_named(draft, "account_number") : std::string_view{};
}

bool is_about(std::string_view code, std::string_view box) {
    return std::any_of(kBoxes.begin(), kBoxes.end(),
                       [&](const Box& each) { return each.code == code && each.box == box; });
}

bool is_common_box(const ActDraft& draft, std::string_view box) {
    const cases::ActRule* rule = rule_of(draft);
    return rule != nullptr && common_field(box) != nullptr &&
           std::none_of(rule->fields.begin(), rule->fields.end(), [box](const auto& each) { return each.name == box; });
}

std::string_view refusal_to_tell(const ActDraft& draft, std::string_view problem) {
    if (!problem.empty()) return problem;
    const std::string_view code = draft.refusal;
    const bool may_be_half_typed =
        code.starts_with(kField) || code.starts_with(kDocument) || code.starts_with(kAccount);
    return may_be_half_typed && !draft.tried ? std::string_view{} : code;
}

}  // namespace courtyard::flow
