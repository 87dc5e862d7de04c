// A promise that some body made to the person. It is kept only when the person says so, or a judge overrides with
// reasons: the machine below has no other way there.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "app/cases/fact.hpp"

namespace courtyard::cases {

enum class PromiseState : std::uint8_t {
    Made,
    Claimed,     // the body says that it is done
    Kept,        // the person confirmed it
    Overridden,  // a judge closed it, with reasons
    Disputed,    // the person says that it is not so: open again
};
enum class PromiseMove : std::uint8_t { Claim, Confirm, Override, Dispute, Extend };

// Nothing: not possible from there.
[[nodiscard]] std::optional<PromiseState> after(PromiseState from, PromiseMove move);

struct Promise {
    FactId by;
    std::string body, owner;  // the body, and the person there who answers for it
    domain::Date due;
    PromiseState state = PromiseState::Made;
    std::optional<FactId> closed_by;
    std::optional<FactId> referral;
    [[nodiscard]] bool is_open() const { return state != PromiseState::Kept && state != PromiseState::Overridden; }
    friend bool operator==(const Promise&, const Promise&) = default;
};

}  // namespace courtyard::cases
