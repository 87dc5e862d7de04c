// courtyardctl case year: the committee's written report on a year, its figures, the paper, and that it was sent.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/case_reading.hpp"
#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/usage.hpp"
#include "app/printing/year_paper.hpp"
#include "app/worker/year_report.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

struct YearOptions {
    int year = 0;  // 0: the last one that is over
    std::string out, sent, to;
    bool not_sent = false;
};

Json figures_json(const cases::YearFigures& of) {
    Json json{{"year", of.year},
              {"came", of.came},
              {"filed", of.filed},
              {"not_filed", of.not_filed},
              {"granted", of.granted},
              {"refused", of.refused},
              {"ended", of.ended},
              {"pending", of.pending},
              {"urgent", of.urgent},
              {"aided", of.aided},
              {"granted_fen", of.granted_sum.value},
              {"urgent_fen", of.urgent_sum.value},
              {"paid_fen", of.paid_sum.value},
              {"recoveries", of.recoveries},
              {"referred", of.referred},
              {"helped", of.helped},
              {"promised", of.promised},
              {"kept", of.kept},
              {"revisits", of.revisits},
              {"alerts", of.alerts},
              {"alerts_open", of.alerts_open}};
    json["days_to_decision"] = of.days_to_decision ? Json(*of.days_to_decision) : Json();
    json["days_to_money"] = of.days_to_money ? Json(*of.days_to_money) : Json();
    return json;
}

void tell_due(const worker::YearView& view, Output& out) {
    const bool is_sent = view.sent && view.sent->sent_on;
    if (is_sent) return out.line("Sent on " + view.sent->sent_on->text() + " to " + view.sent->sent_to + ".");
    out.line(std::string(view.due.due.provisional ? "Due about " : "Due on ") + view.due.due.date.text() +
             "; not sent yet.");
}

base::Result<void> say_sent(worker::Machine& machine, const YearOptions& options, int year, base::Random& random) {
    if (options.sent.empty() && !options.not_sent) return {};
    std::optional<domain::Date> day;
    if (!options.not_sent) {
        const auto parsed = domain::Date::parse(options.sent);
        if (!parsed) return usage("--sent takes the day on which the report went out, for example 2027-01-20");
        day = *parsed;
    }
    return worker::say_year_report_sent(machine, year, day, options.to, os::now(), random);
}

base::Result<void> report(const YearOptions& options, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const int year = options.year == 0 ? today().year() - 1 : options.year;
    TRY(say_sent(*machine, options, year, random));
    const worker::YearView view = TRY(worker::year_view(*machine, year, today()));
    if (!options.out.empty()) {
        const paper::Official paper = TRY(worker::year_paper(*machine, year, today()));
        const base::Bytes pdf = TRY(paper::draw_official(paper));
        TRY(os::write_file(options.out, pdf, os::Privacy::OwnerOnly));
    }
    for (const printing::YearGroup& group : printing::year_rows(machine->pack(), view.figures)) {
        out.line(group.title);
        for (const printing::YearRow& row : group.rows)
            out.line("  " + row.words + "  " + row.figure);
    }
    tell_due(view, out);
    Json json = figures_json(view.figures);
    json["due"] = view.due.due.date.text();
    if (view.due.due.provisional) json["about"] = true;
    if (view.sent && view.sent->sent_on)
        json["sent"] = {{"on", view.sent->sent_on->text()}, {"to", view.sent->sent_to}};
    if (!options.out.empty()) json["file"] = options.out;
    out.object(json);
    return {};
}

}  // namespace

void add_year_commands(CLI::App& app, Commands& commands) {
    CLI::App* command = case_group(app)->add_subcommand(
        "year", "the committee's written report on a year: figures, paper, when it was sent");
    auto options = std::make_shared<YearOptions>();
    command->add_option("YEAR", options->year, "the year; without it the last one that is over");
    command->add_option("--out", options->out, "write the report as a PDF")->type_name("FILE");
    CLI::Option* sent = command->add_option("--sent", options->sent, "it went out on that day")->type_name("DAY");
    command->add_option("--to", options->to, "to whom it went")->needs(sent);
    command->add_flag("--not-sent", options->not_sent, "it did not go out after all")->excludes(sent);
    command->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return report(*options, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
