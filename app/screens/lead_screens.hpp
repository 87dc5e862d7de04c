// The laptop's pages of leads: the list, the one that lies open, and its part of the pages of an act.
#pragma once

#include <string>

#include "app/screens/field_desk.hpp"

namespace courtyard::screens {

void draw_desk_leads(Desk& desk);
void draw_desk_lead(Desk& desk);
void draw_desk_doubles(Desk& desk);  // whom another office helps already: lists in and out

// All that is known of the one that lies open, from the top of `body`; returns the height used.
float draw_lead_facts(Desk& desk, const Rect& body);
// Of whom it tells, in one line at the top of `body`, which becomes smaller.
void draw_lead_whose(Desk& desk, Rect& body);
// How tall that is at such a width, without what is left free below.
[[nodiscard]] float lead_whose_tall(const Desk& desk, float wide);
// What the step that is written changes: how far it has come, what is then due, what its sender hears. `label`: width
// of the labels; returns the height used.
float draw_lead_change(Desk& desk, const Rect& at, float label);

[[nodiscard]] std::string lead_state_words(const Ui& ui, cases::LeadState state);
// What is due of it and when, "" when nothing is.
[[nodiscard]] std::string lead_task_words(const Desk& desk, const std::optional<cases::LeadTask>& task);
// What its sender hears of it, and how.
[[nodiscard]] std::string lead_answer_words(const Ui& ui, const flow::LeadRow& row, const cases::LeadView& view);

}  // namespace courtyard::screens
