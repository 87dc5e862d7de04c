// Mail between the court and partner bodies, on the court's laptops: what a referral tells is sealed to the body's own
// mailbox, once, as long as the person agrees; when they take it back the body is told. Answers come back as facts of
// the case, signed by the body (case_mail.hpp).
#pragma once

#include <string_view>
#include <vector>

#include "app/worker/body_letter.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// Letters that this person's acts call for and that have not left: for each referral of theirs to a body with a mailbox
// (while the person agrees and the referral is open), and for each that they revoked after its letter had left. Each
// with its fact in the case, in one transaction. A case without a key here waits. Returns how many letters were made.
// Called before mail leaves, by any way: until then the act can be undone.
base::Result<std::size_t> write_body_letters(Machine& machine, base::Instant now, base::Random& random);

// Seals a letter to the partner and queues it, inside a transaction with one id reserved. A copy lies here, sealed:
// only the body can open it.
base::Result<base::RecordId> send_body_letter(Machine& machine, const store::Transaction& inside,
                                              const mail::Person& partner, const BodyLetter& letter, base::Instant now,
                                              base::Random& random);

// All letters of this laptop to a body, sealed as they left; oldest first.
[[nodiscard]] base::Result<std::vector<store::Letter>> letters_to(Machine& machine, std::string_view body);

}  // namespace courtyard::worker
