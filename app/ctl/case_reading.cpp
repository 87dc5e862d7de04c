// courtyardctl case list | show | due.
#include "app/ctl/case_reading.hpp"

#include <algorithm>
#include <map>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cases/case_json.hpp"
#include "app/cases/fact_json.hpp"
#include "app/ctl/application_lines.hpp"
#include "app/ctl/case_contact.hpp"
#include "app/ctl/case_standing.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/domain/money.hpp"
#include "app/worker/case_book.hpp"
#include "app/worker/case_rights.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
#include "app/worker/lead_acts.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

std::string due_text(const std::optional<flow::DueDay>& due) {
    return due ? (due->about ? "about " : "") + due->day.text() : std::string();
}

Json row_json(const flow::CaseRow& row) {
    Json json{{"id", row.id.text()},
              {"applicant", row.applicant},
              {"number", row.number},
              {"receipt", row.receipt},
              {"village", row.village},
              {"state", domain::id(row.status)},
              {"handler", row.handler},
              {"contradicts", row.contradicts},
              {"stage", cases::name_of(cases::stage_of(row.status))}};
    if (row.due) json["due"] = row.due->day.text();
    if (row.due && row.due->about) json["about"] = true;
    if (row.claim) json["claim"] = domain::yuan_text(*row.claim);
    return json;
}

// Of a task that others are late with, and that no one person alone can do.
std::vector<std::string> offices_of(const flow::TaskRow& task) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < cases::kRoleNames.size(); ++i)
        if (task.offices.has(static_cast<cases::Role>(i))) out.emplace_back(cases::kRoleNames[i]);
    return out;
}

std::string owner_line(const flow::TaskRow& task) {
    if (!task.escalated) return {};
    std::string name = task.owner;
    for (const std::string& each : name.empty() ? offices_of(task) : std::vector<std::string>{})
        name += (name.empty() ? "" : " or ") + each;
    return name.empty() ? name : "  for " + name + " to do";
}

Json task_json(const flow::TaskRow& task, const cases::ContactAdvice& advice) {
    Json json{{"case", task.about.text()}, {"task", task.what}, {"act", task.act}, {"applicant", task.applicant}};
    if (task.due) json["due"] = task.due->day.text();
    if (task.due && task.due->about) json["about"] = true;
    if (task.days_over > 0) json["days_over"] = task.days_over;
    if (task.escalated) json["escalated"] = true;
    if (task.same_day) json["same_day"] = true;
    if (!task.owner.empty()) json["owner"] = task.owner;
    if (!task.offices.empty()) json["offices"] = offices_of(task);
    if (!advice.red.empty() || !advice.number.empty()) json["contact"] = contact_json(advice);
    return json;
}

Json with_matter(Json task, const std::optional<Matter>& matter) {
    if (matter) task["on"] = matter->json;
    return task;
}

std::string words_of(const std::optional<Matter>& matter) { return matter ? "  [" + matter->words + "]" : ""; }

// What the tasks of many cases are about; the facts of each case are read once.
class Matters {
public:
    explicit Matters(worker::Machine& machine) : machine_(machine) {}
    base::Result<std::optional<Matter>> of(const flow::TaskRow& task) {
        if (!task.on || task.is_lead) return std::nullopt;
        auto known = facts_.find(task.about);
        if (known == facts_.end())
            known = facts_.emplace(task.about, TRY(worker::facts_of(machine_, task.about))).first;
        return matter_of(machine_.pack(), known->second, task.on);
    }

private:
    worker::Machine& machine_;
    std::map<cases::CaseId, std::vector<cases::Fact>> facts_;
};

struct ListOptions {
    std::string name, find, state, stage;
    bool claims = false;
};

base::Result<cases::CaseQuery> query_of(const ListOptions& options) {
    cases::CaseQuery query{options.find};
    if (!options.state.empty()) {
        query.status = domain::application_status(options.state);
        if (!query.status) return usage("--state must be a state as courtyardctl case list shows it, like REVIEW");
    }
    if (options.stage.empty()) return query;
    const auto stage = std::find(cases::kStageNames.begin(), cases::kStageNames.end(), options.stage);
    if (stage == cases::kStageNames.end())
        return usage("--stage must be inquiry, application, review, disbursement or collaboration");
    query.stage = static_cast<cases::Stage>(stage - cases::kStageNames.begin());
    return query;
}

base::Result<void> list(const ListOptions& options, const Common& common, Output& out) {
    const cases::CaseQuery query = TRY(query_of(options));
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    worker::CaseBook book(*machine);
    TRY(book.renew(os::now()));
    Json rows = Json::array();
    for (const flow::CaseRow& row : book.find(query)) {
        if (row.applicant.find(options.name) == std::string::npos) continue;
        if (options.claims && !row.claim) continue;
        rows.push_back(row_json(row));
        out.line(row.id.text().substr(0, 8) + "  " + std::string(domain::id(row.status)) + "  " + row.applicant + "  " +
                 row.number + (row.due ? "  due " + due_text(row.due) : "") +
                 (row.claim ? "  special claim " + domain::yuan_text(*row.claim) : ""));
    }
    if (rows.empty()) out.line(book.size() == 0 ? "No case here." : "No case is like that.");
    const bool is_deaf = !options.find.empty() && !book.finds_by_sound();
    if (is_deaf)
        out.line(
            "The table of pinyin is not here (COURTYARD_ASSETS says where it is): names are found by their "
            "characters only.");
    Json found{{"count", rows.size()}, {"cases", std::move(rows)}};
    if (is_deaf) found["by_sound"] = false;
    out.object(found);
    return {};
}

std::string uncompared_words(const flow::Uncompared& uncompared) {
    std::string words;
    for (const std::string& each : uncompared.persons)
        words += (words.empty() ? "no identity number of " : ", ") + each;
    if (uncompared.original)
        words += words.empty() ? "no number of the original case" : "; no number of the original case";
    return words + " (case act ... identified)";
}

// What takes from a fact that it counts, in brackets.
std::string standing_words(const cases::Entry& entry, const cases::AidCase& folded) {
    if (entry.standing == cases::Standing::InForce && folded.ballots.is_overturned(entry.id))
        return "  [does not count: the ballot before came to a result by votes that were on their way]";
    if (entry.standing == cases::Standing::InForce)
        return folded.ballots.is_replaced(entry.id) ? "  [does not count: its ballot was replaced]" : "";
    return "  [" + std::string(cases::kStandingNames[static_cast<std::size_t>(entry.standing)]) +
           (entry.code.empty() ? "" : " " + entry.code) + "]";
}

// Everything of it, as it may be seen by whoever asks.
Json json_of(const worker::Machine& machine, const flow::CaseView& view, const std::string& state,
             const cases::ContactAdvice& advice) {
    Json json = Json::parse(state);
    if (!view.call_word.empty()) json["call_word"] = {{"day", today().text()}, {"word", view.call_word}};
    json["contact"] = contact_json(advice);
    // Whoever may read the application whole opens it: courtyardctl show.
    std::vector<cases::Fact> shown = view.facts;
    worker::hide_answers(machine.pack().form, shown);
    for (Json& entry : json["facts"])
        for (const cases::Fact& fact : shown) {
            if (fact.id.text() != entry["id"]) continue;
            entry["fields"] = Json::parse(cases::write_fields(fact.fields));
            if (view.folded.ballots.is_replaced(fact.id)) entry["ballot_replaced"] = true;
            if (view.folded.ballots.is_overturned(fact.id)) entry["overturned"] = true;
        }
    if (!view.uncompared.is_empty())
        json["uncompared"] = {{"persons", view.uncompared.persons}, {"original_case", view.uncompared.original}};
    if (view.application && !view.application->others.empty()) json["other_form"] = other_form_codes(*view.application);
    for (const flow::NumberShared& each : view.number_shared)
        json["number_shared"].push_back(
            {{"case", each.id.text()}, {"applicant", each.applicant}, {"state", domain::id(each.status)}});
    json["tasks"] = Json::array();
    for (const flow::TaskRow& task : view.tasks)
        json["tasks"].push_back(with_matter(task_json(task, advice), matter_of(machine.pack(), view.facts, task.on)));
    return json;
}

// Who it is about, where it stands, and what is to be heeded before anything else.
void say_head(const worker::Machine& machine, const flow::CaseView& view, Output& out) {
    const cases::AidCase& folded = view.folded;
    out.line("case:      " + view.folded.id.text());
    out.line("applicant: " + folded.applicant + (folded.village.empty() ? "" : "  " + folded.village));
    if (!folded.number.empty()) out.line("number:    " + folded.number);
    for (const flow::NumberShared& each : view.number_shared)
        out.line("HEED:      case " + each.id.text().substr(0, 8) + "  " + each.applicant + "  " +
                 std::string(domain::id(each.status)) +
                 "  has this number, too: the one that was filed first keeps it, the other is set right by case act "
                 "... details_corrected number= reasons=; until then no paper goes out under it");
    out.line("state:     " + std::string(domain::id(folded.status)) + "  (" +
             std::string(cases::name_of(folded.stage())) + ")" +
             (folded.missing.empty() ? "" : "  some facts have not come yet"));
    for (const flow::PayCaution& caution : view.cautions)
        if (caution.why == flow::PayCaution::Why::Said)
            out.line("HEED:      the form says that " + caution.name + ", who acts for the applicant, did the harm");
    if (view.application && !view.application->others.empty())
        out.line(other_form_line(other_form_codes(*view.application)));
    for (const cases::GivenAccount* account : folded.accounts.counting())
        out.line("account:   ends in " + account->ends + "  (of the " + account->whose +
                 (account->payee.empty() ? "" : ", " + account->payee) + "; told later, " + account->record.text() +
                 ")" + (cases::has_accounts_at_odds(folded, account->payee) ? "  contradicted: settle it first" : ""));
    if (!view.uncompared.is_empty()) out.line("not compared with other offices: " + uncompared_words(view.uncompared));
    say_words(machine.pack().revisit, view.contact, view.call_word, today(), out);
    for (const std::string& line : standing_lines(machine.pack(), folded))
        out.line(line);
}

void say_course(const worker::Machine& machine, const flow::CaseView& view, Output& out) {
    for (const cases::Entry& entry : view.folded.entries)
        out.line(entry.id.text().substr(0, 8) + "  " + entry.day.text() + "  " + person_name(machine, entry.author) +
                 "  " + entry.kind + standing_words(entry, view.folded));
    for (const flow::TaskRow& task : view.tasks)
        out.line("next:      " + task.act + "  (" + task.what + (task.due ? ", due " + due_text(task.due) : "") + ")" +
                 words_of(matter_of(machine.pack(), view.facts, task.on)));
}

base::Result<void> show(const std::string& text, bool state_only, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const cases::CaseId id = TRY(worker::find_case(*machine, text));
    const base::Instant now = os::now();
    flow::CaseView view = TRY(worker::view_case(*machine, id, now));
    const std::string state = cases::write_case(view.folded);
    if (state_only) {
        out.json_text(state);
        return {};
    }
    worker::CaseBook book(*machine);
    TRY(book.renew(now));
    book.tell_shared_number(view);
    const std::vector<worker::LeadEntry> leads = TRY(worker::leads_to_show(*machine));
    book.tell_same_lead(view, leads);
    const cases::ContactAdvice advice =
        cases::contact_advice(view.contact, cases::is_in_danger(view.folded), machine->pack().revisit.contact, now);
    out.object(json_of(*machine, view, state, advice));
    say_contact(advice, out);
    say_head(*machine, view, out);
    out.line("");
    say_course(*machine, view, out);
    return {};
}

// People of whom somebody thinks that they need aid: no cases, and to be told all the same. A leader hears of those
// that are overdue.
Json lead_task_json(const flow::TaskRow& task) {
    Json json{{"lead", task.about.text()}, {"name", task.applicant}, {"source", task.source}, {"task", task.what}};
    if (task.due) json["due"] = task.due->day.text();
    if (task.days_over > 0) json["days_over"] = task.days_over;
    if (task.escalated) json["escalated"] = true;
    if (!task.offices.empty()) json["offices"] = offices_of(task);
    return json;
}

std::string due_line(const flow::TaskRow& task) {
    return task.about.text().substr(0, 8) + "  " + task.applicant + "  " +
           (task.is_lead ? "lead from " + task.source + "  " + task.what : task.what + "  " + task.act) +
           (task.due ? "  due " + due_text(task.due) : "") + urgency_words(task.days_over, task.same_day) +
           owner_line(task);
}

base::Result<void> due(const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    worker::CaseBook book(*machine);
    const base::Instant now = os::now();
    TRY(book.renew(now));
    Json tasks = Json::array(), leads = Json::array();
    Matters matters(*machine);
    const std::vector<worker::LeadEntry> known = TRY(worker::leads_to_show(*machine));
    for (const flow::TaskRow& task : book.tasks(known)) {
        if (task.is_lead) {
            leads.push_back(lead_task_json(task));
            out.line(due_line(task));
            continue;
        }
        const cases::ContactAdvice advice = advice_for(*machine, task, now);
        const std::optional<Matter> matter = TRY(matters.of(task));
        tasks.push_back(with_matter(task_json(task, advice), matter));
        out.line(due_line(task) + words_of(matter) + (advice.red.empty() ? "" : "  HEED: " + red_line(advice)));
    }
    if (tasks.empty() && leads.empty()) out.line("Nothing is to be done.");
    out.object(Json{{"count", tasks.size()}, {"tasks", std::move(tasks)}, {"leads", std::move(leads)}});
    return {};
}

}  // namespace

domain::Date today() { return domain::Date::in_china(os::now()); }

std::string person_name(const worker::Machine& machine, const base::PersonId& id) {
    const mail::Person* person = mail::find_person(machine.roster(), id);
    return person == nullptr ? id.text() : person->name;
}

void add_reading(CLI::App& group, Commands& commands) {
    auto wanted = std::make_shared<ListOptions>();
    CLI::App* list_command = group.add_subcommand("list", "the cases that you are on");
    list_command->add_option(
        "--find", wanted->find,
        "only those with this: name, pinyin, initials, its number or the lawsuit's, receipt, village, "
        "judge's name, state or the first characters of its id");
    list_command->add_option("--name", wanted->name, "only those whose applicant's name contains this");
    list_command->add_option("--state", wanted->state, "only those in this state, like REVIEW");
    list_command->add_flag("--claims", wanted->claims,
                           "the register of special claims: only those of which some is kept so (A10)");
    list_command->add_option("--stage", wanted->stage,
                             "only those in this stage: inquiry, application, review, disbursement, collaboration");
    list_command->callback([wanted, &commands] {
        commands.action = [wanted, &commands](Output& out) { return list(*wanted, commands.common, out); };
    });
    auto id = std::make_shared<std::string>();
    auto state_only = std::make_shared<bool>(false);
    CLI::App* show_command = group.add_subcommand("show", "one case: state, facts, what is next");
    show_command->add_option("ID", *id, kCaseWords)->required()->check(said());
    show_command->add_flag("--state", *state_only, "the folded case alone, the same bytes on every machine");
    show_command->callback([id, state_only, &commands] {
        commands.action = [id, state_only, &commands](Output& out) {
            return show(*id, *state_only, commands.common, out);
        };
    });
    group.add_subcommand("due", "what you have to do, in order of need")->callback([&commands] {
        commands.action = [&commands](Output& out) { return due(commands.common, out); };
    });
}

}  // namespace courtyard::ctl
