// The ticket: offered before the form, kept up while it is filled in, taken along when somebody leaves, opened again.
#include <algorithm>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {

namespace {

bool is_in_hand(TicketStage stage) { return stage == TicketStage::Issued || stage == TicketStage::Packed; }

}  // namespace

void Moves::begin_form() {
    const auto steps = walk(state_, world_);
    if (page() == Page::Consent)
        go({Page::Ask});
    else
        replace({Page::Ask});
    if (draft().asking.field.empty() && !steps.empty())
        enter_field(steps.front().front(), false);
    else
        enter(draft().asking);
}

void Moves::on(const AskedForTicket&) {
    TicketWork& work = session().ticket;
    if (is_practice(state_)) return on(DeclinedTicket{});  // nothing of a practice is kept or taken along
    if (page() != Page::TicketOffer || work.stage != TicketStage::None) return;
    work.stage = TicketStage::Asked;
    work.ticket = ++state_.tickets;
    work.error.clear();
    effects_.push_back(IssueTicket{work.ticket});
}

void Moves::on(const DeclinedTicket&) {
    if (page() == Page::TicketOffer) begin_form();
}

void Moves::on(const TicketIssued& event) {
    TicketWork& work = session().ticket;
    if (work.stage != TicketStage::Asked || event.ticket != work.ticket) return;
    work.stage = TicketStage::Issued;
    work.code = event.code;
    work.code_qr = event.code_qr;
    if (page() == Page::TicketOffer) replace({Page::Ticket});
    keep_draft();
}

void Moves::on(const PressedTakeAway&) {
    TicketWork& work = session().ticket;
    if (page() != Page::Leave || !world_.reads_symbols || !draft().kind || work.stage == TicketStage::PackAsked) return;
    if (is_practice(state_)) return;
    keep();  // what stands in the field goes along, accepted or not: its question says what is wrong with it
    work.stage = TicketStage::PackAsked;
    work.ticket = ++state_.tickets;
    work.error.clear();
    work.leaving = true;
    work.shown_symbol = 0;
    effects_.push_back(PackTicket{work.ticket, draft_of(session())});
    replace({Page::Ticket});
}

void Moves::on(const TicketPacked& event) {
    TicketWork& work = session().ticket;
    if (work.stage != TicketStage::PackAsked || event.ticket != work.ticket) return;
    work.stage = TicketStage::Packed;
    work.code = event.code;
    work.code_qr = event.code_qr;
    work.symbols = event.symbols;
}

void Moves::on(const TicketFailed& event) {
    TicketWork& work = session().ticket;
    if (event.ticket != work.ticket) return;
    work.error = event.code;
    if (work.look_up == LookUp::Asked) work.look_up = LookUp::Failed;
    if (work.stage == TicketStage::Asked) work.stage = TicketStage::None;
    if (work.stage == TicketStage::PackAsked) {
        // Nothing leaves, so nothing is lost: back to where the person was.
        work.stage = work.code.empty() ? TicketStage::None : TicketStage::Issued;
        work.leaving = false;
        if (page() == Page::Ticket) replace({Page::Leave});
    }
}

void Moves::on(const TookTicket&) {
    TicketWork& work = session().ticket;
    if (page() != Page::Ticket || !is_in_hand(work.stage)) return;
    if (!work.leaving)
        begin_form();
    else if (!waits_for_paper())
        end_session(Page::Farewell);
}

void Moves::on(const ShowedTicketSymbol& event) {
    TicketWork& work = session().ticket;
    if (page() != Page::Ticket || !is_in_hand(work.stage)) return;
    work.shown_symbol = std::clamp(event.index, 0, static_cast<int>(work.symbols.size()));
}

// Power may fail at any moment: whoever holds a ticket loses at most the answer that is being given.
void Moves::keep_draft() {
    if (is_in_hand(session().ticket.stage) && draft().kind && !is_practice(state_))
        effects_.push_back(KeepDraft{draft_of(session())});
}

void Moves::on(const OpenedResume&) {
    if (page() != Page::Home) return;
    session().ticket = TicketWork{};
    session().edit = {};
    go({Page::Resume});
}

void Moves::on(const PressedResume&) {
    TicketWork& work = session().ticket;
    if (page() != Page::Resume || work.look_up == LookUp::Asked) return;
    if (session().edit.text.empty()) {
        work.error = "receipt.empty";
        return;
    }
    if (!may_apply()) return;
    work.look_up = LookUp::Asked;
    work.error.clear();
    work.ticket = ++state_.tickets;
    effects_.push_back(OpenTicket{work.ticket, session().edit.text, work.scanned});
}

void Moves::on(const DraftNotHere& event) {
    TicketWork& work = session().ticket;
    if (work.look_up != LookUp::Asked || event.ticket != work.ticket) return;
    work.look_up = LookUp::NotKnown;
    work.error = world_.reads_symbols ? "ticket.not_here" : "ticket.elsewhere";
}

void Moves::on(const DraftOpened& event) {
    TicketWork& work = session().ticket;
    if (work.look_up != LookUp::Asked || event.ticket != work.ticket || page() != Page::Resume) return;
    if (!form().path(event.draft.kind)) {
        work.look_up = LookUp::Failed;
        work.error = "ticket.other_form";
        return;
    }
    base::wipe(session().edit.text);
    session().edit = {};
    const Draft& opened = event.draft;
    if (opened.screened) {
        ScreeningWork screening;
        screening.answers = opened.screening;
        for (const std::string_view key : domain::screening_keys())
            screening.answered.emplace(key);
        screening.done = true;
        session().screening = std::move(screening);
    }
    draft() = DraftWork{};
    draft().kind = opened.kind;
    draft().application = opened.application;
    ask_court_for_lost_photos();
    draft().settled = settle(draft().application, form(), opened.kind, session().screening);
    for (const domain::Field* consent : consents_offered(state_, world_))
        draft().settled.insert(consent->code);
    draft().typed_by_helper = opened.typed_by_helper;
    draft().seen = opened.seen;
    work = TicketWork{};
    work.stage = TicketStage::Issued;
    work.code = event.code;
    work.code_qr = event.code_qr;
    session().trail = {{Page::Home}};
    const domain::Field* at = form().field(opened.at);
    const auto steps = walk(state_, world_);
    const bool asked = at != nullptr && std::any_of(steps.begin(), steps.end(), [&](const auto& step) {
                           return std::find(step.begin(), step.end(), opened.at) != step.end();
                       });
    if (opened.at.empty() || steps.empty()) {
        to_review();
        return;
    }
    replace({Page::Ask});
    enter_field(asked ? opened.at : steps.front().front(), false);
}

}  // namespace courtyard::flow
