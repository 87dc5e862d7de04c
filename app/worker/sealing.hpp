// One more record of this machine's author, inside a transaction: id taken, sealed, queued, chain moved on.
#pragma once

#include <string>

#include "app/worker/machine.hpp"

namespace courtyard::worker {

struct NewRecord {
    std::string kind;
    std::string& payload;  // wiped by the caller
    const seal::Recipient& recipient;
    mail::Box box = mail::Box::Intake;
    seal::SizeClass smallest = seal::SizeClass::B512;
};
struct SealedRecord {
    base::RecordId id;
    base::Bytes bytes;
    std::string body;  // as it was signed; wiped by the caller where it is private
};
[[nodiscard]] base::Result<SealedRecord> seal_and_queue(Machine& machine, const store::Transaction& inside,
                                                        const NewRecord& record, base::Instant now,
                                                        base::Random& random);

}  // namespace courtyard::worker
