#include "app/worker/acting_payee.hpp"

#include <algorithm>

#include "app/printing/court_paper.hpp"
#include "app/worker/acting_name.hpp"

namespace courtyard::worker {

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
    const auto is_named = [&](std::string_view code) {
        return cases::is_same_person(acting_name(pack.form, answers, code), payee);
    };
    const bool was_one = (acting.guardian && is_named(domain::code::kGuardian)) ||
                         (acting.agent && is_named(domain::code::kAgent)) ||
                         std::any_of(acting.before.begin(), acting.before.end(),
                                     [payee](const std::string& each) { return cases::is_same_person(each, payee); });
    domain::wipe(answers);
    return was_one ? cases::refuse("guardian.replaced") : cases::Verdict{};
}

}  // namespace courtyard::worker
