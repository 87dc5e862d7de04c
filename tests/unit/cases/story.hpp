// A case told act by act: what tests of this room write their stories with.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "app/cases/case_json.hpp"
#include "app/cases/fold.hpp"
#include "sync/base/random.hpp"
#include "tests/support/field_text.hpp"

namespace courtyard::test {

class Story {
public:
    explicit Story(std::uint64_t seed = 1) : random_(seed) {
        for (const char* name : {"registrar", "registrar2", "judge", "judge2", "judge3", "committee", "committee2",
                                 "committee3", "caller", "leader"})
            people_[name] = base::PersonId::random(random_);
    }

    [[nodiscard]] base::PersonId person(const std::string& name) const { return people_.at(name); }
    [[nodiscard]] std::string id(const std::string& name) const { return person(name).text(); }
    [[nodiscard]] cases::Offices offices() const {
        return [this](const base::PersonId& wanted) -> std::optional<cases::Role> {
            for (const auto& [name, id] : people_)
                if (id == wanted) return cases::role_of(name.substr(0, name.find_first_of("0123456789")));
            return std::nullopt;
        };
    }

    // Somebody else of an office: "leader2".
    void add_person(const std::string& name) { people_[name] = base::PersonId::random(random_); }

    // Adds a fact that its author makes in the knowledge of all before it, one hour after the last, or on `on`.
    cases::FactId say(const std::string& author, const std::string& kind, cases::Fields fields = {}) {
        return say_after(author, kind, std::move(fields), cases::heads(facts));
    }
    // The same by somebody who has seen only what is named.
    cases::FactId say_after(const std::string& author, const std::string& kind, cases::Fields fields,
                            std::vector<cases::FactId> after) {
        cases::Fact fact;
        fact.id = cases::FactId::random(random_);
        fact.about = facts.empty() ? fact.id : facts.front().id;
        fact.author = person(author);
        fact.kind = kind;
        fact.claimed = now;
        fact.after = std::move(after);
        fact.fields = std::move(fields);
        now = now + 3'600'000;
        facts.push_back(std::move(fact));
        return facts.back().id;
    }
    [[nodiscard]] cases::AidCase fold() const { return cases::fold(facts.front().id, facts, offices()); }
    // How the fact stands: "in_force", "refused vote.double", …
    [[nodiscard]] std::string standing(const cases::FactId& id) const {
        const cases::AidCase folded = fold();
        const cases::Entry* entry = folded.entry(id);
        REQUIRE(entry != nullptr);
        std::string out(cases::kStandingNames[static_cast<std::size_t>(entry->standing)]);
        return entry->code.empty() ? out : out + " " + entry->code;
    }
    // Adds a fact and expects it to be in force.
    cases::FactId act(const std::string& author, const std::string& kind, cases::Fields fields = {}) {
        const auto id = say(author, kind, std::move(fields));
        CHECK_MESSAGE(standing(id) == "in_force", (kind + ": " + standing(id)));
        return id;
    }

    cases::FactId open() {
        return act("registrar", "case_opened",
                   {{"applicant", std::string("申屠静")},
                    {"source", std::string("kiosk")},
                    {"receipt", std::string("A7K3-9QXT")}});
    }
    // Everybody is on the case, which is under review by "judge".
    void until_review() {
        if (facts.empty()) open();
        act("registrar", "department_asked", {{"department", std::string("执行局")}});
        for (const auto& [name, seat] : std::vector<std::pair<std::string, std::string>>{{"registrar2", "registrar"},
                                                                                         {"committee", "committee"},
                                                                                         {"committee2", "committee"},
                                                                                         {"committee3", "committee"},
                                                                                         {"caller", "caller"},
                                                                                         {"leader", "leader"}})
            act("registrar", "joined", {{"person", id(name)}, {"as", seat}});
        act("registrar", "sent_to_filing", {{"opinion", std::string("基本符合条件")}});
        act("registrar", "filed", {{"number", std::string("（2026）浙0199司救执1号")}});
        act("registrar", "assigned",
            {{"handler", id("judge")}, {"panel", std::vector<std::string>{id("judge2"), id("judge3")}}});
    }

    // What every grant rests on.
    void find_elements(const char* by = "judge") {
        for (const char* element : {"harm", "paid", "hardship"})
            act(by, "element_found",
                {{"element", std::string(element)},
                 {"finding", std::string("已经查明")},
                 {"sure", std::string("proven")}});
    }

    std::vector<cases::Fact> facts;
    base::Instant now{1'795'424'400'000};  // 2026-11-23 in China

private:
    base::SeededRandom random_;
    std::map<std::string, base::PersonId> people_;
};

// Whether every machine that has these facts has the same case: each of them twice, in whatever order they came.
inline bool is_one_case(const Story& story, std::uint32_t seed = 4, int rounds = 20) {
    std::mt19937 random(seed);
    const std::string whole = cases::write_case(story.fold());
    std::vector<cases::Fact> facts = story.facts;
    facts.insert(facts.end(), story.facts.begin(), story.facts.end());
    for (int round = 0; round < rounds; ++round) {
        std::shuffle(facts.begin(), facts.end(), random);
        if (cases::write_case(cases::fold(story.facts.front().id, facts, story.offices())) != whole) return false;
    }
    return true;
}

}  // namespace courtyard::test
