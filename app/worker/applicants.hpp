// Who asks for aid in a case: the applicant, and the relatives who apply together. Read of the answers as they stand in
// the case, whatever else in them this program's form does not know: no other version of the form may hide somebody.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/cases/fact.hpp"
#include "app/domain/form.hpp"

namespace courtyard::worker {

struct Applicant {
    std::string name;
    std::string document;  // as they wrote it, perhaps that they have none; empty: nothing was written
    std::string why_none;  // as the court found
    friend bool operator==(const Applicant&, const Applicant&) = default;
};

// The applicant first. Without those of whom the form says that they do not apply; with the numbers that were told
// besides (`identified`: Inquiry::identified). Who has two numbers stands there twice.
[[nodiscard]] std::vector<Applicant> applicants_of(const domain::FormDefinition& form,
                                                   std::span<const cases::Fact> facts,
                                                   std::span<const cases::FactId> identified);

}  // namespace courtyard::worker
