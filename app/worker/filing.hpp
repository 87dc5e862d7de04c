// Filing: an application becomes one sealed, signed, durable record; then, and only then, there is a receipt.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/answer.hpp"
#include "app/domain/check.hpp"
#include "app/domain/screening.hpp"
#include "app/worker/machine.hpp"
#include "app/worker/receipt.hpp"

namespace courtyard::worker {

// What a person hands in. The one who gives it wipes it (domain::wipe); file() wipes everything that it makes of it.
struct Submission {
    domain::Application application;  // consents (F3.x) are among the answers
    std::optional<domain::ScreeningAnswers>
        screening;                          // as answered; what follows from it is computed anew by the court
    std::vector<std::string> helper_typed;  // codes of fields that somebody else typed
};

// The problems that keep an application from being filed; warnings do not. Empty: it can be filed.
[[nodiscard]] std::vector<domain::Problem> problems_of(const pack::Pack& pack, const domain::Application& application,
                                                       base::Instant now);

// Whether file() would take it: its first errors, without filing anything. For callers that must prepare something
// first.
[[nodiscard]] base::Result<void> may_file(Machine& machine, const Submission& submission, base::Instant now);

// One durable transaction: record id, sealed record, outbox row, the author's chain. Nothing of the application stays
// here in any form that this machine could read. Errors: "application.problem" names the first problem in the pack's
// words, "filing.kind" this machine's home may not file, "record.too_large", those of the store: then nothing was
// filed.
[[nodiscard]] base::Result<Receipt> file(Machine& machine, const Submission& submission, base::Instant now,
                                         base::Random& random);

// For the first moment after start and for idle times: makes record ids durable ahead of need and tidies the store, so
// that the filing itself costs exactly one fdatasync.
base::Result<void> prepare_filing(Machine& machine, base::Random& random);

// The JSON that courtyardctl takes: {"F1.01":…} or {"answers":{…},"screening":{…}}. Errors of app/pack.
[[nodiscard]] base::Result<Submission> parse_submission(const pack::Pack& pack, std::string_view json);
void wipe(Submission& submission) noexcept;

}  // namespace courtyard::worker
