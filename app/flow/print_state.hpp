// What is being printed for this person. Papers are opt-in; while one is printed everything else goes on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/applicant.hpp"

namespace courtyard::flow {

enum class PrintWhat : std::uint8_t { Receipt, Screening, Topic, Ticket, Leaflet, Form, Test };

// What this machine has. Blank forms need pages.
enum class PrinterKind : std::uint8_t { None, Strip, Pages };

struct PrintOrder {
    PrintWhat what = PrintWhat::Leaflet;
    std::string id;                                            // of a topic or form; the code of a ticket
    domain::ApplicantKind kind = domain::ApplicantKind::Self;  // whose form
    std::vector<std::string> symbols;                          // of a ticket: the small one with its code first
    [[nodiscard]] bool is(PrintWhat other, std::string_view other_id,
                          domain::ApplicantKind other_kind = domain::ApplicantKind::Self) const {
        return what == other && id == other_id && kind == other_kind;
    }
};

enum class Printing : std::uint8_t { NotAsked, Asked, Printed, Failed };

struct PrintWork {
    Printing printing = Printing::NotAsked;
    std::uint64_t ticket = 0;  // of the last Print effect; answers with another one are of another session
    PrintOrder order;          // the last one, for "print it again"
    std::string error;         // code of the last failure
};

}  // namespace courtyard::flow
