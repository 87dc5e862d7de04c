// Who paid does not say for the person that the money came: in a call, in a confirmation, of an order or of urgent aid.
#include <algorithm>

#include "app/cases/case_json.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;
using test::w;

namespace {

constexpr std::int64_t kOwnSum = 3'000'000;

// Whether somebody may sign it now.
std::string said_by(MoneyStory story, const char* who, const Fields& said) {
    story.say(who, "money_confirmed", said);
    const Fact fact = story.facts.back();
    story.facts.pop_back();
    const Verdict no = would_refuse(fact.about, story.facts, fact, story.offices());
    return no ? "refused " + no->code : "in_force";
}

std::vector<Task> asking(const MoneyStory& story) {
    std::vector<Task> out;
    for (const Task& each :
         tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {}))
        if (each.act == "money_confirmed") out.push_back(each);
    return out;
}

bool is_asked(const MoneyStory& story, const char* who) {
    const std::vector<Task> tasks = asking(story);
    const auto role = story.offices()(story.person(who));
    return std::any_of(tasks.begin(), tasks.end(),
                       [&](const Task& each) { return is_for(each, story.person(who), *role); });
}

void leave(MoneyStory& story, const std::vector<const char*>& all) {
    for (const char* who : all)
        story.act("leader", "left", {{"person", story.id(who)}, {"why", w("absent")}});
}

}  // namespace

TEST_CASE("who noted a payment or handed it over does not write that it came; anybody else on the case does") {
    MoneyStory story;
    story.until_called(kOwnSum, kOwnSum);
    const auto order = story.pay(kOwnSum);
    for (const bool whole : {true, false}) {
        const Fields said = MoneyStory::confirmation(order, whole ? kOwnSum : 1, whole);
        CHECK(said_by(story, "registrar", said) == "refused pay.own");  // who noted it
        CHECK(said_by(story, "judge", said) == "refused pay.own");      // who was there
        for (const char* who : {"registrar2", "judge2", "caller", "leader"})
            CHECK(said_by(story, who, said) == "in_force");  // the controls
    }
    Fields nobody = MoneyStory::confirmation(order, kOwnSum, true);
    nobody["by"] = w("nobody");
    nobody["reasons"] = w("本人联系不上");
    CHECK(said_by(story, "registrar", nobody) == "refused pay.own");
    CHECK(said_by(story, "leader", nobody) == "in_force");
    CHECK_FALSE(is_asked(story, "registrar"));
    CHECK_FALSE(is_asked(story, "judge"));
    for (const char* who : {"registrar2", "judge2", "caller"})
        CHECK(is_asked(story, who));
    CHECK_FALSE(is_asked(story, "leader"));  // who has other things to do, where others can
    CHECK(write_case(story.fold()).find("\"payers\"") != std::string::npos);
}

TEST_CASE("of two parts each is confirmed by who did not pay that one") {
    MoneyStory story;
    story.until_called(kOwnSum, kOwnSum);
    const auto first = story.pay(1'000'000, 1, 2);
    const auto second = story.order(2'000'000, 2, 2);
    story.act("leader", "pay_released", {{"order", second.text()}});
    story.act("registrar2", "pay_made", story.payment(second, {"registrar2", "judge2"}));
    CHECK(said_by(story, "registrar", MoneyStory::confirmation(first, 1'000'000, true)) == "refused pay.own");
    CHECK(said_by(story, "registrar", MoneyStory::confirmation(second, 2'000'000, true)) == "in_force");
    CHECK(said_by(story, "registrar2", MoneyStory::confirmation(first, 1'000'000, true)) == "in_force");
    CHECK(said_by(story, "registrar2", MoneyStory::confirmation(second, 2'000'000, true)) == "refused pay.own");
}

TEST_CASE("where everybody else has left or paid it is the leader's task") {
    MoneyStory story;
    story.until_called(kOwnSum, kOwnSum);
    const auto order = story.pay(kOwnSum);
    leave(story, {"registrar2", "judge2", "judge3"});
    CHECK(is_asked(story, "caller"));  // the control
    CHECK_FALSE(is_asked(story, "leader"));
    leave(story, {"caller"});
    CHECK(is_asked(story, "leader"));
    CHECK_FALSE(is_asked(story, "registrar"));
    story.act("leader", "money_confirmed", MoneyStory::confirmation(order, kOwnSum, true));
    CHECK(asking(story).empty());
}

TEST_CASE("urgent aid is confirmed by who did not pay it, and after a return by who did not pay it again") {
    MoneyStory story;
    story.open();
    for (const char* name : {"leader", "registrar2"})
        story.act("registrar", "joined",
                  {{"person", story.id(name)}, {"as", w(name == std::string("leader") ? "leader" : "registrar")}});
    const auto proposal =
        story.act("registrar", "urgent_proposed",
                  {{"amount", std::int64_t{2'400'000}}, {"wage", test::kWage}, {"reasons", w("抢救")}});
    story.act("leader", "urgent_approved", {{"proposal", proposal.text()}});
    const Fields paying{
        {"proposal", proposal.text()}, {"amount", std::int64_t{2'400'000}}, {"payee", w("毕䶮")}, {"proof", w("回单")}};
    story.act("registrar", "urgent_paid", paying);
    const Fields said = MoneyStory::confirmation(proposal, 2'400'000, true);
    CHECK(said_by(story, "registrar", said) == "refused pay.own");
    CHECK(said_by(story, "registrar2", said) == "in_force");
    CHECK(is_asked(story, "registrar2"));
    CHECK_FALSE(is_asked(story, "registrar"));
    story.act("registrar", "pay_returned", {{"order", proposal.text()}, {"reasons", w("户名不符")}});
    story.act("registrar2", "urgent_paid", paying);
    CHECK(said_by(story, "registrar", said) == "in_force");
    CHECK(said_by(story, "registrar2", said) == "refused pay.own");
}

TEST_CASE(
    "reported: what a payer signed before anybody asked for another's word stands, and a case that was closed on it") {
    MoneyStory story;
    story.until_called(kOwnSum, kOwnSum);
    const auto order = story.pay(kOwnSum);
    const Fields said = MoneyStory::confirmation(order, kOwnSum, true);
    CHECK(said_by(story, "registrar", said) == "refused pay.own");  // the control: now nobody signs it
    CHECK_FALSE(asking(story).empty());
    story.act("registrar", "money_confirmed", said);
    CHECK(asking(story).empty());
    story.act("caller", "revisit_made", MoneyStory::first_call());
    story.act("registrar", "served", {{"paper", w("decision_grant")}, {"to", w("本人")}, {"how", w("in_person")}});
    story.act("caller", "closed", {{"reasons", w("困难缓解")}});
    CHECK(story.fold().status == Status::Closed);
    std::vector<Fact> facts = story.facts;
    std::reverse(facts.begin(), facts.end());
    CHECK(fold(story.facts.front().id, facts, story.offices()) == story.fold());
}
