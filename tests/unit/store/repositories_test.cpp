#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/store/store.hpp"
#include "sync/seal/record.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
using base::as_bytes;

namespace {

struct Fixture {
    test::TempFolder folder;
    base::SeededRandom random{20261123};
    std::optional<store::Store> held;

    Fixture() {
        auto opened = store::Store::open(folder / "store.db", base::Bytes(32, 3), {.create = true});
        REQUIRE(opened.has_value());
        held.emplace(std::move(*opened));
    }
    store::Store& store() { return *held; }

    template <class Act>
    void durably(Act act) {
        auto transaction = store().begin();
        REQUIRE(transaction.has_value());
        act(*transaction);
        REQUIRE(transaction->commit().has_value());
    }
    base::RecordId id() { return base::RecordId::random(random); }
};

const mail::MailboxName kIntake{"330199", mail::Box::Intake};
constexpr base::Instant kNow{1'795'000'000'000};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "record ids are set aside in batches and handed out once each") {
    REQUIRE(store().chain.reserve(random).has_value());
    std::set<base::RecordId> seen;
    for (int i = 0; i < store::Chain::kReserveBatch; ++i) {
        durably([&](const store::Transaction& inside) {
            const auto taken = store().chain.take_id(inside);
            REQUIRE(taken.has_value());
            CHECK(seen.insert(*taken).second);
        });
    }
    durably([&](const store::Transaction& inside) {
        const auto none = store().chain.take_id(inside);
        REQUIRE_FALSE(none.has_value());
        CHECK(none.error().code == "store.no_id");
    });
    REQUIRE(store().chain.reserve(random).has_value());
    durably([&](const store::Transaction& inside) {
        const auto taken = store().chain.take_id(inside);
        REQUIRE(taken.has_value());
        CHECK(seen.insert(*taken).second);
    });
}

TEST_CASE_FIXTURE(Fixture, "an id taken in a transaction that fails is used up") {
    REQUIRE(store().chain.reserve(random).has_value());
    base::RecordId first;
    {
        auto transaction = store().begin();
        REQUIRE(transaction.has_value());
        first = store().chain.take_id(*transaction).value();
    }
    durably([&](const store::Transaction& inside) { CHECK(store().chain.take_id(inside).value() != first); });
}

namespace {

// Ids as an older program handed them out: from the file, in order.
std::vector<base::RecordId> ids_in_file(store::Store& store, int count) {
    auto select = store.database().statement("SELECT id FROM set_aside_id ORDER BY place LIMIT ?1");
    select.bind(1, std::int64_t{count});
    std::vector<base::RecordId> ids;
    while (select.step().value())
        ids.push_back(select.id<base::RecordId>(0).value());
    return ids;
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a backup that is restored, and a copy, hand out no id that was handed out before") {
    const auto key = base::Bytes(32, 3);
    std::set<base::RecordId> seen;
    std::size_t taken = 0;
    const auto file = [&](store::Store& from, int count) {
        for (int i = 0; i < count; ++i) {
            REQUIRE(from.chain.reserve(random).has_value());
            auto inside = from.begin();
            REQUIRE(inside.has_value());
            seen.insert(from.chain.take_id(*inside).value());
            REQUIRE(inside->commit().has_value());
            ++taken;
        }
    };
    file(store(), 3);
    REQUIRE(store().database().rest().has_value());
    const std::vector<base::RecordId> control = ids_in_file(store(), 3);
    std::filesystem::copy_file(folder / "store.db", folder / "backup.db");
    file(store(), 5);
    for (int i = 0; i < 3; ++i) {
        std::filesystem::copy_file(folder / "backup.db", folder / "restored.db",
                                   std::filesystem::copy_options::overwrite_existing);
        auto restored = store::Store::open(folder / "restored.db", key);
        REQUIRE(restored.has_value());
        // The control: whoever reads ids back from the file meets the same ones in every copy.
        CHECK(ids_in_file(*restored, 3) == control);
        file(*restored, 300);
        file(store(), 1);
    }
    CHECK(seen.size() == taken);
}

TEST_CASE_FIXTURE(Fixture, "several openings side by side never meet an empty shelf, and leftovers do not pile up") {
    std::set<base::RecordId> seen;
    std::vector<store::Store> openings;
    for (int i = 0; i < 4; ++i)
        openings.push_back(std::move(*store::Store::open(folder / "store.db", base::Bytes(32, 3))));
    for (int round = 0; round < 2 * store::Chain::kReserveBatch; ++round) {
        for (store::Store& each : openings) {
            REQUIRE(each.chain.reserve(random).has_value());
            auto inside = each.begin();
            REQUIRE(inside.has_value());
            const auto id = each.chain.take_id(*inside);
            REQUIRE(id.has_value());
            CHECK(seen.insert(*id).second);
            REQUIRE(inside->commit().has_value());
        }
    }
    for (int i = 0; i < 40; ++i) {
        auto another = store::Store::open(folder / "store.db", base::Bytes(32, 3));
        REQUIRE(another->chain.reserve(random).has_value());
    }
    CHECK(ids_in_file(store(), 1'000'000).size() <= store::Chain::kRowsMax);
    // Tidied away by the others, and still there for whoever set them aside.
    REQUIRE(openings[0].chain.reserve(random, 2).has_value());
    auto inside = openings[0].begin();
    REQUIRE(inside.has_value());
    CHECK(seen.insert(openings[0].chain.take_id(*inside).value()).second);
}

TEST_CASE_FIXTURE(Fixture, "the chain counts from one and remembers the last hash") {
    CHECK(store().chain.next()->sequence == 1);
    CHECK_FALSE(store().chain.next()->previous.has_value());
    const seal::RecordHash hash = seal::RecordHash::random(random);
    durably([&](const store::Transaction& inside) { REQUIRE(store().chain.advance(inside, hash).has_value()); });
    CHECK(store().chain.next()->sequence == 2);
    CHECK(store().chain.next()->previous == hash);
}

TEST_CASE_FIXTURE(Fixture, "the outbox follows the delivery states and forgets ciphertext only when durable") {
    const auto a = id();
    const auto b = id();
    durably([&](const store::Transaction& inside) {
        REQUIRE(store().outbox.add(inside, kIntake, a, as_bytes("sealed a"), kNow).has_value());
        REQUIRE(store().outbox.add(inside, kIntake, b, as_bytes("sealed b"), kNow).has_value());
        const auto twice = store().outbox.add(inside, kIntake, a, as_bytes("sealed a"), kNow);
        REQUIRE_FALSE(twice.has_value());
        CHECK(twice.error().code == "store.duplicate");
    });
    auto parcels = store().outbox.on_the_way(kIntake).value();
    REQUIRE(parcels.size() == 2);
    CHECK(parcels[0].id == a);
    CHECK(parcels[0].size == 8);
    CHECK(parcels[0].delivery == mail::Delivery::Queued);

    const auto save = [&](mail::Delivery state, std::uint64_t seq) {
        mail::Parcel parcel = parcels[0];
        parcel.delivery = state;
        parcel.seq = seq;
        parcel.accepted_at = kNow;
        durably([&](const store::Transaction& inside) { REQUIRE(store().outbox.save(inside, {parcel}).has_value()); });
    };
    save(mail::Delivery::Sent, 0);
    CHECK(store().outbox.record(a).has_value());
    save(mail::Delivery::Accepted, 41);
    CHECK(store().outbox.record(a).has_value());
    CHECK(store().outbox.find(a)->value().parcel.seq == 41);
    save(mail::Delivery::Durable, 41);
    CHECK(store().outbox.record(a).error().code == "store.no_record");
    save(mail::Delivery::Queued, 0);  // an old answer that comes late
    CHECK(store().outbox.find(a)->value().parcel.delivery == mail::Delivery::Durable);

    CHECK(store().outbox.on_the_way(kIntake)->size() == 1);
    CHECK(store().outbox.counts()->durable == 1);
    CHECK(store().outbox.counts()->queued == 1);
    // The bytes are gone and still known from others.
    CHECK(store().outbox.find(a)->value().parcel.hash == seal::record_hash(as_bytes("sealed a")));
    CHECK(parcels[1].hash == seal::record_hash(as_bytes("sealed b")));
    CHECK(store().outbox.list(10)->size() == 2);
    CHECK(store().outbox.mailboxes_on_the_way().value() == std::vector{kIntake});
}

namespace {
store::Letter letter(const base::RecordId& id, const std::string& name, std::uint64_t seq = 0) {
    store::Letter letter;
    letter.id = id;
    letter.kind = "application";
    letter.name = name;
    letter.number = "7K3M-9QXT-2HDA6";
    letter.hub_sequence = seq;
    letter.opened = true;
    letter.record = base::to_bytes("sealed");
    letter.body = R"({"x":1})";
    return letter;
}
}  // namespace

TEST_CASE_FIXTURE(Fixture, "a letter is kept once, whoever brings it, and learns the hub's number later") {
    const auto one = id();
    durably([&](const store::Transaction& inside) {
        CHECK(store().inbox.keep(inside, letter(one, "甲")).value() == store::Kept::New);
        CHECK(store().inbox.keep(inside, letter(one, "甲", 9)).value() == store::Kept::Known);
        CHECK(store().inbox.keep(inside, letter(one, "甲")).value() == store::Kept::Known);
    });
    CHECK(store().inbox.count("application").value() == 1);
    const auto found = store().inbox.find(one).value();
    REQUIRE(found.has_value());
    CHECK(found->hub_sequence == 9);
    CHECK(found->body == R"({"x":1})");
    CHECK(base::as_text(found->record) == "sealed");
    CHECK(store().inbox.find_by_text("7K3M-9QXT-2HDA6")->size() == 1);
    CHECK(store().inbox.find_by_text(one.text().substr(0, 6))->size() == 1);
    CHECK(store().inbox.find_by_text("%").value().empty());
}

TEST_CASE_FIXTURE(Fixture, "another record under a known id is kept beside it, and the hub's keeps the id") {
    const auto taken = id();
    store::Letter slip = letter(taken, "甲");
    store::Letter hub = letter(taken, "乙", 7);
    hub.record = base::to_bytes("sealed otherwise");
    hub.number = "OTHER";
    store::Letter own = letter(id(), "");
    own.kind = "review";
    own.number = "";
    own.about = taken;
    own.origin = store::Origin::Here;
    durably([&](const store::Transaction& inside) {
        CHECK(store().inbox.keep(inside, slip).value() == store::Kept::New);
        CHECK(store().inbox.keep(inside, own).value() == store::Kept::New);
        CHECK(store().inbox.keep(inside, hub).value() == store::Kept::New);
        for (int again = 0; again < 2; ++again) {
            CHECK(store().inbox.keep(inside, slip).value() == store::Kept::Known);
            CHECK(store().inbox.keep(inside, hub).value() == store::Kept::Known);
        }
    });
    CHECK(store().inbox.count("application").value() == 2);
    CHECK(store().inbox.find(taken)->value().name == "乙");
    CHECK(store().inbox.find(taken)->value().hub_sequence == 7);
    const auto beside = store().inbox.find_by_text("7K3M-9QXT-2HDA6").value();
    REQUIRE(beside.size() == 1);
    CHECK(beside[0].name == "甲");
    CHECK(beside[0].hub_sequence == 0);
    // What was written here before the other came is about the first.
    CHECK(store().inbox.about(taken, "review")->empty());
    CHECK(store().inbox.about(beside[0].id, "review")->size() == 1);
    // The same when the hub's comes first, and on every machine under the same id.
    test::TempFolder elsewhere;
    auto other = store::Store::open(elsewhere / "store.db", base::Bytes(32, 3), {.create = true});
    auto inside = other->begin();
    REQUIRE(other->inbox.keep(*inside, hub).has_value());
    REQUIRE(other->inbox.keep(*inside, slip).has_value());
    CHECK(other->inbox.find(taken)->value().name == "乙");
    CHECK(other->inbox.find(beside[0].id)->value().name == "甲");
}

TEST_CASE_FIXTURE(Fixture, "of three records under one id none is dropped, whatever order they come in") {
    const auto taken = id();
    std::vector<store::Letter> letters;
    for (const char* bytes : {"one", "two", "three"}) {
        letters.push_back(letter(taken, bytes));
        letters.back().record = base::to_bytes(bytes);
    }
    letters[1].hub_sequence = 5;
    std::vector<std::size_t> order = {0, 1, 2};
    do {
        test::TempFolder fresh;
        auto other = store::Store::open(fresh / "store.db", base::Bytes(32, 3), {.create = true});
        auto inside = other->begin();
        for (int again = 0; again < 2; ++again) {
            for (const std::size_t i : order)
                REQUIRE(other->inbox.keep(*inside, letters[i]).has_value());
        }
        CHECK(other->inbox.count("application").value() == 3);
        CHECK(other->inbox.find(taken)->value().name == "two");
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE_FIXTURE(Fixture, "two records of one author under one number are both kept, and told") {
    const auto body = [](const char* by, int seq) {
        return "{\"by\":\"m." + std::string(by) + "\",\"seq\":" + std::to_string(seq) + ",\"kind\":\"application\"}";
    };
    std::vector<base::RecordId> ids;
    durably([&](const store::Transaction& inside) {
        for (const auto& [by, seq] : {std::pair("0011223344556677", 1),
                                      {"0011223344556677", 12},
                                      {"0011223344556677", 2},
                                      {"8811223344556677", 1},
                                      {"0011223344556677", 1}}) {
            store::Letter each = letter(id(), "甲");
            each.body = body(by, seq);
            ids.push_back(each.id);
            REQUIRE(store().inbox.keep(inside, each).has_value());
        }
    });
    CHECK(store().inbox.count("application").value() == 5);
    const auto forks = store().inbox.forks(10).value();
    REQUIRE(forks.size() == 1);
    CHECK(forks[0] == std::vector{ids[0], ids[4]});
}

TEST_CASE_FIXTURE(Fixture, "names with rare characters are kept, sorted in and found by a part") {
    durably([&](const store::Transaction& inside) {
        for (const char* name : {"应𫖯安", "毕䶮", "申屠静", "100%_李"})
            REQUIRE(store().inbox.keep(inside, letter(id(), name)).has_value());
    });
    CHECK(store().inbox.list("application", "", 10)->size() == 4);
    CHECK(store().inbox.list("application", "", 2, 3)->size() == 1);
    CHECK(store().inbox.list("application", "𫖯", 10)->front().name == "应𫖯安");
    CHECK(store().inbox.list("application", "䶮", 10)->front().name == "毕䶮");
    CHECK(store().inbox.list("application", "屠静", 10)->size() == 1);
    CHECK(store().inbox.list("application", "%", 10)->size() == 1);
    CHECK(store().inbox.list("application", "_", 10)->size() == 1);
    CHECK(store().inbox.list("application", "龍", 10)->empty());
}

TEST_CASE_FIXTURE(Fixture, "what could not be opened waits and can be opened later") {
    store::Letter closed = letter(id(), "");
    closed.kind = "";
    closed.number = "";
    closed.opened = false;
    closed.body = "";
    closed.problem = "record.recipient";
    durably([&](const store::Transaction& inside) { REQUIRE(store().inbox.keep(inside, closed).has_value()); });
    REQUIRE(store().inbox.unopened(10)->size() == 1);
    CHECK(store().inbox.unopened(10)->front().problem == "record.recipient");
    store::Letter open = letter(closed.id, "乙");
    open.about = id();
    durably([&](const store::Transaction& inside) { REQUIRE(store().inbox.opened(inside, open).has_value()); });
    CHECK(store().inbox.unopened(10)->empty());
    CHECK(store().inbox.about(*open.about, open.kind)->size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "notices are kept once and come in the hub's order") {
    const base::KeyId mine = base::KeyId::random(random);
    const base::KeyId other = base::KeyId::random(random);
    const auto late = id();
    durably([&](const store::Transaction& inside) {
        REQUIRE(store().notices.keep(inside, {late, mine, 7, kNow, base::to_bytes("late")}).has_value());
        REQUIRE(store().notices.keep(inside, {id(), mine, 3, kNow, base::to_bytes("early")}).has_value());
        REQUIRE(store().notices.keep(inside, {id(), other, 4, kNow, base::to_bytes("other")}).has_value());
        REQUIRE(store().notices.keep(inside, {late, mine, 7, kNow, base::to_bytes("late")}).has_value());
    });
    const auto found = store().notices.by_locator(mine).value();
    REQUIRE(found.size() == 2);
    CHECK(base::as_text(found[0].record) == "early");
    CHECK(base::as_text(found[1].record) == "late");
    CHECK(store().notices.count().value() == 3);
    durably([&](const store::Transaction& inside) {  // another notice under a known id is kept beside it
        for (int again = 0; again < 2; ++again)
            REQUIRE(store().notices.keep(inside, {late, mine, 9, kNow, base::to_bytes("other")}).has_value());
    });
    CHECK(store().notices.by_locator(mine)->size() == 3);
}

TEST_CASE_FIXTURE(Fixture, "of a case that is forgotten twice those hear who were on it the second time") {
    const auto about = id(), other = id();
    const auto one = base::PersonId::random(random), two = base::PersonId::random(random);
    const auto forget = [&](const base::RecordId& of, const std::vector<base::PersonId>& leaders) {
        durably([&](const store::Transaction& inside) {
            REQUIRE(store().view_log.still_hear(inside, of, leaders).has_value());
        });
    };
    forget(about, {one, one});
    forget(other, {one});
    CHECK(store().view_log.hearers_of(about).value() == std::set<base::PersonId>{one});
    forget(about, {two});
    CHECK(store().view_log.hearers_of(about).value() == std::set<base::PersonId>{two});
    forget(about, {});
    CHECK(store().view_log.hearers_of(about).value().empty());
    CHECK(store().view_log.hearers_of(other).value() == std::set<base::PersonId>{one});
}

TEST_CASE_FIXTURE(Fixture, "document versions only rise; cursors and moments are remembered") {
    const store::DocumentState two{2, base::Digest::random(random), kNow};
    REQUIRE(store().documents.accept("roster.cyd", two).has_value());
    REQUIRE(store().documents.accept("roster.cyd", two).has_value());
    CHECK(store().documents.accept("roster.cyd", {1, two.digest, kNow}).error().code == "store.older");
    CHECK(store().documents.state("roster.cyd")->value().version == 2);
    CHECK_FALSE(store().documents.state("pack.cyp")->has_value());

    CHECK(store().cursors.at("330199/public").value() == mail::Cursor{});
    durably([&](const store::Transaction& inside) {
        REQUIRE(store().cursors.move(inside, "330199/public", {5, 17}).has_value());
    });
    CHECK(store().cursors.at("330199/public").value() == mail::Cursor{5, 17});

    REQUIRE(store().moments.raise(store::kTimeFloor, 100).has_value());
    REQUIRE(store().moments.raise(store::kTimeFloor, 50).has_value());
    CHECK(store().moments.value(store::kTimeFloor)->value() == 100);
    CHECK_FALSE(store().moments.value("unknown")->has_value());
}
