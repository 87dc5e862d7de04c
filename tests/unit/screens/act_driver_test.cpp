// Writing an act at the laptop's window: where a wrong box is told, and what stands beside the form.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <utility>

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

TEST_CASE("reported: beside a report stand what was established and the most that may be proposed") {
    const auto& words = test::demo_pack().words;
    const auto said = [](const screens::DrawLog& log, std::string_view what) {
        return std::any_of(log.things.begin(), log.things.end(),
                           [what](const auto& thing) { return thing.text.find(what) != std::string::npos; });
    };
    for (const platform::Size size : {kLaptop, platform::Size{1024, 768}}) {
        CAPTURE(size.width);
        test::DeskStage stage(desk_sample("field_act_report"), size);
        auto& driver = stage.driver();
        driver.frames(3);
        const CaseView& view = *stage.state().cases.view;
        REQUIRE_FALSE(view.folded.findings.found.empty());
        for (const auto& each : view.folded.findings.found)
            CHECK(said(stage.log(), words.text("act.element_found.choice.element." + each.element)));
        // 36 months of the pack's wage of the year before, whatever wage is typed.
        CHECK(said(stage.log(), "最多288,000.00"));
        CHECK(said(stage.log(), "2025年"));
        CHECK(said(stage.log(), "8,000.00"));
        CHECK_FALSE(said(stage.log(), "大约288,000.00"));
        stage.play(desk::ShowedMore{});
        stage.play(desk::TypedField{"on", "1990-01-01"});
        driver.frames(3);
        CHECK(said(stage.log(), "大约288,000.00"));
        CHECK_FALSE(said(stage.log(), "最多288,000.00"));
    }
    // The control: no other act has it.
    test::DeskStage other(desk_sample("field_act"), kLaptop);
    other.driver().frames(3);
    CHECK_FALSE(said(other.log(), words.text("field.report.ceiling")));
}

TEST_CASE("reported: a box of an answer says when it is full, as those of an act do") {
    for (const auto& [name, full] : {std::pair{"field_answer_more", DeskEvent(desk::TypedPaper{std::string(100, 'x')})},
                                     {"field_answer_filed", DeskEvent(desk::TypedNumber{std::string(100, 'x')})}}) {
        CAPTURE(name);
        test::DeskStage stage(desk_sample(name), kLaptop);
        const auto said = [&stage] {
            stage.driver().frames(2);
            return std::any_of(stage.log().things.begin(), stage.log().things.end(), [](const auto& thing) {
                return thing.text.find("写满了，最多 100 字") != std::string::npos;
            });
        };
        CHECK_FALSE(said());
        stage.play(full);
        CHECK(said());
    }
}

TEST_CASE("Ctrl+A takes all of a box of an act and of the search of cases, and what is typed comes in its place") {
    test::DeskStage act(desk_sample("field_act"), kLaptop);
    act.play(desk::TypedField{"finding", "写错了的一句"});
    act.driver().frames(2);
    const std::uint32_t box = screens::Desk::id_of(test::demo_pack().words.text("act.element_found.field.finding"));
    for (int i = 0; i < 30 && act.view().keys.focus != box; ++i)
        act.driver().key(ImGuiKey_Tab);
    REQUIRE(act.view().keys.focus == box);
    act.key_with_ctrl(ImGuiKey_A);
    act.driver().type("对");
    CHECK(act.state().cases.act->fields.at("finding").text == "对");
    test::DeskStage cases(desk_sample("field_cases_found"), kLaptop);
    cases.driver().frames(2);
    REQUIRE_FALSE(cases.state().cases.search.empty());
    cases.key_with_ctrl(ImGuiKey_A);
    cases.driver().type("q");
    CHECK(cases.state().cases.search == "q");
}

TEST_CASE("reported: arrows are those of the box in which somebody types, not of what lies beside the form") {
    test::DeskStage stage(desk_sample("field_act_visit"), kLaptop);
    auto& driver = stage.driver();
    std::string lines;
    for (int i = 0; i < 60; ++i)
        lines += "第" + std::to_string(i) + "行\n";
    stage.play(desk::TypedField{"statement", lines});
    driver.frames(2);
    const std::uint32_t box = screens::Desk::id_of(test::demo_pack().words.text("act.site_visited.field.statement"));
    for (int i = 0; i < 30 && stage.view().keys.focus != box; ++i)
        driver.key(ImGuiKey_Tab);
    driver.frames(2);
    REQUIRE(stage.view().keys.focus == box);
    const std::uint32_t beside = screens::Desk::id_of("field.act.side");
    const float before = stage.view().view.scrolls[beside].offset;
    const std::size_t caret = stage.view().keys.caret;
    driver.key(ImGuiKey_UpArrow);
    driver.frames(2);
    CHECK(stage.view().view.scrolls[beside].offset == before);
    CHECK(stage.view().keys.caret < caret);
    driver.key(ImGuiKey_PageDown);
    driver.frames(2);
    CHECK(stage.view().view.scrolls[beside].offset > before);
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

TEST_CASE("reported: whoever confirms or closes a promise has before them what its body and the person said of it") {
    const auto shown = [](cases::Standing standing, DeskPlace place) {
        DeskState state = desk_sample("field_case_promises");
        auto view = std::make_shared<CaseView>(*state.cases.view);
        const auto promised = std::find_if(view->facts.begin(), view->facts.end(),
                                           [](const cases::Fact& each) { return each.kind == "promised"; });
        REQUIRE(promised != view->facts.end());
        const cases::FactId promise = promised->id;
        const std::vector<std::pair<const char*, cases::Fields>> said{
            {"promise_claimed", {{"promise", promise.text()}, {"evidence", std::string("十二月三日已打卡")}}},
            {"promise_disputed", {{"promise", promise.text()}, {"reasons", std::string("卡上没有这笔钱")}}}};
        for (const auto& [kind, fields] : said) {
            cases::Fact fact = *std::find_if(view->facts.begin(), view->facts.end(),
                                             [&](const cases::Fact& each) { return each.id == promise; });
            cases::Entry entry = *view->folded.entry(promise);
            fact.kind = entry.kind = kind;
            fact.fields = fields;
            fact.id.bytes[0] = static_cast<std::uint8_t>(fact.id.bytes[0] + (fact.kind == "promise_claimed" ? 1 : 2));
            entry.id = fact.id;
            entry.standing = standing;
            view->facts.push_back(std::move(fact));
            view->folded.entries.push_back(std::move(entry));
        }
        state.cases.view = view;
        test::DeskStage stage(std::move(state), {1920, 1080});
        stage.play(desk::ChoseAct{"promise_confirmed", {{"promise", promise.text()}}});
        REQUIRE(stage.state().place == DeskPlace::Act);
        DeskState written = stage.state();
        written.place = place;
        test::DeskStage page(std::move(written), {1920, 1080});
        page.driver().frames(3);
        std::string all;
        for (const auto& thing : page.log().things)
            all += thing.text;
        return std::pair(all.find("十二月三日已打卡") != std::string::npos,
                         all.find("卡上没有这笔钱") != std::string::npos);
    };
    CHECK(shown(cases::Standing::InForce, DeskPlace::Act) == std::pair(true, true));
    CHECK(shown(cases::Standing::InForce, DeskPlace::ActConfirm) == std::pair(true, true));
    // The control: what was corrected is not held against anybody.
    CHECK(shown(cases::Standing::SetAside, DeskPlace::Act) == std::pair(false, false));
}
