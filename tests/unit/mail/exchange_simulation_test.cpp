// Outbox, inbox and their steps against a hub that exists only here, over links that drop requests, drop answers after
// the work was done, and deliver late doubles; the hub's store is put back from a backup now and then. One seed is one
// history.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "sync/mail/errors.hpp"
#include "sync/mail/exchange.hpp"
#include "tests/support/mail_court.hpp"

using namespace courtyard;
using namespace courtyard::mail;
using base::Result;

namespace {

const MailboxName kIntake{"330199", Box::Intake};

struct FakeHub {
    std::vector<base::Bytes> records;
    std::map<base::RecordId, std::uint64_t> places;
    std::uint64_t generation = 1;
    std::uint64_t durable = 0;

    Outcome append(base::ByteView record) {
        const auto id = test::MailCourt::id_of(record);
        const auto [at, is_new] = places.emplace(id, records.size() + 1);
        if (is_new) records.emplace_back(record.begin(), record.end());
        return find(exact(record));
    }
    Outcome find(const ExactRecord& record) const {
        const auto found = places.find(record.id);
        if (found == places.end()) return {Verdict::Unknown, 0};
        if (exact(records[found->second - 1]) != record) return {Verdict::Conflict, 0};
        return {Verdict::Accepted, found->second};
    }
    // A backup that held only what was durable is put back.
    void restore() {
        records.resize(durable);
        std::erase_if(places, [&](const auto& each) { return each.second > durable; });
        ++generation;
    }
};

class FaultyCourier final : public Courier {
public:
    FaultyCourier(FakeHub& hub, base::Random& random, unsigned fault_percent)
        : hub_(hub), random_(random), percent_(fault_percent) {}

    Result<PutAnswer> put(const MailboxName&, std::span<const base::ByteView> records) override {
        if (fault()) return tl::unexpected(mail_error("link.down"));
        PutAnswer answer = blank();
        // A link may break when only a part of the batch was worked on, and tell nobody.
        const std::size_t size = fault() ? random_.next() % (records.size() + 1) : records.size();
        for (const base::ByteView record : records.first(size))
            answer.outcomes.push_back(hub_.append(record));
        if (size < records.size() || fault()) return tl::unexpected(mail_error("link.lost"));
        answer.durable_up_to = hub_.durable;
        return answer;
    }
    Result<PutAnswer> ask(const MailboxName&, std::span<const ExactRecord> asked) override {
        if (fault()) return tl::unexpected(mail_error("link.truncated"));
        PutAnswer answer = blank();
        for (const auto& each : asked)
            answer.outcomes.push_back(hub_.find(each));
        return answer;
    }
    Result<PartReply> part(const PartRequest& part) override {
        if (fault()) return tl::unexpected(mail_error("link.lost"));
        if (const Outcome known = hub_.find(part.record); known.verdict != Verdict::Unknown) {
            PutAnswer answer = blank();
            answer.outcomes = {known};
            return answer;
        }
        base::Bytes& held = parts_[part.record.id];
        if (part.offset == held.size()) held.insert(held.end(), part.bytes.begin(), part.bytes.end());
        if (held.size() < part.total || part.bytes.empty()) {
            if (fault()) return tl::unexpected(mail_error("link.truncated"));
            return PartAnswer{held.size()};
        }
        PutAnswer answer = blank();
        answer.outcomes = {hub_.append(held)};
        parts_.erase(part.record.id);
        if (fault()) return tl::unexpected(mail_error("link.truncated"));
        return answer;
    }
    Result<FetchedPage> get(const GetRequest& get) override {
        if (fault()) return tl::unexpected(mail_error("link.lost"));
        Page page;
        page.generation = hub_.generation;
        page.head = hub_.records.size();
        page.after = get.after;
        if (get.after >= page.head) return FetchedPage({}, page);
        const base::ByteView first = hub_.records[get.after];
        if (get.offset > 0 || first.size() > get.limit) {
            const std::size_t offset = get.offset < first.size() ? get.offset : 0;
            page.piece.push_back({{},
                                  first.size(),
                                  offset,
                                  first.subspan(offset, std::min<std::size_t>(get.limit, first.size() - offset))});
            return FetchedPage({}, page);
        }
        std::size_t bytes = 0;
        for (std::size_t at = get.after; at < hub_.records.size() && bytes + hub_.records[at].size() <= get.limit;
             ++at) {
            bytes += hub_.records[at].size();
            page.records.push_back({{}, hub_.records[at]});
        }
        return FetchedPage({}, page);
    }
    Result<DocumentList> documents(std::string_view) override { return DocumentList{}; }
    Result<FetchedPiece> document(const DocumentRequest&) override {
        return tl::unexpected(mail_error("hub.unknown_document"));
    }
    std::int64_t retry_after_ms() const override { return 0; }

    void set_faults(unsigned percent) { percent_ = percent; }

private:
    bool fault() { return random_.next() % 100 < percent_; }
    PutAnswer blank() const { return {hub_.generation, {}, hub_.durable, {}, {}}; }
    FakeHub& hub_;
    base::Random& random_;
    unsigned percent_;
    std::map<base::RecordId, base::Bytes> parts_;
};

// A machine's disk: what step() keeps, and what a restart loads.
struct Disk final : Shelf {
    std::map<base::RecordId, base::Bytes> records;
    std::map<base::RecordId, Parcel> parcels;
    std::vector<base::RecordId> order;
    std::map<base::RecordId, base::Bytes> received;
    Cursor cursor;
    std::string failing;  // code of the error that reading any record gives

    Result<base::Bytes> record(const base::RecordId& id) override {
        const auto found = records.find(id);
        if (!failing.empty()) return base::fail(failing, "");
        if (found == records.end()) return base::fail("store.no_record", "gone");
        return found->second;
    }
    Result<void> keep(std::span<const Parcel> changed) override {
        for (const Parcel& each : changed) {
            REQUIRE(may_follow(parcels.at(each.id).delivery, each.delivery));
            parcels[each.id] = each;
            if (each.delivery == Delivery::Durable) records.erase(each.id);
        }
        return {};
    }
    Result<void> keep(const MailboxName&, const Arrivals& arrivals) override {
        for (const Arrived& each : arrivals.records)
            received[test::MailCourt::id_of(each.record)] = each.record;
        cursor = arrivals.cursor;
        return {};
    }
    void file(const base::Bytes& record) {
        const auto id = test::MailCourt::id_of(record);
        records[id] = record;
        Parcel parcel;
        parcel.id = id;
        parcel.hash = seal::record_hash(record);
        parcel.size = static_cast<std::uint32_t>(record.size());
        parcels[id] = parcel;
        order.push_back(id);
    }
    Outbox outbox() const {
        Outbox outbox(kIntake);
        for (const auto& id : order)
            outbox.add(parcels.at(id));
        return outbox;
    }
};

}  // namespace

TEST_CASE("whatever the link does, everything arrives once, and nothing is forgotten before it is durable") {
    test::MailCourt court(99);
    std::vector<base::Bytes> supply;
    for (int i = 0; i < 60; ++i)
        supply.push_back(court.record(i % 20 == 7 ? 60'000 : 40));
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        CAPTURE(seed);
        base::SeededRandom random(seed);
        FakeHub hub;
        Disk disk;
        FaultyCourier courier(hub, random, static_cast<unsigned>(random.next() % 70));
        Outbox outbox = disk.outbox();
        Inbox inbox(kIntake, {});
        base::Instant now = test::kNow;
        std::size_t filed = 0;
        const auto act = [&](int turns) {
            for (int turn = 0; turn < turns; ++turn) {
                now = now + (static_cast<std::int64_t>(random.next() % 2'000'000) - 50'000);
                (void)step(outbox, courier, disk, Link::Up, now, random);
                (void)step(inbox, courier, disk, Link::Up, now, random);
            }
        };
        for (int day = 0; day < 40; ++day) {
            if (filed < supply.size() && random.next() % 2 == 0) {
                disk.file(supply[filed++]);
                outbox.add(disk.parcels.at(disk.order.back()));
            }
            act(3);
            if (random.next() % 4 == 0) hub.durable = std::max(hub.durable, random.next() % (hub.records.size() + 1));
            if (random.next() % 20 == 0) hub.restore();
            if (random.next() % 10 == 0) outbox = disk.outbox(), inbox = Inbox(kIntake, disk.cursor);  // power cut
            for (const auto& [id, parcel] : disk.parcels) {  // whatever is not durable can still be sent
                REQUIRE((parcel.delivery == Delivery::Durable || disk.records.contains(id)));
            }
        }
        courier.set_faults(0);  // the weather clears: now everything must arrive
        for (int i = 0; i < 200; ++i) {
            act(1);
            hub.durable = hub.records.size();
        }
        CHECK(outbox.counts().queued + outbox.counts().sent + outbox.counts().accepted + outbox.counts().quarantined ==
              0);
        CHECK(hub.records.size() == filed);
        CHECK(disk.received.size() >= filed);
        for (std::size_t i = 0; i < filed; ++i)
            CHECK(disk.received.at(test::MailCourt::id_of(supply[i])) == supply[i]);
    }
}

TEST_CASE("the simulation can see a loss: a hub that forgets durable records is caught") {
    test::MailCourt court(98);
    base::SeededRandom random(1);
    FakeHub hub;
    Disk disk;
    disk.file(court.record());
    FaultyCourier courier(hub, random, 0);
    hub.durable = 1000;  // it claims more than it has
    Outbox outbox = disk.outbox();
    REQUIRE(step(outbox, courier, disk, Link::Up, test::kNow, random).kind == Step::Kind::Worked);
    hub.records.clear();
    hub.places.clear();
    CHECK(disk.records.empty());
    CHECK(hub.records.size() != disk.order.size());
}

TEST_CASE("a damaged record on the machine's disk is set aside, and the others go") {
    test::MailCourt court(97);
    base::SeededRandom random(1);
    FakeHub hub;
    Disk disk;
    for (int i = 0; i < 3; ++i)
        disk.file(court.record());
    disk.records[disk.order[1]][0] ^= 1;
    FaultyCourier courier(hub, random, 0);
    hub.durable = 1000;
    Outbox outbox = disk.outbox();
    const Step done = step(outbox, courier, disk, Link::Up, test::kNow, random);
    CHECK(done.kind == Step::Kind::Worked);
    CHECK(hub.records.size() == 2);
    CHECK(disk.parcels.at(disk.order[1]).delivery == Delivery::Quarantined);
    CHECK(step(outbox, courier, disk, Link::Up, test::kNow, random).kind == Step::Kind::Idle);
}

TEST_CASE("two sync at once: what another process has delivered meanwhile is not damaged and nothing is set aside") {
    test::MailCourt court(96);
    for (const std::size_t bytes : {40u, 90'000u}) {  // in batches, and in parts
        base::SeededRandom random(1);
        FakeHub hub;
        Disk disk;
        for (int i = 0; i < 20; ++i)
            disk.file(court.record(bytes));
        hub.durable = 1000;
        FaultyCourier courier(hub, random, 0);
        Outbox first = disk.outbox();
        Outbox second = disk.outbox();
        REQUIRE(step(second, courier, disk, Link::Up, test::kNow, random).kind == Step::Kind::Worked);
        for (int i = 0; i < 500; ++i) {
            // One store under both: each works on with a picture that the other has made old.
            const Step one = step(first, courier, disk, Link::Up, test::kNow, random);
            const Step other = step(second, courier, disk, Link::Up, test::kNow, random);
            REQUIRE(one.kind != Step::Kind::Failed);
            REQUIRE(other.kind != Step::Kind::Failed);
        }
        CHECK(hub.records.size() == 20);
        CHECK(disk.records.empty());
        for (const auto& [id, parcel] : disk.parcels)
            CHECK(parcel.delivery == Delivery::Durable);
        for (const Outbox* each : {&first, &second})
            CHECK(each->counts().queued + each->counts().sent + each->counts().quarantined == 0);
    }
}

TEST_CASE(
    "control: a record that the store cannot read is set aside, and an error of the store itself stops the step") {
    test::MailCourt court(95);
    base::SeededRandom random(1);
    FakeHub hub;
    FaultyCourier courier(hub, random, 0);
    Disk disk;
    disk.file(court.record());
    disk.failing = "store.busy";
    Outbox outbox = disk.outbox();
    const Step busy = step(outbox, courier, disk, Link::Up, test::kNow, random);
    REQUIRE(busy.kind == Step::Kind::Failed);
    CHECK(busy.error->code == "store.busy");
    CHECK(disk.parcels.at(disk.order[0]).delivery == Delivery::Queued);
    disk.failing = "store.damaged";
    outbox = disk.outbox();
    CHECK(step(outbox, courier, disk, Link::Up, test::kNow, random).kind == Step::Kind::Worked);
    CHECK(disk.parcels.at(disk.order[0]).delivery == Delivery::Quarantined);
}

TEST_CASE("a record whose id another one has at the hub is kept and set aside, also when the answer to it was lost") {
    test::MailCourt court(94);
    for (const std::size_t bytes : {40u, 90'000u}) {
        base::SeededRandom random(1);
        FakeHub hub;
        hub.durable = 1000;
        FaultyCourier courier(hub, random, 0);
        const base::Bytes first = court.record(bytes);
        base::Bytes second = court.record(bytes);
        std::copy_n(first.begin(), seal::kHeaderSize, second.begin());
        hub.append(first);
        Disk disk;
        disk.file(second);
        disk.file(court.record());
        Outbox outbox = disk.outbox();
        (void)outbox.next(test::kNow, Link::Up);
        REQUIRE(disk.keep(outbox.failed(test::kNow, mail_error("link.lost"), 0, random)).has_value());
        outbox = disk.outbox();  // now the fate of what was put is unknown, and asked about
        for (int i = 0; i < 20; ++i)
            (void)step(outbox, courier, disk, Link::Up, test::kNow, random);
        CHECK(disk.parcels.at(disk.order[0]).delivery == Delivery::Quarantined);
        CHECK(disk.parcels.at(disk.order[0]).verdict == Verdict::Conflict);
        CHECK(disk.records.at(disk.order[0]) == second);
        CHECK(disk.parcels.at(disk.order[1]).delivery == Delivery::Durable);
        CHECK(hub.records.size() == 2);
    }
}
