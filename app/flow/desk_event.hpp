// What can happen at the court laptop's window. Past tense: screens and the worker tell, desk_update decides.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/flow/case_event.hpp"
#include "app/flow/desk_state.hpp"
#include "app/flow/double_event.hpp"
#include "app/flow/lead_event.hpp"
#include "app/flow/year_event.hpp"
#include "sync/base/one_of.hpp"

namespace courtyard::flow::desk {

struct Ticked {};
struct Touched {};  // any key or touch (the shell tells): the lock starts anew
struct PressedTextSize {};
struct PressedContrast {};
struct TypedPassphrase {
    std::string text;
};
struct NoticedCapsLock {
    bool on = false;
};
struct PressedUnlock {};
struct PressedLock {};
struct Unlocked {
    std::string person, role, court;
};
struct UnlockFailed {
    std::string code;
};

struct LoadedInbox {
    std::vector<InboxRow> rows;
    std::vector<AlertRow> alerts{};
    std::shared_ptr<const cases::CaseIndex> index{};  // of the same rows
};
struct LookedAfter {
    base::RecordId id;
};  // an alert
struct TypedSearch {
    std::string text;
};
struct ChoseFilter {
    InboxFilter filter = InboxFilter::All;
};
struct MovedChoice {
    int by = 0;
};
struct PressedOpen {};  // the chosen row
struct PressedRow {
    base::RecordId id;
};
struct LoadedSheet {
    ApplicationSheet sheet;
};
struct LoadFailed {
    std::string code;
};

struct ChoseTab {
    SheetTab tab = SheetTab::Application;
};
struct PressedBack {};
struct ChoseAnswer {
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
};
struct ToggledPaper {
    std::string name;
};
struct TypedPaper {
    std::string text;
};  // a paper that is not in the list
struct AddedPaper {};
struct TypedNumber {
    std::string text;
};
struct TypedText {
    std::string text;
};
struct PressedReadOver {};
struct PressedSign {};
struct Answered {
    ApplicationSheet sheet;
};
struct AnswerFailed {
    std::string code;
};
struct PressedHistory {};  // after signing: what has been said so far

struct PressedPicture {
    std::size_t index = 0;
};  // larger, or small again
struct LoadedPicture {
    base::Digest digest;
    PixelsRef view;  // null: it cannot be shown
};
struct PressedRecover {};  // an application is to come back from its slip
struct RetriedLook {};
struct SawSlip {
    PixelsRef frame;
};
struct LookFailed {
    std::string code;
};
struct ScannedSymbol {
    std::string text;
};
struct RecoveredSlip {
    base::RecordId id;
    bool was_known = false;
    bool opened = false;
};
struct RecoveryFailed {
    std::string code;
};

struct PressedSync {};
struct MailChanged {
    MailState mail;
};

}  // namespace courtyard::flow::desk

namespace courtyard::flow {

using AnyDeskEvent = std::variant<
    desk::Ticked, desk::Touched, desk::PressedTextSize, desk::PressedContrast, desk::TypedPassphrase,
    desk::NoticedCapsLock, desk::PressedUnlock, desk::PressedLock, desk::Unlocked, desk::UnlockFailed,
    desk::LoadedInbox, desk::TypedSearch, desk::ChoseFilter, desk::MovedChoice, desk::PressedOpen, desk::PressedRow,
    desk::LoadedSheet, desk::LoadFailed, desk::ChoseTab, desk::PressedBack, desk::ChoseAnswer, desk::ToggledPaper,
    desk::TypedPaper, desk::AddedPaper, desk::TypedNumber, desk::TypedText, desk::PressedReadOver, desk::PressedSign,
    desk::Answered, desk::AnswerFailed, desk::PressedHistory, desk::PressedPicture, desk::LoadedPicture,
    desk::PressedRecover, desk::RetriedLook, desk::SawSlip, desk::LookFailed, desk::ScannedSymbol, desk::RecoveredSlip,
    desk::RecoveryFailed, desk::PressedSync, desk::MailChanged, desk::LookedAfter, desk::CasesListed, desk::TasksListed,
    desk::CaseShown, desk::ActDone, desk::ActRefused, desk::ActUndone, desk::CaseWasOpen, desk::PaperMade,
    desk::PaperOut, desk::PaperFailed, desk::PaperPrinted, desk::WentTo, desk::PressedTask, desk::OpenedTask,
    desk::PressedCase, desk::ChoseStage, desk::ChoseState, desk::ChoseClaims, desk::ChoseCaseTab, desk::PressedOpenCase,
    desk::PressedNewCase, desk::ChoseAct, desk::TypedField, desk::ToggledValue, desk::AddedLine, desk::SaidYes,
    desk::ShowedMore, desk::PressedReadAct, desk::PressedSignAct, desk::PressedUndo, desk::PressedPaper,
    desk::PressedPrintPaper, desk::PressedSavePaper, desk::MovedFact, desk::PressedFact, desk::PressedHelp,
    desk::PressedAddPicture, desk::PressedShutter, desk::ChoseListed, desk::TookPicture, desk::ListedPictures,
    desk::PictureFailed, desk::LeadsListed, desk::LeadShown, desk::LeadDone, desk::PressedLead, desk::ChoseLeadStep,
    desk::PressedNewLead, desk::PressedLeadPaper, desk::PressedCaseOfLead, desk::MovedHelpLine, desk::PressedHelpLine,
    desk::PressedYearSent, desk::YearSaid, desk::PressedAnew, desk::DraftsOpened, desk::DoublesShown,
    desk::PressedWriteList, desk::PressedTakeLists, desk::PressedDouble>;

// Compiled once (one_of.hpp).
class DeskEvent : public AnyDeskEvent {
public:
    template <base::OneOf<AnyDeskEvent> What>
    DeskEvent(What what);  // NOLINT(*-explicit-*): every one of them is a DeskEvent
    DeskEvent(const DeskEvent&);
    DeskEvent(DeskEvent&&) noexcept;
    DeskEvent& operator=(const DeskEvent&);
    DeskEvent& operator=(DeskEvent&&) noexcept;
    ~DeskEvent();
};

}  // namespace courtyard::flow
