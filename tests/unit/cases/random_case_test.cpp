// A million random events: whatever anybody does in whatever state of knowledge, no case makes a step that the table of
// states does not have, every fact is kept with its standing, and the order of arrival does not matter.
#include <algorithm>
#include <map>

#include "tests/unit/cases/random_case.hpp"

using namespace courtyard;
using namespace courtyard::cases;

namespace {

constexpr std::uint32_t kSeed = 20261127;
constexpr std::size_t kEvents = 1'000'000;

// By the domain's table, and the one step that the fold adds to it: a grant that urgent aid has paid in full.
bool is_legal(Status from, Status to) {
    if (from == Status::Abandoned && to == Status::NeedMore) return true;  // papers had come in time
    return domain::may_follow(from, to) || (from == Status::DecidedGrant && to == Status::Paid);
}

// The first thing that is wrong with how the case went; empty when nothing is.
std::string fault_of(const AidCase& folded, std::size_t facts) {
    if (folded.entries.size() != facts) return "a fact is lost";
    Status at = Status::Synced;
    for (const Step& step : folded.steps) {
        if (!is_legal(at, step.to)) return std::string(domain::id(at)) + " to " + std::string(domain::id(step.to));
        const Entry* by = folded.entry(step.by);
        // Of two callers' opposite words both were said, and the call was made: only which of them holds is open.
        // And urgent aid that was paid before anybody heard that finance was asked for the whole grant was paid.
        const bool went_out = by != nullptr && by->kind == "urgent_paid" &&
                              (by->code == kUrgentGranted || folded.ledger.is_beside(step.by));
        if (by == nullptr || (!folded.is_taken(step.by) && !went_out))
            return "a step by a fact that is not in force: " + (by == nullptr ? "" : by->kind + " " + by->code);
        const bool decides = step.to == Status::DecidedGrant || step.to == Status::DecidedRefuse;
        if (decides && (by->kind != "decided" || (by->role != Role::Judge && by->role != Role::Leader)))
            return "a decision that no judge signed";
        at = step.to;
    }
    if (at != folded.status) return "a state that no step led to";
    for (const Entry& entry : folded.entries)
        if ((entry.standing == Standing::Refused) != (!entry.code.empty() && !entry.against))
            return "a refusal without a reason";
    return balance(folded).is_even() ? "" : "the accounts do not agree";
}

}  // namespace

TEST_CASE("a million random events make no illegal step, lose no fact and do not depend on the order of arrival") {
    MESSAGE("seed " << kSeed);
    test::RandomCase chance(kSeed);
    const Offices offices = chance.offices();
    std::mt19937 random(kSeed);
    std::map<Status, int> met;
    std::map<std::string, int> codes;
    std::map<std::string, int> in_force;
    std::size_t events = 0, faults = 0, differ = 0, cases = 0;
    std::string first_fault;
    while (events < kEvents) {
        const std::size_t count = 40 + random() % 41;
        std::vector<Fact> facts = chance.make(count);
        const AidCase folded = fold(facts.front().id, facts, offices);
        events += count;
        if (const std::string fault = fault_of(folded, count); !fault.empty()) {
            ++faults;
            if (first_fault.empty()) first_fault = fault;
        }
        for (const Step& step : folded.steps)
            ++met[step.to];
        for (const Entry& entry : folded.entries) {
            if (!entry.code.empty()) ++codes[entry.code];
            if (entry.standing == Standing::InForce) ++in_force[entry.kind];
        }
        if (++cases % 100 != 0) continue;
        const std::string whole = write_case(folded);
        const CaseId id = facts.front().id;
        const std::vector<Fact> twice(facts.begin(), facts.begin() + 5);
        facts.insert(facts.end(), twice.begin(), twice.end());
        std::shuffle(facts.begin(), facts.end(), random);
        if (write_case(fold(id, facts, offices)) != whole) ++differ;
    }
    CHECK_MESSAGE(faults == 0, first_fault);
    CHECK(differ == 0);
    // That chance got about: nearly every state and act was met, and refusals of many kinds.
    MESSAGE(cases << " cases, " << met.size() << " states, " << in_force.size() << " kinds in force, " << codes.size()
                  << " codes");
    CHECK(met.size() >= 20);
    for (const auto& table : {act_table(), body_act_table()})
        for (const ActRule& rule : table)
            CHECK_MESSAGE(in_force[std::string(rule.kind)] > 0, "never in force: " << std::string(rule.kind));
    CHECK(in_force["referred"] > 1000);
    CHECK(codes.size() >= 60);
    for (const Status status :
         {Status::DecidedGrant, Status::Paid, Status::Revisit, Status::Closed, Status::UrgentPaid})
        CHECK_MESSAGE(met[status] > 50, domain::id(status));
}

TEST_CASE("the search for a fault finds one: a case with a step that the table does not have") {
    test::RandomCase chance(1);
    const Offices offices = chance.offices();
    const std::vector<Fact> facts = chance.make(60);
    AidCase folded = fold(facts.front().id, facts, offices);
    CHECK(fault_of(folded, 60).empty());
    CHECK(fault_of(folded, 61) == "a fact is lost");
    folded.steps.push_back({Status::Paid, facts.front().id, {}});
    folded.status = Status::Paid;
    CHECK_FALSE(fault_of(folded, 60).empty());
}
