// An answer to an application that was signed, and is taken back before it leaves.
#include <doctest/doctest.h>

#include "tests/unit/flow/intake_player.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::intake::id_of;
using test::intake::Player;
using test::intake::row_of;
using Status = domain::ApplicationStatus;

namespace {

// An answer that was just signed; `unsent`: nothing of it has left.
void sign(Player& player, const std::optional<base::RecordId>& unsent) {
    player.unlock();
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::ChoseAnswer{Status::Received});
    player.play(desk::PressedReadOver{});
    player.play(desk::PressedSign{});
    ApplicationSheet answered;
    answered.row = row_of(1, "应𫖯安", Status::Received);
    answered.unsent = unsent;
    player.play(desk::Answered{answered});
    REQUIRE(player.state.place == DeskPlace::Signed);
}

}  // namespace

TEST_CASE("reported: an answer is taken back at once, and as long as it has not left") {
    Player player;
    sign(player, id_of(9));
    REQUIRE(player.state.cases.undo);
    player.play(desk::PressedUndo{});
    REQUIRE(player.asked<desk::UndoAct>());
    CHECK(player.asked<desk::UndoAct>()->fact == id_of(9));
    player.play(desk::ActUndone{});
    CHECK_FALSE(player.state.cases.undo);
    REQUIRE(player.asked<desk::LoadSheet>());
    CHECK(player.asked<desk::LoadSheet>()->id == id_of(1));
    ApplicationSheet before;
    before.row = row_of(1, "应𫖯安");
    player.play(desk::LoadedSheet{before});
    CHECK(player.state.place == DeskPlace::Sheet);
    CHECK_FALSE(player.state.busy());
    // Minutes later it is offered first: pressed again, it is done.
    Player later;
    sign(later, id_of(9));
    later.play(desk::PressedHistory{});
    later.now = later.now + 60'000;
    later.play(desk::Ticked{});
    REQUIRE_FALSE(later.state.cases.undo);
    later.play(desk::PressedUndo{});
    CHECK_FALSE(later.asked<desk::UndoAct>());
    REQUIRE(later.state.cases.undo);
    later.play(desk::PressedUndo{});
    REQUIRE(later.asked<desk::UndoAct>());
    CHECK(later.asked<desk::UndoAct>()->fact == id_of(9));
}

TEST_CASE("an answer that has left says so, in words for answers") {
    Player player;
    sign(player, std::nullopt);
    CHECK_FALSE(player.state.cases.undo);
    player.play(desk::PressedUndo{});
    CHECK_FALSE(player.asked<desk::UndoAct>());
    CHECK(player.state.problem == "undo.answer_nothing");
    Player late;
    sign(late, id_of(9));
    late.play(desk::PressedUndo{});
    late.play(desk::ActRefused{"undo.sent"});  // it left in that very moment
    CHECK(late.state.problem == "undo.answer_sent");
    CHECK_FALSE(late.state.cases.undo);
    CHECK_FALSE(late.state.busy());
    // On the list nobody could tell which one is meant.
    late.play(desk::PressedBack{});
    late.play(desk::PressedUndo{});
    CHECK(late.state.problem == "undo.open_first");
}

TEST_CASE("what was typed to one applicant stands in nobody else's answer") {
    Player player;
    player.unlock();
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::ChoseAnswer{Status::Received});
    player.play(desk::TypedText{"只给应𫖯安看的话"});
    player.play(desk::PressedBack{});
    REQUIRE(player.state.place == DeskPlace::Sheet);
    SUBCASE("when its application turns out to be a case") {
        player.play(desk::PressedOpenCase{});
        REQUIRE(player.asked<desk::OpenCaseFrom>());
        player.play(desk::CaseWasOpen{id_of(7)});
    }
    SUBCASE("when its case is opened") {
        player.play(desk::PressedOpenCase{});
        REQUIRE(player.asked<desk::OpenCaseFrom>());
        player.play(desk::ActDone{id_of(7), id_of(7)});
    }
    CHECK(player.state.draft.text.empty());
}

TEST_CASE("a banner goes when what it would take back has left") {
    Player player;
    sign(player, id_of(9));
    ApplicationSheet again;
    again.row = row_of(1, "应𫖯安", Status::Received);
    again.unsent = id_of(9);
    player.play(desk::LoadedSheet{again});
    CHECK(player.state.cases.undo);  // the control: it is here still
    again.unsent.reset();
    player.play(desk::LoadedSheet{again});
    CHECK_FALSE(player.state.cases.undo);
}
