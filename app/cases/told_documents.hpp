// Identity numbers that stand in no form: of whoever asks by word of mouth, and of whoever brings theirs later. In the
// facts, sealed as answers are.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/cases/fact.hpp"

namespace courtyard::cases {

struct ToldDocument {
    std::string who;       // a name; of the applicant, where the fact names nobody
    std::string document;  // empty: `why_none` says why there is none
    std::string why_none;
};

// In order. `identified`: those facts that are in force (Inquiry::identified).
[[nodiscard]] std::vector<ToldDocument> told_documents(std::span<const Fact> facts, std::span<const FactId> identified);
// The newest of the applicant, whatever they were called when it was told (`names`: AidCase::names); empty when none
// was.
[[nodiscard]] std::string applicants_document(std::span<const Fact> facts, std::span<const FactId> identified,
                                              std::span<const std::string> names);

// Whether a number can be right, asked before it is signed: what is signed counts as it is, and a mistyped number is
// compared with nobody's. "document.length", "document.checksum". Nothing for a fact that tells none.
[[nodiscard]] Verdict wrong_document(const Fact& fact);

}  // namespace courtyard::cases
