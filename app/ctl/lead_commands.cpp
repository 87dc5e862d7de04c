// courtyardctl case leads | lead: people of whom another body, or somebody, thinks that they may need judicial aid.
#include <algorithm>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/case_fields.hpp"
#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/lead_fields.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/leads.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/view_mail.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kLeadWords = "the lead: the first characters of its id (4 or more), as leads shows it";

std::string_view state_of(const worker::LeadEntry& entry) {
    return cases::kLeadStateNames[static_cast<std::size_t>(entry.view.state)];
}

bool is_taken_back(const worker::LeadEntry& entry, const cases::LeadStep& step) {
    const auto& gone = entry.view.taken_back;
    return std::find(gone.begin(), gone.end(), step.id) != gone.end();
}

Json lead_json(const worker::LeadEntry& entry) {
    const cases::Lead& lead = entry.view.lead;
    Json json{{"lead", lead.id.text()},   {"source", entry.source},           {"from", lead.from},
              {"name", lead.name},        {"village", lead.village},          {"reach", lead.reach},
              {"why", lead.why},          {"agreed", entry.view.is_agreed()}, {"on", lead.on.text()},
              {"state", state_of(entry)}, {"reference", lead.reference},      {"original_case", lead.original_case}};
    if (entry.task) json["task"] = {{"code", entry.task->code}, {"due", entry.task->due.text()}};
    json["steps"] = Json::array();
    for (const cases::LeadStep& step : entry.view.steps) {
        Json row{{"step", cases::kLeadMoveNames[static_cast<std::size_t>(step.move)]},
                 {"on", step.day.text()},
                 {"by", step.author.text()},
                 {"words", step.words}};
        if (step.application) row["application"] = step.application->text();
        if (is_taken_back(entry, step)) row["taken_back"] = true;
        json["steps"].push_back(std::move(row));
    }
    json["may_be"] = Json::array();
    for (const cases::LeadMatch& match : entry.matches)
        json["may_be"].push_back({{"case", match.about.text()}, {"why", match.why}});
    json["may_be_lead"] = Json::array();
    for (const flow::LeadTwin& twin : entry.twins)
        json["may_be_lead"].push_back({{"lead", twin.id.text()},
                                       {"why", twin.why},
                                       {"source", twin.source},
                                       {"state", cases::kLeadStateNames[static_cast<std::size_t>(twin.state)]}});
    return json;
}

base::Result<void> list(const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    Json rows = Json::array();
    for (const worker::LeadEntry& entry : TRY(worker::list_leads(*machine))) {
        const cases::Lead& lead = entry.view.lead;
        TRY(worker::note_view(*machine, lead.id, "lead", os::now()));  // the list says as much as the lead itself
        rows.push_back(lead_json(entry));
        out.line(lead.id.text().substr(0, 8) + "  " + std::string(state_of(entry)) + "  " + lead.name + "  from " +
                 entry.source + "  " + lead.on.text() +
                 (entry.task ? "  next: " + entry.task->code + ", due " + entry.task->due.text() : "") +
                 (entry.view.is_open() && !entry.twins.empty() ? "  MAY BE A DOUBLE: see lead show" : ""));
    }
    if (rows.empty()) out.line("No lead here.");
    out.object(Json{{"count", rows.size()}, {"leads", std::move(rows)}});
    return {};
}

base::Result<void> show(const std::string& id, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const worker::LeadEntry entry = TRY(worker::find_lead(*machine, id));
    const cases::Lead& lead = entry.view.lead;
    TRY(worker::note_view(*machine, lead.id, "lead", os::now()));
    out.object(lead_json(entry));
    out.line(lead.name + (lead.village.empty() ? "" : "  " + lead.village) + "  from " + entry.source);
    out.line(lead.why);
    out.line(entry.view.is_agreed() ? "The person knows of it and wants to be called."
                                    : "Nobody has asked the person yet.");
    if (!lead.reach.empty()) out.line("reach: " + lead.reach);
    if (!lead.reference.empty()) out.line("reference: " + lead.reference);
    if (!lead.original_case.empty()) out.line("original case: " + lead.original_case);
    for (const cases::LeadStep& step : entry.view.steps)
        out.line("  " + step.day.text() + "  " +
                 std::string(cases::kLeadMoveNames[static_cast<std::size_t>(step.move)]) + "  " + step.words +
                 (is_taken_back(entry, step) ? "  [does not count: the lead was opened again]" : ""));
    if (entry.task) out.line("next: " + entry.task->code + ", due " + entry.task->due.text());
    for (const cases::LeadMatch& match : entry.matches)
        out.line("may be the person of case " + match.about.text().substr(0, 8) + " (" + std::string(match.why) + ")");
    for (const flow::LeadTwin& twin : entry.twins)
        out.line("may be the same as lead " + twin.id.text().substr(0, 8) + " of " + twin.on.text() + " from " +
                 twin.source + " (" + twin.why + "; " +
                 std::string(cases::kLeadStateNames[static_cast<std::size_t>(twin.state)]) + ")");
    if (entry.view.is_open() && !entry.twins.empty())
        out.line("if it is, end one of the two: courtyardctl case lead step " + lead.id.text().substr(0, 8) +
                 " duplicate --words WHICH");
    return {};
}

base::Result<void> note(const std::vector<std::string>& words, const Common& common, Output& out) {
    cases::Lead lead = TRY(lead_of(words));
    if (lead.on == domain::Date{}) lead.on = domain::Date::in_china(os::now());
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const base::RecordId id = TRY(worker::note_lead(*machine, std::move(lead), os::now(), random));
    out.object(Json{{"lead", id.text()}});
    out.line("Lead " + id.text().substr(0, 8) +
             " is noted. It is no application: somebody tells the person, who decides.");
    for (const flow::LeadTwin& twin : TRY(worker::find_lead(*machine, id.text())).twins)
        out.line("It may be the same as lead " + twin.id.text().substr(0, 8) + " (" + twin.why + "): look at both.");
    return {};
}

struct StepOptions {
    std::string id, step, words, application, about_case, on;
    bool same_person = false;
};

base::Result<void> step(const StepOptions& options, const Common& common, Output& out) {
    cases::LeadStep made;
    const auto& names = cases::kLeadMoveNames;
    made.move = static_cast<cases::LeadMove>(std::find(names.begin(), names.end(), options.step) - names.begin());
    made.words = options.words;
    made.day = domain::Date::in_china(os::now());
    if (!options.on.empty()) {
        const auto day = domain::Date::parse(options.on);
        if (!day) return usage("--on takes a day, for example 2026-11-23");
        made.day = *day;
    }
    if (!options.application.empty() && !options.about_case.empty())
        return usage("the person handed in an application, or applied by word of mouth: --application or --case");
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    if (!options.about_case.empty()) made.application = TRY(worker::find_case(*machine, options.about_case));
    if (!options.application.empty())
        made.application = TRY(worker::show_application(*machine, options.application)).entry.id;
    const auto sure = options.same_person ? worker::SamePerson::Said : worker::SamePerson::Asked;
    auto said = worker::step_lead(*machine, options.id, made, os::now(), random, sure);
    if (!said && said.error().code == "lead.other_person") said.error().message += " (--same-person)";
    const base::RecordId id = TRY(std::move(said));
    const worker::LeadEntry after = TRY(worker::find_lead(*machine, options.id));
    out.object(Json{{"step", id.text()}, {"state", state_of(after)}});
    out.line("Signed and saved here; the lead stands at " + std::string(state_of(after)) +
             (after.partner ? ". " + after.source + " hears how far it came." : "."));
    return {};
}

base::Result<void> undo(const std::string& text, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const worker::LeadEntry entry = TRY(worker::find_lead(*machine, text));
    const auto said = TRY(worker::unsent_of_lead(*machine, entry.view.lead.id));
    if (!said)
        return base::fail("undo.sent",
                          "what was said last of this lead was not said here, or has left this laptop, or may have: an "
                          "end that was a mistake is set right by step ... reopened");
    TRY(worker::undo_of_lead(*machine, *said));
    out.object(Json{{"lead", entry.view.lead.id.text()}, {"undone", said->text()}});
    out.line("Taken back; nothing of it had left this laptop.");
    return {};
}

base::Result<void> open_case(const std::string& lead, const std::vector<std::string>& words, const Common& common,
                             Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    worker::GivenPictures pictures;
    cases::Fields fields = TRY(fields_of(*machine, *cases::find_act("case_opened"), {}, words, pictures));
    const worker::LeadEntry entry = TRY(worker::find_lead(*machine, lead));
    fields.merge(cases::opening_of(entry.view.lead));
    const cases::CaseId id =
        TRY(worker::open_case_of_lead(*machine, entry.view.lead.id.text(), fields, os::now(), random, pictures.jpegs));
    out.object(Json{{"case", id.text()}});
    out.line("Case " + id.text().substr(0, 8) + " is open by word of mouth, and the lead stands at applied.");
    return {};
}

void add_open(CLI::App& group, Commands& commands) {
    auto id = std::make_shared<std::string>();
    auto words = std::make_shared<std::vector<std::string>>();
    CLI::App* command = group.add_subcommand(
        "open", "the person applies by word of mouth: open the case, and the lead stands at applied");
    command->add_option("LEAD", *id, kLeadWords)->required()->check(said());
    command->add_option("FIELD=VALUE", *words,
                        "beside name, village, original case and how to reach them, which the lead says");
    command->callback([id, words, &commands] {
        commands.action = [id, words, &commands](Output& out) { return open_case(*id, *words, commands.common, out); };
    });
}

void add_step(CLI::App& group, Commands& commands) {
    auto options = std::make_shared<StepOptions>();
    CLI::App* command = group.add_subcommand("step", "what was done: take it up, or put it aside with a reason");
    command->add_option("LEAD", options->id, kLeadWords)->required()->check(said());
    command
        ->add_option("STEP", options->step,
                     "agreed: its sender asked, and the person wants to be called; not_reached, contacted, explained; "
                     "applied (with --application or --case); or it ends, with --words: declined, elsewhere, "
                     "unsuitable, duplicate, withdrawn (by its sender), mistaken (wrongly entered); reopened (with "
                     "--words): its end counts no more; answered: its sender, who has no mailbox, was told")
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>(cases::kLeadMoveNames.begin(), cases::kLeadMoveNames.end())));
    command->add_option("--words", options->words, "what was said, or why it ends or goes on");
    command->add_option("--application", options->application, "what the person handed in: its id or receipt number");
    command->add_option("--case", options->about_case,
                        "who applied by word of mouth: the case, by its number or the first characters of its id");
    command->add_flag("--same-person", options->same_person,
                      "with applied: another name stands on it, and it is the same person all the same");
    command->add_option("--on", options->on, "the day on which it happened, when that is not today")->type_name("DAY");
    command->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return step(*options, commands.common, out); };
    });
}

}  // namespace

void add_lead_commands(CLI::App& app, Commands& commands) {
    CLI::App* group = case_group(app);
    group->add_subcommand("leads", "people who may need judicial aid and have not asked")->callback([&commands] {
        commands.action = [&commands](Output& out) { return list(commands.common, out); };
    });
    CLI::App* lead = group->add_subcommand("lead", "one lead: show, note, step, open, undo");
    lead->require_subcommand(1);
    auto id = std::make_shared<std::string>();
    CLI::App* show_command = lead->add_subcommand("show", "one lead, whole");
    show_command->add_option("LEAD", *id, kLeadWords)->required()->check(said());
    show_command->callback([id, &commands] {
        commands.action = [id, &commands](Output& out) { return show(*id, commands.common, out); };
    });
    auto words = std::make_shared<std::vector<std::string>>();
    CLI::App* note_command = lead->add_subcommand("note", "write down one that came by paper or word of mouth");
    note_command->add_option("FIELD=VALUE", *words, kLeadFieldWords)->required();
    note_command->callback([words, &commands] {
        commands.action = [words, &commands](Output& out) { return note(*words, commands.common, out); };
    });
    add_step(*lead, commands);
    add_open(*lead, commands);
    auto undone = std::make_shared<std::string>();
    CLI::App* undo_command =
        lead->add_subcommand("undo", "take back what you said last of a lead, while it has not left this laptop");
    undo_command->add_option("LEAD", *undone, kLeadWords)->required()->check(said());
    undo_command->callback([undone, &commands] {
        commands.action = [undone, &commands](Output& out) { return undo(*undone, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
