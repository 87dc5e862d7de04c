// What the events of case_event.hpp do to the window: one overload each, called by desk_update.
#pragma once

#include "app/flow/desk_update.hpp"

namespace courtyard::flow {

// News from the worker.
void case_update(DeskStep& step, const desk::CasesListed& listed);
void case_update(DeskStep& step, const desk::TasksListed& listed);
void case_update(DeskStep& step, const desk::CaseShown& shown);
void case_update(DeskStep& step, const desk::ActDone& done);
void case_update(DeskStep& step, const desk::ActRefused& refused);
void case_update(DeskStep& step, const desk::ActUndone& undone);
void case_update(DeskStep& step, const desk::CaseWasOpen& was);
void case_update(DeskStep& step, const desk::PaperMade& made);
void case_update(DeskStep& step, const desk::PaperOut& out);
void case_update(DeskStep& step, const desk::PaperFailed& failed);
void case_update(DeskStep& step, const desk::PaperPrinted& printed);
// The lists and the case.
void case_update(DeskStep& step, const desk::WentTo& went);
void case_update(DeskStep& step, const desk::PressedTask& pressed);
void case_update(DeskStep& step, const desk::OpenedTask& opened);
void case_update(DeskStep& step, const desk::PressedCase& pressed);
void case_update(DeskStep& step, const desk::ChoseStage& chose);
void case_update(DeskStep& step, const desk::ChoseState& chose);
void case_update(DeskStep& step, const desk::ChoseClaims& chose);
void case_update(DeskStep& step, const desk::ChoseCaseTab& chose);
void case_update(DeskStep& step, const desk::PressedOpenCase& pressed);
void case_update(DeskStep& step, const desk::PressedNewCase& pressed);
void case_update(DeskStep& step, const desk::PressedPaper& pressed);
void case_update(DeskStep& step, const desk::PressedPrintPaper& pressed);
void case_update(DeskStep& step, const desk::PressedSavePaper& pressed);
void case_update(DeskStep& step, const desk::MovedFact& moved);
void case_update(DeskStep& step, const desk::PressedFact& pressed);
void case_update(DeskStep& step, const desk::PressedHelp& pressed);
void case_update(DeskStep& step, const desk::PressedUndo& pressed);
// The act that is written.
void case_update(DeskStep& step, const desk::ChoseAct& chose);
void case_update(DeskStep& step, const desk::TypedField& typed);
void case_update(DeskStep& step, const desk::ToggledValue& toggled);
void case_update(DeskStep& step, const desk::AddedLine& added);
void case_update(DeskStep& step, const desk::SaidYes& said);
void case_update(DeskStep& step, const desk::ShowedMore& showed);
void case_update(DeskStep& step, const desk::PressedAddPicture& pressed);
void case_update(DeskStep& step, const desk::PressedShutter& pressed);
void case_update(DeskStep& step, const desk::ChoseListed& chose);
void case_update(DeskStep& step, const desk::TookPicture& took);
void case_update(DeskStep& step, const desk::ListedPictures& listed);
void case_update(DeskStep& step, const desk::PictureFailed& failed);
void case_update(DeskStep& step, const desk::PressedAnew& pressed);
void case_update(DeskStep& step, const desk::DraftsOpened& opened);
void case_update(DeskStep& step, const desk::PressedReadAct& pressed);
void case_update(DeskStep& step, const desk::PressedSignAct& pressed);

// Events of the lists that the inbox has too.
void search_cases(DeskStep& step, const std::string& text);
void move_in_list(DeskStep& step, int by);
void open_chosen(DeskStep& step);
void back_from_case(DeskStep& step);
// What the camera sees, while a picture for an act is taken; and away from there.
void see_picture(DeskStep& step, const PixelsRef& frame);
void leave_picture(DeskStep& step);
// The case's pictures as the view lists them; those of the tab that is open are asked for.
void show_pictures(DeskStep& step);
// Whether F2 to F6 lead from there to a list: what is being written is kept.
[[nodiscard]] bool may_leave_for_list(DeskPlace place);
// What lay open of a case or was being written is gone.
void forget_case(CasesDesk& cases);
// Begins to write by this form, or goes on where it was left.
void begin_written(DeskStep& step, std::shared_ptr<const DeskForm> form, const cases::Fields& prefill);
// The same of a case by word of mouth, with what is known of the person already.
inline constexpr std::string_view kOpening = "case_opened";
void begin_opening(DeskStep& step, const cases::Fields& prefill);
void forget_undo_in_time(DeskState& state);

}  // namespace courtyard::flow
