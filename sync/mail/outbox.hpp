// What to send next, as a pure state machine over one mailbox: values in, values out; it never sleeps, reads a clock, or
// holds a record's bytes. The caller keeps records in its store, loads the state at start with add(), does what next()
// says through a Courier, reports back, and writes the returned changes to the store in one transaction.
//
// A batch of unknown fate is asked about (16 bytes per record) before anything of it is sent again. A record that the hub
// refuses is quarantined and the rest goes on. Large records go in parts that resume where they stopped.
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
    std::uint32_t size = 0;  // bytes of the sealed record
    Delivery delivery = Delivery::Queued;
    std::uint64_t seq = 0;  // the hub's number, once accepted
    Verdict verdict = Verdict::Accepted;  // why, when quarantined
    base::Instant accepted_at;            // hub time, once accepted: "the court has it (Tue 14:05)"
    friend bool operator==(const Parcel&, const Parcel&) = default;
};

struct Idle {};                              // nothing to do until something is added or the link returns
struct WaitUntil { base::Instant until; };
struct SendPut { std::vector<base::RecordId> ids; };
struct SendAsk { std::vector<base::RecordId> ids; };
struct SendPart { base::RecordId id; std::uint64_t total = 0; std::uint64_t offset = 0; std::uint32_t size_max = 0; };
using SendAct = std::variant<Idle, WaitUntil, SendPut, SendAsk, SendPart>;

struct OutboxLimits {
    std::uint32_t batch_bytes_min = 8 * 1024;  // on a link that fails or crawls
    std::uint32_t batch_bytes_first = 64 * 1024;
    std::uint32_t batch_bytes_max = 512 * 1024;
    std::uint32_t batch_records_max = 2048;
    std::uint32_t part_threshold = 64 * 1024;   // a larger record goes in parts
    std::int64_t quick_ms = 1'000;              // a batch answered sooner doubles the next
    std::int64_t slow_ms = 8'000;               // later: halves it
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

    // What to do now. Marks what it hands out as under way: report with answered(), part_held() or failed() before the next call.
    [[nodiscard]] SendAct next(base::Instant now, Link link);

    // The hub's verified answer to the last act (put, ask, last part). Returns the parcels whose state changed, with their new state.
    // "mail.answer" when it does not fit the act: nothing changes then, treat as failed().
    [[nodiscard]] base::Result<std::vector<Parcel>> answered(base::Instant now, const PutAnswer& answer);
    void part_held(base::Instant now, const PartAnswer& answer);  // the hub holds so much of the record

    // The last act failed, or nobody knows. Nothing is lost: what may have arrived becomes Sent and is asked about first.
    [[nodiscard]] std::vector<Parcel> failed(base::Instant now, std::int64_t retry_after_ms, base::Random& random);

    // A signed answer that came another way (a carrier brought it back).
    [[nodiscard]] std::vector<Parcel> learned(const std::vector<base::RecordId>& ids, const PutAnswer& answer);

    // A person says: try the quarantined again.
    [[nodiscard]] std::vector<Parcel> retry_quarantined();
    void hurry() { backoff_.succeeded(), asked_at_.reset(); }  // a person says: now

    [[nodiscard]] const MailboxName& mailbox() const { return mailbox_; }
    [[nodiscard]] OutboxCounts counts() const;
    [[nodiscard]] const Parcel* find(const base::RecordId& id) const;
    [[nodiscard]] const Backoff& backoff() const { return backoff_; }
    [[nodiscard]] std::uint32_t batch_bytes() const { return batch_bytes_; }

private:
    void settle(Parcel& parcel, const Outcome& outcome, const PutAnswer& answer, std::vector<Parcel>& changed);
    void move(Parcel& parcel, Delivery to, std::vector<Parcel>& changed);
    void enqueue(const Parcel& parcel);
    void adapt(std::int64_t took_ms);
    void act_done() { acting_.clear(), act_ = Act::None; }
    [[nodiscard]] SendAct start(base::Instant now, SendAct act);

    enum class Act { None, Put, Ask, Part };
    struct Sending { base::RecordId id; std::uint64_t offset = 0; };

    MailboxName mailbox_;
    OutboxLimits limits_;
    std::unordered_map<base::RecordId, Parcel, IdHash> parcels_;
    std::deque<base::RecordId> queued_;     // in order of filing; entries that have moved on are skipped
    std::deque<base::RecordId> uncertain_;  // Sent: to be asked about before anything else
    std::deque<base::RecordId> accepted_;   // to be asked about now and then
    OutboxCounts counts_;
    Backoff backoff_;
    std::uint32_t batch_bytes_;
    Act act_ = Act::None;
    std::vector<base::RecordId> acting_;
    std::optional<Sending> part_;
    base::Instant act_since_;
    std::optional<base::Instant> asked_at_;
    std::uint64_t generation_ = 0;  // of the hub's store, 0: not yet known
};

}  // namespace courtyard::mail
