#include "sync/hub/store_sqlite.hpp"

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

constexpr const char* kSchema = R"(
    CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE mailbox(no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE record(place INTEGER PRIMARY KEY, id BLOB NOT NULL, hash BLOB, received_ms INTEGER NOT NULL,
                        bytes BLOB NOT NULL) STRICT;
    CREATE UNIQUE INDEX record_by_id ON record(id, place >> 40);
    CREATE TABLE piece(mailbox INTEGER NOT NULL, id BLOB NOT NULL, offset INTEGER NOT NULL, total INTEGER NOT NULL,
                       at_ms INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY(mailbox, id, offset)) STRICT, WITHOUT ROWID;
    CREATE TABLE roster_seen(court TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    PRAGMA application_id = 1129931105;
    PRAGMA user_version = 2;
)";
constexpr int kUserVersion = 2;
// Version 1 had no hash beside a record: where it is NULL it is taken from the bytes.
constexpr const char* kFromVersion1 =
    "BEGIN IMMEDIATE; ALTER TABLE record ADD COLUMN hash BLOB; PRAGMA user_version = 2; COMMIT";
}  // namespace

Result<void> SqliteStore::open(const std::filesystem::path& path, Access access, StoreLimits limits,
                               base::Random& random) {
    path_ = path;
    limits_ = limits;
    const auto mode = access == Access::Writer ? sqlite::Mode::Create : sqlite::Mode::ReadOnly;
    database_ = TRY(sqlite::open(path.string(), mode));
    sqlite3* database = database_.get();
    if (access == Access::Writer) {
        // FULL is what makes an answer true: NORMAL loses acknowledged rows in a power cut.
        TRY(sqlite::run(
            database,
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;"
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
    } else if (found == 1 && access == Access::Writer) {
        TRY(sqlite::run(database, kFromVersion1));
    } else if (found != kUserVersion) {
        return base::fail("hub.store",
                          path.string() + " is not a store of this hub, or of another version: name another file");
    }
    return prepare();
}

Result<void> SqliteStore::prepare() {
    sqlite3* database = database_.get();
    Statement meta = TRY(Statement::prepare(database, "SELECT value FROM meta WHERE name = 'generation'"));
    if (!TRY(meta.step())) return base::fail("hub.store", path_.string() + " has no generation: it is damaged");
    generation_ = static_cast<std::uint64_t>(meta.integer(0));
    insert_ = TRY(Statement::prepare(database,
                                     "INSERT INTO record(place, id, hash, received_ms, bytes) "
                                     "VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"));
    by_id_ =
        TRY(Statement::prepare(database, "SELECT place, hash, bytes FROM record WHERE id = ? AND place >> 40 = ?"));
    head_ = TRY(Statement::prepare(database, "SELECT max(place) FROM record WHERE place BETWEEN ? AND ?"));
    last_ = TRY(Statement::prepare(database, "SELECT received_ms FROM record WHERE place = ?"));
    find_box_ = TRY(Statement::prepare(database, "SELECT no FROM mailbox WHERE name = ?"));
    add_box_ = TRY(Statement::prepare(database, "INSERT INTO mailbox(name) VALUES(?)"));
    slice_ = TRY(Statement::prepare(
        database, "SELECT received_ms, bytes FROM record WHERE place BETWEEN ? AND ? ORDER BY place"));
    parts_ = TRY(Statement::prepare(
        database, "SELECT offset, total, bytes FROM piece WHERE mailbox = ? AND id = ? ORDER BY offset"));
    add_part_ = TRY(Statement::prepare(database, "INSERT INTO piece VALUES(?, ?, ?, ?, ?, ?)"));
    drop_parts_ = TRY(Statement::prepare(database, "DELETE FROM piece WHERE mailbox = ? AND id = ?"));
    old_parts_ = TRY(Statement::prepare(database,
                                        "SELECT mailbox, id, max(at_ms) AS newest FROM piece GROUP BY mailbox, id "
                                        "ORDER BY newest LIMIT 1"));
    part_bytes_ = TRY(Statement::prepare(database, "SELECT coalesce(sum(length(bytes)), 0) FROM piece"));
    seen_ = TRY(Statement::prepare(database, "SELECT version FROM roster_seen WHERE court = ?"));
    see_ = TRY(Statement::prepare(database,
                                  "INSERT INTO roster_seen VALUES(?, ?) ON CONFLICT(court) DO UPDATE SET "
                                  "version = max(version, excluded.version)"));
    return {};
}

// --- reading
// ----------------------------------------------------------------------------------------------------------

Result<std::uint64_t> SqliteStore::head_of(std::int64_t mailbox) {
    TRY(head_.bind(1, place_of(mailbox, 1)).bind(2, place_of(mailbox, mail::kSeqMax)).step());
    const auto place = head_.integer(0);  // NULL, so 0, when there is none
    head_.reset();
    return seq_of(place);
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

// What became of this record in this mailbox: its place, or a conflict when another has its id.
Result<std::optional<Outcome>> SqliteStore::known(std::int64_t mailbox, const mail::ExactRecord& record) {
    if (!TRY(by_id_.bind(1, record.id.view()).bind(2, mailbox).step())) {
        by_id_.reset();
        return std::optional<Outcome>();
    }
    const ByteView stored = by_id_.blob(1);
    const seal::RecordHash hash =
        stored.empty() ? seal::record_hash(by_id_.blob(2)) : TRY(seal::RecordHash::from(stored));
    const auto seq = seq_of(by_id_.integer(0));
    by_id_.reset();
    return std::optional(hash == record.hash ? Outcome{Verdict::Accepted, seq} : Outcome{Verdict::Conflict, 0});
}

Result<Asked> SqliteStore::ask(const mail::MailboxName& mailbox, std::span<const mail::ExactRecord> records) {
    Asked asked{std::vector<Outcome>(records.size(), Outcome{Verdict::Unknown, 0}), 0};
    const std::optional<Box> found = TRY(find_box(mailbox));
    if (!found) return asked;
    asked.head = found->head;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (const auto outcome = TRY(known(found->no, records[i]))) asked.outcomes[i] = *outcome;
        asked.head = std::max(asked.head, asked.outcomes[i].seq);  // appended since the head was read
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
            const ByteView piece =
                record.subspan(slice.offset, std::min<std::size_t>(limit, record.size() - slice.offset));
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

Result<std::unique_ptr<Store>> open_sqlite(const std::filesystem::path& path, Access access, StoreLimits limits,
                                           base::Random& random) {
    auto store = std::make_unique<SqliteStore>();
    TRY(store->open(path, access, limits, random));
    return store;
}

Result<void> mark_restored(const std::filesystem::path& path, base::Random& random) {
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return base::fail("hub.store", path.string() + " is not there: restore the backup first");
    const sqlite::Database database = TRY(sqlite::open(path.string(), sqlite::Mode::Create));
    Statement meta = TRY(Statement::prepare(database.get(), "UPDATE meta SET value = ? WHERE name = 'generation'"));
    return meta.bind(1, static_cast<std::int64_t>(random.next() >> 1 | 1)).finish();
}

}  // namespace courtyard::hub
