// What was typed for an act, and the laptop is left before it is signed.
#include <doctest/doctest.h>

#include "tests/unit/flow/desk_player.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::Player;
using test::Story;
using test::view_of;

TEST_CASE("what is typed for an act outlives its case and the lock, each for its own case") {
    Story story;
    story.until_review();
    const auto view = view_of(story, "judge");
    auto other = std::make_shared<CaseView>(*view);
    other->folded.id.bytes[0] = static_cast<std::uint8_t>(other->folded.id.bytes[0] + 1);
    Player player;
    player.sit_down("judge");
    player.play(desk::WentTo{DeskPlace::Cases});
    player.open(view);
    player.play(desk::ChoseAct{"element_found", {}});
    REQUIRE(player.state.place == DeskPlace::Act);
    CHECK_FALSE(player.state.cases.act->goes_on);
    player.play(desk::TypedField{"finding", "家里断了药"});
    player.play(desk::ToggledValue{"sure", "proven"});
    player.play(desk::WentTo{DeskPlace::Cases});  // a list may be gone to from a form
    CHECK(player.state.place == DeskPlace::Cases);
    player.open(other);
    player.play(desk::ChoseAct{"element_found", {}});
    CHECK_FALSE(player.state.cases.act->goes_on);
    CHECK(player.state.cases.act->fields["finding"].text.empty());
    player.play(desk::PressedBack{});
    player.play(desk::PressedBack{});
    player.open(view);
    player.play(desk::ChoseAct{"element_found", {}});
    CHECK(player.state.cases.act->goes_on);
    CHECK(player.state.cases.act->fields.at("finding").text == "家里断了药");

    player.play(desk::PressedLock{});
    REQUIRE(player.asked<desk::Lock>());
    const std::vector<KeptDraft> drafts = player.asked<desk::Lock>()->drafts;
    REQUIRE(drafts.size() == 1);
    CHECK(player.state.cases.kept.empty());  // the window keeps nothing behind a lock
    player.sit_down("judge");
    player.play(desk::DraftsOpened{drafts});
    player.play(desk::WentTo{DeskPlace::Cases});
    player.open(view);
    player.play(desk::ChoseAct{"element_found", {}});
    CHECK(player.state.cases.act->fields.at("finding").text == "家里断了药");
    CHECK(player.state.cases.act->fields.at("sure").chosen == std::vector<std::string>{"proven"});
    player.play(desk::PressedLock{});
    player.sit_down("judge");
    player.play(desk::DraftsOpened{{}, true});  // it could not be kept: then it is said
    CHECK(player.state.problem == "desk.drafts.lost");
}

TEST_CASE("what one task began answers no other task: each has a draft of its own, and none is lost") {
    Story story;
    story.until_review();
    const auto view = view_of(story, "judge");
    Player player;
    player.sit_down("judge");
    player.play(desk::WentTo{DeskPlace::Cases});
    player.open(view);
    const auto press = [&](cases::Fields prefill) {
        player.play(desk::ChoseAct{"element_found", std::move(prefill)});
        REQUIRE(player.state.place == DeskPlace::Act);
        return player.state.cases.act->goes_on;
    };
    const auto element = [&] { return player.state.cases.act->fields["element"].chosen; };
    const auto finding = [&] { return player.state.cases.act->fields["finding"].text; };
    const cases::Fields loss{{"element", std::string("loss")}}, hardship{{"element", std::string("hardship")}};
    const std::vector<std::string> is_loss{"loss"}, is_hardship{"hardship"};

    CHECK_FALSE(press(loss));
    player.play(desk::TypedField{"finding", "车修不好了"});
    player.play(desk::PressedBack{});
    CHECK_FALSE(press(hardship));
    CHECK(element() == is_hardship);
    CHECK(finding().empty());
    player.play(desk::TypedField{"finding", "家里断了药"});
    player.play(desk::PressedBack{});
    CHECK(player.state.cases.kept.size() == 2);
    CHECK(press(loss));
    CHECK(element() == is_loss);
    CHECK(finding() == "车修不好了");
    player.play(desk::PressedBack{});
    CHECK(press(hardship));
    CHECK(finding() == "家里断了药");
    player.play(desk::PressedBack{});
    CHECK(press({}));  // the control: whoever asks for nothing particular goes on with the newest
    CHECK(finding() == "家里断了药");
    // What says nothing of it yet is no other draft, and is told what the task is about.
    player.play(desk::ToggledValue{"element", "hardship"});
    player.play(desk::PressedBack{});
    CHECK(press(hardship));
    CHECK(element() == is_hardship);
    CHECK(finding() == "家里断了药");
    player.play(desk::PressedBack{});
    CHECK(player.state.cases.kept.size() == 2);
}

TEST_CASE("a vote that is being written goes on when its ballot goes by the fact of another who laid it") {
    Story story;
    story.until_review();
    const auto report = story.act("judge", "report_written",
                                  {{"proposal", std::string("grant")},
                                   {"amount", std::int64_t{100'000}},
                                   {"wage", std::int64_t{600'000}},
                                   {"reasons", std::string("r")}});
    const auto both_knew = cases::heads(story.facts);
    const cases::Fields laid{
        {"body", std::string("committee")},
        {"report", report.text()},
        {"papers", std::vector<std::string>{report.text()}},
        {"voters", std::vector<std::string>{story.id("committee"), story.id("committee2"), story.id("committee3")}}};
    const base::Instant early = story.now;
    story.now = early + 3'600'000;
    const auto later = story.say_after("registrar", "ballot_opened", laid, both_knew);
    const auto one = view_of(story, "committee");
    story.now = early;
    const auto first = story.say_after("judge", "ballot_opened", laid, both_knew);
    const auto both = view_of(story, "committee");
    REQUIRE(one->folded.ballots.find(later)->by == later);
    REQUIRE(both->folded.ballots.find(later)->by == first);
    Player player;
    player.sit_down("committee");
    player.play(desk::WentTo{DeskPlace::Cases});
    player.open(one);
    const auto chosen = [&] { return player.state.cases.act->fields.at("ballot").chosen; };
    player.play(desk::ChoseAct{"vote_cast", {{"ballot", later.text()}}});
    REQUIRE(player.state.place == DeskPlace::Act);
    player.play(desk::TypedField{"reasons", "不符合条件"});
    CHECK(chosen() == std::vector<std::string>{later.text()});
    SUBCASE("it was left, and is begun again") {
        player.play(desk::PressedBack{});
        player.play(desk::PressedBack{});
        player.open(both);
        player.play(desk::ChoseAct{"vote_cast", {{"ballot", first.text()}}});
        CHECK(player.state.cases.act->goes_on);
    }
    SUBCASE("it lies open") { player.play(desk::CaseShown{both}); }
    REQUIRE(player.state.cases.act);
    CHECK(chosen() == std::vector<std::string>{first.text()});
    CHECK(player.state.cases.act->fields.at("reasons").text == "不符合条件");
}

TEST_CASE("what came back after a lock is wiped in the word that brought it, once the window has it") {
    desk::DraftsOpened opened{{{"", "case_opened", {{"finding", {"断了药", {"毕䶮"}, {}}}}}}, false};
    desk::wipe(opened);
    CHECK(opened.drafts.front().kind.empty());
    CHECK(opened.drafts.front().fields.empty());
}
