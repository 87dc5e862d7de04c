// The laptop's screens, one file each, and the frame that they share. field_view.cpp chooses.
#pragma once

#include <string>
#include <string_view>

#include "app/screens/field_desk.hpp"

namespace courtyard::screens {

// Header, bar of the mail at the bottom; returns what is left between. Sends lock, sync, text size and contrast by
// itself.
struct FrameLook {
    std::string title;
    std::string subtitle;
    std::string hints;  // keys of this page, left out where there is no room
};
Rect desk_frame(Desk& desk, const FrameLook& look);

void draw_desk_unlock(Desk& desk);
void draw_desk_no_pack(Desk& desk);
void draw_desk_inbox(Desk& desk);
void draw_desk_sheet(Desk& desk);
void draw_desk_answer(Desk& desk);
void draw_desk_confirm(Desk& desk);
void draw_desk_recover(Desk& desk);
void draw_desk_signed(Desk& desk);

// Tabs of the sheet: draw from the top of `body`, return the height used.
float draw_sheet_application(Desk& desk, const Rect& body);
float draw_sheet_pictures(Desk& desk, const Rect& body);
float draw_sheet_screening(Desk& desk, const Rect& body);
float draw_sheet_helper(Desk& desk, const Rect& body);
float draw_sheet_original(Desk& desk, const Rect& body);
float draw_sheet_history(Desk& desk, const Rect& body);
// The list of sections beside the application; a press brings one into sight.
void draw_section_list(Desk& desk, const Rect& rect);

// Name, receipt number, site, urgency: what must always be in sight while one application is worked on.
float identity_tall(const Desk& desk, float width);
// The same in two parts, for where buttons leave no room beside them for the facts.
[[nodiscard]] bool identity_fits(const Desk& desk, float width);
[[nodiscard]] float identity_name_tall(const Desk& desk);
void draw_identity_name(Desk& desk, const Rect& rect);
[[nodiscard]] float identity_facts_tall(const Desk& desk, float width);
void draw_identity_facts(Desk& desk, const Rect& rect);
void draw_identity(Desk& desk, const Rect& rect);
// In red how the person may be reached without harm, cut from the top of `body`.
void draw_sheet_contact(Desk& desk, Rect& body);
[[nodiscard]] float sheet_contact_tall(const Desk& desk, float width);  // how much of it that takes

// What the applicant will read on the kiosk, in the words of the pack.
[[nodiscard]] float villager_view_tall(const Desk& desk, float width, const flow::AnswerDraft& draft);
float draw_villager_view(Desk& desk, const Rect& rect, const flow::AnswerDraft& draft);
// What will be recorded, in whose name, and which time limit begins.
[[nodiscard]] float record_view_tall(const Desk& desk, float width, const flow::AnswerDraft& draft);
float draw_record_view(Desk& desk, const Rect& rect, const flow::AnswerDraft& draft);

}  // namespace courtyard::screens
