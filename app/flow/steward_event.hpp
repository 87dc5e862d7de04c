// What happens at and behind the steward's door.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/flow/steward_state.hpp"

namespace courtyard::flow {

// The steward.
struct HeldSeal {};  // the court's seal of the first page was held for some seconds
struct TypedPin {
    char digit = '0';
};
struct ErasedPin {};
struct SentPin {};
struct OpenedHealth {};
struct OpenedPrinterTest {};
struct PressedPrinterTest {};
struct OpenedCarry {};  // asks for the stick at once
struct StartedPractice {};
struct EndedPractice {};  // ends the session, too

// The worker.
enum class PinVerdict : std::uint8_t { Right, Wrong, TooSoon, NoPin, Refused };
struct PinJudged {
    std::uint64_t ticket = 0;
    PinVerdict verdict = PinVerdict::Wrong;
    base::Instant closed_until;  // the next PIN is looked at from then on
};
struct HealthTold {
    std::uint64_t ticket = 0;
    std::vector<HealthLine> lines;
};
struct PrinterTested {
    std::uint64_t ticket = 0;
    std::string code;  // empty: printed
};
struct Carried {
    std::uint64_t ticket = 0;
    std::string code;  // empty: the stick may be taken out
};

}  // namespace courtyard::flow
