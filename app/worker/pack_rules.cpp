#include "app/worker/pack_rules.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"
#include "app/cases/amounts.hpp"
#include "app/cases/lacking.hpp"
#include "app/cases/module_run.hpp"
#include "app/cases/refer.hpp"
#include "app/cases/revisit_plan.hpp"
#include "app/pack/help_offers.hpp"
#include "app/pack/wages.hpp"
#include "app/printing/court_paper.hpp"
#include "app/worker/acting_payee.hpp"
#include "app/worker/case_account.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/fellow_rules.hpp"
#include "app/worker/pay_cautions.hpp"

namespace courtyard::worker {

namespace {

cases::Verdict refused_by_module(const Machine& machine, std::span<const cases::Fact> facts,
                                 const cases::AidCase& aid_case, const cases::Fact& fact) {
    const domain::AidModule* module = machine.pack().module(fact.text("module"));
    const cases::Offices offices = offices_of(machine);
    const auto role = offices(fact.author);
    if (module == nullptr || !role) return cases::refuse(role ? "module.act" : "role");
    return cases::module_refuses(*module, cases::run_module(*module, facts, aid_case, offices), fact, *role);
}

// One figure or the name wrong, and the bank sends the money back, or to somebody else.
cases::Verdict refused_by_account(Machine& machine, const cases::AidCase& aid_case, const cases::Fact& fact) {
    const auto named = fact.fact("account");
    if (!named) return std::nullopt;
    const bool is_given = aid_case.accounts.find(*named) != nullptr;
    if (named != aid_case.application && !is_given) return cases::refuse("pay.account");
    auto account = account_of(machine, aid_case, *named);
    if (!account) return std::nullopt;
    const bool same = account_ends(*account) == fact.text("account_ends");
    const bool named_right = account->holder.empty() || cases::is_same_person(account->holder, fact.text("payee"));
    base::wipe(account->number);
    if (!same) return cases::refuse("pay.account_ends");
    return named_right ? cases::Verdict{} : cases::refuse("pay.holder");
}

// A row that the court's plan does not have: the fold knows no plan.
cases::Verdict refused_by_plan(const Machine& machine, const cases::AidCase& aid_case, const cases::Fact& fact) {
    const std::string_view plan = fact.text("plan");
    if (plan == "extra") return std::nullopt;
    const std::vector<cases::PlanRow> rows = cases::revisit_plan(aid_case, machine.pack().terms.revisit);
    const bool is_row = std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.plan == plan; });
    return is_row ? cases::Verdict{} : cases::refuse("revisit.plan");
}

// A body that the pack does not have can be asked nothing; a slip of the key would stand there as the person's word.
cases::Verdict refused_by_bodies(const Machine& machine, const cases::AidCase& aid_case, const cases::Fact& fact) {
    const auto is_known = [&](const std::string& body) {
        return pack::is_body(machine.pack(), body) || (fact.kind == "consent_revoked" && aid_case.care.may_tell(body));
    };
    const std::vector<std::string> bodies = fact.texts("bodies");
    return std::all_of(bodies.begin(), bodies.end(), is_known) ? cases::Verdict{} : cases::refuse("consent.body");
}

// Who promises is somebody whom the court can press. A body that the pack had when it was asked is one still: what it
// was asked stands in the case.
cases::Verdict refused_by_promiser(const Machine& machine, const cases::AidCase& aid_case, const cases::Fact& fact) {
    const std::string_view body = fact.text("body");
    const auto& referrals = aid_case.care.referrals;
    const bool was_asked =
        std::any_of(referrals.begin(), referrals.end(), [&](const cases::Referral& each) { return each.body == body; });
    const bool is_known = body == pack::kCourtItself || was_asked || pack::is_body(machine.pack(), body);
    return is_known ? cases::Verdict{} : cases::refuse("promise.owner");
}

// The item that the act would give, as the pack has it.
const domain::Door* door_of(const pack::Pack& pack, const cases::Fact& fact) {
    if (fact.kind == "referred") return pack.doors.door(fact.text("item"));
    const domain::AidModule* module = fact.kind == "module" ? pack.module(fact.text("module")) : nullptr;
    return module == nullptr || module->door.empty() ? nullptr : pack.doors.door(module->door);
}

// National judicial aid is for natural persons (D1 of the domain report: organisations are not aided), and so is most
// other help. Somebody who has a shop is one: their own number, told since, says so.
cases::Verdict refused_by_applicant(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                    const cases::AidCase& aid_case, const cases::Fact& fact) {
    const domain::Door* door = door_of(pack, fact);
    const bool is_for_person = door != nullptr && !door->for_organisations;
    const bool gives_aid =
        fact.kind == "urgent_proposed" || (fact.kind == "report_written" && fact.text("proposal") == "grant");
    if (!is_for_person && !gives_aid) return std::nullopt;
    if (printing::applicant_is(pack, aid_case, facts) != printing::ApplicantIs::Organisation) return std::nullopt;
    return cases::refuse(gives_aid ? "aid.person" : "refer.person");
}

// A day before any wage that the pack has is oftener a slip of the finger than a pack that is too old.
cases::Verdict refused_by_wage(const pack::Pack& pack, const cases::Fact& fact) {
    const std::vector<domain::WageRow> rows = pack::wages(pack);
    const auto no = cases::wage_disagrees(fact.money("wage"), rows, fact.day());
    if (!no || no->code != "wage.none") return no;
    const bool is_early = std::any_of(rows.begin(), rows.end(), [&](const domain::WageRow& row) {
        return fact.day() < row.published_on || fact.day().year() <= row.year;
    });
    return is_early ? cases::refuse("wage.before") : no;
}

}  // namespace

cases::Verdict refused_by_matrix(const Machine& machine, const cases::Fact& fact) {
    const auto role = offices_of(machine)(fact.author);
    auto refused = role ? machine.pack().roles.verdict(*role, fact.kind) : std::nullopt;
    return refused && refused->code == "role.taken" ? refused : std::nullopt;
}

cases::Verdict refused_by_pack(Machine& machine, std::span<const cases::Fact> facts, const cases::AidCase& aid_case,
                               const cases::Fact& fact) {
    if (auto lacking = cases::lacks(aid_case, fact)) return lacking;
    if (fact.kind == "report_written")
        if (auto lacking = cases::lacks_beside(printing::told_unpaid(machine.pack(), facts), fact)) return lacking;
    if (auto no = refused_by_applicant(machine.pack(), facts, aid_case, fact)) return no;
    if (fact.kind == "fellow_asked") return refused_by_fellow(machine.pack(), facts, aid_case, fact);
    if (fact.kind == "module") return refused_by_module(machine, facts, aid_case, fact);
    if (auto no = refused_by_caution(machine.pack(), facts, aid_case, fact)) return no;
    if (auto no = refused_by_acting(machine.pack(), facts, aid_case, fact)) return no;
    if (auto no = refused_by_speaker(machine.pack(), facts, aid_case, fact)) return no;
    if (fact.kind == "pay_ordered") return refused_by_account(machine, aid_case, fact);
    if (fact.kind == "urgent_paid") return refused_by_account(machine, aid_case, fact);
    if (fact.kind == "revisit_made" || fact.kind == "revisit_tried") return refused_by_plan(machine, aid_case, fact);
    if (fact.kind == "consent_given" || fact.kind == "consent_revoked")
        return refused_by_bodies(machine, aid_case, fact);
    if (fact.kind == "promised") return refused_by_promiser(machine, aid_case, fact);
    if (fact.has("wage")) return refused_by_wage(machine.pack(), fact);
    if (fact.kind != "referred") return std::nullopt;
    const mail::Person* partner = mail::find_partner(machine.roster(), fact.text("body"));
    const auto named = fact.person("partner");
    if (named && (partner == nullptr || partner->id != *named)) return cases::refuse("refer.partner");
    const std::vector<std::string> shared = fact.texts("shared");
    return cases::may_share(machine.pack().doors, machine.pack().revisit.contact, aid_case, fact.text("item"),
                            fact.text("body"), shared);
}

}  // namespace courtyard::worker
