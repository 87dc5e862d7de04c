#include "app/flow/money_doubt.hpp"

#include <algorithm>

#include "app/domain/text.hpp"

namespace courtyard::flow {

namespace {

using cases::Fact;

// Each is one movement of money, and has a proof of its own.
bool has_proof(std::string_view kind) {
    return kind == "pay_made" || kind == "urgent_paid" || kind == "fund_returned" || kind == "recovered";
}

// A bare word for "receipt" is said of every payment; a number is of one.
bool is_number(std::string_view proof) {
    return std::any_of(proof.begin(), proof.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<MoneyDoubt> of_proof(const cases::AidCase& folded, std::span<const Fact> facts, const Fact& fact) {
    const std::string proof(domain::trim(fact.text("proof")));
    if (!has_proof(fact.kind) || !is_number(proof)) return std::nullopt;
    const bool is_used = std::any_of(facts.begin(), facts.end(), [&](const Fact& each) {
        return has_proof(each.kind) && folded.is_in_force(each.id) && domain::trim(each.text("proof")) == proof;
    });
    return is_used ? std::optional(MoneyDoubt{MoneyDoubt::Why::Proof, proof}) : std::nullopt;
}

// All that ever went out, whatever became of it.
domain::Fen sum_sent(std::span<const Fact> facts) {
    domain::Fen sum;
    for (const Fact& fact : facts) {
        if (fact.kind == "urgent_paid") sum.value += fact.money("amount").value;
        const auto order = fact.kind == "pay_made" ? fact.fact("order") : std::nullopt;
        const auto found =
            std::find_if(facts.begin(), facts.end(), [&](const Fact& each) { return order && each.id == *order; });
        if (found != facts.end()) sum.value += found->money("amount").value;
    }
    return sum;
}

// Of more than was ever sent the refusal speaks (care_revisit.cpp).
std::optional<MoneyDoubt> of_came(const cases::AidCase& folded, std::span<const Fact> facts, const Fact& fact) {
    if (fact.kind != "revisit_made") return std::nullopt;
    const domain::Fen said = fact.money("money_came"), out{folded.ledger.paid().value + folded.ledger.beside().value};
    if (said <= out || said > sum_sent(facts)) return std::nullopt;
    return MoneyDoubt{MoneyDoubt::Why::CameBack, {}, said, out};
}

}  // namespace

std::string_view key_of(MoneyDoubt::Why why) {
    return why == MoneyDoubt::Why::CameBack ? "field.doubt.came_back" : "field.doubt.proof";
}

std::optional<MoneyDoubt> money_doubt(const cases::AidCase& folded, std::span<const Fact> facts, std::string_view kind,
                                      const cases::Fields& fields) {
    Fact fact;
    fact.kind = kind;
    fact.fields = fields;
    if (auto doubt = of_proof(folded, facts, fact)) return doubt;
    return of_came(folded, facts, fact);
}

std::optional<MoneyDoubt> money_doubt(const ActDraft& draft, const CaseView& view) {
    return money_doubt(view.folded, view.facts, draft.kind, signed_fields(draft));
}

}  // namespace courtyard::flow
