// A caller without a network does thirty calls; another one, who does not know of it, does some of the same. They sync
// once, in any order: all outcomes are there, the right next tasks, no doubles.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "app/cases/next_tasks.hpp"
#include "tests/unit/cases/care_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test;

namespace {

constexpr int kCalls = 30;
const Lines kConclusions{"O1", "O2", "O3", "O4", "O5", "O6", "O7", "O8", "O9", "O11", "O12"};

struct CallMade {
    Lines conclusions;
    bool unsafe = false;
};

// What ends the visits stands alone here; of the others no two exclude each other.
bool may_stand_together(const std::string& one, const std::string& other) {
    const auto ends = [](const std::string& each) { return each == "O1" || each == "O12"; };
    return one != other && !ends(one) && !ends(other);
}

CallMade random_call(std::mt19937& random) {
    CallMade call;
    const std::size_t count = 1 + random() % 2;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string& one = kConclusions[random() % kConclusions.size()];
        const bool fits = std::all_of(call.conclusions.begin(), call.conclusions.end(),
                                      [&one](const std::string& other) { return may_stand_together(one, other); });
        if (fits) call.conclusions.push_back(one);
    }
    call.unsafe = random() % 5 == 0;
    return call;
}

Fields form_of(const CallMade& call) {
    Fields form = revisit("R1", call.conclusions);
    form["unsafe"] = call.unsafe;
    return form;
}

}  // namespace

TEST_CASE("thirty calls offline, one sync: all outcomes, the right next tasks, no doubles") {
    const unsigned seed = 20261127;
    CAPTURE(seed);
    std::mt19937 random(seed);
    int doubles = 0;
    for (int number = 0; number < kCalls; ++number) {
        CAPTURE(number);
        CareStory story(static_cast<std::uint64_t>(number) + 1);
        story.referred("civil_affairs");
        const auto seen = heads(story.facts);
        const CallMade first = random_call(random), second = random_call(random);
        const bool twice = random() % 3 == 0;
        const FactId one = story.say_after("caller", "revisit_made", form_of(first), seen);
        std::set<std::string> outcomes(first.conclusions.begin(), first.conclusions.end());
        bool unsafe = first.unsafe;
        if (twice) {
            story.say_after("registrar", "revisit_made", form_of(second), seen);
            outcomes.insert(second.conclusions.begin(), second.conclusions.end());
            unsafe |= second.unsafe;
            ++doubles;
        }
        outcomes.erase("O2");

        std::vector<Fact> facts = story.facts;
        std::shuffle(facts.begin(), facts.end(), random);
        facts.insert(facts.end(), story.facts.begin(), story.facts.end());  // and all of it once more
        const AidCase folded = fold(story.facts.front().id, facts, story.offices());
        CHECK(write_case(folded) == write_case(story.fold()));

        // One revisit counts; the other one is shown as its double.
        int counted = 0;
        for (const Revisit& each : folded.care.revisits) {
            counted += each.double_of ? 0 : 1;
            if (each.double_of) CHECK(*each.double_of == one);
        }
        CHECK(counted == 1);
        CHECK(folded.care.revisits.size() == (twice ? 2 : 1));
        CHECK(folded.care.alerts.size() == (unsafe ? 1 : 0));
        CHECK(folded.status == Status::Revisit);

        // The tasks are those of both, each once.
        std::multiset<std::string> tasks;
        for (const NextTask& task : next_tasks(folded))
            if (!task.outcome.empty()) tasks.insert(task.outcome);
        CHECK(tasks == std::multiset<std::string>(outcomes.begin(), outcomes.end()));
        std::set<std::string> unique;
        for (const NextTask& task : next_tasks(folded))
            CHECK(unique.insert(task.code + task.plan + task.outcome + task.from.text()).second);
    }
    CHECK(doubles > 3);
}

namespace {

constexpr std::int64_t kHourMs = 3'600'000LL, kCallsDayMs = 24 * kHourMs;

Fields attempt(const char* outcome, const char* slot, std::optional<domain::Date> again = {}) {
    Fields form{{"plan", text("R1")}, {"way", text("phone")}, {"outcome", text(outcome)}, {"slot", text(slot)}};
    if (again) form["again"] = again->text();
    return form;
}

// Whatever part of the mail has come, in whatever order, and some of it twice.
void check_any_delivery(const Story& story, std::mt19937& random) {
    const CaseId about = story.facts.front().id;
    const std::string whole = write_case(story.fold());
    for (int cut = 0; cut < 6; ++cut) {
        std::vector<Fact> come = story.facts;
        std::shuffle(come.begin() + 1, come.end(), random);
        const std::vector<Fact> later(come.begin() + 1 + static_cast<std::ptrdiff_t>(random() % come.size()),
                                      come.end());
        come.erase(come.end() - static_cast<std::ptrdiff_t>(later.size()), come.end());
        const AidCase half = fold(about, come, story.offices());  // the line broke here: nothing of it is made twice
        CHECK(half.entries.size() == come.size());
        std::set<std::string> unique;
        for (const NextTask& task : next_tasks(half))
            CHECK(unique.insert(task.code + task.plan + task.outcome + task.from.text()).second);
        come.insert(come.end(), later.rbegin(), later.rend());
        come.insert(come.end(), later.begin(), later.end());
        CHECK(write_case(fold(about, come, story.offices())) == whole);
    }
}

std::vector<NextTask> of_code(const Story& story, std::string_view code) {
    std::vector<NextTask> out = next_tasks(story.fold());
    std::erase_if(out, [code](const NextTask& task) { return task.code != code; });
    return out;
}
std::vector<NextTask> of_outcome(const Story& story, std::string_view outcome) {
    std::vector<NextTask> out = next_tasks(story.fold());
    std::erase_if(out, [outcome](const NextTask& task) { return task.outcome != outcome; });
    return out;
}

}  // namespace

TEST_CASE("each outcome said by two who did not know of each other is one task of the right kind, in any delivery") {
    std::mt19937 random(7);
    for (const OutcomeRule& rule : outcome_table()) {
        const std::string outcome(rule.outcome);
        if (outcome == "O10") continue;  // of attempts: below
        CAPTURE(outcome);
        CareStory story;
        story.referred("civil_affairs");
        const auto seen = heads(story.facts);
        for (const char* who : {"caller", "registrar"})
            story.say_after(who, "revisit_made", revisit("R1", {outcome}), seen);
        const auto tasks = of_outcome(story, outcome);
        CHECK(tasks.size() == (rule.code.empty() ? 0 : 1));
        if (!tasks.empty()) CHECK(tasks.front().act == rule.act);
        check_any_delivery(story, random);
    }
}

TEST_CASE("each kind of attempt by two who did not know of each other: the right tasks, once each, in any delivery") {
    std::mt19937 random(8);
    for (const char* outcome :
         {"no_answer", "wrong_number", "declined", "later", "unsafe", "other_person", "moved", "died"}) {
        const std::string said = outcome;
        CAPTURE(said);
        CareStory story;
        story.referred("civil_affairs");
        const auto seen = heads(story.facts);
        const auto again =
            said == "later" ? std::optional(domain::Date::in_china(story.now).plus_days(3)) : std::nullopt;
        for (const char* who : {"caller", "registrar"})
            CHECK(story.standing(story.say_after(who, "revisit_tried", attempt(outcome, "morning", again), seen)) ==
                  "in_force");
        CHECK(story.fold().care.revisits.size() == 2);
        const bool is_gone = said == "moved" || said == "died";
        CHECK(of_outcome(story, "O12").size() == (is_gone ? 1 : 0));
        CHECK(of_outcome(story, "O10").empty());  // one morning is no search
        CHECK(of_code(story, "revisit").size() == (is_gone ? 0 : 1));
        if (again) CHECK(of_code(story, "revisit").front().due == *again);
        // Each heard of danger by themselves, and each is heard.
        CHECK(of_code(story, "alert_unsafe").size() == (said == "unsafe" ? 2 : 0));
        check_any_delivery(story, random);
    }
}

TEST_CASE("nobody was reached by two callers together: one search, whoever of them tried when") {
    std::mt19937 random(9);
    for (const bool enough : {false, true}) {
        CAPTURE(enough);
        CareStory story;
        story.referred("civil_affairs");
        const auto seen = heads(story.facts);
        const FactId first = story.say_after("caller", "revisit_tried", attempt("no_answer", "morning"), seen);
        story.now = story.now + kCallsDayMs;
        story.say_after("registrar", "revisit_tried", attempt("declined", "evening"), seen);
        if (enough) story.say_after("caller", "revisit_tried", attempt("other_person", "noon"), {first});
        CHECK(of_outcome(story, "O10").size() == (enough ? 1 : 0));
        CHECK(of_code(story, "revisit").size() == (enough ? 0 : 1));
        check_any_delivery(story, random);
    }
}

TEST_CASE("a day that one agreed on is kept when another, who did not know, reached nobody or agreed on a later one") {
    std::mt19937 random(10);
    for (const bool first : {false, true})
        for (const char* other : {"no_answer", "later"}) {
            CAPTURE(first);
            CAPTURE(std::string(other));
            CareStory story;
            story.referred("civil_affairs");
            const auto seen = heads(story.facts);
            const domain::Date agreed = domain::Date::in_china(story.now).plus_days(4);
            const auto agree = [&] {
                return story.say_after("caller", "revisit_tried", attempt("later", "morning", agreed), seen);
            };
            const auto miss = [&] {
                const bool later = std::string_view(other) == "later";
                return story.say_after(
                    "registrar", "revisit_tried",
                    attempt(other, "noon", later ? std::optional(agreed.plus_days(5)) : std::nullopt), seen);
            };
            if (first) agree();
            miss();
            if (!first) agree();
            REQUIRE(of_code(story, "revisit").size() == 1);
            CHECK(of_code(story, "revisit").front().due == agreed);
            check_any_delivery(story, random);
            // The control: who knows of it puts another day in its place.
            story.act("caller", "revisit_tried", attempt("later", "evening", agreed.plus_days(7)));
            CHECK(of_code(story, "revisit").front().due == agreed.plus_days(7));
        }
}

TEST_CASE("two heard that somebody moved: whoever knew of either and names a number has found them") {
    for (const int known : {0, 1, 2, 3}) {  // of the first, of the second, of both
        CAPTURE(known);
        CareStory story;
        story.referred("civil_affairs");
        const auto seen = heads(story.facts);
        const FactId first = story.say_after("caller", "revisit_tried", attempt("moved", "morning"), seen);
        const FactId second = story.say_after("registrar", "revisit_tried", attempt("moved", "noon"), seen);
        CHECK(of_outcome(story, "O12").size() == 1);
        std::vector<FactId> after;
        if ((known & 1) != 0) after.push_back(first);
        if ((known & 2) != 0) after.push_back(second);
        if (known == 0) after = seen;
        const Fields number{{"told_by", text("侄子")}, {"phone", text("13900000000")}};
        CHECK(story.standing(story.say_after("registrar", "contact_changed", number, after)) == "in_force");
        const bool found = known != 0;  // the control: who had not heard of it has not looked for them
        CHECK(of_outcome(story, "O12").size() == (found ? 0 : 1));
        CHECK(story.fold().care.gone.has_value() == !found);
    }
}

TEST_CASE("the next day that a double names is not lost") {
    CareStory story;
    story.referred("civil_affairs");
    const auto seen = heads(story.facts);
    const domain::Date next = domain::Date::in_china(story.now).plus_days(6);
    story.say_after("caller", "revisit_made", revisit("R1", {"O2"}), seen);
    Fields form = revisit("R1", {"O2"});
    form["next"] = next.text();
    story.say_after("registrar", "revisit_made", form, seen);
    REQUIRE(of_code(story, "revisit").size() == 1);
    CHECK(of_code(story, "revisit").front().plan == "extra");
    CHECK(of_code(story, "revisit").front().due == next);
}

TEST_CASE("a caller who knows that the row is done cannot do it again, but may call out of turn") {
    CareStory story;
    story.referred("civil_affairs");
    story.act("caller", "revisit_made", revisit("R1", {"O2"}));
    CHECK(story.standing(story.say("registrar", "revisit_made", revisit("R1", {"O3"}))) == "refused revisit.double");
    CHECK(story.fold().care.followups.empty());
    story.act("registrar", "revisit_made", revisit("extra", {"O3"}));
    CHECK(story.fold().care.followups.size() == 1);
}
