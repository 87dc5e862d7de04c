// Consent, referrals, revisits, alerts and what they call for, through the fold.
#include "app/cases/care.hpp"

#include <algorithm>
#include <random>

#include "app/cases/contact_advice.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/care_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test;

TEST_CASE("nobody is referred without the person's consent to that very body") {
    CareStory story;
    story.not_filed();
    CHECK(story.standing(story.say("caller", "referred", refer_to("civil_affairs"))) == "refused refer.consent");
    story.act("caller", "consent_given", {{"bodies", Lines{"education"}}, {"how", text("phone")}});
    CHECK(story.standing(story.say("caller", "referred", refer_to("civil_affairs"))) == "refused refer.consent");
    CHECK(story.fold().status == Status::NotFiled);
    story.act("caller", "consent_given", {{"bodies", Lines{"civil_affairs"}}, {"how", text("signed")}});
    story.act("caller", "referred", refer_to("civil_affairs"));
    CHECK(story.fold().status == Status::Referred);
    CHECK(story.standing(story.say("caller", "referred", refer_to("civil_affairs"))) == "refused refer.double");
}

TEST_CASE("what no body is ever told is refused whatever a list allows") {
    CareStory story;
    story.not_filed();
    story.consent("civil_affairs");
    for (const char* code : {"F1.80", "F1.80.x", "F1.11", "F1.11a", "F1.11d"})
        CHECK_MESSAGE(story.standing(story.say("caller", "referred", refer_to("civil_affairs", "N04", code))) ==
                          "refused refer.never",
                      code);
    story.act("caller", "referred", refer_to("civil_affairs", "N04", "F1.01"));  // the control
}

TEST_CASE("a referral moves only as it may") {
    using CareState = Referral::State;
    using Move = Referral::Move;
    int allowed = 0;
    for (const CareState from :
         {CareState::Sent, CareState::Accepted, CareState::Refused, CareState::Done, CareState::Revoked})
        for (const Move move : {Move::Accept, Move::Refuse, Move::Finish, Move::Revoke})
            if (const auto to = after(from, move)) {
                ++allowed;
                CHECK((from == CareState::Sent || from == CareState::Accepted));
                CHECK(*to != CareState::Sent);
            }
    CHECK(allowed == 7);

    CareStory story;
    const FactId referral = story.referred("civil_affairs");
    const auto answer = [&](const char* what) {
        return story.say("caller", "referral_answered", {{"referral", referral.text()}, {"answer", text(what)}});
    };
    CHECK(story.standing(answer("accepted")) == "in_force");
    CHECK(story.standing(answer("accepted")) == "refused referral.move");
    CHECK(story.standing(answer("done")) == "in_force");
    CHECK(story.standing(answer("refused")) == "refused referral.move");
    CHECK(story.fold().care.referrals.front().state == CareState::Done);
}

TEST_CASE("revoked consent revokes open referrals, and the body must be told") {
    CareStory story;
    const FactId referral = story.referred("civil_affairs");
    CHECK(story.standing(story.say("caller", "consent_revoked", {{"bodies", Lines{"charity"}}})) ==
          "refused consent.none");
    story.act("caller", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}});
    CHECK(story.fold().care.referrals.front().state == Referral::State::Revoked);
    CHECK(is_told(next_codes(story.fold()), "tell_revoked"));
    CHECK(story.standing(story.say("caller", "referral_answered",
                                   {{"referral", referral.text()}, {"answer", text("accepted")}})) ==
          "refused referral.move");
    story.act("caller", "referral_told", {{"referral", referral.text()}, {"how", text("letter")}});
    CHECK_FALSE(is_told(next_codes(story.fold()), "tell_revoked"));
    CHECK(story.standing(story.say("caller", "referred", refer_to("civil_affairs"))) == "refused refer.consent");
}

TEST_CASE("a body without a mailbox that has answered is told by somebody that consent was taken back") {
    for (const char* answer : {"done", "refused"}) {
        CAPTURE(answer);
        CareStory story;
        const FactId referral = story.referred("civil_affairs");
        story.act("caller", "referral_answered",
                  {{"referral", referral.text()}, {"answer", text(answer)}, {"words", text("按规定办")}});
        CHECK_FALSE(is_told(next_codes(story.fold()), "tell_revoked"));  // the control
        story.act("caller", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}});
        CHECK(is_told(next_codes(story.fold()), "tell_revoked"));
        story.act("caller", "referral_told", {{"referral", referral.text()}, {"how", text("letter")}});
        CHECK_FALSE(is_told(next_codes(story.fold()), "tell_revoked"));
    }
}

TEST_CASE("who refers without knowing that consent was revoked has sent a letter: it stands as revoked, to be told") {
    CareStory story;
    story.not_filed();
    story.consent("civil_affairs");
    const auto seen = heads(story.facts);
    story.say_after("caller", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}}, seen);
    const FactId sent = story.say_after("registrar", "referred", refer_to("civil_affairs"), seen);
    CHECK(story.standing(sent) == "in_force");
    const AidCase folded = story.fold();
    CHECK(folded.status == Status::NotFiled);
    CHECK(folded.care.referrals.front().state == Referral::State::Revoked);
    CHECK(is_told(next_codes(folded), "tell_revoked"));
    // And consent written down by somebody who did not know of the revocation does not undo it.
    const FactId late =
        story.say_after("judge", "consent_given", {{"bodies", Lines{"civil_affairs"}}, {"how", text("phone")}}, seen);
    CHECK(story.standing(late) == "refused consent.revoked");
}

TEST_CASE("two who do not know of each other refer to one body: one referral and its double") {
    CareStory story;
    story.not_filed();
    story.consent("civil_affairs");
    const auto seen = heads(story.facts);
    const FactId first = story.say_after("caller", "referred", refer_to("civil_affairs"), seen);
    const FactId second = story.say_after("registrar", "referred", refer_to("civil_affairs"), seen);
    CHECK(story.fold().status == Status::Referred);
    CHECK(story.fold().care.referrals.back().double_of == first);
    // An answer to either is an answer to the one.
    story.act("caller", "referral_answered", {{"referral", second.text()}, {"answer", text("accepted")}});
    const Care care = story.fold().care;
    CHECK(care.referrals.front().state == Referral::State::Accepted);
    CHECK(next_codes(story.fold()) == std::vector<std::string>{"referral_done", "revisit"});
}

TEST_CASE("form F7 is held to its form") {
    CareStory story;
    story.referred("civil_affairs");
    const auto wrong = [&](const char* field, FieldValue value) {
        Fields form = revisit("R1", {"O2"});
        form[field] = std::move(value);
        return story.standing(story.say("caller", "revisit_made", std::move(form)));
    };
    CHECK(wrong("plan", text("R")) == "refused field.plan");
    CHECK(wrong("plan", text("R007")) == "refused field.plan");
    CHECK(wrong("conclusions", Lines{"O13"}) == "refused field.conclusions");
    CHECK(wrong("scores", Lines{"food:4"}) == "refused field.scores");
    CHECK(wrong("scores", Lines{"joy:1"}) == "refused field.scores");
    CHECK(wrong("content", std::int64_t{6}) == "refused field.content");
    CHECK(wrong("way", text("visit")) == "refused revisit.visitors");
    Fields visit = revisit("R1", {"O2"});
    visit["way"] = text("visit");
    visit["visitors"] = Lines{story.id("caller"), story.id("caller")};
    CHECK(story.standing(story.say("caller", "revisit_made", visit)) == "refused revisit.visitors");
    visit["visitors"] = Lines{story.id("caller"), story.id("judge")};
    visit["scores"] = Lines{"food:0", "work:3"};
    CHECK(story.standing(story.say("caller", "revisit_made", visit)) == "in_force");
}

TEST_CASE("danger, fees and money that is not whole raise an alert the same day, until somebody handles it") {
    CareStory story;
    story.referred("civil_affairs");
    Fields form = revisit("R1", {"O2"});
    form["unsafe"] = true;
    form["asked_for_fee"] = true;
    form["money_whole"] = false;
    const FactId made = story.act("caller", "revisit_made", form);
    const AidCase folded = story.fold();
    REQUIRE(folded.care.alerts.size() == 3);
    for (const NextTask& task : next_tasks(folded))
        if (task.act == "alert_handled") {
            CHECK(task.same_day);
            CHECK(task.due == story.fold().care.revisits.front().day);
        }
    CHECK(story.standing(story.say("caller", "alert_handled", {{"alert", made.text()}, {"done", text("x")}})) ==
          "refused role");
    story.act("registrar", "alert_handled",
              {{"alert", made.text()}, {"what", text("unsafe")}, {"done", text("已联系派出所")}});
    CHECK(is_told(next_codes(story.fold()), "alert_not_whole"));
    CHECK_FALSE(is_told(next_codes(story.fold()), "alert_unsafe"));
    story.act("registrar", "alert_handled",
              {{"alert", made.text()}, {"what", text("asked_for_fee")}, {"done", text("退了")}});
    // One is left: nothing else can be meant.
    story.act("registrar", "alert_handled", {{"alert", made.text()}, {"done", text("已核实")}});
    CHECK_FALSE(is_told(next_codes(story.fold()), "alert_not_whole"));
    CHECK(story.standing(story.say("registrar", "alert_handled", {{"alert", made.text()}, {"done", text("x")}})) ==
          "refused alert.handled");
    CHECK(story.standing(story.say("registrar", "alert_handled",
                                   {{"alert", story.facts.front().id.text()}, {"done", text("x")}})) ==
          "refused alert.unknown");
}

TEST_CASE("every conclusion opens its task, and the act that it calls for closes it") {
    for (const OutcomeRule& rule : outcome_table()) {
        CAPTURE(rule.outcome);
        CareStory story;
        story.referred("civil_affairs");
        Fields form = revisit("R1", {std::string(rule.outcome)});
        if (rule.outcome == "O10") form["spoke_with"] = text("family");  // whoever is lost was not spoken with
        const FactId made = story.act("caller", "revisit_made", form);
        CHECK(story.fold().status == Status::Revisit);
        CHECK(is_told(next_codes(story.fold()), std::string(rule.outcome)) != rule.code.empty());
        if (rule.code.empty()) continue;
        story.act("registrar", "followup_settled",
                  {{"revisit", made.text()},
                   {"outcome", std::string(rule.outcome)},
                   {"done", false},
                   {"reasons", text("已另行处理")}});
        CHECK_FALSE(is_told(next_codes(story.fold()), std::string(rule.outcome)));
    }
}

TEST_CASE("only an act in knowledge of the revisit closes what it calls for") {
    CareStory story;
    story.referred("civil_affairs");
    story.consent("education");
    story.consent("charity");
    const auto before = heads(story.facts);
    story.act("caller", "revisit_made", revisit("R1", {"O3"}));
    const FactId unaware = story.say_after("registrar", "referred", refer_to("education", "N08"), before);
    CHECK(is_told(next_codes(story.fold()), "O3"));
    static_cast<void>(unaware);
    story.act("registrar", "referred", refer_to("charity", "N14"));
    CHECK_FALSE(is_told(next_codes(story.fold()), "O3"));
    CHECK(story.fold().status == Status::Referred);
}

TEST_CASE("three attempts at different days and times without reaching anybody call for a visit at home") {
    CareStory story;
    story.referred("civil_affairs");
    const auto attempt = [&](const char* on, const char* slot, const char* outcome = "no_answer") {
        story.act("caller", "revisit_tried",
                  {{"plan", text("R1")},
                   {"way", text("phone")},
                   {"outcome", text(outcome)},
                   {"on", text(on)},
                   {"slot", text(slot)}});
    };
    attempt("2026-12-21", "morning");
    attempt("2026-12-21", "evening", "wrong_number");
    attempt("2026-12-22", "evening", "later");  // was reached, counts for nothing
    CHECK_FALSE(is_told(next_codes(story.fold()), "O10"));
    attempt("2026-12-22", "morning", "other_person");
    CHECK(is_told(next_codes(story.fold()), "O10"));
    SUBCASE("a call from the desk does not do it, going there does") {
        attempt("2026-12-23", "noon");
        CHECK(is_told(next_codes(story.fold()), "O10"));
        story.act("caller", "revisit_tried",
                  {{"plan", text("R1")}, {"way", text("town")}, {"outcome", text("no_answer")}});
        CHECK_FALSE(is_told(next_codes(story.fold()), "O10"));
    }
    SUBCASE("whoever was reached is not lost") {
        story.act("caller", "revisit_made", revisit("R1", {"O2"}));
        CHECK_FALSE(is_told(next_codes(story.fold()), "O10"));
    }
}

TEST_CASE(
    "who agreed on a day after all is not lost: nobody goes there, and the day is kept, whoever knew of the call") {
    for (const bool agreed_first : {false, true}) {
        CareStory story;
        story.referred("civil_affairs");
        const auto attempt = [](const char* on, const char* slot, const char* outcome) {
            Fields fields{{"plan", text("R1")},
                          {"way", text("phone")},
                          {"outcome", text(outcome)},
                          {"on", text(on)},
                          {"slot", text(slot)}};
            if (std::string_view(outcome) == "later") fields["again"] = text("2026-12-30");
            return fields;
        };
        story.act("caller", "revisit_tried", attempt("2026-12-21", "morning", "no_answer"));
        story.act("caller", "revisit_tried", attempt("2026-12-21", "evening", "no_answer"));
        const auto seen = heads(story.facts);
        const auto lose = [&] {
            story.say_after("registrar", "revisit_tried", attempt("2026-12-22", "noon", "no_answer"), seen);
        };
        if (!agreed_first) lose();
        if (!agreed_first) CHECK(is_told(next_codes(story.fold()), "O10"));  // the control
        story.say_after("caller", "revisit_tried", attempt("2026-12-22", "noon", "later"), seen);
        if (agreed_first) lose();
        CAPTURE(agreed_first);
        CHECK_FALSE(is_told(next_codes(story.fold()), "O10"));
        REQUIRE(is_told(next_codes(story.fold()), "revisit"));
        for (const NextTask& task : next_tasks(story.fold()))
            if (task.code == "revisit") CHECK(task.due == *domain::Date::parse("2026-12-30"));
    }
}

TEST_CASE("whoever always hangs up on the court is not reached either, and is visited") {
    CareStory story;
    story.referred("civil_affairs");
    for (const auto& [on, slot] :
         {std::pair{"2026-12-21", "morning"}, {"2026-12-22", "noon"}, {"2026-12-23", "evening"}})
        story.act("caller", "revisit_tried",
                  {{"plan", text("R1")},
                   {"way", text("phone")},
                   {"outcome", text("declined")},
                   {"on", text(on)},
                   {"slot", text(slot)}});
    CHECK(is_told(next_codes(story.fold()), "O10"));
}

TEST_CASE("three attempts on one day, or always at the same hour, are not enough") {
    for (const bool same_day : {true, false}) {
        CareStory story;
        story.referred("civil_affairs");
        for (int i = 0; i < 4; ++i)
            story.act("caller", "revisit_tried",
                      {{"plan", text("R1")},
                       {"way", text("phone")},
                       {"outcome", text("no_answer")},
                       {"on", same_day ? text("2026-12-21") : "2026-12-2" + std::to_string(i)},
                       {"slot", same_day && i % 2 == 0 ? text("morning") : text("evening")}});
        CHECK_FALSE(is_told(next_codes(story.fold()), "O10"));
    }
}

TEST_CASE("reported: the leader's alert of three weeks ago is first, and so many days late") {
    CareStory story;
    story.referred("civil_affairs");
    Fields form = revisit("R1", {"O2"});
    form["unsafe"] = true;
    form["asked_for_fee"] = true;
    story.act("caller", "revisit_made", form);
    const domain::Date said = story.fold().care.alerts.front().day, on = said.plus_days(19);
    const auto late = due_list(tasks_of(story.fold(), story.offices(), demo_calendar(), on, {}), story.person("leader"),
                               Role::Leader, on);
    REQUIRE(late.size() >= 4);
    CHECK((late[0].danger && late[0].overdue && !late[0].escalated && late[0].rule == "alert_unsafe"));
    CHECK((late[1].rule == "alert_pass.unsafe" && late[1].escalated));
    CHECK(late[1].whose == story.person("caller"));
    CHECK((!late[2].danger && late[2].rule == "alert_asked_for_fee"));
}

TEST_CASE(
    "a caller who heard of danger passes it on the same day, by telephone; whoever can act has the alert itself") {
    CareStory story;
    story.referred("civil_affairs");
    Fields form = revisit("R1", {"O2"});
    form["unsafe"] = true;
    SUBCASE("heard by a caller") {
        const FactId made = story.act("caller", "revisit_made", form);
        const auto tasks = next_tasks(story.fold());
        const auto pass =
            std::find_if(tasks.begin(), tasks.end(), [](const auto& t) { return t.code == "alert_pass.unsafe"; });
        REQUIRE(pass != tasks.end());
        CHECK(pass->same_day);
        CHECK(pass->due == story.fold().care.alerts.front().day);
        CHECK((pass->who.has(Role::Caller) && !pass->who.has(Role::Registrar)));
        story.act("caller", "alert_passed", {{"alert", made.text()}, {"to", text("office")}});
        CHECK_FALSE(is_told(next_codes(story.fold()), "alert_pass.unsafe"));
        CHECK(is_told(next_codes(story.fold()), "alert_unsafe"));  // to pass it on is not to handle it
    }
    SUBCASE("handled before anybody said that it was passed on") {
        const FactId made = story.act("caller", "revisit_made", form);
        story.act("registrar", "alert_handled", {{"alert", made.text()}, {"done", text("已联系派出所")}});
        CHECK_FALSE(is_told(next_codes(story.fold()), "alert_pass.unsafe"));
    }
    SUBCASE("heard by somebody whose task it is") {
        story.act("registrar", "revisit_made", form);
        CHECK_FALSE(is_told(next_codes(story.fold()), "alert_pass.unsafe"));
        CHECK(is_told(next_codes(story.fold()), "alert_unsafe"));
    }
    CHECK(story.standing(story.say("caller", "alert_passed",
                                   {{"alert", story.facts.front().id.text()}, {"to", text("office")}})) ==
          "refused alert.unknown");
}

TEST_CASE("a promise and a referral outlive a case that was taken back: somebody hears of them still") {
    CareStory story;
    story.open();
    for (const char* name : {"judge", "caller", "leader"})
        story.act("registrar", "joined", {{"person", story.id(name)}, {"as", text(name[0] == 'j' ? "handler" : name)}});
    const FactId promise = story.act("registrar", "promised",
                                     {{"body", text("civil_affairs")},
                                      {"owner", text("科长")},
                                      {"what", text("办低保")},
                                      {"due", text("2027-01-15")}});
    story.act("registrar", "withdrawn", {{"how", text("本人书面")}});
    CHECK(is_told(next_codes(story.fold()), "promise_due"));
    const auto tasks = tasks_of(story.fold(), story.offices(), test::demo_calendar(), test::day("2027-02-01"), {});
    CHECK(
        std::any_of(tasks.begin(), tasks.end(), [](const Task& t) { return t.rule == "promise_due" && t.escalated; }));
    story.act("caller", "promise_confirmed", {{"promise", promise.text()}, {"by", text("applicant")}});
    CHECK_FALSE(is_told(next_codes(story.fold()), "promise_due"));  // the control
}

TEST_CASE("who is not reached is visited at home in place of the call that the plan asked for") {
    CareStory story;
    story.referred("civil_affairs");
    for (const auto& [day, slot] :
         {std::pair{"2026-12-01", "morning"}, {"2026-12-02", "evening"}, {"2026-12-03", "noon"}})
        story.act("caller", "revisit_tried",
                  {{"plan", text("R1")},
                   {"way", text("phone")},
                   {"outcome", text("no_answer")},
                   {"slot", text(slot)},
                   {"on", text(day)}});
    const auto tasks = next_tasks(story.fold());
    const auto home = std::find_if(tasks.begin(), tasks.end(), [](const auto& t) { return t.outcome == "O10"; });
    REQUIRE(home != tasks.end());
    CHECK(home->plan == "R1");
}

TEST_CASE("that whoever acts for the applicant did the harm is an alert from the day the case is opened") {
    for (const bool said : {false, true}) {
        CareStory story;
        Fields fields{{"applicant", text("申屠静")}, {"source", text("kiosk")}};
        if (said) fields["offender_acts"] = true;
        const auto opened = story.act("registrar", "case_opened", fields);
        CHECK(is_told(next_codes(story.fold()), "alert_guardian") == said);
        CHECK(is_in_danger(story.fold()) == said);
        if (!said) continue;
        const auto tasks = next_tasks(story.fold());
        const auto task =
            std::find_if(tasks.begin(), tasks.end(), [](const auto& t) { return t.code == "alert_guardian"; });
        REQUIRE(task != tasks.end());
        CHECK(task->same_day);
        CHECK(task->act == "alert_handled");
        story.act("registrar", "alert_handled",
                  {{"alert", opened.text()}, {"what", text("guardian")}, {"done", text("见到孩子，已请民政换人照看")}});
        CHECK_FALSE(is_told(next_codes(story.fold()), "alert_guardian"));
        CHECK_FALSE(is_in_danger(story.fold()));
    }
}

TEST_CASE("somebody who moved away or died ends it; a call that says otherwise takes that back") {
    CareStory story;
    story.referred("civil_affairs");
    story.act("caller", "revisit_tried", {{"plan", text("R1")}, {"way", text("phone")}, {"outcome", text("moved")}});
    CHECK(is_told(next_codes(story.fold()), "O12"));
    CHECK(is_told(next_codes(story.fold()), "moved_referral"));
    story.act("caller", "revisit_made", revisit("R1", {"O2"}));
    CHECK_FALSE(is_told(next_codes(story.fold()), "O12"));
}

TEST_CASE("a body that was asked for somebody who moved is asked whether it still helps, and then has its own days") {
    CareStory story;
    const FactId referral = story.referred("civil_affairs");
    CHECK(is_told(next_codes(story.fold()), "referral_answer"));
    story.act("caller", "revisit_tried", {{"plan", text("R1")}, {"way", text("phone")}, {"outcome", text("moved")}});
    const auto tasks = next_tasks(story.fold());
    const auto asks =
        std::find_if(tasks.begin(), tasks.end(), [](const auto& e) { return e.code == "moved_referral"; });
    REQUIRE(asks != tasks.end());
    CHECK((asks->from == referral && asks->act == "referral_answered"));
    CHECK(asks->due == story.fold().care.gone->day.plus_days(7));
    CHECK_FALSE(is_told(next_codes(story.fold()), "referral_answer"));
    SUBCASE("it helps on") {
        story.act("caller", "referral_answered", {{"referral", referral.text()}, {"answer", text("accepted")}});
        CHECK(is_told(next_codes(story.fold()), "referral_done"));
        CHECK_FALSE(is_told(next_codes(story.fold()), "moved_referral"));
    }
    SUBCASE("another at the new place is asked, with days of its own") {
        story.act("caller", "referral_answered",
                  {{"referral", referral.text()}, {"answer", text("refused")}, {"words", text("不归这里管")}});
        story.consent("civil_affairs_next");
        story.act("caller", "referred", refer_to("civil_affairs_next"));
        CHECK(is_told(next_codes(story.fold()), "referral_answer"));
        CHECK_FALSE(is_told(next_codes(story.fold()), "moved_referral"));
    }
    SUBCASE("they died after all: nobody helps any more, and the body is told") {
        story.act("caller", "revisit_tried", {{"plan", text("R1")}, {"way", text("phone")}, {"outcome", text("died")}});
        CHECK(is_told(next_codes(story.fold()), "gone_referral"));
        CHECK_FALSE(is_told(next_codes(story.fold()), "moved_referral"));
        story.act("judge", "referral_revoked", {{"referral", referral.text()}, {"reasons", text("本人去世")}});
        CHECK(is_told(next_codes(story.fold()), "tell_revoked"));
    }
}

TEST_CASE("another number brings back who moved away, and with them what was begun; nothing brings back the dead") {
    for (const char* outcome : {"moved", "died"}) {
        CAPTURE(outcome);
        const bool moved = std::string_view(outcome) == "moved";
        CareStory story;
        story.referred("civil_affairs");
        const auto before = heads(story.facts);
        story.act("caller", "revisit_tried",
                  {{"plan", text("R1")}, {"way", text("phone")}, {"outcome", text(outcome)}});
        CHECK_FALSE(is_told(next_codes(story.fold()), "revisit"));
        // A number that somebody named who did not know of it is the one at which nobody was found.
        story.say_after("registrar", "contact_changed", {{"told_by", text("村里")}, {"phone", text("13900000000")}},
                        before);
        CHECK(story.fold().care.gone);
        // Another way to be careful is no number.
        story.act("registrar", "contact_changed", {{"told_by", text("村里")}, {"agreed_word", text("腊梅")}});
        CHECK(story.fold().care.gone);
        story.act("registrar", "contact_changed", {{"told_by", text("村里")}, {"phone", text("13500000000")}});
        CHECK(story.fold().care.gone.has_value() != moved);
        CHECK(is_told(next_codes(story.fold()), "revisit") == moved);
        CHECK(is_told(next_codes(story.fold()), "O12") != moved);
        CHECK(is_told(next_codes(story.fold()), "referral_answer") == moved);
    }
}

TEST_CASE("a case is not closed over an alert, a promise, a referral, or a body that was not told") {
    CareStory story;
    const FactId referral = story.referred("civil_affairs");
    const FactId promise = story.act("caller", "promised",
                                     {{"body", text("civil_affairs")},
                                      {"owner", text("科长")},
                                      {"what", text("办低保")},
                                      {"due", text("2027-01-15")}});
    Fields form = revisit("R1", {"O1"});
    form["unsafe"] = true;
    const FactId made = story.act("caller", "revisit_made", form);
    const auto close = [&] { return story.standing(story.say("caller", "closed", {{"reasons", text("困难缓解")}})); };
    CHECK(close() == "refused close.alert");
    story.act("registrar", "alert_handled", {{"alert", made.text()}, {"done", text("已安置")}});
    CHECK(close() == "refused close.promise");
    story.act("caller", "promise_confirmed", {{"promise", promise.text()}, {"by", text("applicant")}});
    CHECK(close() == "refused close.referral");
    story.act("caller", "referral_revoked", {{"referral", referral.text()}, {"reasons", text("不用了")}});
    CHECK(close() == "refused close.untold");
    story.act("caller", "referral_told", {{"referral", referral.text()}, {"how", text("phone")}});
    CHECK(close() == "in_force");
    CHECK(story.fold().status == Status::Closed);
}

TEST_CASE("danger that was heard by somebody who did not know that the case was closed is an alert all the same") {
    CareStory story;
    const FactId referral = story.referred("civil_affairs");
    story.act("caller", "referral_answered", {{"referral", referral.text()}, {"answer", text("done")}});
    story.act("caller", "revisit_made", revisit("R1", {"O1"}));
    const auto seen = heads(story.facts);
    story.act("caller", "closed", {{"reasons", text("困难缓解")}});
    Fields form = revisit("R2", {"O2"});
    form["unsafe"] = true;
    story.act("registrar", "remarked", {{"words", text("归档")}});
    const FactId late = story.say_after("registrar", "revisit_made", form, seen);
    CHECK(story.standing(late) == "in_force");
    CHECK(story.fold().status == Status::Closed);
    CHECK(next_codes(story.fold()) == std::vector<std::string>{"alert_unsafe"});
    CHECK(story.standing(story.say("registrar", "revisit_made", revisit("R3", {"O2"}))) == "refused closed.known");
}
