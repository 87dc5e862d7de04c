#include "app/store/database.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "app/store/migrations.hpp"
#include "app/store/store.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/record.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;

namespace {

base::Bytes key_of(std::uint8_t first) {
    base::Bytes key(store::Database::kKeySize, 7);
    key[0] = first;
    return key;
}

base::Result<store::Store> open(const std::filesystem::path& path, std::uint8_t key = 1) {
    return store::Store::open(path, key_of(key), {.create = true});
}

std::string whole(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("the cipher is really there, and an empty answer is refused") {
    const test::TempFolder folder;
    auto store = open(folder / "store.db");
    REQUIRE(store.has_value());
    CHECK(store->database().cipher_version().starts_with("4."));
    const auto refused = store::require_cipher("");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == "store.no_cipher");
}

TEST_CASE("a planted plain file is refused before anything is written to it") {
    const test::TempFolder folder;
    // The header of an empty SQLite database is enough to be taken for one.
    std::string plain("SQLite format 3\0", 16);
    plain.resize(4096, '\0');
    std::ofstream(folder / "store.db", std::ios::binary) << plain;
    const auto store = open(folder / "store.db");
    REQUIRE_FALSE(store.has_value());
    CHECK(store.error().code == "store.plain_file");
    CHECK(whole(folder / "store.db") == plain);
}

TEST_CASE("the file, its log and its index hold nothing readable") {
    const test::TempFolder folder;
    const std::string secret = "a sentence that must not be found";
    auto store = open(folder / "store.db");
    REQUIRE(store.has_value());
    REQUIRE(store->keyring.put("canary", base::as_bytes(secret)).has_value());
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        const std::string bytes = whole(entry.path());
        CHECK_MESSAGE(bytes.find(secret) == std::string::npos, entry.path().string());
        CHECK_MESSAGE(bytes.find("SQLite format 3") == std::string::npos, entry.path().string());
        CHECK_MESSAGE(bytes.find("keyring") == std::string::npos, entry.path().string());
    }
    const auto back = store->keyring.get("canary");
    REQUIRE(back.has_value());
    CHECK(base::as_text(*back) == secret);
}

TEST_CASE("only its owner may read the store") {
    const test::TempFolder folder;
    auto store = open(folder / "store.db");
    REQUIRE(store.has_value());
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
        CHECK_MESSAGE((entry.status().permissions() & others) == std::filesystem::perms::none, entry.path().string());
    }
}

TEST_CASE("a wrong key is told in one sentence and leaves the file alone") {
    const test::TempFolder folder;
    REQUIRE(open(folder / "store.db", 1).has_value());
    const std::string before = whole(folder / "store.db");
    const auto wrong = open(folder / "store.db", 2);
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().code == "store.wrong_key");
    CHECK(whole(folder / "store.db") == before);
    CHECK(open(folder / "store.db", 1).has_value());
}

TEST_CASE("a missing store is not made by opening it") {
    const test::TempFolder folder;
    const auto store = store::Store::open(folder / "store.db", key_of(1));
    REQUIRE_FALSE(store.has_value());
    CHECK(store.error().code == "store.missing");
    CHECK_FALSE(std::filesystem::exists(folder / "store.db"));
}

TEST_CASE("an empty, a short and a hollow store are told and never filled") {
    const test::TempFolder folder;
    const std::filesystem::path path = folder / "store.db";
    const auto refused = [&](const std::string& bytes) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
        const auto store = store::Store::open(path, key_of(1));
        REQUIRE_FALSE(store.has_value());
        CHECK(whole(path) == bytes);
        CHECK(store.error().message.find("store.db") != std::string::npos);
        return store.error().code;
    };
    CHECK(refused("") == "store.missing");
    CHECK(refused("xy") == "store.damaged");
    CHECK(refused(std::string(4095, 'x')) == "store.damaged");
    std::filesystem::remove(path);
    REQUIRE(open(path).has_value());
    const std::string sound = whole(path);
    CHECK(refused(sound.substr(0, 100)) == "store.damaged");
    CHECK(refused(sound.substr(0, sound.size() / 2 / 4096 * 4096)) == "store.damaged");
    CHECK(refused(std::string(8192, '\0')) == "store.wrong_key");
    // The control: the same file, whole, opens.
    std::ofstream(path, std::ios::binary | std::ios::trunc) << sound;
    CHECK(store::Store::open(path, key_of(1)).has_value());
}

TEST_CASE("the ids that an older program has left in a store are not used") {
    const test::TempFolder folder;
    const base::RecordId left{{7}};
    {
        auto store = open(folder / "store.db");
        REQUIRE(store.has_value());
        auto& database = store->database();
        REQUIRE(database
                    .execute(
                        "DROP TABLE case_leaving; DROP TABLE view_hearer; DROP TABLE view_kept; DROP TABLE fact_ahead; "
                        "DROP TABLE late_lead; DROP TABLE year_report; DROP TABLE view_told; DROP TABLE "
                        "case_change; DROP TABLE "
                        "case_reader; DROP TABLE "
                        "case_fold; DROP TABLE view_log; DROP TABLE case_record; "
                        "DROP TABLE case_key; DROP TABLE draft; DROP "
                        "TABLE set_aside_id; "
                        "CREATE TABLE reserved_id (place INTEGER "
                        "PRIMARY KEY, id BLOB NOT "
                        "NULL UNIQUE) STRICT; ALTER TABLE outbox DROP COLUMN hash; PRAGMA user_version = 1")
                    .has_value());
        auto insert = database.statement("INSERT INTO reserved_id (id) VALUES (?1)");
        REQUIRE(insert.bind(1, left).run().has_value());
        auto row = database.statement(
            "INSERT INTO outbox (id, mailbox, state, size, filed_ms, record) VALUES (?1, '330199/intake', 0, 3, 1, "
            "?2)");
        REQUIRE(row.bind(1, left).bind(2, base::as_bytes("abc")).run().has_value());
    }
    auto store = store::Store::open(folder / "store.db", key_of(1));
    REQUIRE_MESSAGE(store.has_value(), store.error().message);
    base::SeededRandom random(1);
    REQUIRE(store->chain.reserve(random).has_value());
    for (int i = 0; i < store::Chain::kReserveBatch; ++i) {
        auto inside = store->begin();
        CHECK(store->chain.take_id(*inside).value() != left);
    }
    const auto parcels = store->outbox.on_the_way({"330199", mail::Box::Intake}).value();
    REQUIRE(parcels.size() == 1);
    CHECK(parcels[0].hash == seal::record_hash(base::as_bytes("abc")));
}

TEST_CASE("a store written by a newer program is refused") {
    const test::TempFolder folder;
    {
        auto store = open(folder / "store.db");
        REQUIRE(store.has_value());
        REQUIRE(store->database().execute("PRAGMA user_version = 999").has_value());
    }
    const auto store = open(folder / "store.db");
    REQUIRE_FALSE(store.has_value());
    CHECK(store.error().code == "store.newer");
}

TEST_CASE("every damaged page is noticed by the check or by reading") {
    const test::TempFolder folder;
    {
        auto store = open(folder / "store.db");
        REQUIRE(store.has_value());
        for (int i = 0; i < 40; ++i) {
            REQUIRE(store->keyring.put("key" + std::to_string(i), base::Bytes(1000, static_cast<std::uint8_t>(i)))
                        .has_value());
        }
    }
    const std::string sound = whole(folder / "store.db");
    {
        auto store = open(folder / "store.db");
        REQUIRE(store.has_value());
        const auto damage = store->database().damage();
        REQUIRE(damage.has_value());
        CHECK(damage->empty());
    }
    const std::size_t pages = sound.size() / 4096;
    REQUIRE(pages > 5);
    for (std::size_t page = 0; page < pages; ++page) {
        std::string broken = sound;
        broken[page * 4096 + 100] = static_cast<char>(broken[page * 4096 + 100] ^ 1);
        std::ofstream(folder / "broken.db", std::ios::binary | std::ios::trunc) << broken;
        auto store = open(folder / "broken.db");
        const bool noticed = !store || !store->database().damage() || !store->database().damage()->empty();
        CHECK_MESSAGE(noticed, "page " << page);
        if (!store) CHECK((store.error().code == "store.wrong_key" || store.error().code == "store.damaged"));
    }
}

TEST_CASE("migrations run once, in order, and a broken step leaves the one before") {
    const test::TempFolder folder;
    auto store = open(folder / "store.db");
    REQUIRE(store.has_value());
    const int last = store::migrations().back().number;
    const store::Migration steps[] = {
        {last + 1, "good", "CREATE TABLE good (a INTEGER) STRICT;"},
        {last + 2, "bad", "CREATE TABLE half (a INTEGER) STRICT; CREATE TABLE nonsense (;"},
    };
    CHECK_FALSE(store::migrate(store->database(), steps).has_value());
    CHECK(store->database().execute("SELECT a FROM good").has_value());
    CHECK_FALSE(store->database().execute("SELECT a FROM half").has_value());
    auto version = store->database().statement("PRAGMA user_version");
    REQUIRE(version.step().has_value());
    CHECK(version.integer(0) == last + 1);
}

TEST_CASE("a transaction that is not committed leaves nothing") {
    const test::TempFolder folder;
    auto store = open(folder / "store.db");
    REQUIRE(store.has_value());
    {
        auto transaction = store->begin();
        REQUIRE(transaction.has_value());
        REQUIRE(store->keyring.put("half", base::as_bytes("x")).has_value());
    }
    CHECK_FALSE(store->keyring.get("half").has_value());
    auto transaction = store->begin();
    REQUIRE(transaction.has_value());
    REQUIRE(store->keyring.put("whole", base::as_bytes("x")).has_value());
    REQUIRE(transaction->commit().has_value());
    CHECK(store->keyring.get("whole").has_value());
}

TEST_CASE("the same statement may be used inside itself") {
    const test::TempFolder folder;
    auto store = open(folder / "store.db");
    REQUIRE(store.has_value());
    REQUIRE(store->keyring.put("a", base::as_bytes("1")).has_value());
    REQUIRE(store->keyring.put("b", base::as_bytes("2")).has_value());
    auto outer = store->database().statement("SELECT name FROM keyring ORDER BY name");
    int seen = 0;
    while (outer.step().value()) {
        auto inner = store->database().statement("SELECT name FROM keyring ORDER BY name");
        while (inner.step().value())
            ++seen;
    }
    CHECK(seen == 4);
}
