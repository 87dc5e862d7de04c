// The court's answer: one durable transaction writes the review for the other laptops and the notice for the slip.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/worker/letters.hpp"
#include "app/worker/machine.hpp"
#include "app/worker/sealing.hpp"

namespace courtyard::worker {

// Short answers must not be told apart by their length.
inline constexpr seal::SizeClass kNoticeClass = seal::SizeClass::K1;

struct AnswerRequest {
    std::string id;  // as in show_application
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
    std::string text;                 // words to the applicant; needed with NotFiled: the reasons
    std::vector<std::string> papers;  // needed with NeedMore and only there: which; names of the pack or plain words
    std::string number;               // needed with Filed and only there: the court's case number (V-CASE)
    bool with_opening = false;        // said by the program as it opens the case
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

// For every way in: the laptop's window and courtyardctl. "answer.state" this state is none of the five, or may not
// follow the present one (flow::answers_that_may_follow); "answer.text", "answer.papers", "answer.number" what is
// missing, wrong or does not belong to this state; those of show_application. After an error nothing was said.
[[nodiscard]] base::Result<Answered> answer(Machine& machine, const AnswerRequest& request, base::Instant now,
                                            base::Random& random);

// The newest answer to an application, where it was said here and nothing of it has left: it can be taken back. Not one
// that an older program wrote down without its notice.
struct UnsentAnswer {
    base::RecordId review;
    base::Instant said;
};
[[nodiscard]] base::Result<std::optional<UnsentAnswer>> unsent_answer(Machine& machine,
                                                                      const base::RecordId& application);
// Takes back an answer and the notice for the slip, as if nothing had been said. Returns the application. "undo.sent",
// "undo.followed": another answer came after it; "undo.others": no answer that was said here.
base::Result<base::RecordId> undo_answer(Machine& machine, const base::RecordId& review);

// What this laptop itself has said lies in its inbox at once, as if it had come by the hub.
base::Result<void> keep_own_review(Machine& machine, const store::Transaction& inside, const SealedRecord& review,
                                   const base::RecordId& about, base::Instant now);

}  // namespace courtyard::worker
