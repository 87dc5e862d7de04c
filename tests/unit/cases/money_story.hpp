// A case told up to its money.
#pragma once

#include "app/cases/balance.hpp"
#include "tests/unit/cases/vote_story.hpp"

namespace courtyard::test {

// That a paper was handed to the person.
inline cases::Fields serving(const char* paper) {
    return {{"paper", w(paper)}, {"to", w("本人")}, {"how", w("in_person")}};
}

class MoneyStory : public VoteStory {
public:
    explicit MoneyStory(std::uint64_t seed = 1) : VoteStory(seed) {}

    void until_granted(std::int64_t amount) {
        until_report(amount);
        lay();
        vote("judge", "grant", amount);
        vote("judge2", "grant", amount);
        act("judge", "decided", decision("grant", amount));
    }
    void until_called(std::int64_t granted, std::int64_t budget) {
        until_granted(granted);
        act("registrar", "fund_requested", {{"amount", budget}});
        act("registrar", "fund_arrived", {{"amount", budget}});
        act("caller", "applicant_called", {{"how", words("phone")}});
    }
    [[nodiscard]] static cases::Fields order_fields(std::int64_t amount, std::int64_t part = 1,
                                                    std::int64_t parts = 1) {
        cases::Fields fields{{"amount", amount},
                             {"part", part},
                             {"parts", parts},
                             {"way", words("transfer")},
                             {"payee", words("申屠静")},
                             {"relation", words("本人")},
                             {"account", words("00112233445566778899aabbccddeeff")},
                             {"account_ends", words("0014")}};
        if (parts > 1) fields["approval"] = words("主任批准分期");
        return fields;
    }
    cases::FactId order(std::int64_t amount, std::int64_t part = 1, std::int64_t parts = 1) {
        return act("registrar", "pay_ordered", order_fields(amount, part, parts));
    }
    [[nodiscard]] cases::Fields payment(const cases::FactId& order,
                                        const std::vector<std::string>& officers = {"registrar", "judge"}) const {
        return {{"order", order.text()}, {"proof", words("回单")}, {"explained", true}, {"officers", ids(officers)}};
    }
    cases::FactId pay(std::int64_t amount, std::int64_t part = 1, std::int64_t parts = 1) {
        const auto ordered = order(amount, part, parts);
        act("leader", "pay_released", {{"order", ordered.text()}});
        act("registrar", "pay_made", payment(ordered));
        return ordered;
    }
    [[nodiscard]] static cases::Fields confirmation(const cases::FactId& order, std::int64_t amount, bool whole) {
        return {{"order", order.text()}, {"amount", amount}, {"by", words("applicant")}, {"whole", whole}};
    }
    // The first call after the money went out: all is well with the person, who says so.
    [[nodiscard]] static cases::Fields first_call(std::vector<std::string> conclusions = {"O1"}) {
        return {{"plan", words("R0")},    {"way", words("phone")}, {"spoke_with", words("applicant")},
                {"asked_for_fee", false}, {"unsafe", false},       {"conclusions", std::move(conclusions)}};
    }
    std::string try_to(const std::string& who, const std::string& kind, cases::Fields fields) {
        return standing(say(who, kind, std::move(fields)));
    }
    [[nodiscard]] cases::Balance balance() const { return cases::balance(fold()); }
};

}  // namespace courtyard::test
