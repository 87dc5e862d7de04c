// What is odd about money that somebody is about to write down, and may be right all the same: it is asked, never
// refused. Said in red where the act is filled in and before it is signed (window), and before it is signed (ctl).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/cases/aid_case.hpp"
#include "app/flow/case_desk.hpp"

namespace courtyard::flow {

struct MoneyDoubt {
    // CameBack: a revisit tells of more than is out, since the bank sent some of it back. Proof: the number of this
    // proof stands in the case already, for another movement of money. SaidCame: sent back by the bank, and somebody
    // heard that it had come. PaidAgain: ordered, released or paid in place of such a payment.
    enum class Why : std::uint8_t { CameBack, Proof, SaidCame, PaidAgain };
    Why why = Why::Proof;
    std::string proof = {};
    domain::Fen said = {}, out = {};
};
// The sentence that says so in the pack; {proof}, {said}, {out}.
[[nodiscard]] std::string_view key_of(MoneyDoubt::Why why);

// `facts`: of the case, as far as this person may see them.
[[nodiscard]] std::optional<MoneyDoubt> money_doubt(const cases::AidCase& folded, std::span<const cases::Fact> facts,
                                                    std::string_view kind, const cases::Fields& fields);
[[nodiscard]] std::optional<MoneyDoubt> money_doubt(const ActDraft& draft, const CaseView& view);

}  // namespace courtyard::flow
