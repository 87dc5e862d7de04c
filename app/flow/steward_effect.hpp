// What the steward's door asks of the worker.
#pragma once

#include <cstdint>
#include <string>

namespace courtyard::flow {

// PinJudged. `pin` is to be wiped.
struct TryPin {
    std::uint64_t ticket = 0;
    std::string pin;
};
// HealthTold.
struct LookAtHealth {
    std::uint64_t ticket = 0;
};
// PrinterTested.
struct TestPrinter {
    std::uint64_t ticket = 0;
};
// The next stick that is plugged in takes the mail there and brings what it holds: Carried.
struct AskForStick {
    std::uint64_t ticket = 0;
};
struct LetStickGo {};
// Until the session ends nothing may be filed, whatever comes: the worker's own lock beside that of the moves.
struct Practise {};

}  // namespace courtyard::flow
