// A laptop whose clock is days or years ahead signs facts of days that have not come. What it signed counts, and stands
// in the case's order where its clock puts it, the same on every machine; but no limit can run from a day that nobody
// has lived. On each machine such a fact's day is the one on which it came there, and people are told to look at that
// laptop.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <vector>

#include "app/cases/tasks.hpp"

namespace courtyard::cases {

// A day for time zones and for a clock that is a little fast.
inline constexpr int kClockSlackDays = 2;

// By fact: the day on which it came, of those that claimed a later one by more than the slack.
using CameOn = std::map<FactId, domain::Date>;

// Of these the ones whose clocks were ahead, however many they are: not those that came so because the clock of whoever
// received them was behind.
[[nodiscard]] CameOn truly_ahead(const AidCase& of, const CameOn& came, const base::PersonId& receiver);

// The same facts, none of a day after that on which it came. Their order, and what their authors knew, stay.
[[nodiscard]] std::vector<Fact> with_true_days(std::span<const Fact> facts, const CameOn& ahead);

// The same case with days that can be true: for limits and tasks, never for what is shown or exchanged. All that has a
// day has it by a fact, so it is folded once more; every fact stands as in `of`, and one that would not, because of its
// day, keeps that.
using FoldFacts = std::function<AidCase(std::span<const Fact>)>;
[[nodiscard]] AidCase with_true_days(const AidCase& of, std::span<const Fact> facts, CameOn ahead,
                                     const FoldFacts& folding);

// "remarked", rule "clock_ahead": for each author one, until somebody of the office who knew the fact has written down
// what was found, in a remark that names one of theirs. None of a case at its end.
[[nodiscard]] std::vector<Task> clock_tasks(const AidCase& of, std::span<const Fact> facts, const CameOn& ahead);

}  // namespace courtyard::cases
