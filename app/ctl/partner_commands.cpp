// courtyardctl partner …: the laptop of a body that the court asks for help.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/lead_fields.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/stick_lines.hpp"
#include "app/ctl/usage.hpp"
#include "app/worker/body_stick.hpp"
#include "app/worker/partner_desk.hpp"
#include "app/worker/view_mail.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kReferralWords = "the referral: the first characters of its id (4 or more), as list shows it";

std::string state_of(const worker::PartnerRequest& request) {
    if (request.by_court) return "revoked by the court";
    return std::string(cases::name_of(request.state)) + (request.ended ? ", ended by the court" : "");
}

Json request_json(const worker::PartnerRequest& request) {
    const worker::BodyLetter& letter = request.letter;
    Json json{{"referral", letter.referral.text()},
              {"court", letter.court},
              {"on", letter.on.text()},
              {"item", letter.item},
              {"title", letter.title},
              {"asks", letter.asks},
              {"told", letter.told},
              {"state", cases::name_of(request.state)},
              {"by_court", request.by_court},
              {"ended", request.ended}};
    if (letter.answer_by) json["answer_by"] = letter.answer_by->text();
    json["answers"] = Json::array();
    for (const worker::BodyAnswer& each : request.answers)
        json["answers"].push_back(
            {{"answer", each.answer}, {"on", each.on->text()}, {"words", each.words}, {"evidence", each.evidence}});
    return json;
}

// Who at the body has read what the court told it of a person: kept on this laptop.
base::Result<void> note_letter(worker::Machine& machine, const worker::PartnerRequest& request) {
    return worker::note_view(machine, request.letter.referral, "letter", os::now());
}

base::Result<void> list_requests(const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    Json rows = Json::array();
    for (const worker::PartnerRequest& each : TRY(worker::partner_requests(*machine))) {
        TRY(note_letter(*machine, each));
        rows.push_back(request_json(each));
        out.line(each.letter.referral.text().substr(0, 8) + "  " + each.letter.on.text() + "  " + each.letter.title +
                 "  " + state_of(each) +
                 (each.letter.answer_by && !each.ended ? "  answer by " + each.letter.answer_by->text() : ""));
    }
    if (rows.empty()) out.line("The court asks nothing at present.");
    out.object(Json{{"count", rows.size()}, {"requests", std::move(rows)}});
    return {};
}

base::Result<void> show_request(const std::string& referral, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const worker::PartnerRequest request = TRY(worker::find_request(*machine, referral));
    TRY(note_letter(*machine, request));
    out.object(request_json(request));
    out.line(request.letter.court + "  " + request.letter.on.text() + "  " + request.letter.title);
    if (request.ended)
        out.line(
            "Do not use any more what the court told in this letter, and pass it on to nobody: it is not shown here.");
    else
        out.line(request.letter.asks);
    for (const std::string& each : request.letter.told)
        out.line("  " + each);
    if (request.letter.answer_by && !request.ended) out.line("answer by " + request.letter.answer_by->text());
    out.line("state: " + state_of(request));
    for (const worker::BodyAnswer& each : request.answers)
        out.line("  " + each.on->text() + "  " + each.answer + (each.words.empty() ? "" : "  " + each.words) +
                 (each.evidence.empty() ? "" : "  " + each.evidence));
    return {};
}

struct AnswerOptions {
    std::string referral, answer, words, evidence, on;
};

base::Result<void> answer(const AnswerOptions& options, const Common& common, Output& out) {
    worker::BodyAnswer said{options.answer, options.words, options.evidence, {}, {}};
    if (!options.on.empty()) {
        const auto day = domain::Date::parse(options.on);
        if (!day) return usage("--on takes a day, for example 2026-11-23");
        said.on = *day;
    }
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const cases::FactId id = TRY(worker::answer_request(*machine, options.referral, said, os::now(), random));
    out.object(Json{{"answer", id.text()}});
    out.line(
        "Signed and saved here; the court hears it with the next sync, or by: courtyardctl partner meet --stick DIR");
    return {};
}

base::Result<void> hand_over(const std::vector<std::string>& fields, const Common& common, Output& out) {
    cases::Lead lead = TRY(lead_of(fields));
    if (lead.on == domain::Date{}) lead.on = domain::Date::in_china(os::now());
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const base::RecordId id = TRY(worker::hand_over(*machine, std::move(lead), os::now(), random));
    out.object(Json{{"lead", id.text()}});
    out.line(
        "Signed and saved here; it goes to the court with the next sync or stick. It is no application: the court "
        "tells the person, who decides.");
    return {};
}

base::Result<void> leads(const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    Json rows = Json::array();
    for (const worker::HandedOver& each : TRY(worker::handed_over(*machine))) {
        rows.push_back({{"lead", each.lead.id.text()},
                        {"name", each.lead.name},
                        {"reference", each.lead.reference},
                        {"on", each.lead.on.text()},
                        {"state", each.state}});
        out.line(each.lead.id.text().substr(0, 8) + "  " + each.lead.on.text() + "  " + each.lead.name + "  " +
                 (each.state.empty() ? "no answer yet" : each.state));
    }
    if (rows.empty()) out.line("Nobody was handed over.");
    out.object(Json{{"count", rows.size()}, {"leads", std::move(rows)}});
    return {};
}

base::Result<void> meet(const std::string& stick, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    TRY(worker::must_be_partner(*machine));
    return tell_meeting(TRY(worker::meet_body_stick(*machine, stick, {}, os::now(), random)), out);
}

void add_answer(CLI::App& group, Commands& commands) {
    auto options = std::make_shared<AnswerOptions>();
    CLI::App* command = group.add_subcommand("answer", "answer the court: accepted, refused, done, or taken back");
    command->add_option("REFERRAL", options->referral, kReferralWords)->required()->check(said());
    command->add_option("ANSWER", options->answer, "accepted, refused, done or revoked")
        ->required()
        ->check(CLI::IsMember({"accepted", "refused", "done", "revoked"}));
    command->add_option("--words", options->words, "why it is refused or taken back; may say more of the others");
    command->add_option("--evidence", options->evidence, "by what one sees that it is done: number, day, amount");
    command->add_option("--on", options->on, "the day on which it happened, when that is not today")->type_name("DAY");
    command->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return answer(*options, commands.common, out); };
    });
}

}  // namespace

void add_partner_commands(CLI::App& app, Commands& commands) {
    CLI::App* group = app.add_subcommand("partner", "the laptop of a body that the court asks for help");
    group->require_subcommand(1);
    group->add_subcommand("list", "what the court asks, and how it stands")->callback([&commands] {
        commands.action = [&commands](Output& out) { return list_requests(commands.common, out); };
    });
    auto referral = std::make_shared<std::string>();
    CLI::App* show_command = group->add_subcommand("show", "one letter of the court, whole");
    show_command->add_option("REFERRAL", *referral, kReferralWords)->required()->check(said());
    show_command->callback([referral, &commands] {
        commands.action = [referral, &commands](Output& out) { return show_request(*referral, commands.common, out); };
    });
    add_answer(*group, commands);
    auto fields = std::make_shared<std::vector<std::string>>();
    CLI::App* lead = group->add_subcommand("lead", "hand somebody over to the court who may need judicial aid");
    lead->add_option("FIELD=VALUE", *fields, kLeadFieldWords)->required();
    lead->callback([fields, &commands] {
        commands.action = [fields, &commands](Output& out) { return hand_over(*fields, commands.common, out); };
    });
    group->add_subcommand("leads", "whom this body handed over, and how far the court came")->callback([&commands] {
        commands.action = [&commands](Output& out) { return leads(commands.common, out); };
    });
    auto stick = std::make_shared<std::string>();
    CLI::App* meet_command = group->add_subcommand("meet", "exchange letters and answers with the court by a stick");
    meet_command->add_option("--stick", *stick, "the stick's folder")->required()->type_name("DIR")->check(said());
    meet_command->callback([stick, &commands] {
        commands.action = [stick, &commands](Output& out) { return meet(*stick, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
