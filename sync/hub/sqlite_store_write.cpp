// Writing: appends and parts, all of a call in one durable transaction.
#include <algorithm>
#include <system_error>

#include "sync/hub/sqlite_store.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::hub {

using base::ByteView;
using base::Result;
using mail::Outcome;
using mail::Verdict;
using sqlite::Statement;

namespace {

constexpr std::int64_t kSweepEveryMs = 60'000;

}  // namespace

Result<void> SqliteStore::check_room() const {
    std::error_code error;
    const auto space = std::filesystem::space(path_.parent_path(), error);
    if (!error && limits_.disk_reserve_bytes > 0 && space.available < limits_.disk_reserve_bytes) {
        return base::fail("hub.full", "the hub's disk has reached its reserve: make room");
    }
    const auto size = std::filesystem::file_size(path_, error);
    if (!error && limits_.store_bytes > 0 && size >= limits_.store_bytes) {
        return base::fail("hub.full", "the hub's store has reached the size that its settings allow");
    }
    return {};
}

// The writer's picture of a mailbox, made on first use.
Result<Box*> SqliteStore::box(const mail::MailboxName& mailbox, Boxes& boxes) {
    const std::string name = mailbox.text();
    if (const auto known = boxes.find(name); known != boxes.end()) return &known->second;
    std::optional<Box> found = TRY(find_box(mailbox));
    if (!found) {
        TRY(add_box_.bind(1, name).finish());
        found = Box{sqlite3_last_insert_rowid(database_.get()), 0, 0};
    }
    if (found->head > 0 && TRY(last_.bind(1, place_of(found->no, found->head)).step()))
        found->received_ms = last_.integer(0);
    last_.reset();
    return &boxes.emplace(name, *found).first->second;
}

Result<Outcome> SqliteStore::append(Box& box, const Offered& offered, base::Instant now, std::uint64_t& appended) {
    if (!offered.is_record) return Outcome{Verdict::Malformed, 0};
    if (box.head >= mail::kSeqMax) return base::fail("hub.full", "a mailbox has reached its last number");
    const std::int64_t received = std::max({now.ms, box.received_ms, std::int64_t{0}});
    const seal::RecordHash hash = seal::record_hash(offered.bytes);
    TRY(insert_.bind(1, place_of(box.no, box.head + 1))
            .bind(2, offered.id.view())
            .bind(3, hash.view())
            .bind(4, received)
            .bind(5, offered.bytes)
            .finish());
    if (sqlite3_changes(database_.get()) == 1) {
        ++appended;
        box.received_ms = received;
        return Outcome{Verdict::Accepted, ++box.head};
    }
    const auto outcome = TRY(known(box.no, {offered.id, hash}));
    if (!outcome)
        return base::fail("hub.store", "the hub's store refused a record that it does not have: it is damaged");
    return *outcome;
}

Result<Written> SqliteStore::apply(const AppendWrite& write, Boxes& boxes, base::Instant now) {
    Box* const target = TRY(box(write.mailbox, boxes));
    Written written;
    written.outcomes.reserve(write.records.size());
    for (const Offered& offered : write.records) {
        written.outcomes.push_back(TRY(append(*target, offered, now, written.appended)));
    }
    written.head = target->head;
    return written;
}

Result<void> SqliteStore::drop_parts(std::int64_t mailbox, const base::RecordId& id) {
    return drop_parts_.bind(1, mailbox).bind(2, id.view()).finish();
}

Result<Written> SqliteStore::apply(const PartWrite& write, Boxes& boxes, base::Instant now) {
    Box* const target = TRY(box(write.mailbox, boxes));
    Written written;
    written.head = target->head;
    if (const auto outcome = TRY(known(target->no, write.record))) {  // whole, from somewhere: the same answer again
        written.outcomes.push_back(*outcome);
        return written;
    }

    base::Bytes whole;
    bool fits = true;
    parts_.bind(1, target->no).bind(2, write.record.id.view());
    while (TRY(parts_.step())) {
        const ByteView held = parts_.blob(2);
        fits = fits && static_cast<std::uint64_t>(parts_.integer(1)) == write.total &&
               static_cast<std::uint64_t>(parts_.integer(0)) == whole.size();
        whole.insert(whole.end(), held.begin(), held.end());
    }
    parts_.reset();
    if (!fits) {
        TRY(drop_parts(target->no, write.record.id));
        written.does_not_fit = true;
        return written;
    }
    written.have = whole.size();
    if (write.bytes.empty() || write.offset != written.have) return written;  // "go on from here"

    if (written.have + write.bytes.size() < write.total) {
        TRY(add_part_.bind(1, target->no)
                .bind(2, write.record.id.view())
                .bind(3, static_cast<std::int64_t>(write.offset))
                .bind(4, static_cast<std::int64_t>(write.total))
                .bind(5, now.ms)
                .bind(6, write.bytes)
                .finish());
        written.have += write.bytes.size();
        return written;
    }
    whole.insert(whole.end(), write.bytes.begin(), write.bytes.end());
    TRY(drop_parts(target->no, write.record.id));
    const auto header = seal::parse_header(whole);
    const Offered offered{whole, write.record.id, header && header->id == write.record.id};
    if (offered.is_record && seal::record_hash(whole) != write.record.hash) {
        written.have = 0;
        written.does_not_fit = true;  // joined from two records with one id
        return written;
    }
    written.outcomes.push_back(TRY(append(*target, offered, now, written.appended)));
    written.head = target->head;
    return written;
}

// Unfinished records are dropped when nobody has gone on with them, or when they take too much room: the oldest first.
Result<void> SqliteStore::sweep_parts(base::Instant now) {
    if (now.ms >= swept_ms_ && now.ms - swept_ms_ < kSweepEveryMs) return {};
    swept_ms_ = now.ms;
    for (;;) {
        TRY(part_bytes_.step());
        const auto bytes = static_cast<std::uint64_t>(part_bytes_.integer(0));
        part_bytes_.reset();
        if (bytes == 0 || !TRY(old_parts_.step())) return {};
        const std::int64_t mailbox = old_parts_.integer(0);
        const auto id = TRY(base::RecordId::from(old_parts_.blob(1)));
        const bool is_old = now.ms - old_parts_.integer(2) > limits_.part_age_ms;
        old_parts_.reset();
        if (!is_old && bytes <= limits_.part_bytes) return {};
        TRY(drop_parts(mailbox, id));
    }
}

Result<std::vector<Written>> SqliteStore::write(std::span<const Write> writes, base::Instant now) {
    TRY(check_room());
    TRY(sqlite::run(database_.get(), "BEGIN IMMEDIATE"));
    Boxes boxes = boxes_;  // a failed transaction must not leave numbers behind that were never given
    const auto apply_all = [&]() -> Result<std::vector<Written>> {
        std::vector<Written> all;
        all.reserve(writes.size());
        TRY(sweep_parts(now));
        for (const Write& each : writes) {
            auto written = std::visit([&](const auto& kind) { return apply(kind, boxes, now); }, each);
            if (!written) return tl::unexpected(written.error());
            all.push_back(std::move(*written));
        }
        TRY(sqlite::run(database_.get(), "COMMIT"));
        return all;
    };
    auto all = apply_all();
    if (all) {
        boxes_ = std::move(boxes);
    } else {
        for (Statement* each : {&insert_, &by_id_, &parts_, &last_, &find_box_, &head_, &old_parts_, &part_bytes_})
            each->reset();
        if (sqlite3_get_autocommit(database_.get()) == 0) static_cast<void>(sqlite::run(database_.get(), "ROLLBACK"));
    }
    return all;
}

}  // namespace courtyard::hub
