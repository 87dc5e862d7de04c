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

struct Call {
    Lines conclusions;
    bool unsafe = false;
};

// What ends the visits stands alone here; of the others no two exclude each other.
bool may_stand_together(const std::string& one, const std::string& other) {
    const auto ends = [](const std::string& each) { return each == "O1" || each == "O12"; };
    return one != other && !ends(one) && !ends(other);
}

Call random_call(std::mt19937& random) {
    Call call;
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

Fields form_of(const Call& call) {
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
        const Call first = random_call(random), second = random_call(random);
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

TEST_CASE("a caller who knows that the row is done cannot do it again, but may call out of turn") {
    CareStory story;
    story.referred("civil_affairs");
    story.act("caller", "revisit_made", revisit("R1", {"O2"}));
    CHECK(story.standing(story.say("registrar", "revisit_made", revisit("R1", {"O3"}))) == "refused revisit.double");
    CHECK(story.fold().care.followups.empty());
    story.act("registrar", "revisit_made", revisit("extra", {"O3"}));
    CHECK(story.fold().care.followups.size() == 1);
}
