#include "app/cases/money_at_odds.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

namespace {

template <class Which>
bool has_pair(const AidCase& of, const Which& which) {
    return std::any_of(of.care.at_odds.begin(), of.care.at_odds.end(),
                       [&](const AtOdds& each) { return each.what == "money" && which(each); });
}

}  // namespace

bool is_money_at_odds(const AidCase& of) {
    return has_pair(of, [](const AtOdds&) { return true; });
}

bool is_money_at_odds(const AidCase& of, const FactId& side) {
    return has_pair(of, [&side](const AtOdds& each) { return each.earlier == side || each.later == side; });
}

bool knows_money_at_odds(const Scene& scene) {
    return has_pair(scene.so_far,
                    [&scene](const AtOdds& each) { return scene.knows(each.earlier) && scene.knows(each.later); });
}

}  // namespace courtyard::cases
