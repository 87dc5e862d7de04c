// Leads at the laptop's window: the list, one lead, what is done with it, and that none of it files anything.
#include <algorithm>

#include <doctest/doctest.h>

#include "app/flow/row_search.hpp"
#include "tests/unit/flow/desk_player.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using cases::LeadMove;
using cases::LeadState;
using test::Player;

namespace {

cases::Lead lead_of(std::uint8_t number, const char* name) {
    cases::Lead lead;
    lead.id.bytes[0] = number;
    lead.from = "civil_affairs";
    lead.name = name;
    lead.village = "上坪村";
    lead.why = "打赢官司没拿到钱";
    lead.on = *domain::Date::parse("2026-11-20");
    return lead;
}

LeadRow row_of(std::uint8_t number, const char* name, std::initializer_list<LeadMove> moves = {}) {
    const cases::Lead lead = lead_of(number, name);
    std::vector<cases::LeadStep> steps;
    for (const LeadMove move : moves) {
        cases::LeadStep step;
        step.id.bytes[0] = static_cast<std::uint8_t>(100 + steps.size());
        step.lead = lead.id;
        step.move = move;
        step.day = *domain::Date::parse("2026-11-21");
        if (move == LeadMove::Applied) step.application = base::RecordId{};
        steps.push_back(step);
    }
    LeadRow row;
    row.view = cases::fold_lead(lead, steps);
    row.source = "民政局";
    row.task = cases::lead_task(row.view, false);
    return row;
}

struct Leads : Player {
    Leads() {
        sit_down("judge");
        play(desk::LeadsListed{{row_of(1, "濮阿凤"), row_of(2, "花守田")}});
        play(desk::WentTo{DeskPlace::Leads});
    }
    void open(const LeadRow& row) {
        play(desk::PressedLead{row.view.lead.id});
        REQUIRE(asked<desk::ShowLead>());
        play(desk::LeadShown{row});
        REQUIRE(state.place == DeskPlace::Lead);
    }
};

InboxRow application(std::uint8_t number, const char* name, std::int64_t days) {
    InboxRow row;
    row.id.bytes[0] = number;
    row.name = name;
    row.number = "7K2M-9QXR-4HTDA";
    row.filed = {1'795'424'400'000 + days * 86'400'000};
    return row;
}

}  // namespace

TEST_CASE("leads are searched as cases are, and what is found is what is opened") {
    const std::vector<LeadRow> rows{row_of(1, "濮阿凤"), row_of(2, "花守田")};
    cases::CaseIndex index([](char32_t c) {
        const char* said = c == U'花' ? "hua" : c == U'守' ? "shou" : c == U'田' ? "tian" : nullptr;
        return said == nullptr ? std::vector<std::string>{} : std::vector<std::string>{said};
    });
    index.put(std::vector{words_of(rows[0], "还没联系"), words_of(rows[1], "找到本人")});
    const desk::LeadsListed listed{rows, std::make_shared<const cases::CaseIndex>(std::move(index))};
    Leads player;
    player.play(listed);
    for (const char* typed : {"hst", "huashoutian", "花", "找到本人", "民政局 hst", "上坪 花"}) {
        CAPTURE(typed);
        player.play(desk::TypedSearch{typed});
        CHECK(player.state.leads.shown == std::vector<std::size_t>{1});
        CHECK(player.state.leads.marked() == rows[1].view.lead.id);
    }
    player.play(listed);  // news leave what is typed, and the mark
    CHECK(player.state.leads.shown == std::vector<std::size_t>{1});
    player.play(desk::PressedOpen{});
    REQUIRE(player.asked<desk::ShowLead>());
    CHECK(player.asked<desk::ShowLead>()->id == rows[1].view.lead.id);
    Leads other;
    other.play(listed);
    other.play(desk::TypedSearch{"zzz"});
    CHECK(other.state.leads.shown.empty());
    other.play(desk::PressedOpen{});
    CHECK_FALSE(other.asked<desk::ShowLead>());
    other.play(desk::PressedBack{});
    CHECK(other.state.leads.search.empty());
    CHECK(other.state.leads.shown.size() == 2);
}

TEST_CASE("reported: nothing is done with a lead before it came, and nothing that is yet to come") {
    Leads player;
    player.open(row_of(1, "濮阿凤"));
    const auto moves = lead_moves(*player.state.leads.open);
    REQUIRE_FALSE(moves.empty());
    player.play(desk::ChoseLeadStep{moves.front()});
    REQUIRE(player.state.place == DeskPlace::Act);
    player.play(desk::TypedField{"words", "说好了"});
    for (const auto& [day, code] : {std::pair{"1990-01-01", "lead.before"},
                                    {"2026-11-19", "lead.before"},
                                    {"2999-01-01", "on.future"},
                                    {"2026-11-20", ""}}) {
        CAPTURE(day);
        player.play(desk::TypedField{"on", day});
        CHECK(player.state.cases.act->refusal == code);
    }
}

TEST_CASE("only who reads the intake comes to the leads, by key and by a task of today") {
    Player caller;
    caller.sit_down("caller");
    caller.play(desk::WentTo{DeskPlace::Leads});
    CHECK(caller.state.place == DeskPlace::Today);

    Leads player;
    CHECK(player.state.place == DeskPlace::Leads);
    player.play(desk::MovedChoice{1});
    CHECK(player.state.leads.chosen == 1);
    player.play(desk::LeadsListed{{row_of(9, "新来的"), row_of(1, "濮阿凤"), row_of(2, "花守田")}});
    CHECK(player.state.leads.marked() == row_of(2, "花守田").view.lead.id);  // the mark stays on its lead
    player.play(desk::WentTo{DeskPlace::Today});
    TaskRow task;
    task.about = row_of(1, "濮阿凤").view.lead.id;
    task.what = "lead_ask";
    task.is_lead = true;
    player.play(desk::TasksListed{{task}});
    player.play(desk::PressedOpen{});
    REQUIRE(player.asked<desk::ShowLead>());
    CHECK(player.asked<desk::ShowLead>()->id == task.about);
    CHECK_FALSE(player.asked<desk::ShowCase>());
    player.play(desk::LeadShown{row_of(1, "濮阿凤")});
    CHECK(player.state.place == DeskPlace::Lead);
    player.play(desk::PressedBack{});
    CHECK(player.state.place == DeskPlace::Today);
}

TEST_CASE("what can be done with a lead hangs on how far it has come") {
    const auto kinds = [](const LeadRow& row) {
        std::string all;
        for (const LeadMove move : lead_moves(row))
            all += std::string(cases::kLeadMoveNames[static_cast<std::size_t>(move)]) + " ";
        return all;
    };
    LeadRow agreed = row_of(1, "甲", {LeadMove::Agreed});
    const std::string ends = "elsewhere declined unsuitable duplicate withdrawn mistaken ";
    CHECK(kinds(agreed) == "contacted not_reached explained applied " + ends + "answered ");
    CHECK(kinds(row_of(1, "甲", {LeadMove::Explained})) == "applied " + ends + "answered ");
    CHECK(kinds(row_of(1, "甲", {LeadMove::Declined})) == "answered reopened ");
    CHECK(kinds(row_of(1, "甲", {LeadMove::Mistaken})) == "reopened answered ");  // nobody is owed a word of it
    CHECK_FALSE(next_lead_move(row_of(1, "甲", {LeadMove::Mistaken})));
    LeadRow by_mailbox = row_of(1, "甲", {LeadMove::Declined});
    by_mailbox.by_mailbox = true;  // its sender is told by the program
    CHECK(kinds(by_mailbox) == "reopened ");
}

TEST_CASE("whom nobody has asked yet is not called: the next step is what the person answered its sender") {
    const LeadRow row = row_of(1, "甲");
    REQUIRE(row.task->code == "lead_ask");
    CHECK(next_lead_move(row) == LeadMove::Agreed);
    const std::vector<LeadMove> moves = lead_moves(row);
    REQUIRE(moves.size() > 2);
    CHECK(moves[0] == LeadMove::Agreed);
    CHECK(moves[1] == LeadMove::Declined);  // both answers before anything else
    CHECK(std::count(moves.begin(), moves.end(), LeadMove::Declined) == 1);
    // It is asked once, and somebody who came by themselves is not asked any more.
    for (const LeadMove done : {LeadMove::Agreed, LeadMove::Contacted}) {
        const std::vector<LeadMove> after = lead_moves(row_of(1, "甲", {done}));
        CHECK(std::find(after.begin(), after.end(), LeadMove::Agreed) == after.end());
    }
    // Asked without an answer from the person, it stays to be asked.
    CHECK(next_lead_move(row_of(1, "甲", {LeadMove::NotReached})) == LeadMove::Agreed);
    const LeadAfter after = lead_after(row, LeadMove::Agreed, *domain::Date::parse("2026-11-23"));
    CHECK(after.view.state == LeadState::New);
    CHECK(after.task->code == "lead_contact");
}

TEST_CASE("a step is written, read over and signed once; putting aside asks for the reason") {
    Leads player;
    player.open(row_of(1, "濮阿凤"));
    player.play(desk::ChoseLeadStep{LeadMove::Declined});
    REQUIRE(player.state.place == DeskPlace::Act);
    player.play(desk::PressedReadAct{});
    CHECK(player.state.cases.act->refusal == "field.words");
    player.play(desk::TypedField{"words", "  本人说不用了  "});
    player.play(desk::TypedField{"on", "2026.11.22"});
    player.play(desk::TypedField{"note", "x"});
    player.play(desk::PressedReadAct{});
    REQUIRE(player.state.place == DeskPlace::ActConfirm);
    player.play(desk::PressedSignAct{});
    const auto* done = player.asked<desk::DoLead>();
    REQUIRE(done);
    CHECK_FALSE(player.asked<desk::DoAct>());
    CHECK(done->lead == row_of(1, "濮阿凤").view.lead.id);
    CHECK(done->kind == "lead_declined");
    CHECK(std::get<std::string>(done->fields.at("words")) == "本人说不用了");
    CHECK(std::get<std::string>(done->fields.at("on")) == "2026-11-22");
    CHECK_FALSE(done->fields.contains("note"));  // that is of acts in cases
    player.play(desk::PressedSignAct{});
    CHECK(player.effects.empty());
    SUBCASE("refused: it stays to be set right") {
        player.play(desk::ActRefused{"lead.words"});
        CHECK(player.state.place == DeskPlace::ActConfirm);
        CHECK(player.state.problem == "lead.words");
    }
    SUBCASE("done: the lead is there again, as it now stands") {
        const base::RecordId said = application(99, "", 0).id;
        player.play(desk::LeadDone{row_of(1, "濮阿凤").view.lead.id, said});
        CHECK(player.asked<desk::ShowLead>());
        CHECK(player.asked<desk::ListCases>());
        player.play(desk::LeadShown{row_of(1, "濮阿凤", {LeadMove::Declined})});
        CHECK(player.state.leads.open->view.state == LeadState::Declined);
        // Taken back within ten seconds, as an act in a case is.
        player.play(desk::PressedUndo{});
        REQUIRE(player.asked<desk::UndoAct>());
        CHECK(player.asked<desk::UndoAct>()->fact == said);
        player.play(desk::ActUndone{});
        CHECK(player.asked<desk::ShowLead>());
        player.play(desk::LeadShown{row_of(1, "濮阿凤")});
        CHECK(player.state.leads.open->view.state == LeadState::New);
        CHECK_FALSE(player.state.cases.undo);
        player.play(desk::PressedUndo{});
        CHECK_FALSE(player.asked<desk::UndoAct>());
        player.play(desk::PressedBack{});
        player.play(desk::PressedLead{row_of(1, "濮阿凤").view.lead.id});
        player.play(desk::LeadShown{row_of(1, "濮阿凤", {LeadMove::Declined})});
        player.play(desk::ChoseLeadStep{LeadMove::Contacted});
        CHECK(player.state.place == DeskPlace::Lead);  // it is closed
    }
}

TEST_CASE("of the applications only the person's own can be named, those of the same name first") {
    Leads player;
    player.play(desk::LoadedInbox{
        {application(21, "别人", 3), application(22, "濮阿凤", -300), application(23, "早来的别人", -300)}});
    player.open(row_of(1, "濮阿凤", {LeadMove::Explained}));
    player.play(desk::ChoseLeadStep{LeadMove::Applied});
    REQUIRE(player.state.cases.act);
    const auto& choices = player.state.cases.act->form->field("application")->choices;
    REQUIRE(choices.size() == 2);  // who came long before the lead is not meant
    CHECK(choices.front().value == application(22, "濮阿凤", 0).id.text());
    player.play(desk::PressedReadAct{});
    CHECK(player.state.cases.act->refusal == "field.application");
    player.play(desk::ToggledValue{"application", "ffffffffffffffffffffffffffffffff"});
    player.play(desk::PressedReadAct{});
    CHECK(player.state.cases.act->refusal == "field.application");  // none of them
    player.play(desk::ToggledValue{"application", choices.front().value});
    player.play(desk::PressedReadAct{});
    CHECK(player.state.place == DeskPlace::ActConfirm);
    player.play(desk::PressedBack{});
    player.play(desk::PressedBack{});
    CHECK(player.state.place == DeskPlace::Lead);
    // What was left is there again, but not for somebody else.
    player.play(desk::ChoseLeadStep{LeadMove::Applied});
    CHECK_FALSE(player.state.cases.act->fields["application"].chosen.empty());
    player.play(desk::PressedBack{});
    player.play(desk::PressedBack{});
    player.open(row_of(2, "花守田", {LeadMove::Explained}));
    player.play(desk::ChoseLeadStep{LeadMove::Applied});
    CHECK(player.state.cases.act->fields["application"].chosen.empty());
}

TEST_CASE("who applied by word of mouth is named by the case, which is no paper to look at") {
    LeadRow row = row_of(1, "濮阿凤", {LeadMove::Contacted, LeadMove::Explained});
    cases::CaseId about;
    about.bytes[0] = 77;
    row.may_be.push_back({about, "name_village", "濮阿凤", ""});
    const auto form = lead_form(lead_kind(LeadMove::Applied), &row, {});
    REQUIRE(form);
    const auto& choices = form->spec().fields.front().choices;
    REQUIRE(choices.size() == 1);
    CHECK(choices.front().value == about.text());

    cases::LeadStep step;
    step.lead = row.view.lead.id;
    step.move = LeadMove::Applied;
    step.application = about;
    row.view = cases::fold_lead(row.view.lead, std::vector{step});
    CHECK(paper_of(row) == nullptr);
    row.may_be.clear();  // the control: it is an application then
    REQUIRE(paper_of(row) != nullptr);
    CHECK(*paper_of(row) == about);
}

TEST_CASE("the page says before the signature how the lead will stand and what is then due") {
    const LeadRow row = row_of(1, "甲");
    const domain::Date today = *domain::Date::parse("2026-11-23");
    const LeadAfter contacted = lead_after(row, LeadMove::Contacted, today);
    CHECK(contacted.view.state == LeadState::Contacted);
    CHECK(contacted.task->code == "lead_explain");
    CHECK(contacted.task->due == today.plus_days(5));
    CHECK(lead_after(row, LeadMove::Declined, today).task->code == "lead_answer");
    CHECK_FALSE(lead_after(row_of(1, "甲", {LeadMove::Declined}), LeadMove::Answered, today).task);
    const LeadAfter opened =
        lead_after(row_of(1, "甲", {LeadMove::Explained, LeadMove::Declined}), LeadMove::Reopened, today);
    CHECK(opened.view.state == LeadState::Explained);
    CHECK(opened.task->code == "lead_wait");
}

TEST_CASE("one that came by word of mouth is noted, and a locked laptop forgets them all") {
    Leads player;
    player.play(desk::PressedNewLead{});
    REQUIRE(player.state.place == DeskPlace::Act);
    player.play(desk::TypedField{"from", "庭务主任"});
    player.play(desk::TypedField{"name", "毕䶮"});
    player.play(desk::TypedField{"why", "断了药"});
    player.play(desk::PressedReadAct{});
    CHECK(player.state.cases.act->refusal == "field.agreed");
    player.play(desk::SaidYes{"agreed", false});
    player.play(desk::PressedReadAct{});
    player.play(desk::PressedSignAct{});
    const auto* done = player.asked<desk::DoLead>();
    REQUIRE(done);
    CHECK_FALSE(done->lead);
    CHECK(done->kind == kLeadNoted);
    player.play(desk::LeadDone{row_of(7, "毕䶮").view.lead.id});
    player.play(desk::LeadShown{row_of(7, "毕䶮")});
    CHECK(player.state.place == DeskPlace::Lead);
    SUBCASE("and taken back at once: it is gone") {
        player.state.cases.undo->fact = player.state.cases.undo->about;
        player.play(desk::PressedUndo{});
        player.play(desk::ActUndone{});
        CHECK(player.state.place == DeskPlace::Leads);
        CHECK_FALSE(player.state.leads.open);
        return;
    }
    SUBCASE("or later, as long as it has not left: said first, then done") {
        LeadRow row = row_of(7, "毕䶮", {LeadMove::Contacted});
        row.unsent = row.view.steps.front().id;
        player.state.leads.wanted = row.view.lead.id;
        player.play(desk::LeadShown{row});
        player.state.now = player.state.now + 60'000;
        player.play(desk::PressedUndo{});
        CHECK_FALSE(player.asked<desk::UndoAct>());
        REQUIRE(player.state.cases.undo);
        CHECK(player.state.cases.undo->kind == lead_kind(LeadMove::Contacted));
        player.play(desk::PressedUndo{});
        REQUIRE(player.asked<desk::UndoAct>());
        CHECK(player.asked<desk::UndoAct>()->fact == *row.unsent);
        player.play(desk::ActRefused{"undo.followed"});
        CHECK(player.state.problem == "undo.lead_followed");  // in words for leads
        CHECK_FALSE(player.state.cases.undo);
        return;
    }
    SUBCASE("and when it has left, nothing is offered any more") {
        LeadRow row = row_of(7, "毕䶮", {LeadMove::Contacted});
        row.unsent = player.state.cases.undo->fact;
        player.play(desk::LeadShown{row});
        CHECK(player.state.cases.undo);  // the control: it is here still
        row.unsent.reset();
        player.play(desk::LeadShown{row});
        CHECK(player.state.place == DeskPlace::Lead);
        CHECK_FALSE(player.state.cases.undo);
        return;
    }
    SUBCASE("what has left is not taken back, and one sentence says so") {
        player.state.now = player.state.now + 60'000;
        player.play(desk::PressedUndo{});
        CHECK_FALSE(player.asked<desk::UndoAct>());
        CHECK(player.state.problem == "undo.lead_nothing");
        return;
    }
    player.play(desk::PressedLock{});
    CHECK(player.state.leads.rows.empty());
    CHECK_FALSE(player.state.leads.open);
    player.play(desk::LeadsListed{{row_of(1, "濮阿凤")}});
    CHECK(player.state.leads.rows.empty());
}

TEST_CASE("who applies by word of mouth after being found: the form of the case begins with what the lead knows") {
    Leads player;
    LeadRow row = row_of(1, "濮阿凤", {LeadMove::Agreed, LeadMove::Contacted, LeadMove::Explained});
    row.view.lead.original_case = "（2026）浙0199执98号";
    row.view.lead.reach = "0571-0000 0123";
    player.open(row);
    player.play(desk::PressedCaseOfLead{});
    REQUIRE(player.state.place == DeskPlace::Act);
    REQUIRE(player.state.cases.act->kind == "case_opened");
    const auto field = [&](const char* name) { return player.state.cases.act->fields.at(name); };
    CHECK(field("applicant").text == "濮阿凤");
    CHECK(field("village").text == "上坪村");
    CHECK(field("original_case").text == "（2026）浙0199执98号");
    CHECK(field("phone").text == "0571-0000 0123");
    CHECK(field("source").chosen == std::vector<std::string>{"transfer"});
    // Left and begun again, what was typed is there; behind it lies the lead.
    player.play(desk::TypedField{"village", "下坪村"});
    player.play(desk::PressedBack{});
    CHECK(player.state.place == DeskPlace::Lead);
    player.play(desk::PressedCaseOfLead{});
    CHECK(field("village").text == "下坪村");
    player.play(desk::PressedReadAct{});
    REQUIRE(player.state.place == DeskPlace::ActConfirm);
    player.play(desk::PressedSignAct{});
    CHECK_FALSE(player.asked<desk::DoAct>());  // else the lead would know nothing of it
    REQUIRE(player.asked<desk::OpenCaseOfLead>());
    CHECK(player.asked<desk::OpenCaseOfLead>()->lead == row.view.lead.id);
    CHECK(std::get<std::string>(player.asked<desk::OpenCaseOfLead>()->fields.at("village")) == "下坪村");
    cases::CaseId opened;
    opened.bytes[0] = 77;
    player.play(desk::ActDone{opened, opened});
    REQUIRE(player.asked<desk::ShowCase>());
    CHECK(player.asked<desk::ShowCase>()->id == opened);
    CHECK_FALSE(player.state.leads.opens_case);
    REQUIRE(player.state.cases.undo);
    CHECK(player.state.cases.undo->fact == opened);
}

TEST_CASE("a lead that has come to an end opens no case, and one who passes on a word is no number to call") {
    Leads player;
    player.open(row_of(1, "濮阿凤", {LeadMove::Declined}));
    player.play(desk::PressedCaseOfLead{});
    CHECK(player.state.place == DeskPlace::Lead);
    cases::Lead lead = lead_of(2, "花守田");
    lead.reach = "村委会王主任 13800000005";
    CHECK(cases::opening_of(lead).contains("relay"));
    CHECK_FALSE(cases::opening_of(lead).contains("phone"));
}

TEST_CASE("reported: a case of the person is offered before what others handed in, and another name is seen") {
    LeadRow row = row_of(1, "濮阿凤", {LeadMove::Explained});
    row.may_be.push_back({application(50, "", 0).id, "original_case", "濮阿凤", ""});
    row.may_be.push_back({application(51, "", 0).id, "name_village", "花守田", ""});
    const std::vector<InboxRow> inbox{application(60, "花守田", 1), application(61, "濮阿凤", 0)};
    const auto form = lead_form("lead_applied", &row, inbox);
    REQUIRE(form);
    const auto& choices = form->spec().fields.front().choices;
    REQUIRE(choices.size() == 4);
    CHECK(choices[0].value == inbox[1].id.text());
    CHECK(choices[1].value == row.may_be[0].id.text());
    CHECK(choices[3].value == inbox[0].id.text());
    CHECK(other_named(row, inbox, inbox[1].id.text()).empty());
    CHECK(other_named(row, inbox, row.may_be[0].id.text()).empty());
    CHECK(other_named(row, inbox, inbox[0].id.text()) == "花守田");
    CHECK(other_named(row, inbox, row.may_be[1].id.text()) == "花守田");
    CHECK(other_named(row, inbox, "").empty());
}

TEST_CASE("from a lead the other one that may be the same is opened, and the way back is the first one's") {
    Leads player;
    LeadRow first = row_of(1, "濮阿凤");
    const LeadRow second = row_of(2, "濮阿凤");
    first.twins.push_back({second.view.lead.id, "name_village", "濮阿凤", "民政局", "", {}, LeadState::New});
    player.open(first);
    player.open(second);
    CHECK(player.state.leads.open->view.lead.id == second.view.lead.id);
    player.play(desk::PressedBack{});
    CHECK(player.state.place == DeskPlace::Leads);
}

TEST_CASE("a leader, on whose list an overdue lead stands, is told who can see to it") {
    Player leader;
    leader.sit_down("leader");
    TaskRow task;
    task.about = row_of(1, "濮阿凤").view.lead.id;
    task.what = "lead_ask";
    task.is_lead = task.escalated = true;
    leader.play(desk::TasksListed{{task}});
    leader.play(desk::PressedOpen{});
    CHECK_FALSE(leader.asked<desk::ShowLead>());
    CHECK(leader.state.place == DeskPlace::Today);
    CHECK(leader.state.problem == "lead.leader");
}
