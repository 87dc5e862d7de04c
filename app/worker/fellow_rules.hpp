// Relatives apply together where somebody died: what an application that tells of no death, or that names somebody as
// the other party, says to that.
#pragma once

#include <span>

#include "app/cases/aid_case.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::worker {

// The application says what the harm was, and tells of no death: it names no relatives who apply, its form asks for
// none, and no option of kind "died" was chosen. Of who applies by word of mouth that is not known, and whoever
// answered that they do not know may mean it.
[[nodiscard]] bool tells_of_no_death(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                     const cases::AidCase& aid_case);

// "fellow.nobody": nobody has died; "fellow.opponent": that is what the other party is called; "fellow.unknown": the
// form does not name them, and nobody says whose relative that is. What was once taken of somebody can be taken back.
[[nodiscard]] cases::Verdict refused_by_fellow(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                               const cases::AidCase& aid_case, const cases::Fact& fact);

}  // namespace courtyard::worker
