// Writing an act at the laptop's window: where a wrong box is told, and what stands beside the form.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/screens/field_desk.hpp"
#include "tests/unit/screens/field_stage.hpp"
#include "tests/unit/screens/layout_lint.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::desk_sample;
using test::kLaptop;

TEST_CASE("reported: a wrong identity number is told at its box, and again after the signature was refused") {
    test::DeskStage stage(desk_sample("field_act_open"), kLaptop);
    auto& driver = stage.driver();
    driver.frames(2);
    const std::string sentence = test::demo_pack().words.text("fact.document.checksum");
    const auto in_sight = [&] {
        std::size_t count = 0;
        for (const auto& thing : stage.log().things)
            if (thing.text.find(sentence.substr(0, 30)) != std::string::npos && test::is_seen(thing)) ++count;
        return count;
    };
    const std::uint32_t box = screens::Desk::id_of(test::demo_pack().words.text("act.case_opened.field.document"));
    stage.play(desk::TypedField{"applicant", "毕"});
    stage.play(desk::ToggledValue{"source", "window"});
    stage.play(desk::TypedField{"document", "330106196205120021"});
    driver.frames(2);
    CHECK(in_sight() == 0);  // half typed, nothing is wrong yet
    stage.key_with_ctrl(ImGuiKey_Enter);
    driver.frames(3);
    CHECK(stage.state().place == DeskPlace::Act);
    CHECK(in_sight() == 1);
    CHECK(stage.view().keys.focus == box);
    stage.play(desk::TypedField{"document", "330106196205120020"});
    driver.frames(2);
    CHECK(in_sight() == 0);
    stage.key_with_ctrl(ImGuiKey_Enter);
    driver.frames(3);
    REQUIRE(stage.state().place == DeskPlace::ActConfirm);
    stage.key_with_ctrl(ImGuiKey_Enter);
    stage.play(desk::ActRefused{"document.checksum"});
    driver.key(ImGuiKey_Escape);
    driver.frames(3);
    REQUIRE(stage.state().place == DeskPlace::Act);
    CHECK(in_sight() == 1);
    CHECK(stage.view().keys.focus == box);
}

TEST_CASE(
    "reported: the sentence below a long box that is wrong is in sight on a small screen in the largest letters") {
    DeskState state = desk_sample("field_act_report");
    state.text_size = flow::TextSize::Largest;
    test::DeskStage stage(std::move(state), {1024, 768});
    auto& driver = stage.driver();
    stage.play(desk::TypedField{"amount", "24000"});
    stage.play(desk::TypedField{"wage", "6000"});
    stage.play(desk::TypedField{"reasons", ""});
    driver.frames(3);
    stage.key_with_ctrl(ImGuiKey_Enter);
    driver.frames(5);
    REQUIRE(stage.state().cases.act->refusal == "field.reasons");
    bool in_sight = false;
    for (const auto& thing : stage.log().things) {
        if (thing.text.find("还没有写理由") == std::string::npos) continue;
        const screens::Rect part = test::seen(thing);
        in_sight = in_sight || part.h > thing.rect.h - 1;  // the whole line
    }
    CHECK(in_sight);
    CHECK(stage.view().keys.focus == screens::Desk::id_of(test::demo_pack().words.text("act.field.reasons")));
}
