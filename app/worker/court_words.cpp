#include "app/worker/court_words.hpp"

namespace courtyard::worker {

const mail::Person* speaker_for_court(const mail::Roster& roster, const seal::Author& author) {
    const auto* id = std::get_if<base::PersonId>(&author);
    const mail::Person* person = id == nullptr ? nullptr : mail::find_person(roster, *id);
    const bool may = person != nullptr && (person->role == mail::Role::Registrar || person->role == mail::Role::Judge);
    return may ? person : nullptr;
}

base::Result<AnswerPayload> notice_of_court(const seal::Body& body, const mail::Roster& roster) {
    if (body.kind != "notice") return base::fail("notice.kind", "a record for this slip is no notice");
    if (speaker_for_court(roster, body.author) == nullptr)
        return base::fail("notice.author", "a notice is signed by somebody who does not speak for the court");
    return read_notice(body.payload);
}

base::Result<AnswerPayload> review_of_court(const seal::Body& body, const mail::Roster& roster) {
    AnswerPayload review = TRY(read_review(body.payload));
    if (speaker_for_court(roster, body.author) == nullptr)
        return base::fail("review.author", "a review is signed by somebody who does not speak for the court");
    return review;
}

}  // namespace courtyard::worker
