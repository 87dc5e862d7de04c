// One more record of this machine's author, inside a transaction: id taken, sealed, queued, chain moved on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/worker/machine.hpp"

namespace courtyard::worker {

struct NewRecord {
    std::string kind;
    std::string& payload;  // wiped by the caller
    const seal::Recipient& recipient;
    mail::Box box = mail::Box::Intake;
    seal::SizeClass smallest = seal::SizeClass::B512;
    // Of what is sealed anew: when, and under which pack, it was made. None: now, and under ours.
    std::optional<base::Instant> made_at = {};
    std::optional<seal::PackVersion> made_under = {};
    std::vector<base::Digest> files = {};  // of its attachments
    std::string_view body = {};            // of Box::Body: whose mailbox
};
struct SealedRecord {
    base::RecordId id;
    base::Bytes bytes;
    std::string body;  // as it was signed; wiped by the caller where it is private
};
// One of the ids that Chain::reserve has made durable before; "store.no_id" when the caller did not ask for any.
[[nodiscard]] base::Result<SealedRecord> seal_and_queue(Machine& machine, const store::Transaction& inside,
                                                        const NewRecord& record, base::Instant now,
                                                        base::Random& random);

}  // namespace courtyard::worker
