// courtyardctl case suggest | modules | module: other help for a case, out of the pack.
#include <algorithm>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/case_fields.hpp"
#include "app/ctl/case_reading.hpp"
#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_help.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/view_mail.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& each : words)
        out += (out.empty() ? "" : " ") + each;
    return out;
}

Json help_json(const worker::SuggestedHelp& help) {
    const cases::Suggestion& one = help.suggestion;
    Json json{{"item", one.door->id},   {"title", one.door->title},    {"fits", one.fits()},
              {"because", one.because}, {"agreed", one.agreed},        {"to_ask", one.to_ask},
              {"may_tell", help.share}, {"mailboxes", help.mailboxes}, {"ask", help.ask}};
    json["asked"] = Json::array();
    for (const auto& [body, referral] : one.asked)
        json["asked"].push_back({{"body", body}, {"referral", referral.text()}});
    return json;
}

base::Result<void> suggest(const std::string& text, const std::vector<std::string>& needs, bool all,
                           const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const cases::CaseId id = TRY(worker::find_case(*machine, text));
    Json rows = Json::array();
    for (const worker::SuggestedHelp& help : TRY(worker::suggestions_for(*machine, id, needs, today()))) {
        const cases::Suggestion& one = help.suggestion;
        if (!all && !one.fits() && one.asked.empty() && one.ask.empty()) continue;
        rows.push_back(help_json(help));
        out.line(one.door->id + "  " + one.door->title);
        for (const std::string& each : one.because)
            out.line("    because " + each);
        for (const std::string& each : help.ask)
            out.line("    perhaps: ask " + each);
        if (!one.agreed.empty()) out.line("    may be asked: " + joined(one.agreed));
        if (!one.to_ask.empty()) out.line("    ask the person first: " + joined(one.to_ask));
        for (const auto& [body, referral] : one.asked)
            out.line("    is asked: " + body + " (" + referral.text().substr(0, 8) + ")");
        if (!help.mailboxes.empty()) out.line("    by mailbox: " + joined(help.mailboxes));
        out.line("    may be told: " + joined(help.share));
    }
    TRY(worker::note_view(*machine, id, "case", os::now()));
    if (rows.empty())
        out.line("Nothing fits by what is known; --all lists every item that somebody can be referred to.");
    out.object(Json{{"count", rows.size()}, {"suggestions", std::move(rows)}});
    return {};
}

Json fields_json(const domain::ModuleAct& act) {
    Json fields = Json::array();
    for (const domain::ModuleField& field : act.fields)
        fields.push_back({{"name", field.name},
                          {"label", field.label},
                          {"type", field.type},
                          {"must", field.must},
                          {"choices", field.choices}});
    return fields;
}

// "  defer (words) | reduce (words)"
std::string choices_words(const domain::ModuleField& field) {
    std::string out;
    for (std::size_t i = 0; i < field.choices.size(); ++i)
        out += (i == 0 ? "  " : " | ") + field.choices[i] + (i < field.says.size() ? " (" + field.says[i] + ")" : "");
    return out;
}

Json module_json(const worker::ModuleEntry& entry) {
    Json json{{"module", entry.module->id},
              {"title", entry.module->title},
              {"stage", entry.run.stage},
              {"ended", entry.run.ended}};
    json["acts"] = Json::array();
    for (const domain::ModuleAct* act : entry.acts)
        json["acts"].push_back({{"act", act->id}, {"title", act->title}, {"fields", fields_json(*act)}});
    json["steps"] = Json::array();
    for (const cases::ModuleStep& step : entry.run.steps)
        json["steps"].push_back({{"fact", step.by.text()}, {"act", step.act}, {"on", step.day.text()}});
    json["due"] = Json::array();
    for (const cases::ModuleDue& due : entry.dues)
        if (!due.done)
            json["due"].push_back(
                {{"limit", due.limit->id}, {"due", due.due.date.text()}, {"about", due.due.provisional}});
    return json;
}

base::Result<void> modules(const std::string& text, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const cases::CaseId id = TRY(worker::find_case(*machine, text));
    Json rows = Json::array();
    for (const worker::ModuleEntry& entry : TRY(worker::modules_of(*machine, id))) {
        rows.push_back(module_json(entry));
        const domain::ModuleStage* stage = entry.module->stage(entry.run.stage);
        out.line(entry.module->id + "  " + entry.module->title + "  " + (stage == nullptr ? "not begun" : stage->say));
        for (const cases::ModuleDue& due : entry.dues)
            if (!due.done) out.line("    due " + due.due.date.text() + "  " + due.limit->source);
        for (const domain::ModuleAct* act : entry.acts) {
            out.line("    " + act->id + "  " + act->title);
            for (const domain::ModuleField& field : act->fields)
                out.line("        " + field.name + "=  " + field.label + choices_words(field) +
                         (field.must ? "" : "  (may be left out)"));
        }
    }
    TRY(worker::note_view(*machine, id, "case", os::now()));
    out.object(Json{{"modules", std::move(rows)}});
    return {};
}

struct ModuleOptions {
    std::string id, module, act;
    std::vector<std::string> words;
};

base::Result<void> act_in_module(const ModuleOptions& options, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const cases::CaseId id = TRY(worker::find_case(*machine, options.id));
    const domain::AidModule* module = TRY(worker::find_module(*machine, options.module));
    const domain::ModuleAct* act = module->act(options.act);
    if (act == nullptr) return base::fail("fact.module.act", machine->pack().words.text("fact.module.act"));
    const cases::ModuleRule rule(*act);
    const auto facts = TRY(worker::facts_of(*machine, id));
    worker::GivenPictures none;  // a module's acts have no fields for pictures
    cases::Fields fields = TRY(fields_of(*machine, rule.rule(), facts, options.words, none));
    fields["module"] = module->id;
    fields["act"] = act->id;
    const cases::FactId fact = TRY(worker::act(*machine, {id, "module", std::move(fields)}, os::now(), random));
    out.object(Json{{"case", id.text()}, {"fact", fact.text()}});
    out.line("Signed and saved here as " + fact.text().substr(0, 8) + ": " + module->title + ", " + act->title);
    return {};
}

}  // namespace

void add_case_help_commands(CLI::App& app, Commands& commands) {
    CLI::App* group = case_group(app);
    auto id = std::make_shared<std::string>();
    auto needs = std::make_shared<std::vector<std::string>>();
    auto all = std::make_shared<bool>(false);
    CLI::App* suggest_command = group->add_subcommand("suggest", "social aid that fits, why, and whom to ask first");
    suggest_command->add_option("ID", *id, kCaseWords)->required()->check(said());
    suggest_command->add_option("--need", *needs, "a need that was heard since, as rules/doors.toml calls it");
    suggest_command->add_flag("--all", *all, "also what does not fit by what is known");
    suggest_command->callback([id, needs, all, &commands] {
        commands.action = [id, needs, all, &commands](Output& out) {
            return suggest(*id, *needs, *all, commands.common, out);
        };
    });
    auto shown = std::make_shared<std::string>();
    CLI::App* modules_command = group->add_subcommand("modules", "fee relief, credit relief, legal aid in this case");
    modules_command->add_option("ID", *shown, kCaseWords)->required()->check(said());
    modules_command->callback([shown, &commands] {
        commands.action = [shown, &commands](Output& out) { return modules(*shown, commands.common, out); };
    });
    auto options = std::make_shared<ModuleOptions>();
    CLI::App* module_command =
        group->add_subcommand("module", "an act of a module, signed by you; the first begins it");
    module_command->add_option("ID", options->id, kCaseWords)->required()->check(said());
    module_command->add_option("MODULE", options->module, "as modules lists them")->required()->check(said());
    module_command->add_option("ACT", options->act, "as modules lists them")->required()->check(said());
    module_command->add_option("FIELD=VALUE", options->words, "as modules lists them");
    module_command->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return act_in_module(*options, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
