// Other help at the laptop's window: referrals by what fits, consent first, and modules that are data only.
#include "app/flow/help_desk.hpp"

#include <doctest/doctest.h>

#include "app/flow/help_rows.hpp"
#include "tests/unit/flow/desk_player.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::Player;
using test::Story;
using test::text;
using test::view_of;

namespace {

// A module that exists nowhere but here.
domain::AidModule firewood() {
    const auto act = [](const char* id, const char* who, std::vector<std::string> in, const char* to) {
        domain::ModuleAct one;
        one.id = one.title = id;
        one.who = {who};
        one.in = std::move(in);
        one.to = to;
        return one;
    };
    domain::AidModule module;
    module.id = "firewood";
    module.title = "柴火";
    module.stages = {{"asked", "问了", false}, {"brought", "送到了", true}};
    module.acts = {act("ask", "judge", {}, "asked"), act("bring", "leader", {"asked"}, "brought")};
    module.acts[0].fields = {{"loads", "几担", "count", true, {}, {}},
                             {"wood", "哪种", "choice", true, {"oak", "pine"}, {"栎树", "松树"}}};
    module.limits = {{"soon", "asked", {"bring"}, 3, domain::ModuleLimit::Unit::Days, "村规"}};
    module.papers = {{"note", "柴火单", "ask", {"{wood}"}}};
    return module;
}

struct Help : Player {
    Story story;
    pack::Pack pack;

    Help() {
        story.until_review();
        pack.modules = {firewood()};
    }
    [[nodiscard]] std::shared_ptr<CaseView> seen_by(const char* who) const {
        auto view = view_of(story, who);
        view->modules = module_rows(pack, *view, domain::Date::in_china(story.now));
        HelpRow asked, free;
        asked.item = "N04";
        asked.agreed = {"civil_affairs"};
        asked.share = {"F1.01"};
        free.item = "N06";
        free.to_ask = {"education"};
        free.share = {"F1.01", "F1.40"};
        view->suggestions = {asked, free};
        return view;
    }
    void open_as(const char* who) {
        sit_down(std::string(who));
        play(desk::WentTo{DeskPlace::Cases});
        open(seen_by(who));
        play(desk::ChoseCaseTab{CaseTab::Help});
    }
    [[nodiscard]] std::string chosen(const char* field) const {
        const auto& fields = state.cases.act->fields;
        const auto found = fields.find(field);
        if (found == fields.end()) return {};
        return found->second.chosen.empty() ? found->second.text : found->second.chosen.front();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Help, "one key starts the referral with item, body and what may be told") {
    open_as("judge");
    play(desk::PressedHelpLine{0});
    REQUIRE(state.place == DeskPlace::Act);
    CHECK(state.cases.act->kind == "referred");
    CHECK(chosen("item") == "N04");
    CHECK(chosen("body") == "civil_affairs");
    CHECK(chosen("shared") == "F1.01");
}

TEST_CASE_FIXTURE(Help, "who has not agreed is asked first, and the referral goes on after that signature") {
    open_as("judge");
    play(desk::MovedHelpLine{1});
    CHECK(state.cases.chosen_help == 1);
    play(desk::PressedHelpLine{1});
    REQUIRE(state.place == DeskPlace::Act);
    CHECK(state.cases.act->kind == "consent_given");
    CHECK(chosen("bodies") == "education");
    SUBCASE("signed") {
        play(desk::ToggledValue{"how", "signed"});
        play(desk::PressedReadAct{});
        play(desk::PressedSignAct{});
        REQUIRE(asked<desk::DoAct>());
        const auto id = story.act("judge", "consent_given",
                                  {{"bodies", std::vector<std::string>{"education"}}, {"how", text("signed")}});
        play(desk::ActDone{story.facts.front().id, id});
        play(desk::CaseShown{seen_by("judge")});
        REQUIRE(state.place == DeskPlace::Act);
        CHECK(state.cases.act->kind == "referred");
        CHECK(chosen("body") == "education");
        CHECK(chosen("item") == "N06");
    }
    SUBCASE("left: nothing goes on by itself") {
        play(desk::PressedBack{});
        CHECK(state.place == DeskPlace::Case);
        CHECK_FALSE(state.cases.then);
        play(desk::ChoseAct{"remarked", {}});
        play(desk::TypedField{"words", "x"});
        play(desk::PressedReadAct{});
        play(desk::PressedSignAct{});
        play(desk::ActDone{story.facts.front().id, story.act("judge", "remarked", {{"words", text("x")}})});
        play(desk::CaseShown{seen_by("judge")});
        CHECK(state.place == DeskPlace::Case);
    }
}

TEST_CASE_FIXTURE(Help, "who may not refer cannot begin it") {
    open_as("leader");
    play(desk::PressedHelpLine{0});
    CHECK(state.place == DeskPlace::Case);
}

TEST_CASE_FIXTURE(Help, "a module's act is written by the pack's own form, and says which limit begins") {
    open_as("judge");
    const auto lines = help_lines(*state.cases.view);
    REQUIRE(lines.size() == 3);
    play(desk::PressedHelpLine{2});
    REQUIRE(state.place == DeskPlace::Act);
    const ModuleActRow* act = module_act_of(*state.cases.view, *state.cases.act);
    REQUIRE(act);
    CHECK(act->leads_to == "问了");
    REQUIRE(act->begins.size() == 1);
    CHECK(act->begins.front().day == domain::Date::in_china(story.now).plus_days(3));
    play(desk::PressedReadAct{});
    CHECK(state.cases.act->refusal == "field.loads");
    play(desk::TypedField{"loads", "4"});
    play(desk::ToggledValue{"wood", "stone"});
    play(desk::PressedReadAct{});
    CHECK(state.cases.act->refusal == "field.wood");  // the control: none of its choices
    play(desk::ToggledValue{"wood", "oak"});
    play(desk::PressedReadAct{});
    REQUIRE(state.place == DeskPlace::ActConfirm);
    play(desk::PressedSignAct{});
    const auto* done = asked<desk::DoAct>();
    REQUIRE(done);
    CHECK(done->kind == "module");
    CHECK(std::get<std::string>(done->fields.at("module")) == "firewood");
    CHECK(std::get<std::string>(done->fields.at("act")) == "ask");
    CHECK(std::get<std::int64_t>(done->fields.at("loads")) == 4);
    CHECK(std::get<std::string>(done->fields.at("wood")) == "oak");

    story.act("judge", "module", done->fields);
    const auto after = seen_by("judge");
    const ModuleRow& row = after->modules.front();
    CHECK(row.stage == "问了");
    CHECK(row.acts.empty());  // the next one is the leader's
    REQUIRE(row.dues.size() == 1);
    REQUIRE(row.papers.size() == 1);
    CHECK(row.papers.front().id == "firewood.note");
    const auto leader = seen_by("leader");
    REQUIRE(leader->modules.front().acts.size() == 1);
    CHECK(leader->modules.front().acts.front().closes == std::vector<std::string>{"村规"});
    CHECK(form_of(*after, "module", story.facts.back().fields) != nullptr);
    CHECK(form_of(*after, "remarked", story.facts.back().fields) == nullptr);
}

TEST_CASE_FIXTURE(Help, "who is not on the case looks at modules and begins none") {
    story.act("registrar", "left", {{"person", story.id("judge3")}, {"why", text("done")}});
    CHECK(seen_by("judge3")->modules.front().acts.empty());
    CHECK_FALSE(seen_by("judge")->modules.front().acts.empty());
}

TEST_CASE_FIXTURE(Help, "what the court's matrix takes from an office is not offered to it") {
    REQUIRE(pack.roles.leave("module", {cases::Role::Leader}));
    CHECK(seen_by("judge")->modules.front().acts.empty());
    story.act("judge", "module",
              {{"module", text("firewood")}, {"act", text("ask")}, {"loads", std::int64_t{4}}, {"wood", text("oak")}});
    CHECK_FALSE(seen_by("leader")->modules.front().acts.empty());
}
