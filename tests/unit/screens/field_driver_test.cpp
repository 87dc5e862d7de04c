// Sits down at the laptop: by mouse and by keyboard from the passphrase to the signed answer.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/screens/field_desk.hpp"
#include "tests/unit/screens/field_stage.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::asked;
using test::desk_sample;
using test::kLaptop;
using Status = domain::ApplicationStatus;

namespace {

#define CLICK(stage, label)                                 \
    do {                                                    \
        const bool clicked = (stage).driver().click(label); \
        INFO((stage).driver().last_failure());              \
        REQUIRE(clicked);                                   \
    } while (false)

}  // namespace

TEST_CASE("from the passphrase to a signed answer, with the mouse") {
    const DeskState inbox = desk_sample("field_inbox");
    const DeskState sheet = desk_sample("field_sheet");
    test::DeskStage stage(desk_sample("field_unlock"), kLaptop);
    auto& driver = stage.driver();

    driver.type("correct horse battery");
    CHECK_FALSE(driver.has("correct"));
    CLICK(stage, "打开");
    const auto unlock = asked<desk::Unlock>(stage);
    REQUIRE(unlock);
    CHECK(unlock->passphrase == "correct horse battery");
    stage.play(desk::Unlocked{inbox.person, inbox.role, inbox.court});
    REQUIRE(asked<desk::LoadInbox>(stage));
    stage.play(desk::LoadedInbox{inbox.rows, {}, inbox.index});
    stage.play(desk::WentTo{DeskPlace::Inbox});
    driver.frames(3);
    CHECK(driver.has("应𫖯安"));
    CHECK(driver.has("紧急"));

    CLICK(stage, "应𫖯安");
    const auto load = asked<desk::LoadSheet>(stage);
    REQUIRE(load);
    CHECK(load->id == sheet.sheet->row.id);
    stage.play(desk::LoadedSheet{*sheet.sheet});
    driver.frames(3);
    CHECK(driver.has("F1.01　姓名"));
    CHECK(driver.has("330199198603140177"));
    CLICK(stage, "初步提示");
    driver.frames(2);
    CHECK(driver.has("初步提示，不是结论"));
    CLICK(stage, "原件");
    driver.frames(2);
    driver.key(ImGuiKey_End);
    CHECK(driver.has("法院服务器，信箱第 231 号"));
    CLICK(stage, "办理经过");
    driver.frames(2);
    CHECK(driver.has("已送到法院"));

    CLICK(stage, "要补材料");
    driver.frames(2);
    REQUIRE(stage.state().place == DeskPlace::Answer);
    CLICK(stage, "读一遍");
    driver.frames(2);
    CHECK(driver.has("请至少选一样要补的材料"));
    CLICK(stage, "困难证明");
    CLICK(stage, "损害证明");
    driver.frames(2);
    CHECK(driver.has("1. 村里、社区或单位开的困难证明"));
    CLICK(stage, "读一遍");
    driver.frames(2);
    REQUIRE(stage.state().place == DeskPlace::Confirm);
    CHECK(driver.has("由谁签字"));
    CHECK(driver.has("叶知秋（法官）"));
    CHECK(driver.has("还差几样材料，这里一次告诉您。"));
    CHECK_FALSE(asked<desk::SignAnswer>(stage));
    CLICK(stage, "签字并记下");
    const auto sign = asked<desk::SignAnswer>(stage);
    REQUIRE(sign);
    CHECK(sign->id == sheet.sheet->row.id);
    CHECK(sign->draft.status == Status::NeedMore);
    CHECK(sign->draft.papers == std::vector<std::string>{"困难证明", "损害证明"});
    driver.frames(2);
    CLICK(stage, "正在签字……");
    CHECK_FALSE(asked<desk::SignAnswer>(stage));

    ApplicationSheet answered = *sheet.sheet;
    answered.row.status = Status::NeedMore;
    answered.history.push_back(
        {stage.state().now, "叶知秋（法官）", Status::NeedMore, "困难证明", mail::Delivery::Queued});
    stage.play(desk::Answered{answered});
    driver.frames(3);
    CHECK(driver.has("已签字，已存好"));
    CHECK(driver.has("已存在本机，有网就送"));
    CLICK(stage, "看办理经过");
    driver.frames(3);
    CHECK(driver.has("待补材料"));
    CLICK(stage, "返回");
    driver.frames(2);
    CHECK(stage.state().place == DeskPlace::Inbox);
    CLICK(stage, "锁定");
    driver.frames(2);
    CHECK(asked<desk::Lock>(stage));
    CHECK_FALSE(driver.has("应𫖯安"));
    CHECK(driver.has("这台电脑由叶知秋（法官）使用"));
}

TEST_CASE("the same without a mouse") {
    const DeskState inbox = desk_sample("field_inbox");
    const DeskState sheet = desk_sample("field_sheet");
    test::DeskStage stage(desk_sample("field_unlock"), kLaptop);
    auto& driver = stage.driver();
    driver.type("SHOUTED");
    CHECK(driver.has("大写锁定好像开着"));
    driver.key(ImGuiKey_Enter);
    REQUIRE(asked<desk::Unlock>(stage));
    stage.play(desk::UnlockFailed{"passphrase.wrong"});
    driver.frames(2);
    CHECK(driver.has("口令不对，请再输一次。"));
    driver.type("quiet");
    CHECK_FALSE(driver.has("大写锁定好像开着"));
    driver.key(ImGuiKey_Backspace);
    driver.key(ImGuiKey_Enter);
    const auto unlock = asked<desk::Unlock>(stage);
    REQUIRE(unlock);
    CHECK(unlock->passphrase == "quie");
    stage.play(desk::Unlocked{inbox.person, inbox.role, inbox.court});
    stage.play(desk::LoadedInbox{inbox.rows, {}, inbox.index});
    stage.play(desk::WentTo{DeskPlace::Inbox});
    driver.frames(3);
    (void)stage.take_effects();

    driver.key(ImGuiKey_DownArrow);
    driver.key(ImGuiKey_DownArrow);
    driver.key(ImGuiKey_UpArrow);
    CHECK(stage.state().chosen == 1);
    driver.type("䶮");
    CHECK(stage.state().search == "䶮");
    CHECK(shown_rows(stage.state()).size() == 1);
    driver.key(ImGuiKey_Escape);
    CHECK(stage.state().search.empty());
    driver.type("by");
    CHECK(shown_rows(stage.state()).size() == 1);
    stage.key_with_ctrl(ImGuiKey_A);  // all of it, and what is typed comes in its place
    driver.type("qax");
    CHECK(stage.state().search == "qax");
    stage.key_with_ctrl(ImGuiKey_A);
    driver.key(ImGuiKey_RightArrow);
    driver.type("z");
    CHECK(stage.state().search == "qaxz");
    stage.key_with_ctrl(ImGuiKey_A);
    driver.key(ImGuiKey_Backspace);
    CHECK(stage.state().search.empty());
    driver.key(ImGuiKey_Escape);
    stage.key_with_ctrl(ImGuiKey_S);
    CHECK(asked<desk::SyncNow>(stage));
    driver.key(ImGuiKey_Enter);
    REQUIRE(asked<desk::LoadSheet>(stage));
    stage.play(desk::LoadedSheet{*sheet.sheet});
    driver.frames(3);

    driver.key(ImGuiKey_RightArrow);
    CHECK(stage.state().tab == SheetTab::Pictures);
    driver.key(ImGuiKey_RightArrow);
    CHECK(stage.state().tab == SheetTab::Screening);
    driver.key(ImGuiKey_LeftArrow);
    driver.key(ImGuiKey_LeftArrow);
    driver.key(ImGuiKey_LeftArrow);
    CHECK(stage.state().tab == SheetTab::History);
    stage.play(desk::ChoseAnswer{Status::Received});
    driver.frames(3);
    REQUIRE(stage.state().place == DeskPlace::Answer);
    driver.key(ImGuiKey_Escape);
    CHECK(stage.state().place == DeskPlace::Sheet);

    stage.play(desk::ChoseAnswer{Status::NotFiled});
    driver.frames(3);
    driver.type("案子还在公安");
    driver.key(ImGuiKey_Enter);
    driver.type("请先找法制科");
    driver.key(ImGuiKey_UpArrow);
    driver.key(ImGuiKey_Home);
    driver.type("您的");
    CHECK(stage.state().draft.text == "您的案子还在公安\n请先找法制科");
    driver.key(ImGuiKey_Tab);
    driver.key(ImGuiKey_Tab);
    stage.key_with_ctrl(ImGuiKey_Enter);
    REQUIRE(stage.state().place == DeskPlace::Confirm);
    stage.key_with_ctrl(ImGuiKey_Enter);
    const auto sign = asked<desk::SignAnswer>(stage);
    REQUIRE(sign);
    CHECK(sign->draft.text == "您的案子还在公安\n请先找法制科");
    stage.key_with_ctrl(ImGuiKey_L);
    CHECK(stage.state().place == DeskPlace::Unlock);
}

TEST_CASE("reported: the green button and Enter open the case of an application, and answer nothing beside it") {
    // Ctrl+O stands in the bar of both.
    test::DeskStage stage(desk_sample("field_sheet"), kLaptop);
    auto& driver = stage.driver();
    driver.frames(3);
    REQUIRE(opens_case_first(stage.state()));
    CHECK(driver.has("Ctrl+O"));
    CHECK_FALSE(driver.has("一般下一步"));
    (void)stage.take_effects();
    driver.key(ImGuiKey_Enter);
    const auto open = asked<desk::OpenCaseFrom>(stage);
    REQUIRE(open);
    CHECK(open->application == desk_sample("field_sheet").sheet->row.id);
    // The control: it has its case already.
    DeskState known = desk_sample("field_sheet");
    CaseRow row;
    row.receipt = known.sheet->row.number;
    row.id.bytes[0] = 77;
    row.status = Status::Review;
    known.cases.rows = {row};
    CHECK_FALSE(opens_case_first(known));
    CHECK(answers_of_sheet(known).empty());
    CHECK_FALSE(answers_of_sheet(desk_sample("field_sheet")).empty());
    test::DeskStage other(std::move(known), kLaptop);
    other.driver().frames(3);
    CHECK(other.driver().has("打开案件"));
    CHECK(other.driver().has("审查中"));
    CHECK_FALSE(other.driver().has("一般下一步"));
    CHECK_FALSE(other.driver().has("没有立案"));
    other.play(desk::ChoseAnswer{Status::NotFiled});
    CHECK(other.state().place == DeskPlace::Sheet);
    (void)other.take_effects();
    other.driver().key(ImGuiKey_Enter);
    const auto shown = asked<desk::ShowCase>(other);
    REQUIRE(shown);
    CHECK(shown->id == row.id);
    CHECK_FALSE(other.state().cases.undo);  // nothing was signed
    // Whose office opens none is offered none.
    DeskState caller = desk_sample("field_sheet");
    caller.role = "caller";
    CHECK_FALSE(opens_case_first(caller));
}

TEST_CASE("reported: why an answer is not taken back is said on the page, in words") {
    for (const char* name : {"field_signed", "field_sheet"}) {
        CAPTURE(name);
        test::DeskStage stage(desk_sample(name), kLaptop);
        stage.key_with_ctrl(ImGuiKey_Z);
        stage.driver().frames(2);
        CHECK(stage.driver().has("这份申请里没有可以撤销的"));
    }
    for (const char* why : {"answer_nothing", "answer_sent", "answer_followed", "answer_others"})
        CHECK(test::demo_pack().words.has("field.problem.undo." + std::string(why)));
    DeskState answered = desk_sample("field_signed");
    answered.sheet->unsent = answered.sheet->row.id;
    test::DeskStage stage(std::move(answered), kLaptop);
    stage.key_with_ctrl(ImGuiKey_Z);
    stage.driver().frames(2);
    CHECK(stage.driver().has("已签字：答复申请人"));
    CLICK(stage, "撤销这一步");
    CHECK(asked<desk::UndoAct>(stage));
}

TEST_CASE("Tab reaches every control of every laptop screen and comes round again") {
    for (const char* name :
         {"field_unlock", "field_inbox", "field_sheet", "field_answer_more", "field_confirm_more", "field_signed"}) {
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
        CHECK(stage.view().keys.ring);
    }
}

TEST_CASE("as long as help is open, the keys that scroll are its own") {
    test::DeskStage stage(desk_sample("field_inbox"), kLaptop);
    auto& driver = stage.driver();
    driver.key(ImGuiKey_F1);
    driver.frames(2);
    const std::uint32_t help = screens::Desk::id_of("field.help");
    const std::size_t chosen = stage.state().chosen;
    driver.key(ImGuiKey_End);
    driver.key(ImGuiKey_DownArrow);
    driver.frames(3);
    CHECK(stage.state().chosen == chosen);
    CHECK(stage.view().view.scrolls[help].offset > 0);
    driver.key(ImGuiKey_Escape);
    driver.frames(2);
    driver.key(ImGuiKey_DownArrow);
    CHECK(stage.state().chosen == chosen + 1);
}

TEST_CASE("who cannot get in finds help, and types on behind it") {
    test::DeskStage stage(desk_sample("field_unlock"), kLaptop);
    auto& driver = stage.driver();
    driver.frames(2);
    CHECK_FALSE(driver.has("法院服务器上也没有"));
    driver.key(ImGuiKey_F1);
    driver.frames(2);
    CHECK(driver.has("法院服务器上也没有"));
    CHECK_FALSE(driver.has("到处都一样的键"));  // none of them does anything yet
    driver.key(ImGuiKey_Escape);
    driver.frames(2);
    CHECK_FALSE(driver.has("法院服务器上也没有"));
    driver.type("geheim");
    CHECK(stage.state().passphrase == "geheim");
    driver.key(ImGuiKey_F1);
    driver.key(ImGuiKey_Enter);
    REQUIRE(asked<desk::Unlock>(stage));
    stage.play(desk::Unlocked{});
    CHECK_FALSE(stage.state().help);
}

TEST_CASE("Tab begins with the page, and not with what locks the laptop") {
    for (const char* name : {"field_cases", "field_case", "field_sheet", "field_leads"}) {
        CAPTURE(name);
        test::DeskStage stage(desk_sample(name), kLaptop);
        const auto& order = stage.view().keys.order;
        const std::uint32_t lock = screens::Desk::id_of("锁定");
        const auto found = std::find(order.begin(), order.end(), lock);
        REQUIRE(found != order.end());
        CHECK(order.end() - found <= 5);  // lock, larger letters, contrast, help, mail
    }
}

TEST_CASE("of ten thousand applications only those in sight are drawn, and the chosen one is in sight") {
    const DeskState state = desk_sample("field_inbox_many");
    test::DeskStage stage(state, kLaptop);
    stage.driver().frames(3);
    CHECK(state.rows.size() == 10'000);
    CHECK(stage.log().things.size() < 400);
    const std::vector<std::size_t> shown = shown_rows(stage.state());
    CHECK(stage.driver().has(stage.state().rows[shown[stage.state().chosen]].number));
    stage.driver().key(ImGuiKey_PageDown);
    stage.driver().frames(3);
    CHECK(stage.state().chosen > state.chosen + 5);
    CHECK(stage.driver().has(stage.state().rows[shown[stage.state().chosen]].number));
}

TEST_CASE("a section of the application is brought into sight by its name") {
    test::DeskStage stage(desk_sample("field_sheet"), kLaptop);
    CHECK_FALSE(stage.driver().has("F1.71　申请理由"));
    CLICK(stage, "想请法院帮什么");
    stage.driver().frames(3);
    CHECK(stage.driver().has("F1.71　申请理由"));
}

TEST_CASE("the wheel and the keys scroll a sheet to its end") {
    test::DeskStage stage(desk_sample("field_sheet"), kLaptop);
    stage.driver().key(ImGuiKey_End);
    stage.driver().frames(3);
    CHECK(stage.driver().has("F3.1"));
    stage.driver().key(ImGuiKey_Home);
    stage.driver().frames(3);
    stage.driver().wheel(ImVec2(500, 450), -100);
    stage.driver().frames(3);
    CHECK(stage.driver().has("F3.1"));
}
