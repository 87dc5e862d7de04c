#include "sync/hub/sqlite.hpp"

namespace courtyard::hub::sqlite {

tl::unexpected<base::Error> failed(sqlite3* database, std::string_view doing) {
    const int code = database == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(database);
    const bool is_full = (code & 0xff) == SQLITE_FULL;
    return base::fail(is_full ? "hub.full" : "hub.store", "the hub's store failed at " + std::string(doing) + ": " +
                                                              sqlite3_errstr(code) + " (" + std::to_string(code) + ")");
}

base::Result<Database> open(const std::string& path, Mode mode) {
    sqlite3* raw = nullptr;
    const int flags = (mode == Mode::Create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    Database database(raw);
    if (code != SQLITE_OK) return failed(database.get(), "opening " + path);
    sqlite3_busy_timeout(database.get(), 10'000);
    return database;
}

base::Result<void> run(sqlite3* database, const char* sql) {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return failed(database, sql);
    return {};
}

base::Result<Statement> Statement::prepare(sqlite3* database, const char* sql) {
    Statement statement;
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr) != SQLITE_OK) {
        return failed(database, sql);
    }
    statement.statement_.reset(raw);
    return statement;
}

void Statement::reset() {
    if (is_used_) sqlite3_reset(statement_.get());
    is_used_ = false;
}

Statement& Statement::bind(int at, std::int64_t value) {
    reset();
    COURTYARD_CHECK(sqlite3_bind_int64(statement_.get(), at, value) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int at, base::ByteView view) {
    reset();
    COURTYARD_CHECK(sqlite3_bind_blob64(statement_.get(), at, view.data(), view.size(), SQLITE_STATIC) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int at, std::string_view text) {
    reset();
    COURTYARD_CHECK(sqlite3_bind_text64(statement_.get(), at, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8) ==
                    SQLITE_OK);
    return *this;
}

base::Result<bool> Statement::step() {
    is_used_ = true;
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    sqlite3* database = sqlite3_db_handle(statement_.get());
    auto error = failed(database, "a step");
    reset();
    return error;
}

base::Result<void> Statement::finish() {
    const bool has_row = TRY(step());
    COURTYARD_CHECK(!has_row);
    reset();
    return {};
}

base::ByteView Statement::blob(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::text(int column) const {
    const base::ByteView view = blob(column);
    return base::as_text(view);
}

}  // namespace courtyard::hub::sqlite
