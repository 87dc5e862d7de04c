// Asks the fold about an act before it is signed: whether it would stand, and where it would lead.
#pragma once

#include <string>

#include "app/cases/act_table.hpp"
#include "app/flow/case_view.hpp"

namespace courtyard::flow {

// Who holds which office, as the roster that came with the case says.
[[nodiscard]] cases::Offices offices_of(const CaseView& view);

// Something of the right type, where nothing is known.
[[nodiscard]] cases::FieldValue any_value(const CaseView& view, const cases::FieldRule& field, base::Instant now);

class ActProbe {
public:
    explicit ActProbe(const CaseView& view) : view_(view) {}

    struct Said {
        std::string refusal;  // code, "" when it would stand
        domain::ApplicationStatus status = domain::ApplicationStatus::Synced;
        std::vector<std::string> falling = {};  // of "corrected.rests": kinds of what would fall with it, each once
    };
    [[nodiscard]] Said ask(std::string_view kind, const cases::Fields& fields, base::Instant now) const;

    // Of an act of which only `known` is known; what a person is to fill in is taken as it comes. Refusals about
    // fields say nothing yet and count as none.
    [[nodiscard]] std::string refusal(const cases::ActRule& rule, cases::Fields known, base::Instant now) const;

private:
    const CaseView& view_;
};

}  // namespace courtyard::flow
