// Handing over, the receipt, and asking what became of it.
#include <algorithm>

#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {

void Moves::on(const PressedSubmit&) {
    if (page() != Page::Review || session().filing.filing != Filing::NotAsked || !draft().kind) return;
    judge_all();
    if (domain::has_errors(draft().problems) || must_stop()) return;
    if (!draft().typed_by_helper.empty() && !draft().confirmed_alone) {
        go({Page::ConfirmAlone});
        return;
    }
    file();
}

void Moves::on(const ConfirmedAlone&) {
    if (page() != Page::ConfirmAlone || session().filing.filing != Filing::NotAsked) return;
    judge_all();
    back();
    if (domain::has_errors(draft().problems)) return;
    draft().confirmed_alone = true;
    file();
}

void Moves::file() {
    COURTYARD_CHECK(session().filing.filing == Filing::NotAsked);
    if (is_practice(state_)) return show_sample_receipt();
    if (!may_apply()) return;
    FilingWork& filing = session().filing;
    filing.filing = Filing::Asked;
    filing.ticket = ++state_.tickets;
    filing.error.clear();
    File effect;
    effect.ticket = filing.ticket;
    effect.kind = *draft().kind;
    effect.application = domain::normal(form(), draft().application, today());
    effect.screened = !session().screening.answered.empty();
    if (effect.screened) {
        effect.screening_answers = session().screening.answers;
        effect.screening = domain::screen(world_.pack->screening, effect.screening_answers);
    }
    effect.typed_by_helper = draft().typed_by_helper;
    effect.confirmed_alone = draft().confirmed_alone;
    effect.asked_at = now_;
    effect.photos = photos_to_file();
    effects_.push_back(std::move(effect));
    replace({Page::Sealing});
}

void Moves::on(const Filed& event) {
    FilingWork& filing = session().filing;
    if (filing.filing != Filing::Asked || event.ticket != filing.ticket || page() != Page::Sealing) return;
    filing.filing = Filing::Filed;
    filing.receipt = event.receipt;
    filing.shown_symbol = 0;
    // Sealed: what was typed is not needed any more, not even on this screen.
    domain::wipe(draft().application);
    draft() = DraftWork{};
    session().screening = ScreeningWork{};
    wipe(session().eyes);
    base::wipe(session().edit.text);
    session().edit = {};
    session().trail.clear();
    replace({Page::Receipt});
}

void Moves::on(const FilingFailed& event) {
    FilingWork& filing = session().filing;
    if (filing.filing != Filing::Asked || event.ticket != filing.ticket) return;
    filing.filing = Filing::NotAsked;
    filing.error = event.code;
    if (event.code == "attachment.room") give_up_photos();
    if (page() == Page::Sealing) replace({Page::Review});
    effects_.push_back(CheckMachine{});
}

void Moves::on(const DeliveryChanged& event) {
    FilingWork& filing = session().filing;
    if (filing.receipt && event.ticket == filing.ticket) filing.receipt->delivery = event.delivery;
}

void Moves::on(const ShowedSymbol& event) {
    FilingWork& filing = session().filing;
    if (page() != Page::Receipt || !filing.receipt) return;
    filing.shown_symbol = std::clamp(event.index, 0, static_cast<int>(filing.receipt->symbols.size()));
}

void Moves::on(const FinishedReceipt&) {
    if (page() != Page::Receipt) return;
    session().edit = {};
    session().filing.proof_error.clear();
    replace({Page::ReceiptProof});
}

void Moves::on(const SaidPhotographed&) {
    if (page() == Page::ReceiptProof && !waits_for_paper()) end_session(Page::Farewell);
}

void Moves::on(const GaveProof&) {
    const auto& receipt = session().filing.receipt;
    if (page() != Page::ReceiptProof || !receipt) return;
    const auto dash = receipt->code.rfind('-');
    const std::string last = receipt->code.substr(dash == std::string::npos ? 0 : dash + 1);
    if (!last.empty() && session().edit.text == last) {
        if (!waits_for_paper()) end_session(Page::Farewell);
    } else {
        session().filing.proof_error = "receipt.proof_differs";
    }
}

void Moves::on(const OpenedProgress&) {
    if (page() != Page::Home && page() != Page::Progress) return;
    wipe_progress();
    session().edit = {};
    if (page() == Page::Home)
        go({Page::ProgressCode});
    else
        back();
}

void Moves::wipe_progress() {
    ProgressWork& work = session().progress;
    base::wipe(work.found.said);
    base::wipe(work.found.case_number);
    for (std::string& paper : work.found.papers)
        base::wipe(paper);
    for (domain::DayWord& each : work.found.call_words)
        base::wipe(each.word);
    work = ProgressWork{};
}

void Moves::on(const PressedLookUp&) {
    ProgressWork& work = session().progress;
    if (page() != Page::ProgressCode || work.look_up == LookUp::Asked) return;
    if (session().edit.text.empty()) {
        work.error = "receipt.empty";
        return;
    }
    work.look_up = LookUp::Asked;
    work.error.clear();
    work.ticket = ++state_.tickets;
    effects_.push_back(LookUpProgress{work.ticket, session().edit.text});
}

void Moves::on(const FoundProgress& event) {
    ProgressWork& work = session().progress;
    if (work.look_up != LookUp::Asked || event.ticket != work.ticket || page() != Page::ProgressCode) return;
    work.look_up = LookUp::Found;
    work.found = event.found;
    base::wipe(session().edit.text);
    session().edit = {};
    go({Page::Progress});
}

void Moves::on(const ProgressNotKnown& event) {
    ProgressWork& work = session().progress;
    if (work.look_up != LookUp::Asked || event.ticket != work.ticket || page() != Page::ProgressCode) return;
    work.look_up = LookUp::NotKnown;
    work.found = {};
    work.found.as_of = event.as_of;
    work.found.call_words = event.call_words;
    base::wipe(session().edit.text);
    session().edit = {};
    go({Page::Progress});
}

void Moves::on(const ProgressFailed& event) {
    ProgressWork& work = session().progress;
    if (work.look_up != LookUp::Asked || event.ticket != work.ticket) return;
    work.look_up = LookUp::Failed;
    work.error = event.code;
}

}  // namespace courtyard::flow
