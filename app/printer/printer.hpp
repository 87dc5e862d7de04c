// Sends a paper to the machine's printer. Every wait has an end; whoever cannot wait that long runs it in a process of
// its own (app/shell/print_process.hpp).
//
// Errors, each with a sentence in the pack under the same key:
//   printer.none         no printer is set up, or it is not connected
//   printer.paper_out    it says so before or during printing, or CUPS does
//   printer.cover_open
//   printer.busy         somebody else holds it, or it takes nothing more for too long
//   printer.unreachable  nobody answers at its address, or CUPS does not run
//   printer.failed       the line was cut in the middle, or anything else
//   printer.folder       kind "file": the folder cannot be written
//   printer.taken_back   whoever asked for it does not wait for it any more (Patience::asker); nobody is told
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "app/printer/config.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::printer {

struct Patience {
    int connect_ms = 3'000;  // until a printer on the network answers
    int status_ms = 400;     // until a printer says how it is; many never do
    int stall_ms = 8'000;    // it takes nothing, neither full nor gone
    int whole_ms = 60'000;   // of one paper
    int queue_ms = 25'000;   // until CUPS has printed or says what is wrong; then it may go on by itself
    // The end of a pipe into which the answer will go, or -1. When nobody holds its other end any more, nothing goes
    // on by itself: what CUPS has is cancelled.
    int asker = -1;
};

// `bytes`: ESC/POS where the config has a width, else PDF. `name`: neutral, of the print job. CHECKs nothing of it.
[[nodiscard]] base::Result<void> send(const Config& config, base::ByteView bytes, const std::string& name,
                                      const Patience& patience = {});

[[nodiscard]] std::span<const std::string_view> error_codes();

}  // namespace courtyard::printer
