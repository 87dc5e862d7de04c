#include <doctest/doctest.h>

#include "sync/mail/errors.hpp"
#include "sync/mail/outbox.hpp"

using namespace courtyard;
using namespace courtyard::mail;

namespace {

constexpr base::Instant kNow{1'763'800'000'000};
const MailboxName kIntake{"330199", Box::Intake};

base::RecordId id(int n) {
    base::RecordId id;
    id.bytes[0] = static_cast<std::uint8_t>(n);
    id.bytes[1] = static_cast<std::uint8_t>(n >> 8);
    return id;
}
Parcel parcel(int n, std::uint32_t size = 512) {
    Parcel parcel;
    parcel.id = id(n);
    parcel.size = size;
    return parcel;
}
Outbox filled(int count, std::uint32_t size = 512, OutboxLimits limits = {}) {
    Outbox outbox(kIntake, limits);
    for (int n = 1; n <= count; ++n)
        outbox.add(parcel(n, size));
    return outbox;
}
PutAnswer accepted(std::size_t count, std::uint64_t first, std::uint64_t durable, std::uint64_t generation = 7) {
    PutAnswer answer;
    answer.generation = generation;
    answer.hub_time = kNow;
    answer.durable_up_to = durable;
    for (std::size_t i = 0; i < count; ++i)
        answer.outcomes.push_back({Verdict::Accepted, first + i});
    return answer;
}
template <class Act>
Act expect(const SendAct& act) {
    REQUIRE(std::holds_alternative<Act>(act));
    return std::get<Act>(act);
}

}  // namespace

TEST_CASE("queued records go in one batch, in order of filing, and become durable") {
    Outbox outbox = filled(5);
    const auto put = expect<SendPut>(outbox.next(kNow, Link::Up));
    REQUIRE(put.ids.size() == 5);
    for (int n = 1; n <= 5; ++n)
        CHECK(put.ids[static_cast<std::size_t>(n - 1)] == id(n));
    const auto changed = outbox.answered(kNow, accepted(5, 11, 15));
    REQUIRE(changed.has_value());
    REQUIRE(changed->size() == 5);
    CHECK((*changed)[4].delivery == Delivery::Durable);
    CHECK((*changed)[4].seq == 15);
    CHECK((*changed)[4].accepted_at == kNow);
    CHECK(outbox.counts() == OutboxCounts{0, 0, 0, 5, 0});
    expect<Idle>(outbox.next(kNow, Link::Up));
}

TEST_CASE("without a link nothing is tried, and nothing is waited for") {
    Outbox outbox = filled(3);
    expect<Idle>(outbox.next(kNow, Link::Down));
    expect<SendPut>(outbox.next(kNow, Link::Up));
}

TEST_CASE("the same record added twice is one") {
    Outbox outbox = filled(1);
    outbox.add(parcel(1));
    CHECK(outbox.counts().queued == 1);
    CHECK(expect<SendPut>(outbox.next(kNow, Link::Up)).ids.size() == 1);
}

TEST_CASE("a batch of unknown fate is asked about before it is sent again") {
    base::SeededRandom random(1);
    Outbox outbox = filled(3);
    expect<SendPut>(outbox.next(kNow, Link::Up));
    const auto sent = outbox.failed(kNow, mail_error("link.lost"), 0, random);
    CHECK(sent.size() == 3);
    CHECK(outbox.counts().sent == 3);
    outbox.hurry();
    const auto ask = expect<SendAsk>(outbox.next(kNow, Link::Up));
    REQUIRE(ask.ids.size() == 3);
    PutAnswer answer = accepted(3, 1, 3);
    answer.outcomes[1] = {Verdict::Unknown, 0};
    REQUIRE(outbox.answered(kNow, answer).has_value());
    CHECK(outbox.counts() == OutboxCounts{1, 0, 0, 2, 0});
    CHECK(expect<SendPut>(outbox.next(kNow, Link::Up)).ids == std::vector{id(2)});
}

TEST_CASE("what certainly did not arrive stays queued, first in line") {
    base::SeededRandom random(1);
    for (const char* code :
         {"link.certificate", "link.portal", "link.name", "link.down", "hub.busy", "hub.revoked", "hub.full"}) {
        CAPTURE(code);
        Outbox outbox = filled(2);
        expect<SendPut>(outbox.next(kNow, Link::Up));
        outbox.add(parcel(3));
        CHECK(outbox.failed(kNow, mail_error(code), 0, random).empty());
        CHECK(outbox.counts().queued == 3);
        outbox.hurry();
        CHECK(expect<SendPut>(outbox.next(kNow, Link::Up)).ids == std::vector{id(1), id(2), id(3)});
    }
    for (const char* code :
         {"link.lost", "link.truncated", "link.forged", "link.answer", "mail.answer", "hub.store", "something.new"}) {
        CAPTURE(code);
        Outbox outbox = filled(2);
        expect<SendPut>(outbox.next(kNow, Link::Up));
        CHECK(outbox.failed(kNow, mail_error(code), 0, random).size() == 2);
    }
}

TEST_CASE("after a failure it waits, and says until when") {
    base::SeededRandom random(1);
    Outbox outbox = filled(1);
    expect<SendPut>(outbox.next(kNow, Link::Up));
    (void)outbox.failed(kNow, mail_error("hub.busy"), 30'000, random);
    const auto wait = expect<WaitUntil>(outbox.next(kNow, Link::Up));
    CHECK(wait.until - kNow >= 30'000);
    expect<WaitUntil>(outbox.next(kNow + 29'999, Link::Up));
    expect<SendPut>(outbox.next(wait.until, Link::Up));
}

TEST_CASE("one bad record is set aside and the rest goes on") {
    Outbox outbox = filled(3);
    expect<SendPut>(outbox.next(kNow, Link::Up));
    PutAnswer answer = accepted(3, 1, 9);
    answer.outcomes[0] = {Verdict::Malformed, 0};
    answer.outcomes[1] = {Verdict::Conflict, 0};
    REQUIRE(outbox.answered(kNow, answer).has_value());
    CHECK(outbox.counts() == OutboxCounts{0, 0, 0, 1, 2});
    CHECK(outbox.find(id(1))->verdict == Verdict::Malformed);
    CHECK(outbox.find(id(2))->verdict == Verdict::Conflict);
    expect<Idle>(outbox.next(kNow, Link::Up));
    CHECK(outbox.retry_quarantined().size() == 2);
    CHECK(expect<SendPut>(outbox.next(kNow, Link::Up)).ids.size() == 2);
}

TEST_CASE("a record that the store cannot give back is set aside in the middle of a batch") {
    Outbox outbox = filled(3);
    expect<SendPut>(outbox.next(kNow, Link::Up));
    CHECK(outbox.set_aside(id(2)).size() == 1);
    REQUIRE(outbox.answered(kNow, accepted(2, 1, 2)).has_value());
    CHECK(outbox.counts() == OutboxCounts{0, 0, 0, 2, 1});

    Outbox lonely = filled(1);
    expect<SendPut>(lonely.next(kNow, Link::Up));
    CHECK(lonely.set_aside(id(1)).size() == 1);
    expect<Idle>(lonely.next(kNow, Link::Up));
}

TEST_CASE("an answer that does not fit changes nothing") {
    Outbox outbox = filled(2);
    CHECK(outbox.answered(kNow, accepted(2, 1, 2)).error().code == "mail.answer");  // nothing was asked
    expect<SendPut>(outbox.next(kNow, Link::Up));
    CHECK(outbox.answered(kNow, accepted(1, 1, 2)).error().code == "mail.answer");
    PutAnswer unknown = accepted(2, 1, 2);
    unknown.outcomes[0] = {Verdict::Unknown, 0};
    CHECK(outbox.answered(kNow, unknown).error().code == "mail.answer");
    CHECK(outbox.counts().queued == 2);
    CHECK(outbox.answered(kNow, accepted(2, 1, 2)).has_value());
}

TEST_CASE("accepted is not durable: it is asked about now and then") {
    Outbox outbox = filled(2);
    expect<SendPut>(outbox.next(kNow, Link::Up));
    REQUIRE(outbox.answered(kNow, accepted(2, 4, 0)).has_value());
    CHECK(outbox.counts().accepted == 2);
    CHECK(expect<SendAsk>(outbox.next(kNow, Link::Up)).ids.size() == 2);
    REQUIRE(outbox.answered(kNow, accepted(2, 4, 4)).has_value());
    CHECK(outbox.counts() == OutboxCounts{0, 0, 1, 1, 0});
    const auto wait = expect<WaitUntil>(outbox.next(kNow, Link::Up));
    CHECK(wait.until > kNow);
    CHECK(expect<SendAsk>(outbox.next(wait.until, Link::Up)).ids == std::vector{id(2)});
    REQUIRE(outbox.answered(wait.until, accepted(1, 5, 5)).has_value());
    expect<Idle>(outbox.next(wait.until, Link::Up));
    CHECK(outbox.counts().durable == 2);
}

TEST_CASE("any answer of the same store tells how far the mailbox is durable by now") {
    Outbox outbox = filled(2);
    expect<SendPut>(outbox.next(kNow, Link::Up));
    REQUIRE(outbox.answered(kNow, accepted(2, 1, 0)).has_value());
    outbox.add(parcel(3));
    expect<SendPut>(outbox.next(kNow, Link::Up));
    REQUIRE(outbox.answered(kNow, accepted(1, 3, 2)).has_value());
    CHECK(outbox.counts() == OutboxCounts{0, 0, 1, 2, 0});
}

TEST_CASE("numbers of another store prove nothing: a restored hub is asked, and what it lost is sent again") {
    Outbox outbox = filled(2);
    expect<SendPut>(outbox.next(kNow, Link::Up));
    REQUIRE(outbox.answered(kNow, accepted(2, 1, 0, 7)).has_value());
    outbox.add(parcel(3));
    expect<SendPut>(outbox.next(kNow, Link::Up));
    REQUIRE(outbox.answered(kNow, accepted(1, 1, 9, 8)).has_value());  // generation 8: numbers 1 and 2 are others now
    CHECK(outbox.counts() == OutboxCounts{0, 0, 2, 1, 0});
    expect<SendAsk>(outbox.next(kNow, Link::Up));
    PutAnswer answer = accepted(2, 5, 9, 8);
    answer.outcomes[1] = {Verdict::Unknown, 0};
    const auto changed = outbox.answered(kNow, answer);
    REQUIRE(changed.has_value());
    CHECK(outbox.counts() == OutboxCounts{1, 0, 0, 2, 0});
    CHECK(expect<SendPut>(outbox.next(kNow, Link::Up)).ids == std::vector{id(2)});
}

TEST_CASE("another carrier may be faster, at any time") {
    Outbox outbox = filled(3);
    expect<SendPut>(outbox.next(kNow, Link::Up));
    CHECK(outbox.learned({id(2), id(99)}, accepted(2, 1, 2)).size() == 1);
    REQUIRE(outbox.answered(kNow, accepted(3, 1, 3)).has_value());
    CHECK(outbox.counts().durable == 3);
    outbox.add(parcel(4));
    CHECK(outbox.learned({id(4)}, accepted(1, 4, 0)).size() == 1);
    CHECK(outbox.find(id(4))->delivery == Delivery::Accepted);
    CHECK(outbox.learned({id(4)}, accepted(1, 4, 4)).size() == 1);
    expect<Idle>(outbox.next(kNow, Link::Up));
}

TEST_CASE("batches grow while answers are quick and shrink when they are slow or fail") {
    base::SeededRandom random(1);
    Outbox outbox = filled(5000);
    const OutboxLimits limits;
    std::uint64_t seq = 1;
    base::Instant now = kNow;
    const auto round = [&](std::int64_t took) {
        const auto put = expect<SendPut>(outbox.next(now, Link::Up));
        std::size_t bytes = put.ids.size() * 512;
        CHECK(bytes <= limits.batch_bytes_max);
        now = now + took;
        REQUIRE(outbox.answered(now, accepted(put.ids.size(), seq, ~0ull >> 30)).has_value());
        seq += put.ids.size();
        return put.ids.size();
    };
    const std::size_t first = round(10);
    CHECK(round(10) == 2 * first);
    CHECK(round(3000) == 4 * first);
    CHECK(round(9000) == 4 * first);
    CHECK(round(3000) == 2 * first);
    for (int i = 0; i < 10; ++i) {
        expect<SendPut>(outbox.next(now, Link::Up));
        (void)outbox.failed(now, mail_error("link.down"), 0, random);
        outbox.hurry();
    }
    CHECK(outbox.batch_bytes() == limits.batch_bytes_min);
    CHECK(round(10) == limits.batch_bytes_min / 512);
}

TEST_CASE("a large record goes in parts, from where the hub stopped") {
    base::SeededRandom random(1);
    Outbox outbox(kIntake);
    outbox.add(parcel(1, 262'144));
    outbox.add(parcel(2, 512));
    auto part = expect<SendPart>(outbox.next(kNow, Link::Up));
    CHECK(part.size == 0);  // first: how much is there?
    outbox.part_held(kNow, {0});
    part = expect<SendPart>(outbox.next(kNow, Link::Up));
    CHECK(part.offset == 0);
    CHECK(part.size > 0);
    const std::uint64_t held = part.size;
    outbox.part_held(kNow, {held});
    part = expect<SendPart>(outbox.next(kNow, Link::Up));
    CHECK(part.offset == held);
    CHECK(outbox.failed(kNow, mail_error("link.lost"), 0, random).empty());  // still queued: it is not whole there
    outbox.hurry();
    part = expect<SendPart>(outbox.next(kNow, Link::Up));
    CHECK(part.size == 0);
    outbox.part_held(kNow, {200'000});
    for (int i = 0; i < 40; ++i) {
        part = expect<SendPart>(outbox.next(kNow, Link::Up));
        CHECK(part.offset + part.size <= part.total);
        if (part.offset + part.size == part.total) break;
        outbox.part_held(kNow, {part.offset + part.size});
    }
    REQUIRE(outbox.answered(kNow, accepted(1, 1, 1)).has_value());
    CHECK(expect<SendPut>(outbox.next(kNow, Link::Up)).ids == std::vector{id(2)});
    // A hub that has it already says so at the first question.
    Outbox again(kIntake);
    again.add(parcel(1, 262'144));
    expect<SendPart>(again.next(kNow, Link::Up));
    REQUIRE(again.answered(kNow, accepted(1, 1, 1)).has_value());
    CHECK(again.counts().durable == 1);
}

TEST_CASE("a clock that jumps neither stops nor hurries the mail for long") {
    base::SeededRandom random(9);
    Outbox outbox = filled(1);
    expect<SendPut>(outbox.next(kNow, Link::Up));
    (void)outbox.failed(kNow, mail_error("link.down"), 60'000, random);
    expect<SendPut>(outbox.next(kNow + -10LL * 365 * 86'400'000, Link::Up));
    REQUIRE(outbox.answered(kNow, accepted(1, 1, 0)).has_value());
    expect<SendAsk>(outbox.next(kNow, Link::Up));
    REQUIRE(outbox.answered(kNow, accepted(1, 1, 0)).has_value());
    expect<WaitUntil>(outbox.next(kNow, Link::Up));
    expect<SendAsk>(outbox.next(kNow + -10LL * 365 * 86'400'000, Link::Up));
}

TEST_CASE("what another process has delivered is forgotten, and the act goes on with the rest") {
    Outbox outbox = filled(3);
    expect<SendPut>(outbox.next(kNow, Link::Up));
    outbox.forget(id(2));
    outbox.forget(id(99));
    CHECK(outbox.counts() == OutboxCounts{2, 0, 0, 0, 0});
    REQUIRE(outbox.answered(kNow, accepted(2, 1, 2)).has_value());
    CHECK(outbox.counts() == OutboxCounts{0, 0, 0, 2, 0});
    outbox.add(parcel(4));
    expect<SendPut>(outbox.next(kNow, Link::Up));
    outbox.forget(id(4));  // the last one: the act is over
    expect<Idle>(outbox.next(kNow, Link::Up));
    CHECK(outbox.counts().quarantined == 0);
}
