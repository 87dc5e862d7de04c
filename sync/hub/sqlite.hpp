// SQLite as Results and owners. Private to this room.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::hub::sqlite {

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;

// "hub.store": SQLite's own word for what went wrong, never a value that was bound.
[[nodiscard]] tl::unexpected<base::Error> failed(sqlite3* database, std::string_view doing);

enum class Mode { Create, ReadOnly };
[[nodiscard]] base::Result<Database> open(const std::string& path, Mode mode);
[[nodiscard]] base::Result<void> run(sqlite3* database, const char* sql);  // statements without results

// A prepared statement, used again and again: bind, step or run, reset by itself before the next bind.
class Statement {
public:
    Statement() = default;
    [[nodiscard]] static base::Result<Statement> prepare(sqlite3* database, const char* sql);

    Statement& bind(int at, std::int64_t value);
    Statement& bind(int at, base::ByteView view);    // the bytes must live until the last step
    Statement& bind(int at, std::string_view text);  // so must the text
    [[nodiscard]] base::Result<bool> step();         // whether there is a row
    [[nodiscard]] base::Result<void> finish();       // no row expected; resets
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
    [[nodiscard]] base::ByteView blob(int column) const;  // until the next step or reset
    [[nodiscard]] std::string_view text(int column) const;

private:
    std::unique_ptr<sqlite3_stmt, Close> statement_;
    bool is_used_ = false;
};

}  // namespace courtyard::hub::sqlite
