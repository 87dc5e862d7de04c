#include <array>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/case_file.hpp"
#include "app/ctl/case_standing.hpp"
#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/pack/court_template.hpp"
#include "app/worker/assets.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/court_papers.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

struct PapersOptions {
    std::string id, about_case, file, out, about, today;
};

base::Result<pack::Pack> pack_of(const Common& common) { return pack::load(TRY(worker::pack_folder(common.pack))); }

std::string_view name_of(pack::BlankType type) {
    constexpr std::array<std::string_view, 10> kNames{"text",   "words",  "name",   "day",   "money",
                                                      "number", "yes_no", "choice", "texts", "rows"};
    return kNames.at(static_cast<std::size_t>(type));
}

base::Result<domain::Date> today_of(const PapersOptions& options) {
    if (options.today.empty()) return domain::Date::in_china(os::now());
    const auto day = domain::Date::parse(options.today);
    if (!day) return usage("--today must be a day like 2026-11-23");
    return *day;
}

// A case of a home, or one in a file: what both are asked.
struct Asked {
    std::unique_ptr<os::OsRandom> random;
    std::unique_ptr<worker::Machine> machine;  // of a home
    cases::CaseId id;                          // in the home
    pack::Pack pack;                           // for a file
    CaseFile file;
    cases::AidCase folded;
    domain::Application answers;

    [[nodiscard]] printing::CourtDesk desk(domain::Date today) const {
        const auto names = [this](const base::PersonId& person) { return file.name_of(person); };
        return {pack, folded, file.facts, answers, names, today, {}};
    }
};

base::Result<Asked> ask(const PapersOptions& options, const Common& common) {
    Asked asked;
    if (options.about_case.empty() == options.file.empty())
        return usage("give --case CASE with --home, or --file FILE, one of them");
    if (!options.about_case.empty()) {
        TRY(need(common.home, "--home"));
        asked.random = std::make_unique<os::OsRandom>();
        asked.machine = TRY(open_home(common, *asked.random));
        asked.id = TRY(worker::find_case(*asked.machine, options.about_case));
        return asked;
    }
    asked.pack = TRY(pack_of(common));
    const base::Bytes text = TRY(os::read_input(options.file, kCaseFileBytesMax));
    asked.file = TRY(parse_case_file(base::as_text(text)));
    asked.folded = asked.file.fold();
    asked.answers = printing::answers_of(asked.pack, asked.file.facts);
    printing::add_told_document(asked.pack, asked.folded, asked.file.facts, asked.answers);
    printing::add_acting(asked.pack, asked.folded, asked.answers);
    printing::add_fellows(asked.pack, asked.folded, asked.answers);
    return asked;
}

base::Result<std::vector<cases::Fact>> facts_of(const Asked& asked) {
    if (asked.machine) return worker::facts_of(*asked.machine, asked.id);
    return asked.file.facts;
}

// By the first characters of its id; nothing was named: nothing.
base::Result<std::optional<cases::FactId>> fact_named(const Asked& asked, const std::string& about) {
    constexpr std::size_t kCharsMin = 4;
    if (about.empty()) return std::nullopt;
    std::optional<cases::FactId> found;
    const std::vector<cases::Fact> facts = TRY(facts_of(asked));
    for (const cases::Fact& fact : facts) {
        if (about.size() < kCharsMin || !fact.id.text().starts_with(about)) continue;
        if (found) return usage("--about: two facts of this case begin so; give more characters");
        found = fact.id;
    }
    if (!found)
        return usage("--about takes the first characters (4 or more) of a fact of this case, as the list shows it");
    return found;
}

// All papers of the pack.
base::Result<void> list_pack(const Common& common, Output& out) {
    const pack::Pack pack = TRY(pack_of(common));
    Json all = Json::array();
    for (const pack::CourtTemplate& paper : pack::court_templates(pack)) {
        all.push_back({{"id", paper.id}, {"title", paper.title}, {"about", paper.about}, {"served", paper.is_served}});
        out.line(paper.id + "  " + paper.title + "  (" + paper.about + ")");
    }
    out.object(Json{{"papers", std::move(all)}});
    return {};
}

// Those that a case gives now.
base::Result<void> list(const PapersOptions& options, const Common& common, Output& out) {
    if (options.about_case.empty() && options.file.empty()) return list_pack(common, out);
    const Asked asked = TRY(ask(options, common));
    const domain::Date today = TRY(today_of(options));
    const auto offers = asked.machine ? TRY(worker::papers_of(*asked.machine, asked.id, today))
                                      : printing::court_offers(asked.desk(today));
    const std::vector<cases::Fact> facts = TRY(facts_of(asked));
    const pack::Pack& pack = asked.machine ? asked.machine->pack() : asked.pack;
    Json all = Json::array();
    for (const printing::CourtOffer& offer : offers) {
        const auto matter = matter_of(pack, facts, offer.about);
        all.push_back(
            {{"id", offer.id}, {"title", offer.title}, {"about", offer.about.text()}, {"served", offer.is_served}});
        if (matter) all.back()["on"] = matter->json;
        out.line(offer.id + "  " + offer.title + "  " + (matter ? matter->words : offer.about.text()));
    }
    if (offers.empty()) out.line("The case gives no paper yet.");
    out.object(Json{{"papers", std::move(all)}});
    return {};
}

base::Result<worker::PaperMade> made_of(const Asked& asked, const PapersOptions& options) {
    worker::PaperWanted wanted{asked.id, options.id, {}, TRY(today_of(options)), os::now()};
    wanted.about = TRY(fact_named(asked, options.about));
    if (asked.machine) return worker::make_paper(*asked.machine, wanted);
    const pack::CourtTemplate paper = TRY(pack::court_template(asked.pack, options.id));
    worker::PaperMade out;
    const auto fold = [&asked](std::span<const cases::Fact> facts) { return asked.file.fold(facts); };
    out.made = TRY(printing::make_as_signed(asked.desk(wanted.today), paper, wanted.about, fold));
    out.pdf = TRY(paper::draw_official(out.made.paper));
    return out;
}

base::Result<void> make(const PapersOptions& options, const Common& common, Output& out) {
    const Asked asked = TRY(ask(options, common));
    const worker::PaperMade paper = TRY(made_of(asked, options));
    TRY(os::write_file(options.out, paper.pdf, os::Privacy::OwnerOnly));
    out.line("Written: " + options.out);
    std::string line = "Left empty, to be filled in by hand:";
    for (const std::string& blank : paper.made.empty)
        line += " " + blank;
    if (!paper.made.empty.empty()) out.line(line);
    for (const std::string& word : paper.made.unkind)
        out.line("It is served, and somebody wrote '" + word + "' into it: find kinder words.");
    if (!paper.made.signed_under.empty())
        out.line("It was signed under the pack " + paper.made.signed_under +
                 " and is printed with another one: its words may differ from those that were handed out. It says so "
                 "itself; what was printed then counts.");
    Json lacking = Json::array();
    for (const paper::LackingSign& each : paper.made.lacking) {
        out.line("No font of this machine draws '" + each.sign + "' (" + each.code +
                 "): a mark stands in its place on the paper. Write it there by hand, as the person's papers have it.");
        lacking.push_back({{"sign", each.sign}, {"code", each.code}});
    }
    Json made{{"paper", options.id},       {"record", paper.made.record.text()}, {"out", options.out},
              {"empty", paper.made.empty}, {"unkind", paper.made.unkind},        {"lacking", std::move(lacking)}};
    if (!paper.made.signed_under.empty()) made["signed_under"] = paper.made.signed_under;
    out.object(made);
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

// courtyardctl case papers CASE: the same by the name that goes with the other verbs of a case.
void add_case_papers(CLI::App& group, Commands& commands) {
    auto options = std::make_shared<PapersOptions>();
    CLI::App* command = group.add_subcommand("papers", "the papers that a case gives now, and making one as PDF");
    command
        ->add_option("ID", options->about_case,
                     "the case: the first characters of its id (4 or more), its number, or its receipt")
        ->required()
        ->check(said());
    command->add_option("--make", options->id, "the paper to make, by its id as the list shows it")->check(said());
    command->add_option("--out", options->out, "the PDF to write")->type_name("FILE")->check(said());
    command
        ->add_option("--about", options->about, "the fact that it tells of, where there are several; else the newest")
        ->check(said());
    command->add_option("--today", options->today, "the day that stands on it")->check(said());
    command->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) -> base::Result<void> {
            if (options->id.empty() != options->out.empty())
                return usage("--make PAPER and --out FILE go together: which paper, and where to write it");
            if (options->id.empty() && !options->about.empty())
                return usage("--about goes with --make PAPER: a list shows all that there is");
            return options->id.empty() ? list(*options, commands.common, out) : make(*options, commands.common, out);
        };
    });
}

}  // namespace

void add_papers_commands(CLI::App& app, Commands& commands) {
    CLI::App* papers = app.add_subcommand("papers", "papers of the court: decisions, notices, records, as PDF");
    papers->require_subcommand(1);
    auto options = std::make_shared<PapersOptions>();
    const auto add_source = [&options](CLI::App* command) {
        command->add_option("--case", options->about_case, "a case of --home: id, number or receipt number")
            ->check(said());
        command->add_option("--file", options->file, "a case as a JSON file")->type_name("FILE")->check(said());
        command->add_option("--today", options->today, "the day that stands on it")->check(said());
    };
    CLI::App* list_command = papers->add_subcommand("list", "the papers of the pack, or those that a case gives now");
    add_source(list_command);
    list_command->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return list(*options, commands.common, out); };
    });
    CLI::App* make_command = papers->add_subcommand("make", "one paper of a case, as PDF");
    make_command->add_option("PAPER", options->id, "its id, as papers list shows it")->required()->check(said());
    add_source(make_command);
    make_command->add_option("--out", options->out, "the PDF to write")->required()->type_name("FILE")->check(said());
    make_command->add_option("--about", options->about, "the fact that it tells of, where there are several")
        ->check(said());
    make_command->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return make(*options, commands.common, out); };
    });
    CLI::App* blanks_command =
        papers->add_subcommand("blanks", "every blank that a paper may have, and where it comes from");
    blanks_command->callback([&commands] { commands.action = [](Output& out) { return blanks(out); }; });
    add_case_papers(*case_group(app), commands);
}

}  // namespace courtyard::ctl
