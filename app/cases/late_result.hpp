// A ballot that came to a result after all: by votes that were on their way while somebody took it for open or split
// and laid the same papers anew, or sent it upward.
//
// Any order and any delay of votes gives one result (P7): had they been heard, neither could have been done
// ("ballot.result", "upward.result"). So both fall, with what was laid because of them, and the result is carried out.
// A decision that was made meanwhile is not unmade: it is doubted, and whoever leads looks at it. A new report or a
// correction is no such replacing: then the papers are others.
#pragma once

#include <functional>

#include "app/cases/ballots.hpp"

namespace courtyard::cases {

struct Counted {
    const Ballot& ballot;
    Tally tally;
};

// Whether all that `knows` and that would take its place was done unheard of votes that count in the tally.
[[nodiscard]] bool is_back(const Ballots& ballots, const Counted& counted, const Ordered& order,
                           const std::function<bool(const FactId&)>& knows);

// Notes, by all that has come, of every ballot and upward whether it was overturned and what takes a ballot's place.
void note_late_results(Ballots& ballots, const Ordered& order);

}  // namespace courtyard::cases
