#include "app/flow/desk_update.hpp"

#include <algorithm>
#include <utility>

#include "app/domain/text.hpp"
#include "app/flow/case_update.hpp"
#include "app/flow/double_update.hpp"
#include "app/flow/help_desk.hpp"
#include "app/flow/lead_update.hpp"
#include "app/flow/row_search.hpp"
#include "app/flow/scan_parts.hpp"
#include "app/flow/year_desk.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::flow {

namespace {

// Everything that a locked laptop must not keep. Who it belongs to may be seen by anyone who finds it.
void lock(DeskStep& step) {
    std::vector<KeptDraft> drafts = drafts_behind_lock(step.state);
    const AnswerDraft& answer = step.state.draft;
    const bool is_answering = step.state.place == DeskPlace::Answer || step.state.place == DeskPlace::Confirm;
    DeskState fresh;
    fresh.lost_answer = is_answering && step.state.waiting != DeskWait::Sign &&
                        !(answer.text.empty() && answer.number.empty() && answer.papers.empty());
    fresh.now = step.state.now;
    fresh.last_touch = step.state.last_touch;
    fresh.person = std::move(step.state.person);
    fresh.role = std::move(step.state.role);
    fresh.court = std::move(step.state.court);
    fresh.text_size = step.state.text_size;
    fresh.contrast = step.state.contrast;
    for (std::string* text : {&step.state.passphrase, &step.state.search, &step.state.paper})
        base::wipe(*text);
    if (step.state.sheet) wipe(*step.state.sheet);
    wipe(step.state.draft);
    wipe(step.state.cases);
    wipe(step.state.leads);
    if (step.state.recovery.looking != Looking::No) step.effects.push_back(desk::StopLookingForSlip{});
    for (InboxRow& row : step.state.rows)
        base::wipe(row.name);
    for (AlertRow& alert : step.state.alerts)
        base::wipe(alert.contact);
    for (DoubleRow& row : step.state.doubles.view.open) {
        base::wipe(row.applicant);
        if (row.other) base::wipe(row.other->applicant);
        for (std::string& who : row.who)
            base::wipe(who);
    }
    step.state = std::move(fresh);
    step.effects.push_back(desk::Lock{std::move(drafts)});
}

std::optional<base::RecordId> chosen_id(const DeskState& state) {
    const std::vector<std::size_t> shown = shown_rows(state);
    if (state.chosen >= shown.size()) return std::nullopt;
    return state.rows[shown[state.chosen]].id;
}

// New rows come in above: the mark stays on the application on which it was.
void take_rows(DeskState& state, const desk::LoadedInbox& loaded) {
    const std::optional<base::RecordId> before = chosen_id(state);
    state.rows = loaded.rows;
    state.index = loaded.index;
    know_cases(state);
    const std::vector<std::size_t> shown = shown_rows(state);
    state.chosen = shown.empty() ? 0 : std::min(state.chosen, shown.size() - 1);
    for (std::size_t i = 0; before && i < shown.size(); ++i) {
        if (state.rows[shown[i]].id == *before) state.chosen = i;
    }
}

void open_row(DeskStep& step, const base::RecordId& id) {
    if (step.state.busy()) return;
    step.state.waiting = DeskWait::Sheet;
    step.state.problem.clear();
    step.state.cases.undo.reset();
    step.effects.push_back(desk::LoadSheet{id});
}

void replace_row(DeskState& state, const InboxRow& row) {
    for (InboxRow& known : state.rows) {
        if (known.id != row.id) continue;
        const auto of_case = known.of_case;
        known = row;
        known.of_case = of_case;
    }
}

bool is_waiting_for(DeskState& state, DeskWait answer) {
    if (state.waiting != answer) return false;
    state.waiting = DeskWait::Nothing;
    return true;
}

void add_paper(DeskState& state) {
    const std::string name(domain::trim(state.paper));
    std::vector<std::string>& papers = state.draft.papers;
    const bool is_new = std::find(papers.begin(), papers.end(), name) == papers.end();
    if (name.empty() || (is_new && papers.size() >= kDeskPapersMax)) return;
    if (is_new) papers.push_back(name);
    base::wipe(state.paper);
    state.paper.clear();
}

// One overload per event. An event that does not fit the place is let fall: two fast touches must not sign twice.
class Update {
public:
    explicit Update(DeskStep& step) : step_(step), state_(step.state) {}

    void operator()(const desk::Ticked&) const {
        if (state_.place != DeskPlace::Unlock && state_.now - state_.last_touch >= kDeskLockMs) lock(step_);
        forget_undo_in_time(state_);
    }
    void operator()(const desk::Touched&) const { state_.last_touch = state_.now; }

    void operator()(const desk::PressedTextSize&) const {
        state_.text_size = static_cast<TextSize>((static_cast<int>(state_.text_size) + 1) % kTextSizes);
    }
    void operator()(const desk::PressedContrast&) const {
        state_.contrast = state_.contrast == Contrast::Calm ? Contrast::High : Contrast::Calm;
    }

    void operator()(const desk::NoticedCapsLock& noticed) const { state_.caps_lock = noticed.on; }
    void operator()(const desk::TypedPassphrase& typed) const {
        if (state_.place != DeskPlace::Unlock || state_.busy()) return;
        base::wipe(state_.passphrase);
        state_.passphrase = typed.text;
        state_.problem.clear();
    }
    void operator()(const desk::PressedUnlock&) const {
        if (state_.place != DeskPlace::Unlock || state_.busy() || state_.passphrase.empty()) return;
        state_.waiting = DeskWait::Unlock;
        state_.problem.clear();
        step_.effects.push_back(desk::Unlock{state_.passphrase});
        base::wipe(state_.passphrase);
        state_.passphrase.clear();
    }
    void operator()(const desk::PressedLock&) const {
        if (state_.place != DeskPlace::Unlock) lock(step_);
    }
    void operator()(const desk::Unlocked& who) const {
        if (!is_waiting_for(state_, DeskWait::Unlock)) return;
        state_.person = who.person;
        state_.role = who.role;
        state_.court = who.court;
        state_.place = DeskPlace::Today;
        state_.last_touch = state_.now;
        state_.problem = std::exchange(state_.lost_answer, false) ? "desk.answer.lost" : "";
        state_.help = false;
        state_.caps_lock = false;
        state_.waiting = reads_intake(state_) ? DeskWait::Inbox : DeskWait::Nothing;
        if (reads_intake(state_)) step_.effects.push_back(desk::LoadInbox{});
        step_.effects.push_back(desk::ListCases{});
    }
    void operator()(const desk::UnlockFailed& failed) const {
        if (is_waiting_for(state_, DeskWait::Unlock)) state_.problem = failed.code;
    }

    void operator()(const desk::LoadedInbox& loaded) const {
        if (state_.place == DeskPlace::Unlock) return;
        is_waiting_for(state_, DeskWait::Inbox);
        take_rows(state_, loaded);
        state_.alerts = loaded.alerts;
    }
    void operator()(const desk::LookedAfter& alert) const {
        if ((state_.place != DeskPlace::Inbox && state_.place != DeskPlace::Today) || state_.busy()) return;
        for (const AlertRow& row : state_.alerts) {
            if (!(row.id == alert.id)) continue;
            state_.waiting = DeskWait::Inbox;
            state_.problem.clear();
            step_.effects.push_back(desk::LookAfter{alert.id});
            return;
        }
    }
    void operator()(const desk::TypedSearch& typed) const {
        if (state_.place == DeskPlace::Cases) search_cases(step_, typed.text);
        if (state_.place == DeskPlace::Leads) type_lead_search(state_, typed.text);
        if (state_.place != DeskPlace::Inbox) return;
        state_.search = typed.text;
        search_inbox(state_);
        state_.chosen = 0;
    }
    void operator()(const desk::ChoseFilter& chose) const {
        if (state_.place != DeskPlace::Inbox) return;
        state_.filter = chose.filter;
        state_.chosen = 0;
    }
    void operator()(const desk::MovedChoice& moved) const {
        move_in_list(step_, moved.by);
        if (state_.place != DeskPlace::Inbox) return;
        const auto count = static_cast<std::int64_t>(shown_rows(state_).size());
        if (count == 0) return;
        const std::int64_t wanted = static_cast<std::int64_t>(state_.chosen) + moved.by;
        state_.chosen = static_cast<std::size_t>(std::clamp<std::int64_t>(wanted, 0, count - 1));
    }
    void operator()(const desk::PressedOpen&) const {
        if (state_.place != DeskPlace::Inbox) return open_chosen(step_);
        const std::vector<std::size_t> shown = shown_rows(state_);
        if (state_.chosen < shown.size()) open_row(step_, state_.rows[shown[state_.chosen]].id);
    }
    void operator()(const desk::PressedRow& pressed) const {
        if (state_.place == DeskPlace::Recover && !state_.busy()) leave_recovery();
        if (state_.place != DeskPlace::Inbox) return;
        const std::vector<std::size_t> shown = shown_rows(state_);
        for (std::size_t i = 0; i < shown.size(); ++i) {
            if (state_.rows[shown[i]].id == pressed.id) state_.chosen = i;
        }
        open_row(step_, pressed.id);
    }
    void operator()(const desk::LoadedSheet& loaded) const {
        if (state_.place == DeskPlace::Unlock) return;
        if (is_waiting_for(state_, DeskWait::Sheet)) {
            state_.sheet = loaded.sheet;
            wipe(state_.draft);
            state_.tab = SheetTab::Application;
            state_.enlarged.reset();
            state_.place = DeskPlace::Sheet;
        } else if (is_reading() && loaded.sheet.row.id == state_.sheet->row.id) {
            const std::vector<SheetPicture> before = std::move(state_.sheet->pictures);
            state_.sheet = loaded.sheet;  // looked up again after the mail has moved
            keep_views(before);
            auto& undo = state_.cases.undo;
            const bool is_of_it = undo && undo->kind == kAnswerSaid && undo->about == loaded.sheet.row.id;
            if (is_of_it && state_.waiting != DeskWait::Act && loaded.sheet.unsent != undo->fact) undo.reset();
        }
        replace_row(state_, loaded.sheet.row);
    }
    void operator()(const desk::LoadFailed& failed) const {
        if (is_waiting_for(state_, DeskWait::Sheet) || is_waiting_for(state_, DeskWait::Inbox) ||
            is_waiting_for(state_, DeskWait::Case))
            state_.problem = failed.code;
    }

    void operator()(const desk::ChoseTab& chose) const {
        if (state_.place != DeskPlace::Sheet) return;
        state_.tab = chose.tab;
        state_.enlarged.reset();
        if (chose.tab != SheetTab::Pictures || !state_.sheet) return;
        for (const SheetPicture& picture : state_.sheet->pictures)
            if (picture.is_here && !picture.view && !picture.spoilt)
                step_.effects.push_back(desk::LoadPicture{picture.digest, {}});
    }
    void operator()(const desk::PressedBack&) const {
        if (state_.help) {
            state_.help = false;
            return;
        }
        if (state_.busy()) return;
        if (state_.place == DeskPlace::ActConfirm) return back_from_case(step_);  // with why it was refused
        state_.problem.clear();
        switch (state_.place) {
            case DeskPlace::Sheet:
            case DeskPlace::Signed:
                if (state_.sheet) wipe(*state_.sheet);
                state_.sheet.reset();
                wipe(state_.draft);
                state_.cases.undo.reset();
                state_.place = DeskPlace::Inbox;
                break;
            case DeskPlace::Recover: leave_recovery(); break;
            case DeskPlace::Answer: state_.place = DeskPlace::Sheet; break;
            case DeskPlace::Confirm: state_.place = DeskPlace::Answer; break;
            case DeskPlace::Inbox:
                if (state_.search.empty()) state_.filter = InboxFilter::All;
                base::wipe(state_.search);
                state_.search.clear();
                search_inbox(state_);
                break;
            default: back_from_case(step_); break;
        }
    }
    void operator()(const desk::ChoseAnswer& chose) const {
        const bool here = state_.place == DeskPlace::Sheet || state_.place == DeskPlace::Answer;
        if (!here || !state_.sheet) return;
        const auto allowed = answers_of_sheet(state_);
        if (std::find(allowed.begin(), allowed.end(), chose.status) == allowed.end()) return;
        if (state_.place == DeskPlace::Sheet && chose.status != state_.draft.status) wipe(state_.draft);
        state_.draft.status = chose.status;
        state_.place = DeskPlace::Answer;
        state_.problem.clear();
    }
    void operator()(const desk::ToggledPaper& toggled) const {
        if (state_.place != DeskPlace::Answer) return;
        std::vector<std::string>& papers = state_.draft.papers;
        const auto found = std::find(papers.begin(), papers.end(), toggled.name);
        if (found != papers.end()) {
            papers.erase(found);
        } else if (papers.size() < kDeskPapersMax) {
            papers.push_back(toggled.name);
        }
    }
    void operator()(const desk::TypedPaper& typed) const {
        if (state_.place == DeskPlace::Answer) state_.paper = typed.text;
    }
    void operator()(const desk::AddedPaper&) const {
        if (state_.place == DeskPlace::Answer) add_paper(state_);
    }
    void operator()(const desk::TypedNumber& typed) const {
        if (state_.place == DeskPlace::Answer) state_.draft.number = typed.text;
    }
    void operator()(const desk::TypedText& typed) const {
        if (state_.place == DeskPlace::Answer) state_.draft.text = typed.text;
    }
    void operator()(const desk::PressedReadOver&) const {
        if (state_.place != DeskPlace::Answer) return;
        if (state_.draft.status == domain::ApplicationStatus::NeedMore) add_paper(state_);
        const auto problem = draft_problem(state_.draft);
        state_.problem = problem.value_or("");
        if (!problem) state_.place = DeskPlace::Confirm;
    }
    void operator()(const desk::PressedSign&) const {
        if (state_.place != DeskPlace::Confirm || state_.busy() || !state_.sheet || draft_problem(state_.draft)) return;
        if (case_of_sheet(state_) != nullptr) {  // opened meanwhile, here or on another laptop
            state_.problem = "answer.is_case";
            return;
        }
        state_.waiting = DeskWait::Sign;
        state_.problem.clear();
        step_.effects.push_back(desk::SignAnswer{state_.sheet->row.id, as_signed(state_.draft)});
    }
    void operator()(const desk::Answered& answered) const {
        if (!is_waiting_for(state_, DeskWait::Sign)) return;
        state_.sheet = answered.sheet;
        replace_row(state_, answered.sheet.row);
        wipe(state_.draft);
        state_.place = DeskPlace::Signed;
        if (answered.sheet.unsent)
            state_.cases.undo = Undo{answered.sheet.row.id, *answered.sheet.unsent, std::string(kAnswerSaid),
                                     state_.now + kUndoMs, answered.sheet.row.name};
    }
    void operator()(const desk::AnswerFailed& failed) const {
        if (is_waiting_for(state_, DeskWait::Sign)) state_.problem = failed.code;
    }
    void operator()(const desk::PressedHistory&) const {
        if (state_.place != DeskPlace::Signed) return;
        state_.place = DeskPlace::Sheet;
        state_.tab = SheetTab::History;
    }

    void operator()(const desk::PressedPicture& pressed) const {
        const bool of_case = state_.place == DeskPlace::Case && state_.cases.tab == CaseTab::Pictures;
        if (!of_case && (state_.place != DeskPlace::Sheet || !state_.sheet)) return;
        if (pressed.index >= (of_case ? state_.cases.pictures : state_.sheet->pictures).size()) return;
        if (state_.enlarged == pressed.index)
            state_.enlarged.reset();
        else
            state_.enlarged = pressed.index;
    }
    void operator()(const desk::LoadedPicture& loaded) const {
        if (state_.sheet) take_picture(state_.sheet->pictures, loaded);
        take_picture(state_.cases.pictures, loaded);
    }

    void operator()(const desk::PressedRecover&) const {
        if (state_.place != DeskPlace::Inbox || state_.busy()) return;
        state_.place = DeskPlace::Recover;
        state_.problem.clear();
        look();
    }
    void operator()(const desk::RetriedLook&) const {
        if (state_.place == DeskPlace::Recover && state_.recovery.outcome != DeskRecovery::Outcome::Asked) look();
    }
    void operator()(const desk::SawSlip& saw) const {
        see_picture(step_, saw.frame);
        if (state_.place != DeskPlace::Recover || state_.recovery.looking == Looking::No) return;
        state_.recovery.looking = Looking::Live;
        state_.recovery.live = saw.frame;
    }
    void operator()(const desk::LookFailed& failed) const {
        case_update(step_, desk::PictureFailed{failed.code});
        if (state_.place != DeskPlace::Recover || state_.recovery.looking == Looking::No) return;
        state_.recovery.looking = Looking::Failed;
        state_.recovery.live.reset();
        state_.recovery.camera_problem = failed.code;
    }
    // Symbols of one slip in any order, by camera or scanner; when all are there, the application comes back.
    void operator()(const desk::ScannedSymbol& scanned) const {
        DeskRecovery& recovery = state_.recovery;
        if (state_.place != DeskPlace::Recover || recovery.outcome != DeskRecovery::Outcome::None) return;
        const auto label = part_label(scanned.text, "CYA1");
        ScanWork& scan = recovery.scan;
        if (!label) {
            scan.word = scanned.text.starts_with("CYR1") ? "field.recover.receipt_only" : "field.recover.other";
            return;
        }
        if (scan.set != label->set || scan.total != label->total) scan = ScanWork{};
        scan.set = label->set;
        scan.total = label->total;
        scan.last = label->part;
        scan.parts[label->part] = scanned.text;
        scan.word = "field.recover.part";
        if (scan.parts.size() != static_cast<std::size_t>(scan.total)) return;
        desk::RecoverSlip effect;
        for (const auto& [number, text] : scan.parts)
            effect.symbols.push_back(text);
        step_.effects.push_back(std::move(effect));
        step_.effects.push_back(desk::StopLookingForSlip{});
        recovery.looking = Looking::No;
        recovery.live.reset();
        recovery.outcome = DeskRecovery::Outcome::Asked;
    }
    void operator()(const desk::RecoveredSlip& done) const {
        DeskRecovery& recovery = state_.recovery;
        if (state_.place != DeskPlace::Recover || recovery.outcome != DeskRecovery::Outcome::Asked) return;
        recovery.outcome = done.was_known ? DeskRecovery::Outcome::Known : DeskRecovery::Outcome::Recovered;
        recovery.id = done.id;
        recovery.opened = done.opened;
        step_.effects.push_back(desk::LoadInbox{});
    }
    void operator()(const desk::RecoveryFailed& failed) const {
        DeskRecovery& recovery = state_.recovery;
        if (state_.place != DeskPlace::Recover || recovery.outcome != DeskRecovery::Outcome::Asked) return;
        recovery.outcome = DeskRecovery::Outcome::Failed;
        recovery.problem = failed.code;
    }

    void operator()(const desk::PressedSync&) const {
        if (state_.place == DeskPlace::Unlock || state_.mail.busy) return;
        state_.mail.busy = true;
        step_.effects.push_back(desk::SyncNow{});
    }
    void operator()(const desk::MailChanged& changed) const {
        if (state_.place == DeskPlace::Unlock) return;
        state_.mail = changed.mail;
        // Nothing is left to be sent: what was signed last has left, too.
        if (changed.mail.unsent == 0 && state_.waiting != DeskWait::Act) state_.cases.undo.reset();
        look_again();
        if (is_reading() && !state_.mail.busy && !state_.busy())
            step_.effects.push_back(desk::LoadSheet{state_.sheet->row.id});
    }

    // Everything about aid cases.
    template <class Event>
    void operator()(const Event& event) const {
        case_update(step_, event);
    }

private:
    void look() const {
        state_.recovery = DeskRecovery{};
        state_.recovery.looking = Looking::Opening;
        step_.effects.push_back(desk::LookForSlip{});
    }
    // What was looked at already need not be opened again; what has come since is.
    void keep_views(const std::vector<SheetPicture>& before) const {
        for (SheetPicture& picture : state_.sheet->pictures) {
            for (const SheetPicture& known : before)
                if (known.digest == picture.digest) picture.view = known.view;
            if (state_.tab == SheetTab::Pictures && picture.is_here && !picture.view)
                step_.effects.push_back(desk::LoadPicture{picture.digest, {}});
        }
    }
    static void take_picture(std::vector<SheetPicture>& pictures, const desk::LoadedPicture& loaded) {
        for (SheetPicture& picture : pictures) {
            if (picture.digest != loaded.digest) continue;
            picture.view = loaded.view;
            picture.spoilt = loaded.view == nullptr;
        }
    }
    void leave_recovery() const {
        if (state_.recovery.looking != Looking::No) step_.effects.push_back(desk::StopLookingForSlip{});
        state_.recovery = DeskRecovery{};
        state_.place = DeskPlace::Inbox;
    }
    // Something may have come by mail: the lists, and the case that lies open while nothing is written in it.
    void look_again() const {
        if (state_.mail.busy || state_.busy()) return;
        step_.effects.push_back(desk::ListCases{});
        if (state_.place == DeskPlace::Case && state_.cases.view)
            step_.effects.push_back(desk::ShowCase{state_.cases.view->folded.id, true});
        if (state_.place == DeskPlace::Lead && state_.leads.open)
            step_.effects.push_back(desk::ShowLead{state_.leads.open->view.lead.id});
    }
    // An application lies open and nothing is being written about it.
    [[nodiscard]] bool is_reading() const {
        return state_.sheet && (state_.place == DeskPlace::Sheet || state_.place == DeskPlace::Signed);
    }

    DeskStep& step_;
    DeskState& state_;
};

}  // namespace

DeskStep desk_update(DeskState state, const DeskEvent& event, base::Instant now) {
    DeskStep step{std::move(state), {}};
    step.state.now = now;
    std::visit(Update(step), event);
    return step;
}

}  // namespace courtyard::flow
