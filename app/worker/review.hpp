// What the court has said about an application, as facts and as their fold.
//
// Every answer is a record of kind "review", sealed to the intake so that the other laptops see it, and a notice for
// the slip. Laptops may answer without knowing of each other: the facts are all kept, and the fold is the same in any
// order.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/application_status.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"

namespace courtyard::worker {

struct Review {
    base::RecordId id;  // of the record that says it
    base::RecordId application;
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
    std::string text;                 // words to the applicant
    std::vector<std::string> papers;  // what is still needed
    std::string number;               // case number, when filed
    std::string by;                   // the person's name in the roster at that time
    base::PersonId person;
    base::Instant claimed;           // by the author's clock
    std::uint64_t hub_sequence = 0;  // 0: the hub has not numbered it yet
    friend bool operator==(const Review&, const Review&) = default;
};

// received | asking | needs_more | filed | not_filed, or the ids of these five ("NEED_MORE"): all that an application
// is answered with; what comes later is said in the aid case. "answer.state" lists what is allowed.
[[nodiscard]] base::Result<domain::ApplicationStatus> parse_review_state(std::string_view text);
[[nodiscard]] std::string_view review_state_name(domain::ApplicationStatus status);  // "needs_more"; the id for others

// May `to` come after `from` in the court's mouth, on whichever program it was said? From Synced (nothing said yet)
// anything; a court need not announce every step. What may be said here is narrower: flow::answers_that_may_follow.
[[nodiscard]] bool may_answer(domain::ApplicationStatus from, domain::ApplicationStatus to);

struct Standing {
    domain::ApplicationStatus status = domain::ApplicationStatus::Synced;  // Synced: nobody has answered yet
    std::vector<Review> history;  // oldest first: hub order, then what the hub has not numbered, by claimed time and id
    bool contradicting = false;   // two answers that may not follow one another are both kept and both shown
};
// Pure; the same for every order of `reviews`, doubles left out.
[[nodiscard]] Standing fold(std::span<const Review> reviews);

}  // namespace courtyard::worker
