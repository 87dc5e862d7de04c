// The day that a person writes for an act ("on"): limits are reckoned from it.
#pragma once

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

// Whether that day can be right. Asked before signing: what is signed counts as it is, because whose clock was wrong
// nobody can tell afterwards.
//
// "on.future"  after the day of its author's clock in China: what has not happened is not told; the same of the day on
//              which somebody asked for aid by word of mouth ("received_on")
// "on.before"  a step on a day before the step that it follows; the serving of a decision before the decision,
//              and of that on recovery before that one; the answer of a court before it was asked, and the telling of
//              it before the answer
// "clock.day"  time running again before it stood still
// "referral.day", "promise.day"  what came of a referral or of a promise on a day before it was made. What was signed
//              by an older program all the same counts as of that day.
//
// Nothing of these for a fact that names no day. Of an opening, `so_far` is a case without anything in it.
//
// "hearing.before"  a hearing before the day to which people were called
//
// Of a revisit, the day of the next one: a task that is overdue as soon as it is there goes to the leader's list.
// "revisit.next"   the next revisit before this one
// "revisit.again"  a call that is to be made again before this one
// "revisit.later"  a time was agreed on, and no day named
[[nodiscard]] Verdict wrong_day(const AidCase& so_far, const Fact& fact);

}  // namespace courtyard::cases
