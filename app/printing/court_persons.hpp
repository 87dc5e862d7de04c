// Inside app/printing: who the persons on a paper are. Papers call an organisation, a child, somebody who petitions and
// each of several who apply together what they are.
#pragma once

#include <string>
#include <string_view>

#include "app/printing/court_values.hpp"

namespace courtyard::printing {

// The applicant's document is that of an organisation, by its kind in the form or by its number.
[[nodiscard]] bool is_organisation(const CourtDesk& desk);

// "citizen", "permit", "foreign", "organisation"; "other" where neither the number nor the form says so.
[[nodiscard]] std::string document_kind(const CourtDesk& desk, domain::Date on);

// Somebody acts for the applicant, or has to: a child on that day.
[[nodiscard]] bool is_guarded(const CourtDesk& desk, domain::Date on);

// Who acts for the applicant, by name; a line to write on where that is not known.
[[nodiscard]] std::string guardian_named(const CourtDesk& desk);

// Which kind of agent acts for the applicant; where only the case names them, what they are to the applicant.
[[nodiscard]] CourtValue agent_is(const CourtDesk& desk);

// Those who said that they apply together with the applicant, as rows of the blank `fellows`; not those who do not, nor
// those whom nobody asked: the case is not theirs.
[[nodiscard]] CourtValue fellows(const CourtDesk& desk, domain::Date on);

// The same by their names, a child with who acts for it.
[[nodiscard]] CourtValue fellow_names(const CourtDesk& desk, domain::Date on);

// The number of the document of whoever is called so, where the case holds it: the applicant, who acts for them, who
// applies with them, whoever was identified. What stands in brackets behind the name is no part of it. Empty: not
// known.
[[nodiscard]] std::string document_of(const CourtDesk& desk, std::string_view name);

}  // namespace courtyard::printing
