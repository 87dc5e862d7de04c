// The laptop of a partner body (civil affairs, legal aid, a charity): what the court asks of it, what it answered, and
// whom it hands over. It opens nothing but letters to itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/care.hpp"
#include "app/cases/lead.hpp"
#include "app/worker/arrival.hpp"
#include "app/worker/body_letter.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

inline constexpr std::string_view kBodyAnswerKind = "body_answered";

struct BodyAnswer {
    std::string answer;               // accepted | refused | done | revoked
    std::string words, evidence;      // why; by what one sees that it is done
    std::optional<domain::Date> on;   // nothing: today
    std::optional<cases::FactId> id;  // of one that was given
};
struct PartnerRequest {
    BodyLetter letter;      // the newest about this referral
    domain::Date asked_on;  // when the first one was written
    std::vector<BodyAnswer> answers;
    // As the body knows it: what it answered last, or, where that was no end, revoked by the court.
    cases::Referral::State state = cases::Referral::State::Sent;
    bool by_court = false;  // Revoked: by the court, and not by the body before that
    bool ended = false;     // the court has said that what it told is used no more: the letter tells nothing any more
};

// "partner.role": this is no partner's laptop.
[[nodiscard]] base::Result<void> must_be_partner(const Machine& machine);

// What the court asked, oldest first.
[[nodiscard]] base::Result<std::vector<PartnerRequest>> partner_requests(Machine& machine);
// By the first characters (4 or more) of the referral's id. "partner.unknown", "partner.short", "partner.ambiguous".
[[nodiscard]] base::Result<PartnerRequest> find_request(Machine& machine, std::string_view referral);

// Signs an answer, seals it to the case and queues it. As the case will hold it to: "fact.referral.move" (not possible
// as it stands), "fact.field.words", "fact.field.evidence", "fact.field.answer".
[[nodiscard]] base::Result<cases::FactId> answer_request(Machine& machine, std::string_view referral,
                                                         const BodyAnswer& answer, base::Instant now,
                                                         base::Random& random);

// Somebody who may need judicial aid, handed over to the court: a lead, which never becomes an application by itself.
// `lead.from` is set to the body. "lead.payload" names the field that is missing.
[[nodiscard]] base::Result<base::RecordId> hand_over(Machine& machine, cases::Lead lead, base::Instant now,
                                                     base::Random& random);
struct HandedOver {
    cases::Lead lead;
    std::string state;  // what the court said last: received | told | applied | closed; empty: nothing yet
};
[[nodiscard]] base::Result<std::vector<HandedOver>> handed_over(Machine& machine);

// Puts a record of the body's mailbox where it belongs; what cannot be opened is kept with the reason.
base::Result<store::Kept> take_body_letter(Machine& machine, const store::Transaction& inside, const Arrival& came);
// Tries again what could not be opened: a roster may have come since.
base::Result<void> reopen_body_letters(Machine& machine);
// Answers and leads of this body, sealed as they left; oldest first.
[[nodiscard]] base::Result<std::vector<store::Letter>> letters_by_body(Machine& machine);

}  // namespace courtyard::worker
