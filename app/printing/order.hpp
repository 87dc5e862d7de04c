// What is to be printed, as one value that may travel to the process that prints. It holds a receipt's secrets, so it
// goes through a pipe and is wiped; it is never a file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/applicant.hpp"
#include "app/domain/door.hpp"
#include "app/domain/screening.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"

namespace courtyard::printing {

enum class What : std::uint8_t { Receipt, Screening, Topic, Ticket, Leaflet, Form, Test };
[[nodiscard]] std::string_view name_of(What what);  // "receipt"

// All that a receipt tells. Domain report, section 5.7: no name, no case, no cause.
struct ReceiptFacts {
    std::string number;                // "7K3M-9QXT-2HDA6"
    std::string code;                  // eight groups of four with dashes
    std::string symbol;                // text of the small symbol
    std::vector<std::string> symbols;  // the sealed application; empty: too large for paper
    base::Instant filed;               // 0: not known (printed again from a picture)
    std::int64_t papers = -1;          // handed in with it; -1: not known
    std::int64_t pictures = 0;         // photos that were sealed with it, and are not on the slip
    bool again = false;                // from a picture of an earlier one
};

struct Order {
    What what = What::Test;
    std::string id;  // of a topic; "F1", "F2", "F3" of a form; the code of a ticket in groups, if it is to stand there
    domain::ApplicantKind kind = domain::ApplicantKind::Self;  // whose order of questions F1 follows
    base::Instant at;                                          // when it was asked for
    ReceiptFacts receipt;                                      // Receipt
    domain::ScreeningAnswers answers;                          // Screening; id = kWithAnswers: they are printed, too
    domain::DoorNeeds needs;                                   // Screening: what was told beside them
    std::vector<std::string> symbols;  // Ticket: its symbols, in order; with a code the small one first
};

inline constexpr std::string_view kWithAnswers = "answers";
inline constexpr std::size_t kOrderBytesMax = 64 * 1024;

// JSON. "print.order": names the part that is wrong.
[[nodiscard]] std::string write_order(const Order& order);
[[nodiscard]] base::Result<Order> parse_order(std::string_view json);

void wipe(Order& order) noexcept;

}  // namespace courtyard::printing
