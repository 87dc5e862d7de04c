#include "app/shell/kiosk_declines.hpp"

#include "app/shell/kiosk_opening.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

void KioskDeclines::operator()(flow::File& file) const {
    domain::wipe(file.application);
    tell(flow::FilingFailed{file.ticket, code});
}

void KioskDeclines::operator()(flow::LookUpProgress& look_up) const {
    base::wipe(look_up.code);
    tell(flow::ProgressFailed{look_up.ticket, code});
}

void KioskDeclines::operator()(const flow::IssueTicket& issue) const { tell(flow::TicketFailed{issue.ticket, code}); }

void KioskDeclines::operator()(flow::KeepDraft& keep) const { flow::wipe(keep.draft); }

void KioskDeclines::operator()(flow::PackTicket& pack) const {
    flow::wipe(pack.draft);
    tell(flow::TicketFailed{pack.ticket, code});
}

void KioskDeclines::operator()(flow::OpenTicket& open) const {
    base::wipe(open.code);
    tell(flow::TicketFailed{open.ticket, code});
}

void KioskDeclines::operator()(const flow::EndSession&) const { eyes.end_session(); }

void KioskDeclines::operator()(flow::Print& print) const {
    wipe_secrets(print);
    tell(flow::PrintFailed{print.ticket, "printer.failed"});
}

void KioskDeclines::operator()(flow::EyesEffect& effect) const {
    const auto* slip = std::get_if<flow::HandInSlip>(&effect);
    if (slip != nullptr)
        tell(flow::SlipRefused{slip->ticket, code});
    else
        eyes.ask(effect);
}

void KioskDeclines::operator()(flow::TryPin& knock) const { steward.judge(knock, os::now()); }

void KioskDeclines::operator()(const flow::LookAtHealth& look) const {
    steward.tell_health(look, nullptr, trouble_of(code), os::now());
}

void KioskDeclines::operator()(const flow::TestPrinter& test) const { printing.test(test, os::monotonic_ms()); }

void KioskDeclines::operator()(const flow::AskForStick& ask) const { tell(flow::Carried{ask.ticket, "carry.closed"}); }

void KioskDeclines::operator()(flow::RaiseAlert& alert) const { base::wipe(alert.contact); }

void KioskDeclines::operator()(const flow::CheckMachine&) const { tell(flow::TroubleChanged{trouble_of(code), code}); }

}  // namespace courtyard::shell
