// Which box a refusal is about, and that reading over refuses what the signature would.
#include <doctest/doctest.h>

#include "app/flow/act_box.hpp"
#include "app/flow/desk_update.hpp"
#include "tests/unit/flow/desk_player.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::Player;
using test::Story;
using test::view_of;

TEST_CASE(
    "reported: a wrong check digit and a day to come are refused before anything is read over, and keep their box") {
    Player player;
    player.sit_down("registrar");
    player.play(desk::PressedNewCase{});
    player.play(desk::TypedField{"applicant", "毕䶮"});
    player.play(desk::ToggledValue{"source", "window"});
    const auto read_with = [&](const char* field, const char* text) {
        player.play(desk::TypedField{field, text});
        player.play(desk::PressedReadAct{});
        return player.state.cases.act->refusal;
    };
    const auto box = [&] {
        const ActDraft& draft = *player.state.cases.act;
        return std::string(box_of(draft, refusal_to_tell(draft, player.state.problem)));
    };
    CHECK(read_with("document", "330106196205120021") == "document.checksum");
    CHECK(player.state.place == DeskPlace::Act);
    CHECK(box() == "document");
    CHECK(read_with("document", "33010619620") == "");  // the control: nobody knows what that is a number of
    REQUIRE(player.state.place == DeskPlace::ActConfirm);
    player.play(desk::PressedBack{});
    CHECK(read_with("document", "3301061962051") == "document.length");
    player.play(desk::TypedField{"document", "330106196205120020"});
    CHECK(read_with("received_on", "2999-01-01") == "on.future");
    CHECK(box() == "received_on");
    CHECK(read_with("received_on", "2026-02-30") == "field.received_on");
    player.play(desk::TypedField{"received_on", ""});
    CHECK_FALSE(player.state.cases.act->more);
    CHECK(read_with("on", "2999-01-01") == "on.future");
    CHECK(box() == "on");
    CHECK(player.state.cases.act->more);  // a box that is not shown could not be set right
    CHECK(read_with("on", "") == "");
    // Refused all the same, because something has changed: the sentence and the box are there on the way back.
    player.play(desk::PressedSignAct{});
    player.play(desk::ActRefused{"document.checksum"});
    player.play(desk::PressedBack{});
    CHECK(player.state.place == DeskPlace::Act);
    CHECK(player.state.problem == "document.checksum");
    CHECK(box() == "document");
    player.play(desk::TypedField{"document", ""});
    CHECK(box().empty());
    // What is no box's stays the act's.
    CHECK(box_of(*player.state.cases.act, "status").empty());
    CHECK(box_of(*player.state.cases.act, "field.amount").empty());
    // Where a case lies open, by the same rule.
    Story story;
    story.until_review();
    const auto view = view_of(story, "judge");
    const auto refusal_of = [&](const char* kind, const char* number) {
        cases::Fields fields{{"document", std::string(number)}};
        if (std::string_view(kind) == "guardian_changed")
            fields.merge(cases::Fields{
                {"as", std::string("guardian")}, {"name", std::string("濮阿凤")}, {"reasons", std::string("母亲")}});
        ActDraft draft = begin_act(view.get(), kind, fields);
        judge_act(draft, view.get(), story.now);
        return draft.refusal;
    };
    CHECK(refusal_of("guardian_changed", "330106196205120021") == "document.checksum");
    CHECK(refusal_of("guardian_changed", "330106196205120020") == "");
    CHECK(refusal_of("identified", "330106196205120021") == "document.checksum");
    CHECK(refusal_of("identified", "330106196205120020") == "");
}
