// What to send next, as a pure state machine over one mailbox: values in, values out; it never sleeps, reads a clock,
// or holds a record's bytes. The caller keeps records in its store, loads the state at start with add(), does what
// next() says through a Courier, reports back, and writes the returned changes to the store in one transaction.
//
// A batch of unknown fate is asked about (32 bytes per record) before anything of it is sent again. A record that the
// hub refuses is quarantined and the rest goes on. Large records go in parts that resume where they stopped.
#pragma once

#include <cstdint>
#include <cstring>
#include <deque>
#include <optional>
#include <unordered_map>
#include <variant>
#include <vector>

#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/random.hpp"
#include "sync/mail/backoff.hpp"
#include "sync/mail/delivery.hpp"
#include "sync/mail/wire.hpp"

namespace courtyard::mail {

// Record ids are random: eight of their bytes are as good a hash as any.
struct IdHash {
    std::size_t operator()(const base::RecordId& id) const {
        std::size_t hash = 0;
        std::memcpy(&hash, id.bytes.data(), sizeof hash);
        return hash;
    }
};

enum class Link { Down, Up };  // Down: the machine has no network at all; nothing is tried until it is back

struct Parcel {
    base::RecordId id;
    seal::RecordHash
        hash;  // of the sealed record: what the hub says about the id is about these bytes or does not count
    std::uint32_t size = 0;  // bytes of the sealed record
    Delivery delivery = Delivery::Queued;
    std::uint64_t seq = 0;                // the hub's number, once accepted
    Verdict verdict = Verdict::Accepted;  // why, when quarantined
    base::Instant accepted_at;            // hub time, once accepted: "the court has it (Tue 14:05)"
    friend bool operator==(const Parcel&, const Parcel&) = default;
};

struct Idle {};  // nothing to do until something is added or the link returns
struct WaitUntil {
    base::Instant until;
};
struct SendPut {
    std::vector<base::RecordId> ids;
};
struct SendAsk {
    std::vector<base::RecordId> ids;
};
// Bytes [offset, offset + size) of a record of `total` bytes; size 0 asks how much the hub already holds.
struct SendPart {
    base::RecordId id;
    std::uint64_t total = 0;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};
using SendAct = std::variant<Idle, WaitUntil, SendPut, SendAsk, SendPart>;

struct OutboxLimits {
    std::uint32_t batch_bytes_min = 8 * 1024;  // on a link that fails or crawls
    std::uint32_t batch_bytes_first = 64 * 1024;
    std::uint32_t batch_bytes_max = 512 * 1024;
    std::uint32_t batch_records_max = 2048;
    std::uint32_t part_threshold = 64 * 1024;  // a record larger than this, or than the present batch, goes in parts
    std::int64_t quick_ms = 1'000;             // a batch answered sooner doubles the next
    std::int64_t slow_ms = 8'000;              // later: halves it
    std::int64_t durable_ask_ms = 10 * 60 * 1000;  // how often to ask for durability of what is only accepted
};

struct OutboxCounts {
    std::size_t queued = 0, sent = 0, accepted = 0, durable = 0, quarantined = 0;
    friend bool operator==(const OutboxCounts&, const OutboxCounts&) = default;
};

class Outbox {
public:
    explicit Outbox(MailboxName mailbox, OutboxLimits limits = {});

    // At start for every stored row (durable ones may be left out), and after each filing. Twice the same id is once.
    void add(const Parcel& parcel);

    // What to do now. What it hands out is under way until answered(), part_held() or failed() is called: exactly one
    // of them must follow a SendPut, SendAsk or SendPart before the next call.
    [[nodiscard]] SendAct next(base::Instant now, Link link);

    // The hub's verified answer to the last act (put, ask, last part). Returns the parcels that changed, as they now
    // are. "mail.answer" when it does not fit the act: nothing changes then; call failed().
    [[nodiscard]] base::Result<std::vector<Parcel>> answered(base::Instant now, const PutAnswer& answer);
    void part_held(base::Instant now, const PartAnswer& answer);  // the hub holds so much of the record

    // The last act failed, or nobody knows: `error` is the courier's. Nothing is lost: what may have arrived becomes
    // Sent and is asked about first; what certainly did not stays Queued.
    [[nodiscard]] std::vector<Parcel> failed(base::Instant now, const base::Error& error, std::int64_t retry_after_ms,
                                             base::Random& random);

    // A signed answer that came another way (a carrier brought it back). Ids of others are passed over.
    [[nodiscard]] std::vector<Parcel> learned(const std::vector<base::RecordId>& ids, const PutAnswer& answer);

    // The caller cannot read this record from its store: set aside so that the rest goes on. Also while it is under
    // way: then send the others; when none is left the act is over.
    [[nodiscard]] std::vector<Parcel> set_aside(const base::RecordId& id);
    // The store does not keep this record any more: another process has delivered it since add(). Nothing is wrong and
    // nothing changes but our picture; under way it is as with set_aside().
    void forget(const base::RecordId& id);
    // A person says: try the quarantined again; try now.
    [[nodiscard]] std::vector<Parcel> retry_quarantined();
    void hurry() { backoff_.succeeded(), asked_at_.reset(); }

    [[nodiscard]] const MailboxName& mailbox() const { return mailbox_; }
    [[nodiscard]] const OutboxCounts& counts() const { return counts_; }
    [[nodiscard]] const Parcel* find(
        const base::RecordId& id) const;  // null: unknown here, or durable and so forgotten
    [[nodiscard]] const Backoff& backoff() const { return backoff_; }
    [[nodiscard]] std::uint32_t batch_bytes() const { return batch_bytes_; }

private:
    enum class Act { None, Put, Ask, Part };
    // A queue may still name what has moved on (a carrier was faster): an entry counts only while its ticket is the
    // parcel's.
    struct Ticket {
        base::RecordId id;
        std::uint64_t number = 0;
    };
    using Queue = std::deque<Ticket>;
    struct Entry {
        Parcel parcel;
        std::uint64_t ticket = 0;
        std::uint64_t generation = 0;  // of the hub's store that gave `seq`; 0: learned before this process started
    };
    struct Large {
        base::RecordId id;
        std::optional<std::uint64_t> held;
    };  // held: unknown until the hub was asked

    [[nodiscard]] Entry* current(const Ticket& ticket);
    [[nodiscard]] bool has_any(Queue& queue);  // after dropping stale tickets from its front
    [[nodiscard]] std::vector<base::RecordId> take(Queue& queue);
    void leave_act(const base::RecordId& id);
    void enqueue(Entry& entry);
    void move(Entry& entry, Delivery to, std::vector<Parcel>& changed);
    void settle(Entry& entry, const Outcome& outcome, const PutAnswer& answer, std::vector<Parcel>& changed);
    void promote(const PutAnswer& answer, std::vector<Parcel>& changed);
    void give_back();
    [[nodiscard]] bool goes_in_parts(std::uint32_t size) const;
    [[nodiscard]] SendAct send();
    void adapt(std::int64_t took_ms);

    MailboxName mailbox_;
    OutboxLimits limits_;
    std::unordered_map<base::RecordId, Entry, IdHash> entries_;
    Queue queued_;     // in order of filing
    Queue uncertain_;  // Sent: asked about before anything else
    Queue accepted_;   // asked about now and then
    std::uint64_t tickets_ = 0;
    OutboxCounts counts_;
    Backoff backoff_;
    std::uint32_t batch_bytes_;
    Act act_ = Act::None;
    std::vector<base::RecordId> acting_;  // under way, and in no queue
    std::optional<Large> large_;
    base::Instant act_since_;
    std::optional<base::Instant> asked_at_;
};

}  // namespace courtyard::mail
