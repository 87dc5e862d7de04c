// Pictures at the laptop's window: taken for an act, and those of a case looked at.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/flow/desk_update.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/flow/desk_player.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using Status = domain::ApplicationStatus;
using test::Player;
using test::Story;
using test::text;
using test::view_of;

TEST_CASE("a picture is taken for the act that is written, goes with it, and can be taken away again") {
    Story story;
    story.open();
    story.until_review();
    Player player;
    player.sit_down("judge");
    player.open(view_of(story, "judge"));
    player.play(desk::ChoseAct{"site_visited", {}});
    REQUIRE(player.state.cases.act);
    const auto picture = [](std::uint8_t number) {
        ActPicture out;
        out.digest.bytes.fill(number);
        out.file = std::make_shared<const PhotoFile>(base::Bytes{number});
        out.view = std::make_shared<const Pixels>(1, 1, base::Bytes(4));
        return out;
    };
    const auto chosen = [&] { return player.state.cases.act->fields["photos"].chosen; };
    const PixelsRef frame = std::make_shared<const Pixels>(1, 1, base::Bytes(4));

    player.play(desk::PressedAddPicture{"place", PictureFrom::Camera});  // no field for pictures
    CHECK(player.state.place == DeskPlace::Act);
    player.play(desk::PressedAddPicture{"photos", PictureFrom::Camera});
    CHECK(player.state.place == DeskPlace::ActPicture);
    CHECK(player.asked<desk::LookForPaper>());
    player.play(desk::PressedShutter{});  // nothing is seen yet
    CHECK_FALSE(player.asked<desk::TakePicture>());
    player.play(desk::SawSlip{frame});
    player.play(desk::PressedShutter{});
    CHECK(player.asked<desk::TakePicture>());
    player.play(desk::TookPicture{picture(1)});
    CHECK(player.state.place == DeskPlace::Act);
    CHECK(player.asked<desk::StopLookingForSlip>());
    CHECK(chosen() == std::vector<std::string>{picture(1).digest.text()});

    // From a stick; the camera's frames and pictures of before are nobody's.
    player.play(desk::PressedAddPicture{"photos", PictureFrom::Stick});
    CHECK(player.asked<desk::ListPictures>());
    player.play(desk::SawSlip{frame});
    CHECK_FALSE(player.state.cases.picture_work.live);
    player.play(desk::TookPicture{picture(9)});
    CHECK(chosen().size() == 1);
    player.play(desk::ListedPictures{{frame, nullptr}});
    player.play(desk::ChoseListed{1});  // it cannot be read
    CHECK_FALSE(player.asked<desk::TakeListed>());
    player.play(desk::ChoseListed{0});
    REQUIRE(player.asked<desk::TakeListed>());
    player.play(desk::TookPicture{picture(2)});
    CHECK(chosen().size() == 2);

    // What fails is said where it failed; back is to the form, and nothing typed is lost.
    player.play(desk::PressedAddPicture{"photos", PictureFrom::Camera});
    player.play(desk::LookFailed{"camera.none"});
    CHECK(player.state.cases.picture_work.problem == "camera.none");
    player.play(desk::PressedAddPicture{"photos", PictureFrom::Stick});
    CHECK(player.state.cases.picture_work.problem.empty());
    player.play(desk::PressedBack{});
    CHECK(player.state.place == DeskPlace::Act);
    CHECK(chosen().size() == 2);

    player.play(desk::ToggledValue{"photos", picture(1).digest.text()});
    CHECK(chosen() == std::vector<std::string>{picture(2).digest.text()});
    player.play(desk::TypedField{"place", text("家里")});
    player.play(desk::TypedField{"people", text("本人")});
    player.play(desk::TypedField{"statement", text("属实")});
    player.play(desk::SaidYes{"read_back", true});
    player.play(desk::PressedReadAct{});
    REQUIRE(player.state.place == DeskPlace::ActConfirm);
    player.play(desk::PressedSignAct{});
    const auto* asked = player.asked<desk::DoAct>();
    REQUIRE(asked);
    REQUIRE(asked->pictures.size() == 1);
    CHECK(asked->pictures.front()->jpeg == base::Bytes{2});
    CHECK(std::get<std::vector<std::string>>(asked->fields.at("photos")) == chosen());
    player.play(desk::ActDone{story.fold().id, {}});
    CHECK(player.state.cases.picture_work.taken.empty());
}

TEST_CASE("no more than twelve pictures go with an act") {
    Story story;
    story.open();
    story.until_review();
    Player player;
    player.sit_down("judge");
    player.open(view_of(story, "judge"));
    player.play(desk::ChoseAct{"site_visited", {}});
    for (std::uint8_t number = 1; number <= cases::kPicturesMax + 1; ++number) {
        player.play(desk::PressedAddPicture{"photos", PictureFrom::Camera});
        CHECK((player.state.place == DeskPlace::ActPicture) == (number <= cases::kPicturesMax));
        if (player.state.place != DeskPlace::ActPicture) break;
        player.play(desk::SawSlip{std::make_shared<const Pixels>(1, 1, base::Bytes(4))});
        player.play(desk::PressedShutter{});
        ActPicture taken;
        taken.digest.bytes.fill(number);
        player.play(desk::TookPicture{taken});
    }
    CHECK(player.state.cases.act->fields["photos"].chosen.size() == cases::kPicturesMax);
}

TEST_CASE("the pictures of a case are opened when somebody looks at them, and once") {
    Story story;
    story.open();
    auto view = std::make_shared<CaseView>(*view_of(story, "registrar"));
    CasePictureRow here{{}, "case_opened", true}, under_way{{}, "case_opened", false};
    here.digest.bytes.fill(1);
    under_way.digest.bytes.fill(2);
    view->pictures = {here, under_way};
    Player player;
    player.sit_down("registrar");
    player.open(view);
    CHECK_FALSE(player.asked<desk::LoadPicture>());
    player.play(desk::ChoseCaseTab{CaseTab::Pictures});
    const auto* asked = player.asked<desk::LoadPicture>();
    REQUIRE(asked);
    CHECK(asked->digest == here.digest);
    CHECK(asked->about == view->folded.id);
    CHECK(player.effects.size() == 1);
    player.play(desk::LoadedPicture{here.digest, std::make_shared<const Pixels>(1, 1, base::Bytes(4))});
    CHECK(player.state.cases.pictures[0].view);
    CHECK(player.state.cases.pictures[1].page == 2);
    player.play(desk::PressedPicture{0});
    CHECK(player.state.enlarged == 0);
    player.play(desk::CaseShown{view});  // brought up to date by mail
    CHECK_FALSE(player.asked<desk::LoadPicture>());
    CHECK(player.state.cases.pictures[0].view);
}

TEST_CASE(
    "of papers that were asked for only those can be said to have come, and the page says so before the signature") {
    Story story;
    story.open();
    using Texts = std::vector<std::string>;
    story.act("registrar", "more_asked", {{"papers", Texts{"低保证", "诊断证明"}}, {"until", text("2026-12-10")}});
    Player player;
    player.sit_down("registrar");
    player.open(view_of(story, "registrar"));
    REQUIRE(player.may("more_came"));
    player.play(desk::ChoseAct{"more_came", {}});
    CHECK(player.state.cases.act->refusal == "field.papers");
    player.play(desk::TypedField{"papers", "医院的单子"});
    CHECK(player.state.cases.act->refusal == "more.other");
    player.play(desk::TypedField{"papers", ""});
    player.play(desk::ToggledValue{"papers", "低保证"});
    player.play(desk::TypedField{"others", "医院的单子"});
    CHECK(player.state.cases.act->refusal.empty());
}
