// Links: mail
// What a machine hears: an answer that is accepted is written back as exactly the same bytes, and outbox and inbox take
// whatever it says.
#include <algorithm>

#include "sync/base/random.hpp"
#include "sync/mail/inbox.hpp"
#include "sync/mail/outbox.hpp"

using namespace courtyard;

namespace {

const mail::MailboxName kIntake{"330199", mail::Box::Intake};
constexpr base::Instant kNow{1'763'800'000'000};

void tell_outbox(const mail::PutAnswer& answer) {
    mail::Outbox outbox(kIntake);
    std::vector<base::RecordId> ids;
    for (std::size_t i = 0; i < answer.outcomes.size(); ++i) {
        mail::Parcel parcel;
        parcel.id.bytes[0] = static_cast<std::uint8_t>(i);
        parcel.id.bytes[1] = static_cast<std::uint8_t>(i >> 8);
        parcel.size = 512;
        outbox.add(parcel);
        ids.push_back(parcel.id);
    }
    base::SeededRandom random(1);
    for (int turn = 0; turn < 3; ++turn) {
        outbox.hurry();
        const mail::SendAct act = outbox.next(kNow, mail::Link::Up);
        if (std::holds_alternative<mail::Idle>(act) || std::holds_alternative<mail::WaitUntil>(act)) break;
        if (!outbox.answered(kNow, answer)) (void)outbox.failed(kNow, {"mail.answer", ""}, 0, random);
    }
    (void)outbox.learned(ids, answer);
    const mail::OutboxCounts& counts = outbox.counts();
    COURTYARD_CHECK(counts.queued + counts.sent + counts.accepted + counts.durable + counts.quarantined == ids.size());
}

void tell_inbox(const mail::Page& page) {
    mail::Inbox inbox(kIntake, {page.generation, page.after});
    for (int turn = 0; turn < 3; ++turn) {
        inbox.hurry();
        (void)inbox.next(kNow, mail::Link::Up);
        const auto arrivals = inbox.arrived(kNow, page);
        if (arrivals)
            COURTYARD_CHECK(arrivals->restarted || arrivals->cursor.after == page.after + arrivals->records.size());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::ByteView bytes(data, size);
    const auto answer = mail::parse_answer(bytes);
    if (!answer) return 0;
    const base::Bytes again = mail::encode(*answer);
    COURTYARD_CHECK(std::equal(again.begin(), again.end(), bytes.begin(), bytes.end()));
    if (const auto* put = std::get_if<mail::PutAnswer>(&*answer)) tell_outbox(*put);
    if (const auto* page = std::get_if<mail::Page>(&*answer)) tell_inbox(*page);
    return 0;
}
