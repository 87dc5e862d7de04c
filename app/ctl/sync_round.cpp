#include "app/ctl/sync_round.hpp"

#include <nlohmann/json.hpp>

#include "app/ctl/usage.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

std::size_t waiting(const mail::OutboxCounts& counts) { return counts.queued + counts.sent; }

std::string set_aside_words(std::size_t count) {
    return std::to_string(count) +
           " record(s) set aside: the hub does not take them; they are kept here, tell whoever looks after the hub";
}

// Why a round ended early, and what that means for what is on its way.
std::string broken_off(const worker::SyncReport& report, const mail::OutboxCounts& outbox) {
    const std::string& why = report.problem->message;
    std::string said;
    if (waiting(outbox) > 0) {
        said = "not sent yet: " + std::to_string(waiting(outbox)) + " record(s) wait, " + std::to_string(report.sent) +
               " went before: " + why;
    } else {
        said = (report.reached ? "the hub did not answer to the end: " : "the hub was not reached: ") + why +
               "; nothing waits to be sent";
    }
    return report.quarantined == 0 ? said : said + "; " + set_aside_words(report.quarantined);
}

}  // namespace

Json counts_json(const mail::OutboxCounts& counts) {
    return {{"queued", counts.queued},
            {"sent", counts.sent},
            {"accepted", counts.accepted},
            {"durable", counts.durable},
            {"quarantined", counts.quarantined}};
}

std::string waiting_words(const mail::OutboxCounts& counts) {
    const std::size_t count = waiting(counts);
    return count == 0 ? "nothing waits to be sent" : std::to_string(count) + " record(s) not sent yet";
}

base::Result<void> tell_round(const worker::SyncReport& report, const mail::OutboxCounts& outbox, Output& out) {
    if (report.problem) return base::fail(report.problem->code, broken_off(report, outbox));
    out.object(Json{{"sent", report.sent},
                    {"fetched", report.fetched},
                    {"quarantined", report.quarantined},
                    {"roster_changed", report.roster_changed},
                    {"pack_changed", report.pack_changed},
                    {"outbox", counts_json(outbox)}});
    out.line("sent " + std::to_string(report.sent) + ", fetched " + std::to_string(report.fetched) + "; " +
             waiting_words(outbox));
    if (report.roster_changed) out.line("a newer roster came");
    if (report.pack_changed) out.line("a newer content pack came");
    if (report.refused_document) out.line("a document of the hub was left alone: " + report.refused_document->message);
    if (report.quarantined == 0) return {};
    return base::fail(std::string(kToldAlready), set_aside_words(report.quarantined));
}

}  // namespace courtyard::ctl
