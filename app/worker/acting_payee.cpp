#include "app/worker/acting_payee.hpp"

#include <algorithm>

#include "app/printing/court_paper.hpp"

namespace courtyard::worker {

namespace {

// As the application says it.
bool is_named_at(const domain::FormDefinition& form, const domain::Application& answers, std::string_view code,
                 std::string_view name) {
    const domain::Field* field = form.field(code);
    const domain::Answer* answer = answers.find(code);
    if (field == nullptr || answer == nullptr || answer->row() == nullptr) return false;
    return std::any_of(field->columns.begin(), field->columns.end(), [&](const domain::Field& column) {
        const auto part = answer->row()->find(column.code);
        return column.type == domain::FieldType::Name && part != answer->row()->end() &&
               cases::is_same_person(part->second, name);
    });
}

}  // namespace

cases::Verdict refused_by_acting(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                 const cases::AidCase& aid_case, const cases::Fact& fact) {
    const bool names_payee = fact.kind == "account_given" || fact.kind == "pay_ordered" || fact.kind == "urgent_paid";
    const std::string_view payee = fact.text("payee");
    const cases::Acting& acting = aid_case.acting;
    if (!names_payee || payee.empty() || acting.is_empty() || cases::is_same_person(payee, aid_case.applicant))
        return std::nullopt;
    if (acting.is_disputed) return cases::refuse("guardian.disputed");
    if (acting.has(payee)) return std::nullopt;
    domain::Application answers = printing::answers_of(pack, facts);
    const bool was_one = (acting.guardian && is_named_at(pack.form, answers, domain::code::kGuardian, payee)) ||
                         (acting.agent && is_named_at(pack.form, answers, domain::code::kAgent, payee)) ||
                         std::any_of(acting.before.begin(), acting.before.end(),
                                     [payee](const std::string& each) { return cases::is_same_person(each, payee); });
    domain::wipe(answers);
    return was_one ? cases::refuse("guardian.replaced") : cases::Verdict{};
}

}  // namespace courtyard::worker
