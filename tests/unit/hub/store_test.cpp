#include <doctest/doctest.h>

#include "sync/hub/sqlite.hpp"
#include "sync/hub/store_sqlite.hpp"
#include "tests/support/mail_court.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
using namespace courtyard::hub;
using mail::Outcome;
using mail::Verdict;
using test::kNow;

namespace {

const mail::MailboxName kIntake{"330199", mail::Box::Intake};
const mail::MailboxName kPublic{"330199", mail::Box::Public};

struct Bench {
    test::MailCourt court;
    test::TempFolder folder;
    StoreLimits limits;
    std::unique_ptr<Store> store = open(Access::Writer);

    std::unique_ptr<Store> open(Access access) {
        auto opened = open_sqlite(folder / "hub.db", access, limits, court.random);
        REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
        return std::move(*opened);
    }
    static Offered offer(const base::Bytes& record) { return {record, test::MailCourt::id_of(record), true}; }
    Written put(const mail::MailboxName& mailbox, const std::vector<base::Bytes>& records, base::Instant now = kNow) {
        AppendWrite write{mailbox, {}};
        for (const base::Bytes& record : records)
            write.records.push_back(offer(record));
        return apply(write, now);
    }
    Written apply(const Write& write, base::Instant now = kNow) {
        auto written = store->write({&write, 1}, now);
        REQUIRE_MESSAGE(written.has_value(), written.error().message);
        return std::move(written->front());
    }
    Written part(const base::Bytes& record, std::size_t offset, std::size_t size, base::Instant now = kNow) {
        return apply(PartWrite{kIntake, mail::exact(record), record.size(), offset,
                               base::ByteView(record).subspan(offset, size)},
                     now);
    }
};

}  // namespace

TEST_CASE("each mailbox numbers its records from 1 without gaps; twice is once") {
    Bench bench;
    const auto a = bench.court.record(), b = bench.court.record(), c = bench.court.record();
    CHECK(bench.put(kIntake, {a, b}).outcomes == std::vector<Outcome>{{Verdict::Accepted, 1}, {Verdict::Accepted, 2}});
    CHECK(bench.put(kPublic, {a}).outcomes ==
          std::vector<Outcome>{{Verdict::Accepted, 1}});  // another mailbox, another order
    const Written again = bench.put(kIntake, {b, c, a, c});
    CHECK(again.outcomes ==
          std::vector<Outcome>{
              {Verdict::Accepted, 2}, {Verdict::Accepted, 3}, {Verdict::Accepted, 1}, {Verdict::Accepted, 3}});
    CHECK(again.appended == 1);
    CHECK(again.head == 3);
}

TEST_CASE("the same id with other bytes is a conflict, and takes no number") {
    Bench bench;
    const auto a = bench.court.record();
    auto forged = a;
    forged.back() ^= 1;
    auto shorter = bench.court.record(2000);
    std::copy_n(a.begin(), 32, shorter.begin());
    CHECK(bench.put(kIntake, {a, forged}).outcomes ==
          std::vector<Outcome>{{Verdict::Accepted, 1}, {Verdict::Conflict, 0}});
    const auto b = bench.court.record();
    AppendWrite write{kIntake, {{shorter, test::MailCourt::id_of(a), true}, Bench::offer(b), {forged, {}, false}}};
    CHECK(bench.apply(write).outcomes ==
          std::vector<Outcome>{{Verdict::Conflict, 0}, {Verdict::Accepted, 2}, {Verdict::Malformed, 0}});
}

TEST_CASE(
    "another record under a known id is a conflict by whatever way it comes, and only its own bytes are accepted") {
    Bench bench;
    const auto a = bench.court.record(30'000);
    auto b = bench.court.record(30'000);
    std::copy_n(a.begin(), 32, b.begin());  // the id of a
    bench.put(kIntake, {a});
    const std::vector<Outcome> conflict = {{Verdict::Conflict, 0}};
    CHECK(bench.put(kIntake, {b}).outcomes == conflict);
    // Asked about, and begun in parts: the sender keeps b, for nobody has it.
    CHECK(bench.store->ask(kIntake, std::vector{mail::exact(b)})->outcomes == conflict);
    CHECK(bench.part(b, 0, 0).outcomes == conflict);
    CHECK(bench.part(b, 0, b.size()).outcomes == conflict);
    // The control: a itself is known by all three ways.
    const std::vector<Outcome> accepted = {{Verdict::Accepted, 1}};
    CHECK(bench.put(kIntake, {a}).outcomes == accepted);
    CHECK(bench.store->ask(kIntake, std::vector{mail::exact(a)})->outcomes == accepted);
    CHECK(bench.part(a, 0, 0).outcomes == accepted);
}

TEST_CASE("parts of two records under one id make neither") {
    Bench bench;
    const auto a = bench.court.record(30'000);
    auto b = bench.court.record(30'000);
    std::copy_n(a.begin(), 32, b.begin());
    CHECK(bench.part(a, 0, 10'000).have == 10'000);
    CHECK(bench.part(b, 10'000, b.size() - 10'000).does_not_fit);
    CHECK(bench.part(b, 0, 0).have == 0);
    CHECK(bench.part(b, 0, b.size()).outcomes == std::vector<Outcome>{{Verdict::Accepted, 1}});
    CHECK(bench.part(a, 0, 0).outcomes == std::vector<Outcome>{{Verdict::Conflict, 0}});
}

TEST_CASE("a store of version 1, which kept no hashes, goes on and answers by the bytes") {
    Bench bench;
    const auto a = bench.court.record();
    auto b = a;
    b.back() ^= 1;
    bench.put(kIntake, {a});
    bench.store.reset();
    {
        const auto raw = std::move(*sqlite::open((bench.folder / "hub.db").string(), sqlite::Mode::Create));
        REQUIRE(sqlite::run(raw.get(), "ALTER TABLE record DROP COLUMN hash; PRAGMA user_version = 1").has_value());
    }
    bench.store = bench.open(Access::Writer);
    CHECK(bench.store->ask(kIntake, std::vector{mail::exact(a), mail::exact(b)})->outcomes ==
          std::vector<Outcome>{{Verdict::Accepted, 1}, {Verdict::Conflict, 0}});
    CHECK(bench.put(kIntake, {b, a, bench.court.record()}).outcomes ==
          std::vector<Outcome>{{Verdict::Conflict, 0}, {Verdict::Accepted, 1}, {Verdict::Accepted, 2}});
    CHECK(bench.open(Access::Reader)->read(kIntake, 0, 0, 1 << 20)->records[0].bytes == a);
}

TEST_CASE("what was written is there after the store is opened again, under the same generation") {
    Bench bench;
    const auto a = bench.court.record();
    bench.put(kIntake, {a});
    const std::uint64_t generation = bench.store->generation();
    bench.store.reset();
    bench.store = bench.open(Access::Writer);
    CHECK(bench.store->generation() == generation);
    CHECK(bench.put(kIntake, {bench.court.record()}).outcomes[0].seq == 2);
    const auto slice = bench.store->read(kIntake, 0, 0, 1 << 20);
    REQUIRE(slice.has_value());
    CHECK(slice->records[0].bytes == a);
    bench.store.reset();
    REQUIRE(mark_restored(bench.folder / "hub.db", bench.court.random).has_value());
    bench.store = bench.open(Access::Writer);
    CHECK(bench.store->generation() != generation);
}

TEST_CASE("a page holds whole records within its limit, in order; a reader beside the writer sees what was committed") {
    Bench bench;
    std::vector<base::Bytes> records;
    for (int i = 0; i < 10; ++i)
        records.push_back(bench.court.record());
    bench.put(kIntake, records);
    const auto reader = bench.open(Access::Reader);
    for (std::uint64_t after = 0; after <= 11; ++after) {
        const auto slice = reader->read(kIntake, after, 0, 512 * 3 + 100);
        REQUIRE(slice.has_value());
        CHECK(slice->head == 10);
        CHECK(slice->records.size() == (after >= 10 ? 0 : std::min<std::uint64_t>(3, 10 - after)));
        for (std::size_t i = 0; i < slice->records.size(); ++i)
            CHECK(slice->records[i].bytes == records[after + i]);
    }
    CHECK(reader->read(kPublic, 0, 0, 512)->head == 0);
    const auto asked = reader->ask(kIntake, std::vector{mail::exact(records[4]), mail::ExactRecord{}});
    REQUIRE(asked.has_value());
    CHECK(asked->outcomes == std::vector<Outcome>{{Verdict::Accepted, 5}, {Verdict::Unknown, 0}});
    CHECK(asked->head == 10);
    CHECK(reader->ask(kPublic, std::vector{mail::exact(records[4])})->outcomes[0].verdict == Verdict::Unknown);
}

TEST_CASE("a record larger than the page comes in pieces") {
    Bench bench;
    const auto large = bench.court.record(3000);
    bench.put(kIntake, {large});
    base::Bytes joined;
    while (joined.size() < large.size()) {
        const auto slice = bench.store->read(kIntake, 0, joined.size(), 700);
        REQUIRE(slice.has_value());
        REQUIRE(slice->is_piece);
        CHECK(slice->total == large.size());
        CHECK(slice->offset == joined.size());
        joined.insert(joined.end(), slice->records[0].bytes.begin(), slice->records[0].bytes.end());
    }
    CHECK(joined == large);
    CHECK(bench.store->read(kIntake, 0, 1 << 19, 700)->offset == 0);
}

TEST_CASE("parts join into a record, wherever the link broke, and two carriers may help each other") {
    Bench bench;
    const auto large = bench.court.record(30'000);
    CHECK(bench.part(large, 0, 0).have == 0);
    CHECK(bench.part(large, 0, 10'000).have == 10'000);
    CHECK(bench.part(large, 0, 10'000).have == 10'000);      // sent twice
    CHECK(bench.part(large, 20'000, 1'000).have == 10'000);  // a gap: go on from there
    CHECK(bench.part(large, 10'000, 15'000).have == 25'000);
    const Written last = bench.part(large, 25'000, large.size() - 25'000);
    CHECK(last.outcomes == std::vector<Outcome>{{Verdict::Accepted, 1}});
    CHECK(bench.part(large, 0, 0).outcomes == std::vector<Outcome>{{Verdict::Accepted, 1}});  // "it is here"
    CHECK(bench.put(kIntake, {large}).outcomes == std::vector<Outcome>{{Verdict::Accepted, 1}});
    CHECK(bench.store->read(kIntake, 0, 0, 1 << 20)->records[0].bytes == large);
}

TEST_CASE("parts that cannot be one record are dropped") {
    Bench bench;
    const auto large = bench.court.record(30'000);
    CHECK(bench.part(large, 0, 10'000).have == 10'000);
    const PartWrite other{kIntake, mail::exact(large), large.size() - 1, 0, {}};
    CHECK(bench.apply(other).does_not_fit);
    CHECK(bench.part(large, 0, 0).have == 0);
    auto broken = large;
    broken[0] ^= 1;
    const PartWrite whole{kIntake, mail::exact(large), broken.size(), 0, broken};
    CHECK(bench.apply(whole).outcomes == std::vector<Outcome>{{Verdict::Malformed, 0}});
    CHECK(bench.part(large, 0, 0).have == 0);
}

TEST_CASE("unfinished records are dropped when nobody goes on, or when they take too much room") {
    Bench bench;
    bench.store.reset();
    bench.limits.part_bytes = 50'000;
    bench.store = bench.open(Access::Writer);
    const auto old = bench.court.record(30'000), young = bench.court.record(30'000),
               other = bench.court.record(200'000);
    bench.part(old, 0, 10'000);
    bench.part(young, 0, 10'000, kNow + 6 * test::kDayMs);
    bench.part(young, 10'000, 1, kNow + 8 * test::kDayMs);
    CHECK(bench.part(old, 0, 0, kNow + 8 * test::kDayMs).have == 0);
    CHECK(bench.part(young, 0, 0, kNow + 8 * test::kDayMs).have == 10'001);
    bench.part(other, 0, 45'000, kNow + 8 * test::kDayMs + 1'000);
    CHECK(bench.part(other, 0, 0, kNow + 8 * test::kDayMs + 70'000).have == 45'000);
    CHECK(bench.part(young, 0, 0, kNow + 8 * test::kDayMs + 70'001).have == 0);
}

TEST_CASE("received times never fall, whatever the hub's clock does") {
    Bench bench;
    bench.put(kIntake, {bench.court.record()}, kNow);
    bench.put(kIntake, {bench.court.record()}, kNow + -test::kDayMs);
    bench.put(kIntake, {bench.court.record()}, base::Instant{-5});
    bench.store.reset();
    bench.store = bench.open(Access::Writer);
    bench.put(kIntake, {bench.court.record()}, kNow + -1);
    bench.put(kIntake, {bench.court.record()}, kNow + 1);
    const auto slice = bench.store->read(kIntake, 0, 0, 1 << 20);
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(slice->records[i].received == kNow);
    CHECK(slice->records[4].received == kNow + 1);
}

TEST_CASE("a transaction that fails leaves nothing, and the numbers go on as if it had not been") {
    Bench bench;
    bench.put(kIntake, {bench.court.record()});
    bench.store.reset();
    bench.limits.store_bytes = 1;
    bench.store = bench.open(Access::Writer);
    const auto record = bench.court.record();
    const Write write = AppendWrite{kIntake, {Bench::offer(record)}};
    const auto refused = bench.store->write({&write, 1}, kNow);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == "hub.full");
    bench.store.reset();
    bench.limits.store_bytes = 0;
    bench.store = bench.open(Access::Writer);
    CHECK(bench.put(kIntake, {record}).outcomes[0].seq == 2);
}

TEST_CASE("a file that is not a hub's store is refused by name") {
    Bench bench;
    const auto path = bench.folder / "other.db";
    FILE* file = fopen(path.c_str(), "w");
    fputs("this is no database, but it is long enough to be read as one: …………………………………………………………", file);
    fclose(file);
    const auto opened = open_sqlite(path, Access::Writer, {}, bench.court.random);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == "hub.store");
    CHECK(mark_restored(bench.folder / "none.db", bench.court.random).error().code == "hub.store");
    CHECK_FALSE(open_sqlite(bench.folder / "none.db", Access::Reader, {}, bench.court.random).has_value());
}

TEST_CASE("the highest roster version is remembered") {
    Bench bench;
    CHECK(bench.store->roster_seen("330199").value() == 0);
    REQUIRE(bench.store->see_roster("330199", 5).has_value());
    REQUIRE(bench.store->see_roster("330199", 3).has_value());
    bench.store.reset();
    bench.store = bench.open(Access::Writer);
    CHECK(bench.store->roster_seen("330199").value() == 5);
    CHECK(bench.store->roster_seen("330100").value() == 0);
}
