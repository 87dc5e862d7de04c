// What is refused before somebody signs, and is no rule of the fold: nobody carries their own side of a contradiction,
// keeps their own decision, or says for the person that money came which they paid.
#include <algorithm>

#include "app/cases/fold.hpp"
#include "app/cases/setting_right.hpp"

namespace courtyard::cases {

namespace {

// Both sides of a contradiction that nobody has settled.
bool is_at_odds(const AidCase& of, const FactId& id) {
    return std::any_of(of.entries.begin(), of.entries.end(), [&id](const Entry& each) {
        return each.standing == Standing::Contradicts && (each.id == id || each.against == id);
    });
}

bool is_among(const std::vector<FactId>& ids, const FactId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Without a contradiction it would be a correction by another name.
Verdict refused_settling(const AidCase& known, const Fact& fact) {
    const ActRule* rule = fact.kind == "contradiction_settled" ? find_act(fact.kind) : nullptr;
    if (rule == nullptr || check_fields(*rule, fact.fields)) return std::nullopt;
    std::vector<FactId> named = fact.facts("falls");
    named.push_back(*fact.fact("holds"));
    const auto stands_alone = [&known](const FactId& each) {
        return known.entry(each) != nullptr && !is_at_odds(known, each);
    };
    return std::any_of(named.begin(), named.end(), stands_alone) ? refuse("settled.none") : Verdict{};
}

// Nobody takes away what stands against their own word, whatever the act is called, unless that goes, too; and what
// money went out against is for the leader.
Verdict check_other_side(const AidCase& known, const Fact& fact, const FactId& wrong, Role role) {
    for (const Entry& each : known.entries) {
        if (each.standing != Standing::Contradicts || !each.against) continue;
        if (each.id != wrong && each.against != wrong) continue;
        const Entry* other = known.entry(each.id == wrong ? *each.against : each.id);
        if (other == nullptr) continue;
        if (other->author == fact.author && !is_among(set_right_by(fact), other->id)) return refuse("settled.own");
        if (each.code == kRests && is_money_out(other->kind) && role != Role::Leader) return refuse("corrected.leader");
    }
    return std::nullopt;
}

// Who signed a decision does not say that nothing speaks against it: neither by keeping it nor by correcting what does.
Verdict check_own_decision(const AidCase& known, const Fact& fact, const FactId& wrong) {
    const auto& decision = known.ballots.decision;
    const Entry* decided = decision ? known.entry(decision->by) : nullptr;
    const bool is_own = decided != nullptr && decided->author == fact.author;
    return is_own && is_among(decision->open_doubts(), wrong) ? refuse("kept.self") : Verdict{};
}

// Who noted a payment or handed it over does not say that it came. Asked of who signs it now, and not in the fold: that
// took such words for a long time, cases were closed on them, and none of these opens again because of a rule that came
// after. The task stays for somebody else until one is signed.
Verdict check_own_payment(const AidCase& known, const Fact& fact) {
    const auto named = fact.fact("order");
    if (!named) return std::nullopt;
    const PayOrder* order = known.ledger.find(*named);
    const auto& aid = known.ledger.urgent;
    const bool is_urgent = order == nullptr && aid && (named == aid->paid || named == aid->proposed);
    const bool is_own =
        order != nullptr ? order->payers.contains(fact.author) : is_urgent && aid->payers.contains(fact.author);
    return is_own ? refuse("pay.own") : Verdict{};
}

bool speaks_of_own(const Fact& fact) { return sets_right(fact) || fact.kind == "money_confirmed"; }

}  // namespace

Verdict refused_of_own(const AidCase& known, const Fact& fact, Role role) {
    if (fact.kind == "money_confirmed") return check_own_payment(known, fact);
    if (!sets_right(fact)) return std::nullopt;
    for (const FactId& wrong : set_right_by(fact)) {
        const Entry* entry = known.entry(wrong);
        if (entry == nullptr || entry->author == fact.author) continue;  // everybody takes their own word back
        if (auto no = check_other_side(known, fact, wrong, role)) return no;
        if (auto no = check_own_decision(known, fact, wrong)) return no;
    }
    return std::nullopt;
}

Verdict would_refuse(const CaseId& id, std::span<const Fact> facts, const Fact& fact, const Offices& offices) {
    std::vector<Fact> all(facts.begin(), facts.end());
    all.push_back(fact);
    all.back().after = heads(facts);
    std::optional<AidCase> known;
    if (speaks_of_own(fact)) known = fold(id, facts, offices);
    if (known)
        if (auto no = refused_settling(*known, fact)) return no;
    const AidCase folded = fold(id, all, offices);
    const Entry* entry = folded.entry(fact.id);
    if (entry == nullptr) return refuse("case");
    if (entry->standing == Standing::Unknown) return refuse("kind");
    if (entry->standing == Standing::InForce)
        return known ? refused_of_own(*known, fact, entry->role.value_or(Role::Caller)) : std::nullopt;
    return refuse(entry->code.empty() ? "set_aside" : entry->code);
}

}  // namespace courtyard::cases
