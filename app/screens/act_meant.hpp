// What the act that is being written is about: nobody releases money, confirms or closes anything on the word of a line
// in a list.
#pragma once

#include <vector>

#include "app/cases/fact.hpp"
#include "app/screens/field_desk.hpp"

namespace courtyard::screens {

// Facts of the case that the fields of the draft name one by one (an order, a promise, a referral), in the order of the
// fields; those of a list of papers are not among them. After a promise, what was said of it since. Empty while nothing
// is chosen.
[[nodiscard]] std::vector<const cases::Fact*> meant_facts(const Desk& desk);

// Each of them whole, and for an order of money what the ledger says beside it. Returns the height used.
float draw_meant(Desk& desk, const Rect& body);

}  // namespace courtyard::screens
