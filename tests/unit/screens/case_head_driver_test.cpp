// What a case's own pages say of it: its head, its papers, and what stands under a sum.
#include <doctest/doctest.h>

#include <memory>

#include "app/screens/field_desk.hpp"
#include "app/screens/sample_case.hpp"
#include "tests/unit/screens/field_stage.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::desk_sample;
using test::kLaptop;
using Status = domain::ApplicationStatus;

TEST_CASE("two cases under one number: each says so in its head, and what is to be done") {
    DeskState state = desk_sample("field_case");
    {
        test::DeskStage alone(state, kLaptop);
        alone.driver().frames(2);
        CHECK_FALSE(alone.driver().has("还有案件用了同一个案号"));
    }
    auto view = std::make_shared<CaseView>(*state.cases.view);
    view->number_shared.push_back({cases::CaseId{}, "毕䶮", Status::Review});
    state.cases.view = view;
    test::DeskStage stage(state, kLaptop);
    stage.driver().frames(2);
    CHECK(stage.driver().has("还有案件用了同一个案号"));
    CHECK(stage.driver().has("毕䶮"));
    CHECK(stage.driver().has("更正姓名、案号"));
}

TEST_CASE("an application that was filled in on another form says so, and shows what has no place in this one") {
    DeskState state = desk_sample("field_case_application");
    const std::string changed = "这份申请是照另一版", title = "另一版申请表上的内容";
    {
        test::DeskStage alone(state, kLaptop);
        alone.driver().frames(2);
        CHECK_FALSE(alone.driver().has(changed));
        CHECK_FALSE(alone.driver().has(title));
    }
    auto view = std::make_shared<CaseView>(*state.cases.view);
    view->application->others["F1.04a"] = domain::Answer{std::string("靠打鱼过日子")};
    state.cases.view = view;
    test::DeskStage stage(state, kLaptop);
    stage.driver().frames(2);
    CHECK(stage.driver().has(changed));
    CHECK(stage.driver().has("有1处回答"));
}

TEST_CASE("a paper that was signed under another pack says so beside its pages") {
    DeskState state = desk_sample("field_paper");
    {
        test::DeskStage alone(state, kLaptop);
        alone.driver().frames(2);
        CHECK_FALSE(alone.driver().has("这份文书签署时用的"));
    }
    state.cases.shown_paper->signed_under = "zhejiang-demo@7";
    test::DeskStage stage(state, kLaptop);
    stage.driver().frames(2);
    CHECK(stage.driver().has("这份文书签署时用的"));
}

TEST_CASE("two papers of one title are told apart, and those that cannot be made yet are said to be so") {
    DeskState state = desk_sample("field_case_papers");
    auto view = std::make_shared<CaseView>(*state.cases.view);
    view->papers = {{"decision_grant", "国家司法救助决定书", true}, {"acceptance", "受理通知书", true}};
    state.cases.view = view;
    {
        test::DeskStage alone(state, kLaptop);
        alone.driver().frames(2);
        CHECK_FALSE(alone.driver().has("给予救助"));
        CHECK_FALSE(alone.driver().has("现在还不能做"));
    }
    view->papers.push_back({"decision_refuse", "国家司法救助决定书", false});
    // Each names the step for which it waits, or that what was done led elsewhere.
    view->papers.push_back({"revisit", "回访记录", false});
    view->papers.push_back({"report", "审查报告", false});
    test::DeskStage stage(state, kLaptop);
    stage.driver().frames(2);
    CHECK(stage.driver().has("国家司法救助决定书（给予救助）"));
    CHECK(stage.driver().has("国家司法救助决定书（不予救助）"));
    CHECK(stage.driver().has("现在还不能做"));
    const auto& words = test::demo_pack().words;
    for (const char* step : {"decided", "revisit_made"})
        CHECK(stage.driver().has("要先办：" + words.text("act." + std::string(step) + ".title")));
    // The last row lies below the fold: the same without the first two.
    auto later = std::make_shared<CaseView>(*view);
    later->papers.erase(later->papers.begin(), later->papers.begin() + 2);
    state.cases.view = later;
    test::DeskStage below(state, kLaptop);
    below.driver().frames(2);
    CHECK_FALSE(below.driver().has("要先办：" + words.text("act.report_written.title")));
    CHECK(below.driver().has(words.text("field.papers_of_case.other")));
}

TEST_CASE("who votes for another sum than the report proposes is told so under the sum") {
    test::DeskStage stage(desk_sample("field_act_vote"), kLaptop);
    stage.driver().frames(2);
    CHECK(stage.driver().has("跟报告不同："));
    stage.play(desk::TypedField{"amount", "48000"});
    stage.driver().frames(2);
    CHECK_FALSE(stage.driver().has("跟报告不同："));
}

TEST_CASE("a case that was opened before there was an alert of it says in its head that who acts did the harm") {
    DeskState state = desk_sample("field_case");
    auto view = std::make_shared<CaseView>(*state.cases.view);
    view->cautions = {{"骆大勇", PayCaution::Why::Said}, {"骆小勇", PayCaution::Why::Hidden}};
    state.cases.view = view;
    test::DeskStage stage(state, kLaptop);
    stage.driver().frames(2);
    CHECK(stage.driver().has("骆大勇"));
    CHECK_FALSE(stage.driver().has("骆小勇"));  // of a payment alone
    // Whoever has an alert of it, or has seen to it, is not told twice.
    view->folded.care.alerts.push_back({view->folded.id, "guardian", {}, {}, {}});
    test::DeskStage alerted(state, kLaptop);
    alerted.driver().frames(2);
    CHECK_FALSE(alerted.driver().has("骆大勇"));
}
