#include "app/cases/tasks.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::day;
using test::Story;
using test::text;

namespace {

std::vector<Task> tasks(const Story& story, std::string_view today = "2026-11-24", const TermSettings& settings = {}) {
    return tasks_of(story.fold(), story.offices(), test::demo_calendar(), day(today), settings);
}

// "P3 department_answered 2026-11-30" of each, overdue marked !, the leader's own ^.
std::string told(const std::vector<Task>& tasks) {
    std::string out;
    for (const Task& task : tasks)
        out += (out.empty() ? "" : ", ") + (task.rule + " " + task.act + (task.due ? " " + task.due->date.text() : "") +
                                            (task.overdue ? " !" : "") + (task.escalated ? " ^" : ""));
    return out;
}
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("asking, answering, filing: each with its limit") {
    Story story;
    story.open();
    CHECK(told(tasks(story)) == "P1b department_asked");
    story.act("registrar", "department_asked", {{"department", text("执行局")}});
    CHECK(told(tasks(story)) == "P3 department_answered 2026-11-30");
    SUBCASE("the department says that it fits") {
        story.act("registrar", "department_answered", {{"opinion", text("符合")}, {"fits", true}});
        CHECK(told(tasks(story)) == "P3c sent_to_filing 2026-11-30");
        story.act("registrar", "sent_to_filing", {{"opinion", text("符合")}});
        CHECK(told(tasks(story)) == "P5 filed 2026-11-30");
    }
    SUBCASE("it says that it does not") {
        story.act("registrar", "department_answered", {{"opinion", text("不是本案当事人")}, {"fits", false}});
        CHECK(told(tasks(story)) == "P3c not_filed 2026-11-30");
        story.act("registrar", "not_filed", {{"reasons", text("没有本院案件")}});
        CHECK(told(tasks(story)) == "told served 2026-11-26, help consent_given");
        story.act("registrar", "served",
                  {{"paper", text("not_filed")}, {"how", text("in_person")}, {"to", text("本人")}});
        story.act("registrar", "consent_given", {{"bodies", Texts{"民政局"}}, {"how", text("signed")}});
        CHECK(told(tasks(story)) == "help referred");
    }
    SUBCASE("papers are missing, and do not come") {
        story.act("registrar", "more_asked", {{"papers", Texts{"低保证"}}, {"until", text("2026-12-05")}});
        CHECK(told(tasks(story)) == "P4 more_came 2026-12-07");  // the 5th is a Saturday
        CHECK(told(tasks(story, "2026-12-08")) == "P4 more_came, P4 abandoned 2026-12-08");
        story.act("registrar", "more_came", {{"papers", Texts{"低保证"}}});
        CHECK(told(tasks(story)) == "P3c sent_to_filing 2026-11-30");
        story.act("registrar", "sent_to_filing", {{"opinion", text("符合")}});
    }
}

TEST_CASE(
    "reported: taken up again while papers are missing, a case has a day; passing it on counts from the last paper") {
    Story story;
    story.open();
    story.act("registrar", "department_asked", {{"department", text("执行局")}});
    story.act("registrar", "more_asked", {{"papers", Texts{"低保证", "病历"}}, {"until", text("2026-11-30")}});
    const auto on = [&story](std::int64_t days) { story.now = base::Instant{1'795'424'400'000 + days * 86'400'000}; };
    on(10);
    story.act("registrar", "abandoned", {{"reasons", text("一直没有来")}});
    CHECK(told(tasks(story, "2026-12-03")) == "told.abandoned served 2026-12-08");
    on(11);
    story.act("registrar", "more_came", {{"papers", Texts{"低保证"}}, {"on", text("2026-11-27")}});
    REQUIRE(story.fold().status == Status::NeedMore);
    // Friday; looked at on the next working day after it was noted.
    CHECK(told(tasks(story, "2026-12-04")) == "P4 more_came, P4 abandoned 2026-12-07");
    SUBCASE("the rest comes late, and counts") {
        on(22);
        story.act("registrar", "more_came", {{"papers", Texts{"病历"}}});
        CHECK(told(tasks(story, "2026-12-15")) == "P3c sent_to_filing 2026-12-22");
        const auto limits = deadlines_of(story.fold(), test::demo_calendar(), day("2026-12-16"), {});
        CHECK(std::count_if(limits.begin(), limits.end(),
                            [](const Deadline& each) { return each.rule->id == "P3c"; }) == 1);
        CHECK(std::none_of(limits.begin(), limits.end(),
                           [](const Deadline& each) { return each.state == Deadline::State::Overdue; }));
    }
    SUBCASE("nothing more comes: given up for good") {
        on(16);
        story.act("registrar", "abandoned", {{"reasons", text("还是没有来")}});
        CHECK(told(tasks(story, "2026-12-09")) == "told.abandoned served 2026-12-14");
        const auto limits = deadlines_of(story.fold(), test::demo_calendar(), day("2026-12-16"), {});
        CHECK(std::none_of(limits.begin(), limits.end(), [](const Deadline& each) { return each.is_open(); }));
    }
    SUBCASE("all had come in time: it counts from that paper alone") {
        story.act("registrar", "more_came", {{"papers", Texts{"病历"}}, {"on", text("2026-12-04")}});
        CHECK(told(tasks(story, "2026-12-04")) == "P3c sent_to_filing 2026-12-11");
    }
}

TEST_CASE("papers were asked for first: the department is still to be asked, and what it says is followed") {
    Story story;
    story.open();
    story.act("registrar", "more_asked", {{"papers", Texts{"低保证"}}, {"until", text("2026-12-04")}});
    CHECK(told(tasks(story)) == "P4 more_came 2026-12-04, P1b department_asked");
    story.act("registrar", "department_asked", {{"department", text("执行局")}});
    CHECK(told(tasks(story)) == "P4 more_came 2026-12-04, P3 department_answered 2026-11-30");
    story.act("registrar", "department_answered", {{"opinion", text("不是本案当事人")}, {"fits", false}});
    CHECK(told(tasks(story)) == "P4 more_came 2026-12-04, P3c not_filed");
    // What is not filed waits for no paper and no number, however long ago.
    SUBCASE("at once") {}
    SUBCASE("after it was passed on") { story.act("registrar", "sent_to_filing", {{"opinion", text("符合")}}); }
    story.act("registrar", "not_filed", {{"reasons", text("没有本院案件")}});
    for (const Deadline& each : deadlines_of(story.fold(), test::demo_calendar(), day("2027-02-01"), {}))
        CHECK_MESSAGE(!each.is_open(), each.rule->id);
}

TEST_CASE("what is overdue stands on the leader's list, too, with what the leader can do") {
    Story story;
    story.open();
    story.act("registrar", "department_asked", {{"department", text("执行局")}});
    SUBCASE("without a leader on the case the office brings one in") {
        CHECK(told(tasks(story, "2026-12-01")) ==
              "P3 department_answered 2026-11-30 !, seat.leader joined 2026-11-30 !");
    }
    SUBCASE("with one") {
        story.act("registrar", "joined", {{"person", story.id("leader")}, {"as", text("leader")}});
        const auto late = tasks(story, "2026-12-01");
        CHECK(told(late) == "P3 department_answered 2026-11-30 !, P3 remarked 2026-11-30 ! ^");
        CHECK(told(due_list(late, story.person("leader"), Role::Leader, day("2026-12-01"))) ==
              "P3 remarked 2026-11-30 ! ^");
        CHECK(told(due_list(late, story.person("registrar"), Role::Registrar, day("2026-12-01"))) ==
              "P3 department_answered 2026-11-30 !");
        // The control: on the last day nothing is late yet.
        CHECK(told(tasks(story, "2026-11-30")) == "P3 department_answered 2026-11-30");
    }
}

TEST_CASE("a judge who opened a case alone brings in the office, and nobody else") {
    Story story;
    story.say("judge", "case_opened", {{"applicant", text("申屠静")}, {"source", text("outreach")}});
    CHECK(told(tasks(story)) == "seat.registrar joined");
    CHECK(story.standing(story.say("judge", "joined", {{"person", story.id("judge2")}, {"as", text("panel")}})) ==
          "refused member.others");
    story.act("judge", "joined", {{"person", story.id("registrar")}, {"as", text("registrar")}});
    CHECK(told(tasks(story)) == "P1b department_asked");
}

TEST_CASE("review: report, ballot, each vote that is missing, decision, with the day of the decision") {
    Story story;
    story.until_review();
    const auto handler = [&](const std::vector<Task>& list) { return list.front().person == story.person("judge"); };
    CHECK(told(tasks(story)) == "element.harm element_found 2026-12-08");
    CHECK(handler(tasks(story)));
    story.find_elements();
    CHECK(told(tasks(story)) == "report report_written 2026-12-08");
    CHECK(handler(tasks(story)));
    const auto report = story.act("judge", "report_written",
                                  {{"proposal", text("grant")},
                                   {"amount", std::int64_t{5'000'000}},
                                   {"wage", std::int64_t{800'000}},
                                   {"reasons", text("生活困难")}});
    CHECK(told(tasks(story)) == "ballot ballot_opened 2026-12-08");
    const auto ballot = story.act("judge", "ballot_opened",
                                  {{"body", text("panel")},
                                   {"report", report.text()},
                                   {"papers", Texts{report.text()}},
                                   {"voters", Texts{story.id("judge"), story.id("judge2"), story.id("judge3")}}});
    CHECK(told(tasks(story)) == "vote vote_cast 2026-12-08, vote vote_cast 2026-12-08, vote vote_cast 2026-12-08");
    const auto vote = [&](const char* who) {
        story.act(who, "vote_cast",
                  {{"ballot", ballot.text()},
                   {"papers_digest", story.fold().ballots.current()->papers_digest},
                   {"choice", text("grant")},
                   {"amount", std::int64_t{5'000'000}},
                   {"reasons", text("同意")}});
    };
    vote("judge2");
    const auto missing = tasks(story);
    CHECK(missing.size() == 2);
    CHECK(due_list(missing, story.person("judge2"), Role::Judge, day("2026-11-24")).empty());
    CHECK(due_list(missing, story.person("judge3"), Role::Judge, day("2026-11-24")).size() == 1);
    CHECK(known_fields(missing.front()) == Fields{{"ballot", ballot.text()}});
    vote("judge3");
    CHECK(told(tasks(story)) == "decide decided 2026-12-08");
    story.act("judge", "decided",
              {{"ballot", ballot.text()},
               {"result", text("grant")},
               {"amount", std::int64_t{5'000'000}},
               {"reasons", text("同意救助")}});
    CHECK(told(tasks(story)) == "P8 served 2026-11-27, P9 fund_requested 2026-12-03");
    CHECK(told(tasks(story, "2026-11-24", {.party_step = true})) ==
          "P8 served 2026-11-27, party party_approved 2026-12-08");
}

TEST_CASE("before the two months end the leader is asked for another one") {
    Story story;
    story.until_review();
    story.find_elements();
    // The control: one that nobody found complex in time is only late.
    CHECK(told(tasks(story, "2027-01-11")) == "report report_written 2026-12-08 !, report remarked 2026-12-08 ! ^");
    story.act("judge", "found_complex", {{"reasons", text("涉及七户")}});
    CHECK(told(tasks(story, "2027-01-10")) == "report report_written 2027-01-25");
    CHECK(told(tasks(story, "2027-01-11")) == "report report_written 2027-01-25, P7m time_extended 2027-01-25");
    CHECK(told(tasks(story, "2027-01-26")).find("time_extended") == std::string::npos);
    story.act("leader", "time_extended", {{"reasons", text("疑难")}});
    CHECK(told(tasks(story, "2027-01-11")) == "report report_written 2027-02-24");
}

TEST_CASE("what the leader has to do already stands on the leader's list once; an overdue vote says whose it is") {
    Story story;
    story.until_review();
    const auto leaders = [&](const char* on) {
        return due_list(tasks(story, on), story.person("leader"), Role::Leader, day(on));
    };
    story.act("judge", "found_complex", {{"reasons", text("涉及七户")}});
    CHECK(told(leaders("2027-01-25")).find("P7m time_extended") != std::string::npos);
    const auto on_time = leaders("2027-01-25");
    CHECK(std::count_if(on_time.begin(), on_time.end(), [](const Task& each) { return each.act == "time_extended"; }) ==
          1);
    const auto list = leaders("2027-01-26");
    // The control: what others are late with is there, and says who.
    const auto late = std::find_if(list.begin(), list.end(), [](const Task& each) { return each.escalated; });
    REQUIRE(late != list.end());
    CHECK(late->rule == "element.harm");
    CHECK(late->whose == story.person("judge"));
    CHECK_FALSE(late->person);
    CHECK(late->owed_by.empty());
}

TEST_CASE("reported: an overdue task of an office says to the leader whose office, those of it who are on the case") {
    Story story;
    story.open();
    story.act("registrar", "joined", {{"person", story.id("leader")}, {"as", text("leader")}});
    story.act("registrar", "department_asked", {{"department", text("执行局")}});
    const auto late = [&] {
        const auto list = due_list(tasks(story, "2026-12-01"), story.person("leader"), Role::Leader, day("2026-12-01"));
        return list.empty() ? Task{} : list.front();
    };
    CHECK((late().escalated && !late().whose));
    CHECK(late().owed_by == Roles{Role::Registrar});
    // The control: a judge who joins can do it as well.
    story.act("registrar", "joined", {{"person", story.id("judge")}, {"as", text("handler")}});
    CHECK(late().owed_by == Roles{Role::Registrar, Role::Judge});
}

TEST_CASE("a suspended case is looked at again every 90 days, and the leader sees who did not") {
    Story story;
    story.until_review();
    const auto halted =
        story.act("judge", "suspended", {{"ground", text("no_guardian")}, {"reasons", text("监护人未定")}});
    CHECK(told(tasks(story)) == "suspended resumed, suspended_look suspension_kept 2027-02-22");
    CHECK(tasks(story).back().on == halted);
    CHECK(told(tasks(story, "2027-02-23")) ==
          "suspended resumed, suspended_look suspension_kept 2027-02-22 !, suspended_look remarked 2027-02-22 ! ^");
    TermSettings often;
    often.suspended_days = 30;
    CHECK(told(tasks(story, "2026-11-24", often)) == "suspended resumed, suspended_look suspension_kept 2026-12-24");
    story.now = story.now + std::int64_t{92} * 86'400'000;
    story.act("judge", "suspension_kept", {{"reasons", text("问过村里，监护人还没有定")}});
    CHECK(told(tasks(story, "2027-02-24")).find("!") == std::string::npos);
    CHECK(told(tasks(story, "2027-02-24")).find("suspended_look suspension_kept 2027-05") != std::string::npos);
    // The control: a case that goes on is not looked at.
    story.act("judge", "resumed", {{"reasons", text("监护人定了")}});
    CHECK(told(tasks(story, "2027-02-24")).find("suspended_look") == std::string::npos);
    CHECK(story.standing(story.say("judge", "suspension_kept", {{"reasons", text("还在")}})) == "refused status");
}

TEST_CASE("a pause is a task itself: somebody must let time go on") {
    Story story;
    story.until_review();
    const auto pause =
        story.act("judge", "clock_paused", {{"ground", text("outside_proof")}, {"reasons", text("等回函")}});
    const auto list = tasks(story, "2026-12-01");
    CHECK(list.front().act == "clock_resumed");
    CHECK(list.front().on == pause);
    CHECK(std::none_of(list.begin(), list.end(), [](const Task& task) { return task.overdue; }));
    // The limit of the review stands still with it; the day on which somebody looks at it does not.
    CHECK(list.front().due->date == day("2026-12-24"));
    const auto late = tasks(story, "2027-06-01");
    CHECK(late.front().overdue);
    CHECK(std::any_of(late.begin(), late.end(), [](const Task& task) { return task.escalated; }));
    story.act("judge", "clock_paused",
              {{"ground", text("papers")}, {"reasons", text("等材料")}, {"until", text("2027-12-20")}});
    CHECK(told(tasks(story, "2026-12-01")).find("paused.papers clock_resumed 2027-12-20") != std::string::npos);
    CHECK(std::get<std::string>(known_fields(list.front()).at("ground")) == "outside_proof");
}

TEST_CASE("what is waited for besides keeps its task, while the case is suspended and after") {
    Story story;
    story.until_review();
    const auto pause = [&](const char* ground) {
        story.act("judge", "clock_paused", {{"ground", text(ground)}, {"reasons", text("等")}});
    };
    const auto has = [&](const char* task) { return told(tasks(story, "2026-11-24")).find(task) != std::string::npos; };
    pause("outside_proof");
    pause("papers");
    CHECK(has("paused.outside_proof clock_resumed"));
    CHECK(has("paused.papers clock_resumed"));
    story.act("judge", "suspended", {{"ground", text("no_guardian")}, {"reasons", text("监护人未定")}});
    CHECK(has("suspended resumed"));
    CHECK(has("paused.outside_proof clock_resumed"));
    story.act("judge", "clock_resumed", {{"ground", text("papers")}});
    CHECK_FALSE(has("paused.papers"));
    story.act("judge", "resumed", {{"reasons", text("监护人定了")}});
    CHECK_FALSE(has("suspended"));
    CHECK(has("paused.outside_proof clock_resumed"));
    CHECK(story.fold().clock.is_paused());
    story.act("judge", "clock_resumed");  // the only one: it need not be named
    CHECK_FALSE(has("paused."));
    CHECK_FALSE(story.fold().clock.is_paused());
}

TEST_CASE("money for the next part is asked for in time before the day on which it is to be paid") {
    test::MoneyStory story;
    story.until_called(6'000'000, 2'000'000);
    auto fields = test::MoneyStory::order_fields(2'000'000, 1, 3);
    fields["next"] = text("2027-01-29");
    story.act("registrar", "pay_ordered", fields);
    const auto due = [&] {
        for (const Task& each :
             tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {}))
            if (each.act == "fund_requested") return each.due->date.text();
        return std::string("none");
    };
    CHECK(due() == "2027-01-20");  // seven working days before that Friday
    // The control: a part that is to be paid at once is asked for at once.
    story.facts.pop_back();
    fields["next"] = text("2026-11-27");
    story.act("registrar", "pay_ordered", fields);
    CHECK(due() < "2026-11-27");
}

TEST_CASE("urgent money comes first, and nobody approves what they proposed") {
    Story story;
    story.open();
    story.act("registrar", "urgent_proposed",
              {{"amount", std::int64_t{2'000'000}}, {"wage", std::int64_t{800'000}}, {"reasons", text("抢救")}});
    if (!story.fold().ledger.urgent) return;  // the ledger does not keep it yet
    CHECK(told(tasks(story, "2026-11-23")) == "seat.leader joined 2026-11-23, P1b department_asked");
    story.act("registrar", "joined", {{"person", story.id("registrar2")}, {"as", text("registrar")}});
    const auto list = tasks(story, "2026-11-23");
    CHECK(told(list) == "urgent urgent_approved 2026-11-23, P1b department_asked");
    CHECK(told(due_list(list, story.person("registrar"), Role::Registrar, day("2026-11-23"))) ==
          "P1b department_asked");
    CHECK(told(due_list(list, story.person("registrar2"), Role::Registrar, day("2026-11-23"))) ==
          "urgent urgent_approved 2026-11-23, P1b department_asked");
}

TEST_CASE("in order of need: alerts, overdue with the oldest first, today, later, any day; the same on every machine") {
    base::SeededRandom random(5);
    std::vector<Task> list;
    const auto add = [&](const char* rule, const char* due, bool overdue, bool same_day) {
        Task task;
        task.about = CaseId::random(random);
        task.rule = rule;
        task.act = "remarked";
        task.roles = {Role::Caller};
        if (*due != 0) task.due = domain::Due{day(due), false};
        task.overdue = overdue;
        task.same_day = same_day;
        list.push_back(task);
    };
    add("any", "", false, false);
    add("today", "2026-11-27", false, false);
    add("older", "2026-11-02", true, false);
    add("alert", "2026-11-27", false, true);
    add("later", "2026-12-01", false, false);
    add("old", "2026-11-09", true, false);
    const auto me = base::PersonId::random(random);
    const auto once = told(due_list(list, me, Role::Caller, day("2026-11-27")));
    CHECK(once ==
          "alert remarked 2026-11-27, older remarked 2026-11-02 !, old remarked 2026-11-09 !, today remarked "
          "2026-11-27, later remarked 2026-12-01, any remarked");
    std::reverse(list.begin(), list.end());
    CHECK(told(due_list(list, me, Role::Caller, day("2026-11-27"))) == once);
    // Where somebody may be hurt, before other alerts, though those are older.
    add("zz_danger", "2026-11-27", false, true);
    list.back().danger = true;
    add("aa_older", "2026-11-20", true, true);
    CHECK(told(due_list(list, me, Role::Caller, day("2026-11-27")))
              .starts_with("zz_danger remarked 2026-11-27, aa_older remarked 2026-11-20 !, alert remarked"));
    CHECK(due_list(list, me, Role::Judge, day("2026-11-27")).empty());
}

TEST_CASE("two that did not know of each other: somebody must settle it, at the end of a case, too") {
    Story story;
    story.until_review();
    const auto seen = heads(story.facts);
    story.say_after("judge", "terminated", {{"ground", text("hardship_gone")}, {"reasons", text("已获赔偿")}}, seen);
    const auto halted = story.say_after("registrar", "suspended",
                                        {{"ground", text("no_guardian")}, {"reasons", text("监护人未定")}}, seen);
    const auto list = tasks(story);
    CHECK(told(list) == "contradiction contradiction_settled, told.terminated served 2026-11-27");
    CHECK(list.front().on == halted);
}

TEST_CASE("what a court's matrix takes away is nobody's task") {
    Story story;
    story.open();
    story.act("registrar", "department_asked", {{"department", text("执行局")}});
    RoleMatrix matrix;
    REQUIRE(matrix.leave("department_answered", {Role::Judge}));
    const auto with = [&] {
        return told(tasks_of(story.fold(), story.offices(), test::demo_calendar(), day("2026-11-24"), {}, matrix));
    };
    CHECK(told(tasks(story)) == "P3 department_answered 2026-11-30");
    CHECK(with() == "seat.judge joined 2026-11-30");
    story.act("registrar", "joined", {{"person", story.id("judge")}, {"as", text("handler")}});
    CHECK(with() == "P3 department_answered 2026-11-30");
}
