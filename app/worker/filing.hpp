// Filing: an application becomes one sealed, signed, durable record; then, and only then, there is a receipt.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/answer.hpp"
#include "app/domain/check.hpp"
#include "app/domain/screening.hpp"
#include "app/pack/filing_json.hpp"
#include "app/worker/attachment.hpp"
#include "app/worker/machine.hpp"
#include "app/worker/receipt.hpp"

namespace courtyard::worker {

// What a person hands in: the consents (F3.x) are among the answers, the screening is as answered, because the court
// computes anew what follows from it. The one who gives it wipes it (wipe); file() wipes everything that it makes of
// it.
using Submission = pack::Filing;

// Whether file() would take it, without filing anything: "application.problem" with its first errors; else the
// warnings, in the order of the form, for the one who files: what is odd, and what will not be filed because the form
// does not ask it here. They keep nothing from being filed. pack::sentence() has their words.
[[nodiscard]] base::Result<std::vector<domain::Problem>> may_file(Machine& machine, const Submission& submission,
                                                                  base::Instant now);

// One durable transaction: record id, sealed record, outbox row, the author's chain. Nothing of the application stays
// here in any form that this machine could read. Errors: "application.problem" names the first problem in the pack's
// words, "filing.kind" this machine's home may not file, "record.too_large", those of the store: then nothing was
// filed.
[[nodiscard]] base::Result<Receipt> file(Machine& machine, const Submission& submission, base::Instant now,
                                         base::Random& random);
// The same with photos of papers, in the same transaction: all is durable, or nothing was filed. Also the errors of
// may_attach(). Without attachments the record is the same, byte for byte.
[[nodiscard]] base::Result<Receipt> file(Machine& machine, const Submission& submission,
                                         std::span<const Attachment> attachments, base::Instant now,
                                         base::Random& random);

// For the first moment after start and for idle times: makes record ids durable ahead of need and tidies the store, so
// that the filing itself costs exactly one fdatasync.
base::Result<void> prepare_filing(Machine& machine, base::Random& random);

// How many papers of the form's list were handed in here; those that the court shall get and those that are missing do
// not count.
[[nodiscard]] std::size_t papers_given(const domain::FormDefinition& form, const domain::Application& application);

// The JSON that courtyardctl takes. Errors: those of pack::parse_filing.
[[nodiscard]] base::Result<Submission> parse_submission(const pack::Pack& pack, std::string_view json);
void wipe(Submission& submission) noexcept;

}  // namespace courtyard::worker
