// What to fetch next, as a pure state machine over one mailbox. The caller stores a page's records and the new cursor
// in one transaction; records are told apart by their ids, so reading some twice (after the hub was restored) does no
// harm.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "sync/base/instant.hpp"
#include "sync/base/random.hpp"
#include "sync/mail/backoff.hpp"
#include "sync/mail/outbox.hpp"
#include "sync/mail/wire.hpp"

namespace courtyard::mail {

struct Cursor {
    std::uint64_t generation = 0;  // of the hub's store; 0: never read
    std::uint64_t after = 0;       // last sequence number held
    friend bool operator==(const Cursor&, const Cursor&) = default;
};

struct InboxLimits {
    std::uint64_t page_bytes_min = 8 * 1024;
    std::uint64_t page_bytes_first = 64 * 1024;
    std::uint64_t page_bytes_max = 512 * 1024;
    std::int64_t quick_ms = 1'000;
    std::int64_t slow_ms = 8'000;
    std::int64_t poll_ms = 15 * 60 * 1000;  // after a page that emptied the mailbox
    std::uint64_t wait_ms = 0;              // long poll; 0: none. A kiosk that hangs up after each sync uses none
};

struct Fetch {
    GetRequest request;
};
using FetchAct = std::variant<Idle, WaitUntil, Fetch>;

struct Arrived {
    std::uint64_t seq = 0;
    base::Instant received;  // hub time
    base::Bytes record;
};

struct Arrivals {
    std::vector<Arrived> records;
    Cursor cursor;           // to store together with the records
    bool more = false;       // the mailbox holds more: call next() again at once
    bool restarted = false;  // the hub's store is another than before: reading begins again at the first record
};

class Inbox {
public:
    Inbox(MailboxName mailbox, Cursor cursor, InboxLimits limits = {});

    [[nodiscard]] FetchAct next(base::Instant now, Link link);
    // "mail.answer" when the page does not fit what was asked: nothing changes then, treat as failed().
    [[nodiscard]] base::Result<Arrivals> arrived(base::Instant now, const Page& page);
    void failed(base::Instant now, std::int64_t retry_after_ms, base::Random& random);
    void hurry() { backoff_.succeeded(), polled_ = false; }  // a person says: now

    [[nodiscard]] const MailboxName& mailbox() const { return mailbox_; }
    [[nodiscard]] const Cursor& cursor() const { return cursor_; }
    [[nodiscard]] const Backoff& backoff() const { return backoff_; }

private:
    MailboxName mailbox_;
    InboxLimits limits_;
    Cursor cursor_;
    Backoff backoff_;
    base::Bytes partial_;  // what is held of the record after the cursor
    std::uint64_t partial_total_ = 0;
    std::uint64_t page_bytes_;
    bool asking_ = false;
    GetRequest asked_;
    base::Instant asked_since_;
    bool polled_ = false;  // the mailbox was empty at polled_at_
    base::Instant polled_at_;
};

}  // namespace courtyard::mail
