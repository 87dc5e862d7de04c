#include "app/flow/kiosk_update.hpp"

#include <algorithm>

#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {
namespace {

struct Limits {
    std::int64_t warn_ms = 0;  // 0: never warned
    std::int64_t wipe_ms = 0;  // 0: nothing to wipe
};

Limits limits_of(const Session& session) {
    switch (session.place.page) {
        case Page::Attract:
        case Page::Failure: return {};
        case Page::Farewell: return {0, kFarewellMs};
        case Page::Harmless: return {0, kIdleWipeMs};
        case Page::StewardCarry: return {0, kReceiptWipeMs};  // somebody walks to the machine with a stick
        case Page::Receipt:
        case Page::ReceiptProof:
        case Page::Ticket: return {kReceiptWarnMs, kReceiptWipeMs};
        default:
            // A receipt or ticket that is not yet kept waits longer, also behind the pages that can be opened from it.
            if (session.filing.receipt || (session.place.page == Page::PrintTrouble && !session.ticket.code.empty()))
                return {kReceiptWarnMs, kReceiptWipeMs};
            return {has_something_to_lose(session) ? kIdleWarnMs : 0, kIdleWipeMs};
    }
}

// Until when somebody is known to have been there: whoever listens is, as long as it speaks.
base::Instant seen_at(const KioskState& state) {
    const VoiceWork& voice = state.session.voice;
    const bool listens = voice.speaking && state.session.curtain == Curtain::Open;
    return listens ? std::max(state.last_touch, voice.since + kSpeechMsMax) : state.last_touch;
}

}  // namespace

bool is_of_person(const Event& event) {
    return !(std::holds_alternative<Ticked>(event) || std::holds_alternative<Filed>(event) ||
             std::holds_alternative<FilingFailed>(event) || std::holds_alternative<FoundProgress>(event) ||
             std::holds_alternative<ProgressNotKnown>(event) || std::holds_alternative<ProgressFailed>(event) ||
             std::holds_alternative<DeliveryChanged>(event) || std::holds_alternative<HeardFromHub>(event) ||
             std::holds_alternative<TroubleChanged>(event) || std::holds_alternative<TicketIssued>(event) ||
             std::holds_alternative<TicketPacked>(event) || std::holds_alternative<TicketFailed>(event) ||
             std::holds_alternative<DraftOpened>(event) || std::holds_alternative<DraftNotHere>(event) ||
             std::holds_alternative<ReadPage>(event) || std::holds_alternative<ReadMore>(event) ||
             std::holds_alternative<SaidTouch>(event) || std::holds_alternative<SpeechEnded>(event) ||
             std::holds_alternative<ReadInk>(event) || std::holds_alternative<SpelledOut>(event) ||
             std::holds_alternative<FoundForms>(event) || std::holds_alternative<FoundByRadical>(event) ||
             std::holds_alternative<WritingFailed>(event) || std::holds_alternative<PaperPrinted>(event) ||
             std::holds_alternative<PrintFailed>(event) || std::holds_alternative<CameraSaw>(event) ||
             std::holds_alternative<CameraFailed>(event) || std::holds_alternative<TookPhoto>(event) ||
             std::holds_alternative<PhotoFailed>(event) || std::holds_alternative<ListedStick>(event) ||
             std::holds_alternative<StickFailed>(event) || std::holds_alternative<SlipTaken>(event) ||
             std::holds_alternative<SlipRefused>(event) || std::holds_alternative<PinJudged>(event) ||
             std::holds_alternative<HealthTold>(event) || std::holds_alternative<PrinterTested>(event) ||
             std::holds_alternative<Carried>(event));
}

KioskState start(base::Instant now, Trouble trouble, std::string trouble_code) {
    KioskState state;
    state.now = state.last_touch = now;
    state.machine.trouble = trouble;
    state.machine.trouble_code = std::move(trouble_code);
    if (closes_everything(trouble)) state.session.place.page = Page::Failure;
    return state;
}

Updated update(KioskState state, const Event& event, base::Instant now, const KioskWorld& world) {
    Updated updated{std::move(state), {}};
    KioskState& s = updated.state;
    s.now = now;
    if (s.last_touch > now) s.last_touch = now;  // the clock was set back
    if (is_of_person(event)) {
        // A press that arrives after the deadline belongs to the next person: the session is ended first.
        if (const Limits limits = limits_of(s.session); limits.wipe_ms != 0 && now - seen_at(s) >= limits.wipe_ms) {
            Moves(s, updated.effects, now, world).on(Ticked{});
            s.last_touch = now;
            return updated;
        }
        s.last_touch = now;
        s.session.curtain = Curtain::Open;
    }
    const bool needs_words = s.session.place.page == Page::Failure && !world.pack;
    if (needs_words && !std::holds_alternative<TroubleChanged>(event) && !std::holds_alternative<HeardFromHub>(event))
        return updated;
    std::visit(
        [&](const auto& what) {
            Moves moves(s, updated.effects, now, world);
            moves.on(what);
            moves.settle_eyes();
        },
        event);
    return updated;
}

KioskState start_without_content(base::Instant now, Trouble trouble, std::string trouble_code) {
    KioskState state = start(now, trouble, std::move(trouble_code));
    state.session.place.page = Page::Failure;
    return state;
}

std::optional<base::Instant> next_deadline(const KioskState& state) {
    const Limits limits = limits_of(state.session);
    const StewardWork& steward = state.session.steward;
    const bool waits = state.session.place.page == Page::StewardDoor && steward.closed_until > state.now;
    if (waits) return std::min(steward.closed_until, state.last_touch + limits.wipe_ms);
    std::optional<base::Instant> next;
    if (limits.warn_ms != 0 && state.session.curtain == Curtain::Open)
        next = seen_at(state) + limits.warn_ms;
    else if (limits.wipe_ms != 0)
        next = seen_at(state) + limits.wipe_ms;
    const auto& shoot_at = state.session.eyes.camera.shoot_at;
    if (shoot_at && (!next || *shoot_at < *next)) next = shoot_at;
    return next;
}

void Moves::on(const Ticked&) {
    const CameraWork& camera = session().eyes.camera;
    if (camera.shoot_at && now_ >= *camera.shoot_at && camera.looking == Looking::Live) shoot();
    const Limits limits = limits_of(session());
    const std::int64_t idle = now_ - seen_at(state_);
    if (limits.wipe_ms != 0 && idle >= limits.wipe_ms) {
        end_session(Page::Attract);
    } else if (limits.warn_ms != 0 && idle >= limits.warn_ms) {
        session().curtain = Curtain::Warning;
    }
}

}  // namespace courtyard::flow
