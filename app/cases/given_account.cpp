#include "app/cases/given_account.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"
#include "app/cases/bank_number.hpp"
#include "app/domain/person_name.hpp"

namespace courtyard::cases {

namespace {

bool may_be_same(std::string_view a, std::string_view b) { return a.empty() || b.empty() || is_same_person(a, b); }

const GivenAccount* given_by(const Accounts& accounts, const std::optional<FactId>& fact) {
    const auto found = std::find_if(accounts.given.begin(), accounts.given.end(),
                                    [&](const GivenAccount& each) { return each.by == fact; });
    return found == accounts.given.end() ? nullptr : &*found;
}

bool is_at_odds(const AidCase& of, const Entry& entry, std::string_view payee) {
    if (entry.kind != "account_given" || entry.standing != Standing::Contradicts) return false;
    const GivenAccount* against = given_by(of.accounts, entry.against);
    return against == nullptr || may_be_same(against->payee, payee);
}

// The newest of the payee that the author of a fact knew.
const GivenAccount* known_to(const Scene& scene, std::string_view payee) {
    const auto& given = scene.so_far.accounts.given;
    const auto found = std::find_if(given.rbegin(), given.rend(), [&](const GivenAccount& each) {
        return scene.knows(each.by) && may_be_same(each.payee, payee);
    });
    return found == given.rend() ? nullptr : &*found;
}

}  // namespace

bool is_same_person(std::string_view a, std::string_view b) {
    const auto first = domain::PersonName::parse(a), second = domain::PersonName::parse(b);
    return first && second ? *first == *second : a == b;
}

const GivenAccount* Accounts::current_of(std::string_view payee) const {
    const auto found = std::find_if(given.rbegin(), given.rend(),
                                    [&](const GivenAccount& each) { return may_be_same(each.payee, payee); });
    return found == given.rend() ? nullptr : &*found;
}

std::vector<const GivenAccount*> Accounts::counting() const {
    std::vector<const GivenAccount*> out;
    for (auto each = given.rbegin(); each != given.rend(); ++each)
        if (current_of(each->payee) == &*each) out.push_back(&*each);
    return out;
}

const GivenAccount* Accounts::find(const base::RecordId& record) const {
    const auto found =
        std::find_if(given.begin(), given.end(), [&](const GivenAccount& each) { return each.record == record; });
    return found == given.end() ? nullptr : &*found;
}

Taken take(Accounts& accounts, const Scene& scene) {
    const Fact& fact = scene.fact;
    if (fact.kind != "account_given") return {};
    if (holds_bank_number(fact.fields)) return {refuse("money.number"), {}};
    const auto record = fact.fact("account");
    if (!record) return {refuse("account.record"), {}};
    if (!are_last_four(fact.text("account_ends"))) return {refuse("account.ends"), {}};
    if (const GivenAccount* before = accounts.current_of(fact.text("payee"));
        before != nullptr && !scene.knows(before->by))
        return {refuse("account.two"), {}};
    accounts.given.push_back({fact.id, *record, std::string(fact.text("whose")), std::string(fact.text("account_ends")),
                              std::string(fact.text("payee"))});
    return {};
}

Verdict check_order_account(const Scene& scene, const PayTarget& target) {
    const auto& entries = scene.so_far.entries;
    if (std::any_of(entries.begin(), entries.end(), [&](const Entry& each) {
            return is_at_odds(scene.so_far, each, target.payee) && scene.knows(each.id);
        }))
        return refuse("pay.account_two");
    const GivenAccount* known = known_to(scene, target.payee);
    if (known != nullptr && target.record != known->record) return refuse("pay.account_replaced");
    if (known != nullptr) return target.ends == known->ends ? Verdict{} : refuse("pay.account_ends");
    if (knows_taken_back(scene, target)) return refuse("pay.account_back");
    const GivenAccount* named = target.record ? scene.so_far.accounts.find(*target.record) : nullptr;
    return named != nullptr && scene.knows(named->by) ? refuse("pay.holder") : Verdict{};
}

bool knows_taken_back(const Scene& scene, const PayTarget& target) {
    const auto& all = scene.so_far.accounts.taken_back;
    return std::any_of(all.begin(), all.end(), [&](const TakenBack& each) {
        return target.record == each.record && scene.knows(each.by) && scene.knows(each.why);
    });
}

void note_taken_back(Accounts& accounts, const Fact& given, const FactId& why) {
    if (const auto record = given.fact("account")) accounts.taken_back.push_back({given.id, why, *record});
}

bool has_accounts_at_odds(const AidCase& of, std::string_view payee) {
    return std::any_of(of.entries.begin(), of.entries.end(),
                       [&](const Entry& each) { return is_at_odds(of, each, payee); });
}

bool is_replaced(const Accounts& accounts, const PayTarget& target) {
    if (!target.record) return false;
    const GivenAccount* current = accounts.current_of(target.payee);
    if (current != nullptr) return current->record != *target.record;
    return std::any_of(accounts.taken_back.begin(), accounts.taken_back.end(),
                       [&](const TakenBack& each) { return each.record == *target.record; });
}

bool are_last_four(std::string_view text) {
    return text.size() == 4 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<base::RecordId> record_told_by(const Accounts& accounts, const FactId& fact) {
    const GivenAccount* told = given_by(accounts, fact);
    return told == nullptr ? std::nullopt : std::optional(told->record);
}

}  // namespace courtyard::cases
