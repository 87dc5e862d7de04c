#include "app/store/statement.hpp"

#include <sqlite3.h>

#include "app/store/database.hpp"

namespace courtyard::store {

namespace {
constexpr std::size_t kValueMax = 64u << 20;  // bytes of one value; our largest record is 1 MiB
}

Statement::~Statement() {
    if (handle_ == nullptr) return;
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
    database_->take_back(handle_);
}

Statement& Statement::bind(int place, std::int64_t value) {
    bad_bind_ |= handle_ == nullptr || sqlite3_bind_int64(handle_, place, value) != SQLITE_OK;
    return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
    const char* data = text.empty() ? "" : text.data();
    bad_bind_ |= handle_ == nullptr || text.size() > kValueMax ||
                 sqlite3_bind_text64(handle_, place, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK;
    return *this;
}

Statement& Statement::bind(int place, base::ByteView bytes) {
    const void* data = bytes.empty() ? static_cast<const void*>("") : bytes.data();
    bad_bind_ |= handle_ == nullptr || bytes.size() > kValueMax ||
                 sqlite3_bind_blob64(handle_, place, data, bytes.size(), SQLITE_TRANSIENT) != SQLITE_OK;
    return *this;
}

Statement& Statement::bind_null(int place) {
    bad_bind_ |= handle_ == nullptr || sqlite3_bind_null(handle_, place) != SQLITE_OK;
    return *this;
}

base::Result<bool> Statement::step() {
    if (handle_ == nullptr) return tl::unexpected(database_->last_error("prepare a statement"));
    COURTYARD_CHECK(!bad_bind_);
    switch (sqlite3_step(handle_)) {
        case SQLITE_ROW: return true;
        case SQLITE_DONE: return false;
        default: return tl::unexpected(database_->last_error("use the store"));
    }
}

base::Result<void> Statement::run() {
    while (TRY(step())) {
    }
    sqlite3_reset(handle_);
    return {};
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_, column); }

std::string Statement::text(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(handle_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
    return data == nullptr ? std::string{} : std::string(data, size);
}

base::Bytes Statement::bytes(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(handle_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
    return data == nullptr ? base::Bytes{} : base::Bytes(data, data + size);
}

bool Statement::is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

}  // namespace courtyard::store
