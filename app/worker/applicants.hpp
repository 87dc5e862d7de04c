// Who asks for aid in a case: the applicant, and the relatives who apply together. Read of the answers as they stand in
// the case, whatever else in them this program's form does not know: no other version of the form may hide somebody.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/domain/form.hpp"

namespace courtyard::worker {

struct Applicant {
    std::string name;
    std::string document;  // as they wrote it, perhaps that they have none; empty: nothing was written
    std::string why_none;  // as the court found
    friend bool operator==(const Applicant&, const Applicant&) = default;
};

// What the case has found out besides about who applies: whose numbers were told (Inquiry::identified), and what the
// applicant is called now and was called before a slip of the pen was set right.
struct KnownApplicants {
    std::vector<cases::FactId> identified;
    std::string applicant;  // empty: as when the case was opened
    std::vector<std::string> names;
    cases::Fellows fellows;  // what relatives said since the form was filled
};
[[nodiscard]] KnownApplicants known_applicants(const cases::AidCase& folded);

// The applicant first, as the case calls them now. Without those of whom the form says that they do not apply; with the
// numbers that were told besides. Who has two numbers stands there twice.
[[nodiscard]] std::vector<Applicant> applicants_of(const domain::FormDefinition& form,
                                                   std::span<const cases::Fact> facts, const KnownApplicants& known);

// Whether the form names that relative, whatever they said.
[[nodiscard]] bool is_named_fellow(const domain::FormDefinition& form, std::span<const cases::Fact> facts,
                                   std::string_view name);

}  // namespace courtyard::worker
