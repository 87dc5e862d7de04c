// What follows the money: consent, referrals to other bodies, their promises, revisits, alerts.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/cases/promise.hpp"
#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct Referral {
    enum class State : std::uint8_t { Sent, Accepted, Refused, Done, Revoked };
    FactId by;
    std::string item, body;
    State state = State::Sent;
    domain::Date sent_on;
    std::optional<domain::Date> answer_by;
    friend bool operator==(const Referral&, const Referral&) = default;
};

struct Revisit {
    FactId by;
    std::string plan;     // R0 … R4, or "extra"
    bool made = false;    // false: an attempt
    std::string outcome;  // of an attempt: no_answer …; of one made: empty
    domain::Date day;
    base::PersonId caller;
    std::vector<std::string> conclusions;  // O1 … O12
    std::optional<domain::Date> next;
    friend bool operator==(const Revisit&, const Revisit&) = default;
};

struct Alert {
    FactId by;
    domain::Date day;
    std::optional<FactId> handled;
    friend bool operator==(const Alert&, const Alert&) = default;
};

struct Care {
    std::set<std::string> consents;  // bodies that may be told
    std::vector<Referral> referrals;
    std::vector<Promise> promises;
    std::vector<Revisit> revisits;
    std::vector<Alert> alerts;  // safety, fees asked: the same day

    [[nodiscard]] const Promise* find_promise(const FactId& id) const;
    [[nodiscard]] const Referral* find_referral(const FactId& id) const;
    friend bool operator==(const Care&, const Care&) = default;
};

[[nodiscard]] Taken take(Care& care, const Scene& scene);

}  // namespace courtyard::cases
