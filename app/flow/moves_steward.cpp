// The steward's door and what lies behind it; practice.
#include <algorithm>

#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {

std::string_view name_of(HealthItem item) {
    switch (item) {
        case HealthItem::Disk: return "disk";
        case HealthItem::Clock: return "clock";
        case HealthItem::Store: return "store";
        case HealthItem::Pack: return "pack";
        case HealthItem::Contact: return "contact";
        case HealthItem::Mail: return "mail";
        case HealthItem::Printer: return "printer";
        case HealthItem::Camera: return "camera";
        case HealthItem::Sound: return "sound";
    }
    return "disk";
}

bool is_behind_door(Page page) {
    return page == Page::StewardRoom || page == Page::StewardHealth || page == Page::StewardPrinter ||
           page == Page::StewardCarry;
}

bool is_practice(const KioskState& state) { return state.machine.practice || state.session.practice; }

Receipt sample_receipt(base::Instant now) {
    Receipt sample;
    sample.number = "0000-0000-00000";
    sample.code = "0000-0000-0000-0000-0000-0000-0000-0000";
    sample.code_qr = "COURTYARD PRACTICE";
    sample.filed_at = now;
    return sample;
}

// The door is found where nobody has begun anything: on the first page.
void Moves::on(const HeldSeal&) {
    if (page() != Page::Home || has_something_to_lose(session())) return;
    session().steward = {};
    go({Page::StewardDoor});
}

void Moves::on(const TypedPin& event) {
    StewardWork& work = session().steward;
    const bool digit = event.digit >= '0' && event.digit <= '9';
    if (page() != Page::StewardDoor || !digit || work.knock == Knock::Asked || work.pin.size() >= kPinDigitsMax) return;
    if (work.pin.empty() && work.knock == Knock::Wrong) work.knock = Knock::Ready;
    work.pin.reserve(kPinDigitsMax);  // never moved, so never left behind
    work.pin.push_back(event.digit);
}

void Moves::on(const ErasedPin&) {
    StewardWork& work = session().steward;
    if (page() != Page::StewardDoor || work.knock == Knock::Asked || work.pin.empty()) return;
    work.pin.back() = '0';
    work.pin.pop_back();
}

void Moves::on(const SentPin&) {
    StewardWork& work = session().steward;
    if (page() != Page::StewardDoor || work.knock == Knock::Asked || work.pin.size() < kPinDigitsMin) return;
    if (now_ < work.closed_until) return;
    work.knock = Knock::Asked;
    work.ticket = ++state_.tickets;
    effects_.push_back(TryPin{work.ticket, work.pin});
    base::wipe(work.pin);
    work.pin.clear();
}

void Moves::on(const PinJudged& event) {
    StewardWork& work = session().steward;
    if (page() != Page::StewardDoor || work.knock != Knock::Asked || event.ticket != work.ticket) return;
    work.closed_until = event.closed_until;
    switch (event.verdict) {
        case PinVerdict::Right:
            work.knock = Knock::Ready;
            work.inside = true;
            replace({Page::StewardRoom});
            return;
        case PinVerdict::Wrong:
        case PinVerdict::TooSoon: work.knock = Knock::Wrong; return;
        case PinVerdict::NoPin: work.knock = Knock::NoPin; return;
        case PinVerdict::Refused: work.knock = Knock::Refused; return;
    }
}

void Moves::on(const OpenedHealth&) {
    StewardWork& work = session().steward;
    if ((page() != Page::StewardRoom && page() != Page::StewardHealth) || !work.inside) return;
    work.health.clear();
    work.health_ticket = ++state_.tickets;
    effects_.push_back(LookAtHealth{work.health_ticket});
    go({Page::StewardHealth});
}

void Moves::on(const HealthTold& event) {
    StewardWork& work = session().steward;
    if (work.inside && event.ticket == work.health_ticket) work.health = event.lines;
}

void Moves::on(const OpenedPrinterTest&) {
    if (page() != Page::StewardRoom || !session().steward.inside) return;
    session().steward.printer = {};
    go({Page::StewardPrinter});
}

void Moves::on(const PressedPrinterTest&) {
    ChoreWork& work = session().steward.printer;
    if (page() != Page::StewardPrinter || work.chore == Chore::Asked) return;
    work = {Chore::Asked, ++state_.tickets, {}};
    effects_.push_back(TestPrinter{work.ticket});
}

void Moves::on(const PrinterTested& event) {
    ChoreWork& work = session().steward.printer;
    if (work.chore != Chore::Asked || event.ticket != work.ticket) return;
    work.chore = event.code.empty() ? Chore::Done : Chore::Failed;
    work.code = event.code;
}

void Moves::on(const OpenedCarry&) {
    if ((page() != Page::StewardRoom && page() != Page::StewardCarry) || !session().steward.inside) return;
    ChoreWork& work = session().steward.carry;
    if (work.chore == Chore::Asked) return;
    work = {Chore::Asked, ++state_.tickets, {}};
    effects_.push_back(AskForStick{work.ticket});
    go({Page::StewardCarry});
}

void Moves::on(const Carried& event) {
    ChoreWork& work = session().steward.carry;
    if (work.chore != Chore::Asked || event.ticket != work.ticket) return;
    work.chore = event.code.empty() ? Chore::Done : Chore::Failed;
    work.code = event.code;
}

// A new session that is practice from its first page on.
void Moves::on(const StartedPractice&) {
    if (page() != Page::StewardRoom || !session().steward.inside) return;
    end_session(Page::Home);
    begin_practice();
}

void Moves::on(const EndedPractice&) {
    if (session().practice) end_session(Page::Attract);
}

void Moves::begin_practice() {
    session().practice = true;
    effects_.push_back(Practise{});
}

// Nothing is filed; the receipt shows how one looks, and says nothing that could be taken for one.
void Moves::show_sample_receipt() {
    FilingWork& filing = session().filing;
    filing.filing = Filing::Filed;
    filing.ticket = 0;
    filing.receipt = sample_receipt(now_);
    filing.shown_symbol = 0;
    domain::wipe(draft().application);
    draft() = DraftWork{};
    session().screening = ScreeningWork{};
    session().trail.clear();
    replace({Page::Receipt});
}

}  // namespace courtyard::flow
