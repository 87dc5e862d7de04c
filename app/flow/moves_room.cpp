// Moving about: the fixed buttons, the guide, help, and what the machine says about itself.
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {

void Moves::go(Place place) {
    if (session().place == place) return;
    if (session().trail.size() == kTrailMax) session().trail.erase(session().trail.begin());
    session().trail.push_back(session().place);
    session().place = std::move(place);
}

void Moves::replace(Place place) { session().place = std::move(place); }

void Moves::back() {
    if (session().trail.empty()) {
        replace({Page::Home});
        return;
    }
    session().place = session().trail.back();
    session().trail.pop_back();
}

void Moves::end_session(Page next) {
    if (session().steward.carry.chore == Chore::Asked) effects_.push_back(LetStickGo{});
    wipe(session());
    session().place.page = is_shut() ? Page::Failure : next;
    effects_.push_back(EndSession{});
}

// Nothing can be told: there is no content, or what there is must not be believed.
bool Moves::is_shut() const { return world_.pack == nullptr || closes_everything(state_.machine.trouble); }

void Moves::on(const PressedHome&) {
    if (page() == Page::Failure && is_shut()) return;
    switch (page()) {
        case Page::Sealing: return;
        case Page::Receipt: on(FinishedReceipt{}); return;
        case Page::ReceiptProof: return;
        case Page::Attract: replace({Page::Home}); return;
        case Page::Harmless: on(LeftHarmlessPage{}); return;
        case Page::Leave: break;
        case Page::StewardDoor:
        case Page::StewardRoom:
        case Page::StewardHealth:
        case Page::StewardPrinter:
        case Page::StewardCarry: end_session(Page::Home); return;
        default:
            // A receipt that is not yet kept is never left behind by going home.
            if (session().filing.receipt) {
                session().trail.clear();
                replace({Page::Receipt});
                return;
            }
            if (draft().kind && session().filing.filing != Filing::Filed) {
                go({Page::Leave});
                return;
            }
    }
    if (!has_something_to_lose(session())) {
        session().trail.clear();
        replace({Page::Home});
        return;
    }
    // Size, contrast and voice stay: it is the same person, still standing there.
    const TextSize size = session().text_size;
    const Contrast contrast = session().contrast;
    const VoiceWork voice = session().voice;
    const bool practice = session().practice;
    end_session(Page::Home);
    session().text_size = size;
    session().contrast = contrast;
    session().voice.loudness = voice.loudness;
    if (voice.on) {
        session().voice.asked = voice.asked;
        on(PressedListen{});
    }
    if (practice) begin_practice();
}

void Moves::on(const PressedBack&) {
    switch (page()) {
        case Page::Sealing:
        case Page::Receipt:
        case Page::Attract:
        case Page::Farewell: return;
        case Page::Harmless: on(LeftHarmlessPage{}); return;
        case Page::Screening: screening_back(); return;
        case Page::Ask: previous(); return;
        case Page::Review: {
            const auto steps = walk(state_, world_);
            if (steps.empty()) return;
            replace({Page::Ask});
            enter_field(steps.back().back(), true);
            return;
        }
        case Page::Ticket:
            if (session().ticket.leaving || session().ticket.stage == TicketStage::PackAsked) {
                session().ticket.leaving = false;
                if (session().ticket.stage == TicketStage::Packed) session().ticket.stage = TicketStage::Issued;
                if (session().ticket.stage == TicketStage::PackAsked)
                    session().ticket.stage = session().ticket.code.empty() ? TicketStage::None : TicketStage::Issued;
            }
            back();
            return;
        case Page::Search:
        case Page::Resume:
        case Page::ProgressCode:
            session().edit = {};
            back();
            return;
        case Page::Progress:
            wipe_progress();
            back();
            return;
        case Page::ReceiptProof:
            session().edit = {};
            session().filing.proof_error.clear();
            replace({Page::Receipt});
            return;
        case Page::Failure:
            if (!is_shut()) back();
            return;
        case Page::StewardDoor:
        case Page::StewardRoom: end_session(Page::Home); return;
        case Page::StewardCarry:
            if (session().steward.carry.chore == Chore::Asked) effects_.push_back(LetStickGo{});
            session().steward.carry = {};
            back();
            return;
        default: back();
    }
}

void Moves::on(const PressedTextSize&) {
    session().text_size = static_cast<TextSize>((static_cast<int>(session().text_size) + 1) % kTextSizes);
}

void Moves::on(const PressedContrast&) {
    session().contrast = session().contrast == Contrast::Calm ? Contrast::High : Contrast::Calm;
}

void Moves::on(const PressedHelp&) {
    switch (page()) {
        case Page::Attract:
        case Page::Harmless:
        case Page::Sealing:
        case Page::Farewell: return;
        default: go({Page::Help});
    }
}

void Moves::on(const PressedQuickExit&) {
    if (page() == Page::Harmless) return;
    end_session(Page::Harmless);
}

void Moves::on(const LeftHarmlessPage&) {
    if (page() == Page::Harmless) replace({Page::Attract});
}

void Moves::on(const SaidGoodbye&) {
    if (page() == Page::Farewell) end_session(Page::Attract);
}

void Moves::on(const OpenedGuide&) {
    if (page() == Page::Home || page() == Page::PaperWay) go({Page::Guide});
}

void Moves::on(const OpenedTopic& event) {
    if ((page() == Page::Guide || page() == Page::Search) && world_.pack->topic(event.id)) go({Page::Topic, event.id});
}

void Moves::on(const OpenedQuestions&) {
    if (page() == Page::Guide) go({Page::Questions});
}

void Moves::on(const OpenedQuestion& event) {
    const bool known = event.n >= 1 && static_cast<std::size_t>(event.n) <= world_.pack->questions.size();
    if (!known) return;
    if (page() == Page::Questions || page() == Page::Search)
        go({Page::Question, {}, event.n});
    else if (page() == Page::Question)
        replace({Page::Question, {}, event.n});
}

void Moves::on(const OpenedSearch&) {
    if (page() != Page::Guide) return;
    session().edit = {};
    go({Page::Search});
}

void Moves::on(const OpenedDoors&) {
    if (page() == Page::Result || page() == Page::Guide || page() == Page::OtherHelp) go({Page::Doors});
}

void Moves::on(const OpenedDoor& event) {
    if (page() != Page::Doors && page() != Page::Result) return;
    if (world_.pack->doors.door(event.id)) go({Page::Door, event.id});
}

void Moves::on(const HeardFromHub& event) { state_.machine.heard_at = event.at; }

void Moves::on(const TroubleChanged& event) {
    const Trouble before = state_.machine.trouble;
    if (before == Trouble::KeepsFailing) return;  // a machine that says it is well has fallen all the same
    const bool was_shut = is_shut();
    state_.machine.trouble = event.trouble;
    state_.machine.trouble_code = event.code;
    if (is_shut()) {
        if (page() != Page::Failure || !was_shut) end_session(Page::Failure);
    } else if (page() == Page::Failure) {
        if (was_shut || session().trail.empty())
            replace({Page::Attract});
        else if (!stops_filing(event.trouble))
            back();
    }
}

}  // namespace courtyard::flow
