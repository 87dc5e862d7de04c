// No double aid at the laptop without a mouse: the list out, the lists in, the case in which it is asked.
#include <doctest/doctest.h>

#include "app/screens/field_desk.hpp"
#include "tests/unit/screens/field_stage.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::asked;
using test::desk_sample;
using test::kLaptop;

TEST_CASE("lists are written and read with the keyboard alone, and the case with the question is opened") {
    const DoublesView found = desk_sample("field_doubles").doubles.view;
    test::DeskStage stage(desk_sample("field_today_leads"), kLaptop);
    auto& driver = stage.driver();
    driver.key(ImGuiKey_F6);
    REQUIRE(stage.state().place == DeskPlace::Doubles);
    CHECK(asked<desk::ShowDoubles>(stage));
    stage.play(desk::DoublesShown{});
    driver.frames(2);
    CHECK(driver.has("还没有全县的钥匙"));
    // Without it there is nothing to write, nothing to read, and no all-clear.
    CHECK_FALSE(driver.has("现在没有要核实的重复救助"));
    (void)stage.take_effects();
    stage.key_with_ctrl(ImGuiKey_W);
    CHECK_FALSE(asked<desk::WriteTokenList>(stage));
    DoublesView keyed;
    keyed.has_key = true;
    stage.play(desk::DoublesShown{keyed});
    driver.frames(2);
    CHECK(driver.has("现在没有要核实的重复救助"));
    stage.key_with_ctrl(ImGuiKey_W);
    CHECK(asked<desk::WriteTokenList>(stage));
    // While the worker is at it nothing is asked twice.
    (void)stage.take_effects();
    stage.key_with_ctrl(ImGuiKey_R);
    CHECK_FALSE(asked<desk::TakeTokenLists>(stage));
    stage.play(desk::DoublesShown{keyed});
    stage.key_with_ctrl(ImGuiKey_R);
    CHECK(asked<desk::TakeTokenLists>(stage));
    stage.play(desk::DoublesShown{found});
    driver.frames(2);
    CHECK(driver.has("新比上 2 处"));
    CHECK(driver.has(found.open[0].applicant));
    // What is the same in both; and which case the other one is, where that can be known.
    const DoubleMatch same = DoubleMatch::of(found.open[0].who.front());
    CHECK(driver.has("证件号末四位" + same.ends));
    CHECK(driver.has(same.original));
    CHECK(driver.has("看不到那边的姓名、案号"));
    REQUIRE(found.open[1].other);
    CHECK(driver.has(found.open[1].other->number));
    CHECK(driver.has("办到“"));
    driver.key(ImGuiKey_DownArrow);
    (void)stage.take_effects();
    driver.key(ImGuiKey_Enter);
    const auto show = asked<desk::ShowCase>(stage);
    REQUIRE(show);
    CHECK(show->id == found.open[1].about);
}

TEST_CASE("who does not read the intake has no such page") {
    DeskState today = desk_sample("field_today_leads");
    today.role = "caller";
    test::DeskStage stage(std::move(today), kLaptop);
    stage.driver().key(ImGuiKey_F6);
    CHECK(stage.state().place == DeskPlace::Today);
}
