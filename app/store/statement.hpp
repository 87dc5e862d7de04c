// One SQL statement with its values. Borrowed from the Database's cache; handed back, cleared, when it goes out of
// scope.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"

struct sqlite3_stmt;

namespace courtyard::store {

class Database;

class Statement {
public:
    Statement(Database& database, sqlite3_stmt* handle) : database_(&database), handle_(handle) {}
    ~Statement();
    Statement(Statement&& other) noexcept
        : database_(other.database_), handle_(other.handle_), bad_bind_(other.bad_bind_) {
        other.handle_ = nullptr;
    }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    // Values are copied; the first place is 1.
    Statement& bind(int place, std::int64_t value);
    Statement& bind(int place, std::string_view text);
    Statement& bind(int place, base::ByteView bytes);
    Statement& bind(int place, base::Instant at) { return bind(place, at.ms); }
    template <class Tag, std::size_t Size>
    Statement& bind(int place, const base::Id<Tag, Size>& id) {
        return bind(place, id.view());
    }
    Statement& bind_null(int place);

    // True: a row is ready. Errors: "store.wrong_key", "store.damaged", "store.disk_full", "store.read_only",
    // "store.busy", "store.duplicate" a value that must be unique is there already, "store.io".
    base::Result<bool> step();
    // Steps to the end and forgets the rows.
    base::Result<void> run();

    // Columns of the row, from 0. A column of another type or NULL gives the empty value.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] base::Bytes bytes(int column) const;
    [[nodiscard]] base::Instant instant(int column) const { return {integer(column)}; }
    [[nodiscard]] bool is_null(int column) const;
    // An identifier as it was stored; "store.damaged" when its length is wrong.
    template <class Id>
    base::Result<Id> id(int column) const {
        auto id = Id::from(bytes(column));
        if (!id)
            return base::fail("store.damaged",
                              "the store holds an identifier of the wrong length: courtyardctl doctor says more");
        return id;
    }

private:
    Database* database_;
    sqlite3_stmt* handle_;
    bool bad_bind_ = false;
};

}  // namespace courtyard::store
