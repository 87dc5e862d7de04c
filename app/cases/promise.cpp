#include "app/cases/promise.hpp"

namespace courtyard::cases {

std::optional<PromiseState> after(PromiseState from, PromiseMove move) {
    using S = PromiseState;
    switch (move) {
        case PromiseMove::Claim:
            return from == S::Made || from == S::Disputed ? std::optional(S::Claimed) : std::nullopt;
        case PromiseMove::Confirm:
            return from == S::Kept || from == S::Overridden ? std::nullopt : std::optional(S::Kept);
        case PromiseMove::Override:
            return from == S::Kept || from == S::Overridden ? std::nullopt : std::optional(S::Overridden);
        case PromiseMove::Dispute: return from == S::Made ? std::nullopt : std::optional(S::Disputed);
        case PromiseMove::Extend: return from == S::Kept || from == S::Overridden ? std::nullopt : std::optional(from);
    }
    return std::nullopt;
}

}  // namespace courtyard::cases
