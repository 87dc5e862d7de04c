// The laptop's pages of aid cases: today, all cases, one case, one act.
#pragma once

#include "app/screens/field_desk.hpp"

namespace courtyard::screens {

void draw_desk_today(Desk& desk);
void draw_desk_cases(Desk& desk);
void draw_desk_case(Desk& desk);
void draw_desk_act(Desk& desk);
void draw_desk_act_confirm(Desk& desk);
void draw_desk_paper(Desk& desk);

// The lists as tabs at the top of `body`, which becomes smaller.
void draw_lists(Desk& desk, Rect& body);
// What can still be taken back, at the top of `body`.
void draw_undo(Desk& desk, Rect& body);
// What this page is for and its keys, beside or below what is left of `body`.
void draw_help(Desk& desk, Rect& body);
// On an application: opens the case that is made of it. At the right end of `row`, which becomes narrower.
void draw_open_case(Desk& desk, Rect& row);
[[nodiscard]] float open_case_wide(const Desk& desk);  // by as much

// Whose case lies open, its number, state, stages; how to reach the person safely; what does not fit together. At the
// top of `body`, which becomes smaller.
void draw_case_head(Desk& desk, Rect& body);
// How much of a body of this width it takes.
[[nodiscard]] float case_head_tall(const Desk& desk, float wide);

// Tabs of the case: draw from the top of `body`, return the height used.
float draw_case_course(Desk& desk, const Rect& body);
float draw_case_papers(Desk& desk, const Rect& body);
float draw_case_pictures(Desk& desk, const Rect& body);
float draw_case_votes(Desk& desk, const Rect& body);
float draw_case_money(Desk& desk, const Rect& body);
float draw_case_help(Desk& desk, const Rect& body);
float draw_case_revisits(Desk& desk, const Rect& body);
float draw_case_members(Desk& desk, const Rect& body);

// The fields of the act that is written; returns the height used.
float draw_act_form(Desk& desk, const Rect& body);
// What lies beside the form: papers of a ballot, what to say on the telephone, a statement to be read back, an order of
// money. Nothing for an act that is about the case as a whole: then has_act_side() is false.
[[nodiscard]] bool has_act_side(const Desk& desk);
// Of these the ones that are more than the facts that the act names.
[[nodiscard]] bool has_own_side(const Desk& desk);
float draw_act_side(Desk& desk, const Rect& body);

// One fact with all that it says; returns the height used.
float draw_fact_whole(Desk& desk, const Rect& body, const flow::CaseView& view, const cases::Fact& fact);

}  // namespace courtyard::screens
