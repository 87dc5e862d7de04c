#include "app/cases/care.hpp"

namespace courtyard::cases {

const Promise* Care::find_promise(const FactId& id) const {
    for (const Promise& each : promises)
        if (each.by == id) return &each;
    return nullptr;
}

const Referral* Care::find_referral(const FactId& id) const {
    for (const Referral& each : referrals)
        if (each.by == id) return &each;
    return nullptr;
}

Taken take(Care& /*care*/, const Scene& /*scene*/) { return {}; }

}  // namespace courtyard::cases
