// The court's answer: one durable transaction writes the review for the other laptops and the notice for the slip.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/worker/letters.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

struct AnswerRequest {
    std::string id;  // as in show_application
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
    std::string text;                 // needed for not filed: the reasons
    std::vector<std::string> papers;  // needed for more papers: which; codes of the pack or plain words
    std::string number;               // case number, for filed
};

struct Answered {
    base::RecordId application;
    base::RecordId review;
    base::RecordId notice;
    domain::ApplicationStatus before = domain::ApplicationStatus::Synced;
    domain::ApplicationStatus after = domain::ApplicationStatus::Received;
};

inline constexpr std::size_t kAnswerTextMax = 2'000;  // characters
inline constexpr std::size_t kAnswerPapersMax = 30;

// "answer.state" this state may not follow the present one, "answer.text", "answer.papers", "answer.number",
// "inbox.role".
[[nodiscard]] base::Result<Answered> answer(Machine& machine, const AnswerRequest& request, base::Instant now,
                                            base::Random& random);

}  // namespace courtyard::worker
