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
        return {Verdict::Accepted, at->second};
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
    Result<PutAnswer> ask(const MailboxName&, std::span<const base::RecordId> ids) override {
        if (fault()) return tl::unexpected(mail_error("link.truncated"));
        PutAnswer answer = blank();
        for (const auto& id : ids) {
            const auto found = hub_.places.find(id);
            answer.outcomes.push_back(found == hub_.places.end() ? Outcome{Verdict::Unknown, 0}
                                                                 : Outcome{Verdict::Accepted, found->second});
        }
        return answer;
    }
    Result<PartReply> part(const PartRequest& part) override {
        if (fault()) return tl::unexpected(mail_error("link.lost"));
        if (const auto found = hub_.places.find(part.id); found != hub_.places.end()) {
            PutAnswer answer = blank();
            answer.outcomes = {{Verdict::Accepted, found->second}};
            return answer;
        }
        base::Bytes& held = parts_[part.id];
        if (part.offset == held.size()) held.insert(held.end(), part.bytes.begin(), part.bytes.end());
        if (held.size() < part.total || part.bytes.empty()) {
            if (fault()) return tl::unexpected(mail_error("link.truncated"));
            return PartAnswer{held.size()};
        }
        PutAnswer answer = blank();
        answer.outcomes = {hub_.append(held)};
        parts_.erase(part.id);
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

    Result<base::Bytes> record(const base::RecordId& id) override {
        const auto found = records.find(id);
        if (found == records.end()) return base::fail("store.missing", "gone");
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
