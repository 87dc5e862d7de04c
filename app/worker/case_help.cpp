#include "app/worker/case_help.hpp"

#include <algorithm>

#include "app/domain/form_scope.hpp"
#include "app/flow/form_codes.hpp"
#include "app/pack/screening_json.hpp"
#include "app/printing/court_paper.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/clock_watch.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/screening_part.hpp"

namespace courtyard::worker {

namespace {

// What the person said at the kiosk before applying, as the application itself says it; nothing where this laptop has
// not got it.
std::optional<domain::ScreeningAnswers> screened_in_application(Machine& machine, const cases::AidCase& folded) {
    if (!folded.application || !machine.reads_intake()) return std::nullopt;
    auto shown = show_application(machine, folded.application->text());
    if (!shown) return std::nullopt;
    const auto parts = read_application_parts(shown->payload);
    const auto answers = parts ? read_screening(parts->screening_json)
                               : base::Result<std::optional<domain::ScreeningAnswers>>(std::nullopt);
    base::wipe(shown->payload);
    return answers && *answers ? *answers : std::nullopt;
}

// As the case says it to everybody on it. Whoever opens applications knows besides whether the one who acts for a child
// did the harm; a case opened before it bore the answers has them in the application alone.
domain::ScreeningAnswers screened(Machine& machine, const cases::AidCase& folded,
                                  const std::vector<cases::Fact>& facts) {
    const auto own = screened_in_application(machine, folded);
    for (const cases::Fact& fact : facts) {
        if (fact.kind != "case_opened" || fact.id != fact.about || !fact.has("screening")) continue;
        auto shared = pack::parse_screening_answers(fact.text("screening"));
        if (shared && own) shared->guardian = own->guardian;
        if (shared) return *shared;
    }
    return own.value_or(domain::ScreeningAnswers{});
}

// What the court has recorded: elements that are found, and what has been done.
domain::Found found_in(const std::vector<cases::Fact>& facts, const cases::AidCase& folded) {
    domain::Found found;
    for (const cases::Fact& fact : facts)
        if (fact.kind == "element_found" && fact.text("sure") != "unclear" && folded.is_in_force(fact.id))
            found.emplace(fact.text("element"));
    if (!folded.original_cases.empty()) found.emplace("original_case");
    const auto& urgent = folded.ledger.urgent;
    if (urgent) found.emplace("urgent");
    const auto& orders = folded.ledger.orders;
    const bool is_paid = std::any_of(orders.begin(), orders.end(), [](const auto& each) { return each.paid; });
    if (is_paid || (urgent && urgent->paid)) found.emplace("aided");
    return found;
}

// Lists that nobody ever gave: none of them is no answer.
std::vector<std::string_view> unasked(const domain::ScreeningAnswers& answers, bool was_screened) {
    std::vector<std::string_view> keys;
    if (!was_screened && answers.e.none()) keys.emplace_back("E");
    if (!was_screened && answers.h.none()) keys.emplace_back("H");
    return keys;
}

// The screening, the form and the court's own records together; `told`: needs that were heard since.
base::Result<cases::CourtKnows> known_of(Machine& machine, const std::vector<cases::Fact>& facts,
                                         const cases::AidCase& folded, const std::vector<std::string>& told,
                                         domain::Date today) {
    const pack::Pack& pack = machine.pack();
    const domain::ScreeningAnswers before = screened(machine, folded, facts);
    domain::Application answers = printing::answers_of(pack, facts);
    printing::add_told_document(pack, folded, facts, answers);
    if (folded.acting.guardian) answers.answers.erase(std::string(flow::code::kWrongdoer));  // said of another
    const domain::FormScope scope(pack.form, answers, today, domain::kind_of(pack.form, answers));
    cases::CourtKnows knows;
    knows.found = found_in(facts, folded);
    knows.answers = pack.doors.with_told(before, scope, knows.found, today);
    // The document says it better than an answer at the kiosk.
    const auto is = printing::applicant_is(pack, answers);
    if (is != printing::ApplicantIs::Unknown)
        knows.answers.g1 = is == printing::ApplicantIs::Person ? domain::Reply::Yes : domain::Reply::No;
    if (!machine.reads_intake()) knows.answers.guardian = before.guardian;
    knows.needs = pack.doors.needs_told(scope, today);
    domain::wipe(answers);
    for (const std::string& each : told) {
        const auto& known = pack.doors.needs;
        if (std::none_of(known.begin(), known.end(), [&](const auto& need) { return need.value == each; }))
            return base::fail("case.need", pack.words.text("case.need", {{"need", each}}));
        knows.needs.insert(each);
    }
    knows.primary = domain::screen_once(pack.screening, knows.answers).primary;
    knows.unasked = unasked(knows.answers, before != domain::ScreeningAnswers{});
    return knows;
}

}  // namespace

base::Result<std::vector<SuggestedHelp>> suggestions_for(Machine& machine, const cases::CaseId& id,
                                                         const std::vector<std::string>& told, domain::Date today) {
    const std::vector<cases::Fact> facts = TRY(facts_of(machine, id));
    const cases::AidCase folded = fold_here(machine, id, facts);
    const cases::CourtKnows knows = TRY(known_of(machine, facts, folded, told, today));
    const pack::Pack& pack = machine.pack();
    std::vector<SuggestedHelp> list;
    for (cases::Suggestion& each : cases::suggest(pack.doors, knows, folded)) {
        SuggestedHelp help;
        help.share = cases::sharable(*each.door, pack.revisit.contact, folded);
        for (const std::string& body : each.door->bodies)
            if (mail::find_partner(machine.roster(), body) != nullptr) help.mailboxes.push_back(body);
        for (const std::string& key : each.ask)
            if (const domain::ScreeningQuestion* question = pack.screening.question(key))
                help.ask.push_back(question->ask);
        help.suggestion = std::move(each);
        list.push_back(std::move(help));
    }
    return list;
}

base::Result<std::vector<ModuleEntry>> modules_of(Machine& machine, const cases::CaseId& id) {
    const std::vector<cases::Fact> facts = TRY(facts_of(machine, id));
    const cases::Offices offices = offices_of(machine);
    const cases::AidCase folded = fold_here(machine, id, facts);
    const std::optional<TrueDays> days = TRY(true_days(machine, folded, facts));
    const auto self = std::get<base::PersonId>(machine.author());
    const auto role = offices(self);
    std::vector<ModuleEntry> list;
    for (const domain::AidModule& module : machine.pack().modules) {
        ModuleEntry entry;
        entry.module = &module;
        entry.run = cases::run_module(module, facts, folded, offices);
        if (role) entry.acts = cases::module_acts(module, entry.run, self, *role);
        entry.dues = cases::module_dues(
            module, days ? cases::run_module(module, days->facts, days->by_days, offices) : entry.run,
            machine.pack().calendar);
        list.push_back(std::move(entry));
    }
    return list;
}

base::Result<const domain::AidModule*> find_module(const Machine& machine, std::string_view module) {
    for (const domain::AidModule& each : machine.pack().modules)
        if (each.id == module) return &each;
    return base::fail("case.module", machine.pack().words.text("case.module", {{"module", std::string(module)}}));
}

}  // namespace courtyard::worker
