// Printing. A paper that does not come out takes nothing with it: the receipt stays where it is, and the page of the
// trouble leads back to it.
#include <algorithm>

#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {
namespace {

// Pages on which somebody is in the middle of something that must not be covered.
bool is_in_the_middle(Page page) {
    switch (page) {
        case Page::Screening:
        case Page::Who:
        case Page::Notice:
        case Page::Consent:
        case Page::Ask:
        case Page::Review:
        case Page::ConfirmAlone:
        case Page::Sealing:
        case Page::Leave: return true;
        default: return false;
    }
}

}  // namespace

bool Moves::may_print(const PrintOrder& order) {
    switch (order.what) {
        case PrintWhat::Receipt: return session().filing.receipt.has_value();
        case PrintWhat::Screening: return !session().screening.answered.empty();
        case PrintWhat::Topic: return world_.pack->topic(order.id) != nullptr;
        case PrintWhat::Ticket: return !order.symbols.empty() && !session().ticket.code.empty();
        case PrintWhat::Form: return world_.printer == PrinterKind::Pages;
        case PrintWhat::Leaflet:
        case PrintWhat::Test: return true;
    }
    return false;
}

void Moves::print(PrintOrder order) {
    PrintWork& work = session().printing;
    if (work.printing == Printing::Asked || world_.printer == PrinterKind::None || !may_print(order)) return;
    base::wipe(work.order.id);
    for (std::string& symbol : work.order.symbols)
        base::wipe(symbol);
    work.printing = Printing::Asked;
    work.ticket = ++state_.tickets;
    work.error.clear();
    work.order = std::move(order);
    Print effect;
    effect.ticket = work.ticket;
    effect.order = work.order;
    effect.asked_at = now_;
    if (work.order.what == PrintWhat::Receipt) effect.receipt = session().filing.receipt;
    if (work.order.what == PrintWhat::Screening) {
        effect.answers = session().screening.answers;
        effect.needs = session().screening.needs;
    }
    effects_.push_back(std::move(effect));
}

void Moves::on(const OpenedTakeHome&) {
    if (page() == Page::Home || page() == Page::Guide || page() == Page::PaperWay) go({Page::TakeHome});
}

void Moves::on(const PressedPrint& event) { print(event.order); }

void Moves::on(const PressedPrintAgain&) {
    if (page() != Page::PrintTrouble || session().printing.printing != Printing::Failed) return;
    back();
    print(session().printing.order);
}

void Moves::on(const PaperPrinted& event) {
    PrintWork& work = session().printing;
    if (work.printing != Printing::Asked || event.ticket != work.ticket) return;
    work.printing = Printing::Printed;
    stop_waiting();
}

void Moves::on(const PrintFailed& event) {
    PrintWork& work = session().printing;
    if (work.printing != Printing::Asked || event.ticket != work.ticket) return;
    work.printing = Printing::Failed;
    work.error = event.code;
    stop_waiting();
    if (!is_in_the_middle(page()) && page() != Page::PrintTrouble) go({Page::PrintTrouble});
}

void Moves::stop_waiting() {
    for (std::string* error : {&session().filing.proof_error, &session().ticket.error})
        if (*error == kStillPrinting) error->clear();
}

bool Moves::waits_for_paper() {
    const PrintWork& work = session().printing;
    const bool to_keep = work.order.what == PrintWhat::Receipt || work.order.what == PrintWhat::Ticket;
    if (work.printing != Printing::Asked || !to_keep) return false;
    // The session's end would stop the paper half-way.
    (work.order.what == PrintWhat::Receipt ? session().filing.proof_error : session().ticket.error) = kStillPrinting;
    return true;
}

}  // namespace courtyard::flow
