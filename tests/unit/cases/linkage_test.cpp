// Aid together with another court or procuratorate: asked, answered, told, and nobody's money but its own.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/act_day.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/care_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test;

namespace {

constexpr std::int64_t kGrantedFen = 3'000'000, kLinkageDayMs = 24 * 3'600'000LL;
constexpr const char* kCourt = "测试市中级人民法院";

Fields asking(const char* court = kCourt) { return {{"court", text(court)}, {"reasons", text("还很难")}}; }
Fields answering(const FactId& linkage, const char* answer, std::int64_t amount = 0) {
    Fields fields{{"linkage", linkage.text()}, {"answer", text(answer)}, {"who", text("范法官")}};
    if (amount > 0) fields["amount"] = amount;
    if (amount == 0) fields["reasons"] = text("没有这笔钱");
    return fields;
}

std::vector<Task> linkage_tasks(const Story& story) {
    return tasks_of(story.fold(), story.offices(), demo_calendar(), domain::Date::in_china(story.now), {});
}
const Task* find(const std::vector<Task>& list, std::string_view rule, bool escalated = false) {
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const Task& task) { return task.rule == rule && task.escalated == escalated; });
    return found == list.end() ? nullptr : &*found;
}
bool stands(const Story& story, std::string_view rule) { return find(linkage_tasks(story), rule) != nullptr; }

// After a revisit that calls for it.
struct Called : CareStory {
    Called() {
        referred("civil_affairs");
        visit = act("caller", "revisit_made", revisit("R1", {"O5"}));
    }
    FactId visit;
};

}  // namespace

TEST_CASE("what a revisit concluded ends with the other court's answer, not with the asking") {
    for (const char* answer : {"granted", "refused", "taken_back"}) {
        CAPTURE(std::string(answer));
        Called story;
        CHECK(stands(story, "O5"));
        CHECK_FALSE(stands(story, "linkage_answer"));
        const FactId asked = story.act("judge", "linkage_asked", asking());
        CHECK_FALSE(stands(story, "O5"));  // asked: the answer is what is owed
        CHECK(stands(story, "linkage_answer"));
        CHECK_FALSE(story.fold().care.followups.back().done);
        const FactId answered =
            story.act("registrar", "linkage_answered",
                      answering(asked, answer, std::string_view(answer) == "granted" ? kGrantedFen : 0));
        CHECK(story.fold().care.followups.back().done == answered);
        CHECK_FALSE(stands(story, "O5"));
        CHECK_FALSE(stands(story, "linkage_answer"));
        CHECK(stands(story, "linkage_tell") == (std::string_view(answer) == "granted"));
    }
    // The control: an answer that is found wrong opens both again.
    Called story;
    const FactId asked = story.act("judge", "linkage_asked", asking());
    const FactId answered = story.act("judge", "linkage_answered", answering(asked, "refused"));
    story.act("judge", "corrected", {{"wrong", answered.text()}, {"reasons", text("听错了")}});
    CHECK(stands(story, "linkage_answer"));
    CHECK_FALSE(story.fold().care.followups.back().done);
}

TEST_CASE("an answer has its day, is asked for when it is over, and then stands on the leader's list, too") {
    for (const bool named : {false, true}) {
        CAPTURE(named);
        Called story;
        Fields fields = asking();
        const domain::Date today = domain::Date::in_china(story.now);
        const int days = named ? 10 : TermSettings{}.revisit.linkage_days;
        if (named) fields["answer_by"] = today.plus_days(days).text();
        const FactId asked = story.act("judge", "linkage_asked", fields);
        const auto list = linkage_tasks(story);
        const Task* open = find(list, "linkage_answer");
        REQUIRE(open != nullptr);
        CHECK(open->act == "linkage_answered");
        CHECK(open->on == asked);
        CHECK(known_fields(*open).at("linkage") == FieldValue(asked.text()));
        CHECK(open->due->date >= today.plus_days(days));
        CHECK(open->due->date <= today.plus_days(days + 4));  // the next working day
        CHECK_FALSE(open->overdue);
        story.now = story.now + (days + 12) * kLinkageDayMs;
        const auto late = linkage_tasks(story);
        REQUIRE(find(late, "linkage_answer") != nullptr);
        CHECK(find(late, "linkage_answer")->overdue);
        CHECK(find(late, "linkage_answer", true) != nullptr);
        CHECK(find(list, "linkage_answer", true) == nullptr);  // the control: not before
    }
}

TEST_CASE("a grant is told to the person, who hears of it before the case is closed") {
    Called story;
    const FactId asked = story.act("judge", "linkage_asked", asking());
    const auto told = [&](const char* who) {
        return story.standing(story.say(who, "linkage_told", {{"linkage", asked.text()}, {"how", text("phone")}}));
    };
    CHECK(told("caller") == "refused linkage.told");  // nothing is granted
    const auto close = [&] { return story.standing(story.say("registrar", "closed", {{"reasons", text("好了")}})); };
    const FactId referral = story.fold().care.referrals.front().by;
    story.act("caller", "referral_answered", {{"referral", referral.text()}, {"answer", text("done")}});
    CHECK(close() == "refused close.linkage");
    story.act("judge", "linkage_answered", answering(asked, "granted", kGrantedFen));
    CHECK(close() == "refused close.linkage_told");
    CHECK(told("caller") == "in_force");
    CHECK(told("registrar") == "refused linkage.told");  // knew of it
    CHECK_FALSE(stands(story, "linkage_tell"));
    CHECK(close() == "in_force");
}

TEST_CASE("the other court's money is in no ledger of this one") {
    Called story;
    const FactId asked = story.act("judge", "linkage_asked", asking());
    const Ledger before = story.fold().ledger;
    story.act("judge", "linkage_answered", answering(asked, "granted", kGrantedFen));
    const AidCase after = story.fold();
    CHECK(after.ledger == before);
    CHECK(after.care.linkages.front().granted.value == kGrantedFen);
}

TEST_CASE("an answer says its sum or why there is none, and one is enough") {
    Called story;
    const FactId asked = story.act("judge", "linkage_asked", asking());
    const auto say = [&](Fields fields) { return story.standing(story.say("judge", "linkage_answered", fields)); };
    Fields bare = answering(asked, "granted");
    CHECK(say(bare) == "refused field.amount");
    Fields both = answering(asked, "refused", kGrantedFen);
    CHECK(say(both) == "refused linkage.amount");
    Fields silent = answering(asked, "refused");
    silent.erase("reasons");
    CHECK(say(silent) == "refused field.reasons");
    Fields nobody = answering(asked, "refused");
    nobody.erase("who");
    CHECK(say(nobody) == "refused field.who");
    CHECK(say(answering(story.visit, "refused")) == "refused linkage.unknown");
    CHECK(story.standing(story.say("caller", "linkage_answered", answering(asked, "refused"))) == "refused role");
    CHECK(say(answering(asked, "refused")) == "in_force");
    CHECK(say(answering(asked, "granted", kGrantedFen)) == "refused linkage.answered");
    // Another one may be asked, and this one again.
    CHECK(story.standing(story.say("judge", "linkage_asked", asking())) == "in_force");
    CHECK(story.standing(story.say("judge", "linkage_asked", asking())) == "refused linkage.double");
    CHECK(story.standing(story.say("judge", "linkage_asked", asking("测试市人民检察院"))) == "in_force");
    Fields early = asking("邻县人民法院");
    early["answer_by"] = text("2026-01-01");
    CHECK(story.standing(story.say("judge", "linkage_asked", early)) == "refused linkage.answer_by");
}

TEST_CASE("two who did not know of each other: one asking, one answer; two answers contradict each other") {
    Called story;
    const auto seen = heads(story.facts);
    const FactId one = story.say_after("judge", "linkage_asked", asking(), seen);
    const FactId two = story.say_after("registrar", "linkage_asked", asking(), seen);
    const auto open = [&] {
        const auto list = linkage_tasks(story);
        return std::count_if(list.begin(), list.end(), [](const Task& task) { return task.rule == "linkage_answer"; });
    };
    CHECK(story.standing(one) == "in_force");
    CHECK(story.standing(two) == "in_force");
    CHECK(open() == 1);
    const auto asked = heads(story.facts);
    const FactId first = story.say_after("judge", "linkage_answered", answering(two, "granted", kGrantedFen), asked);
    const FactId same = story.say_after("registrar", "linkage_answered", answering(one, "granted", kGrantedFen), asked);
    CHECK(story.standing(first) == "in_force");
    CHECK(story.standing(same) == "in_force");
    CHECK(open() == 0);
    const FactId other = story.say_after("registrar", "linkage_answered", answering(one, "refused"), asked);
    CHECK(story.standing(other) == "contradicts linkage.answered");
    std::vector<Fact> turned = story.facts;
    std::reverse(turned.begin(), turned.end());
    CHECK(write_case(fold(story.facts.front().id, turned, story.offices())) == write_case(story.fold()));
}

TEST_CASE("of somebody who died the other court is told that it is needed no more; of one who is gone nobody is told") {
    for (const bool granted : {false, true}) {
        CAPTURE(granted);
        Called story;
        const FactId asked = story.act("judge", "linkage_asked", asking());
        if (granted) story.act("judge", "linkage_answered", answering(asked, "granted", kGrantedFen));
        story.act("caller", "revisit_tried",
                  {{"plan", text("extra")}, {"way", text("phone")}, {"outcome", text("died")}});
        CHECK(stands(story, "gone_linkage") == !granted);
        CHECK_FALSE(stands(story, "linkage_answer"));
        CHECK_FALSE(stands(story, "linkage_tell"));
        if (!granted) story.act("judge", "linkage_answered", answering(asked, "taken_back"));
        CHECK_FALSE(stands(story, "gone_linkage"));
    }
}

TEST_CASE("no answer comes before the asking") {
    Called story;
    story.now = story.now + 5 * kLinkageDayMs;
    const FactId asked = story.act("judge", "linkage_asked", asking());
    story.now = story.now + 5 * kLinkageDayMs;
    const auto said = [&](int days) {
        Fact fact;
        fact.kind = "linkage_answered";
        fact.claimed = story.now;
        fact.fields = answering(asked, "refused");
        fact.fields["on"] = story.fold().care.linkages.front().asked_on.plus_days(days).text();
        const Verdict wrong = wrong_day(story.fold(), fact);
        return wrong ? wrong->code : "";
    };
    CHECK(said(-1) == "on.before");
    CHECK(said(0).empty());
}
