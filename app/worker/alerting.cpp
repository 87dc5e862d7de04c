#include "app/worker/alerting.hpp"

#include <algorithm>

#include "app/domain/date.hpp"
#include "app/domain/text.hpp"
#include "app/worker/answering.hpp"
#include "app/worker/court_words.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"
#include "sync/seal/body.hpp"

namespace courtyard::worker {

namespace {

constexpr int kAlertsMax = 10'000;
constexpr std::int64_t kHourMs = 3'600'000;

// Half a day is enough to look for somebody, and too little to say who stood there.
std::string part_of_day(base::Instant now) {
    const std::int64_t hour = (now.ms / kHourMs + 8) % 24;
    return hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
}

base::Result<AlertEntry> entry_of(const Machine& machine, const store::Letter& letter) {
    AlertEntry entry;
    entry.id = letter.id;
    entry.arrived = letter.arrived;
    const seal::Body body = TRY(seal::parse_body(letter.body));
    entry.said = TRY(read_alert(body.payload));
    if (letter.machine) {
        const mail::Machine* known = mail::find_machine(machine.roster(), *letter.machine);
        entry.author_revoked = known != nullptr && known->standing == mail::Standing::Revoked;
    }
    return entry;
}

base::Result<std::optional<Review>> looked_after(Machine& machine, const base::RecordId& id) {
    std::optional<Review> first;
    for (Review& review : TRY(reviews_about(machine, id)))
        if (!first) first = std::move(review);
    return first;
}

}  // namespace

base::Result<base::RecordId> raise_alert(Machine& machine, std::string& contact, base::Instant now,
                                         base::Random& random) {
    const WipeAtEnd wipe_contact(contact);
    if (!machine.is_kiosk()) return base::fail("filing.kind", "an alert is raised on a kiosk");
    const base::Instant present = std::max(now, TRY(machine.time_floor()));
    TRY(machine.store().chain.reserve(random));
    std::string text = write_alert(
        {"RS", machine.config().site, domain::Date::in_china(present).text(), part_of_day(present), contact});
    const WipeAtEnd wipe_text(text);
    auto transaction = TRY(machine.store().begin());
    const seal::Recipient recipient = mail::newest_intake_key(machine.roster()).recipient();
    SealedRecord sealed = TRY(seal_and_queue(
        machine, transaction,
        {.kind = std::string(kAlertKind), .payload = text, .recipient = recipient, .smallest = kAlertClass}, now,
        random));
    base::wipe(sealed.body);
    TRY(transaction.commit());
    return sealed.id;
}

base::Result<std::vector<AlertEntry>> list_alerts(Machine& machine) {
    TRY(must_read_intake(machine));
    std::vector<AlertEntry> entries;
    for (const store::Letter& letter : TRY(machine.store().inbox.bodies(kAlertKind, kAlertsMax))) {
        auto entry = entry_of(machine, letter);
        if (!entry) continue;  // shown among what cannot be read (list_inbox)
        entry->looked_after = TRY(looked_after(machine, letter.id));
        entries.push_back(std::move(*entry));
    }
    std::reverse(entries.begin(), entries.end());
    std::stable_partition(entries.begin(), entries.end(), [](const AlertEntry& entry) { return !entry.looked_after; });
    return entries;
}

base::Result<base::RecordId> look_after_alert(Machine& machine, std::string_view id, std::string_view how,
                                              base::Instant now, base::Random& random) {
    TRY(must_read_intake(machine));
    const auto points = domain::code_points(how);
    if (!points || points->size() > kAnswerTextMax || !domain::is_plain(*points, domain::Lines::Many))
        return base::fail("answer.text",
                          "say how in plain UTF-8 of at most " + std::to_string(kAnswerTextMax) + " characters");
    if (id.size() < kIdPrefixMin)
        return base::fail("inbox.short",
                          "give at least the first " + std::to_string(kIdPrefixMin) + " characters of the record id");
    auto found = TRY(machine.store().inbox.find_by_text(id));
    std::erase_if(found, [](const store::Letter& letter) { return !letter.opened || letter.kind != kAlertKind; });
    if (found.empty()) return base::fail("inbox.unknown", "no alert here has this id; look at: courtyardctl inbox");
    if (found.size() > 1) return base::fail("inbox.ambiguous", "several alerts begin with this id; give more of it");

    TRY(machine.store().chain.reserve(random));
    AnswerPayload payload;
    payload.application = found.front().id;
    payload.status = domain::ApplicationStatus::Received;
    payload.text = std::string(domain::trim(how));
    std::string text = write_review(payload);
    const WipeAtEnd wipe_text(text);
    auto transaction = TRY(machine.store().begin());
    const seal::Recipient intake = mail::newest_intake_key(machine.roster()).recipient();
    SealedRecord review = TRY(seal_and_queue(
        machine, transaction, {.kind = std::string(kReviewKind), .payload = text, .recipient = intake}, now, random));
    TRY(keep_own_review(machine, transaction, review, found.front().id, now));
    TRY(transaction.commit());
    return review.id;
}

}  // namespace courtyard::worker
