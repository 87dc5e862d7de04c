#include "app/worker/case_views.hpp"

#include <algorithm>
#include <map>

#include "app/cases/contact_advice.hpp"
#include "app/cases/task_list.hpp"
#include "app/flow/form_codes.hpp"
#include "app/flow/help_rows.hpp"
#include "app/pack/application_json.hpp"
#include "app/pack/court_template.hpp"
#include "app/pack/wages.hpp"
#include "app/worker/aided_pairs.hpp"
#include "app/worker/call_words.hpp"
#include "app/worker/case_account.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_help.hpp"
#include "app/worker/case_pictures.hpp"
#include "app/worker/case_rights.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/clock_watch.hpp"
#include "app/worker/court_papers.hpp"
#include "app/worker/fellow_rules.hpp"
#include "app/worker/leads.hpp"
#include "app/worker/pay_cautions.hpp"
#include "app/worker/view_mail.hpp"

namespace courtyard::worker {

namespace {

std::string name_of_person(const Machine& machine, const base::PersonId& id) {
    const mail::Person* person = mail::find_person(machine.roster(), id);
    return person == nullptr ? id.text() : person->name;
}

flow::DueDay day_of(const domain::Due& due) { return {due.date, due.provisional}; }

cases::Role my_role(const Machine& machine, const base::PersonId& self) {
    return offices_of(machine)(self).value_or(cases::Role::Caller);
}

// What modules of the pack await in this case. Their acts stand in its facts, which the folded case only lists.
std::vector<cases::ModuleClock> module_clocks_of(Machine& machine, const cases::AidCase& of,
                                                 const std::optional<TrueDays>& true_days) {
    const bool has_any = std::any_of(of.entries.begin(), of.entries.end(), [](const cases::Entry& each) {
        return each.kind == "module" && each.standing == cases::Standing::InForce;
    });
    if (!has_any) return {};
    const auto facts = true_days ? base::Result<std::vector<cases::Fact>>(true_days->facts) : facts_of(machine, of.id);
    if (!facts) return {};
    std::vector<cases::ModuleClock> out;
    for (const domain::AidModule& module : machine.pack().modules) {
        const cases::ModuleRun run = cases::run_module(module, *facts, of, offices_of(machine));
        for (cases::ModuleClock& each : cases::module_clocks(module, run, machine.pack().calendar))
            out.push_back(std::move(each));
    }
    return out;
}

std::optional<flow::DueDay> nearest(const Machine& machine, const cases::AidCase& aid_case, domain::Date today) {
    std::optional<flow::DueDay> nearest;
    for (const auto& deadline : cases::deadlines_of(aid_case, machine.pack().calendar, today, machine.pack().terms))
        if (deadline.is_open() && (!nearest || deadline.due.date < nearest->day)) nearest = day_of(deadline.due);
    // What is to be done on the day on which it was heard.
    const auto same_day = [&nearest](domain::Date day) {
        if (!nearest || day < nearest->day) nearest = flow::DueDay{day, false};
    };
    for (const cases::Alert& alert : aid_case.care.alerts)
        if (!alert.handled) same_day(alert.day);
    const auto& aid = aid_case.ledger.urgent;
    const auto since = aid ? std::optional(aid->proposed) : aid_case.inquiry.urgent;
    const cases::Entry* urgent = since && cases::is_urgent(aid_case) ? aid_case.entry(*since) : nullptr;
    if (urgent != nullptr) same_day(urgent->day);
    return nearest;
}

// "module.legal_aid.answer": what the module is called, and what ends the limit.
std::string module_words(const pack::Pack& pack, std::string_view rule) {
    for (const domain::AidModule& module : pack.modules)
        for (const domain::ModuleLimit& limit : module.limits) {
            if (rule != "module." + module.id + "." + limit.id) continue;
            std::string acts;
            for (const std::string& each : limit.until)
                if (const domain::ModuleAct* act = module.act(each))
                    acts += (acts.empty() ? "" : pack.words.text("task.module.or")) + act->title;
            return pack.words.text("task.module", {{"module", module.title}, {"acts", acts}});
        }
    return {};
}

flow::TaskRow task_row(const Machine& machine, const cases::Task& task, const TaskCase& of, domain::Date today) {
    flow::TaskRow row;
    row.about = task.about;
    row.what = task.rule;
    row.act = task.act;
    row.module = module_words(machine.pack(), task.rule);
    row.on = task.on;
    row.prefill = cases::known_fields(task);
    if (task.due) row.due = day_of(*task.due);
    if (task.overdue && task.due) row.days_over = today.days_since(task.due->date);
    row.escalated = task.escalated;
    row.same_day = task.same_day;
    row.danger = task.danger;
    if (const auto& whose = task.escalated ? task.whose : task.person) row.owner = name_of_person(machine, *whose);
    row.offices = task.owed_by;
    row.applicant = of.applicant;
    row.village = of.village;
    row.number = of.number;
    row.status = of.status;
    row.contact = of.contact;
    row.in_danger = of.in_danger;
    row.urgent = of.urgent;
    row.is_lead = of.is_lead;
    row.source = of.source;
    return row;
}

std::vector<flow::PersonName> people_of(const Machine& machine) {
    std::vector<flow::PersonName> people;
    for (const mail::Person& person : machine.roster().persons)
        if (const auto role = cases::role_of(mail::name_of(person.role)))
            people.push_back({person.id, person.name, *role});
    return people;
}

std::optional<domain::Application> application_of(const Machine& machine, const std::vector<cases::Fact>& facts) {
    for (const cases::Fact& fact : facts) {
        if (fact.kind != "case_opened" || fact.text("answers").empty()) continue;
        auto read = pack::parse_signed_application(machine.pack().form, fact.text("answers"));
        if (read) return std::move(*read);
    }
    return std::nullopt;
}

// That there is one is enough for a window: its last digits, and where the whole stands.
std::vector<flow::AccountRef> account_refs(Machine& machine, const cases::AidCase& of) {
    std::vector<flow::AccountRef> refs;
    for (const base::RecordId& record : account_records(of)) {
        auto account = account_of(machine, of, record);
        if (!account) continue;
        flow::AccountRef ref{record.text(), account_ends(*account), std::move(account->holder)};
        base::wipe(account->number);
        // The application's own, where its holder has given another since.
        if (!cases::is_replaced(of.accounts, {record, ref.ends, ref.holder})) refs.push_back(std::move(ref));
    }
    return refs;
}

// What the case gives now comes first: of each paper one for every fact that it tells of, the newest first. Then what
// it does not give yet.
base::Result<std::vector<flow::PaperRow>> paper_rows(Machine& machine, const cases::CaseId& id, domain::Date today) {
    std::vector<flow::PaperRow> rows;
    const auto has = [&rows](const std::string& paper) {
        return std::any_of(rows.begin(), rows.end(), [&](const flow::PaperRow& row) { return row.id == paper; });
    };
    const std::vector<printing::CourtOffer> offers = TRY(papers_of(machine, id, today));
    for (const printing::CourtOffer& offer : offers) {
        const auto same = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == offer.id; });
        rows.insert(same, {offer.id, offer.title, true, offer.about, offer.is_served});
    }
    for (const pack::CourtTemplate& paper : pack::court_templates(machine.pack()))
        if (!has(paper.id)) rows.push_back({paper.id, paper.title, false});
    return rows;
}

// A case without suggestions is a case all the same.
std::vector<flow::HelpRow> help_rows(Machine& machine, const cases::AidCase& folded, domain::Date today) {
    std::vector<flow::HelpRow> rows;
    auto suggestions = suggestions_for(machine, folded.id, {}, today);
    if (!suggestions) return rows;
    for (SuggestedHelp& help : *suggestions) {
        rows.push_back(flow::help_row(help.suggestion, std::move(help.share), std::move(help.mailboxes)));
        rows.back().ask = std::move(help.ask);
    }
    return rows;
}

// As it may be seen. That something was answered on another form everybody hears, what it was nobody: what no field
// names no rule of the pack lets pass.
domain::Application hidden_application(const Machine& machine, const flow::CaseView& view) {
    domain::Application seen = application_of(machine, view.facts).value_or(domain::Application{});
    for (const auto& [code, answer] : view.application->others)
        seen.others.insert_or_assign(code, domain::Answer{std::string("***")});
    return seen;
}

// What was hidden is kept for the fold alone: a ballot lies on its papers as they were signed.
void hide_numbers(const Machine& machine, flow::CaseView& view) {
    std::vector<cases::Fact> whole = view.facts;
    if (!may_see(machine, cases::Right::Account)) hide_long_numbers(view.facts);
    if (!machine.reads_intake()) {
        hide_documents(view.facts);
        hide_answers(machine.pack().form, view.facts);
        if (view.application) view.application = hidden_application(machine, view);
    }
    for (std::size_t i = 0; i < whole.size(); ++i)
        if (whole[i].fields != view.facts[i].fields) view.hidden[whole[i].id] = std::move(whole[i].fields);
}

}  // namespace

TaskCase task_case(const cases::AidCase& of) {
    return {of.applicant,         of.village, of.number, of.contact, of.status, cases::is_in_danger(of),
            cases::is_urgent(of), false};
}

flow::CaseRow row_of(const Machine& machine, const cases::AidCase& aid_case, domain::Date today) {
    flow::CaseRow row;
    row.id = aid_case.id;
    row.applicant = aid_case.applicant;
    row.number = aid_case.number;
    row.receipt = aid_case.receipt;
    row.village = aid_case.village;
    row.original_cases = aid_case.original_cases;
    row.status = aid_case.status;
    if (aid_case.members.handler) row.handler = name_of_person(machine, *aid_case.members.handler);
    row.due = nearest(machine, aid_case, today);
    for (const cases::Entry& entry : aid_case.entries) {
        row.changed = std::max(row.changed, entry.claimed);
        row.contradicts |= entry.standing == cases::Standing::Contradicts;
    }
    row.urgent = cases::is_urgent(aid_case);
    row.in_danger = cases::is_in_danger(aid_case);
    if (const auto& claim = aid_case.ledger.claim) row.claim = claim->amount;
    row.is_mine = aid_case.members.has(std::get<base::PersonId>(machine.author()));
    return row;
}

namespace {

// Of all who are on the case.
std::vector<cases::Task> all_tasks(Machine& machine, const cases::AidCase& folded, domain::Date today,
                                   const std::optional<TrueDays>& true_days) {
    const cases::AidCase& aid_case = true_days ? true_days->by_days : folded;
    const pack::Pack& pack = machine.pack();
    const std::vector<cases::ModuleClock> modules = module_clocks_of(machine, aid_case, true_days);
    auto tasks = cases::tasks_of(aid_case, offices_of(machine), pack.calendar, today, pack.terms, pack.roles, modules);
    if (true_days)
        for (cases::Task& each : cases::clock_tasks(aid_case, true_days->facts, true_days->ahead))
            tasks.push_back(std::move(each));
    return tasks;
}

// Something is left of a case that has ended, and not for this person.
bool is_left_to_others(Machine& machine, const cases::AidCase& folded, domain::Date today) {
    if (!cases::is_at_end(folded.status)) return false;
    const auto self = std::get<base::PersonId>(machine.author());
    const auto tasks = all_tasks(machine, folded, today, true_days(machine, folded).value_or(std::nullopt));
    return std::any_of(tasks.begin(), tasks.end(), [&, role = my_role(machine, self)](const cases::Task& task) {
        return !cases::is_for(task, self, role);
    });
}

}  // namespace

std::vector<cases::Task> own_tasks(Machine& machine, const cases::AidCase& folded, domain::Date today,
                                   const std::optional<TrueDays>& true_days) {
    const auto self = std::get<base::PersonId>(machine.author());
    // Who has left has nothing to do in it, though it lies here until that is on its way.
    if ((true_days ? true_days->by_days : folded).members.gone.contains(self)) return {};
    auto tasks = all_tasks(machine, folded, today, true_days);
    std::erase_if(tasks, [&, role = my_role(machine, self)](const cases::Task& task) {
        return !cases::is_for(task, self, role);
    });
    return tasks;
}

std::vector<flow::TaskRow> task_rows(const Machine& machine, const std::vector<cases::Task>& tasks,
                                     const std::function<const TaskCase*(const cases::CaseId&)>& about,
                                     domain::Date today) {
    const auto self = std::get<base::PersonId>(machine.author());
    std::vector<flow::TaskRow> rows;
    for (const cases::Task& task : cases::due_list(tasks, self, my_role(machine, self), today))
        if (const TaskCase* of = about(task.about)) rows.push_back(task_row(machine, task, *of, today));
    return rows;
}

std::vector<flow::TaskRow> tasks_for_me(Machine& machine, const std::vector<cases::AidCase>& all, domain::Date today) {
    std::vector<cases::Task> tasks;
    std::map<cases::CaseId, TaskCase> about;
    for (const cases::AidCase& each : all) {
        about.emplace(each.id, task_case(each));
        auto of_case = own_tasks(machine, each, today, true_days(machine, each).value_or(std::nullopt));
        tasks.insert(tasks.end(), std::make_move_iterator(of_case.begin()), std::make_move_iterator(of_case.end()));
    }
    const auto find = [&about](const cases::CaseId& id) { return &about.at(id); };
    return task_rows(machine, tasks, find, today);
}

base::Result<flow::CaseView> view_case(Machine& machine, const cases::CaseId& id, base::Instant now, Looking looking) {
    flow::CaseView view;
    view.facts = TRY(facts_of(machine, id));
    view.folded = fold_here(machine, id, view.facts);
    view.people = people_of(machine);
    view.self = std::get<base::PersonId>(machine.author());
    view.application = application_of(machine, view.facts);
    view.contact = view.folded.contact;
    if (view.application)
        view.contact = domain::filled_up(std::move(view.contact),
                                         domain::contact_of(*view.application, machine.pack().revisit.contact));
    const domain::Date today = domain::Date::in_china(now);
    view.call_word = call_word(machine.pack(), view.folded.notice_key, today);
    const std::vector<domain::WageRow> wages = pack::wages(machine.pack());
    if (const auto wage = domain::wage_on(today, wages)) view.wage = wage->month;
    view.told_unpaid = printing::told_unpaid(machine.pack(), view.facts);
    view.cautions = pay_cautions(machine.pack(), view.facts, view.folded);
    view.nobody_died = tells_of_no_death(machine.pack(), view.facts, view.folded);
    view.help = pack::help_offers(machine.pack());
    view.revisit = machine.pack().terms.revisit;
    if (auto days = TRY(true_days(machine, view.folded, view.facts))) {
        view.reckoned = std::move(days->by_days);
        view.came = std::move(days->ahead);
    }
    view.plan = flow::planned_revisits(view.by_days(), view.revisit, machine.pack().calendar);
    view.accounts = account_refs(machine, view.folded);
    if (!view.accounts.empty()) view.account = view.accounts.front();
    if (machine.reads_intake() && !cases::is_at_end(view.folded.status))
        view.uncompared = uncompared_in(machine.pack().form, view.facts, view.folded);
    if (may_see(machine, cases::Right::Papers)) {
        view.papers = TRY(paper_rows(machine, id, today));
        for (const CasePicture& picture : TRY(pictures_in(machine, id)))
            view.pictures.push_back({picture.digest, picture.kind, picture.is_here});
    }
    view.tasks = tasks_for_me(machine, {view.folded}, today);
    for (flow::TaskRow& task : view.tasks)
        task.contact = view.contact;
    view.others_have_tasks = is_left_to_others(machine, view.folded, today);
    view.suggestions = help_rows(machine, view.folded, today);
    view.stops_too_late =
        cases::stops_too_late("clock_paused", view.by_days(), machine.pack().calendar, today, machine.pack().terms);
    view.modules = flow::module_rows(machine.pack(), view, today);
    view.unsent = TRY(unsent_acts(machine, id));
    if (std::find(view.unsent.begin(), view.unsent.end(), id) != view.unsent.end())
        view.with_opening = TRY(with_opening(machine, id));
    hide_numbers(machine, view);
    if (looking == Looking::Opens) TRY(note_view(machine, id, "case", now));
    return view;
}

}  // namespace courtyard::worker
