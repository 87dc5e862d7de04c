// Leads, and other help for a case, at the laptop without a mouse.
#include <doctest/doctest.h>

#include <set>

#include "app/flow/help_desk.hpp"
#include "app/screens/field_desk.hpp"
#include "app/screens/field_gallery_leads.hpp"
#include "tests/unit/screens/field_stage.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::asked;
using test::desk_sample;
using test::kLaptop;

TEST_CASE("a lead is found, read and taken up with the keyboard alone") {
    DeskState today = desk_sample("field_today_leads");
    const LeadRow row = today.leads.rows[1];
    test::DeskStage stage(std::move(today), kLaptop);
    auto& driver = stage.driver();
    CHECK(driver.has("联系本人"));
    driver.key(ImGuiKey_F5);
    REQUIRE(stage.state().place == DeskPlace::Leads);
    driver.frames(2);
    CHECK(driver.has("线索不是申请"));
    driver.key(ImGuiKey_DownArrow);
    (void)stage.take_effects();
    driver.key(ImGuiKey_Enter);
    const auto show = asked<desk::ShowLead>(stage);
    REQUIRE(show);
    CHECK(show->id == row.view.lead.id);
    stage.play(desk::LeadShown{row});
    driver.frames(2);
    CHECK(driver.has("不要直接打过去"));  // nobody has asked the person yet
    driver.key(ImGuiKey_F1);
    driver.frames(2);
    CHECK(driver.has("这一页的键"));
    driver.key(ImGuiKey_Escape);
    driver.frames(2);
    driver.key(ImGuiKey_Enter);  // the next step
    REQUIRE(stage.state().place == DeskPlace::Act);
    driver.frames(2);
    driver.type("家里人说本人愿意");
    stage.key_with_ctrl(ImGuiKey_Enter);
    REQUIRE(stage.state().place == DeskPlace::ActConfirm);
    driver.frames(2);
    CHECK(driver.has("以谁的名义"));
    CHECK(driver.has("联系本人"));  // what is then due
    stage.key_with_ctrl(ImGuiKey_Enter);
    const auto done = asked<desk::DoLead>(stage);
    REQUIRE(done);
    CHECK(done->kind == "lead_agreed");
    CHECK(std::get<std::string>(done->fields.at("words")) == "家里人说本人愿意");
}

TEST_CASE("the page of a lead has the way to its case by word of mouth, as long as it is open") {
    test::DeskStage stage(desk_sample("field_lead"), kLaptop);
    stage.driver().frames(2);
    CHECK(stage.driver().has("口头申请，开立案件"));
    test::DeskStage done(desk_sample("field_lead_applied"), kLaptop);
    done.driver().frames(2);
    CHECK_FALSE(done.driver().has("口头申请，开立案件"));
    test::DeskStage form(desk_sample("field_act_lead_opens"), kLaptop);
    form.driver().frames(2);
    CHECK(form.driver().has(form.state().leads.open->view.lead.name));
}

TEST_CASE("reported: the bar of a lead names no key that does nothing there") {
    DeskState state = desk_sample("field_lead");
    test::DeskStage open(state, kLaptop);
    open.driver().frames(2);
    CHECK(open.driver().has("回车 下一步"));
    CHECK(open.driver().has("Ctrl+O") == (paper_of(*state.leads.open) != nullptr));
    // One that has come to its end, by an application that can be looked at.
    DeskState over = desk_sample("field_lead");
    cases::LeadStep handed_in;
    handed_in.application = over.leads.open->view.lead.id;
    over.leads.open->view.steps.push_back(handed_in);
    over.leads.open->view.state = cases::LeadState::Applied;
    over.leads.open->view.answered = true;
    REQUIRE_FALSE(next_lead_move(*over.leads.open));
    REQUIRE(paper_of(*over.leads.open) != nullptr);
    test::DeskStage ended(std::move(over), kLaptop);
    ended.driver().frames(2);
    CHECK(ended.driver().has("Ctrl+O"));
    CHECK_FALSE(ended.driver().has("回车 下一步"));
}

TEST_CASE("reported: a lead that may have come twice says so, and the other one is a press away") {
    test::DeskStage stage(desk_sample("field_lead_twice"), kLaptop);
    stage.driver().frames(2);
    CHECK(stage.driver().has("可能和这些线索重复"));
    CHECK(stage.driver().has("对方编号一样"));
    CHECK(stage.driver().has("和别的线索重复"));  // the act that ends one of the two
    test::DeskStage alone(desk_sample("field_lead"), kLaptop);
    alone.driver().frames(2);
    CHECK_FALSE(alone.driver().has("可能和这些线索重复"));
}

TEST_CASE("reported: what stands under another name says so before it is signed for a lead") {
    for (const bool same : {true, false}) {
        DeskState lead = desk_sample("field_lead");
        REQUIRE(!lead.leads.open->may_be.empty());
        LeadCase& known = lead.leads.open->may_be.front();
        if (!same) known.applicant = "章西";
        const std::string id = known.id.text();
        test::DeskStage stage(std::move(lead), kLaptop);
        stage.play(desk::ChoseLeadStep{cases::LeadMove::Applied});
        stage.play(desk::ToggledValue{"application", id});
        stage.play(desk::PressedReadAct{});
        REQUIRE(stage.state().place == DeskPlace::ActConfirm);
        stage.driver().frames(2);
        CHECK(stage.driver().has("名字不一样") != same);
        if (!same) CHECK(stage.driver().has("章西"));
    }
}

TEST_CASE("suggestions and modules are walked and begun with the keyboard alone") {
    test::DeskStage stage(desk_sample("field_case_suggested"), kLaptop);
    auto& driver = stage.driver();
    const auto lines = help_lines(*stage.state().cases.view);
    const std::size_t before = stage.state().cases.chosen_help;
    driver.key(ImGuiKey_DownArrow);
    CHECK(stage.state().cases.chosen_help == before + 1);
    for (std::size_t i = 0; i < lines.size() && lines[stage.state().cases.chosen_help].what != HelpLine::What::Act; ++i)
        driver.key(ImGuiKey_DownArrow);
    REQUIRE(lines[stage.state().cases.chosen_help].what == HelpLine::What::Act);
    driver.frames(2);
    driver.key(ImGuiKey_Space);
    REQUIRE(stage.state().place == DeskPlace::Act);
    CHECK(stage.state().cases.act->kind.starts_with("module."));
    driver.key(ImGuiKey_Escape);
    CHECK(stage.state().place == DeskPlace::Case);
    driver.frames(2);
    for (std::size_t i = 0; i < lines.size() && lines[stage.state().cases.chosen_help].what != HelpLine::What::Paper;
         ++i)
        driver.key(ImGuiKey_DownArrow);
    CHECK(lines[stage.state().cases.chosen_help].what == HelpLine::What::Paper);
}

TEST_CASE("Tab reaches every control of the pages of leads and of help, and comes round again") {
    for (const char* name : {"field_leads", "field_lead", "field_lead_applied", "field_act_lead_applied",
                             "field_case_suggested", "field_act_module"}) {
        CAPTURE(name);
        test::DeskStage stage(desk_sample(name), kLaptop);
        const std::size_t count = stage.view().keys.order.size();
        REQUIRE(count >= 2);
        std::set<std::uint32_t> reached;
        for (std::size_t i = 0; i < count; ++i) {
            stage.driver().key(ImGuiKey_Tab);
            reached.insert(stage.view().keys.focus);
        }
        CHECK(reached.size() == count);
    }
}
