// The day that somebody writes for an act.
#include <doctest/doctest.h>

#include "app/cases/act_day.hpp"
#include "tests/unit/cases/money_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;

namespace {

std::string said(const test::Story& story, const std::string& kind, Fields fields) {
    Fact fact;
    fact.kind = kind;
    fact.claimed = story.now;
    fact.fields = std::move(fields);
    const Verdict wrong = wrong_day(story.fold(), fact);
    return wrong ? wrong->code : "";
}

std::string story_day(const test::Story& story, int later) {
    return domain::Date::in_china(story.now).plus_days(later).text();
}

}  // namespace

TEST_CASE("what has not happened yet is not told, to the day of the author's clock in China") {
    test::MoneyStory story;
    story.until_review();
    for (const ActRule& rule : act_table()) {
        CAPTURE(std::string(rule.kind));
        CHECK(said(story, std::string(rule.kind), {{"on", story_day(story, 1)}}) == "on.future");
        CHECK(said(story, std::string(rule.kind), {{"on", std::string("2999-01-01")}}) == "on.future");
        CHECK(said(story, std::string(rule.kind), {}).empty());
        CHECK(said(story, std::string(rule.kind), {{"on", story_day(story, 0)}}).empty());
    }
    // Half past eleven at night in London is the next day here.
    Fact late;
    late.kind = "remarked";
    late.claimed = {1'795'476'600'000};  // 2026-11-23 23:30 UTC
    late.fields = {{"on", std::string("2026-11-24")}};
    CHECK_FALSE(wrong_day(story.fold(), late));
}

TEST_CASE("a revisit names no next day before itself, and a time that was agreed on has its day") {
    test::MoneyStory story;
    story.until_review();
    const auto on = [&](int later) { return story_day(story, later); };
    CHECK(said(story, "revisit_made", {{"next", on(-1)}}) == "revisit.next");
    CHECK(said(story, "revisit_made", {{"next", on(0)}}).empty());
    CHECK(said(story, "revisit_made", {{"on", on(-3)}, {"next", on(-2)}}).empty());  // entered late
    CHECK(said(story, "revisit_made", {{"on", on(-3)}, {"next", on(-4)}}) == "revisit.next");
    CHECK(said(story, "revisit_tried", {{"outcome", std::string("later")}}) == "revisit.later");
    CHECK(said(story, "revisit_tried", {{"outcome", std::string("later")}, {"again", on(-1)}}) == "revisit.again");
    CHECK(said(story, "revisit_tried", {{"outcome", std::string("later")}, {"again", on(0)}}).empty());
    CHECK(said(story, "revisit_tried", {{"outcome", std::string("no_answer")}}).empty());
    CHECK(said(story, "revisit_tried", {{"outcome", std::string("no_answer")}, {"again", on(-1)}}) == "revisit.again");
}

TEST_CASE("what was done on paper before the case was opened here is entered with its own day, none before it came") {
    test::Story story;
    story.act("registrar", "case_opened",
              {{"applicant", std::string("申屠静")},
               {"source", std::string("window")},
               {"received_on", story_day(story, -9)}});
    CHECK(said(story, "department_asked", {{"on", story_day(story, -9)}}).empty());
    CHECK(said(story, "department_asked", {{"on", story_day(story, -10)}}) == "on.before");
    story.act("registrar", "department_asked", {{"department", std::string("执行局")}, {"on", story_day(story, -6)}});
    CHECK(said(story, "sent_to_filing", {{"on", story_day(story, -6)}}).empty());
    CHECK(said(story, "sent_to_filing", {{"on", story_day(story, -7)}}) == "on.before");
}

TEST_CASE(
    "reported: nobody asks by word of mouth on a day that is to come; what came by mail bears another clock's day") {
    const test::Story story;
    const auto opened = [&story](Fields fields) {
        Fact fact;
        fact.kind = "case_opened";
        fact.claimed = story.now;
        fact.fields = std::move(fields);
        const Verdict wrong = wrong_day({}, fact);
        return wrong ? wrong->code : "";
    };
    CHECK(opened({{"received_on", story_day(story, 1)}}) == "on.future");
    CHECK(opened({{"received_on", story_day(story, 0)}}) == "");
    CHECK(opened({{"received_on", story_day(story, -400)}}) == "");
    CHECK(opened({{"on", story_day(story, 1)}}) == "on.future");
    CHECK(opened({{"received_on", story_day(story, 1)}, {"application", std::string(32, 'a')}}) == "");
}

TEST_CASE("a step does not come before the step that it follows, and a decision is not served before it is made") {
    test::MoneyStory story;
    story.until_granted(3'000'000);
    story.now = story.now + 10 * 24 * 3'600'000LL;
    story.act("registrar", "fund_requested", {{"amount", std::int64_t{3'000'000}}});
    const domain::Date step = story.fold().steps.back().day;
    const std::string before = step.plus_days(-1).text(), same = step.text();
    for (const char* kind :
         {"fund_arrived", "pay_made", "pay_returned", "closed", "filed", "urgent_paid", "assigned"}) {
        CAPTURE(kind);
        CHECK(said(story, kind, {{"on", before}}) == "on.before");
        CHECK(said(story, kind, {{"on", same}}).empty());
    }
    // What is no step may have happened long ago and be written down today.
    for (const char* kind : {"statement_taken", "proof_added", "consent_given", "enforced"})
        CHECK(said(story, kind, {{"on", std::string("2025-01-02")}}).empty());
    // But nobody visits, reports or votes for a case before it came.
    const domain::Date came = story.fold().received_on;
    for (const char* kind : {"site_visited", "report_written", "ballot_opened", "vote_cast", "hearing_called"}) {
        CAPTURE(kind);
        CHECK(said(story, kind, {{"on", std::string("1990-01-01")}}) == "on.before_case");
        CHECK(said(story, kind, {{"on", came.plus_days(-1).text()}}) == "on.before_case");
        CHECK(said(story, kind, {{"on", came.text()}}).empty());
    }
    const domain::Date decided = story.fold().ballots.decision->day;
    const auto serving = [&](const char* paper, domain::Date on) {
        return said(story, "served", {{"paper", std::string(paper)}, {"on", on.text()}});
    };
    CHECK(serving("decision_grant", decided.plus_days(-1)) == "on.before");
    CHECK(serving("decision_grant", decided).empty());
    CHECK(serving("acceptance", decided.plus_days(-1)).empty());
}

TEST_CASE("reported: what came of a referral or a promise is told of no day before it was made") {
    test::MoneyStory story;
    story.until_review();
    story.act("registrar", "consent_given",
              {{"bodies", std::vector<std::string>{"民政局"}}, {"how", std::string("signed")}});
    const auto referral = story.act("registrar", "referred",
                                    {{"item", std::string("N04")},
                                     {"body", std::string("民政局")},
                                     {"asks", std::string("请看看")},
                                     {"shared", std::vector<std::string>{"F1.01"}},
                                     {"on", story_day(story, -5)}});
    const auto promise = story.act("registrar", "promised",
                                   {{"body", std::string("民政局")},
                                    {"owner", std::string("王")},
                                    {"what", std::string("低保")},
                                    {"due", story_day(story, 30)},
                                    {"on", story_day(story, -3)}});
    for (const char* kind : {"referral_answered", "referral_revoked"}) {
        CAPTURE(kind);
        CHECK(said(story, kind, {{"referral", referral.text()}, {"on", story_day(story, -6)}}) == "referral.day");
        CHECK(said(story, kind, {{"referral", referral.text()}, {"on", story_day(story, -5)}}).empty());
    }
    for (const char* kind :
         {"promise_claimed", "promise_confirmed", "promise_overridden", "promise_disputed", "promise_extended"}) {
        CAPTURE(kind);
        CHECK(said(story, kind, {{"promise", promise.text()}, {"on", story_day(story, -4)}}) == "promise.day");
        CHECK(said(story, kind, {{"promise", promise.text()}, {"on", story_day(story, -3)}}).empty());
    }
    // A body may have promised before it was asked in writing.
    CHECK(said(story, "promised", {{"referral", referral.text()}, {"on", story_day(story, -9)}}).empty());
    // What an older program signed all the same counts as of the day on which it could be.
    const std::string early = story_day(story, -20);
    story.act("registrar", "referral_answered",
              {{"referral", referral.text()}, {"answer", std::string("done")}, {"on", early}});
    story.act("registrar", "promise_claimed",
              {{"promise", promise.text()}, {"evidence", std::string("说办了")}, {"on", early}});
    const AidCase folded = story.fold();
    CHECK(folded.care.referrals.front().since == folded.care.referrals.front().sent_on);
    CHECK(folded.care.promises.front().since == folded.care.promises.front().made_on);
    CHECK(folded.care.promises.front().state == PromiseState::Claimed);
}
