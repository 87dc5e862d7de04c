// courtyardctl case …: every act of an aid case, by the same functions as the laptop's window.
#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cases/case_json.hpp"
#include "app/cases/fact_json.hpp"
#include "app/cases/papers_digest.hpp"
#include "app/ctl/case_act.hpp"
#include "app/ctl/case_contact.hpp"
#include "app/ctl/case_fields.hpp"
#include "app/ctl/case_looking.hpp"
#include "app/ctl/case_standing.hpp"
#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_book.hpp"
#include "app/worker/case_rights.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
#include "app/worker/lead_acts.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kCaseWords = "the case: the first characters of its id (4 or more), its number, or its receipt";

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
    return json;
}

Json task_json(const flow::TaskRow& task, const cases::ContactAdvice& advice) {
    Json json{{"case", task.about.text()}, {"task", task.what}, {"act", task.act}, {"applicant", task.applicant}};
    if (task.due) json["due"] = task.due->day.text();
    if (task.due && task.due->about) json["about"] = true;
    if (task.days_over > 0) json["days_over"] = task.days_over;
    if (task.escalated) json["escalated"] = true;
    if (task.same_day) json["same_day"] = true;
    if (!task.owner.empty()) json["owner"] = task.owner;
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

domain::Date today() { return domain::Date::in_china(os::now()); }

struct ListOptions {
    std::string name, find, state, stage;
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
        rows.push_back(row_json(row));
        out.line(row.id.text().substr(0, 8) + "  " + std::string(domain::id(row.status)) + "  " + row.applicant + "  " +
                 row.number + (row.due ? "  due " + due_text(row.due) : ""));
    }
    if (rows.empty()) out.line(book.size() == 0 ? "No case here." : "No case is like that.");
    out.object(Json{{"count", rows.size()}, {"cases", std::move(rows)}});
    return {};
}

std::string person_name(const worker::Machine& machine, const base::PersonId& id) {
    const mail::Person* person = mail::find_person(machine.roster(), id);
    return person == nullptr ? id.text() : person->name;
}

// Who was brought in as the case was opened: those of the office and its leaders of whom this laptop has heard.
base::Result<std::vector<std::string>> others_on(worker::Machine& machine, const cases::CaseId& id) {
    const std::vector<cases::Fact> facts = TRY(worker::facts_of(machine, id));
    const auto self = std::get<base::PersonId>(machine.author());
    std::vector<std::string> names;
    for (const auto& [person, seat] : worker::fold_here(machine, id, facts).members.seats)
        if (person != self) names.push_back(person_name(machine, person));
    return names;
}

std::string all_of(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& each : names)
        all += (all.empty() ? "" : ", ") + each;
    return all;
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
    if (entry.standing == cases::Standing::InForce)
        return folded.ballots.is_replaced(entry.id) ? "  [does not count: its ballot was replaced]" : "";
    return "  [" + std::string(cases::kStandingNames[static_cast<std::size_t>(entry.standing)]) +
           (entry.code.empty() ? "" : " " + entry.code) + "]";
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
    Json json = Json::parse(state);
    if (!view.call_word.empty()) json["call_word"] = {{"day", today().text()}, {"word", view.call_word}};
    const cases::ContactAdvice advice =
        cases::contact_advice(view.contact, cases::is_in_danger(view.folded), machine->pack().revisit.contact, now);
    json["contact"] = contact_json(advice);
    // Whoever may read the application whole opens it: courtyardctl show.
    std::vector<cases::Fact> shown = view.facts;
    worker::hide_answers(machine->pack().form, shown);
    for (Json& entry : json["facts"])
        for (const cases::Fact& fact : shown) {
            if (fact.id.text() != entry["id"]) continue;
            entry["fields"] = Json::parse(cases::write_fields(fact.fields));
            if (view.folded.ballots.is_replaced(fact.id)) entry["ballot_replaced"] = true;
        }
    if (!view.uncompared.is_empty())
        json["uncompared"] = {{"persons", view.uncompared.persons}, {"original_case", view.uncompared.original}};
    for (const flow::NumberShared& each : view.number_shared)
        json["number_shared"].push_back(
            {{"case", each.id.text()}, {"applicant", each.applicant}, {"state", domain::id(each.status)}});
    json["tasks"] = Json::array();
    for (const flow::TaskRow& task : view.tasks)
        json["tasks"].push_back(with_matter(task_json(task, advice), matter_of(machine->pack(), view.facts, task.on)));
    out.object(json);

    const cases::AidCase& folded = view.folded;
    say_contact(advice, out);
    out.line("case:      " + id.text());
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
    for (const cases::GivenAccount* account : folded.accounts.counting())
        out.line("account:   ends in " + account->ends + "  (of the " + account->whose +
                 (account->payee.empty() ? "" : ", " + account->payee) + "; told later, " + account->record.text() +
                 ")" + (cases::has_accounts_at_odds(folded, account->payee) ? "  contradicted: settle it first" : ""));
    if (!view.uncompared.is_empty()) out.line("not compared with other offices: " + uncompared_words(view.uncompared));
    say_words(machine->pack().revisit, view.contact, view.call_word, today(), out);
    for (const std::string& line : standing_lines(machine->pack(), folded))
        out.line(line);
    out.line("");
    for (const cases::Entry& entry : folded.entries)
        out.line(entry.id.text().substr(0, 8) + "  " + entry.day.text() + "  " + person_name(*machine, entry.author) +
                 "  " + entry.kind + standing_words(entry, folded));
    for (const flow::TaskRow& task : view.tasks)
        out.line("next:      " + task.act + "  (" + task.what + (task.due ? ", due " + due_text(task.due) : "") + ")" +
                 words_of(matter_of(machine->pack(), view.facts, task.on)));
    return {};
}

// People of whom somebody thinks that they need aid: no cases, and to be told all the same. A leader hears of those
// that are overdue.
Json lead_task_json(const flow::TaskRow& task) {
    Json json{{"lead", task.about.text()}, {"name", task.applicant}, {"source", task.source}, {"task", task.what}};
    if (task.due) json["due"] = task.due->day.text();
    if (task.days_over > 0) json["days_over"] = task.days_over;
    if (task.escalated) json["escalated"] = true;
    return json;
}

std::string due_line(const flow::TaskRow& task) {
    return task.about.text().substr(0, 8) + "  " + task.applicant + "  " +
           (task.is_lead ? "lead from " + task.source + "  " + task.what : task.what + "  " + task.act) +
           (task.due ? "  due " + due_text(task.due) : "") + urgency_words(task.days_over, task.same_day) +
           (task.escalated && !task.owner.empty() ? "  for " + task.owner + " to do" : "");
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

base::Result<void> open(const std::string& application, const std::vector<std::string>& words, const Common& common,
                        Output& out) {
    if (!application.empty() && !words.empty())
        return usage("an application says for itself what stands in it: give --application or FIELD=VALUE, not both");
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    cases::CaseId id;
    if (application.empty()) {
        worker::GivenPictures pictures;
        const cases::ActRule& rule = *cases::find_act("case_opened");
        const cases::Fields fields = TRY(fields_of(*machine, rule, {}, words, pictures));
        TRY(need_all(rule, fields));
        id = TRY(worker::open_case(*machine, fields, os::now(), random, pictures.jpegs));
    } else {
        id = TRY(worker::open_case(*machine, application, os::now(), random));
    }
    const std::vector<std::string> others = TRY(others_on(*machine, id));
    out.object(Json{{"case", id.text()}, {"others", others}});
    const std::string begins = "Case " + id.text().substr(0, 8) + " is open: sealed to you";
    if (!others.empty()) {
        out.line(begins + " and " + all_of(others) + ".");
        return {};
    }
    out.line(begins + " alone. This laptop knows of no other registrar and no leader: sync, then bring them in");
    out.line("with courtyardctl case act " + id.text().substr(0, 8) + " joined person=NAME as=registrar.");
    return {};
}

Json fields_json(const cases::ActRule& rule) {
    Json fields = Json::array();
    for (const auto list : {rule.fields, cases::common_fields()})
        for (const cases::FieldRule& field : list)
            if (field.kept != cases::Kept::Made)
                fields.push_back(Json{
                    {"name", field.name}, {"must", field.need == cases::Need::Must}, {"takes", what_it_takes(field)}});
    return fields;
}

base::Result<void> acts(const std::string& kind, Output& out) {
    Json list = Json::array();
    for (const cases::ActRule& rule : cases::act_table()) {
        if ((!kind.empty() && rule.kind != kind) || is_by_program(rule.kind)) continue;
        Json who = Json::array();
        std::string offices;
        for (std::size_t i = 0; i < cases::kRoleNames.size(); ++i)
            if (rule.who.has(static_cast<cases::Role>(i))) {
                who.push_back(cases::kRoleNames[i]);
                offices += (offices.empty() ? "" : ", ") + std::string(cases::kRoleNames[i]);
            }
        list.push_back(Json{{"kind", rule.kind}, {"who", std::move(who)}, {"fields", fields_json(rule)}});
        out.line(std::string(rule.kind) + "  by " + offices);
        if (!kind.empty())
            for (const std::string& line : field_lines(rule))
                out.line(line);
    }
    if (list.empty()) return usage("\"" + kind + "\" is no act; courtyardctl case acts lists them");
    out.object(Json{{"acts", std::move(list)}});
    return {};
}

base::Result<void> undo(const std::string& text, const std::string& fact, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const cases::CaseId id = TRY(worker::find_case(*machine, text));
    for (const cases::FactId& each : TRY(worker::unsent_acts(*machine, id))) {
        if (fact.size() < 4 || each.text().compare(0, fact.size(), fact) != 0) continue;
        TRY(worker::undo_with_lead(*machine, id, each));
        out.object(Json{{"undone", each.text()}});
        out.line("Taken back; nothing of it had left this laptop.");
        return {};
    }
    return base::fail("undo.sent", "no act of this case that has not left this laptop begins so");
}

// The verbs that stand for one act, or for one of a few: the word after them chooses.
struct Verb {
    const char* name;
    const char* about;
    std::vector<std::pair<std::string, std::string>> kinds;  // word, kind; a single one without a word
};
const std::vector<Verb>& verbs() {
    static const std::vector<Verb> kVerbs{
        {"vote", "cast your vote on the ballot that is open", {{"", "vote_cast"}}},
        {"refer", "ask another body to help, with consent", {{"", "referred"}}},
        {"pay",
         "order, release, make, stop, return or confirm a payment; give back to finance; take down an account",
         {{"order", "pay_ordered"},
          {"release", "pay_released"},
          {"made", "pay_made"},
          {"stopped", "payment_stopped"},
          {"returned", "pay_returned"},
          {"given_back", "fund_returned"},
          {"confirmed", "money_confirmed"},
          {"account", "account_given"}}},
        {"promise",
         "what another body promised: made, claimed, confirmed, overridden, disputed, extended",
         {{"made", "promised"},
          {"claimed", "promise_claimed"},
          {"confirmed", "promise_confirmed"},
          {"overridden", "promise_overridden"},
          {"disputed", "promise_disputed"},
          {"extended", "promise_extended"}}},
        {"revisit", "a call or visit: tried or made", {{"tried", "revisit_tried"}, {"made", "revisit_made"}}},
    };
    return kVerbs;
}

void add_verb(CLI::App& group, const Verb& verb, Commands& commands) {
    CLI::App* command = group.add_subcommand(verb.name, verb.about);
    auto id = std::make_shared<std::string>(), word = std::make_shared<std::string>();
    auto words = std::make_shared<std::vector<std::string>>();
    command->add_option("ID", *id, kCaseWords)->required()->check(said());
    if (verb.kinds.size() > 1) {
        std::vector<std::string> known;
        for (const auto& [each, kind] : verb.kinds)
            known.push_back(each);
        command->add_option("STEP", *word, "which")->required()->check(CLI::IsMember(known));
    }
    command->add_option("FIELD=VALUE", *words, "as courtyardctl case acts KIND lists them");
    command->callback([id, word, words, &verb, &commands] {
        commands.action = [id, word, words, &verb, &commands](Output& out) -> base::Result<void> {
            const auto chosen = std::find_if(verb.kinds.begin(), verb.kinds.end(),
                                             [&](const auto& each) { return each.first == *word; });
            return act_in_case({*id, chosen->second, *words}, commands.common, out);
        };
    });
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
    auto kind = std::make_shared<std::string>();
    CLI::App* acts_command = group.add_subcommand("acts", "every act there is, or the fields of one");
    acts_command->add_option("KIND", *kind, "of which to list the fields");
    acts_command->callback([kind, &commands] { commands.action = [kind](Output& out) { return acts(*kind, out); }; });
}

void add_acting(CLI::App& group, Commands& commands) {
    auto application = std::make_shared<std::string>();
    auto opening = std::make_shared<std::vector<std::string>>();
    CLI::App* open_command = group.add_subcommand("open", "open a case from an application, or by word of mouth");
    open_command->add_option("--application", *application, "record id or receipt number, as in inbox")->check(said());
    open_command->add_option("FIELD=VALUE", *opening,
                             "without an application: as courtyardctl case acts case_opened lists");
    open_command->callback([application, opening, &commands] {
        commands.action = [application, opening, &commands](Output& out) {
            return open(*application, *opening, commands.common, out);
        };
    });
    auto id = std::make_shared<std::string>(), kind = std::make_shared<std::string>();
    auto words = std::make_shared<std::vector<std::string>>();
    CLI::App* act_command = group.add_subcommand("act", "add a fact to a case, signed by you");
    act_command->add_option("ID", *id, kCaseWords)->required()->check(said());
    act_command->add_option("KIND", *kind, "as courtyardctl case acts lists them")->required()->check(said());
    act_command->add_option("FIELD=VALUE", *words, "as courtyardctl case acts KIND lists them");
    act_command->callback([id, kind, words, &commands] {
        commands.action = [id, kind, words, &commands](Output& out) {
            return act_in_case({*id, *kind, *words}, commands.common, out);
        };
    });
    auto about = std::make_shared<std::string>(), fact = std::make_shared<std::string>();
    CLI::App* undo_command = group.add_subcommand("undo", "take your last act back, while it has not left this laptop");
    undo_command->add_option("ID", *about, kCaseWords)->required()->check(said());
    undo_command->add_option("FACT", *fact, "the first characters of its id (4 or more)")->required()->check(said());
    undo_command->callback([about, fact, &commands] {
        commands.action = [about, fact, &commands](Output& out) { return undo(*about, *fact, commands.common, out); };
    });
    for (const Verb& verb : verbs())
        add_verb(group, verb, commands);
}

}  // namespace

void add_case_commands(CLI::App& app, Commands& commands) {
    CLI::App* group =
        app.add_subcommand("case", "aid cases: list, show, act, vote, pay, refer, promise, revisit, papers");
    group->require_subcommand(1);
    add_reading(*group, commands);
    add_looking(*group, commands);
    add_acting(*group, commands);
}

}  // namespace courtyard::ctl
