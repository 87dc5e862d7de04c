// What was committed is there after a power cut, whenever it comes. The control, synchronous=NORMAL, must be seen to
// lose.
#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <vector>

#include "app/store/store.hpp"
#include "tests/fault/power_cut_disk.hpp"

using namespace courtyard;

namespace {

const mail::MailboxName kIntake{"330199", mail::Box::Intake};
constexpr int kFilings = 12;

struct Outcome {
    int receipts = 0;
    int lost = 0;
    bool damaged = false;
    bool doubled = false;
};

base::Result<store::Store> open(test::PowerCutDisk& disk, store::Durability durability) {
    return store::Store::open("store.db", base::Bytes(32, 9),
                              {.durability = durability, .vfs = disk.name(), .create = true});
}

base::Result<base::RecordId> file_one(store::Store& store, base::Random& random) {
    TRY(store.chain.reserve(random));
    auto transaction = TRY(store.begin());
    const auto id = TRY(store.chain.take_id(transaction));
    TRY(store.outbox.add(transaction, kIntake, id, base::Bytes(768, id.bytes[0]), {}));
    TRY(store.chain.advance(transaction, seal::RecordHash::random(random)));
    TRY(transaction.commit());
    return id;
}

// Files until the power goes, starts the machine again and looks for every receipt that was given.
Outcome cut_at(std::uint64_t seed, std::int64_t operation, store::Durability durability) {
    test::PowerCutDisk disk(seed);
    base::SeededRandom random(seed + 1);
    std::vector<base::RecordId> given;
    {
        auto store = open(disk, durability);
        REQUIRE(store.has_value());
        disk.cut_after(operation);
        for (int i = 0; i < kFilings; ++i) {
            const auto id = file_one(*store, random);
            if (!id) break;
            given.push_back(*id);
            if (i % 5 == 4) static_cast<void>(store->database().rest());
        }
        disk.cut_after(0);
    }
    disk.restore_power();
    Outcome outcome;
    outcome.receipts = static_cast<int>(given.size());
    auto store = open(disk, durability);
    outcome.damaged = !store || !store->database().damage().value_or("unreadable").empty();
    for (const base::RecordId& id : given) {
        if (outcome.damaged || !store->outbox.record(id)) ++outcome.lost;
    }
    if (!outcome.damaged) {
        // The chain has moved once for every row, no more and no less.
        outcome.doubled = store->chain.next()->sequence != store->outbox.counts()->queued + 1;
        CHECK(file_one(*store, random).has_value());
    }
    return outcome;
}

Outcome cut_many(store::Durability durability, int cuts) {
    Outcome all;
    for (int i = 0; i < cuts; ++i) {
        const Outcome one = cut_at(static_cast<std::uint64_t>(1000 + i), i % 160, durability);
        all.receipts += one.receipts;
        all.lost += one.lost;
        all.damaged |= one.damaged;
        all.doubled |= one.doubled;
    }
    return all;
}

}  // namespace

TEST_CASE("800 power cuts: every receipt that was given is there") {
    const Outcome all = cut_many(store::Durability::Full, 800);
    CHECK(all.receipts > 2000);
    CHECK(all.lost == 0);
    CHECK_FALSE(all.damaged);
    CHECK_FALSE(all.doubled);
}

TEST_CASE("control: with synchronous=NORMAL the same cuts lose receipts") {
    const Outcome all = cut_many(store::Durability::Normal, 160);
    CHECK(all.lost > 0);
}

namespace {

using TakeId = std::function<base::Result<base::RecordId>(store::Store&, const store::Transaction&)>;

base::Result<base::RecordId> from_memory(store::Store& store, const store::Transaction& inside) {
    return store.chain.take_id(inside);
}

// As it used to be: whatever id lies first in the file.
base::Result<base::RecordId> from_file(store::Store& store, const store::Transaction&) {
    auto select = store.database().statement("SELECT id FROM set_aside_id ORDER BY place LIMIT 1");
    if (!TRY(select.step())) return base::fail("store.no_id", "");
    const auto id = TRY(select.id<base::RecordId>(0));
    TRY(select.run());
    auto remove = store.database().statement("DELETE FROM set_aside_id WHERE id = ?1");
    remove.bind(1, id);
    TRY(remove.run());
    return id;
}

struct Handed {
    int ids = 0;
    int twice = 0;      // under which something may have been sealed twice
    int undurable = 0;  // that could be had before the file had them
};

// Three lives of one machine; the power goes in each after so many operations, from before the ids are set aside to
// after a few filings. An id counts as used from the moment it is handed out: bytes may have been sealed under it.
Handed cut_between(std::uint64_t seed, std::int64_t operation, const TakeId& take) {
    test::PowerCutDisk disk(seed);
    base::SeededRandom random(seed + 1);
    std::map<base::RecordId, int> used;
    Handed handed;
    for (int life = 0; life < 3; ++life) {
        {
            auto store = open(disk, store::Durability::Full);
            REQUIRE(store.has_value());
            disk.cut_after(operation);
            for (int i = 0; i < 5; ++i) {
                const bool set_aside = store->chain.reserve(random).has_value();
                auto transaction = store->begin();
                const auto id = transaction ? take(*store, *transaction) : base::fail("store.io", "");
                if (!id) break;
                if (!set_aside && disk.is_dark()) ++handed.undurable;
                ++used[*id];
                if (!store->outbox.add(*transaction, kIntake, *id, base::Bytes(768, id->bytes[0]), {})) break;
                if (!store->chain.advance(*transaction, seal::RecordHash::random(random))) break;
                if (!transaction->commit()) break;
            }
            disk.cut_after(0);
        }
        disk.restore_power();
    }
    for (const auto& [id, times] : used) {
        ++handed.ids;
        handed.twice += times > 1 ? 1 : 0;
    }
    return handed;
}

Handed cut_between_many(const TakeId& take) {
    Handed all;
    for (std::int64_t operation = 0; operation < 60; ++operation) {
        for (std::uint64_t seed = 0; seed < 4; ++seed) {
            const Handed one = cut_between(2000 + seed, operation, take);
            all.ids += one.ids;
            all.twice += one.twice;
            all.undurable += one.undurable;
        }
    }
    return all;
}

}  // namespace

TEST_CASE("power cuts between setting ids aside and filing: no id is handed out twice, nor before it is durable") {
    const Handed all = cut_between_many(from_memory);
    CHECK(all.ids > 500);
    CHECK(all.twice == 0);
    CHECK(all.undurable == 0);
}

TEST_CASE("control: ids that are read back from the file are handed out again after the cut") {
    CHECK(cut_between_many(from_file).twice > 0);
}

TEST_CASE("a filing costs exactly one sync") {
    test::PowerCutDisk disk(1);
    base::SeededRandom random(2);
    auto store = open(disk, store::Durability::Full);
    REQUIRE(store.has_value());
    REQUIRE(store->chain.reserve(random).has_value());
    for (int i = 0; i < 100; ++i) {
        const std::uint64_t before = disk.syncs();
        REQUIRE(file_one(*store, random).has_value());
        CHECK(disk.syncs() - before == 1);
    }
    // The control: ids that were not set aside ahead of need cost a sync of their own.
    auto another = open(disk, store::Durability::Full);
    REQUIRE(another.has_value());
    const std::uint64_t before = disk.syncs();
    REQUIRE(file_one(*another, random).has_value());
    CHECK(disk.syncs() - before == 2);
}
