#include "app/shell/desk_sheet.hpp"

#include "app/pack/application_json.hpp"
#include "app/worker/answering.hpp"
#include "app/worker/attached.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/screening_part.hpp"

namespace courtyard::shell {

namespace {

constexpr std::string_view kHelperName = "F1.91a";
constexpr std::string_view kHelperPost = "F1.91b";

std::string said_in(const worker::Review& review) {
    std::string said = review.number;
    for (const std::string& paper : review.papers)
        said += (said.empty() ? "" : " · ") + paper;
    if (!review.text.empty()) said += (said.empty() ? "" : " · ") + review.text;
    return said;
}

std::vector<flow::HistoryLine> history_of(worker::Machine& machine, const worker::ShownApplication& shown) {
    std::vector<flow::HistoryLine> lines;
    lines.push_back({shown.entry.claimed, shown.site, domain::ApplicationStatus::SubmittedLocal, {}, std::nullopt});
    for (const worker::Review& review : shown.standing.history) {
        flow::HistoryLine line{review.claimed, review.by, review.status, said_in(review), std::nullopt};
        // Only what was written here has a way to go; another laptop's answer came from the hub.
        if (const auto row = machine.store().outbox.find(review.id); row && *row)
            line.delivery = (*row)->parcel.delivery;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

flow::InboxRow row_of(const worker::InboxEntry& entry) {
    flow::InboxRow row;
    row.id = entry.id;
    row.name = entry.name;
    row.number = entry.number;
    row.site = entry.site;
    row.outcome = entry.outcome;
    row.urgent = entry.urgent;
    row.status = entry.status;
    row.filed = entry.claimed;
    row.arrived = entry.arrived;
    row.from_slip = entry.from_slip;
    row.problem = entry.problem;
    return row;
}

base::Result<flow::ApplicationSheet> sheet_of(worker::Machine& machine, const worker::ShownApplication& shown) {
    worker::ApplicationParts parts = TRY(worker::read_application_parts(shown.payload));
    const pack::Pack& pack = machine.pack();
    flow::ApplicationSheet sheet;
    sheet.row = row_of(shown.entry);
    sheet.row.site = shown.site;
    sheet.row.status = shown.standing.status;
    auto application = pack::parse_signed_application(pack.form, parts.answers_json);
    base::wipe(parts.answers_json);
    if (!application) return tl::unexpected(application.error());
    sheet.application = std::move(*application);
    sheet.answers = TRY(worker::read_screening(parts.screening_json));
    if (sheet.answers) sheet.screening = domain::screen(pack.screening, *sheet.answers);
    sheet.helped_fields = std::move(parts.helper_typed);
    sheet.confirmed_alone = parts.confirmed_alone;
    const std::string_view name = sheet.application.text(kHelperName);
    if (!name.empty()) sheet.helper = std::string(name) + " " + std::string(sheet.application.text(kHelperPost));
    sheet.machine = shown.author;
    sheet.machine_revoked = shown.author_revoked;
    sheet.sequence = shown.sequence;
    sheet.pack = shown.pack;
    sheet.record_bytes = shown.record.size();
    if (shown.entry.received.ms != 0) sheet.received = shown.entry.received;
    sheet.hub_sequence = shown.hub_sequence;
    sheet.contradicting = shown.standing.contradicting;
    sheet.history = history_of(machine, shown);
    if (const auto unsent = TRY(worker::unsent_answer(machine, shown.entry.id))) sheet.unsent = unsent->review;
    for (const worker::AttachedPicture& picture : TRY(worker::pictures_of(machine, shown)))
        sheet.pictures.push_back({picture.digest, picture.is_here, picture.paper, picture.page, nullptr, false});
    return sheet;
}

}  // namespace courtyard::shell
