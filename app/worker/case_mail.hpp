// Records of the box "cases" on this laptop: facts, each sealed to a key of its case, and those keys, each sealed to
// one person. What cannot be opened is kept as it came; a key that comes later opens it.
#pragma once

#include "app/worker/arrival.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// The key of a case for one person: {"case":"<id>","epoch":1,"key":"<64 hex>"}.
inline constexpr std::string_view kCaseKeyKind = "case_key";

// Puts a record of the box where it belongs. A key opens what waited for it.
base::Result<store::Kept> take_case_record(Machine& machine, const store::Transaction& inside, const Arrival& came);

// A record of a case that was made here: it lies here at once, opened.
base::Result<void> keep_own_case_record(Machine& machine, const store::Transaction& inside, const base::RecordId& id,
                                        const base::RecordId& about, std::string_view kind, base::ByteView record,
                                        std::string_view body, base::Instant now,
                                        const std::optional<base::RecordId>& notice = {});

// A picture of a case that was made here: known to be one, and opened when somebody looks at it.
base::Result<void> keep_own_case_picture(Machine& machine, const store::Transaction& inside, const base::RecordId& id,
                                         const base::RecordId& about, const base::Digest& picture,
                                         base::ByteView record, base::Instant now);

// Seals something to one person of the court, for the box of cases, and keeps it as everybody else's laptop has it:
// closed; a stick takes it along from here. `about`: the case that it belongs to, with which it is taken back. The
// caller wipes the payload.
base::Result<void> send_to_person(Machine& machine, const store::Transaction& inside, std::string_view kind,
                                  std::string& payload, const mail::Person& to, base::Instant now, base::Random& random,
                                  const std::optional<base::RecordId>& about = {});

// After mail has come: cases that this person is no longer on are forgotten, and on the laptop of who gives keys,
// registrars and leaders whom whoever opened the case did not know join it, whoever joined gets the case's keys and
// whoever left is locked out of what follows; and who is helped twice is asked about (doubles.hpp). Looks only at cases
// that are different since the last time (case_reader.hpp). Returns how many records it made.
base::Result<std::size_t> settle_cases(Machine& machine, base::Instant now, base::Random& random);
// The same for one case. One that this person has left by an act of their own is forgotten when that act is on its way:
// until then it can be taken back.
base::Result<std::size_t> settle_case(Machine& machine, const base::RecordId& about, base::Instant now,
                                      base::Random& random);
// After mail has left: the cases that were waited with.
base::Result<void> forget_left_cases(Machine& machine);

}  // namespace courtyard::worker
