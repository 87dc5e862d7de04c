// Papers of an aid case at the laptop's window: made, looked at, printed and taken along.
#include <doctest/doctest.h>

#include <memory>

#include "app/flow/desk_update.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/flow/desk_player.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::Player;
using test::Story;
using test::view_of;

TEST_CASE("a paper is made of the fact that its row names, and of no other") {
    Story story;
    story.until_review();
    auto view = std::make_shared<CaseView>(*view_of(story, "judge"));
    const auto& facts = view->facts;
    REQUIRE(facts.size() > 2);
    view->papers = {{"visit", "笔录", true, facts[1].id}, {"visit", "笔录", true, facts[0].id}};
    Player player;
    player.sit_down("judge");
    player.play(desk::WentTo{DeskPlace::Cases});
    player.open(view);
    player.play(desk::PressedPaper{"visit", facts[2].id});
    CHECK_FALSE(player.asked<desk::MakePaper>());
    player.play(desk::PressedPaper{"visit", facts[0].id});
    REQUIRE(player.asked<desk::MakePaper>());
    CHECK(player.asked<desk::MakePaper>()->fact == facts[0].id);
}

TEST_CASE("a paper is looked at, printed and taken along as the same bytes, and kept nowhere") {
    Story story;
    story.until_review();
    auto view = std::make_shared<CaseView>(*view_of(story, "judge"));
    view->papers = {{"accepted", "受理通知书", true}};
    Player player;
    player.sit_down("judge");
    player.play(desk::WentTo{DeskPlace::Cases});
    player.open(view);
    player.play(desk::PressedPaper{"no_such_paper"});
    CHECK_FALSE(player.asked<desk::MakePaper>());
    player.play(desk::PressedPrintPaper{});
    CHECK_FALSE(player.asked<desk::PrintPaper>());  // nothing is shown
    player.play(desk::PressedPaper{"accepted"});
    REQUIRE(player.asked<desk::MakePaper>());
    const auto file = std::make_shared<const PdfFile>(base::Bytes{1, 2, 3});
    player.play(desk::PaperMade{{"accepted", "受理通知书", {}, file, {}, {}}});
    REQUIRE(player.state.place == DeskPlace::Paper);
    player.play(desk::PressedPrintPaper{});
    REQUIRE(player.asked<desk::PrintPaper>());
    CHECK(player.asked<desk::PrintPaper>()->file == file);
    // A printer may take a minute: nothing waits for it.
    CHECK_FALSE(player.state.busy());
    CHECK(player.state.cases.paper_said == "field.paper.printing");
    player.play(desk::PressedPrintPaper{});
    CHECK_FALSE(player.asked<desk::PrintPaper>());  // one after the other
    CHECK(player.state.cases.paper_said == "field.paper.printing");
    player.play(desk::PaperPrinted{"printer.paper_out"});
    CHECK(player.state.cases.paper_problem == "printer.paper_out");
    CHECK(player.state.cases.paper_said.empty());
    player.play(desk::PressedPrintPaper{});
    CHECK(player.asked<desk::PrintPaper>());
    player.play(desk::PaperPrinted{});
    CHECK(player.state.cases.paper_said == "field.paper.printed");
    CHECK(player.state.cases.paper_problem.empty());
    player.play(desk::PaperPrinted{"printer.busy"});  // asked by nobody
    CHECK(player.state.cases.paper_problem.empty());
    player.play(desk::PressedSavePaper{});
    REQUIRE(player.asked<desk::SavePaper>());
    CHECK(player.state.cases.paper_problem.empty());
    player.play(desk::PaperOut{"受理通知书.pdf"});
    CHECK(player.state.cases.paper_said == "field.paper.saved");
    SUBCASE("back to the case") {
        player.play(desk::PressedBack{});
        CHECK(player.state.place == DeskPlace::Case);
        CHECK_FALSE(player.state.cases.shown_paper);
    }
    SUBCASE("locked while it is printed") {
        player.play(desk::PressedPrintPaper{});
        player.play(desk::PressedLock{});
        CHECK(player.asked<desk::Lock>());
        CHECK_FALSE(player.state.cases.shown_paper);
        CHECK_FALSE(player.state.cases.printing);
        player.play(desk::PaperPrinted{"printer.busy"});
        CHECK(player.state.cases.paper_problem.empty());
    }
    // What the test itself holds is the last.
    player.effects.clear();
    CHECK(file.use_count() == 1);
}
