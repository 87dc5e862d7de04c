// One encrypted SQLite file (SQLCipher, raw 32-byte key). Everything that this machine knows lies in here and nowhere
// else.
//
// Refuses to start rather than write a plain file: SQLCipher that is shadowed by another libsqlite3 accepts PRAGMA key
// without a word and writes plaintext, so the cipher's version and the file's first bytes are looked at on every open.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "app/store/statement.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace courtyard::store {

// Full: what is committed survives a power cut (one fdatasync a commit). Normal loses acknowledged rows in a power cut;
// it exists for one caller, the control of tests/fault, which must be seen to lose.
enum class Durability { Full, Normal };

struct OpenOptions {
    Durability durability = Durability::Full;
    const char* vfs = nullptr;  // null: the operating system's; tests name a disk of their own
    bool create = false;        // make the file when it is missing or empty; only enrolment and tests want that
};

class Database {
public:
    static constexpr std::size_t kKeySize = 32;

    // Never makes a store where one should be. Errors: "store.missing" there is no file, or one with nothing in it,
    // "store.no_cipher" the program was built without SQLCipher, "store.plain_file" the file is not encrypted,
    // "store.wrong_key" (also a file whose first page is damaged: the two cannot be told apart), "store.damaged",
    // "store.newer" written by a later version of the program, and those of Statement.
    static base::Result<std::unique_ptr<Database>> open(const std::filesystem::path& path, base::ByteView key,
                                                        const OpenOptions& options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // A prepared statement, kept for the next use. A wrong statement is our own bug and shows itself at step().
    [[nodiscard]] Statement statement(std::string_view sql);
    // Several statements without values; for migrations and pragmas.
    base::Result<void> execute(const std::string& sql);

    // Passes every byte of the file through the cipher's own check. Empty answer: sound. Slow on a large store.
    base::Result<std::string> damage();
    // Copies the write-ahead log into the file; called when nothing else is to do, never on the way to a receipt.
    base::Result<void> rest();

    [[nodiscard]] std::string cipher_version() const { return cipher_version_; }
    [[nodiscard]] base::Error last_error(std::string_view doing) const;
    void take_back(sqlite3_stmt* handle) noexcept;  // by Statement alone

private:
    struct Cache;
    Database(sqlite3* handle, std::filesystem::path path);

    sqlite3* handle_;
    std::filesystem::path path_;
    std::string cipher_version_;
    std::unique_ptr<Cache> cache_;
};

// The answer of PRAGMA cipher_version, judged; a function of its own so that a test can hand it an empty one.
[[nodiscard]] base::Result<void> require_cipher(std::string_view cipher_version);
// The first bytes of a store file, judged: "store.plain_file" for what any SQLite could read.
[[nodiscard]] base::Result<void> require_sealed_file(base::ByteView first_bytes);

}  // namespace courtyard::store
