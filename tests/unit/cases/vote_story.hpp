// A case told up to its votes.
#pragma once

#include "tests/unit/cases/story.hpp"

namespace courtyard::test {

inline cases::FieldValue w(std::string words) { return words; }

inline constexpr std::int64_t kWage = 800'000;  // 8,000 yuan, invented

class VoteStory : public Story {
public:
    explicit VoteStory(std::uint64_t seed = 1) : Story(seed) {}

    static cases::FieldValue words(std::string text) { return text; }
    [[nodiscard]] std::vector<std::string> ids(const std::vector<std::string>& names) const {
        std::vector<std::string> out;
        for (const std::string& name : names)
            out.push_back(id(name));
        return out;
    }

    [[nodiscard]] static cases::Fields report_fields(std::int64_t amount) {
        return {{"proposal", words("grant")}, {"amount", amount}, {"wage", kWage}, {"reasons", words("符合条件")}};
    }
    // Under review, one paper and a report that proposes `amount` (fen).
    void until_report(std::int64_t amount = 3'000'000) {
        until_review();
        paper = act("judge", "proof_added", {{"paper", words("判决书")}, {"from", words("court")}});
        report = act("judge", "report_written", report_fields(amount));
    }
    [[nodiscard]] cases::Fields ballot_fields(const std::string& body, const std::vector<std::string>& voters) const {
        return {{"body", words(body)},
                {"report", report.text()},
                {"papers", std::vector<std::string>{paper.text()}},
                {"voters", ids(voters)}};
    }
    cases::FactId lay(const std::string& body = "panel",
                      const std::vector<std::string>& voters = {"judge", "judge2", "judge3"}) {
        return ballot = act("registrar", "ballot_opened", ballot_fields(body, voters));
    }
    [[nodiscard]] cases::Fields vote_fields(const cases::FactId& on, const std::string& choice,
                                            std::int64_t amount = 0) const {
        const cases::AidCase folded = fold();
        REQUIRE(folded.ballots.find(on) != nullptr);
        cases::Fields fields{{"ballot", on.text()},
                             {"papers_digest", folded.ballots.find(on)->papers_digest},
                             {"choice", words(choice)},
                             {"reasons", words("同意报告")}};
        if (amount > 0) fields["amount"] = amount;
        return fields;
    }
    cases::FactId vote(const std::string& who, const std::string& choice, std::int64_t amount = 0) {
        return act(who, "vote_cast", vote_fields(ballot, choice, amount));
    }
    [[nodiscard]] cases::Fields decision(const std::string& result, std::int64_t amount = 0) const {
        cases::Fields fields{{"ballot", ballot.text()}, {"result", words(result)}, {"reasons", words("依据投票")}};
        if (amount > 0) fields["amount"] = amount;
        return fields;
    }
    [[nodiscard]] cases::Tally tally() const { return fold().ballots.find(ballot)->tally; }

    cases::FactId paper, report, ballot;
};

}  // namespace courtyard::test
