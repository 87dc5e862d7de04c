// What comes up again when a case is closed: a promise that was not kept, a call that hears of danger.
#include <algorithm>

#include "app/cases/care.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/care_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test;

namespace {

FactId until_closed(CareStory& story) {
    const FactId referral = story.referred("civil_affairs");
    const FactId promise = story.act("caller", "promised",
                                     {{"body", text("civil_affairs")},
                                      {"owner", text("科长")},
                                      {"what", text("办低保")},
                                      {"due", text("2026-12-15")}});
    story.act("caller", "referral_answered", {{"referral", referral.text()}, {"answer", text("done")}});
    story.act("caller", "promise_confirmed", {{"promise", promise.text()}, {"by", text("applicant")}});
    story.act("caller", "revisit_made", revisit("R1", {"O1"}));
    story.act("caller", "closed", {{"reasons", text("困难缓解")}});
    CHECK(next_codes(story.fold()).empty());
    return promise;
}

}  // namespace

TEST_CASE("reported: a promise that was not kept after all is open again in a closed case, and reaches somebody") {
    CareStory story;
    const FactId promise = until_closed(story);
    story.now = story.now + 60LL * 86'400'000;
    story.act("caller", "promise_disputed", {{"promise", promise.text()}, {"reasons", text("停发了")}});
    AidCase folded = story.fold();
    CHECK(folded.status == Status::Closed);  // what people were told of it is as true as before
    CHECK(next_codes(folded) == std::vector<std::string>{"disputed"});  // the body is asked again
    bool owner = false, leader = false;
    for (const Task& task : tasks_of(folded, story.offices(), demo_calendar(), domain::Date::in_china(story.now), {})) {
        CHECK(task.on == promise);
        CHECK(task.overdue);
        owner |= task.act == "promise_claimed" && task.roles.has(Role::Judge);
        leader |= task.escalated && task.roles.has(Role::Leader);
    }
    CHECK(owner);
    CHECK(leader);
    story.act("caller", "promise_claimed", {{"promise", promise.text()}, {"evidence", text("补发了")}});
    CHECK(next_codes(story.fold()) == std::vector<std::string>{"ask_promise"});
    story.act("caller", "promise_confirmed", {{"promise", promise.text()}, {"by", text("applicant")}});
    CHECK(next_codes(story.fold()).empty());
    // The control: what the table of states does not lead to from there is refused as before.
    CHECK(story.standing(story.say("caller", "referred", refer_to("civil_affairs"))) == "refused status");
    CHECK(story.fold().status == Status::Closed);
}

TEST_CASE("reported: a call to a closed case raises its alerts the same day, and what it calls for is a task") {
    CareStory story;
    until_closed(story);
    Fields form = revisit("extra", {"O3"});
    form["asked_for_fee"] = true;
    form["unsafe"] = true;
    form["next"] = text("2027-02-01");
    const FactId made = story.act("registrar", "revisit_made", form);
    AidCase folded = story.fold();
    CHECK(folded.status == Status::Closed);
    CHECK(next_codes(folded) == std::vector<std::string>{"alert_unsafe", "alert_asked_for_fee", "O3", "revisit"});
    const auto tasks = tasks_of(folded, story.offices(), demo_calendar(), domain::Date::in_china(story.now), {});
    REQUIRE(tasks.size() >= 4);
    CHECK((tasks[0].act == "alert_handled" && tasks[0].same_day));
    CHECK(std::any_of(tasks.begin(), tasks.end(), [](const Task& each) { return each.act == "followup_settled"; }));
    for (const char* what : {"unsafe", "asked_for_fee"})
        story.act("registrar", "alert_handled",
                  {{"alert", made.text()}, {"what", text(what)}, {"done", text("已报警")}});
    story.act("registrar", "followup_settled",
              {{"revisit", made.text()}, {"outcome", text("O3")}, {"done", true}, {"reasons", text("请本人自己去办")}});
    CHECK(next_codes(story.fold()) == std::vector<std::string>{"revisit"});
    story.act("caller", "revisit_tried", {{"plan", text("extra")}, {"way", text("phone")}, {"outcome", text("died")}});
    CHECK(next_codes(story.fold()).empty());
    // O1 ends the revisits, which are over: nothing is to be done for it.
    story.act("caller", "revisit_made", revisit("extra", {"O1"}));
    CHECK(next_codes(story.fold()).empty());
    // The control: the plan itself is over, and the sentence says so.
    CHECK(story.standing(story.say("caller", "revisit_tried",
                                   {{"plan", text("R2")}, {"way", text("phone")}, {"outcome", text("unsafe")}})) ==
          "refused closed.known");
}

TEST_CASE("reported: a case that was closed over alerts that nobody named one by one stays closed") {
    for (const bool settled : {true, false}) {
        CAPTURE(settled);
        CareStory story;
        const FactId referral = story.referred("civil_affairs");
        story.act("caller", "referral_answered", {{"referral", referral.text()}, {"answer", text("done")}});
        Fields told = revisit("R1", {"O1"});
        told["unsafe"] = true;
        told["asked_for_fee"] = true;
        const FactId call = story.act("caller", "revisit_made", told);
        if (settled) story.act("registrar", "alert_handled", {{"alert", call.text()}, {"done", text("都办了")}});
        const FactId closed = story.say("caller", "closed", {{"reasons", text("困难缓解")}});
        CHECK(story.standing(closed) == (settled ? "in_force" : "refused close.alert"));  // the control
    }
}
