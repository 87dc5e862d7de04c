// What was committed is there after a power cut, whenever it comes. The control, synchronous=NORMAL, must be seen to
// lose.
#include <doctest/doctest.h>

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
}
