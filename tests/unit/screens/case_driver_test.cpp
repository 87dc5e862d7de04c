// A day with aid cases at the laptop, without a mouse; and the list of ten thousand.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>

#include "app/screens/field_desk.hpp"
#include "app/screens/sample_case.hpp"
#include "tests/unit/screens/field_stage.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::asked;
using test::desk_sample;
using test::kLaptop;
using Status = domain::ApplicationStatus;

TEST_CASE("from today's list to a signed act and back, with the keyboard alone") {
    DeskState today = desk_sample("field_today_judge");
    const DeskState opened = desk_sample("field_case");
    test::DeskStage stage(today, kLaptop);
    auto& driver = stage.driver();
    driver.key(ImGuiKey_DownArrow);
    CHECK(stage.state().cases.chosen_task == 1);
    driver.key(ImGuiKey_UpArrow);
    driver.key(ImGuiKey_F3);
    CHECK(stage.state().place == DeskPlace::Cases);
    driver.frames(2);
    // What the red marks mean stands there, whether or not one is in sight.
    CHECK(driver.has("有两条记录对不上"));
    CHECK(driver.has("很急，先行救助还没有办好"));
    driver.type("stj");
    CHECK(stage.state().cases.search == "stj");
    CHECK(driver.has("申屠静"));
    driver.key(ImGuiKey_Escape);
    CHECK(stage.state().cases.search.empty());
    driver.key(ImGuiKey_F2);
    CHECK(stage.state().place == DeskPlace::Today);
    driver.frames(2);
    driver.key(ImGuiKey_F1);
    driver.frames(2);
    CHECK(driver.has("到处都一样的键"));
    driver.key(ImGuiKey_Escape);
    driver.frames(2);
    CHECK_FALSE(driver.has("到处都一样的键"));
    (void)stage.take_effects();
    driver.key(ImGuiKey_Enter);
    const auto show = asked<desk::ShowCase>(stage);
    REQUIRE(show);
    CHECK(show->id == today.cases.tasks[0].about);
}

TEST_CASE("a wrong box says one sentence, comes into sight and has the keyboard") {
    test::DeskStage stage(desk_sample("field_act_report"), kLaptop);
    auto& driver = stage.driver();
    driver.frames(2);
    const auto said = [&](std::string_view words) {
        std::size_t count = 0;
        for (const auto& thing : stage.log().things)
            if (thing.text.find(words) != std::string::npos) ++count;
        return count;
    };
    stage.play(desk::TypedField{"wage", "6000"});
    stage.play(desk::TypedField{"amount", "99999999999999"});
    stage.key_with_ctrl(ImGuiKey_Enter);
    driver.frames(3);
    REQUIRE(stage.state().place == DeskPlace::Act);
    REQUIRE(stage.state().cases.act->refusal == "field.amount");
    CHECK(said("金额太大了") == 1);
    CHECK(said("不像一个金额") == 0);
    CHECK(said("金额空着") == 0);
    for (const char* key : {"act.report_written.field.amount", "act.field.amount"})
        if (test::demo_pack().words.has(key)) {
            CHECK(stage.view().keys.focus == screens::Desk::id_of(test::demo_pack().words.text(key)));
            break;
        }
    stage.play(desk::TypedField{"amount", "-3"});
    driver.frames(2);
    CHECK(said("金额不能是负数") == 1);
    stage.play(desk::TypedField{"amount", "很多"});
    driver.frames(2);
    CHECK(said("不像一个金额") == 1);
    stage.play(desk::TypedField{"amount", "24000"});
    driver.frames(2);
    CHECK(said("不像一个金额") == 0);
    CHECK(said("大写：") == 2);  // of the wage, too
}

TEST_CASE("papers are chosen by arrows and made by a blank") {
    test::DeskStage stage(desk_sample("field_case_papers"), kLaptop);
    auto& driver = stage.driver();
    driver.frames(2);
    const auto& papers = stage.state().cases.view->papers;
    REQUIRE(papers.size() > 2);
    const std::string second = papers[1].id;
    driver.key(ImGuiKey_DownArrow);
    driver.key(ImGuiKey_DownArrow);
    driver.frames(2);
    (void)stage.take_effects();
    driver.key(ImGuiKey_Space);
    const auto make = asked<desk::MakePaper>(stage);
    REQUIRE(make);
    CHECK(make->paper == second);
}

TEST_CASE(
    "reported: Ctrl+Z takes nothing back while something is typed, and what is taken back is said with its person") {
    const auto says = [](test::DeskStage& stage, const std::string& words) {
        std::string all;
        for (const auto& thing : stage.log().things)
            all += thing.text;
        return all.find(words) != std::string::npos;
    };
    flow::DeskState state = desk_sample("field_case_undo");
    const std::string whose = state.cases.view->folded.applicant;
    const auto undo = state.cases.undo;
    SUBCASE("on the page of the case it does") {
        test::DeskStage stage(state, kLaptop);
        stage.driver().frames(2);
        CHECK(says(stage, "（" + whose + "）"));
        stage.key_with_ctrl(ImGuiKey_Z);
        CHECK(asked<desk::UndoAct>(stage));
        stage.play(desk::ActUndone{});
        stage.driver().frames(2);
        CHECK(says(stage, "已撤销："));
        CHECK_FALSE(says(stage, "可以撤销：点右边"));
    }
    SUBCASE("what goes with the opening of a case is named beside it") {
        state.cases.undo->kind = "case_opened";
        for (const WithOpening with : {WithOpening{}, WithOpening{true, false}, WithOpening{false, true}}) {
            state.cases.undo->with = with;
            test::DeskStage stage(state, kLaptop);
            stage.driver().frames(2);
            CHECK(says(stage, "已签字：开立救助案件"));
            CHECK(says(stage, "和给申请人的“收到了”") == with.answer);
            CHECK(says(stage, "和线索里记的“本人已申请”") == with.lead);
        }
    }
    SUBCASE("in the box of the search it does not") {
        flow::DeskState list = desk_sample("field_cases");
        list.cases.undo = undo;
        test::DeskStage stage(list, kLaptop);
        stage.driver().frames(2);  // the keyboard begins in the box
        stage.key_with_ctrl(ImGuiKey_Z);
        CHECK_FALSE(asked<desk::UndoAct>(stage));
        CHECK(stage.state().problem.empty());
    }
    SUBCASE("nor in a form, where nothing offers it") {
        flow::DeskState act = desk_sample("field_act_report");
        act.cases.undo = undo;
        act.cases.undo->until = act.now + 9'000;
        test::DeskStage stage(act, kLaptop);
        stage.driver().frames(2);
        CHECK_FALSE(says(stage, "可以撤销：点右边"));
        stage.key_with_ctrl(ImGuiKey_Z);
        CHECK_FALSE(asked<desk::UndoAct>(stage));
    }
}

TEST_CASE(
    "reported: the head of a case names the original case whole, on a small screen with the largest letters too") {
    flow::DeskState state = desk_sample("field_case");
    const std::string original = state.cases.view->folded.original_case;
    REQUIRE_FALSE(original.empty());
    for (const platform::Size size : {kLaptop, platform::Size{1024, 768}}) {
        state.text_size = flow::TextSize::Largest;
        test::DeskStage stage(state, size);
        stage.driver().frames(2);
        std::string all;
        for (const auto& thing : stage.log().things)
            all += thing.text + "|";
        CHECK_MESSAGE(all.find(original + "|") != std::string::npos, size.width);
    }
}

TEST_CASE("reported: the report that is put to the vote is named once before it is signed, and stands there whole") {
    DeskState state = desk_sample("field_case");
    const CaseView& view = *state.cases.view;
    const auto report = std::find_if(view.facts.begin(), view.facts.end(),
                                     [](const cases::Fact& fact) { return fact.kind == "report_written"; });
    REQUIRE(report != view.facts.end());
    state.cases.act =
        begin_act(&view, "ballot_opened", {{"report", report->id.text()}, {"body", std::string("committee")}});
    state.place = DeskPlace::ActConfirm;
    test::DeskStage stage(std::move(state), kLaptop);
    stage.driver().frames(2);
    std::string all;
    for (const auto& thing : stage.log().things)
        all += thing.text + "|";
    CHECK(all.find(test::demo_pack().words.text("act.ballot_opened.field.body")) != std::string::npos);  // the control
    CHECK(all.find(test::demo_pack().words.text("act.ballot_opened.field.report")) == std::string::npos);
    CHECK(all.find(std::string(report->text("reasons")).substr(0, 12)) != std::string::npos);
}

TEST_CASE("reported: of a ballot that has its report among its papers the course names the report once") {
    const DeskState opened = desk_sample("field_case");
    const auto times = [&opened](bool among_papers, bool whole) {
        auto view = std::make_shared<CaseView>(*opened.cases.view);
        const auto newest = course_of(*view).front()->id;
        std::string report, other;
        for (const cases::Fact& fact : view->facts)
            if (fact.id != newest) (fact.kind == "report_written" ? report : other) = fact.id.text();
        REQUIRE_FALSE(report.empty());
        REQUIRE_FALSE(other.empty());
        const cases::Fields fields{
            {"body", std::string("committee")},
            {"report", report},
            {"papers", among_papers ? std::vector<std::string>{report, other} : std::vector<std::string>{other}}};
        for (cases::Fact& fact : view->facts)
            if (fact.id == newest) fact.kind = "ballot_opened", fact.fields = fields;
        for (cases::Entry& entry : view->folded.entries)
            if (entry.id == newest) entry.kind = "ballot_opened";
        DeskState state = opened;
        state.cases.view = view;
        if (whole) state.cases.opened_fact = newest;
        test::DeskStage stage(std::move(state), {1366, 3000});  // nothing is out of sight
        stage.driver().frames(2);
        const std::string title = test::demo_pack().words.text("act.report_written.title");
        std::size_t count = 0;
        for (const auto& thing : stage.log().things)
            if (thing.kind == screens::DrawnKind::text)
                for (std::size_t at = thing.text.find(title); at != std::string::npos;
                     at = thing.text.find(title, at + 1))
                    ++count;
        return count;
    };
    CHECK(times(true, false) == times(false, false));
    CHECK(times(true, true) == times(false, true));
    CHECK(times(true, true) > times(true, false));  // the control: whoever opens it reads it there again
}

TEST_CASE("where the table of pinyin is missing, a search says so") {
    flow::DeskState state = desk_sample("field_cases_none_found");
    for (const bool by_sound : {true, false}) {
        state.cases.by_sound = by_sound;
        test::DeskStage stage(state, kLaptop);
        stage.driver().frames(2);
        std::string all;
        for (const auto& thing : stage.log().things)
            all += thing.text;
        CHECK((all.find("没有拼音表") != std::string::npos) != by_sound);
    }
}

TEST_CASE("help names the lists that the office has, and no others") {
    for (const bool reads : {true, false}) {
        flow::DeskState state = desk_sample(reads ? "field_today_judge" : "field_today_caller");
        test::DeskStage stage(state, kLaptop);
        stage.play(desk::PressedHelp{});
        stage.driver().frames(2);
        std::string all;
        for (const auto& thing : stage.log().things)
            all += thing.text + "|";
        CHECK(all.find("|F3|") != std::string::npos);
        CHECK((all.find("|F4|") != std::string::npos) == reads);
        CHECK((all.find("|F5|") != std::string::npos) == reads);
    }
}

TEST_CASE("a box that is full says so") {
    test::DeskStage stage(desk_sample("field_act_more"), kLaptop);
    auto& driver = stage.driver();
    driver.frames(2);
    CHECK_FALSE(driver.has("写满了"));
    std::string long_one;
    for (int i = 0; i < 8'000; ++i)
        long_one += "x";
    stage.play(desk::TypedField{"note", long_one});
    driver.frames(3);
    bool said = false;
    for (const auto& thing : stage.log().things)
        said = said || thing.text.find("写满了") != std::string::npos;
    CHECK(said);
}

TEST_CASE("a day is typed as the program writes it, and a wrong one says one sentence with one example") {
    test::DeskStage stage(desk_sample("field_act_more"), kLaptop);
    auto& driver = stage.driver();
    const auto said = [&](std::string_view words) {
        std::size_t count = 0;
        for (const auto& thing : stage.log().things)
            if (thing.text.find(words) != std::string::npos) ++count;
        return count;
    };
    for (const char* typed : {"2026年11月20日", "11月20日", "11.20"}) {
        CAPTURE(typed);
        stage.play(desk::TypedField{"on", typed});
        CHECK(std::get<std::string>(signed_fields(*stage.state().cases.act).at("on")) == "2026-11-20");
    }
    stage.play(desk::TypedField{"on", "上个月"});
    stage.play(desk::PressedReadAct{});
    driver.frames(3);
    REQUIRE(stage.state().cases.act->refusal == "field.on");
    CHECK(said("这不像一个日子") == 1);
    CHECK(said("没有填好") == 0);
    CHECK(said("不写就是今天") == 0);
}

TEST_CASE("after a filter was chosen with the keyboard, arrows and Enter are the marked row's") {
    test::DeskStage stage(desk_sample("field_cases"), kLaptop);
    auto& driver = stage.driver();
    driver.frames(2);
    driver.key(ImGuiKey_Tab);  // from the search to the filter of all
    driver.key(ImGuiKey_Tab);
    driver.key(ImGuiKey_Enter);
    REQUIRE(stage.state().cases.stage);
    const auto stage_chosen = stage.state().cases.stage;
    driver.frames(2);
    REQUIRE(stage.state().cases.shown.size() >= 2);
    const std::size_t before = stage.state().cases.chosen;
    driver.key(before == 0 ? ImGuiKey_DownArrow : ImGuiKey_UpArrow);
    CHECK(stage.state().cases.chosen != before);
    (void)stage.take_effects();
    driver.key(ImGuiKey_Enter);
    CHECK(stage.state().cases.stage == stage_chosen);
    const auto show = asked<desk::ShowCase>(stage);
    REQUIRE(show);
    CHECK(show->id == stage.state().cases.rows[stage.state().cases.shown[stage.state().cases.chosen]].id);
}

TEST_CASE("the register of special claims is a filter of the list, by the keyboard too") {
    test::DeskStage stage(desk_sample("field_cases"), kLaptop);
    auto& driver = stage.driver();
    driver.frames(2);
    const auto& cases = stage.state().cases;
    const auto kept = static_cast<std::size_t>(
        std::count_if(cases.rows.begin(), cases.rows.end(), [](const CaseRow& row) { return row.claim.has_value(); }));
    REQUIRE(kept > 0);
    REQUIRE(kept < cases.shown.size());
    CHECK(driver.has("特别债权 " + std::to_string(kept)));
    for (std::size_t i = 0; i < cases::kStageNames.size() + 2; ++i)  // behind the filter of all and those of the stages
        driver.key(ImGuiKey_Tab);
    driver.key(ImGuiKey_Enter);
    CHECK(cases.claims);
    CHECK(cases.shown.size() == kept);
    driver.key(ImGuiKey_Escape);
    CHECK_FALSE(cases.claims);
}

TEST_CASE("arrows take the keyboard from whatever had it, and Tab goes on behind that") {
    test::DeskStage stage(desk_sample("field_inbox"), kLaptop);
    auto& driver = stage.driver();
    driver.frames(2);
    const auto order = stage.view().keys.order;
    REQUIRE(order.size() > 3);
    driver.key(ImGuiKey_Tab);
    const auto before = std::find(order.begin(), order.end(), stage.view().keys.focus);
    REQUIRE(before + 1 < order.end());
    driver.key(ImGuiKey_DownArrow);
    const std::size_t chosen = stage.state().chosen;
    (void)stage.take_effects();
    driver.key(ImGuiKey_Enter);
    const auto load = asked<desk::LoadSheet>(stage);
    REQUIRE(load);
    CHECK(load->id == stage.state().rows[shown_rows(stage.state())[chosen]].id);
    stage.play(desk::LoadFailed{"inbox.unknown"});
    driver.key(ImGuiKey_Tab);
    CHECK(stage.view().keys.focus == *(before + 1));
}

TEST_CASE("Tab leads through a form to what leads on, then back, then to what stands around every page") {
    for (const char* name : {"field_act", "field_act_report", "field_act_lead_noted", "field_answer_more"}) {
        CAPTURE(name);
        test::DeskStage stage(desk_sample(name), kLaptop);
        stage.driver().frames(2);
        const auto& order = stage.view().keys.order;
        const auto at = [&](const char* label) {
            return std::find(order.begin(), order.end(), screens::Desk::id_of(label)) - order.begin();
        };
        const auto end = static_cast<std::ptrdiff_t>(order.size());
        const std::ptrdiff_t read = at("读一遍"),
                             back = std::string_view(name) == "field_answer_more" ? at("回到申请表") : at("不办了");
        REQUIRE(read < end);
        CHECK(read > 0);
        CHECK(back == read + 1);
        CHECK(at("锁定") == back + 1);
    }
}

TEST_CASE("the boxes that a button opens have the keyboard, and Tab goes on through them") {
    test::DeskStage stage(desk_sample("field_act"), kLaptop);
    auto& driver = stage.driver();
    driver.frames(2);
    const std::uint32_t more = screens::Desk::id_of("哪一天、根据什么、附记");
    const auto has_more = [&] {
        const auto& order = stage.view().keys.order;
        return std::find(order.begin(), order.end(), more) != order.end();
    };
    REQUIRE(has_more());
    for (std::size_t i = 0; i < 100 && stage.view().keys.focus != more; ++i)
        driver.key(ImGuiKey_Tab);
    REQUIRE(stage.view().keys.focus == more);
    driver.key(ImGuiKey_Space);
    driver.frames(2);
    REQUIRE(stage.state().cases.act->more);
    CHECK_FALSE(has_more());
    driver.type("2026-11-23");
    CHECK(stage.state().cases.act->fields.at("on").text == "2026-11-23");
    driver.key(ImGuiKey_Tab);
    const auto& order = stage.view().keys.order;
    const auto read = std::find(order.begin(), order.end(), screens::Desk::id_of("读一遍"));
    const auto now = std::find(order.begin(), order.end(), stage.view().keys.focus);
    CHECK(now < read);  // still in the form
}

TEST_CASE("an act is filled in, read over and signed with the keyboard alone") {
    test::DeskStage stage(desk_sample("field_case"), kLaptop);
    auto& driver = stage.driver();
    driver.frames(2);
    driver.key(ImGuiKey_RightArrow);
    CHECK(stage.state().cases.tab == CaseTab::Application);
    driver.frames(2);
    driver.key(ImGuiKey_LeftArrow);
    driver.frames(2);
    driver.key(ImGuiKey_Enter);  // the next act
    REQUIRE(stage.state().place == DeskPlace::Act);
    CHECK(stage.state().cases.act->kind == "element_found");
    driver.frames(2);
    stage.key_with_ctrl(ImGuiKey_Enter);
    CHECK(stage.state().place == DeskPlace::Act);
    CHECK(driver.has("没有填好"));
    // The keyboard stands at the first open question, not in the first box that can be typed into.
    CHECK(stage.view().keys.focus == screens::Desk::id_of("身份", 1000));
    CHECK(stage.view().keys.ring);
    // Tab walks on, a blank takes the choice where it stands: the first of each group.
    const auto chosen = [&](const char* field) {
        const auto& fields = stage.state().cases.act->fields;
        const auto found = fields.find(field);
        return found != fields.end() && !found->second.chosen.empty();
    };
    const std::uint32_t first = screens::Desk::id_of("身份", 1000), sure = screens::Desk::id_of("有证据证明", 1011);
    for (const std::uint32_t wanted : {first, sure}) {
        for (int i = 0; i < 80 && stage.view().keys.focus != wanted; ++i)
            driver.key(ImGuiKey_Tab);
        REQUIRE(stage.view().keys.focus == wanted);
        driver.key(ImGuiKey_Space);
    }
    const std::uint32_t finding = screens::Desk::id_of(test::demo_pack().words.text("act.element_found.field.finding"));
    for (int i = 0; i < 80 && stage.view().keys.focus != finding; ++i)
        driver.key(ImGuiKey_Tab);
    driver.type("每月药费一千二");
    CHECK(stage.state().cases.act->fields.at("finding").text == "每月药费一千二");
    CHECK(chosen("element"));
    CHECK(chosen("sure"));
    stage.key_with_ctrl(ImGuiKey_Enter);
    REQUIRE(stage.state().place == DeskPlace::ActConfirm);
    CHECK(driver.has("以谁的名义"));
    CHECK_FALSE(asked<desk::DoAct>(stage));
    stage.key_with_ctrl(ImGuiKey_Enter);
    const auto act = asked<desk::DoAct>(stage);
    REQUIRE(act);
    CHECK(std::get<std::string>(act->fields.at("element")) == "identity");
    const cases::CaseId about = *act->about;
    stage.play(desk::ActDone{about, about});
    driver.frames(2);
    CHECK(driver.has("还没送出，可以撤销"));
    auto view = std::make_shared<CaseView>(*stage.state().cases.view);
    view->unsent.push_back(about);
    stage.play(desk::CaseShown{view});
    driver.frames(2);
    stage.key_with_ctrl(ImGuiKey_Z);
    CHECK(asked<desk::UndoAct>(stage));
}

TEST_CASE("Tab reaches every control of every page of cases and comes round again") {
    for (const char* name : {"field_today_judge", "field_cases", "field_case", "field_case_papers", "field_act",
                             "field_act_confirm", "field_act_vote", "field_act_revisit", "field_case_undo"}) {
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

TEST_CASE("of two referrals each has its own paper, named by its body, and pressing it makes that one") {
    DeskState state = desk_sample("field_case_promises");
    auto view = std::make_shared<CaseView>(*state.cases.view);
    const auto asked_first =
        std::find_if(view->facts.begin(), view->facts.end(), [](const auto& fact) { return fact.kind == "referred"; });
    REQUIRE(asked_first != view->facts.end());
    cases::Fact second = *asked_first;
    second.id.bytes.front() ^= 0xFFU;
    second.fields["body"] = std::string("education");
    view->papers = {{"notice", "告知书", true},
                    {"referral", "转办函", true, second.id},
                    {"referral", "转办函", true, asked_first->id}};
    view->facts.push_back(std::move(second));
    state.cases.view = view;
    state.cases.tab = CaseTab::Papers;
    test::DeskStage stage(state, kLaptop);
    const auto& papers = view->papers;
    const auto first =
        std::find_if(papers.begin(), papers.end(), [](const PaperRow& row) { return row.id == "referral"; });
    REQUIRE(std::next(first)->id == "referral");
    stage.driver().frames(2);
    CHECK(stage.driver().has("，县教育局学生资助中心）"));
    CHECK(stage.driver().has("，县民政局社会救助科）"));
    for (const PaperRow& row : {*first, *std::next(first)}) {
        stage.play(desk::PaperFailed{"paper.not_yet"});
        stage.play(desk::PressedPaper{row.id, row.about});
        const auto made = asked<desk::MakePaper>(stage);
        REQUIRE(made);
        CHECK(made->fact == row.about);
    }
}

TEST_CASE("of ten thousand cases only those in sight are drawn") {
    test::DeskStage stage(desk_sample("field_cases_many"), kLaptop);
    stage.driver().frames(3);
    std::size_t rows = 0;
    for (const auto& thing : stage.log().things)
        if (thing.kind == screens::DrawnKind::target) ++rows;
    CHECK(rows < 60);
    CHECK(stage.state().cases.shown.size() == 10'000);
    CHECK(stage.driver().has("7778"));  // the chosen one is in sight
}

TEST_CASE("rules of safe contact stand above the number and the script") {
    test::DeskStage stage(desk_sample("field_today_caller"), kLaptop);
    stage.driver().frames(2);
    float rule = -1, number = -1;
    for (const auto& thing : stage.log().things) {
        if (thing.kind != screens::DrawnKind::text) continue;
        if (rule < 0 && thing.text.find("联系前先看") != std::string::npos) rule = thing.rect.y;
        if (number < 0 && thing.text.find("电话：") != std::string::npos) number = thing.rect.y;
    }
    CHECK(rule > 0);
    CHECK(number > rule);
}

TEST_CASE("to somebody whom a call can hurt the script says their own word first, and the court's name last") {
    test::DeskStage stage(desk_sample("field_act_revisit"), kLaptop);
    stage.driver().frames(2);
    std::string all;
    for (const auto& thing : stage.log().things)
        if (thing.kind == screens::DrawnKind::text) all += thing.text + "\n";
    const std::size_t own = all.find("先说本人约的暗号：“桂花。”"), who = all.find("“请问您是申屠静吗？”");
    const std::size_t court = all.find("“我是测试县人民法院的");
    REQUIRE(own != std::string::npos);
    REQUIRE(who != std::string::npos);
    REQUIRE(court != std::string::npos);
    CHECK(own < who);
    CHECK(who < court);
    CHECK(all.find("您好，我是测试县人民法院") == std::string::npos);
}

TEST_CASE("the keys that a page of a case names do something there") {
    const DeskState opened = desk_sample("field_case");
    const std::string blank = test::demo_pack().words.text("keys.blank");
    for (const CaseTab tab : kCaseTabs) {
        test::DeskStage stage(opened, kLaptop);
        stage.play(desk::ChoseCaseTab{tab});
        stage.driver().frames(2);
        const bool opens = tab == CaseTab::Course || tab == CaseTab::Help || tab == CaseTab::Papers;
        CHECK_MESSAGE(stage.driver().has(blank + " ") == opens, static_cast<int>(tab));
    }
}
