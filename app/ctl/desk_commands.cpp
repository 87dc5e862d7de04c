#include <algorithm>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/application_lines.hpp"
#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/flow/form_codes.hpp"
#include "app/pack/application_json.hpp"
#include "app/worker/alerting.hpp"
#include "app/worker/answering.hpp"
#include "app/worker/attached.hpp"
#include "app/worker/china_time.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/view_mail.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kIdWords = "record id, its first characters (4 or more), or the receipt number";

Json time_or_null(base::Instant at) { return at.ms == 0 ? Json(nullptr) : Json(worker::utc_time(at)); }

// What nobody has answered yet has no state of the court's: "unseen".
std::string_view state_of(domain::ApplicationStatus status) {
    return domain::is_said_by_court(status) ? worker::review_state_name(status) : std::string_view("unseen");
}

Json entry_json(const worker::InboxEntry& entry) {
    Json json{{"id", entry.id.text()},
              {"receipt_number", entry.number},
              {"name", entry.name},
              {"state", state_of(entry.status)},
              {"filed_at", time_or_null(entry.claimed)},
              {"received_at", time_or_null(entry.received)},
              {"arrived_at", time_or_null(entry.arrived)},
              {"site", entry.site},
              {"outcome", entry.outcome},
              {"urgent", entry.urgent},
              {"from_slip", entry.from_slip}};
    if (!entry.problem.empty()) json["problem"] = entry.problem;
    return json;
}

// Rule RS, before everything else. What nobody has looked after yet comes with what to do today.
base::Result<Json> tell_alerts(worker::Machine& machine, Output& out) {
    Json list = Json::array();
    for (const worker::AlertEntry& alert : TRY(worker::list_alerts(machine))) {
        const bool open = !alert.looked_after;
        Json json{{"id", alert.id.text()}, {"rule", alert.said.rule}, {"site", alert.said.site},
                  {"day", alert.said.day}, {"part", alert.said.part}, {"open", open}};
        if (!alert.said.contact.empty()) json["contact"] = alert.said.contact;
        if (alert.looked_after) json["looked_after_by"] = alert.looked_after->by;
        if (alert.looked_after && !alert.looked_after->text.empty()) json["how"] = alert.looked_after->text;
        if (alert.author_revoked) json["author_revoked"] = true;
        list.push_back(std::move(json));
        out.line(alert.id.text() + "  " + (open ? "ALERT  TODAY" : "alert  looked after by " + alert.looked_after->by) +
                 "  " + alert.said.rule + "  " + alert.said.site + "  " + alert.said.day + " " + alert.said.part +
                 (alert.said.contact.empty() ? "" : "  contact " + alert.said.contact));
        if (open)
            out.line("       " + machine.pack().words.text("field.alert.do") + "  Then: courtyardctl alert " +
                     alert.id.text().substr(0, 8));
    }
    return list;
}

base::Result<void> inbox(const std::string& name, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const auto entries = TRY(worker::list_inbox(*machine, name));
    Json list = Json::array();
    const Json alerts = TRY(tell_alerts(*machine, out));
    for (const worker::InboxEntry& entry : entries) {
        list.push_back(entry_json(entry));
        out.line(entry.id.text() + "  " + entry.number + "  " + worker::china_time(entry.claimed) + "  " +
                 std::string(state_of(entry.status)) + "  " + (entry.urgent ? "URGENT  " : "") +
                 (entry.outcome == "STOP" ? "STOP  " : "") +
                 (entry.problem.empty() ? entry.name : "(cannot be opened here: " + entry.problem + ")"));
    }
    if (entries.empty() && alerts.empty()) {
        const bool has_others = !name.empty() && TRY(machine->store().inbox.count("application")) > 0;
        out.line(has_others ? "No applicant in the inbox has \"" + name + "\" in the name." : "The inbox is empty.");
    }
    out.object(Json{{"count", entries.size()}, {"applications", std::move(list)}, {"alerts", alerts}});
    return {};
}

Json review_json(const worker::Review& review) {
    Json json{{"id", review.id.text()},
              {"state", worker::review_state_name(review.status)},
              {"status", domain::id(review.status)},
              {"by", review.by},
              {"at", time_or_null(review.claimed)}};
    if (!review.text.empty()) json["text"] = review.text;
    if (!review.papers.empty()) json["papers"] = review.papers;
    if (!review.number.empty()) json["number"] = review.number;
    json["at_hub"] = review.hub_sequence != 0;
    return json;
}

std::vector<std::string> other_form_of(const pack::Pack& pack, const std::string& answers_json) {
    auto application = pack::parse_signed_application(pack.form, answers_json);
    if (!application) return {};
    std::vector<std::string> codes = other_form_codes(*application);
    domain::wipe(*application);
    return codes;
}

void show_lines(const worker::Machine& machine, const worker::ShownApplication& shown,
                const worker::ApplicationParts& parts, const Json& answers, Output& out) {
    const pack::Pack& pack = machine.pack();
    out.line("record:   " + shown.entry.id.text());
    out.line("receipt:  " + shown.entry.number);
    out.line("filed:    " + worker::china_time(shown.entry.claimed) + " by " + shown.author +
             (shown.site.empty() ? "" : " at " + shown.site) +
             (shown.author_revoked ? " (a machine that the court has revoked since)" : ""));
    out.line("state:    " + std::string(state_of(shown.standing.status)) +
             (shown.standing.contradicting ? "  (answers contradict one another)" : ""));
    const std::string wrongdoer(flow::code::kWrongdoer);
    if (answers.is_object() && answers.value(wrongdoer, Json()) == Json(pack.form.yes))
        out.line("ALERT:    the form says that whoever acts for the applicant did the harm: look after them TODAY");
    if (const auto codes = other_form_of(pack, parts.answers_json); !codes.empty()) out.line(other_form_line(codes));
    if (shown.entry.urgent) out.line("urgent:   yes, the applicant or the screening says that it cannot wait");
    for (const auto& part : {screening_lines(pack, parts.screening_json), safe_contact_lines(pack.form, answers),
                             helper_lines(pack.form, parts.helper_typed, parts.confirmed_alone),
                             answer_lines(pack.form, answers), history_lines(shown.standing)}) {
        if (!part.empty()) out.line("");
        for (const std::string& line : part)
            out.line(line);
    }
}

Json pictures_json(const std::vector<worker::AttachedPicture>& pictures) {
    Json list = Json::array();
    for (const worker::AttachedPicture& picture : pictures) {
        Json json{{"sha256", picture.digest.text()}, {"here", picture.is_here}};
        if (picture.is_here) {
            json["paper"] = picture.paper;
            json["page"] = picture.page;
            json["bytes"] = picture.bytes;
        }
        list.push_back(std::move(json));
    }
    return list;
}

// Each picture that is here, into a folder that is made when missing. Nothing that lies there is overwritten.
base::Result<std::size_t> save_pictures(worker::Machine& machine, const std::vector<worker::AttachedPicture>& pictures,
                                        const std::filesystem::path& folder) {
    TRY(os::make_folder(folder));
    std::size_t saved = 0;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        if (!pictures[i].is_here) continue;
        const std::filesystem::path path = folder / worker::file_name_of(pictures[i], i + 1);
        std::error_code ignored;
        if (std::filesystem::exists(path, ignored))
            return base::fail("attachment.exists",
                              path.string() + " is there already; choose an empty folder with --attachments");
        base::Bytes jpeg = TRY(worker::picture_with(machine, pictures[i].digest));
        const auto written = os::write_file(path, jpeg, os::Privacy::OwnerOnly);
        base::wipe(jpeg);
        TRY(written);
        ++saved;
    }
    return saved;
}

void picture_lines(const std::vector<worker::AttachedPicture>& pictures, const pack::Pack& pack, Output& out) {
    if (pictures.empty()) return;
    out.line("");
    out.line("pictures of papers: " + std::to_string(pictures.size()));
    std::size_t missing = 0;
    for (const worker::AttachedPicture& picture : pictures) {
        if (picture.is_here)
            out.line("- " + pack.form.paper_words(picture.paper) + ", page " + std::to_string(picture.page) + ", " +
                     std::to_string((picture.bytes + 1023) / 1024) + " KiB");
        else
            ++missing;
    }
    if (missing != 0)
        out.line("- " + std::to_string(missing) +
                 " not here: still on the way, or lost with a machine (a slip holds no pictures)");
}

base::Result<void> show(const std::string& id, const std::string& original, const std::string& folder,
                        const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const auto shown = TRY(worker::show_application(*machine, id));
    const auto parts = TRY(worker::read_application_parts(shown.payload));
    TRY(worker::note_view(*machine, shown.entry.id, "application", os::now()));
    const Json answers = Json::parse(parts.answers_json, nullptr, false);
    Json json = entry_json(shown.entry);
    json["kind"] = shown.kind;
    json["form"] = parts.form;
    json["pack"] = shown.pack;
    json["author"] = shown.author;
    json["site"] = shown.site;
    json["author_revoked"] = shown.author_revoked;
    json["sequence"] = shown.sequence;
    json["answers"] = answers;
    if (auto codes = other_form_of(machine->pack(), parts.answers_json); !codes.empty())
        json["other_form"] = std::move(codes);
    if (!parts.screening_json.empty()) json["screening"] = Json::parse(parts.screening_json, nullptr, false);
    json["helper"] = parts.helper_typed;
    if (!parts.helper_typed.empty()) json["confirmed_alone"] = parts.confirmed_alone;
    json["history"] = Json::array();
    for (const worker::Review& review : shown.standing.history)
        json["history"].push_back(review_json(review));
    json["contradicting"] = shown.standing.contradicting;
    const auto pictures = TRY(worker::pictures_of(*machine, shown));
    if (!pictures.empty()) json["attachments"] = pictures_json(pictures);
    std::size_t saved = 0;
    if (!folder.empty()) {
        saved = TRY(save_pictures(*machine, pictures, folder));
        json["attachments_saved"] = saved;
    }
    if (!original.empty()) {
        TRY(os::write_file(original, shown.record, os::Privacy::OwnerOnly));
        json["original"] = original;
    }
    out.object(json);
    show_lines(*machine, shown, parts, answers, out);
    picture_lines(pictures, machine->pack(), out);
    if (!folder.empty()) out.line(std::to_string(saved) + " saved in " + folder);
    return {};
}

// At every comma. What is empty stays, to be refused by its number and not dropped.
std::vector<std::string> split(const std::vector<std::string>& lists) {
    std::vector<std::string> papers;
    for (const std::string& list : lists) {
        for (std::size_t at = 0; at <= list.size();) {
            const std::size_t comma = std::min(list.find(',', at), list.size());
            papers.push_back(list.substr(at, comma - at));
            at = comma + 1;
        }
    }
    return papers;
}

base::Result<void> look_after(const std::string& id, const std::string& how, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const base::RecordId said = TRY(worker::look_after_alert(*machine, id, how, os::now(), random));
    out.object(Json{{"id", said.text()}});
    out.line(
        "It is signed and saved here that you have looked after it; the other laptops hear it with the next sync.");
    return {};
}

base::Result<void> answer(worker::AnswerRequest request, const std::string& state, const Common& common, Output& out) {
    const auto status = worker::parse_review_state(state);
    if (!status) return usage(status.error().message);
    request.status = *status;
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const auto answered = TRY(worker::answer(*machine, request, os::now(), random));
    out.object(Json{{"id", answered.application.text()},
                    {"before", state_of(answered.before)},
                    {"state", worker::review_state_name(answered.after)},
                    {"status", domain::id(answered.after)},
                    {"review", answered.review.text()},
                    {"notice", answered.notice.text()}});
    out.line("The answer is signed and saved here; it goes to the applicant with the next sync.");
    return {};
}

base::Result<void> take_back(const std::string& id, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const auto shown = TRY(worker::show_application(*machine, id));
    const auto said = TRY(worker::unsent_answer(*machine, shown.entry.id));
    if (!said)
        return base::fail("undo.sent",
                          "what was answered last was not said here, or has left this laptop, or may have: say what "
                          "holds in another answer");
    TRY(worker::undo_answer(*machine, said->review));
    out.object(Json{{"id", shown.entry.id.text()}, {"undone", said->review.text()}});
    out.line("Taken back; nothing of it had left this laptop.");
    return {};
}

}  // namespace

void add_desk_commands(CLI::App& app, Commands& commands) {
    auto name = std::make_shared<std::string>();
    CLI::App* inbox_command = app.add_subcommand("inbox", "the applications that this laptop holds, urgent ones first");
    inbox_command->add_option("--name", *name, "only those whose applicant's name contains this");
    inbox_command->callback([name, &commands] {
        commands.action = [name, &commands](Output& out) { return inbox(*name, commands.common, out); };
    });

    auto id = std::make_shared<std::string>();
    auto original = std::make_shared<std::string>();
    CLI::App* show_command = app.add_subcommand("show", "one application in full");
    show_command->add_option("ID", *id, kIdWords)->required()->check(said());
    show_command->add_option("--original", *original, "also write the sealed record as it came")
        ->type_name("FILE")
        ->check(said());
    auto folder = std::make_shared<std::string>();
    show_command->add_option("--attachments", *folder, "also save the pictures of papers, made when missing")
        ->type_name("DIR")
        ->check(said());
    show_command->callback([id, original, folder, &commands] {
        commands.action = [id, original, folder, &commands](Output& out) {
            return show(*id, *original, *folder, commands.common, out);
        };
    });

    auto alert = std::make_shared<std::string>();
    auto how = std::make_shared<std::string>();
    CLI::App* alert_command = app.add_subcommand("alert", "say that you have looked after an alert of the inbox");
    alert_command->add_option("ID", *alert, "record id or its first characters (4 or more)")->required()->check(said());
    alert_command->add_option("--how", *how, "what was done, for the court's other laptops");
    alert_command->callback([alert, how, &commands] {
        commands.action = [alert, how, &commands](Output& out) {
            return look_after(*alert, *how, commands.common, out);
        };
    });

    auto request = std::make_shared<worker::AnswerRequest>();
    auto state = std::make_shared<std::string>();
    CLI::App* answer_command = app.add_subcommand("answer", "tell the applicant, signed, and the other laptops");
    answer_command->add_option("ID", request->id, kIdWords)->required()->check(said());
    auto papers = std::make_shared<std::vector<std::string>>();
    answer_command->add_option("--state", *state, "received, asking, needs_more, filed or not_filed")->required();
    answer_command->add_option("--text", request->text, "words to the applicant; the reasons, when not filed");
    answer_command
        ->add_option("--papers", *papers, "with needs_more: what is still needed, commas between; may be given again")
        ->allow_extra_args(false);
    answer_command->add_option("--number", request->number, "with filed: the court's number of the aid case");
    answer_command->callback([request, state, papers, &commands] {
        request->papers = split(*papers);
        commands.action = [request, state, &commands](Output& out) {
            return answer(*request, *state, commands.common, out);
        };
    });

    auto answered = std::make_shared<std::string>();
    CLI::App* back_command =
        app.add_subcommand("unanswer", "take back your last answer, while it has not left this laptop");
    back_command->add_option("ID", *answered, kIdWords)->required()->check(said());
    back_command->callback([answered, &commands] {
        commands.action = [answered, &commands](Output& out) { return take_back(*answered, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
