// Whether a record speaks for the court. Every machine of a court can sign records and seal them to a slip that it has
// seen; the court's word is only what a registrar or a judge of the roster has signed. FORMAT.md, section 3.2.
#pragma once

#include "app/worker/payload.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/roster.hpp"
#include "sync/seal/body.hpp"

namespace courtyard::worker {

// The registrar or judge who signed; nullptr for everybody else. Somebody who was revoked since has spoken before: the
// hub takes nothing from them any more.
[[nodiscard]] const mail::Person* speaker_for_court(const mail::Roster& roster, const seal::Author& author);

// Of a record that has been opened, so that its signature is sure. In this order: "notice.kind" it is no notice,
// "notice.author" whoever signed does not speak for the court, "payload.notice".
[[nodiscard]] base::Result<AnswerPayload> notice_of_court(const seal::Body& body, const mail::Roster& roster);
// "payload.review", then "review.author".
[[nodiscard]] base::Result<AnswerPayload> review_of_court(const seal::Body& body, const mail::Roster& roster);

}  // namespace courtyard::worker
