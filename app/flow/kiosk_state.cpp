#include "app/flow/kiosk_state.hpp"

#include <array>

#include "sync/base/bytes.hpp"

namespace courtyard::flow {

std::string_view name_of(Page page) {
    static constexpr std::array<std::string_view, kPages> kNames{"attract",
                                                                 "home",
                                                                 "guide",
                                                                 "topic",
                                                                 "questions",
                                                                 "question",
                                                                 "search",
                                                                 "screening",
                                                                 "urgent",
                                                                 "other_help",
                                                                 "result",
                                                                 "doors",
                                                                 "door",
                                                                 "why_slip",
                                                                 "who",
                                                                 "notice",
                                                                 "consent",
                                                                 "paper_way",
                                                                 "ask",
                                                                 "review",
                                                                 "confirm_alone",
                                                                 "sealing",
                                                                 "receipt",
                                                                 "receipt_proof",
                                                                 "progress_code",
                                                                 "progress",
                                                                 "farewell",
                                                                 "leave",
                                                                 "help",
                                                                 "harmless",
                                                                 "ticket_offer",
                                                                 "ticket",
                                                                 "resume",
                                                                 "take_home",
                                                                 "print_trouble",
                                                                 "photo",
                                                                 "stick",
                                                                 "photo_view",
                                                                 "scan",
                                                                 "steward_door",
                                                                 "steward_room",
                                                                 "steward_health",
                                                                 "steward_printer",
                                                                 "steward_carry",
                                                                 "failure"};
    return kNames[static_cast<std::size_t>(page)];
}

std::string_view name_of(Trouble trouble) {
    switch (trouble) {
        case Trouble::None: return "none";
        case Trouble::DiskFull: return "disk_full";
        case Trouble::DiskReadOnly: return "disk_read_only";
        case Trouble::StoreDamaged: return "store_damaged";
        case Trouble::PackBad: return "pack_bad";
        case Trouble::PackUnsigned: return "pack_unsigned";
        case Trouble::PackOld: return "pack_old";
        case Trouble::UpdateNeeded: return "update_needed";
        case Trouble::ClockWrong: return "clock_wrong";
        case Trouble::KeepsFailing: return "keeps_failing";
    }
    return "none";
}

bool stops_filing(Trouble trouble) {
    switch (trouble) {
        case Trouble::None:
        case Trouble::PackOld:
        case Trouble::UpdateNeeded:
        case Trouble::ClockWrong: return false;
        case Trouble::DiskFull:
        case Trouble::DiskReadOnly:
        case Trouble::StoreDamaged:
        case Trouble::PackBad:
        case Trouble::PackUnsigned:
        case Trouble::KeepsFailing: return true;
    }
    return true;
}

bool has_something_to_lose(const Session& session) {
    return session.draft.kind || !session.screening.answered.empty() || session.filing.filing != Filing::NotAsked ||
           !session.edit.text.empty() || !session.eyes.photos.empty() || session.eyes.scan.total != 0 ||
           session.progress.look_up != LookUp::NotAsked || session.ticket.look_up != LookUp::NotAsked ||
           !session.ticket.scanned.empty();
}

void wipe(Session& session) noexcept {
    domain::wipe(session.draft.application);
    base::wipe(session.edit.text);
    wipe(session.writing);
    base::wipe(session.draft.date.year);
    base::wipe(session.steward.pin);
    if (session.filing.receipt) {
        Receipt& receipt = *session.filing.receipt;
        base::wipe(receipt.number);
        base::wipe(receipt.code);
        base::wipe(receipt.code_qr);
        for (std::string& symbol : receipt.symbols)
            base::wipe(symbol);
    }
    base::wipe(session.printing.order.id);
    for (std::string& symbol : session.printing.order.symbols)
        base::wipe(symbol);
    wipe(session.eyes);
    base::wipe(session.progress.found.said);
    base::wipe(session.progress.found.case_number);
    for (std::string& paper : session.progress.found.papers)
        base::wipe(paper);
    base::wipe(session.ticket.code);
    base::wipe(session.ticket.code_qr);
    for (std::string& symbol : session.ticket.symbols)
        base::wipe(symbol);
    for (std::string& symbol : session.ticket.scanned)
        base::wipe(symbol);
    session = Session{};
}

}  // namespace courtyard::flow
