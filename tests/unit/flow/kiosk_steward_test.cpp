// The steward's door, practice, and how troubles of the machine are told.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/unit/flow/kiosk_walker.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using domain::ApplicantKind;
using test::Walker;

namespace {

template <class E>
std::size_t count(const std::vector<Effect>& effects) {
    return static_cast<std::size_t>(std::count_if(
        effects.begin(), effects.end(), [](const Effect& effect) { return std::holds_alternative<E>(effect); }));
}

void type_pin(Walker& walker, std::string_view pin) {
    for (const char digit : pin)
        walker.play(TypedPin{digit});
}

std::uint64_t knock(Walker& walker) {
    walker.play(PressedNext{});
    walker.play(HeldSeal{});
    REQUIRE(walker.page() == Page::StewardDoor);
    type_pin(walker, "246813");
    static_cast<void>(walker.take_effects());
    walker.play(SentPin{});
    for (const Effect& effect : walker.take_effects())
        if (const auto* pin = std::get_if<TryPin>(&effect)) {
            CHECK(pin->pin == "246813");
            return pin->ticket;
        }
    FAIL("no PIN was handed over");
    return 0;
}

void enter(Walker& walker) {
    const std::uint64_t ticket = knock(walker);
    walker.play(PinJudged{ticket, PinVerdict::Right, walker.state().now});
    REQUIRE(walker.page() == Page::StewardRoom);
}

}  // namespace

TEST_CASE("the steward's door is found on the first page alone, and opens by the worker's word alone") {
    Walker walker;
    walker.play(HeldSeal{});
    CHECK(walker.page() == Page::Attract);
    walker.open_form(ApplicantKind::Self);
    walker.play(HeldSeal{});
    CHECK(walker.page() == Page::Ask);

    Walker other;
    const std::uint64_t ticket = knock(other);
    CHECK(other.session().steward.pin.empty());  // handed over, not kept
    for (const Event& event : {Event{OpenedHealth{}}, Event{OpenedCarry{}}, Event{StartedPractice{}}, Event{SentPin{}}})
        other.play(event);
    CHECK(other.page() == Page::StewardDoor);
    other.play(PinJudged{ticket + 1, PinVerdict::Right, other.state().now});  // of another session
    CHECK(other.page() == Page::StewardDoor);
    other.play(PinJudged{ticket, PinVerdict::Right, other.state().now});
    CHECK(other.page() == Page::StewardRoom);
}

TEST_CASE("after a wrong PIN the next is not even handed over before the wait is over") {
    Walker walker;
    const std::uint64_t ticket = knock(walker);
    walker.play(PinJudged{ticket, PinVerdict::Wrong, base::Instant{walker.state().now.ms + 4000}});
    CHECK(walker.page() == Page::StewardDoor);
    CHECK(walker.session().steward.knock == Knock::Wrong);
    CHECK(next_deadline(walker.state()) == base::Instant{walker.state().now.ms + 4000});
    type_pin(walker, "135792");
    walker.play(SentPin{});
    CHECK(count<TryPin>(walker.take_effects()) == 0);
    walker.wait_ms(4000);
    walker.play(SentPin{});
    CHECK(count<TryPin>(walker.take_effects()) == 1);
}

TEST_CASE("a PIN that is too short is not handed over, and one that is too long grows no further") {
    Walker walker;
    walker.play(PressedNext{});
    walker.play(HeldSeal{});
    type_pin(walker, "12345");
    walker.play(SentPin{});
    CHECK(count<TryPin>(walker.take_effects()) == 0);
    type_pin(walker, "678901234567890");
    CHECK(walker.session().steward.pin == "123456789012");
    for (int i = 0; i < 20; ++i)
        walker.play(ErasedPin{});
    CHECK(walker.session().steward.pin.empty());
    walker.play(TypedPin{'x'});
    CHECK(walker.session().steward.pin.empty());
}

TEST_CASE("whoever leaves the steward's room has closed the door behind") {
    for (const Event& leaving : {Event{PressedBack{}}, Event{PressedHome{}}, Event{PressedQuickExit{}}}) {
        Walker walker;
        enter(walker);
        walker.play(leaving);
        CHECK_FALSE(walker.session().steward.inside);
        walker.play(OpenedHealth{});
        CHECK_FALSE(is_behind_door(walker.page()));
    }
    Walker idle;
    enter(idle);
    idle.wait_ms(kIdleWipeMs);
    idle.tick();
    CHECK(idle.page() == Page::Attract);
    CHECK_FALSE(idle.session().steward.inside);
}

TEST_CASE("health, printer and stick show what the worker said, and only that of this visit") {
    Walker walker;
    enter(walker);
    walker.play(OpenedHealth{});
    const std::uint64_t ticket = walker.session().steward.health_ticket;
    walker.play(HealthTold{ticket - 1, {{HealthItem::Disk, false, "full", ""}}});
    CHECK(walker.session().steward.health.empty());
    walker.play(HealthTold{ticket, {{HealthItem::Disk, true, "well", ""}}});
    CHECK(walker.session().steward.health.size() == 1);
    walker.play(PressedBack{});
    walker.play(OpenedPrinterTest{});
    walker.play(PressedPrinterTest{});
    walker.play(PrinterTested{walker.session().steward.printer.ticket, "printer.paper_out"});
    CHECK(walker.session().steward.printer.chore == Chore::Failed);
    walker.play(PressedBack{});
    static_cast<void>(walker.take_effects());
    walker.play(OpenedCarry{});
    CHECK(walker.page() == Page::StewardCarry);
    CHECK(count<AskForStick>(walker.take_effects()) == 1);
    walker.play(PressedBack{});
    CHECK(count<LetStickGo>(walker.take_effects()) == 1);
    walker.play(OpenedCarry{});
    walker.play(Carried{walker.session().steward.carry.ticket, ""});
    CHECK(walker.session().steward.carry.chore == Chore::Done);
    walker.play(OpenedCarry{});
    static_cast<void>(walker.take_effects());
    walker.play(PressedQuickExit{});
    CHECK(count<LetStickGo>(walker.take_effects()) == 1);
}

TEST_CASE("practice goes all the way to a sample of a receipt, and nothing is ever filed") {
    for (const ApplicantKind kind : domain::kApplicantKinds) {
        Walker walker;
        enter(walker);
        walker.play(StartedPractice{});
        CHECK(walker.page() == Page::Home);
        CHECK(is_practice(walker.state()));
        CHECK(count<Practise>(walker.take_effects()) == 1);
        walker.open_form(kind);
        walker.walk_form();
        REQUIRE(walker.page() == Page::Review);
        walker.play(PressedSubmit{});
        if (walker.page() == Page::ConfirmAlone) walker.play(ConfirmedAlone{});
        CHECK(walker.page() == Page::Receipt);
        CHECK(count<File>(walker.take_effects()) == 0);
        REQUIRE(walker.session().filing.receipt.has_value());
        CHECK(walker.session().filing.receipt->code.find_first_not_of("0-") == std::string::npos);
        CHECK(walker.session().filing.receipt->symbols.empty());
        walker.play(FinishedReceipt{});
        walker.play(SaidPhotographed{});
        CHECK(walker.page() == Page::Farewell);
        CHECK_FALSE(is_practice(walker.state()));
    }
    // The control: outside practice the same way hands it over.
    Walker real;
    CHECK(real.file(ApplicantKind::Self).ticket != 0);
}

TEST_CASE("practice stays with the same learner who goes home, and ends with everything else") {
    Walker walker;
    enter(walker);
    walker.play(StartedPractice{});
    walker.play(OpenedScreening{});
    walker.play(RepliedScreening{"no"});
    static_cast<void>(walker.take_effects());
    walker.play(PressedHome{});
    CHECK(walker.page() == Page::Home);
    CHECK(is_practice(walker.state()));
    const auto effects = walker.take_effects();
    REQUIRE(effects.size() == 2);  // the worker forgets at the end of a session, so it is told again afterwards
    CHECK(std::holds_alternative<EndSession>(effects[0]));
    CHECK(std::holds_alternative<Practise>(effects[1]));
    walker.play(EndedPractice{});
    CHECK(walker.page() == Page::Attract);
    CHECK_FALSE(is_practice(walker.state()));
}

TEST_CASE("each trouble stops what it must and no more") {
    for (int i = 1; i < kTroubles; ++i) {
        const auto trouble = static_cast<Trouble>(i);
        CAPTURE(name_of(trouble));
        Walker walker;
        walker.play(PressedNext{});
        walker.play(TroubleChanged{trouble, "test"});
        CHECK((walker.page() == Page::Failure) == closes_everything(trouble));
        if (closes_everything(trouble)) continue;
        walker.play(OpenedGuide{});
        CHECK(walker.page() == Page::Guide);
        walker.play(PressedBack{});
        walker.play(OpenedProgress{});
        CHECK(walker.page() == Page::ProgressCode);
        walker.play(PressedBack{});
        walker.play(OpenedScreening{});
        CHECK(walker.page() == Page::Screening);
        walker.play(OpenedApplication{});
        CHECK((walker.page() == Page::Failure) == stops_filing(trouble));
    }
}

TEST_CASE("without content there is one page, whatever the trouble, until content comes") {
    KioskWorld nothing;
    KioskState state = start_without_content(base::Instant{1'795'417'440'000}, Trouble::StoreDamaged, "store.damaged");
    CHECK(state.session.place.page == Page::Failure);
    for (const Event& event : {Event{PressedHome{}}, Event{PressedBack{}}, Event{PressedNext{}}, Event{HeldSeal{}},
                               Event{TroubleChanged{Trouble::UpdateNeeded, "pack.newer"}}}) {
        state = update(std::move(state), event, state.now, nothing).state;
        CHECK(state.session.place.page == Page::Failure);
    }
    Walker walker;
    state = update(std::move(state), TroubleChanged{Trouble::None, {}}, state.now, walker.world()).state;
    CHECK(state.session.place.page == Page::Attract);
}
