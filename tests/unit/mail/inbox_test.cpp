#include <doctest/doctest.h>

#include "sync/mail/inbox.hpp"

using namespace courtyard;
using namespace courtyard::mail;

namespace {

constexpr base::Instant kNow{1'763'800'000'000};
const MailboxName kPublic{"330199", Box::Public};
const base::Bytes kRecord(512, 5);

Page page(std::uint64_t after, std::size_t count, std::uint64_t head, std::uint64_t generation = 7) {
    Page page;
    page.generation = generation;
    page.head = head;
    page.after = after;
    for (std::size_t i = 0; i < count; ++i)
        page.records.push_back({kNow, kRecord});
    return page;
}
GetRequest asked(Inbox& inbox, base::Instant now = kNow) {
    const FetchAct act = inbox.next(now, Link::Up);
    REQUIRE(std::holds_alternative<Fetch>(act));
    return std::get<Fetch>(act).request;
}

}  // namespace

TEST_CASE("pages follow one another until the mailbox is empty; then it waits for the next round") {
    Inbox inbox(kPublic, {});
    CHECK(asked(inbox).after == 0);
    auto arrivals = inbox.arrived(kNow, page(0, 3, 5));
    REQUIRE(arrivals.has_value());
    CHECK(arrivals->records.size() == 3);
    CHECK(arrivals->records[2].seq == 3);
    CHECK(arrivals->more);
    CHECK(arrivals->cursor == Cursor{7, 3});
    CHECK(asked(inbox).after == 3);
    arrivals = inbox.arrived(kNow, page(3, 2, 5));
    REQUIRE(arrivals.has_value());
    CHECK_FALSE(arrivals->more);
    const FetchAct act = inbox.next(kNow, Link::Up);
    REQUIRE(std::holds_alternative<WaitUntil>(act));
    CHECK(asked(inbox, std::get<WaitUntil>(act).until).after == 5);
    REQUIRE(inbox.arrived(kNow, page(5, 0, 5)).has_value());
    CHECK(std::holds_alternative<WaitUntil>(inbox.next(kNow, Link::Up)));
    inbox.hurry();
    CHECK(asked(inbox).after == 5);
}

TEST_CASE("with a long poll it asks again at once, and lets the hub wait") {
    InboxLimits limits;
    limits.wait_ms = 50'000;
    Inbox inbox(kPublic, {7, 2}, limits);
    CHECK(asked(inbox).wait_ms == 50'000);
    REQUIRE(inbox.arrived(kNow, page(2, 0, 2)).has_value());
    CHECK(asked(inbox).wait_ms == 50'000);
}

TEST_CASE("an answer to another question changes nothing") {
    Inbox inbox(kPublic, {7, 4});
    CHECK(inbox.arrived(kNow, page(4, 1, 5)).error().code == "mail.answer");  // not asked
    asked(inbox);
    CHECK(inbox.arrived(kNow, page(3, 1, 5)).error().code == "mail.answer");
    CHECK(inbox.arrived(kNow, page(4, 0, 5)).error().code == "mail.answer");  // claims more and brings none
    CHECK(inbox.cursor() == Cursor{7, 4});
    CHECK(inbox.arrived(kNow, page(4, 1, 5)).has_value());
}

TEST_CASE("another store, or one that went back, is read from the beginning") {
    for (const Page& other : {page(4, 0, 9, 8), page(4, 0, 2, 7)}) {
        Inbox inbox(kPublic, {7, 4});
        asked(inbox);
        const auto arrivals = inbox.arrived(kNow, other);
        REQUIRE(arrivals.has_value());
        CHECK(arrivals->restarted);
        CHECK(arrivals->more);
        CHECK(arrivals->records.empty());
        CHECK(arrivals->cursor == Cursor{other.generation, 0});
        CHECK(asked(inbox).after == 0);
    }
}

TEST_CASE("a large record comes in pieces that are asked for by offset") {
    base::SeededRandom random(1);
    base::Bytes large(1000);
    random.fill(large);
    const auto piece = [&](std::size_t offset, std::size_t size) {
        Page answer = page(2, 0, 3);
        answer.piece.push_back({kNow, large.size(), offset, base::ByteView(large).subspan(offset, size)});
        return answer;
    };
    Inbox inbox(kPublic, {7, 2});
    CHECK(asked(inbox).offset == 0);
    REQUIRE(inbox.arrived(kNow, piece(0, 400)).has_value());
    CHECK(asked(inbox).offset == 400);
    inbox.failed(kNow, 0, random);
    inbox.hurry();
    CHECK(asked(inbox).offset == 400);  // a failure forgets nothing
    CHECK(inbox.arrived(kNow, piece(300, 400)).error().code == "mail.answer");
    CHECK(asked(inbox).offset == 0);  // pieces that do not join: afresh
    REQUIRE(inbox.arrived(kNow, piece(0, 999)).has_value());
    CHECK(asked(inbox).offset == 999);
    const auto arrivals = inbox.arrived(kNow, piece(999, 1));
    REQUIRE(arrivals.has_value());
    REQUIRE(arrivals->records.size() == 1);
    CHECK(arrivals->records[0].record == large);
    CHECK(arrivals->cursor == Cursor{7, 3});
}

TEST_CASE("after a failure it waits; without a link it does not even try") {
    base::SeededRandom random(1);
    Inbox inbox(kPublic, {});
    CHECK(std::holds_alternative<Idle>(inbox.next(kNow, Link::Down)));
    const std::uint64_t limit = asked(inbox).limit;
    inbox.failed(kNow, 60'000, random);
    REQUIRE(std::holds_alternative<WaitUntil>(inbox.next(kNow, Link::Up)));
    CHECK(asked(inbox, kNow + 10'000'000).limit == limit / 2);
}
