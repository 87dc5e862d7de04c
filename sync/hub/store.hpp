// What the hub keeps: sealed records, numbered per mailbox. One writer thread owns a Store; readers open their own.
// It never notes which machine brought a record: in this product that a village sent something is itself a secret, and
// nobody needs it, for the author is inside the seal.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/mailbox.hpp"
#include "sync/mail/wire.hpp"

namespace courtyard::hub {

// A record of a put, its header already read; a malformed one has no id.
struct Offered {
    base::ByteView bytes;
    base::RecordId id;
    bool is_record = true;
};

struct AppendWrite {
    mail::MailboxName mailbox;
    std::vector<Offered> records;
};

struct PartWrite {
    mail::MailboxName mailbox;
    mail::ExactRecord record;
    std::uint64_t total = 0;
    std::uint64_t offset = 0;
    base::ByteView bytes;
};

using Write = std::variant<AppendWrite, PartWrite>;

// What one write came to. A part that does not complete its record has no outcome yet, only `have`.
struct Written {
    std::vector<mail::Outcome> outcomes;
    std::uint64_t have = 0;
    bool does_not_fit = false;  // parts of different records under one id: all were dropped
    std::uint64_t head = 0;     // of the mailbox, afterwards
    std::uint64_t appended = 0;
};

struct Asked {
    std::vector<mail::Outcome> outcomes;
    std::uint64_t head = 0;
};

struct StoredRecord {
    base::Instant received;
    base::Bytes bytes;
};

struct Slice {
    std::uint64_t head = 0;
    std::vector<StoredRecord> records;  // after the cursor, whole, together within the limit
    // Or, when the first does not fit the limit or is asked for from an offset: a piece of it.
    bool is_piece = false;
    std::uint64_t total = 0;
    std::uint64_t offset = 0;
};

class Store {
public:
    virtual ~Store() = default;

    // All writes in one durable transaction: when this returns a value, everything in it survives a power cut.
    // The same id with the same bytes gets the same place; with other bytes a conflict. "hub.store", "hub.full":
    // nothing happened.
    [[nodiscard]] virtual base::Result<std::vector<Written>> write(std::span<const Write> writes,
                                                                   base::Instant now) = 0;

    // Another record under the id that is asked about is a conflict, as it is when it is put.
    [[nodiscard]] virtual base::Result<Asked> ask(const mail::MailboxName& mailbox,
                                                  std::span<const mail::ExactRecord> records) = 0;
    [[nodiscard]] virtual base::Result<Slice> read(const mail::MailboxName& mailbox, std::uint64_t after,
                                                   std::uint64_t offset, std::uint64_t limit) = 0;

    [[nodiscard]] virtual std::uint64_t generation() const = 0;
    // Highest roster version that this hub ever used, per court; 0: none. Raising it is durable.
    [[nodiscard]] virtual base::Result<std::uint32_t> roster_seen(std::string_view court) = 0;
    [[nodiscard]] virtual base::Result<void> see_roster(std::string_view court, std::uint32_t version) = 0;
};

}  // namespace courtyard::hub
