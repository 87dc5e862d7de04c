#include "app/worker/court_papers.hpp"

#include <iterator>

#include "app/printer/printer.hpp"
#include "app/worker/case_account.hpp"
#include "app/worker/case_rights.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/view_mail.hpp"

namespace courtyard::worker {

namespace {

// What a desk refers to.
struct Opened {
    std::vector<cases::Fact> facts;
    cases::AidCase folded;
    domain::Application answers;
};

base::Result<Opened> opened(Machine& machine, const cases::CaseId& id) {
    Opened out;
    out.facts = TRY(facts_of(machine, id));
    out.folded = fold_here(machine, id, out.facts);
    out.answers = printing::answers_of(machine.pack(), out.facts);
    printing::add_told_document(machine.pack(), out.folded, out.facts, out.answers);
    return out;
}

printing::CourtDesk desk_of(const Machine& machine, const Opened& opened, domain::Date today) {
    const auto name_of = [&roster = machine.roster()](const base::PersonId& id) {
        const mail::Person* person = mail::find_person(roster, id);
        return person == nullptr ? std::string() : person->name;
    };
    return {machine.pack(), opened.folded, opened.facts, opened.answers, name_of, today, {}};
}

// Whole, where this person may see them, and only where they are used: those that orders were made on.
std::map<base::RecordId, printing::CourtAccount> accounts_of_orders(Machine& machine, const cases::AidCase& folded) {
    std::map<base::RecordId, printing::CourtAccount> out;
    for (const cases::PayOrder& order : folded.ledger.orders) {
        if (!order.account || out.contains(*order.account)) continue;
        if (auto account = account_of(machine, folded, *order.account))
            out.emplace(*order.account, std::move(*account));
    }
    return out;
}

base::Result<void> note(Machine& machine, const PaperWanted& wanted, bool has_account) {
    constexpr std::int64_t kDayMs = 24LL * 3600 * 1000;
    const base::Instant at = wanted.now.value_or(base::Instant{wanted.today.days_since({}) * kDayMs});
    TRY(note_view(machine, wanted.about_case, "paper." + wanted.paper, at));
    if (has_account) TRY(note_view(machine, wanted.about_case, "account", at));
    return {};
}

}  // namespace

base::Result<PaperMade> make_paper(Machine& machine, const PaperWanted& wanted) {
    TRY(must_have_cases(machine));
    TRY(must_see(machine, cases::Right::Papers));
    const bool of_module = wanted.paper.find('.') != std::string::npos;
    pack::CourtTemplate paper;
    if (!of_module) paper = TRY(pack::court_template(machine.pack(), wanted.paper));
    Opened one = TRY(opened(machine, wanted.about_case));
    printing::CourtDesk desk = desk_of(machine, one, wanted.today);
    if (paper.about == "pay_ordered") desk.accounts = accounts_of_orders(machine, one.folded);
    const bool bears_account = !desk.accounts.empty();
    PaperMade out;
    auto made = of_module ? printing::make_module_paper(desk, wanted.paper, offices_of(machine))
                          : printing::make_court_paper(desk, paper, wanted.about);
    domain::wipe(one.answers);
    for (auto& [record, account] : desk.accounts)
        base::wipe(account.number);
    if (!made) return tl::unexpected(made.error());
    out.made = *std::move(made);
    out.pdf = TRY(paper::draw_official(out.made.paper));
    TRY(note(machine, wanted, bears_account));
    return out;
}

base::Result<std::vector<printing::CourtOffer>> papers_of(Machine& machine, const cases::CaseId& id,
                                                          domain::Date today) {
    TRY(must_have_cases(machine));
    TRY(must_see(machine, cases::Right::Papers));
    Opened one = TRY(opened(machine, id));
    const printing::CourtDesk desk = desk_of(machine, one, today);
    auto offers = printing::court_offers(desk);
    std::vector<printing::CourtOffer> more = printing::module_offers(desk, offices_of(machine));
    std::move(more.begin(), more.end(), std::back_inserter(offers));
    domain::wipe(one.answers);
    return offers;
}

}  // namespace courtyard::worker
