#include "app/flow/act_box.hpp"

#include <algorithm>
#include <array>

namespace courtyard::flow {

namespace {

constexpr std::string_view kField = "field.", kDocument = "document.", kAccount = "account.";

// Codes of rules that look at one box and do not bear its name. Where several stand, the first that the form asks for.
struct Box {
    std::string_view code, box;
};
constexpr std::array kBoxes{
    // When.
    Box{"on.future", "received_on"},
    Box{"on.future", "on"},
    Box{"on.before", "on"},
    Box{"on.before_case", "on"},
    Box{"lead.before", "on"},
    Box{"hearing.before", "on"},
    Box{"referral.day", "on"},
    Box{"promise.day", "on"},
    Box{"clock.day", "on"},
    Box{"wage.before", "on"},
    Box{"year.day", "on"},
    Box{"served.before", "on"},
    Box{"day.past", "day"},
    Box{"day.past", "until"},
    Box{"day.past", "next"},
    Box{"revisit.next", "next"},
    Box{"revisit.again", "again"},
    Box{"revisit.later", "again"},
    // How much.
    Box{"report.amount", "amount"},
    Box{"report.ceiling", "amount"},
    Box{"report.urgent", "amount"},
    Box{"report.wage", "wage"},
    Box{"wage.other", "wage"},
    Box{"report.exception", "unpaid"},
    Box{"vote.amount", "amount"},
    Box{"vote.ceiling", "amount"},
    Box{"vote.urgent", "amount"},
    Box{"decided.amount", "amount"},
    Box{"urgent.ceiling", "amount"},
    Box{"urgent.amount", "amount"},
    Box{"fund.amount", "amount"},
    Box{"fund.arrived", "amount"},
    Box{"fund.left", "amount"},
    Box{"fund.lies_less", "amount"},
    Box{"pay.more", "amount"},
    Box{"pay.granted", "amount"},
    Box{"pay.budget", "amount"},
    Box{"pay.rest", "amount"},
    Box{"recovery.amount", "amount"},
    Box{"recovered.more", "amount"},
    Box{"linkage.amount", "amount"},
    Box{"revisit.money", "money_came"},
    Box{"revisit.whole", "money_whole"},
    // Who.
    Box{"account.holder", "holder"},
    Box{"account.digits", "account_number"},
    Box{"account.card_length", "account_number"},
    Box{"account.luhn", "account_number"},
    Box{"account.length", "account_number"},
    Box{"pay.offender", "payee"},
    Box{"pay.offender", "holder"},
    Box{"guardian.replaced", "payee"},
    Box{"guardian.replaced", "holder"},
    Box{"pay.holder", "payee"},
    Box{"pay.not_on_case", "officers"},
    Box{"pay.registrar", "officers"},
    Box{"guardian.applicant", "name"},
    Box{"fellow.unknown", "name"},
    Box{"fellow.applicant", "name"},
    Box{"fellow.opponent", "name"},
    Box{"by.guardian", "by"},
    Box{"by.agent", "by"},
    Box{"member.conflict", "person"},
    Box{"member.office", "person"},
    Box{"member.none", "person"},
    Box{"ballot.twice", "voters"},
    Box{"ballot.conflict", "voters"},
    Box{"ballot.member", "voters"},
    Box{"ballot.office", "voters"},
    Box{"ballot.few", "voters"},
    Box{"ballot.even", "voters"},
    // What.
    Box{"filed.taken", "number"},
    Box{"filed.kind", "number"},
    Box{"filed.court", "number"},
    Box{"filing.missing", "despite"},
    Box{"more.other", "papers"},
    Box{"clock.which", "ground"},
    Box{"clock.other", "ground"},
    Box{"clock.paused", "ground"},
    Box{"element.petition", "element"},
    Box{"upward.body", "to"},
    Box{"served.not_yet", "paper"},
    Box{"served.inside", "paper"},
    Box{"pay.nobody", "reasons"},
    Box{"recovered.same", "proof"},
    Box{"recovery.commitment", "ground"},
    Box{"refer.consent", "body"},
    Box{"refer.double", "body"},
    Box{"refer.lost", "shared"},
    Box{"refer.never", "shared"},
    Box{"refer.phone", "shared"},
    Box{"refer.person", "item"},
    Box{"consent.body", "bodies"},
    Box{"consent.none", "bodies"},
    Box{"promise.owner", "body"},
    Box{"revisit.double", "plan"},
    Box{"closed.known", "plan"},
    Box{"revisit.well", "conclusions"},
    Box{"revisit.ended", "conclusions"},
    Box{"revisit.reached", "conclusions"},
    Box{"revisit.enforced", "conclusions"},
    Box{"revisit.petition", "conclusions"},
    Box{"revisit.early", "conclusions"},
    Box{"referral.unknown", "referral"},
    Box{"promise.unknown", "promise"},
    Box{"linkage.unknown", "linkage"},
    Box{"alert.unknown", "alert"},
    Box{"followup.unknown", "outcome"},
    Box{"picture.unknown", "photos"},
    Box{"picture.size", "photos"},
    Box{"picture.kind", "photos"},
    Box{"picture.count", "photos"},
    Box{"picture.missing", "photos"},
};
// The last word of these is the name of a box, and they are not about it.
constexpr std::array<std::string_view, 2> kOfTheAct{"urgent.approval", "money.number"};

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
    // Every other one bears the name of its box behind the last dot, or is about the act as a whole.
    const std::size_t dot = code.rfind('.');
    const bool of_act = std::find(kOfTheAct.begin(), kOfTheAct.end(), code) != kOfTheAct.end();
    return dot == std::string_view::npos || of_act ? std::string_view{} : box_named(draft, code.substr(dot + 1));
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
