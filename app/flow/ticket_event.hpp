// The ticket: unfinished work that leaves in the person's hand. Included by kiosk_event.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/flow/draft.hpp"

namespace courtyard::flow {

// A person.
struct AskedForTicket {};   // before the form: "yes, give me one"
struct DeclinedTicket {};   // "no, I fill it in at once"
struct TookTicket {};       // it was photographed or printed: on with the form, or goodbye
struct PressedTakeAway {};  // leaving the form: with the ticket
struct ShowedTicketSymbol {
    int index = 0;
};                        // 0: the small one with the code
struct OpenedResume {};   // from home
struct PressedResume {};  // with the code that was typed, and what was scanned

// The worker.
struct TicketIssued {
    std::uint64_t ticket = 0;
    std::string code, code_qr;
};
struct TicketPacked {
    std::uint64_t ticket = 0;
    std::string code, code_qr;
    std::vector<std::string> symbols;  // the draft itself, for any machine of the court
};
struct TicketFailed {
    std::uint64_t ticket = 0;
    std::string code;  // of the error: a word key
};
struct DraftOpened {
    std::uint64_t ticket = 0;
    Draft draft;
    std::string code, code_qr;
};
struct DraftNotHere {
    std::uint64_t ticket = 0;
};  // no draft of this code on this machine: the large symbols are needed

}  // namespace courtyard::flow
