#include "app/cases/shaken_ground.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"
#include "app/cases/setting_right.hpp"

namespace courtyard::cases {

bool is_against_payment(const AidCase& of, const Entry& entry) {
    if (entry.standing != Standing::Contradicts || entry.code != kRests || !entry.against) return false;
    const Entry* against = of.entry(*entry.against);
    return against != nullptr && is_money_out(against->kind);
}

bool is_ground_shaken(const AidCase& of) {
    return std::any_of(of.entries.begin(), of.entries.end(),
                       [&of](const Entry& each) { return is_against_payment(of, each); });
}

bool knows_shaken_ground(const Scene& scene) {
    const auto& entries = scene.so_far.entries;
    return std::any_of(entries.begin(), entries.end(), [&scene](const Entry& each) {
        return is_against_payment(scene.so_far, each) && scene.knows(each.id) && scene.knows(*each.against);
    });
}

}  // namespace courtyard::cases
