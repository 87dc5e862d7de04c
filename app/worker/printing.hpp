// Printing with what a home has: its pack, its place, its printer. The store stays closed: whoever prints needs none of
// what was filed.
#pragma once

#include <filesystem>
#include <vector>

#include "app/printer/printer.hpp"
#include "app/printing/compose.hpp"
#include "app/worker/home.hpp"

namespace courtyard::worker {

struct PrintRoom {
    pack::Pack pack;
    printing::Place place;
    std::optional<printer::Config> printer;
};
// The pack is believed by its signature; that none older was put back is looked after by whoever opens the store.
// Errors of home_parts.hpp.
[[nodiscard]] base::Result<PrintRoom> print_room_of(const Home& home);

// What a printer of this kind is sent. `width`: of a strip, as ESC/POS; nothing: A4, as PDF. Errors of compose(),
// draw_strip(), draw_pages().
[[nodiscard]] base::Result<base::Bytes> printed(const PrintRoom& room, const printing::Order& order,
                                                std::optional<paper::Width> width);
// The same strip as a picture.
[[nodiscard]] base::Result<base::Bytes> printed_as_png(const PrintRoom& room, const printing::Order& order,
                                                       paper::Width width);

// To the room's printer. "printer.none" where it has none; those of printer::send().
[[nodiscard]] base::Result<void> print(const PrintRoom& room, const printing::Order& order);

// A PDF that was made elsewhere, to the printer of this home, which need not be unlocked. Those of printer.hpp;
// "printer.none" also for a printer of narrow rolls; those of read_machine_config.
[[nodiscard]] base::Result<void> print_pdf(const Home& home, base::ByteView pdf, const std::string& title,
                                           const printer::Patience& patience);

// A receipt once more, from pictures of it: paper, a photo, a screen. "print.no_receipt", "print.several_receipts",
// those of symbols_in() and of seal::join_symbols().
[[nodiscard]] base::Result<printing::ReceiptFacts> receipt_in(const std::vector<std::filesystem::path>& pictures);

}  // namespace courtyard::worker
