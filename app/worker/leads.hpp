// Leads on the court's laptops: people whom another body handed over, or of whom somebody heard. A lead is no
// application and becomes none: it calls for somebody to tell the person, and remembers what came of it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/lead.hpp"
#include "app/flow/case_view.hpp"
#include "app/flow/lead_view.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

inline constexpr std::string_view kLeadKind = "lead", kLeadStepKind = "lead_step";

struct LeadEntry {
    cases::LeadView view;
    std::string source;                     // who handed it over: the body by its name in the roster, or in words
    std::optional<base::PersonId> partner;  // whose mailbox hears of it; nothing: it came by paper
    std::optional<cases::LeadTask> task;
    std::vector<cases::LeadMatch> matches;  // cases that may be the same person's
    std::vector<flow::LeadTwin> twins;      // other leads that may be of the same person
};

// Open ones first, those that are due sooner first. "inbox.role" for who may not read the intake.
[[nodiscard]] base::Result<std::vector<LeadEntry>> list_leads(Machine& machine);
// The same without the cases that may match, for whoever has those in memory (case_book.hpp).
[[nodiscard]] base::Result<std::vector<LeadEntry>> leads_alone(Machine& machine);
// By the first characters (4 or more) of its id. "lead.short", "lead.unknown", "lead.ambiguous".
[[nodiscard]] base::Result<LeadEntry> find_lead(Machine& machine, std::string_view id);

// "fact.on.future": what is told of has not happened yet by this laptop's clock.
base::Result<void> must_have_come(const Machine& machine, domain::Date day, base::Instant now);

// One that came by paper or word of mouth. "lead.payload" names what is missing; those of must_have_come.
[[nodiscard]] base::Result<base::RecordId> note_lead(Machine& machine, cases::Lead lead, base::Instant now,
                                                     base::Random& random);
// What was done with it; its body hears how far it came, and nothing of what the person said. "lead.closed": it is
// settled, and must be opened again first. "lead.open": it is not. "lead.words": ended or opened again without saying
// why. "lead.application": "applied" names nothing. What it names is an application of this court, or a
// case that was opened by word of mouth. Those of must_have_come.
// "lead.other_person": another name stands on that, and nobody who applies there has the lead's; not where whoever
// signs was shown both names and says that it is the same person.
enum class SamePerson : std::uint8_t { Asked, Said };
[[nodiscard]] base::Result<base::RecordId> step_lead(Machine& machine, std::string_view lead, cases::LeadStep step,
                                                     base::Instant now, base::Random& random,
                                                     SamePerson sure = SamePerson::Asked);

// A case by word of mouth out of a lead, which stands at "applied" by it at once. What of it is the lead's own a form
// begins with (cases::opening_of). Errors of open_case, and of step_lead before anything is opened.
[[nodiscard]] base::Result<cases::CaseId> open_case_of_lead(Machine& machine, std::string_view lead,
                                                            const cases::Fields& fields, base::Instant now,
                                                            base::Random& random,
                                                            std::span<const base::Bytes> pictures = {});

// The newest that was said of the lead, the lead itself included, where it was said here and has not left: it can be
// taken back.
[[nodiscard]] base::Result<std::optional<base::RecordId>> unsent_of_lead(Machine& machine, const base::RecordId& lead);
// Takes it back as if it had not been, with what its body was to hear of it. Returns the lead. "undo.sent",
// "undo.followed": something came after it; "undo.others": it is nothing of a lead, or was not said here.
base::Result<base::RecordId> undo_of_lead(Machine& machine, const base::RecordId& said);

// What goes with the opening of this case when that is taken back.
[[nodiscard]] base::Result<flow::WithOpening> with_opening(Machine& machine, const cases::CaseId& about);
// undo() of case_acts.hpp; with the opening of a case goes that a lead's person applied by it, and that its application
// was received, where only the opening said so. Also "undo.followed":
// something came after that in the lead.
base::Result<void> undo_with_lead(Machine& machine, const cases::CaseId& about, const cases::FactId& fact);

// What a record of these kinds is, when it has come into the intake. A lead by a partner is of that body, whatever it
// says; a step is by a person of the court. "lead.payload", "lead.author".
base::Result<void> describe_lead(const Machine& machine, const seal::Opened& opened, store::Letter& letter);

}  // namespace courtyard::worker
