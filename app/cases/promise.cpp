#include "app/cases/promise.hpp"

namespace courtyard::cases {

std::optional<PromiseMove> promise_move(std::string_view kind) {
    if (kind == "promise_claimed") return PromiseMove::Claim;
    if (kind == "promise_confirmed") return PromiseMove::Confirm;
    if (kind == "promise_overridden") return PromiseMove::Override;
    if (kind == "promise_disputed") return PromiseMove::Dispute;
    if (kind == "promise_extended") return PromiseMove::Extend;
    return std::nullopt;
}

std::optional<PromiseState> after(PromiseState from, PromiseMove move) {
    using S = PromiseState;
    switch (move) {
        case PromiseMove::Claim:
            return from == S::Made || from == S::Disputed ? std::optional(S::Claimed) : std::nullopt;
        // What a judge closed the person may confirm still.
        case PromiseMove::Confirm: return from == S::Kept ? std::nullopt : std::optional(S::Kept);
        case PromiseMove::Override: return is_open(from) ? std::optional(S::Overridden) : std::nullopt;
        // Whatever anybody said before, or nobody has.
        case PromiseMove::Dispute: return S::Disputed;
        case PromiseMove::Extend: return is_open(from) ? std::optional(from) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace courtyard::cases
