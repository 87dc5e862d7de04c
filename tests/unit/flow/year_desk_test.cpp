// The committee's yearly report at the laptop's window: from today's list to its paper, and that it was sent.
#include "app/flow/year_desk.hpp"

#include <doctest/doctest.h>

#include "tests/unit/flow/desk_player.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::Player;

namespace {

ShownPaper report(const std::string& id) { return {id, "年度报告", {}, {}, {}, {}}; }

struct Leader : Player {
    Leader() {
        sit_down("leader");
        TaskRow task;
        task.what = kYearTask;
        task.due = DueDay{*domain::Date::parse("2027-02-01"), false};
        play(desk::TasksListed{{task}});
        play(desk::PressedTask{0});
    }
};

}  // namespace

TEST_CASE("the task of the yearly report opens the paper of the year before, and away from it leads back") {
    Leader player;
    const auto* make = player.asked<desk::MakePaper>();
    REQUIRE(make);
    CHECK(make->paper == "year.2026");
    player.play(desk::PaperMade{report("year.2026")});
    CHECK(player.state.place == DeskPlace::Paper);
    player.play(desk::PressedBack{});
    CHECK(player.state.place == DeskPlace::Today);
    // The control: a paper of a case does not open over the list.
    player.play(desk::PressedTask{0});
    player.play(desk::PaperMade{report("notice")});
    CHECK(player.state.place == DeskPlace::Today);
}

TEST_CASE("that the yearly report was sent is written, read over and signed once, and names to whom") {
    Leader player;
    player.play(desk::PressedYearSent{});  // not before its paper lies open
    CHECK_FALSE(player.state.cases.act);
    player.play(desk::PaperMade{report("year.2026")});
    player.play(desk::PressedYearSent{});
    REQUIRE(player.state.place == DeskPlace::Act);
    player.play(desk::PressedReadAct{});
    CHECK(player.state.cases.act->refusal == "field.to");
    player.play(desk::TypedField{"to", "县委政法委"});
    player.play(desk::TypedField{"on", "2027-01-08"});
    CHECK(player.state.cases.act->refusal == "on.future");
    player.state.now = player.state.now + 50 * 86'400'000LL;
    player.play(desk::TypedField{"on", "2027-01-08"});
    player.play(desk::PressedReadAct{});
    REQUIRE(player.state.place == DeskPlace::ActConfirm);
    player.play(desk::PressedSignAct{});
    const auto* say = player.asked<desk::SayYearSent>();
    REQUIRE(say);
    CHECK_FALSE(player.asked<desk::DoAct>());
    CHECK(say->year == 2026);
    CHECK(std::get<std::string>(say->fields.at("to")) == "县委政法委");
    CHECK(std::get<std::string>(say->fields.at("on")) == "2027-01-08");
    SUBCASE("refused: it stays to be set right") {
        player.play(desk::ActRefused{"year.day"});
        CHECK(player.state.place == DeskPlace::ActConfirm);
        CHECK(player.state.problem == "year.day");
    }
    SUBCASE("done") {
        player.play(desk::YearSaid{});
        CHECK(player.state.place == DeskPlace::Today);
        CHECK_FALSE(player.state.cases.act);
        CHECK(player.asked<desk::ListCases>());
    }
    SUBCASE("left: the paper is there still") {
        player.play(desk::ActRefused{"year.day"});
        player.play(desk::PressedBack{});
        CHECK(player.state.problem == "year.day");  // until something is set right
        player.play(desk::PressedBack{});
        CHECK(player.state.problem.empty());
        CHECK(player.state.place == DeskPlace::Paper);
    }
}

TEST_CASE("only a paper of a year has one") {
    CHECK(year_of_paper(year_paper_id(2026)) == 2026);
    for (const char* id : {"", "year.", "year.x", "year.2026x", "notice", "yearly"})
        CHECK_FALSE(year_of_paper(id));
}
