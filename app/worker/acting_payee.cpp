#include "app/worker/acting_payee.hpp"

#include <algorithm>

#include "app/domain/fellow_wish.hpp"
#include "app/printing/court_paper.hpp"
#include "app/worker/acting_name.hpp"

namespace courtyard::worker {

namespace {

bool is_guardian_of_fellow(const pack::Pack& pack, const domain::Application& answers) {
    const domain::Field* field = pack.form.field(domain::code::kFellowApplicants);
    const domain::Field* column = field == nullptr ? nullptr : field->column_of_role("guardian");
    const domain::Answer* answer = answers.find(domain::code::kFellowApplicants);
    const auto* rows = answer == nullptr ? nullptr : answer->rows();
    return column != nullptr && rows != nullptr &&
           std::any_of(rows->begin(), rows->end(), [field, column](const domain::Row& row) {
               const auto found = row.find(column->code);
               const bool applies = domain::wish_in(*field, row) == domain::FellowWish::Applies;
               return applies && found != row.end() && !found->second.empty();
           });
}

}  // namespace

cases::Verdict refused_by_speaker(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                  const cases::AidCase& aid_case, const cases::Fact& fact) {
    // Whoever said it, in every act that asks: money, promises, consent.
    const std::string_view who = fact.text(fact.kind == "revisit_made" ? "spoke_with" : "by");
    const bool is_guardian = who == "guardian";
    if ((!is_guardian && who != "agent") || aid_case.acting.is_disputed) return std::nullopt;
    const auto& since = is_guardian ? aid_case.acting.guardian : aid_case.acting.agent;
    if (since && !since->name.empty()) return std::nullopt;
    domain::Application answers = printing::answers_of(pack, facts);
    const bool is_named =
        !since &&
        !acting_name(pack.form, answers, is_guardian ? domain::code::kGuardian : domain::code::kAgent).empty();
    printing::add_fellows(pack, aid_case, answers);
    const bool is_known = is_named || (is_guardian && is_guardian_of_fellow(pack, answers));
    domain::wipe(answers);
    if (is_known) return std::nullopt;
    return is_guardian ? cases::refuse("by.guardian") : cases::refuse("by.agent");
}

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
