// One function per screen, one file per function. Called by draw() in kiosk_view.cpp.
#pragma once

#include "app/screens/kiosk_scene.hpp"

namespace courtyard::screens {

void draw_attract(Scene& scene);
void draw_home(Scene& scene);
void draw_guide(Scene& scene);
void draw_topic(Scene& scene);
void draw_questions(Scene& scene);
void draw_question(Scene& scene);
void draw_search(Scene& scene);
void draw_screening(Scene& scene);
void draw_urgent(Scene& scene);
void draw_other_help(Scene& scene);
void draw_result(Scene& scene);
void draw_doors(Scene& scene);
void draw_door(Scene& scene);
void draw_why_slip(Scene& scene);
void draw_who(Scene& scene);
void draw_notice(Scene& scene);
void draw_consent(Scene& scene);
void draw_paper_way(Scene& scene);
void draw_ask(Scene& scene);
void draw_review(Scene& scene);
void draw_confirm_alone(Scene& scene);
void draw_sealing(Scene& scene);
void draw_receipt(Scene& scene);
void draw_receipt_proof(Scene& scene);
void draw_progress_code(Scene& scene);
void draw_progress(Scene& scene);
void draw_farewell(Scene& scene);
void draw_leave(Scene& scene);
void draw_help(Scene& scene);
void draw_take_home(Scene& scene);
void draw_print_trouble(Scene& scene);
void draw_harmless(Scene& scene);
void draw_ticket_offer(Scene& scene);
void draw_ticket(Scene& scene);
void draw_resume(Scene& scene);
void draw_photo(Scene& scene);
void draw_stick(Scene& scene);
void draw_photo_view(Scene& scene);
void draw_scan(Scene& scene);
void draw_failure(Scene& scene);
void draw_steward_door(Scene& scene);
void draw_steward_room(Scene& scene);
void draw_steward_health(Scene& scene);
void draw_steward_printer(Scene& scene);
void draw_steward_carry(Scene& scene);
void draw_practice_band(Scene& scene);  // above every page; what is left below is the page
void draw_idle_warning(Scene& scene);   // over any page

}  // namespace courtyard::screens
