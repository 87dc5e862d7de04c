#include <array>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/case_file.hpp"
#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/pack/court_template.hpp"
#include "app/printing/court_paper.hpp"
#include "app/worker/assets.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

struct PapersOptions {
    std::string id, file, out, about, today;
};

base::Result<pack::Pack> pack_of(const Common& common) { return pack::load(TRY(worker::pack_folder(common.pack))); }

std::string_view name_of(pack::BlankType type) {
    constexpr std::array<std::string_view, 10> kNames{"text",   "words",  "name",   "day",   "money",
                                                      "number", "yes_no", "choice", "texts", "rows"};
    return kNames.at(static_cast<std::size_t>(type));
}

// What a case gives now, or without a case all papers of the pack.
base::Result<void> list(const PapersOptions& options, const Common& common, Output& out) {
    const pack::Pack pack = TRY(pack_of(common));
    Json all = Json::array();
    if (options.file.empty()) {
        for (const pack::CourtTemplate& paper : pack::court_templates(pack)) {
            all.push_back(
                {{"id", paper.id}, {"title", paper.title}, {"about", paper.about}, {"served", paper.is_served}});
            out.line(paper.id + "  " + paper.title + "  (" + paper.about + ")");
        }
    } else {
        const base::Bytes text = TRY(os::read_input(options.file, kCaseFileBytesMax));
        const CaseFile file = TRY(parse_case_file(base::as_text(text)));
        const cases::AidCase folded = file.fold();
        const domain::Application answers = printing::answers_of(pack, file.facts);
        const auto names = [&file](const base::PersonId& person) { return file.name_of(person); };
        const printing::CourtDesk desk{pack, folded, file.facts, answers, names, domain::Date::in_china(os::now()), {}};
        for (const printing::CourtOffer& offer : printing::court_offers(desk)) {
            all.push_back({{"id", offer.id}, {"title", offer.title}, {"about", offer.about.text()}});
            out.line(offer.id + "  " + offer.title + "  " + offer.about.text());
        }
    }
    out.object(Json{{"papers", std::move(all)}});
    return {};
}

base::Result<void> make(const PapersOptions& options, const Common& common, Output& out) {
    const pack::Pack pack = TRY(pack_of(common));
    const pack::CourtTemplate paper = TRY(pack::court_template(pack, options.id));
    const base::Bytes text = TRY(os::read_input(options.file, kCaseFileBytesMax));
    const CaseFile file = TRY(parse_case_file(base::as_text(text)));
    domain::Date today = domain::Date::in_china(os::now());
    if (!options.today.empty()) {
        const auto day = domain::Date::parse(options.today);
        if (!day) return usage("--today must be a day like 2026-11-23");
        today = *day;
    }
    std::optional<cases::FactId> about;
    if (!options.about.empty()) {
        const auto id = cases::FactId::parse(options.about);
        if (!id) return usage("--about must be the 32 hexadecimal digits of a fact");
        about = *id;
    }
    const cases::AidCase folded = file.fold();
    const domain::Application answers = printing::answers_of(pack, file.facts);
    const auto names = [&file](const base::PersonId& person) { return file.name_of(person); };
    const printing::CourtDesk desk{pack, folded, file.facts, answers, names, today, {}};
    const printing::CourtPaper made = TRY(printing::make_court_paper(desk, paper, about));
    const base::Bytes pdf = TRY(paper::draw_official(made.paper));
    TRY(os::write_file(options.out, pdf, os::Privacy::OwnerOnly));
    out.line("Written: " + options.out);
    if (!made.empty.empty()) {
        std::string line = "Left empty, to be filled in by hand:";
        for (const std::string& blank : made.empty)
            line += " " + blank;
        out.line(line);
    }
    for (const std::string& word : made.unkind)
        out.line("It is served, and somebody wrote '" + word + "' into it: find kinder words.");
    out.object(Json{{"paper", options.id},
                    {"record", made.record.text()},
                    {"out", options.out},
                    {"empty", made.empty},
                    {"unkind", made.unkind}});
    return {};
}

base::Result<void> blanks(Output& out) {
    Json all = Json::array();
    for (const pack::BlankRule& blank : pack::court_blanks()) {
        Json one{{"name", blank.name}, {"type", name_of(blank.type)}, {"source", blank.source}};
        std::string line =
            std::string(blank.name) + "  " + std::string(name_of(blank.type)) + "  " + std::string(blank.source);
        if (!blank.choices.empty()) {
            one["choices"] = blank.choices;
            line += "  [" + std::string(blank.choices) + "]";
        }
        for (const pack::ColumnRule& column : blank.columns) {
            one["columns"].push_back({{"name", column.name}, {"type", name_of(column.type)}});
            line += " ." + std::string(column.name);
        }
        out.line(line);
        all.push_back(std::move(one));
    }
    out.object(Json{{"blanks", std::move(all)}});
    return {};
}

}  // namespace

void add_papers_commands(CLI::App& app, Commands& commands) {
    CLI::App* papers = app.add_subcommand("papers", "papers of the court: decisions, notices, records, as PDF");
    papers->require_subcommand(1);
    auto options = std::make_shared<PapersOptions>();
    CLI::App* list_command = papers->add_subcommand("list", "the papers of the pack, or those that a case gives now");
    list_command->add_option("--case", options->file, "the case as a JSON file")->type_name("FILE")->check(said());
    list_command->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return list(*options, commands.common, out); };
    });
    CLI::App* make_command = papers->add_subcommand("make", "one paper of a case, as PDF");
    make_command->add_option("PAPER", options->id, "its id, as papers list shows it")->required()->check(said());
    make_command->add_option("--case", options->file, "the case as a JSON file")
        ->required()
        ->type_name("FILE")
        ->check(said());
    make_command->add_option("--out", options->out, "the PDF to write")->required()->type_name("FILE")->check(said());
    make_command->add_option("--about", options->about, "the fact that it tells of, where there are several")
        ->check(said());
    make_command->add_option("--today", options->today, "the day that stands on it")->check(said());
    make_command->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return make(*options, commands.common, out); };
    });
    CLI::App* blanks_command =
        papers->add_subcommand("blanks", "every blank that a paper may have, and where it comes from");
    blanks_command->callback([&commands] { commands.action = [](Output& out) { return blanks(out); }; });
}

}  // namespace courtyard::ctl
