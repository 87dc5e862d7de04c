// Whom a case helps for what: every applicant of it with every original case of theirs.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/domain/form.hpp"
#include "app/flow/case_view.hpp"
#include "app/worker/applicants.hpp"
#include "app/worker/token_list.hpp"

namespace courtyard::worker {

struct NamedPair {
    AidedPair pair;
    std::string who;  // for people of the court: the name, the document's last four characters, the original case
};

// Every original case that anybody in the case named, in one spelling, however many stand in one line.
[[nodiscard]] std::vector<std::string> originals_of(const cases::AidCase& folded);

// Without applicants whose document is not known.
[[nodiscard]] std::vector<NamedPair> pairs_of(const domain::FormDefinition& form, std::span<const cases::Fact> facts,
                                              const KnownApplicants& known, std::span<const std::string> originals);

// Such a `who` of an older question, with the name that the applicant has now.
[[nodiscard]] std::string who_now(const KnownApplicants& known, const std::string& who);

// Who is not compared with anybody, because something is not known.
[[nodiscard]] flow::Uncompared uncompared_in(const domain::FormDefinition& form, std::span<const cases::Fact> facts,
                                             const cases::AidCase& folded);

}  // namespace courtyard::worker
