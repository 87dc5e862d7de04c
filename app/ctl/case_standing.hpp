// What stands in a case beside its facts, in lines: for courtyardctl case show and case due.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/cases/aid_case.hpp"
#include "app/cases/fact.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::ctl {

// The promise, referral, order, ballot, revisit … that a task is about: which fact it is, and what tells it from others
// of its kind: body, payee, amount, what was promised, until when.
struct Matter {
    nlohmann::ordered_json json;
    std::string words;
};
// Nothing: the task is about the case as a whole.
[[nodiscard]] std::optional<Matter> matter_of(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                              const std::optional<cases::FactId>& on);

// The original case, consents, referrals and promises, each with how it stands.
[[nodiscard]] std::vector<std::string> standing_lines(const pack::Pack& pack, const cases::AidCase& folded);

// Of a task, in one phrase: what had to be done on its day and is late is late, and goes first all the same. Empty: it
// has time.
[[nodiscard]] std::string urgency_words(std::int32_t days_over, bool same_day);

}  // namespace courtyard::ctl
