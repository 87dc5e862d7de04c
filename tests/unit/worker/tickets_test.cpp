// Unfinished work survives a power cut for whoever holds the ticket, goes to any machine of the court, and to nobody
// else.
#include <doctest/doctest.h>

#include "app/pack/application_json.hpp"
#include "app/worker/draft_json.hpp"
#include "app/worker/tickets.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;

namespace {

using test::small_court::kNow;

flow::Draft half_done(const worker::Machine& machine) {
    flow::Draft draft;
    draft.application = *pack::parse_application(machine.pack().form, machine.pack().example_json);
    draft.kind = domain::ApplicantKind::Helper;
    draft.typed_by_helper = {"F1.01", "F1.04"};
    draft.seen = {"F1.01"};
    draft.at = "F1.10";
    draft.screened = true;
    draft.screening.g7 = domain::Reply::No;
    draft.screening.e.set(4);
    return draft;
}

void check_same(const flow::Draft& a, const flow::Draft& b) {
    CHECK(a.kind == b.kind);
    CHECK(a.application == b.application);
    CHECK(a.typed_by_helper == b.typed_by_helper);
    CHECK(a.seen == b.seen);
    CHECK(a.at == b.at);
    CHECK(a.screened == b.screened);
    CHECK(a.screening == b.screening);
}

std::string text_of(const seal::SecretBytes& secret) { return std::string(base::as_text(secret.view())); }

int rows(worker::Machine& machine) { return store::Drafts::kPlaces - *machine.store().drafts.unused_places(); }

}  // namespace

TEST_CASE("after a power cut the ticket opens what was answered, and no other ticket does") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    const flow::Draft draft = half_done(*kiosk);
    std::string code, other;
    {
        worker::Tickets session;
        code = text_of(session.issue(court.random).code());
        REQUIRE(session.keep(*kiosk, draft, kNow, court.random));
        other = text_of(seal::TicketSecret::make(court.random).code());
    }  // no farewell: the secret was in memory only
    kiosk.reset();
    kiosk = court.open("kiosk");
    worker::Tickets later;
    const auto nothing = later.open(*kiosk, other, {});
    REQUIRE(nothing);
    CHECK_FALSE(nothing->has_value());
    const auto opened = later.open(*kiosk, code, {});
    REQUIRE(opened);
    REQUIRE(opened->has_value());
    check_same(**opened, draft);
    // It goes on under the same ticket, and is written over when the session ends.
    REQUIRE(later.keep(*kiosk, draft, kNow, court.random));
    REQUIRE(later.forget(*kiosk, kNow, court.random));
    worker::Tickets again;
    CHECK_FALSE(again.open(*kiosk, code, {})->has_value());
}

TEST_CASE("a ticket that was taken along opens at another kiosk and on a laptop, and leaves nothing behind") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    auto elsewhere = court.kiosk("kiosk2");
    auto laptop = court.laptop("judge", mail::Role::Judge);
    const flow::Draft draft = half_done(*kiosk);
    worker::Tickets session;
    const auto symbols = session.pack(*kiosk, draft, kNow, court.random);
    REQUIRE_MESSAGE(symbols.has_value(), symbols.error().message);
    const std::string code = text_of(session.held()->code());
    REQUIRE(session.forget(*kiosk, kNow, court.random));
    CHECK(rows(*kiosk) == 0);
    // The machines of a court learn of each other from the roster that they were given when they were enrolled.
    for (worker::Machine* machine : {laptop.get()}) {
        worker::Tickets there;
        const auto opened = there.open(*machine, code, *symbols);
        REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
        check_same(**opened, draft);
    }
    worker::Tickets there;
    const std::string other = text_of(seal::TicketSecret::make(court.random).code());
    CHECK(there.open(*laptop, other, *symbols).error().code == "ticket.other");
    const std::vector<std::string> part{symbols->front()};
    if (symbols->size() > 1) CHECK(there.open(*laptop, code, part).error().code == "symbols.missing");
}

TEST_CASE("a ticket that no machine of the court wrote is not opened") {
    test::SmallCourt court(1), foreign(2);
    auto kiosk = court.kiosk();
    auto strange = foreign.kiosk();
    worker::Tickets session;
    const auto symbols = session.pack(*strange, half_done(*strange), kNow, foreign.random);
    REQUIRE(symbols);
    worker::Tickets there;
    CHECK(there.open(*kiosk, text_of(session.held()->code()), *symbols).error().code == "ticket.foreign");
}

TEST_CASE("places are always all there, and a place in use looks like one that is not") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    REQUIRE(*worker::fill_draft_places(*kiosk, kNow, court.random));
    CHECK(rows(*kiosk) == store::Drafts::kPlaces);
    CHECK_FALSE(*worker::fill_draft_places(*kiosk, kNow, court.random));
    std::vector<std::string> codes;
    for (int i = 0; i < store::Drafts::kPlaces + 2; ++i) {
        worker::Tickets session;
        codes.push_back(text_of(session.issue(court.random).code()));
        flow::Draft draft = half_done(*kiosk);
        REQUIRE(session.keep(*kiosk, draft, kNow, court.random));
        CHECK(rows(*kiosk) == store::Drafts::kPlaces);
    }
    worker::Tickets later;
    CHECK_FALSE(later.open(*kiosk, codes.front(), {})->has_value());  // the oldest gave way
    CHECK(later.open(*kiosk, codes.back(), {})->has_value());
}

TEST_CASE("what the form of today does not know is counted, the rest is kept; anything else is refused by name") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    const domain::FormDefinition& form = kiosk->pack().form;
    const auto draft = worker::parse_draft(
        form, R"({"applicant":"self","answers":{"F1.01":"abc","F9.99":"x","F1.09":"13800000001"},"seen":["F9.99"]})");
    REQUIRE(draft);
    CHECK(draft->lost == 1);
    CHECK(draft->application.text("F1.01") == "abc");
    CHECK(draft->seen.empty());
    const std::string deep(400, '[');
    for (const std::string& bad :
         {std::string("{}"), std::string("[]"), std::string(R"({"applicant":"nobody","answers":{}})"),
          R"({"applicant":"self","answers":{"F1.01":)" + deep, std::string("\xFF")})
        CHECK(worker::parse_draft(form, bad).error().code == "draft.json");
}
