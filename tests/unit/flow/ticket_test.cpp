// Unfinished work leaves in the person's hand and comes back: nothing of it stays, nothing of it is lost.
#include <doctest/doctest.h>

#include "app/flow/draft.hpp"
#include "tests/unit/flow/kiosk_walker.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::Walker;

namespace {

template <class E>
std::vector<E> only(std::vector<Effect> effects) {
    std::vector<E> found;
    for (Effect& effect : effects)
        if (auto* one = std::get_if<E>(&effect)) found.push_back(std::move(*one));
    return found;
}

constexpr const char* kCode = "7K3M-9QXT-2HDA-6XW0-VK4R-P8YC-37GT-N5EH";
constexpr const char* kQr = "CYT17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH";

void to_offer(Walker& walker) {
    walker.open_form(domain::ApplicantKind::Self);
    walker.play(PressedBack{});
    REQUIRE(walker.page() == Page::Consent);
}

// From the attract page to the first question, with a ticket in hand.
void open_with_ticket(Walker& walker) {
    walker.play(PressedNext{});
    walker.play(OpenedScreening{});
    walker.play(OpenedApplication{});
    walker.play(ChoseKind{domain::ApplicantKind::Self});
    walker.play(ReadNotice{});
    walker.play(ToggledConsent{"F3.1"});
    walker.play(ToggledConsent{"F3.3"});
    walker.play(PressedNext{});
    REQUIRE(walker.page() == Page::TicketOffer);
    walker.play(AskedForTicket{});
    const auto asked = only<IssueTicket>(walker.take_effects());
    REQUIRE(asked.size() == 1);
    walker.play(TicketIssued{asked.front().ticket, kCode, kQr});
    REQUIRE(walker.page() == Page::Ticket);
    walker.play(TookTicket{});
    REQUIRE(walker.page() == Page::Ask);
}

}  // namespace

TEST_CASE("with a ticket in hand every answer is kept as it is given; without one nothing is") {
    Walker with;
    open_with_ticket(with);
    (void)with.take_effects();
    for (int i = 0; i < 5; ++i) {
        const std::string field = with.session().draft.asking.field;
        while (with.session().draft.asking.field == field)  // a warning is shown first
            REQUIRE(with.answer_one());
        const auto kept = only<KeepDraft>(with.take_effects());
        REQUIRE_FALSE(kept.empty());
        CHECK(kept.back().draft.application == with.session().draft.application);
        CHECK(kept.back().draft.at == with.session().draft.asking.field);
    }
    Walker without;
    without.open_form(domain::ApplicantKind::Self);
    for (int i = 0; i < 5; ++i)
        REQUIRE(without.answer_one());
    CHECK(only<KeepDraft>(without.take_effects()).empty());
}

TEST_CASE("the ticket is offered once, and its page leads back to the consents") {
    Walker walker;
    to_offer(walker);
    walker.play(PressedNext{});
    CHECK(walker.page() == Page::Ask);  // it was declined before, and the form is begun
}

TEST_CASE("leaving with a ticket takes along what stands in the field, too, and wipes the rest") {
    Walker walker;
    walker.open_form(domain::ApplicantKind::Self);
    walker.play(Typed{"\xE5\xBA\x94\xE5\xAE\x89"});
    walker.play(PressedHome{});
    REQUIRE(walker.page() == Page::Leave);
    walker.play(PressedTakeAway{});
    REQUIRE(walker.page() == Page::Ticket);
    const auto asked = only<PackTicket>(walker.take_effects());
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().draft.application.text("F1.01") == "\xE5\xBA\x94\xE5\xAE\x89");
    walker.play(TookTicket{});
    CHECK(walker.page() == Page::Ticket);  // there is nothing to take yet
    walker.play(TicketPacked{asked.front().ticket + 1, kCode, kQr, {"CYD1A"}});
    CHECK(walker.session().ticket.symbols.empty());  // of another session
    walker.play(TicketPacked{asked.front().ticket, kCode, kQr, {"CYD1A", "CYD1B"}});
    walker.play(ShowedTicketSymbol{9});
    CHECK(walker.session().ticket.shown_symbol == 2);
    walker.play(TookTicket{});
    CHECK(walker.page() == Page::Farewell);
    CHECK(walker.session().ticket.code.empty());
    CHECK(only<EndSession>(walker.take_effects()).size() == 1);
}

TEST_CASE("a ticket that cannot be made is said where the person stands, and nothing is lost") {
    Walker walker;
    walker.open_form(domain::ApplicantKind::Self);
    REQUIRE(walker.answer_one());
    walker.play(PressedHome{});
    walker.play(PressedTakeAway{});
    walker.play(TicketFailed{walker.session().ticket.ticket, "ticket.too_large"});
    CHECK(walker.page() == Page::Leave);
    CHECK(walker.session().ticket.error == "ticket.too_large");
    walker.play(PressedBack{});
    CHECK(walker.page() == Page::Ask);
    CHECK_FALSE(walker.session().draft.application.answers.empty());
}

TEST_CASE("a ticket goes on at the question where it stopped, with the same answers") {
    Walker before;
    open_with_ticket(before);
    for (int i = 0; i < 6; ++i)
        REQUIRE(before.answer_one());
    const auto kept = only<KeepDraft>(before.take_effects());
    Walker walker;
    walker.play(PressedNext{});
    walker.play(OpenedResume{});
    REQUIRE(walker.page() == Page::Resume);
    walker.play(PressedResume{});
    CHECK(walker.session().ticket.error == "receipt.empty");
    walker.play(Typed{"7K3M"});
    walker.play(PressedResume{});
    const auto asked = only<OpenTicket>(walker.take_effects());
    REQUIRE(asked.size() == 1);
    walker.play(DraftOpened{asked.front().ticket + 5, kept.back().draft, kCode, kQr});
    CHECK(walker.page() == Page::Resume);  // an answer to somebody else
    walker.play(DraftOpened{asked.front().ticket, kept.back().draft, kCode, kQr});
    REQUIRE(walker.page() == Page::Ask);
    CHECK(walker.session().draft.asking.field == before.session().draft.asking.field);
    CHECK(walker.session().draft.application == before.session().draft.application);
    CHECK(walker.session().edit.text == before.session().edit.text);
    CHECK_FALSE(walker.session().draft.confirmed_alone);
    // The same ticket goes on: the next answer is kept under it.
    (void)walker.take_effects();
    REQUIRE(walker.answer_one());
    CHECK_FALSE(only<KeepDraft>(walker.take_effects()).empty());
    walker.walk_form();
    walker.play(PressedSubmit{});
    CHECK(walker.page() == Page::Sealing);
}

TEST_CASE("a ticket of another machine says that its large symbols are needed") {
    Walker walker;
    walker.play(PressedNext{});
    walker.play(OpenedResume{});
    walker.play(Typed{"7K3M"});
    walker.play(PressedResume{});
    walker.play(DraftNotHere{walker.session().ticket.ticket});
    CHECK(walker.page() == Page::Resume);
    CHECK(walker.session().ticket.error == "ticket.not_here");
    walker.play(PressedHome{});
    CHECK(walker.page() == Page::Home);
    CHECK(walker.session().edit.text.empty());
}

TEST_CASE("a kiosk that reads no symbols lets nobody take away what could not be opened again") {
    Walker walker;
    walker.reads_no_symbols();
    walker.open_form(domain::ApplicantKind::Self);
    REQUIRE(walker.answer_one());
    walker.play(PressedHome{});
    REQUIRE(walker.page() == Page::Leave);
    (void)walker.take_effects();
    walker.play(PressedTakeAway{});
    CHECK(walker.page() == Page::Leave);
    CHECK(walker.take_effects().empty());
    CHECK_FALSE(walker.session().draft.application.answers.empty());
    // The same code of another machine: no talk of scanning.
    Walker other;
    other.reads_no_symbols();
    other.play(PressedNext{});
    other.play(OpenedResume{});
    other.play(Typed{"7K3M"});
    other.play(PressedResume{});
    other.play(DraftNotHere{other.session().ticket.ticket});
    CHECK(other.session().ticket.error == "ticket.elsewhere");
}
