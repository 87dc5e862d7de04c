#include "app/store/database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "app/store/migrations.hpp"

namespace courtyard::store {

namespace {

constexpr int kBusyTimeoutMs = 60'000;        // another process of this machine holds the write lock: it is waited for
constexpr int kCheckpointAfterPages = 4'000;  // 16 MiB of log at most when nobody rests in between
constexpr std::string_view kPlainMark = "SQLite format 3";
constexpr sqlite3_int64 kPageSize = 4'096;  // SQLCipher's, and so the least that a store has

struct Closer {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};

std::string one_value(sqlite3* handle, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    std::string value;
    if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        if (text != nullptr) value = text;
    }
    sqlite3_finalize(statement);
    return value;
}

base::Result<sqlite3_file*> file_of(sqlite3* handle) {
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || file == nullptr ||
        file->pMethods == nullptr) {
        return base::fail("store.io", "the store's file cannot be looked at");
    }
    return file;
}

// An empty file is a database to SQLite, and it would be filled; to us it is a store that was lost.
base::Result<void> require_whole_file(sqlite3* handle, const std::string& where) {
    sqlite3_file* const file = TRY(file_of(handle));
    sqlite3_int64 size = 0;
    if (file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return base::fail("store.io", where + " cannot be looked at");
    if (size == 0) return base::fail("store.missing", where + " is empty");
    if (size < kPageSize)
        return base::fail("store.damaged", where + " has only " + std::to_string(size) + " bytes: it was cut short");
    return {};
}

// The file's first bytes as they lie on the disk, below the cipher.
base::Result<void> look_at_file(sqlite3* handle) {
    sqlite3_file* const file = TRY(file_of(handle));
    std::array<std::uint8_t, 16> first{};
    const int got = file->pMethods->xRead(file, first.data(), static_cast<int>(first.size()), 0);
    if (got != SQLITE_OK && got != SQLITE_IOERR_SHORT_READ)
        return base::fail("store.io", "the store's file cannot be read");
    return require_sealed_file(first);
}

// The key as SQLCipher wants a raw one: x'…' in hexadecimal. Handed over by call and not as PRAGMA text, because
// statements are copied and kept by SQLite; wiped before it is freed.
int hand_over_key(sqlite3* handle, base::ByteView key) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::array<char, 3 + 2 * Database::kKeySize> text{'x', '\''};
    std::size_t at = 2;
    for (const std::uint8_t byte : key) {
        text[at++] = kDigits[byte >> 4];
        text[at++] = kDigits[byte & 15];
    }
    text[at++] = '\'';
    const int answer = sqlite3_key(handle, text.data(), static_cast<int>(at));
    base::wipe(text.data(), text.size());
    return answer;
}

}  // namespace

struct Database::Cache {
    std::unordered_map<std::string, std::vector<sqlite3_stmt*>> idle;
};

Database::Database(sqlite3* handle, std::filesystem::path path)
    : handle_(handle), path_(std::move(path)), cache_(std::make_unique<Cache>()) {}

Database::~Database() {
    for (auto& [sql, statements] : cache_->idle) {
        for (sqlite3_stmt* statement : statements)
            sqlite3_finalize(statement);
    }
    sqlite3_close_v2(handle_);
}

base::Result<void> require_cipher(std::string_view cipher_version) {
    if (!cipher_version.empty()) return {};
    return base::fail(
        "store.no_cipher",
        "this program was built or started without SQLCipher and would write plain files; install it again");
}

base::Result<void> require_sealed_file(base::ByteView first_bytes) {
    if (!base::as_text(first_bytes).starts_with(kPlainMark)) return {};
    return base::fail("store.plain_file", "the store's file is not encrypted, so it is not ours or has been replaced");
}

base::Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& path, base::ByteView key,
                                                       const OpenOptions& options) {
    COURTYARD_CHECK(key.size() == kKeySize);
    // SQLite makes files that everybody may read; its log and index take over the mode of the file.
    if (options.create && options.vfs == nullptr) {
        const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (made >= 0) ::close(made);
    }
    sqlite3* raw = nullptr;
    const int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (options.create ? SQLITE_OPEN_CREATE : 0);
    const int opened = sqlite3_open_v2(path.c_str(), &raw, flags, options.vfs);
    std::unique_ptr<sqlite3, Closer> handle(raw);
    const std::string where = "the store " + path.string();
    if (opened != SQLITE_OK) {
        const int cause = raw == nullptr ? 0 : sqlite3_system_errno(raw);
        if (cause == 0 || cause == ENOENT) return base::fail("store.missing", where + " is missing");
        return base::fail("store.read_only",
                          where + " cannot be opened (" + std::strerror(cause) + "); check who owns it and the folder");
    }
    auto database = std::unique_ptr<Database>(new Database(handle.release(), path));
    sqlite3* const db = database->handle_;
    if (!options.create) TRY(require_whole_file(db, where));

    TRY(database->execute("PRAGMA cipher_memory_security = OFF"));
    database->cipher_version_ = one_value(db, "PRAGMA cipher_version");
    TRY(require_cipher(database->cipher_version_));
    TRY(look_at_file(db));
    if (hand_over_key(db, key) != SQLITE_OK) return base::fail("store.wrong_key", "the store's key was not taken");

    // Failures are told by our own sentences; SQLCipher would write to standard error. After the key: taking the first
    // key of a process sets the log up anew.
    TRY(database->execute("PRAGMA cipher_log_level = NONE; PRAGMA cipher_log = off"));
    sqlite3_busy_timeout(db, kBusyTimeoutMs);
    // The first read of the file: a wrong key shows itself here.
    auto probe = database->statement("SELECT count(*) FROM sqlite_master");
    if (const auto read = probe.run(); !read) {
        if (read.error().code != "store.damaged") return tl::unexpected(read.error());
        return base::fail("store.damaged", where + " is damaged");
    }
    if (!options.create && one_value(db, "PRAGMA user_version") == "0")
        return base::fail("store.missing", where + " has nothing in it");
    // A new file begins with a rollback journal. EXTRA syncs the folder after that journal is deleted: otherwise a
    // power cut days later may bring it back, and it would undo pages that have long been replaced (seen on the fault
    // disk).
    TRY(
        database->execute("PRAGMA synchronous = EXTRA; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA "
                          "secure_delete = ON; PRAGMA temp_store = MEMORY;"
                          "PRAGMA wal_autocheckpoint = " +
                          std::to_string(kCheckpointAfterPages) + ";"));
    TRY(database->execute(options.durability == Durability::Full ? "PRAGMA synchronous = FULL"
                                                                 : "PRAGMA synchronous = NORMAL"));
    TRY(migrate(*database, migrations()));
    TRY(look_at_file(db));
    return database;
}

Statement Database::statement(std::string_view sql) {
    auto& idle = cache_->idle[std::string(sql)];
    if (!idle.empty()) {
        sqlite3_stmt* handle = idle.back();
        idle.pop_back();
        return {*this, handle};
    }
    sqlite3_stmt* handle = nullptr;
    sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    return {*this, handle};
}

void Database::take_back(sqlite3_stmt* handle) noexcept { cache_->idle[sqlite3_sql(handle)].push_back(handle); }

base::Result<void> Database::execute(const std::string& sql) {
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return tl::unexpected(last_error("use the store"));
}

base::Result<std::string> Database::damage() {
    // The check reads the file alone. A page that a power cut tore while it was copied is sound in the log: copy it
    // again.
    TRY(rest());
    auto check = statement("PRAGMA cipher_integrity_check");
    if (TRY(check.step())) return check.text(0);
    return std::string{};
}

base::Result<void> Database::rest() {
    // Another process may be reading; what cannot be copied now is copied the next time.
    const int answer = sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (answer == SQLITE_OK || answer == SQLITE_BUSY || answer == SQLITE_LOCKED) return {};
    return tl::unexpected(last_error("tidy the store"));
}

base::Error Database::last_error(std::string_view doing) const {
    const std::string where = "the store " + path_.string();
    const int code = sqlite3_extended_errcode(handle_);
    switch (code & 0xff) {
        case SQLITE_NOTADB:
            return {"store.wrong_key",
                    where + " does not open with this key: the key or passphrase is wrong, or the file is damaged"};
        case SQLITE_CORRUPT:
            return {"store.damaged", where + " is damaged; keep the folder as it is: courtyardctl doctor says more"};
        case SQLITE_FULL:
            return {"store.disk_full", where + " cannot grow because the disk is full; make room and try again"};
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return {"store.read_only",
                    where + " cannot be written; check who owns the folder and whether the disk is read-only"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return {"store.busy", where + " is in use by another program; close it and try again"};
        case SQLITE_CONSTRAINT:
            return {"store.duplicate", where + " already holds a value that must be there only once"};
        default:
            return {"store.io", "could not " + std::string(doing) + ": " + where + " answered " + sqlite3_errstr(code) +
                                    " (" + std::to_string(code) + ")"};
    }
}

}  // namespace courtyard::store
