// The tickets of a machine: unfinished work sealed to what the person holds, kept here for a power cut or taken along.
// One session has at most one ticket; its secret lives here in memory and on the person's paper, nowhere else.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/flow/draft.hpp"
#include "app/worker/machine.hpp"
#include "sync/seal/ticket.hpp"

namespace courtyard::worker {

class Tickets {
public:
    // The session's ticket, made if there is none yet.
    const seal::TicketSecret& issue(base::Random& random);
    [[nodiscard]] const std::optional<seal::TicketSecret>& held() const { return secret_; }

    // Seals the draft and keeps it in the store in place of the one before; durable when it returns. Needs a ticket.
    // Errors of the store, "record.too_large".
    base::Result<void> keep(Machine& machine, const flow::Draft& draft, base::Instant now, base::Random& random);
    // The sealed draft as symbols of a slip. "ticket.too_large": more than a slip holds.
    base::Result<std::vector<std::string>> pack(Machine& machine, const flow::Draft& draft, base::Instant now,
                                                base::Random& random);
    // What the ticket opens: the scanned symbols if there are any, else what this machine keeps; nothing when it keeps
    // none. The session goes on with this ticket. Errors of TicketSecret::parse, seal::join_symbols and parse_draft;
    // "ticket.other" when the symbols are of another ticket, "ticket.foreign" when no machine of the court wrote them.
    base::Result<std::optional<flow::Draft>> open(Machine& machine, std::string_view code,
                                                  std::span<const std::string> symbols);
    // The session is over: its draft is written over, and its secret forgotten.
    base::Result<void> forget(Machine& machine, base::Instant now, base::Random& random);

private:
    std::optional<seal::TicketSecret> secret_;
};

// Fills the places that were never used with what nobody can open, so that a place in use looks like any other. For
// idle times; true when there was something to do.
base::Result<bool> fill_draft_places(Machine& machine, base::Instant now, base::Random& random);

}  // namespace courtyard::worker
