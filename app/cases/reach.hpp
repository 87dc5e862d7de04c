// How the person may be reached, after the case was opened: somebody has another number, asks for other care, or could
// not be reached any more. What it means for a call is contact_advice.hpp.
#pragma once

#include "app/cases/scene.hpp"
#include "app/domain/contact_rule.hpp"

namespace courtyard::cases {

// "contact_changed" says what holds from now on: a field that it names stands instead of what was said before, what it
// does not name stays, and with `anew` nothing that was said before holds. "contact.nothing": it names none.
// "contact.two": somebody whom its author did not know of has said otherwise.
//
// An attempt that found a wrong number, or that somebody moved away or died, is remembered until another number is
// named, or they are reached; what was named without its author's knowing is not that number. Death is taken back by
// the person's own voice, or by correcting the fact that tells it.
[[nodiscard]] Taken take(domain::SafeContact& contact, const Scene& scene);

// A number, whoever passes on a word, or all anew.
[[nodiscard]] bool names_a_number(const Fact& contact_changed);

// Two have said different things and nobody has settled it: nobody calls, and everybody stays unknowing who must by
// either of them.
void heed_both(domain::SafeContact& contact, const Fact& other);

// Whether the newer says all that the older did, so that who knew both has settled which of them holds.
[[nodiscard]] bool says_all_of(const Fact& newer, const Fact& older);

}  // namespace courtyard::cases
