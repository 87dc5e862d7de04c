// Urgent aid before a case is filed: everybody is on it, the department was asked, and it was sent to be filed.
#pragma once

#include "tests/unit/cases/money_story.hpp"

namespace courtyard::test {

inline constexpr std::int64_t kUrgentSum = 2'400'000;

struct UrgentStory : MoneyStory {
    // `is_approved`: the leader has approved the aid that was proposed.
    explicit UrgentStory(bool is_approved = true) {
        open();
        for (const auto& [name, as] : std::vector<std::pair<std::string, std::string>>{
                 {"leader", "leader"}, {"registrar2", "registrar"}, {"caller", "caller"}, {"judge", "handler"}})
            act("registrar", "joined", {{"person", id(name)}, {"as", as}});
        act("registrar", "department_asked", {{"department", w("执行局")}});
        proposal =
            act("registrar", "urgent_proposed", {{"amount", kUrgentSum}, {"wage", kWage}, {"reasons", w("抢救")}});
        if (is_approved) approved = act("leader", "urgent_approved", {{"proposal", proposal.text()}});
        act("registrar", "sent_to_filing", {{"opinion", w("符合")}});
    }
    [[nodiscard]] cases::Fields paying(const char* proof = "回单") const {
        return {{"proposal", proposal.text()}, {"amount", kUrgentSum}, {"payee", w("申屠静")}, {"proof", w(proof)}};
    }
    // Of a case that was filed.
    void grant(std::int64_t amount) {
        act("registrar", "assigned", {{"handler", id("judge")}, {"panel", ids({"judge2", "judge3"})}});
        paper = act("judge", "proof_added", {{"paper", w("病历")}, {"from", w("applicant")}});
        report = act("judge", "report_written", report_fields(amount));
        lay();
        vote("judge", "grant", amount);
        vote("judge2", "grant", amount);
        act("judge", "decided", decision("grant", amount));
    }

    cases::FactId proposal, approved;
    cases::Fields filing{{"number", w("（2026）浙0199司救刑1号")}};
};

}  // namespace courtyard::test
