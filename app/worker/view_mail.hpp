// Who looked at what, told to the leaders of the court. Each laptop notes it (store/view_log.hpp) and tells every
// leader who may see it (Right::ViewLog) in a record of the box "cases", sealed to that leader alone.
//
// What others learn. Everybody's laptop carries the record, as it does those that bring keys, and it looks like one of
// them: to whom it is sealed is seen, what it holds is not. It goes with the first exchange of the next day, at most
// one a day to each leader, so that nobody can tell from the mail when somebody looked at something. A leader hears of
// cases that they are on and of nothing else: who is off a case for a conflict of interest does not learn who works on
// it, and who looked at applications stays on the laptops that can open them. Of a case that this person was taken off
// the leaders still hear who were on it when this laptop forgot it (none: all who have no conflict of interest in it):
// whoever looks and leaves is told of like everybody. What a leader may not hear of yet is kept until they are on it.
// Registrars may see the log as well, and
// see that of their own laptop: what all did is the leader's to watch.
//
// What it cannot do: whoever changes the program on their own laptop sends nothing. That a laptop has told nothing for
// long is seen in the log, by the date of its last line.
#pragma once

#include "app/store/view_log.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// This person looked at it or took it out: a case or an application, and what of it (store::View::what).
base::Result<void> note_view(Machine& machine, const base::RecordId& about, std::string_view what, base::Instant now);

// {"views":[{"at":1795424400000,"case":"<id>","what":"case"},…]}, oldest first.
inline constexpr std::string_view kViewsKind = "views";
inline constexpr std::size_t kViewsAtOnce = 500;  // what is more goes with the next one

// Queues what was noted on days before today's and has not been told. Returns how many records that made.
base::Result<std::size_t> tell_views(Machine& machine, base::Instant now, base::Random& random);

// A record of that kind that came for this person: its lines are of its author, whatever it says. The same record twice
// is once. "views.payload".
base::Result<void> take_views(Machine& machine, const store::Transaction& inside, const base::RecordId& record,
                              const base::PersonId& author, std::string_view payload);

// Newest first; of the case, and of the application that it was opened from. "right.view_log", those of case_of.
[[nodiscard]] base::Result<std::vector<store::View>> views_of(Machine& machine, const base::RecordId& about,
                                                              int count_max);

}  // namespace courtyard::worker
