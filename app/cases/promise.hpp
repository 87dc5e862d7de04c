// A promise that some body made to the person. It is kept only when the person says so, or a judge overrides with
// reasons: the machine below has no other way there.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/cases/fact.hpp"

namespace courtyard::cases {

enum class PromiseState : std::uint8_t {
    Made,
    Claimed,     // the body says that it is done
    Kept,        // the person confirmed it
    Overridden,  // a judge closed it, with reasons
    Disputed,    // the person says that it is not so: open again
};
inline constexpr std::array<std::string_view, 5> kPromiseStateNames{"made", "claimed", "kept", "overridden",
                                                                    "disputed"};
[[nodiscard]] constexpr std::string_view name_of(PromiseState state) {
    return kPromiseStateNames[static_cast<std::size_t>(state)];
}
[[nodiscard]] constexpr bool is_open(PromiseState state) {
    return state != PromiseState::Kept && state != PromiseState::Overridden;
}

enum class PromiseMove : std::uint8_t { Claim, Confirm, Override, Dispute, Extend };
inline constexpr std::array kPromiseMoves{PromiseMove::Claim, PromiseMove::Confirm, PromiseMove::Override,
                                          PromiseMove::Dispute, PromiseMove::Extend};
// The move that a kind of fact makes: "promise_claimed" …; nothing for other kinds.
[[nodiscard]] std::optional<PromiseMove> promise_move(std::string_view kind);

// Nothing: not possible from there.
[[nodiscard]] std::optional<PromiseState> after(PromiseState from, PromiseMove move);

struct Promise {
    FactId by;
    std::string body, owner;  // the body, and the person there who answers for it
    std::string what;
    domain::Date made_on, due;
    domain::Date first_due;  // before it was put off
    PromiseState state = PromiseState::Made;
    domain::Date since;                    // of the state
    std::vector<std::string> evidence;     // as it was promised, then of each claim
    std::vector<base::PersonId> claimers;  // who noted that it is kept: none of them closes it by their own word
    std::optional<FactId> moved_by;        // the fact that brought the state
    std::optional<FactId> closed_by;       // of Kept and Overridden
    std::optional<FactId> disputed_by;     // the last dispute: who closes must have known of it
    std::optional<FactId> referral;
    [[nodiscard]] bool is_open() const { return cases::is_open(state); }
    friend bool operator==(const Promise&, const Promise&) = default;
};

}  // namespace courtyard::cases
