// Today's mark stands on a task, and not on a place in the list.
#include <doctest/doctest.h>

#include "app/flow/desk_update.hpp"
#include "tests/unit/flow/desk_player.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::Player;

namespace {

TaskRow row(std::uint8_t n, const char* what, const char* act) {
    TaskRow out;
    out.about.bytes[0] = n;
    out.what = what;
    out.act = act;
    return out;
}

}  // namespace

TEST_CASE("what comes on top does not change what the next key opens") {
    Player player;
    player.sit_down("caller");
    const TaskRow call = row(1, "R0", "revisit_made"), told = row(2, "told", "served"),
                  last = row(3, "R1", "revisit_made");
    player.play(desk::TasksListed{{told, call, last}});
    CHECK(player.state.cases.chosen_task == 0);
    player.play(desk::MovedChoice{1});
    REQUIRE(player.state.cases.chosen_task == 1);
    const TaskRow alert = row(2, "alert_unsafe", "alert_handled");
    player.play(desk::TasksListed{{alert, told, call, last}});
    CHECK(player.state.cases.chosen_task == 2);
    player.play(desk::OpenedTask{});
    REQUIRE(player.asked<desk::ShowCase>());
    CHECK(player.asked<desk::ShowCase>()->id == call.about);
}

TEST_CASE("where it is done the mark goes to the top, which is the most needed") {
    Player player;
    player.sit_down("caller");
    const TaskRow call = row(1, "R0", "revisit_made"), told = row(2, "told", "served"),
                  alert = row(1, "alert_unsafe", "x");
    player.play(desk::TasksListed{{told, call}});
    player.play(desk::MovedChoice{1});
    player.play(desk::TasksListed{{alert, told}});
    CHECK(player.state.cases.chosen_task == 0);
    player.play(desk::TasksListed{{}});
    CHECK(player.state.cases.chosen_task == 0);
    player.play(desk::TasksListed{{told}});
    CHECK(player.state.cases.chosen_task == 0);
}
