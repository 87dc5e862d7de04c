// Printing: what a person presses, and what the worker answers.
#pragma once

#include <cstdint>
#include <string>

#include "app/flow/print_state.hpp"

namespace courtyard::flow {

struct OpenedTakeHome {};  // the list of papers to take home
struct PressedPrint {
    PrintOrder order;
};
struct PressedPrintAgain {};  // on the page of a printer's trouble

// Worker.
struct PaperPrinted {
    std::uint64_t ticket = 0;
};
struct PrintFailed {
    std::uint64_t ticket = 0;
    std::string code;  // "printer.paper_out" and so on: app/printer/printer.hpp; "paper.glyph"
};

}  // namespace courtyard::flow
