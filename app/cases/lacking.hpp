// What a fact must say before somebody signs it, though its row of the table lets the field be empty. Facts of older
// programs have none of it, so the fold does not ask for it: the worker does before it signs, and the window says so
// while the act is written.
#pragma once

#include "app/cases/aid_case.hpp"
#include "app/cases/fact.hpp"

namespace courtyard::cases {

// "field.way", "field.relation", "field.explained", "field.officers": urgent money says of its way what an order and
// its payment say (P11, P12). "field.recording": cash that was handed over names what was recorded then (P11).
// "field.lay": while money of a grant that was set right lies with the court, whether what came is that.
// "alert.what": what a call told, of which more than one thing is open, is settled or passed on one by one.
// "revisit.enforced", "revisit.petition": what the form tells stands for a conclusion that it does not draw
// (told_table() in next_tasks.hpp). "revisit.early": all is well and over, before the grant is decided or paid.
// "opinion.open": the department's two answers contradict each other, and nobody has said which holds.
// "close.followup": as may_close() says of all that visits called for.
[[nodiscard]] Verdict lacks(const AidCase& aid_case, const Fact& fact);

// The same of a report, beside what the application says is adjudged and not paid. "field.unlike": the report has
// another sum and says nothing of it. "field.above": it names none, and proposes more than the application says.
[[nodiscard]] Verdict lacks_beside(std::optional<domain::Fen> told_unpaid, const Fact& fact);

}  // namespace courtyard::cases
