// Codes held before the camera or read by a scanner: one event, decided by its first characters.
#include <algorithm>

#include "app/flow/kiosk_moves.hpp"
#include "app/flow/scan_parts.hpp"

namespace courtyard::flow {

namespace {

constexpr std::string_view kReceipt = "CYR1";      // FORMAT.md, section 7
constexpr std::string_view kApplication = "CYA1";  // FORMAT.md, section 8
constexpr std::string_view kTicket = "CYT1";       // FORMAT.md: a ticket's code
constexpr std::string_view kDraft = "CYD1";        // and the sealed draft
constexpr std::size_t kScanTextMax = 640;
constexpr std::string_view kAlphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

// Where a code may come: not in the middle of an application, where it would throw a person off what they write.
bool expects_scan(Page page) {
    switch (page) {
        case Page::Attract:
        case Page::Home:
        case Page::ProgressCode:
        case Page::Progress:
        case Page::Resume:
        case Page::Scan: return true;
        default: return false;
    }
}

}  // namespace

void Moves::wipe_scan() {
    for (auto& [number, text] : session().eyes.scan.parts)
        base::wipe(text);
    session().eyes.scan = ScanWork{};
}

void Moves::on(const OpenedScan&) {
    if (page() != Page::ProgressCode && page() != Page::Home && page() != Page::Resume) return;
    if (page() != Page::Resume) {  // a ticket's code waits for its symbols
        base::wipe(session().edit.text);
        session().edit = {};
    }
    go({Page::Scan});
    look(LookFor::Codes);
}

void Moves::on(const Scanned& event) {
    const bool sound = !event.text.empty() && event.text.size() <= kScanTextMax &&
                       event.text.find_first_not_of(kAlphanumeric) == std::string::npos;
    if (!expects_scan(page()) || !sound) return;
    if (event.text.starts_with(kReceipt))
        take_receipt_code(event.text);
    else if (event.text.starts_with(kApplication))
        take_part(event.text);
    else
        take_other_code(event.text);
}

void Moves::take_receipt_code(const std::string& text) {
    if (session().progress.look_up == LookUp::Asked) return;
    wipe_progress();
    base::wipe(session().edit.text);
    session().edit = {};
    if (page() == Page::Scan || page() == Page::Progress) back();
    if (page() == Page::Attract) replace({Page::Home});
    if (page() == Page::Home) go({Page::ProgressCode});
    if (page() != Page::ProgressCode) return;
    ProgressWork& work = session().progress;
    work.look_up = LookUp::Asked;
    work.ticket = ++state_.tickets;
    effects_.push_back(LookUpProgress{work.ticket, text});
}

// One symbol of an application: it is the court's, and this machine can carry it there when it has them all.
void Moves::take_part(const std::string& text) {
    ScanWork& scan = session().eyes.scan;
    if (scan.hand_in == ScanWork::HandIn::Asked || scan.hand_in == ScanWork::HandIn::Done) return;
    const auto label = part_label(text, kApplication);
    if (!label) {
        show_scan("eyes.scan.other");
        return;
    }
    if (scan.set != label->set || scan.total != label->total) wipe_scan();
    scan.set = label->set;
    scan.total = label->total;
    scan.last = label->part;
    scan.parts[label->part] = text;
    scan.hand_in = ScanWork::HandIn::No;
    show_scan(scan.parts.size() == static_cast<std::size_t>(scan.total) ? "eyes.scan.application_whole"
                                                                        : "eyes.scan.application");
}

// To the page where a ticket is opened, from wherever its code was held.
bool Moves::go_to_resume() {
    if (session().ticket.look_up == LookUp::Asked) return false;
    if (page() == Page::Scan) back();
    if (page() == Page::Progress || page() == Page::ProgressCode) {
        wipe_progress();
        replace({Page::Home});
    }
    if (page() == Page::Attract) replace({Page::Home});
    if (page() == Page::Home) {
        std::vector<std::string> scanned = std::move(session().ticket.scanned);
        on(OpenedResume{});
        session().ticket.scanned = std::move(scanned);
    }
    return page() == Page::Resume;
}

// A ticket's own code opens it at once; symbols of a draft wait for the code, on the page where they were held. Any
// other beginning: whoever adds a kind of code asks for its prefix here first.
void Moves::take_other_code(const std::string& text) {
    if (text.starts_with(kTicket)) {
        const bool waits = page() == Page::Scan && lacks_draft_parts();
        if (!waits && !go_to_resume()) return;
        base::wipe(session().edit.text);
        session().edit = edit_of(text.substr(kTicket.size()));
        if (!waits) on(PressedResume{});
    } else if (part_label(text, kDraft)) {
        take_draft_part(text);
    } else {
        show_scan("eyes.scan.other");
    }
}

bool Moves::lacks_draft_parts() const {
    const auto& scanned = state_.session.ticket.scanned;
    if (scanned.empty()) return false;
    const auto label = part_label(scanned.front(), kDraft);
    return label && scanned.size() < static_cast<std::size_t>(label->total);
}

void Moves::take_draft_part(const std::string& text) {
    constexpr std::size_t kDraftSymbolsMax = 16;
    if (page() != Page::Scan && !go_to_resume()) return;
    auto& scanned = session().ticket.scanned;
    const bool is_new = std::find(scanned.begin(), scanned.end(), text) == scanned.end();
    if (is_new && scanned.size() < kDraftSymbolsMax) scanned.push_back(text);
    const bool is_whole = !lacks_draft_parts();
    if (page() == Page::Scan) session().eyes.scan.word = is_whole ? "eyes.scan.draft_whole" : "eyes.scan.draft";
    if (is_whole && !session().edit.text.empty() && go_to_resume()) on(PressedResume{});
}

void Moves::show_scan(const char* word) {
    session().eyes.scan.word = word;
    if (page() == Page::Attract) replace({Page::Home});
    if (page() != Page::Scan) go({Page::Scan});
}

void Moves::on(const HandedInSlip&) {
    ScanWork& scan = session().eyes.scan;
    if (page() != Page::Scan || scan.total == 0 || scan.parts.size() != static_cast<std::size_t>(scan.total) ||
        scan.hand_in == ScanWork::HandIn::Asked || scan.hand_in == ScanWork::HandIn::Done)
        return;
    stop_looking();
    scan.hand_in = ScanWork::HandIn::Asked;
    scan.ticket = ++state_.tickets;
    HandInSlip effect{scan.ticket, {}};
    for (const auto& [number, text] : scan.parts)
        effect.symbols.push_back(text);
    effects_.push_back(std::move(effect));
}

void Moves::on(const SlipTaken& event) {
    ScanWork& scan = session().eyes.scan;
    if (event.ticket != scan.ticket || scan.hand_in != ScanWork::HandIn::Asked) return;
    scan.hand_in = ScanWork::HandIn::Done;
    scan.was_known = event.was_known;
    scan.word = "eyes.scan.handed_in";
}

void Moves::on(const SlipRefused& event) {
    ScanWork& scan = session().eyes.scan;
    if (event.ticket != scan.ticket || scan.hand_in != ScanWork::HandIn::Asked) return;
    scan.hand_in = ScanWork::HandIn::Failed;
    scan.word = event.code == "recover.foreign" ? "eyes.scan.foreign" : "eyes.scan.not_handed_in";
}

}  // namespace courtyard::flow
