#include "app/cases/deadlines.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "tests/unit/cases/story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::day;
using test::Timeline;

namespace {

// "P7 2026-12-08", with "about" where the calendar is missing, and the state.
std::string told(const AidCase& from, std::string_view id, std::string_view today, const TermSettings& settings = {}) {
    static constexpr std::array kStates{"running", "paused", "met", "late", "overdue", "dropped"};
    for (const Deadline& each : deadlines_of(from, test::demo_calendar(), day(today), settings))
        if (each.rule->id == id)
            return (each.due.provisional ? "about " : "") + each.due.date.text() + " " +
                   kStates[static_cast<std::size_t>(each.state)];
    return "none";
}

}  // namespace

TEST_CASE("section 10: filed on Tuesday 2026-11-24, ten working days, two months, one month more") {
    Timeline line;
    line.add("filed", "2026-11-24", Status::Filed);
    CHECK(told(line.made, "P7", "2026-11-24") == "2026-12-08 running");
    CHECK(told(line.made, "P7", "2026-12-08") == "2026-12-08 running");
    CHECK(told(line.made, "P7", "2026-12-09") == "2026-12-08 overdue");
    // 2027-01-24 is a Sunday. The table of 2027 is not the notice yet: "about".
    CHECK(told(line.made, "P7m", "2026-11-24") == "about 2027-01-25 running");
    line.made.clock.extended = line.add("time_extended", "2027-01-20");
    CHECK(told(line.made, "P7m", "2027-01-25") == "about 2027-02-24 running");  // not from the 25th
}

TEST_CASE("section 10: money arrives on Thursday 2026-12-10, the person is told by Monday") {
    Timeline line;
    line.add("fund_requested", "2026-12-03", Status::FundReq);
    line.add("fund_arrived", "2026-12-10", Status::FundIn);
    CHECK(told(line.made, "P10", "2026-12-11") == "2026-12-14 running");
    line.add("applicant_called", "2026-12-14", Status::Notified);
    CHECK(told(line.made, "P10", "2027-01-01") == "2026-12-14 met");
    CHECK(told(line.made, "P11", "2026-12-14") == "2026-12-21 running");
    // Money for a later part: nobody is called again, so nothing begins anew.
    line.add("fund_arrived", "2027-03-01");
    CHECK(told(line.made, "P10", "2027-03-10") == "2026-12-14 met");
}

TEST_CASE("the department has five working days, make-up Saturdays count and holidays do not") {
    Timeline line;
    line.add("department_asked", "2026-09-30", Status::AskDept);
    CHECK(told(line.made, "P3", "2026-09-30") == "2026-10-13 running");  // 8, 9, 10 (Saturday), 12, 13
    SUBCASE("answered in time") {
        line.add("department_answered", "2026-10-13");
        CHECK(told(line.made, "P3", "2026-12-01") == "2026-10-13 met");
    }
    SUBCASE("answered late") {
        line.add("department_answered", "2026-10-14");
        CHECK(told(line.made, "P3", "2026-12-01") == "2026-10-13 late");
    }
    SUBCASE("papers were missing: it begins again when they are complete") {
        line.made.inquiry.more = Inquiry::Asked{
            line.add("more_asked", "2026-10-09", Status::NeedMore), {"低保证"}, day("2026-10-09"), day("2026-10-18")};
        CHECK(told(line.made, "P3", "2026-12-01") == "2026-10-13 dropped");
        CHECK(told(line.made, "P4", "2026-10-18") == "2026-10-19 running");  // the 18th is a Sunday
        CHECK(told(line.made, "P3c", "2026-10-18") == "none");
        line.add("more_came", "2026-10-19");
        line.made.inquiry.came = {"低保证"};
        line.made.inquiry.came_on = day("2026-10-19");
        CHECK(told(line.made, "P4", "2026-11-18") == "2026-10-19 met");
        CHECK(told(line.made, "P3c", "2026-10-19") == "2026-10-26 running");
        line.add("sent_to_filing", "2026-10-27", Status::ToFiling);
        line.add("more_came", "2026-10-28");  // something more, later: starts nothing
        CHECK(told(line.made, "P3c", "2026-10-28") == "2026-10-26 late");
        CHECK(told(line.made, "P5", "2026-10-28") == "2026-11-03 running");
    }
}

TEST_CASE("filing again after the filing office asked for papers starts its five days again") {
    Timeline line;
    line.add("sent_to_filing", "2026-11-02", Status::ToFiling);
    line.add("more_asked", "2026-11-04", Status::NeedMore);
    CHECK(told(line.made, "P5", "2026-12-01") == "2026-11-09 dropped");
    line.add("sent_to_filing", "2026-11-16", Status::ToFiling);
    CHECK(told(line.made, "P5", "2026-11-16") == "2026-11-23 running");
}

TEST_CASE("pauses and suspension: their days do not count, the first one does and the last one does not") {
    Timeline line;
    line.add("filed", "2026-11-24", Status::Review);
    SUBCASE("paused and resumed on one day: nothing") {
        line.pause("2026-11-27", "2026-11-27");
        CHECK(told(line.made, "P7", "2026-11-27") == "2026-12-08 running");
    }
    SUBCASE("from Friday to Monday: one working day, three days of the months") {
        line.pause("2026-11-27", "2026-11-30");
        CHECK(told(line.made, "P7", "2026-11-30") == "2026-12-09 running");
        CHECK(told(line.made, "P7m", "2026-11-30") == "about 2027-01-27 running");
    }
    SUBCASE("a pause that goes on moves the day with it") {
        line.pause("2026-11-27");
        CHECK(told(line.made, "P7", "2026-11-30") == "2026-12-09 paused");
        CHECK(told(line.made, "P7", "2027-06-01") == "about 2027-06-11 paused");  // three are used up, the 9th is off
    }
    SUBCASE("two that overlap take each day once") {
        line.pause("2026-11-27", "2026-12-02");
        line.pause("2026-11-30", "2026-12-03", "suspended");
        CHECK(told(line.made, "P7", "2026-12-03") == "2026-12-14 running");
    }
    SUBCASE("a pause after the end changes nothing: it was late before") {
        line.pause("2026-12-08", "2026-12-20");
        CHECK(told(line.made, "P7", "2026-12-21") == "2026-12-08 overdue");
    }
    SUBCASE("a pause over the day off on which the two months end moves that end on") {
        line.pause("2027-01-24", "2027-01-25");
        CHECK(told(line.made, "P7m", "2027-01-25") == "about 2027-01-26 running");
    }
    SUBCASE("withdrawn while paused") {
        line.pause("2026-11-27");
        line.add("withdrawn", "2026-12-01", Status::Withdrawn);
        CHECK(told(line.made, "P7", "2027-06-01") == "2026-12-10 dropped");
    }
}

TEST_CASE("who lets time stand still after the last day is told that it stays late") {
    Timeline line;
    line.add("filed", "2026-11-24", Status::Review);
    const auto late = [&](std::string_view kind, std::string_view today) {
        return stops_too_late(kind, line.made, test::demo_calendar(), day(today), {});
    };
    CHECK_FALSE(late("clock_paused", "2026-12-08"));
    CHECK(late("clock_paused", "2026-12-09"));
    CHECK(late("suspended", "2026-12-09"));
    CHECK_FALSE(late("clock_resumed", "2026-12-09"));
    line.decide("2026-12-10", false);
    CHECK_FALSE(late("clock_paused", "2026-12-11"));  // decided, late or not
}

TEST_CASE("a decision is served promptly, and nothing else than the decision ends that") {
    Timeline line;
    line.add("filed", "2026-11-24", Status::Review);
    line.decide("2026-12-09", false);
    CHECK(told(line.made, "P7", "2026-12-09") == "2026-12-08 late");
    CHECK(told(line.made, "P7m", "2026-12-09") == "about 2027-01-25 met");
    CHECK(told(line.made, "P8", "2026-12-09") == "2026-12-14 running");
    CHECK(told(line.made, "P8", "2026-12-09", {.serve_days = 1}) == "2026-12-10 running");
    line.serve("hearing_notice", "2026-12-10");
    CHECK(told(line.made, "P8", "2026-12-15") == "2026-12-14 overdue");
    line.serve("decision_refuse", "2026-12-14");
    CHECK(told(line.made, "P8", "2026-12-15") == "2026-12-14 met");
    CHECK(told(line.made, "P9", "2026-12-15") == "none");  // nothing was granted
}

TEST_CASE("urgent money is taken back with the refusal, and no later than that is told (A8)") {
    Timeline line;
    line.decide("2026-12-09", false);
    CHECK(told(line.made, "A8", "2026-12-09") == "none");  // nothing was paid
    line.made.ledger.urgent.emplace();
    line.made.ledger.urgent->amount = {2'400'000};
    line.made.ledger.urgent->paid = line.made.entries.front().id;
    CHECK(told(line.made, "A8", "2026-12-09") == "2026-12-14 running");
    CHECK(told(line.made, "A8", "2026-12-15") == "2026-12-14 overdue");
    line.add("recovery_decided", "2026-12-14", Status::Recovery);
    CHECK(told(line.made, "A8", "2026-12-15") == "2026-12-14 met");
    line.made.ballots.decision->granted = true;  // the control: what was granted is topped up
    CHECK(told(line.made, "A8", "2026-12-15") == "none");
}

TEST_CASE("what is deducted between two parts leaves the last day of paying; a recovery that stops the rest ends it") {
    Timeline line;
    line.add("applicant_called", "2026-11-02", Status::Notified);
    const auto decided = line.add("recovery_decided", "2026-11-03");
    CHECK(told(line.made, "P11", "2026-11-20") == "2026-11-09 overdue");
    line.made.ledger.stopped = StoppedPayment{decided, "fraud"};
    CHECK(told(line.made, "P11", "2026-11-20") == "2026-11-09 dropped");
}

TEST_CASE("the request for money counts from the decision, or from the party's approval where there is that step") {
    Timeline line;
    line.decide("2026-12-01", true);
    CHECK(told(line.made, "P9", "2026-12-01") == "2026-12-10 running");
    CHECK(told(line.made, "party", "2026-12-01") == "none");
    const TermSettings with{.party_step = true};
    CHECK(told(line.made, "P9", "2026-12-01", with) == "none");
    CHECK(told(line.made, "party", "2026-12-01", with) == "2026-12-15 running");
    line.add("party_approved", "2026-12-04");
    CHECK(told(line.made, "party", "2026-12-04", with) == "2026-12-15 met");
    CHECK(told(line.made, "P9", "2026-12-04", with) == "2026-12-15 running");
    line.add("fund_requested", "2026-12-16", Status::FundReq);
    CHECK(told(line.made, "P9", "2026-12-20", with) == "2026-12-15 late");
}

TEST_CASE("money that the bank sent back starts the paying again") {
    Timeline line;
    line.add("applicant_called", "2026-11-02", Status::Notified);
    line.add("pay_made", "2026-11-05", Status::Paid);
    CHECK(told(line.made, "P11", "2026-11-20") == "2026-11-09 met");
    line.add("pay_returned", "2026-11-16", Status::Notified);
    CHECK(told(line.made, "P11", "2026-11-20", {.pay_days = 2}) == "2026-11-18 overdue");
}

TEST_CASE("what was set aside starts and ends nothing") {
    Timeline line;
    line.add("filed", "2026-11-24", Status::Filed);
    line.add("decided", "2026-11-26");
    line.made.entries.back().standing = Standing::SetAside;
    CHECK(told(line.made, "P7", "2026-11-26") == "2026-12-08 running");
    CHECK(told(line.made, "P8", "2026-11-26") == "none");
}

TEST_CASE("without any calendar every day is about; a slip of the pen in a year breaks nothing") {
    Timeline line;
    line.add("filed", "9999-12-31", Status::Filed);
    line.pause("0001-01-01", "9999-12-30");
    line.made.inquiry.more = Inquiry::Asked{
        line.add("more_asked", "0001-01-01", Status::NeedMore), {"x"}, day("0001-01-01"), day("9999-12-31")};
    for (const Deadline& each : deadlines_of(line.made, {}, day("2026-11-24"), {}))
        CHECK(each.due.provisional);
    CHECK(deadlines_of(line.made, {}, day("2026-11-24"), {}).size() == 3);
}

TEST_CASE("the yearly report is due one month after the year's end") {
    const auto due = report_deadline(2026, {}, test::demo_calendar(), day("2027-02-01"));
    CHECK(due.due == domain::Due{day("2027-02-01"), true});  // 31 January is a Sunday
    CHECK(due.state == Deadline::State::Running);
    CHECK(report_deadline(2026, day("2027-02-02"), test::demo_calendar(), day("2027-02-03")).state ==
          Deadline::State::LateMet);
}

TEST_CASE("through the fold: what the acts of a story start and end") {
    test::Story story;
    story.until_review();
    const AidCase folded = story.fold();
    CHECK(told(folded, "P3", "2026-11-23") == "2026-11-30 met");
    CHECK(told(folded, "P5", "2026-11-24") == "2026-12-01 met");
    CHECK(told(folded, "P7", "2026-11-24") == "2026-12-08 running");
    story.act("judge", "clock_paused",
              {{"ground", std::string("papers")}, {"reasons", std::string("补正")}, {"on", std::string("2026-11-25")}});
    CHECK(told(story.fold(), "P7", "2026-11-26") == "2026-12-09 paused");
    story.act("judge", "clock_resumed", {{"on", std::string("2026-11-30")}});
    CHECK(told(story.fold(), "P7", "2026-12-01") == "2026-12-11 running");
    story.act("leader", "time_extended", {{"reasons", std::string("疑难")}});
    CHECK(told(story.fold(), "P7m", "2026-12-01") == "about 2027-03-01 running");  // 24 February and five days
}

TEST_CASE("every row of the table names kinds of facts that there are") {
    for (const TermRule& rule : term_table()) {
        CAPTURE(rule.id);
        CHECK(find_act(rule.act) != nullptr);
        CHECK((rule.length > 0 || rule.configured != nullptr || rule.unit == TermRule::Unit::SetDay));
        for (const auto words : {rule.from, rule.until, rule.drops}) {
            std::istringstream kinds{std::string(words)};
            for (std::string kind; kinds >> kind;)
                CHECK_MESSAGE(find_act(kind) != nullptr, kind);
        }
    }
}
