#include "app/flow/money_doubt.hpp"

#include <algorithm>
#include <array>

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

const Fact* find(std::span<const Fact> facts, const cases::FactId& id) {
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const Fact& each) { return each.id == id; });
    return found == facts.end() ? nullptr : &*found;
}

// All that ever went out, whatever became of it.
domain::Fen sum_sent(std::span<const Fact> facts) {
    domain::Fen sum;
    for (const Fact& fact : facts) {
        if (fact.kind == "urgent_paid") sum.value += fact.money("amount").value;
        const auto order = fact.kind == "pay_made" ? fact.fact("order") : std::nullopt;
        const Fact* ordered = order ? find(facts, *order) : nullptr;
        if (ordered != nullptr) sum.value += ordered->money("amount").value;
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

// Urgent aid is named by its proposal, or by its payment.
std::optional<cases::FactId> payment_in(std::span<const Fact> facts, const Fact& fact) {
    const auto named = fact.fact("order");
    const Fact* payment = named ? find(facts, *named) : nullptr;
    return payment != nullptr && payment->kind == "urgent_paid" ? payment->fact("proposal") : named;
}

// Whether somebody heard, after it was paid and before it went back, that it came.
bool is_said_to_have_come(const cases::AidCase& folded, std::span<const Fact> facts, const cases::FactId& payment) {
    bool is_out = false, is_said = false;
    for (const cases::Entry& entry : folded.entries) {
        const Fact* fact = folded.is_taken(entry.id) ? find(facts, entry.id) : nullptr;
        if (fact == nullptr) continue;
        const bool is_named = payment_in(facts, *fact) == payment;
        if (fact->kind == "urgent_paid" ? fact->fact("proposal") == payment : fact->kind == "pay_made" && is_named)
            is_out = true, is_said = false;
        if (fact->kind == "pay_returned" && is_named) is_out = false;
        if (fact->kind == "money_confirmed" && is_named && fact->text("by") != "nobody")
            is_said = fact->money("amount").value > 0;
        if (fact->kind == "revisit_made" && fact->has("money_whole") && is_out) is_said = fact->yes("money_whole");
    }
    return is_said;
}

// The payments that the bank sent back and this one takes the place of.
std::vector<cases::FactId> paid_before(const cases::AidCase& folded, const Fact& fact) {
    const auto& urgent = folded.ledger.urgent;
    if (fact.kind == "urgent_paid")
        return urgent && urgent->is_back() ? std::vector{urgent->proposed} : std::vector<cases::FactId>{};
    const auto ordered = fact.fact("order");
    const cases::PayOrder* order = ordered ? folded.ledger.find(*ordered) : nullptr;
    const std::int64_t part = order != nullptr ? order->part : fact.number("part");
    std::vector<cases::FactId> out;
    for (const cases::PayOrder& each : folded.ledger.orders)
        if (each.state == cases::PayOrder::State::Returned && each.part == part) out.push_back(each.by);
    return out;
}

std::optional<MoneyDoubt> of_word(const cases::AidCase& folded, std::span<const Fact> facts, const Fact& fact) {
    const auto is_said = [&](const cases::FactId& each) { return is_said_to_have_come(folded, facts, each); };
    if (fact.kind == "pay_returned") {
        const auto payment = payment_in(facts, fact);
        return payment && is_said(*payment) ? std::optional(MoneyDoubt{MoneyDoubt::Why::SaidCame}) : std::nullopt;
    }
    const bool pays = fact.kind == "pay_ordered" || fact.kind == "pay_released" || fact.kind == "pay_made" ||
                      fact.kind == "urgent_paid";
    if (!pays) return std::nullopt;
    const std::vector<cases::FactId> before = paid_before(folded, fact);
    const bool is_again = std::any_of(before.begin(), before.end(), is_said);
    return is_again ? std::optional(MoneyDoubt{MoneyDoubt::Why::PaidAgain}) : std::nullopt;
}

}  // namespace

std::string_view key_of(MoneyDoubt::Why why) {
    constexpr std::array<std::string_view, 4> kKeys{"field.doubt.came_back", "field.doubt.proof",
                                                    "field.doubt.said_came", "field.doubt.paid_again"};
    return kKeys.at(static_cast<std::size_t>(why));
}

std::optional<MoneyDoubt> money_doubt(const cases::AidCase& folded, std::span<const Fact> facts, std::string_view kind,
                                      const cases::Fields& fields) {
    Fact fact;
    fact.kind = kind;
    fact.fields = fields;
    if (auto doubt = of_proof(folded, facts, fact)) return doubt;
    if (auto doubt = of_word(folded, facts, fact)) return doubt;
    return of_came(folded, facts, fact);
}

std::optional<MoneyDoubt> money_doubt(const ActDraft& draft, const CaseView& view) {
    return money_doubt(view.folded, view.facts, draft.kind, signed_fields(draft));
}

}  // namespace courtyard::flow
