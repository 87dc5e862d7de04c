// Unfinished work as it leaves on a ticket and comes back: what was said, and where in the form.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "app/domain/answer.hpp"
#include "app/domain/applicant.hpp"
#include "app/domain/screening.hpp"
#include "app/flow/kiosk_state.hpp"

namespace courtyard::flow {

struct Draft {
    domain::ApplicantKind kind = domain::ApplicantKind::Self;
    domain::Application application;
    std::set<std::string, std::less<>> typed_by_helper;  // field codes
    std::set<std::string, std::less<>> seen;
    std::string at;  // field that was asked; empty: all had been asked
    bool screened = false;
    domain::ScreeningAnswers screening;
    int lost = 0;  // answers that the form of today does not know
};

// Of a session that has begun the form.
[[nodiscard]] Draft draft_of(const Session& session);
void wipe(Draft& draft) noexcept;

}  // namespace courtyard::flow
