// Two laptops that each make a key after a leaving of which the other does not know: no key that is sealed to from then
// on is known to anybody who has no seat.
#include <algorithm>
#include <random>

#include "app/cases/case_json.hpp"
#include "tests/unit/cases/vote_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::VoteStory;
using test::w;

namespace {

class Keys : public VoteStory {
public:
    explicit Keys(std::uint64_t seed) : VoteStory(seed) {
        until_review();
        give("registrar", '1', 1, everybody());
    }
    [[nodiscard]] std::vector<std::string> everybody(const std::vector<std::string>& but = {}) const {
        std::vector<std::string> out;
        for (const char* name : {"registrar", "registrar2", "judge", "judge2", "judge3", "committee", "committee2",
                                 "committee3", "caller", "leader"})
            if (std::find(but.begin(), but.end(), name) == but.end()) out.emplace_back(name);
        return out;
    }
    void give(const char* who, char key, std::int64_t epoch, const std::vector<std::string>& to) {
        give_after(who, key, epoch, to, heads(facts));
    }
    FactId give_after(const char* who, char key, std::int64_t epoch, const std::vector<std::string>& to,
                      std::vector<FactId> after) {
        return say_after(who, "key_given", {{"key", std::string(16, key)}, {"epoch", epoch}, {"persons", ids(to)}},
                         std::move(after));
    }
    FactId leave_after(const char* who, const char* leaves, std::vector<FactId> after) {
        return say_after(who, "left", {{"person", id(leaves)}, {"why", w("absent")}}, std::move(after));
    }
    // Keys that are still sealed to, of the present epoch; and whether anybody without a seat was ever given one.
    [[nodiscard]] std::size_t present() const {
        const Members members = fold().members;
        return static_cast<std::size_t>(std::count_if(members.keys.begin(), members.keys.end(), [&](const auto& each) {
            return each.second.epoch >= members.epoch;
        }));
    }
    [[nodiscard]] bool is_known_outside() const {
        const Members members = fold().members;
        return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
            const auto key = members.keys.find(std::string(fact.text("key")));
            if (fact.kind != "key_given" || key == members.keys.end() || key->second.epoch < members.epoch)
                return false;
            const auto persons = fact.persons("persons");
            return std::any_of(persons.begin(), persons.end(),
                               [&](const base::PersonId& person) { return !members.has(person); });
        });
    }
};

}  // namespace

TEST_CASE("two leavings that cross, each with a key of its own for those who stayed: another key follows") {
    for (const bool registrar_first : {true, false}) {
        CAPTURE(registrar_first);
        Keys story(1);
        const auto seen = heads(story.facts);
        const auto by_registrar = [&] {
            const auto left = story.leave_after("registrar", "committee", seen);
            story.give_after("registrar", '2', 2, story.everybody({"committee"}), {left});
        };
        if (registrar_first) by_registrar();
        const auto other = story.leave_after("leader", "committee2", seen);
        story.give_after("leader", '3', 2, story.everybody({"committee2"}), {other});
        if (!registrar_first) by_registrar();
        CHECK(story.fold().members.epoch == 3);
        CHECK(story.present() == 0);  // whoever gives keys makes one
        CHECK_FALSE(story.is_known_outside());
        story.give("registrar", '4', 3, story.everybody({"committee", "committee2"}));
        CHECK(story.present() == 1);
        CHECK_FALSE(story.is_known_outside());
        CHECK(is_one_case(story));
    }
}

TEST_CASE("one of two leavings that cross is taken back: the key that its laptop made is known to who left") {
    for (const bool registrar_first : {true, false}) {
        for (const bool knew : {true, false}) {
            CAPTURE(registrar_first);
            CAPTURE(knew);
            Keys story(2);
            const auto seen = heads(story.facts);
            FactId left;
            const auto by_registrar = [&] {
                left = story.leave_after("registrar", "committee", seen);
                story.give_after("registrar", '2', 2, story.everybody({"committee"}), {left});
            };
            if (registrar_first || knew) by_registrar();
            const auto other = story.leave_after("leader", "committee2", knew ? heads(story.facts) : seen);
            const auto stay = knew ? story.everybody({"committee", "committee2"}) : story.everybody({"committee2"});
            story.give_after("leader", '3', knew ? 3 : 2, stay, {other});
            if (!registrar_first && !knew) by_registrar();
            story.act("leader", "corrected", {{"wrong", other.text()}, {"reasons", w("记错了人")}});
            CHECK(story.fold().members.has(story.person("committee2")));
            CHECK_FALSE(story.fold().members.has(story.person("committee")));
            CHECK_FALSE(story.is_known_outside());
            // The control: where nobody outside was given one, no further key is made for nothing.
            if (knew) CHECK(story.fold().members.epoch == 2);
            if (knew) CHECK(story.present() == 1);
            CHECK(is_one_case(story));
        }
    }
}
