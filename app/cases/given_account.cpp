#include "app/cases/given_account.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"
#include "app/cases/bank_number.hpp"

namespace courtyard::cases {

namespace {

bool is_at_odds(const Entry& entry) { return entry.kind == "account_given" && entry.standing == Standing::Contradicts; }

// The newest that the author of a fact knew.
const GivenAccount* known_to(const Scene& scene) {
    const auto& given = scene.so_far.accounts.given;
    const auto found =
        std::find_if(given.rbegin(), given.rend(), [&](const GivenAccount& each) { return scene.knows(each.by); });
    return found == given.rend() ? nullptr : &*found;
}

}  // namespace

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
    if (const GivenAccount* before = accounts.current(); before != nullptr && !scene.knows(before->by))
        return {refuse("account.two"), {}};
    accounts.given.push_back(
        {fact.id, *record, std::string(fact.text("whose")), std::string(fact.text("account_ends"))});
    return {};
}

Verdict check_order_account(const Scene& scene, const std::optional<base::RecordId>& record, std::string_view ends) {
    const GivenAccount* known = known_to(scene);
    if (known == nullptr) return std::nullopt;
    const auto& entries = scene.so_far.entries;
    if (std::any_of(entries.begin(), entries.end(),
                    [&](const Entry& each) { return is_at_odds(each) && scene.knows(each.id); }))
        return refuse("pay.account_two");
    if (record != known->record) return refuse("pay.account_replaced");
    return ends == known->ends ? Verdict{} : refuse("pay.account_ends");
}

bool has_accounts_at_odds(const AidCase& of) { return std::any_of(of.entries.begin(), of.entries.end(), is_at_odds); }

bool is_replaced(const Accounts& accounts, const std::optional<base::RecordId>& record) {
    return record && accounts.current() != nullptr && accounts.current()->record != *record;
}

bool are_last_four(std::string_view text) {
    return text.size() == 4 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace courtyard::cases
