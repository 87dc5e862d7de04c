// What the events of lead_event.hpp do to the window: one overload each, called by desk_update.
#pragma once

#include "app/flow/desk_update.hpp"

namespace courtyard::flow {

void case_update(DeskStep& step, const desk::LeadsListed& listed);
void case_update(DeskStep& step, const desk::LeadShown& shown);
void case_update(DeskStep& step, const desk::LeadDone& done);
void case_update(DeskStep& step, const desk::PressedLead& pressed);
void case_update(DeskStep& step, const desk::ChoseLeadStep& chose);
void case_update(DeskStep& step, const desk::PressedNewLead& pressed);
void case_update(DeskStep& step, const desk::PressedLeadPaper& pressed);
void case_update(DeskStep& step, const desk::PressedCaseOfLead& pressed);

// From a list, from a task of today's list, or from another lead that may be of the same person.
void open_lead(DeskStep& step, const base::RecordId& id);
void open_marked_lead(DeskStep& step);
void move_lead_mark(DeskState& state, int by);
void type_lead_search(DeskState& state, const std::string& typed);
void clear_lead_search(LeadsDesk& leads);
// What was noted last of the one that lies open, as long as it has not left; else "undo.lead_nothing".
void offer_undo_of_lead(DeskState& state);
// What was said of a lead was taken back.
void lead_undone(DeskStep& step, const Undo& undone);
// Signs what was written about a lead.
void sign_lead(DeskStep& step);
// Whether the act that is written opens the case of the lead that lies open.
[[nodiscard]] bool is_opening_of_lead(const DeskState& state);
// The page on which an act that is left, or done, was begun.
[[nodiscard]] DeskPlace place_behind_act(const DeskState& state);

}  // namespace courtyard::flow
