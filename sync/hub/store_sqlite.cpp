#include "sync/hub/store_sqlite.hpp"

#include <algorithm>
#include <map>
#include <system_error>

#include "sync/hub/sqlite.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::hub {

namespace {

using base::ByteView;
using base::Result;
using mail::Outcome;
using mail::Verdict;
using sqlite::Statement;

// `place` is mailbox number * 2^40 + sequence number: one integer key, so that rows are appended in a table B-tree with the
// record beside the key, which a WITHOUT ROWID table would move to overflow pages from a quarter of a page on.
constexpr const char* kSchema = R"(
    CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE mailbox(no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE record(place INTEGER PRIMARY KEY, id BLOB NOT NULL, received_ms INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
    CREATE UNIQUE INDEX record_by_id ON record(id, place >> 40);
    CREATE TABLE piece(mailbox INTEGER NOT NULL, id BLOB NOT NULL, offset INTEGER NOT NULL, total INTEGER NOT NULL,
                       at_ms INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY(mailbox, id, offset)) STRICT, WITHOUT ROWID;
    CREATE TABLE roster_seen(court TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    PRAGMA application_id = 1129931105;
    PRAGMA user_version = 1;
)";
constexpr int kUserVersion = 1;
constexpr int kPlaceShift = 40;
constexpr std::int64_t kSweepEveryMs = 60'000;

std::int64_t place_of(std::int64_t mailbox, std::uint64_t seq) {
    return (mailbox << kPlaceShift) | static_cast<std::int64_t>(seq);
}

struct Box {
    std::int64_t no = 0;
    std::uint64_t head = 0;
    std::int64_t received_ms = 0;  // of the last record: received times never fall
};

class SqliteStore final : public Store {
public:
    Result<void> open(const std::filesystem::path& path, Access access, StoreLimits limits, base::Random& random);

    Result<std::vector<Written>> write(std::span<const Write> writes, base::Instant now) override;
    Result<Asked> ask(const mail::MailboxName& mailbox, std::span<const base::RecordId> ids) override;
    Result<Slice> read(const mail::MailboxName& mailbox, std::uint64_t after, std::uint64_t offset,
                       std::uint64_t limit) override;
    std::uint64_t generation() const override { return generation_; }
    Result<std::uint32_t> roster_seen(std::string_view court) override;
    Result<void> see_roster(std::string_view court, std::uint32_t version) override;

private:
    using Boxes = std::map<std::string, Box>;

    Result<void> prepare();
    Result<void> check_room() const;
    Result<Box*> box(const mail::MailboxName& mailbox, Boxes& boxes);
    Result<std::optional<Box>> find_box(const mail::MailboxName& mailbox);
    Result<Outcome> append(Box& box, const Offered& offered, base::Instant now, std::uint64_t& appended);
    Result<Written> apply(const AppendWrite& write, Boxes& boxes, base::Instant now);
    Result<Written> apply(const PartWrite& write, Boxes& boxes, base::Instant now);
    Result<void> drop_parts(std::int64_t mailbox, const base::RecordId& id);
    Result<void> sweep_parts(base::Instant now);
    Result<std::uint64_t> head_of(std::int64_t mailbox);

    std::filesystem::path path_;
    StoreLimits limits_;
    sqlite::Database database_;
    std::uint64_t generation_ = 0;
    std::int64_t swept_ms_ = 0;
    Boxes boxes_;  // the writer's: heads need not be looked up again

    Statement insert_, by_id_, head_, last_, find_box_, add_box_, slice_, parts_, add_part_, drop_parts_, old_parts_, part_bytes_,
        seen_, see_;
};

Result<void> SqliteStore::open(const std::filesystem::path& path, Access access, StoreLimits limits, base::Random& random) {
    path_ = path;
    limits_ = limits;
    const auto mode = access == Access::Writer ? sqlite::Mode::Create : sqlite::Mode::ReadOnly;
    database_ = TRY(sqlite::open(path.string(), mode));
    sqlite3* database = database_.get();
    if (access == Access::Writer) {
        // FULL is what makes an answer true: NORMAL loses acknowledged rows in a power cut.
        TRY(sqlite::run(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;"
                                  "PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32768; PRAGMA trusted_schema = OFF"));
    }
    Statement version = TRY(Statement::prepare(database, "PRAGMA user_version"));
    TRY(version.step());
    const std::int64_t found = version.integer(0);
    version.reset();
    if (found == 0 && access == Access::Writer) {
        TRY(sqlite::run(database, "BEGIN IMMEDIATE"));
        TRY(sqlite::run(database, kSchema));
        Statement meta = TRY(Statement::prepare(database, "INSERT INTO meta VALUES('generation', ?)"));
        TRY(meta.bind(1, static_cast<std::int64_t>(random.next() >> 1 | 1)).finish());
        TRY(sqlite::run(database, "COMMIT"));
    } else if (found != kUserVersion) {
        return base::fail("hub.store", path.string() + " is not a store of this hub, or of another version: name another file");
    }
    return prepare();
}

Result<void> SqliteStore::prepare() {
    sqlite3* database = database_.get();
    Statement meta = TRY(Statement::prepare(database, "SELECT value FROM meta WHERE name = 'generation'"));
    if (!TRY(meta.step())) return base::fail("hub.store", path_.string() + " has no generation: it is damaged");
    generation_ = static_cast<std::uint64_t>(meta.integer(0));
    insert_ = TRY(Statement::prepare(database, "INSERT INTO record VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING"));
    by_id_ = TRY(Statement::prepare(database, "SELECT place, bytes FROM record WHERE id = ? AND place >> 40 = ?"));
    head_ = TRY(Statement::prepare(database, "SELECT max(place) FROM record WHERE place BETWEEN ? AND ?"));
    last_ = TRY(Statement::prepare(database, "SELECT received_ms FROM record WHERE place = ?"));
    find_box_ = TRY(Statement::prepare(database, "SELECT no FROM mailbox WHERE name = ?"));
    add_box_ = TRY(Statement::prepare(database, "INSERT INTO mailbox(name) VALUES(?)"));
    slice_ = TRY(Statement::prepare(database, "SELECT received_ms, bytes FROM record WHERE place BETWEEN ? AND ? ORDER BY place"));
    parts_ = TRY(Statement::prepare(database, "SELECT offset, total, bytes FROM piece WHERE mailbox = ? AND id = ? ORDER BY offset"));
    add_part_ = TRY(Statement::prepare(database, "INSERT INTO piece VALUES(?, ?, ?, ?, ?, ?)"));
    drop_parts_ = TRY(Statement::prepare(database, "DELETE FROM piece WHERE mailbox = ? AND id = ?"));
    old_parts_ = TRY(Statement::prepare(database, "SELECT mailbox, id, max(at_ms) AS newest FROM piece GROUP BY mailbox, id "
                                                  "ORDER BY newest LIMIT 1"));
    part_bytes_ = TRY(Statement::prepare(database, "SELECT coalesce(sum(length(bytes)), 0) FROM piece"));
    seen_ = TRY(Statement::prepare(database, "SELECT version FROM roster_seen WHERE court = ?"));
    see_ = TRY(Statement::prepare(database, "INSERT INTO roster_seen VALUES(?, ?) ON CONFLICT(court) DO UPDATE SET "
                                            "version = max(version, excluded.version)"));
    return {};
}

// --- writing ----------------------------------------------------------------------------------------------------------

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

Result<std::uint64_t> SqliteStore::head_of(std::int64_t mailbox) {
    TRY(head_.bind(1, place_of(mailbox, 1)).bind(2, place_of(mailbox, mail::kSeqMax)).step());
    const auto place = head_.integer(0);  // NULL, so 0, when there is none
    head_.reset();
    return static_cast<std::uint64_t>(place) & mail::kSeqMax;
}

Result<std::optional<Box>> SqliteStore::find_box(const mail::MailboxName& mailbox) {
    const std::string name = mailbox.text();
    const bool is_known = TRY(find_box_.bind(1, name).step());
    if (!is_known) {
        find_box_.reset();
        return std::optional<Box>();
    }
    Box found{find_box_.integer(0), 0, 0};
    find_box_.reset();
    found.head = TRY(head_of(found.no));
    return std::optional<Box>(found);
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
    if (found->head > 0 && TRY(last_.bind(1, place_of(found->no, found->head)).step())) found->received_ms = last_.integer(0);
    last_.reset();
    return &boxes.emplace(name, *found).first->second;
}

Result<Outcome> SqliteStore::append(Box& box, const Offered& offered, base::Instant now, std::uint64_t& appended) {
    if (!offered.is_record) return Outcome{Verdict::Malformed, 0};
    if (box.head >= mail::kSeqMax) return base::fail("hub.full", "a mailbox has reached its last number");
    const std::int64_t received = std::max({now.ms, box.received_ms, std::int64_t{0}});
    TRY(insert_.bind(1, place_of(box.no, box.head + 1)).bind(2, offered.id.view()).bind(3, received).bind(4, offered.bytes).finish());
    if (sqlite3_changes(database_.get()) == 1) {
        ++appended;
        box.received_ms = received;
        return Outcome{Verdict::Accepted, ++box.head};
    }
    if (!TRY(by_id_.bind(1, offered.id.view()).bind(2, box.no).step())) {
        return base::fail("hub.store", "the hub's store refused a record that it does not have: it is damaged");
    }
    const ByteView held = by_id_.blob(1);
    const bool is_same = std::equal(held.begin(), held.end(), offered.bytes.begin(), offered.bytes.end());
    const auto seq = static_cast<std::uint64_t>(by_id_.integer(0)) & mail::kSeqMax;
    by_id_.reset();
    return is_same ? Outcome{Verdict::Accepted, seq} : Outcome{Verdict::Conflict, 0};
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
    if (TRY(by_id_.bind(1, write.id.view()).bind(2, target->no).step())) {  // whole, from somewhere: the same answer again
        const auto seq = static_cast<std::uint64_t>(by_id_.integer(0)) & mail::kSeqMax;
        by_id_.reset();
        written.outcomes.push_back({Verdict::Accepted, seq});
        return written;
    }
    by_id_.reset();

    base::Bytes whole;
    bool fits = true;
    parts_.bind(1, target->no).bind(2, write.id.view());
    while (TRY(parts_.step())) {
        const ByteView held = parts_.blob(2);
        fits = fits && static_cast<std::uint64_t>(parts_.integer(1)) == write.total &&
               static_cast<std::uint64_t>(parts_.integer(0)) == whole.size();
        whole.insert(whole.end(), held.begin(), held.end());
    }
    parts_.reset();
    if (!fits) {
        TRY(drop_parts(target->no, write.id));
        written.does_not_fit = true;
        return written;
    }
    written.have = whole.size();
    if (write.bytes.empty() || write.offset != written.have) return written;  // "go on from here"

    if (written.have + write.bytes.size() < write.total) {
        TRY(add_part_.bind(1, target->no).bind(2, write.id.view()).bind(3, static_cast<std::int64_t>(write.offset))
                .bind(4, static_cast<std::int64_t>(write.total)).bind(5, now.ms).bind(6, write.bytes).finish());
        written.have += write.bytes.size();
        return written;
    }
    whole.insert(whole.end(), write.bytes.begin(), write.bytes.end());
    const auto header = seal::parse_header(whole);
    const Offered offered{whole, write.id, header && header->id == write.id};
    written.outcomes.push_back(TRY(append(*target, offered, now, written.appended)));
    written.head = target->head;
    TRY(drop_parts(target->no, write.id));
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
        for (Statement* each : {&insert_, &by_id_, &parts_, &last_, &find_box_, &head_, &old_parts_, &part_bytes_}) each->reset();
        if (sqlite3_get_autocommit(database_.get()) == 0) static_cast<void>(sqlite::run(database_.get(), "ROLLBACK"));
    }
    return all;
}

// --- reading ----------------------------------------------------------------------------------------------------------

Result<Asked> SqliteStore::ask(const mail::MailboxName& mailbox, std::span<const base::RecordId> ids) {
    Asked asked{std::vector<Outcome>(ids.size(), Outcome{Verdict::Unknown, 0}), 0};
    const std::optional<Box> found = TRY(find_box(mailbox));
    if (!found) return asked;
    asked.head = found->head;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (TRY(by_id_.bind(1, ids[i].view()).bind(2, found->no).step())) {
            asked.outcomes[i] = {Verdict::Accepted, static_cast<std::uint64_t>(by_id_.integer(0)) & mail::kSeqMax};
            asked.head = std::max(asked.head, asked.outcomes[i].seq);  // appended since the head was read
        }
        by_id_.reset();
    }
    return asked;
}

Result<Slice> SqliteStore::read(const mail::MailboxName& mailbox, std::uint64_t after, std::uint64_t offset,
                                std::uint64_t limit) {
    Slice slice;
    const std::optional<Box> found = TRY(find_box(mailbox));
    if (!found) return slice;
    slice.head = found->head;
    if (after >= slice.head) return slice;
    const std::uint64_t last = std::min(slice.head, after + mail::kBatchRecordsMax);
    slice_.bind(1, place_of(found->no, after + 1)).bind(2, place_of(found->no, last));
    std::uint64_t bytes = 0;
    while (TRY(slice_.step())) {
        const ByteView record = slice_.blob(1);
        const base::Instant received{slice_.integer(0)};
        if (slice.records.empty() && (offset > 0 || record.size() > limit)) {
            slice.is_piece = true;
            slice.total = record.size();
            slice.offset = offset < record.size() ? offset : 0;  // an offset beyond the end: from the beginning
            const ByteView piece = record.subspan(slice.offset, std::min<std::size_t>(limit, record.size() - slice.offset));
            slice.records.push_back({received, {piece.begin(), piece.end()}});
            break;
        }
        if (bytes + record.size() > limit) break;
        bytes += record.size();
        slice.records.push_back({received, {record.begin(), record.end()}});
    }
    slice_.reset();
    return slice;
}

Result<std::uint32_t> SqliteStore::roster_seen(std::string_view court) {
    const bool is_known = TRY(seen_.bind(1, court).step());
    const auto version = is_known ? static_cast<std::uint32_t>(seen_.integer(0)) : 0;
    seen_.reset();
    return version;
}

Result<void> SqliteStore::see_roster(std::string_view court, std::uint32_t version) {
    return see_.bind(1, court).bind(2, std::int64_t{version}).finish();
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite(const std::filesystem::path& path, Access access, StoreLimits limits,
                                           base::Random& random) {
    auto store = std::make_unique<SqliteStore>();
    TRY(store->open(path, access, limits, random));
    return store;
}

Result<void> mark_restored(const std::filesystem::path& path, base::Random& random) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return base::fail("hub.store", path.string() + " is not there: restore the backup first");
    const sqlite::Database database = TRY(sqlite::open(path.string(), sqlite::Mode::Create));
    Statement meta = TRY(Statement::prepare(database.get(), "UPDATE meta SET value = ? WHERE name = 'generation'"));
    return meta.bind(1, static_cast<std::int64_t>(random.next() >> 1 | 1)).finish();
}

}  // namespace courtyard::hub
