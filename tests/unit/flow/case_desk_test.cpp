// Aid cases at the laptop's window: lists, one case, one act, what can be taken back.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "app/flow/act_probe.hpp"
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

namespace {

CaseRow row(std::uint8_t n, const char* name, Status status) {
    CaseRow out;
    out.id.bytes[0] = n;
    out.applicant = name;
    out.village = "云坞村";
    out.status = status;
    return out;
}

desk::CasesListed listed(const std::vector<CaseRow>& rows) {
    const std::map<char32_t, std::string> sounds{{U'申', "shen"}, {U'屠', "tu"},   {U'静', "jing"}, {U'华', "hua"},
                                                 {U'守', "shou"}, {U'田', "tian"}, {U'英', "ying"}, {U'叶', "ye"},
                                                 {U'云', "yun"},  {U'坞', "wu"},   {U'村', "cun"}};
    cases::CaseIndex index([sounds](char32_t c) {
        const auto found = sounds.find(c);
        return found == sounds.end() ? std::vector<std::string>{} : std::vector{found->second};
    });
    std::vector<cases::CaseWords> words;
    for (const CaseRow& each : rows)
        words.push_back(words_of(each, each.status == Status::Paid ? "已发放" : "在办"));
    index.put(words);
    return {rows, std::make_shared<const cases::CaseIndex>(std::move(index))};
}

}  // namespace

TEST_CASE("whoever sits down sees what is to be done today, and every list is asked for") {
    Player player;
    player.state.now = {1'795'424'400'000};
    player.play(desk::TypedPassphrase{"long enough"});
    player.play(desk::PressedUnlock{});
    player.play(desk::Unlocked{"叶知秋", "judge", "测试县人民法院"});
    CHECK(player.state.place == DeskPlace::Today);
    CHECK(player.asked<desk::ListCases>());
    CHECK(player.asked<desk::LoadInbox>());
}

TEST_CASE("cases are found by name, pinyin, initials, village and number, and the mark stays on its case") {
    Player player;
    player.sit_down("judge");
    player.play(desk::WentTo{DeskPlace::Cases});
    std::vector<CaseRow> rows{row(1, "申屠静", Status::Review), row(2, "华守田", Status::Paid),
                              row(3, "申英", Status::Received)};
    rows[1].number = "（2026）浙0199司救执12号";
    rows[1].handler = "叶知秋";
    rows[2].original_cases = {"（2026）浙0199执98号"};
    player.play(listed(rows));
    const auto found = [&](const char* typed) {
        player.play(desk::TypedSearch{typed});
        std::string names;
        for (const std::size_t i : player.state.cases.shown)
            names += player.state.cases.rows[i].applicant + " ";
        return names;
    };
    CHECK(found("stj") == "申屠静 ");
    CHECK(found("Shen tu") == "申屠静 ");
    CHECK(found("shen") == "申屠静 申英 ");
    CHECK(found("守田") == "华守田 ");
    CHECK(found("执12号") == "华守田 ");
    CHECK(found("云坞") == "华守田 申屠静 申英 ");  // all alike: by the sound of the name
    CHECK(found("ywc 静") == "申屠静 ");            // both words
    CHECK(found("叶") == "华守田 ");
    CHECK(found("已发") == "华守田 ");
    CHECK(found("12") == "华守田 ");
    CHECK(found("0199执98") == "申英 ");  // not filed yet: by the lawsuit behind it
    CHECK(found("nobody").empty());
    CHECK(found("　 ") == "申屠静 华守田 申英 ");  // nothing was typed: as the list stands
    // The control: without the index nothing is found by what is typed, so it is the index that finds.
    player.play(desk::CasesListed{rows, nullptr});
    CHECK(found("申").empty());
    player.play(listed(rows));
    CHECK(found("申") == "申屠静 申英 ");
    player.play(desk::PressedBack{});
    CHECK(player.state.cases.shown.size() == 3);
    player.play(desk::MovedChoice{2});
    std::rotate(rows.begin(), rows.begin() + 1, rows.end());
    player.play(listed(rows));
    CHECK(player.state.cases.rows[player.state.cases.shown[player.state.cases.chosen]].applicant == "申英");
    player.play(desk::ChoseStage{cases::Stage::Disbursement});
    CHECK(player.state.cases.shown.size() == 1);
    player.play(desk::ChoseStage{cases::Stage::Review});
    player.play(desk::ChoseState{Status::Filed});
    CHECK(player.state.cases.shown.empty());
    // The register of special claims, alone or with what else is looked for; an amount that nobody has said stands in
    // it, too.
    player.play(desk::ChoseStage{});
    for (CaseRow& row : rows)
        if (row.applicant == "申英") row.claim = domain::Fen{0};
    player.play(listed(rows));
    CHECK(found("") == "华守田 申英 申屠静 ");
    player.play(desk::ChoseClaims{});
    CHECK(found("") == "申英 ");
    CHECK(found("申") == "申英 ");
    CHECK(found("华").empty());
    player.play(desk::ChoseClaims{});
    CHECK(found("华") == "华守田 ");
    player.play(desk::ChoseClaims{});
    player.play(desk::ChoseStage{cases::Stage::Disbursement});
    CHECK(found("").empty());
    player.play(desk::ChoseStage{});  // all
    CHECK(found("") == "华守田 申英 申屠静 ");
    player.play(desk::ChoseClaims{});
    player.play(desk::PressedBack{});
    CHECK_FALSE(player.state.cases.claims);
    CHECK(player.state.cases.shown.size() == 3);
}

TEST_CASE("what a person may do hangs on office, seat and state, and says why where it cannot stand yet") {
    Story story;
    story.until_review();
    const auto who = [&](const std::string& name) { return possible_acts(*view_of(story, name), story.now); };
    const auto has = [](const std::vector<PossibleAct>& acts, const char* kind) {
        return std::any_of(acts.begin(), acts.end(), [&](const PossibleAct& act) { return act.kind == kind; });
    };
    CHECK(has(who("judge"), "report_written"));
    CHECK_FALSE(has(who("registrar"), "report_written"));
    CHECK_FALSE(has(who("caller"), "assigned"));
    CHECK(has(who("leader"), "time_extended"));
    CHECK_FALSE(has(who("judge"), "vote_cast"));  // no ballot lies open
    CHECK_FALSE(has(who("judge"), "fund_requested"));
    CHECK_FALSE(has(who("judge"), "case_opened"));
    for (const PossibleAct& act : who("judge"))
        if (act.kind == "clock_resumed") CHECK(act.refusal == "clock.running");
    // The control: once it stands still, it can go on.
    story.act("judge", "clock_paused", {{"ground", text("papers")}, {"reasons", text("等材料")}});
    for (const PossibleAct& act : who("judge"))
        if (act.kind == "clock_resumed") CHECK(act.refusal.empty());
}

TEST_CASE("another court's answer is offered once it was asked, and a hearing from its day on") {
    Story story;
    story.until_review();
    // Nothing: not offered at all.
    const auto refusal = [&](const char* kind) -> std::optional<std::string> {
        for (const PossibleAct& act : possible_acts(*view_of(story, "judge"), story.now))
            if (act.kind == kind) return act.refusal;
        return std::nullopt;
    };
    CHECK_FALSE(refusal("linkage_answered"));
    const auto asked =
        story.act("judge", "linkage_asked", {{"court", text("市中级人民法院")}, {"reasons", text("还很难")}});
    CHECK(refusal("linkage_answered") == std::optional(std::string()));
    CHECK_FALSE(refusal("linkage_told"));
    story.act("judge", "linkage_answered",
              {{"linkage", asked.text()},
               {"answer", text("granted")},
               {"who", text("范法官")},
               {"amount", std::int64_t{3'000'000}}});
    CHECK_FALSE(refusal("linkage_answered"));
    CHECK(refusal("linkage_told") == std::optional(std::string()));

    CHECK(refusal("hearing_held") == std::optional(std::string()));
    constexpr std::int64_t kDayMs = 24 * 3'600'000LL;
    const domain::Date day = domain::Date::in_china(story.now).plus_days(5);
    story.act("judge", "hearing_called",
              {{"day", day.text()}, {"place", text("共享法庭")}, {"people", std::vector<std::string>{"申请人"}}});
    CHECK(refusal("hearing_held") == std::optional(std::string("hearing.before")));
    story.now = story.now + 5 * kDayMs;
    CHECK(refusal("hearing_held") == std::optional(std::string()));
}

TEST_CASE("an act is written, read over, signed once, and can be taken back as long as it has not left") {
    Story story;
    story.until_review();
    story.find_elements();
    const auto view = view_of(story, "judge");
    Player player;
    player.sit_down("judge");
    player.play(desk::WentTo{DeskPlace::Cases});
    player.open(view);
    REQUIRE(player.state.place == DeskPlace::Case);
    player.play(desk::ChoseAct{"fund_requested", {}});
    CHECK(player.state.place == DeskPlace::Case);  // not in this state
    player.play(desk::ChoseAct{"report_written", {}});
    REQUIRE(player.state.place == DeskPlace::Act);
    player.play(desk::PressedReadAct{});
    CHECK(player.state.place == DeskPlace::Act);
    CHECK(player.state.cases.act->refusal == "field.proposal");
    player.play(desk::ToggledValue{"proposal", "grant"});
    player.play(desk::TypedField{"amount", "2.4万"});
    player.play(desk::TypedField{"reasons", "  家庭困难  "});
    player.play(desk::TypedField{"on", "2026.11.23"});
    player.play(desk::TypedField{"no_such_field", "x"});
    player.play(desk::TypedField{"wage", ""});
    player.play(desk::PressedReadAct{});
    CHECK(player.state.cases.act->refusal == "report.wage");  // the control: nothing to reckon with
    player.play(desk::TypedField{"wage", "6000"});
    player.play(desk::PressedReadAct{});
    REQUIRE(player.state.cases.act->refusal == "");
    REQUIRE(player.state.place == DeskPlace::ActConfirm);
    player.play(desk::PressedSignAct{});
    const auto* act = player.asked<desk::DoAct>();
    REQUIRE(act);
    CHECK(act->kind == "report_written");
    CHECK(act->about == view->folded.id);
    CHECK(std::get<std::int64_t>(act->fields.at("amount")) == 2'400'000);
    CHECK(std::get<std::string>(act->fields.at("reasons")) == "家庭困难");
    CHECK(std::get<std::string>(act->fields.at("on")) == "2026-11-23");
    player.play(desk::PressedSignAct{});
    CHECK(player.effects.empty());  // once
    const auto id = story.say("judge", "remarked", {{"words", text("x")}});
    player.play(desk::ActDone{view->folded.id, id});
    CHECK(player.asked<desk::ShowCase>());
    view->unsent = {id};
    player.play(desk::CaseShown{view});
    CHECK(player.state.place == DeskPlace::Case);
    REQUIRE(player.state.cases.undo);
    CHECK(player.state.cases.undo->whose == view->folded.applicant);
    SUBCASE("it has left: nothing is offered that cannot be") {
        view->unsent.clear();
        player.play(desk::CaseShown{view});
        CHECK_FALSE(player.state.cases.undo);
    }
    SUBCASE("all has left while its case does not lie open any more") {
        MailState mail;
        mail.unsent = 1;
        player.play(desk::MailChanged{mail});
        CHECK(player.state.cases.undo);
        mail.unsent = 0;
        player.play(desk::MailChanged{mail});
        CHECK_FALSE(player.state.cases.undo);
    }
    SUBCASE("another page is no place to take it back") {
        player.play(desk::WentTo{DeskPlace::Cases});
        CHECK_FALSE(player.state.cases.undo);
        player.play(desk::PressedUndo{});
        CHECK_FALSE(player.asked<desk::UndoAct>());
        CHECK(player.state.problem == "undo.open_first");
    }
    SUBCASE("while the next act is written the keys are its own") {
        player.play(desk::ChoseAct{"remarked", {}});
        REQUIRE(player.state.place == DeskPlace::Act);
        player.play(desk::TypedField{"words", "对方没钱"});
        player.play(desk::PressedUndo{});
        CHECK(player.effects.empty());
        CHECK(player.state.place == DeskPlace::Act);
        CHECK(player.state.cases.act->fields.at("words").text == "对方没钱");
        player.play(desk::PressedReadAct{});
        REQUIRE(player.state.place == DeskPlace::ActConfirm);
        player.play(desk::PressedUndo{});
        CHECK_FALSE(player.asked<desk::UndoAct>());
    }
    SUBCASE("in time") {
        player.state.now = player.state.now + 9'000;
        player.play(desk::PressedUndo{});
        REQUIRE(player.asked<desk::UndoAct>());
        CHECK(player.asked<desk::UndoAct>()->fact == id);
        player.play(desk::ActUndone{});
        CHECK_FALSE(player.state.cases.undo);
        REQUIRE(player.state.cases.undone);  // and it is said that it is gone
        CHECK(player.state.cases.undone->kind == "report_written");
        CHECK(player.state.cases.undone->whose == view->folded.applicant);
        CHECK(next_deadline(player.state) == player.state.cases.undone->until);
        player.state.now = player.state.now + kUndoMs;
        player.play(desk::Ticked{});
        CHECK_FALSE(player.state.cases.undone);
    }
    SUBCASE("too late") {
        CHECK(next_deadline(player.state) == player.state.cases.undo->until);
        player.state.now = player.state.now + 10'000;
        player.play(desk::PressedUndo{});
        CHECK_FALSE(player.asked<desk::UndoAct>());
        player.play(desk::Ticked{});
        CHECK_FALSE(player.state.cases.undo);
        CHECK(player.state.problem == "undo.nothing");  // it has left, and that is said
    }
    SUBCASE("later, as long as it has not left") {
        player.state.now = player.state.now + 3'600'000;
        player.play(desk::Touched{});
        player.play(desk::Ticked{});
        CHECK_FALSE(player.state.cases.undo);
        const auto later = view_of(story, "judge");
        later->unsent = {id};
        player.play(desk::CaseShown{later});
        player.play(desk::PressedUndo{});
        REQUIRE(player.state.cases.undo);  // first it says what would be taken back
        CHECK(player.state.cases.undo->fact == id);
        CHECK_FALSE(player.asked<desk::UndoAct>());
        player.play(desk::PressedUndo{});
        REQUIRE(player.asked<desk::UndoAct>());
        CHECK(player.asked<desk::UndoAct>()->fact == id);
    }
}

TEST_CASE("reported: the opening of a case is what is offered, not what came with it by itself") {
    Story story;
    const auto opened = story.open();
    story.now = story.facts.back().claimed;
    const auto office = story.act("registrar", "joined", {{"person", story.id("leader")}, {"as", text("leader")}});
    Player player;
    player.sit_down("registrar");
    const auto view = view_of(story, "registrar");
    view->unsent = {opened, office};
    view->with_opening.answer = true;
    player.play(desk::WentTo{DeskPlace::Cases});
    player.open(view);
    player.play(desk::PressedUndo{});
    REQUIRE(player.state.cases.undo);
    CHECK(player.state.cases.undo->fact == opened);
    CHECK(player.state.cases.undo->with == WithOpening{true, false});
    CHECK(player.state.cases.undo->kind == "case_opened");
    player.play(desk::PressedUndo{});
    REQUIRE(player.asked<desk::UndoAct>());
    CHECK(player.asked<desk::UndoAct>()->fact == opened);
    player.play(desk::ActUndone{});
    CHECK(player.state.place == DeskPlace::Cases);  // the case is gone
    REQUIRE(player.state.cases.undone);
    CHECK(player.state.cases.undone->kind == "case_opened");
    CHECK(player.state.cases.undone->with == WithOpening{true, false});
    // The control: whom somebody brought in later, they signed for, and that is offered first.
    story.now = story.facts.back().claimed + 60'000;
    const auto seat = story.act("registrar", "joined", {{"person", story.id("caller")}, {"as", text("caller")}});
    const auto later = view_of(story, "registrar");
    later->unsent = {opened, office, seat};
    later->with_opening.answer = true;
    player.open(later);
    player.play(desk::PressedUndo{});
    REQUIRE(player.state.cases.undo);
    CHECK(player.state.cases.undo->fact == seat);
    CHECK(player.state.cases.undo->with == WithOpening{});
}

TEST_CASE("a task opens its case and the act that does it, with what is known") {
    Story story;
    story.until_review();
    const auto report = story.act("judge", "report_written",
                                  {{"proposal", text("grant")},
                                   {"amount", std::int64_t{100'000}},
                                   {"wage", std::int64_t{600'000}},
                                   {"reasons", text("r")}});
    const auto ballot = story.act(
        "judge", "ballot_opened",
        {{"body", text("committee")},
         {"report", report.text()},
         {"papers", std::vector<std::string>{report.text()}},
         {"voters", std::vector<std::string>{story.id("committee"), story.id("committee2"), story.id("committee3")}}});
    const auto view = view_of(story, "committee");
    Player player;
    player.sit_down("committee");
    TaskRow task;
    task.about = view->folded.id;
    task.what = "vote";
    task.act = "vote_cast";
    task.on = ballot;
    player.play(desk::TasksListed{{task}});
    player.play(desk::PressedTask{0});
    REQUIRE(player.asked<desk::ShowCase>());
    player.play(desk::CaseShown{view});
    REQUIRE(player.state.place == DeskPlace::Act);
    const ActDraft& draft = *player.state.cases.act;
    CHECK(draft.fields.at("ballot").chosen == std::vector<std::string>{ballot.text()});
    CHECK(draft.fields.at("papers_digest").text == view->folded.ballots.ballots.back().papers_digest);
    player.play(desk::ToggledValue{"choice", "refuse"});
    player.play(desk::TypedField{"reasons", "不符合条件"});
    player.play(desk::PressedReadAct{});
    CHECK(player.state.place == DeskPlace::ActConfirm);
    player.play(desk::PressedBack{});
    CHECK(player.state.place == DeskPlace::Act);
    player.play(desk::PressedBack{});
    CHECK(player.state.place == DeskPlace::Case);
    player.play(desk::ChoseAct{"vote_cast", {}});  // nothing of what was typed is lost
    CHECK(player.state.cases.act->fields.at("reasons").text == "不符合条件");
    player.play(desk::PressedBack{});
    player.play(desk::PressedBack{});
    CHECK(player.state.place == DeskPlace::Today);
    CHECK_FALSE(player.state.cases.view);
    REQUIRE(player.state.cases.kept.size() == 1);  // and not when the case is closed either
    player.play(desk::PressedTask{0});
    player.play(desk::CaseShown{view});
    REQUIRE(player.state.place == DeskPlace::Act);
    CHECK(player.state.cases.act->goes_on);
    CHECK(player.state.cases.act->fields.at("reasons").text == "不符合条件");
    player.play(desk::PressedAnew{});
    CHECK_FALSE(player.state.cases.act->goes_on);
    CHECK(player.state.cases.act->fields["reasons"].text.empty());
    CHECK(player.state.cases.act->fields.at("ballot").chosen == std::vector<std::string>{ballot.text()});
    player.play(desk::PressedBack{});
    CHECK(player.state.cases.kept.empty());  // given up: nothing of it comes back
}

TEST_CASE("reported: what only the machines tell one another is offered as a ground to nobody") {
    Story story;
    story.until_review();
    auto view = *view_of(story, "judge");
    const cases::FieldRule& ground = cases::common_fields().back();
    REQUIRE(std::string_view(ground.name) == "based_on");
    const std::size_t before = candidates(view, "remarked", ground).size();
    REQUIRE(before > 1);
    view.folded.entries.back().kind = "key_given";
    CHECK(candidates(view, "remarked", ground).size() == before - 1);
    view.folded.entries.back().kind = "told";
    CHECK(candidates(view, "remarked", ground).size() == before - 1);
}

TEST_CASE("reported: a number without a figure is no number, and what is unknown stays empty") {
    Player player;
    player.sit_down("registrar");
    player.play(desk::PressedNewCase{});
    REQUIRE(player.state.place == DeskPlace::Act);
    player.play(desk::TypedField{"applicant", "毕䶮"});
    player.play(desk::ToggledValue{"source", "window"});
    CHECK(player.state.cases.act->refusal.empty());
    player.play(desk::TypedField{"phone", "电话abc"});
    CHECK(player.state.cases.act->refusal == "field.phone");
    player.play(desk::TypedField{"phone", "０５７１"});
    CHECK(player.state.cases.act->refusal.empty());
    player.play(desk::TypedField{"original_case", "哈哈"});
    CHECK(player.state.cases.act->refusal == "field.original_case");
    player.play(desk::TypedField{"original_case", ""});
    player.play(desk::TypedField{"received_on", "2999-01-01"});
    CHECK(player.state.cases.act->refusal == "on.future");
}

TEST_CASE("of several holders the account goes with the name of whom is paid") {
    test::MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const auto view = view_of(story, "registrar");
    view->accounts = {{std::string(32, 'a'), "0022", "骆一苗"}, {std::string(32, 'b'), "1234", "骆小满"}};
    view->account = view->accounts.front();
    Player player;
    player.sit_down("registrar");
    player.play(desk::WentTo{DeskPlace::Cases});
    player.open(view);
    const auto begun = known_fields(*view, *cases::find_act("pay_ordered"));
    CHECK(begun.at("payee") == cases::FieldValue(text("骆一苗")));
    player.play(desk::ChoseAct{"pay_ordered", begun});
    REQUIRE(player.state.place == DeskPlace::Act);
    const auto typed = [&player](const char* field) { return player.state.cases.act->fields.at(field).text; };
    CHECK(typed("account_ends") == "0022");
    player.play(desk::TypedField{"payee", "骆小满"});
    CHECK(typed("account") == std::string(32, 'b'));
    CHECK(typed("account_ends") == "1234");
    player.play(desk::TypedField{"payee", "章绮禾"});  // whose account nobody knows: what stood there stays
    CHECK(typed("account_ends") == "1234");
}

TEST_CASE("both sides of a contradiction are offered to whoever settles it") {
    Story story;
    story.until_review();
    const auto seen = cases::heads(story.facts);
    story.say_after("judge", "terminated", {{"ground", text("hardship_gone")}, {"reasons", text("a")}}, seen);
    story.say_after("registrar", "suspended", {{"ground", text("no_guardian")}, {"reasons", text("b")}}, seen);
    const auto view = view_of(story, "leader");
    const cases::ActRule& rule = *cases::find_act("contradiction_settled");
    CHECK(candidates(*view, rule.kind, *cases::find_field(rule, "holds")).size() == 2);
    CHECK(known_fields(*view, rule).empty());  // which of them holds only a person can say
    const auto acts = possible_acts(*view, story.now);
    CHECK(std::any_of(acts.begin(), acts.end(),
                      [](const PossibleAct& act) { return act.kind == "contradiction_settled"; }));
}

TEST_CASE("a locked laptop keeps nothing of any case") {
    Story story;
    story.until_review();
    Player player;
    player.sit_down("judge");
    player.play(desk::WentTo{DeskPlace::Cases});
    player.play(listed({row(1, "申屠静", Status::Review)}));
    player.open(view_of(story, "judge"));
    player.play(desk::ChoseAct{"remarked", {}});
    player.play(desk::TypedField{"words", "x"});
    player.play(desk::PressedLock{});
    CHECK(player.state.place == DeskPlace::Unlock);
    CHECK(player.state.cases.rows.empty());
    CHECK_FALSE(player.state.cases.view);
    CHECK_FALSE(player.state.cases.act);
}

TEST_CASE("what an act about money begins with stands: urgent aid, earlier requests and returned money reckoned with") {
    // What is filled in already.
    const auto begun = [](const test::MoneyStory& story, const char* kind, cases::Fields more = {}) {
        more.merge(known_fields(*view_of(story, "registrar"), *cases::find_act(kind)));
        return more;
    };
    const auto amount = [](const cases::Fields& fields) {
        return fields.contains("amount") ? std::get<std::int64_t>(fields.at("amount")) : 0;
    };
    // How an order stands that is given as it is begun; `said`: the amount, which only then a person says.
    const auto order = [&](test::MoneyStory& story, std::int64_t said = 0) {
        cases::Fields fields = begun(story, "pay_ordered");
        if (said > 0) {
            CHECK(amount(fields) == 0);
            fields["amount"] = said;
        }
        fields.merge(test::MoneyStory::order_fields(1));
        fields["approval"] = text("主任批准分期");
        return story.try_to("registrar", "pay_ordered", fields);
    };
    const auto paid = [](test::MoneyStory& story, const cases::FactId& by) {
        story.act("leader", "pay_released", {{"order", by.text()}});
        story.act("registrar", "pay_made", story.payment(by));
    };
    const auto last_order = [](const test::MoneyStory& story) { return story.fold().ledger.orders.back().by; };

    SUBCASE("urgent aid is part of the grant, and finance is asked for the rest once") {
        test::MoneyStory story;
        story.open();
        story.act("registrar", "joined", {{"person", story.id("leader")}, {"as", text("leader")}});
        const auto proposal =
            story.act("registrar", "urgent_proposed",
                      {{"amount", std::int64_t{1'800'000}}, {"wage", test::kWage}, {"reasons", text("住院")}});
        story.act("leader", "urgent_approved", {{"proposal", proposal.text()}});
        story.act("registrar", "urgent_paid", begun(story, "urgent_paid", {{"proof", text("回单")}}));
        story.act("registrar", "filed", {{"number", text("（2026）浙0199司救刑1号")}});
        for (const auto& [name, seat] : std::map<std::string, std::string>{{"caller", "caller"}, {"judge", "handler"}})
            story.act("registrar", "joined", {{"person", story.id(name)}, {"as", seat}});
        story.act("registrar", "assigned",
                  {{"handler", story.id("judge")}, {"panel", story.ids({"judge2", "judge3"})}});
        story.paper = story.act("judge", "proof_added", {{"paper", text("病历")}, {"from", text("applicant")}});
        story.report = story.act("judge", "report_written", test::MoneyStory::report_fields(6'300'000));
        story.lay();
        for (const char* voter : {"judge", "judge2"})
            story.vote(voter, "grant", 6'300'000);
        story.act("judge", "decided", story.decision("grant", 6'300'000));
        CHECK(amount(begun(story, "fund_requested")) == 4'500'000);
        story.act("registrar", "fund_requested", {{"amount", std::int64_t{2'000'000}}});
        CHECK(amount(begun(story, "fund_arrived")) == 2'000'000);
        story.act("registrar", "fund_arrived", {{"amount", std::int64_t{1'500'000}}});
        CHECK(amount(begun(story, "fund_arrived")) == 500'000);
        story.act("caller", "applicant_called", {{"how", text("phone")}});
        CHECK(amount(begun(story, "fund_requested")) == 2'500'000);
        CHECK(begun(story, "pay_ordered") == cases::Fields{{"amount", std::int64_t{1'500'000}},
                                                           {"part", std::int64_t{1}},
                                                           {"parts", std::int64_t{2}},
                                                           {"payee", story.fold().applicant}});
        CHECK(order(story) == "in_force");
    }
    SUBCASE("three parts, of which the first comes back") {
        test::MoneyStory story;
        story.until_called(3'000'000, 3'000'000);
        CHECK(amount(begun(story, "pay_ordered")) == 3'000'000);
        const auto first = story.pay(1'000'000, 1, 3);
        CHECK(order(story, 500'000) == "in_force");
        CHECK(amount(begun(story, "pay_ordered")) == 1'500'000);  // the last one is the rest
        story.act("registrar", "pay_returned", {{"order", first.text()}, {"reasons", text("户名不符")}});
        CHECK(order(story) == "in_force");
        const auto again = story.fold().ledger.orders.back();
        CHECK(again.part == 1);
        CHECK(again.amount.value == 1'000'000);
        CHECK(order(story) == "in_force");
        CHECK(story.fold().ledger.orders.back().part == 3);
        CHECK(story.balance().to_order.value == 0);
    }
    SUBCASE("the only order comes back and is made anew as it was") {
        test::MoneyStory story;
        story.until_called(3'000'000, 3'000'000);
        CHECK(order(story) == "in_force");
        paid(story, last_order(story));
        story.act("registrar", "pay_returned", {{"order", last_order(story).text()}, {"reasons", text("户名不符")}});
        CHECK(order(story) == "in_force");
        CHECK(story.fold().ledger.orders.back().parts == 1);
        paid(story, last_order(story));
        CHECK(story.fold().status == Status::Paid);
    }
}
