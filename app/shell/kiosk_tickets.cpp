#include "app/shell/kiosk_tickets.hpp"

#include "sync/os/clock.hpp"

namespace courtyard::shell {

std::string text_of(const seal::SecretBytes& secret) { return std::string(base::as_text(secret.view())); }

void KioskTickets::issue(const flow::IssueTicket& issue) {
    const seal::TicketSecret& secret = tickets_.issue(room_.random());
    tell_(flow::TicketIssued{issue.ticket, text_of(secret.code()), text_of(secret.qr_text())});
}

bool KioskTickets::keep(flow::KeepDraft& keep, Draft draft) {
    const auto kept = tickets_.held() && draft == Draft::Kept
                          ? tickets_.keep(room_.machine(), keep.draft, os::now(), room_.random())
                          : base::Result<void>{};
    flow::wipe(keep.draft);
    return kept.has_value();
}

void KioskTickets::pack(flow::PackTicket& pack, Draft draft) {
    if (draft == Draft::Practised) {
        flow::wipe(pack.draft);
        tell_(flow::TicketFailed{pack.ticket, "practice.never"});
        return;
    }
    auto symbols = tickets_.pack(room_.machine(), pack.draft, os::now(), room_.random());
    flow::wipe(pack.draft);
    if (!symbols) {
        tell_(flow::TicketFailed{pack.ticket, symbols.error().code});
        return;
    }
    const seal::TicketSecret& secret = *tickets_.held();
    tell_(flow::TicketPacked{pack.ticket, text_of(secret.code()), text_of(secret.qr_text()), std::move(*symbols)});
}

void KioskTickets::open(flow::OpenTicket& open) {
    auto draft = tickets_.open(room_.machine(), open.code, open.symbols);
    base::wipe(open.code);
    if (!draft) {
        tell_(flow::TicketFailed{open.ticket, draft.error().code});
    } else if (!*draft) {
        tell_(flow::DraftNotHere{open.ticket});
    } else {
        const seal::TicketSecret& secret = *tickets_.held();
        tell_(flow::DraftOpened{open.ticket, std::move(**draft), text_of(secret.code()), text_of(secret.qr_text())});
    }
}

bool KioskTickets::forget() { return tickets_.forget(room_.machine(), os::now(), room_.random()).has_value(); }

void KioskTickets::fill_places() {
    if (filled_) return;
    filled_ = true;
    (void)worker::fill_draft_places(room_.machine(), os::now(), room_.random());
}

}  // namespace courtyard::shell
