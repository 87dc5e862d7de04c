// Writing an act: its fields as the table of acts asks for them, and beside them what helps: papers of a ballot, what
// to say on the telephone, a statement to be read back. Then reading over, and the signature.
#include <algorithm>

#include "app/flow/act_box.hpp"
#include "app/flow/lead_update.hpp"
#include "app/screens/act_fields.hpp"
#include "app/screens/act_form.hpp"
#include "app/screens/act_head.hpp"
#include "app/screens/act_meant.hpp"
#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/draft_words.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/help_screens.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/lead_screens.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;

// Asked for where there is something to be said, and shown where somebody has said it.
bool is_asked(const Desk& desk, const cases::FieldRule& field) {
    if (field.name != "despite") return true;
    const flow::ActDraft& draft = *desk.state.cases.act;
    const flow::CaseView* view = desk.state.cases.view.get();
    const auto typed = draft.fields.find(field.name);
    if (typed != draft.fields.end() && !typed->second.text.empty()) return true;
    if (view != nullptr && flow::caution_of(draft, *view) != nullptr) return true;
    return flow::box_of(draft, draft.refusal) == field.name;
}

// What is wrong with one box is said at the box, which is brought into sight, and nowhere else.
bool is_said_at_its_box(const Desk& desk, std::string_view code) {
    const flow::ActDraft& draft = *desk.state.cases.act;
    const std::string_view box = flow::box_of(draft, code);
    if (desk.state.place != flow::DeskPlace::Act || box.empty()) return false;
    if (flow::is_common_box(draft, box)) return draft.more;
    return is_asked(desk, *cases::find_field(*flow::rule_of(draft), box));
}

std::string refusal_now(const Desk& desk) {
    const flow::ActDraft& draft = *desk.state.cases.act;
    const std::string_view code = flow::refusal_to_tell(draft, desk.state.problem);
    if (code.empty() || is_said_at_its_box(desk, code)) return {};
    if (code == kReportElements) return missing_words(desk.ui, desk.state.cases.view.get(), draft);
    const bool is_of_act =
        desk.state.problem.empty() || code.starts_with("field.") || desk.ui.knows("fact." + std::string(code));
    return is_of_act ? draft_refusal(desk.ui, draft, code) : problem_words(desk.ui, desk.state.problem);
}

using DrawPart = float (*)(Desk&, const Rect&);

void draw_card(Desk& desk, const Rect& rect, std::string_view id, DrawPart draw) {
    panel(desk.ui, rect, 18);
    desk.ui.ground(desk.ui.palette().card);
    const Rect start = desk.begin_scroll(rect.inset(8, 8), id);
    const float used = draw(desk, {start.x + 20, start.y + 16, start.w - 30, start.h});
    desk.scroll_by_keys();
    desk.end_scroll(used + 28);
    desk.ui.ground(desk.ui.palette().paper);
}

// Whether the page opens at the form, or with what stands above it in the same scroll and must be read first.
enum class Opens : std::uint8_t { AtForm, Above };
float draw_fields_of_act(Desk& desk, const Rect& body, Opens opens);

// Papers, script and statement come before what is written about them; what an act names, after it was chosen.
float draw_side_and_form(Desk& desk, const Rect& body, Opens opens) {
    if (!has_act_side(desk)) return draw_fields_of_act(desk, body, opens);
    if (!meant_facts(desk).empty() && !has_own_side(desk)) {
        const float form = draw_fields_of_act(desk, body, opens) + desk.em();
        return form + draw_act_side(desk, {body.x, body.y + form, body.w, body.h});
    }
    const float side = draw_act_side(desk, body) + desk.em();
    return side + draw_fields_of_act(desk, {body.x, body.y + side, body.w, body.h}, Opens::Above);
}
float draw_both(Desk& desk, const Rect& body) { return draw_side_and_form(desk, body, Opens::AtForm); }

// What the form or the record needs at least below what stands above it.
float least_card(const Desk& desk) { return desk.em() * 9; }

// Where letters are large, the window is small and much stands above the form: one scroll for all of it.
void draw_page_as_one(Desk& desk, const Rect& body, const std::string& refusal, DrawPart draw) {
    constexpr float kNoEnd = 1e6F, kBesideBar = 10;
    const Rect start = desk.begin_scroll(body, "field.act.page");
    Rect page{start.x, start.y, start.w - kBesideBar, kNoEnd};
    draw_blocks(act_head(desk, page.w, refusal), page);
    page.cut_top(draw(desk, page) + desk.em() * 0.6F);
    desk.scroll_by_keys();
    desk.end_scroll(page.y - start.y);
}

void read_over(Desk& desk) {
    constexpr int kUntilItIsJudged = 3;
    desk.keys().seek_frames = kUntilItIsJudged;
    desk.send(PressedReadAct{});
}

void draw_buttons(Desk& desk, const Rect& rect) {
    Ui& ui = desk.ui;
    const std::string back = ui.say("field.act.back"), read = ui.say("field.read_over");
    const float tall = desk_button_tall(desk), y = rect.middle_y() - tall / 2;
    desk.part(Desk::Part::Back);
    if (desk_button(desk, {rect.x, y, desk_button_wide(desk, back, icon::kArrowBack), tall}, back,
                    {Tone::plain, icon::kArrowBack, Type::body}))
        desk.send(PressedBack{});
    const float wide = desk_button_wide(desk, read, icon::kArrowForward) + 40;
    desk.part(Desk::Part::Forward);
    if (desk_button(desk, {rect.right() - wide, y, wide, tall}, read, {Tone::go, icon::kArrowForward, Type::body}))
        read_over(desk);
    desk.part(Desk::Part::Page);
}

// What will be recorded, field by field.
float draw_record(Desk& desk, const Rect& at) {
    Ui& ui = desk.ui;
    const flow::ActDraft& draft = *desk.state.cases.act;
    float y = at.y + group_title(desk, at, ui.say("field.record.title"));
    const float label = std::min(at.w * 0.36F, desk.em() * 8);
    const auto add = [&](const std::string& name, const std::string& value, Weight weight = Weight::text) {
        y += line_fact(desk, {at.x, y, at.w, 0}, name, value, {label, weight});
    };
    add(ui.say("field.act.what"), draft_title(ui, draft), Weight::strong);
    const std::vector<const cases::Fact*> meant = meant_facts(desk);
    // The report that is voted on stands below, whole and by its name: a line that sums it up would name it twice.
    const bool shows_report = draft.kind == "ballot_opened" && !meant.empty();
    const std::string report = shows_report ? draft_field(ui, draft, "report") : std::string();
    for (const ReadField& field : read_draft(ui, desk.state.cases.view.get(), draft))
        if (!shows_report || field.label != report) add(field.label, field.value);
    if (meant.empty()) return y - at.y;
    y += desk.em();
    return y + draw_meant(desk, {at.x, y, at.w, 0}) - at.y;
}

std::string status_words(const Ui& ui, std::string_view id) { return ui.say("field.status." + std::string(id)); }

// In whose name, about whom, and what changes with it.
float draw_consequences(Desk& desk, const Rect& at) {
    Ui& ui = desk.ui;
    const flow::ActDraft& draft = *desk.state.cases.act;
    const flow::CaseView* view = desk.state.cases.view.get();
    float y = at.y + group_title(desk, at, ui.say("field.act.signed_as"));
    const float label = std::min(at.w * 0.36F, desk.em() * 7);
    const auto add = [&](std::string_view key, const std::string& value) {
        y += line_fact(desk, {at.x, y, at.w, 0}, ui.say(key), value, {label, Weight::text});
    };
    add("field.record.who",
        ui.say("field.who", {{"name", desk.state.person}, {"role", role_words(ui, desk.state.role)}}));
    add("field.act.when", moment_words(ui, desk.state.now, desk.state.now));
    if (view) {
        add("field.act.about",
            ui.say("field.act.about.words",
                   {{"name", view->folded.applicant},
                    {"number", view->folded.number.empty() ? ui.say("field.case.no_number") : view->folded.number}}));
        const std::string now = status_label(ui, view->folded.status);
        add("field.record.change",
            draft.new_state.empty()
                ? ui.say("field.act.no_change", {{"status", now}})
                : ui.say("field.record.change.words", {{"from", now}, {"to", status_words(ui, draft.new_state)}}));
    }
    y += draw_help_change(desk, {at.x, y, at.w, 0}, label);
    const bool of_lead = flow::is_about_lead(draft.kind);
    if (of_lead) y += draw_lead_change(desk, {at.x, y, at.w, 0}, label);
    y += desk.em() * 0.5F;
    const char* promise = of_lead ? "field.lead.promise" : "field.act.promise";
    y += remark(desk, {at.x, y, at.w, 0}, ui.say(promise), Tone::quiet, icon::kInfo);
    return y - at.y;
}

// A form of its own asks for what a person fills in, and for nothing else.
std::vector<FormPart> all_in_one(const cases::ActRule& rule) {
    FormPart part;
    for (const cases::FieldRule& field : rule.fields)
        part.fields.push_back(&field);
    return {part};
}

}  // namespace

namespace {

float draw_fields_of_act(Desk& desk, const Rect& body, Opens opens) {
    Ui& ui = desk.ui;
    const flow::ActDraft& draft = *desk.state.cases.act;
    const cases::ActRule* rule = flow::rule_of(draft);
    if (!rule) return 0;
    ActFields fields(desk, draft);
    float y = body.y;
    const auto draw_part = [&](const FormPart& part) {
        const std::string title = "field.form." + part.title;
        const std::string words = part.asked.empty() && !part.title.empty() ? ui.say(title) : part.asked;
        if (!words.empty()) y += group_title(desk, {body.x, y, body.w, 0}, words);
        for (const cases::FieldRule* field : part.fields)
            if (is_asked(desk, *field)) y += fields.draw({body.x, y, body.w, 0}, *field);
        if (part.fields.empty()) {
            const std::string how = title + ".how";
            if (ui.knows(how)) y += ui.write({body.x, y, body.w, 0}, ui.say(how), desk_soft(desk)) + desk.em() * 0.9F;
        }
    };
    const std::vector<FormPart> parts =
        draft.form ? all_in_one(*rule) : form_parts(*rule, desk.pack().revisit.questions);
    std::vector<const cases::FieldRule*> order;
    for (const FormPart& part : parts)
        order.insert(order.end(), part.fields.begin(), part.fields.end());
    fields.start_at(order, opens == Opens::AtForm);
    for (const FormPart& part : parts)
        draw_part(part);
    if (rule->fields.empty())
        y += ui.write({body.x, y, body.w, 0}, ui.say("field.act.no_fields"), desk_soft(desk, Type::body)) +
             desk.em() * 0.8F;
    if (draft.form && !draft.form->spec().common) return y - body.y;
    if (draft.more) {
        for (const cases::FieldRule& field : cases::common_fields())
            y += fields.draw({body.x, y, body.w, 0}, field);
        return y - body.y;
    }
    const std::string more = ui.say("field.act.more");
    const float tall = desk_button_tall(desk);
    if (desk_button(desk, {body.x, y, desk_button_wide(desk, more, icon::kExpandMore), tall}, more,
                    {Tone::plain, icon::kExpandMore, Type::body})) {
        desk.send(ShowedMore{});
        // The button goes, and the keyboard is in the first of the boxes that come in its place.
        desk.focus(Desk::id_of(draft_field(ui, draft, cases::common_fields().front().name)));
    }
    return y + tall - body.y;
}

}  // namespace

float draw_act_form(Desk& desk, const Rect& body) { return draw_fields_of_act(desk, body, Opens::AtForm); }

void draw_desk_act(Desk& desk) {
    Ui& ui = desk.ui;
    const flow::ActDraft& draft = *desk.state.cases.act;
    const std::string whole = draft_title(ui, draft), title = short_title(whole);
    const std::string below = title == whole ? desk.state.court : whole;
    Rect body = desk_frame(desk, {title, below, ui.say("field.act.keys")}).inset(36, 14);
    draw_buttons(desk, body.cut_bottom(desk_button_tall(desk) + 8, 10));
    const std::string refusal = refusal_now(desk);
    const HeadBlocks head = act_head(desk, body.w, refusal);
    const bool side = has_act_side(desk);
    if (body.h - tall_of(head) < least_card(desk)) {
        draw_page_as_one(desk, body, refusal,
                         [](Desk& own, const Rect& at) { return draw_side_and_form(own, at, Opens::Above); });
    } else {
        draw_blocks(head, body);
        if (side && !ui.portrait() && body.w > desk.em() * 42) {
            draw_card(desk, body.cut_right(body.w * 0.42F, 22), "field.act.side", draw_act_side);
            draw_card(desk, body, "field.act.form", draw_act_form);
        } else {
            const float room = std::min(body.w, desk.em() * 46);
            if (!side && body.w > room) body = {body.middle_x() - room / 2, body.y, room, body.h};
            draw_card(desk, body, "field.act.form", side ? draw_both : draw_act_form);
        }
    }
    if (desk.ctrl(ImGuiKey_Enter)) read_over(desk);
}

void draw_desk_act_confirm(Desk& desk) {
    Ui& ui = desk.ui;
    Rect body =
        desk_frame(desk, {ui.say("field.confirm.page"), desk.state.court, ui.say("field.confirm.keys")}).inset(36, 14);
    const float tall = desk_button_tall(desk);
    const Rect buttons = body.cut_bottom(tall + 8, 10);
    const bool busy = desk.state.busy();
    const std::string refusal = refusal_now(desk);
    const HeadBlocks head = act_head(desk, body.w, refusal);
    const DrawPart draw_both_parts = [](Desk& own, const Rect& at) {
        const float first = draw_record(own, at) + own.em();
        return first + draw_consequences(own, {at.x, at.y + first, at.w, at.h});
    };
    if (body.h - tall_of(head) < least_card(desk)) {
        draw_page_as_one(desk, body, refusal, draw_both_parts);
    } else {
        draw_blocks(head, body);
        if (body.w > desk.em() * 42) {
            draw_card(desk, body.cut_left(body.w * 0.56F, 22), "field.act.record", draw_record);
            draw_card(desk, body, "field.act.consequences", draw_consequences);
        } else {
            draw_card(desk, body, "field.act.record", draw_both_parts);
        }
    }
    const std::string back = ui.say("field.confirm.change");
    const std::string sign = ui.say(busy ? "field.confirm.signing" : "field.confirm.sign");
    const float y = buttons.middle_y() - tall / 2;
    if (desk_button(desk, {buttons.x, y, desk_button_wide(desk, back, icon::kEdit), tall}, back,
                    {Tone::plain, icon::kEdit, Type::body}))
        desk.send(PressedBack{});
    const float wide = desk_button_wide(desk, sign, icon::kDraw) + 40;
    if (desk_button(desk, {buttons.right() - wide, y, wide, tall}, sign,
                    {busy ? Tone::quiet : Tone::go, icon::kDraw, Type::body}))
        desk.send(PressedSignAct{});
    if (desk.ctrl(ImGuiKey_Enter)) desk.send(PressedSignAct{});
}

}  // namespace courtyard::screens
