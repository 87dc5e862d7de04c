// What can happen at the laptop's window with aid cases. The first ones come from the worker, the others from screens.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/flow/case_desk.hpp"
#include "app/flow/shown_paper.hpp"

namespace courtyard::flow::desk {

struct CasesListed {
    std::vector<CaseRow> rows;
    std::shared_ptr<const cases::CaseIndex> index;  // of the same cases
    bool by_sound = true;                           // false: the table of pinyin is missing on this laptop
};
struct TasksListed {
    std::vector<TaskRow> tasks;
};
struct CaseShown {
    std::shared_ptr<const CaseView> view;
};
struct ActDone {
    cases::CaseId about;
    cases::FactId fact;
    WithOpening with{};
};
struct ActRefused {
    std::string code;  // words under "fact.<code>"
};
struct ActUndone {};
struct CaseWasOpen {
    cases::CaseId id;
};                     // instead of opening one: the application is a case already
struct DraftsOpened {  // after a lock
    std::vector<KeptDraft> drafts;
    bool lost = false;  // there were some, and they could not be kept
};
void wipe(DraftsOpened& opened) noexcept;  // after the update, which keeps a copy of its own
struct PaperMade {
    ShownPaper paper;
};
struct PaperOut {
    std::string saved_as;  // the file's name on the stick
};
struct PaperFailed {
    std::string code;
};
struct PaperPrinted {
    std::string code;  // why not; empty: the printer has it
};

struct WentTo {
    DeskPlace place = DeskPlace::Today;
};  // one of the lists: Today, Cases, Inbox, Leads
struct PressedTask {
    std::size_t index = 0;  // of the list of tasks
};
struct OpenedTask {};  // the chosen one, in its case
struct PressedCase {
    cases::CaseId id;
};
struct ChoseStage {
    std::optional<cases::Stage> stage;  // nothing: all
};
struct ChoseState {
    std::optional<domain::ApplicationStatus> status;
};
struct ChoseClaims {};  // only the register of special claims; chosen again: all
struct ChoseCaseTab {
    CaseTab tab = CaseTab::Course;
};
struct PressedOpenCase {};  // a case from the application that lies open
struct PressedNewCase {};   // by word of mouth: no application came
struct ChoseAct {
    std::string kind;
    cases::Fields prefill{};
};
struct TypedField {
    std::string field, text;
};  // lines, words, money, counts, days, numbers, the line that is being added
struct ToggledValue {
    std::string field, value;
};  // persons, facts, choices, lines
struct AddedLine {
    std::string field;
};
struct SaidYes {
    std::string field;
    std::optional<bool> yes;
};                      // nothing: taken back
struct ShowedMore {};   // the fields that every act may carry
struct PressedAnew {};  // what was kept of the act is not gone on with
struct PressedReadAct {};
struct PressedSignAct {};
struct PressedUndo {};
struct PressedPaper {
    std::string paper;
    std::optional<cases::FactId> fact{};  // that it tells of; nothing: the newest
};
struct PressedPrintPaper {};  // the one that is shown
struct PressedSavePaper {};
struct MovedFact {
    int by = 0;
};  // the mark in the timeline
struct MovedHelpLine {
    int by = 0;
};  // the mark among help_lines()
struct PressedHelpLine {
    std::size_t index = 0;
};  // of help_lines(): begins the referral, the act, or makes the paper
struct PressedFact {
    cases::FactId id;
};                      // opened or closed
struct PressedHelp {};  // F1: shown, or closed again

}  // namespace courtyard::flow::desk
