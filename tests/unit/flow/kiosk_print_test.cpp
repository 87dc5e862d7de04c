// Printing: nothing waits for it, nothing is lost by it, and nothing of it outlives the person.
#include <doctest/doctest.h>

#include "tests/unit/flow/kiosk_walker.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using domain::ApplicantKind;
using test::Walker;

namespace {

const PrintOrder kReceiptPaper{PrintWhat::Receipt, {}, {}, {}};
const PrintOrder kLeaflet{PrintWhat::Leaflet, {}, {}, {}};

std::vector<Print> prints(std::vector<Effect> effects) {
    std::vector<Print> all;
    for (Effect& effect : effects)
        if (auto* print = std::get_if<Print>(&effect)) all.push_back(std::move(*print));
    return all;
}

// On the receipt's page, at a kiosk with this printer.
Walker filed(PrinterKind printer) {
    Walker walker;
    const File file = walker.file(ApplicantKind::Self);
    walker.play(Filed{file.ticket, Walker::receipt()});
    walker.use_printer(printer);
    static_cast<void>(walker.take_effects());
    return walker;
}

}  // namespace

TEST_CASE("a receipt is printed only when somebody presses, once at a time, with all that stands on it") {
    Walker walker = filed(PrinterKind::Strip);
    CHECK(walker.page() == Page::Receipt);
    CHECK(walker.session().printing.printing == Printing::NotAsked);
    walker.play(PressedPrint{kReceiptPaper});
    walker.play(PressedPrint{kReceiptPaper});
    const auto asked = prints(walker.take_effects());
    REQUIRE(asked.size() == 1);
    REQUIRE(asked[0].receipt.has_value());
    CHECK(asked[0].receipt->code == Walker::receipt().code);
    CHECK(asked[0].receipt->symbols == Walker::receipt().symbols);
    CHECK(walker.page() == Page::Receipt);  // the page stays usable
    walker.play(ShowedSymbol{1});
    CHECK(walker.session().filing.shown_symbol == 1);
    walker.play(PaperPrinted{asked[0].ticket});
    CHECK(walker.session().printing.printing == Printing::Printed);
    walker.play(PressedPrint{kReceiptPaper});  // once more
    CHECK(prints(walker.take_effects()).size() == 1);
}

TEST_CASE("every trouble of the printer opens its page, and the receipt is still there behind it") {
    for (const char* code : {"printer.none", "printer.paper_out", "printer.cover_open", "printer.busy",
                             "printer.unreachable", "printer.failed", "paper.glyph"}) {
        CAPTURE(code);
        Walker walker = filed(PrinterKind::Strip);
        walker.play(PressedPrint{kReceiptPaper});
        const auto asked = prints(walker.take_effects());
        walker.play(PrintFailed{asked.at(0).ticket, code});
        CHECK(walker.page() == Page::PrintTrouble);
        CHECK(walker.session().printing.error == code);
        REQUIRE(walker.session().filing.receipt.has_value());
        CHECK(walker.session().filing.receipt->code == Walker::receipt().code);
        walker.play(PressedHelp{});
        walker.play(PressedBack{});
        CHECK(walker.page() == Page::PrintTrouble);
        walker.play(PressedPrintAgain{});
        CHECK(walker.page() == Page::Receipt);
        const auto again = prints(walker.take_effects());
        REQUIRE(again.size() == 1);
        CHECK(again[0].ticket != asked[0].ticket);
        CHECK(again[0].receipt->code == Walker::receipt().code);
        walker.play(PrintFailed{asked[0].ticket, "late"});  // the first one's answer is nobody's any more
        CHECK(walker.session().printing.printing == Printing::Asked);
        walker.play(PrintFailed{again[0].ticket, code});
        walker.play(PressedBack{});
        CHECK(walker.page() == Page::Receipt);
        CHECK(walker.session().filing.receipt.has_value());
    }
}

TEST_CASE("home and idling do not take a receipt away that was not kept, from whatever page behind it") {
    for (const bool by_help : {false, true}) {
        Walker walker = filed(PrinterKind::Strip);
        if (by_help) {
            walker.play(PressedHelp{});
        } else {
            walker.play(PressedPrint{kReceiptPaper});
            walker.play(PrintFailed{prints(walker.take_effects()).at(0).ticket, "printer.paper_out"});
        }
        walker.wait_ms(kIdleWipeMs + 1);
        walker.tick();
        CHECK(walker.session().filing.receipt.has_value());
        walker.play(Touched{});
        walker.play(PressedHome{});
        CHECK(walker.page() == Page::Receipt);
        walker.wait_ms(kReceiptWipeMs);
        walker.tick();
        CHECK(walker.page() == Page::Attract);
        CHECK_FALSE(walker.session().filing.receipt.has_value());
    }
}

TEST_CASE("the session does not end in the middle of printing its receipt, but the quick exit does not wait") {
    for (const bool prints_well : {true, false}) {
        Walker walker = filed(PrinterKind::Strip);
        walker.play(PressedPrint{kReceiptPaper});
        const auto ticket = prints(walker.take_effects()).at(0).ticket;
        walker.play(FinishedReceipt{});
        walker.play(SaidPhotographed{});
        CHECK(walker.page() == Page::ReceiptProof);
        CHECK(walker.session().filing.proof_error == "print.still_printing");
        if (prints_well)
            walker.play(PaperPrinted{ticket});
        else
            walker.play(PrintFailed{ticket, "printer.failed"});
        CHECK(walker.session().filing.proof_error.empty());
        if (!prints_well) {
            CHECK(walker.page() == Page::PrintTrouble);
            walker.play(PressedBack{});
        }
        walker.play(SaidPhotographed{});
        CHECK(walker.page() == Page::Farewell);
    }
    Walker walker = filed(PrinterKind::Strip);
    walker.play(PressedPrint{kReceiptPaper});
    const auto ticket = prints(walker.take_effects()).at(0).ticket;
    walker.play(PressedQuickExit{});
    CHECK(walker.page() == Page::Harmless);
    const auto effects = walker.take_effects();
    CHECK(std::any_of(effects.begin(), effects.end(),
                      [](const Effect& effect) { return std::holds_alternative<EndSession>(effect); }));
    walker.play(PrintFailed{ticket, "printer.paper_out"});  // of somebody who has left
    CHECK(walker.page() == Page::Harmless);
    CHECK(walker.session().printing.printing == Printing::NotAsked);
}

TEST_CASE("papers to take home: forms need a page printer, what is unknown is not printed, and filing goes on") {
    Walker walker;
    walker.use_printer(PrinterKind::Strip);
    walker.play(PressedNext{});
    walker.play(OpenedGuide{});
    walker.play(OpenedTakeHome{});
    CHECK(walker.page() == Page::TakeHome);
    walker.play(PressedPrint{{PrintWhat::Form, "F1", {}, {}}});
    walker.play(PressedPrint{{PrintWhat::Topic, "none", {}, {}}});
    walker.play(PressedPrint{kReceiptPaper});
    walker.play(PressedPrint{{PrintWhat::Screening, {}, {}, {}}});
    walker.play(PressedPrint{{PrintWhat::Ticket, {}, {}, {}}});
    CHECK(prints(walker.take_effects()).empty());
    walker.use_printer(PrinterKind::Pages);
    walker.play(PressedPrint{{PrintWhat::Form, "F1", ApplicantKind::Joint, {}}});
    const auto asked = prints(walker.take_effects());
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].order.kind == ApplicantKind::Joint);
    // Somebody who is in the middle of the form is not interrupted by the trouble.
    walker.play(PressedHome{});
    walker.play(OpenedApplication{});
    CHECK(walker.page() == Page::Screening);
    walker.play(PrintFailed{asked[0].ticket, "printer.busy"});
    CHECK(walker.page() == Page::Screening);
    CHECK(walker.session().printing.error == "printer.busy");
}

TEST_CASE("a kiosk without a printer asks nobody to print") {
    Walker walker = filed(PrinterKind::None);
    walker.play(PressedPrint{kReceiptPaper});
    walker.play(PressedPrint{kLeaflet});
    CHECK(prints(walker.take_effects()).empty());
    CHECK(walker.page() == Page::Receipt);
}
