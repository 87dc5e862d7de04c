#include "app/screens/field_view.hpp"

#include <string>

#include "app/screens/act_pictures.hpp"
#include "app/screens/case_screens.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/lead_screens.hpp"

namespace courtyard::screens {
namespace {

// Scrolls and the keyboard's place begin anew when this changes.
std::string place_of(const DeskState& state) {
    switch (state.place) {
        case flow::DeskPlace::Unlock: return "field.unlock";
        case flow::DeskPlace::Inbox: return "field.inbox";
        case flow::DeskPlace::Sheet: return "field.sheet" + std::to_string(static_cast<int>(state.tab));
        case flow::DeskPlace::Answer: return "field.answer" + std::to_string(static_cast<int>(state.draft.status));
        case flow::DeskPlace::Confirm: return "field.confirm";
        case flow::DeskPlace::Signed: return "field.signed";
        case flow::DeskPlace::Recover: return "field.recover";
        case flow::DeskPlace::Today: return "field.today";
        case flow::DeskPlace::Cases: return "field.cases";
        case flow::DeskPlace::Case: return "field.case" + std::to_string(static_cast<int>(state.cases.tab));
        case flow::DeskPlace::Act: return "field.act." + (state.cases.act ? state.cases.act->kind : std::string{});
        case flow::DeskPlace::ActPicture: return "field.act.picture";
        case flow::DeskPlace::ActConfirm: return "field.act.confirm";
        case flow::DeskPlace::Paper: return "field.paper";
        case flow::DeskPlace::Leads: return "field.leads";
        case flow::DeskPlace::Lead: return "field.lead";
        case flow::DeskPlace::Doubles: return "field.doubles";
    }
    return {};
}

}  // namespace

void draw(const DeskState& state, const DeskWorld& world, DeskView& view, const DeskSink& send) {
    Desk desk(state, world, view, send, world.pack ? place_of(state) : std::string("field.no_pack"));
    if (!world.pack) {
        draw_desk_no_pack(desk);
        return;
    }
    switch (state.place) {
        case flow::DeskPlace::Unlock: return draw_desk_unlock(desk);
        case flow::DeskPlace::Inbox: return draw_desk_inbox(desk);
        case flow::DeskPlace::Sheet: return draw_desk_sheet(desk);
        case flow::DeskPlace::Answer: return draw_desk_answer(desk);
        case flow::DeskPlace::Confirm: return draw_desk_confirm(desk);
        case flow::DeskPlace::Signed: return draw_desk_signed(desk);
        case flow::DeskPlace::Recover: return draw_desk_recover(desk);
        case flow::DeskPlace::Today: return draw_desk_today(desk);
        case flow::DeskPlace::Cases: return draw_desk_cases(desk);
        case flow::DeskPlace::Case: return draw_desk_case(desk);
        case flow::DeskPlace::Act: return draw_desk_act(desk);
        case flow::DeskPlace::ActPicture: return draw_desk_act_picture(desk);
        case flow::DeskPlace::ActConfirm: return draw_desk_act_confirm(desk);
        case flow::DeskPlace::Paper: return draw_desk_paper(desk);
        case flow::DeskPlace::Leads: return draw_desk_leads(desk);
        case flow::DeskPlace::Lead: return draw_desk_lead(desk);
        case flow::DeskPlace::Doubles: return draw_desk_doubles(desk);
    }
}

}  // namespace courtyard::screens
