// The promise as the villager knows it: whoever holds a receipt, the application behind it survives the power cut.
#include <doctest/doctest.h>

#include "app/worker/filing.hpp"
#include "sync/os/files.hpp"
#include "tests/fault/power_cut_disk.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;

namespace {

// A kiosk whose home is real and whose store lies on the fault disk.
class CutKiosk {
public:
    CutKiosk(test::SmallCourt& court, std::uint64_t seed, store::Durability durability) : court_(court), disk(seed) {
        request_.home = court.home("kiosk");
        request_.store_file = "store.db";
        request_.store_options = {.durability = durability, .vfs = disk.name(), .create = true};
        const base::Bytes key = os::read_file(request_.home / "store.key", 32).value();
        auto own = store::Store::open(request_.home / "store.db", key);
        auto cut = store::Store::open(request_.store_file, key, request_.store_options);
        REQUIRE(own.has_value());
        REQUIRE(cut.has_value());
        const auto names = own->keyring.names("").value();
        for (const std::string& name : names)
            REQUIRE(cut->keyring.put(name, own->keyring.get(name).value()).has_value());
    }
    base::Result<std::unique_ptr<worker::Machine>> open() { return worker::Machine::open(request_, court_.random); }

private:
    test::SmallCourt& court_;
    worker::OpenMachine request_;

public:
    test::PowerCutDisk disk;
};

struct Outcome {
    int receipts = 0;
    int lost = 0;
};

Outcome cut_at(test::SmallCourt& court, std::uint64_t seed, std::int64_t operations, store::Durability durability) {
    CutKiosk kiosk(court, seed, durability);
    std::vector<base::RecordId> given;
    {
        auto machine = kiosk.open();
        REQUIRE_MESSAGE(machine.has_value(), machine.error().message);
        kiosk.disk.cut_after(operations);
        const worker::Submission submission = test::SmallCourt::submission(**machine);
        for (int i = 0; i < 6; ++i) {
            const auto receipt = worker::file(**machine, submission, test::SmallCourt::kNow, court.random);
            if (!receipt) break;
            given.push_back(receipt->record_id());
        }
        kiosk.disk.cut_after(0);
    }
    kiosk.disk.restore_power();
    Outcome outcome;
    outcome.receipts = static_cast<int>(given.size());
    const auto machine = kiosk.open();
    for (const base::RecordId& id : given) {
        if (!machine || !(*machine)->store().outbox.record(id)) ++outcome.lost;
    }
    return outcome;
}

Outcome cut_many(store::Durability durability, int cuts) {
    test::SmallCourt court;
    court.kiosk();
    Outcome all;
    for (int i = 0; i < cuts; ++i) {
        const Outcome one = cut_at(court, static_cast<std::uint64_t>(i), i % 60, durability);
        all.receipts += one.receipts;
        all.lost += one.lost;
    }
    return all;
}

}  // namespace

TEST_CASE("no receipt that was given is ever without its application") {
    const Outcome all = cut_many(store::Durability::Full, 180);
    CHECK(all.receipts > 100);
    CHECK(all.lost == 0);
}

TEST_CASE("control: a store that does not sync gives receipts that a power cut takes back") {
    CHECK(cut_many(store::Durability::Normal, 40).lost > 0);
}

TEST_CASE("from the finished application to the receipt it is exactly one sync") {
    test::SmallCourt court;
    court.kiosk();
    CutKiosk kiosk(court, 1, store::Durability::Full);
    auto machine = kiosk.open();
    REQUIRE(machine.has_value());
    REQUIRE(worker::prepare_filing(**machine, court.random).has_value());
    const worker::Submission submission = test::SmallCourt::submission(**machine);
    // The first one after the log was copied into the file also writes the log's head.
    REQUIRE(worker::file(**machine, submission, test::SmallCourt::kNow, court.random).has_value());
    for (int i = 0; i < 50; ++i) {
        const std::uint64_t before = kiosk.disk.syncs();
        REQUIRE(worker::file(**machine, submission, test::SmallCourt::kNow, court.random).has_value());
        CHECK(kiosk.disk.syncs() - before == 1);
    }
    // The control: a kiosk that did not prepare pays one more, for the ids.
    machine = kiosk.open();
    REQUIRE(machine.has_value());
    const std::uint64_t before = kiosk.disk.syncs();
    REQUIRE(worker::file(**machine, submission, test::SmallCourt::kNow, court.random).has_value());
    CHECK(kiosk.disk.syncs() - before == 2);
}
