// What stands around the pages of cases: the three lists as tabs, the bar that takes back, the help.
#include <algorithm>
#include <span>

#include "app/flow/case_update.hpp"
#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;
using flow::DeskPlace;

struct ListTab {
    DeskPlace place;
    const char* key;
    const char* icon;
    std::size_t count;
};

void draw_list_tab(Desk& desk, const Rect& at, const ListTab& tab, const std::string& label) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    // The page of doubles lies behind the leads, and leads back to them.
    const bool on =
        desk.state.place == tab.place || (desk.state.place == DeskPlace::Doubles && tab.place == DeskPlace::Leads);
    const Touch touch = desk.control(at, label, static_cast<int>(tab.place), 12);
    if (on) ui.fill(touch.rect, p.navy_tint, 12);
    const Colour before = ui.ground(on ? p.navy_tint : p.paper);
    const float em = desk.em();
    Rect inner = touch.rect.inset(em * 0.7F, 0);
    const Colour ink = on ? p.navy_deep : p.soft_ink;
    ui.icon(inner.cut_left(em * 1.2F, em * 0.4F), tab.icon, em * 1.15F, ink);
    ui.line({inner.x, inner.y, inner.w + em * 0.5F, inner.h}, label,
            {Type::body, on ? Weight::strong : Weight::text, ink}, Fit::as_is);
    if (on) ui.fill({at.x + 10, at.bottom() - 6, at.w - 20, 6}, p.navy, 3);
    ui.ground(before);
    if (touch.pressed) desk.send(WentTo{tab.place});
}

std::string help_page(const flow::DeskState& state) {
    switch (state.place) {
        case DeskPlace::Unlock: return "unlock";
        case DeskPlace::Today: return "today";
        case DeskPlace::Cases: return "cases";
        case DeskPlace::Case: return "case";
        case DeskPlace::Act: return "act";
        case DeskPlace::ActPicture: return "picture";
        case DeskPlace::Paper: return "paper";
        case DeskPlace::Leads: return "leads";
        case DeskPlace::Lead: return "lead";
        case DeskPlace::Doubles: return "doubles";
        case DeskPlace::ActConfirm:
        case DeskPlace::Confirm: return "confirm";
        case DeskPlace::Sheet: return "sheet";
        case DeskPlace::Answer: return "answer";
        case DeskPlace::Signed: return "signed";
        case DeskPlace::Recover: return "recover";
        default: return "inbox";
    }
}

// "key=what|key=what" as two columns.
float draw_keys(Desk& desk, const Rect& rect, const std::string& all) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    const float key_wide = em * 6.4F;
    float y = rect.y;
    for (std::size_t from = 0; from < all.size();) {
        const std::size_t end = std::min(all.find('|', from), all.size());
        const std::string each = all.substr(from, end - from);
        const std::size_t equals = std::min(each.rfind('='), each.size());
        const std::string what = equals < each.size() ? each.substr(equals + 1) : std::string{};
        const float tall = std::max(em * 1.2F, ui.tall(what, rect.w - key_wide, desk_text(desk)));
        ui.line({rect.x, y, key_wide - 12, em * 1.2F}, each.substr(0, equals), desk_strong(desk));
        ui.write({rect.x + key_wide, y, rect.w - key_wide, 0}, what, desk_text(desk));
        y += tall + em * 0.4F;
        from = end + 1;
    }
    return y - rect.y;
}

float draw_help_text(Desk& desk, const Rect& at) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    const std::string page = "help." + help_page(desk.state);
    float y = at.y + group_title(desk, at, ui.say(page + ".title"));
    y += ui.write({at.x, y, at.w, 0}, ui.say(page + ".text"), desk_text(desk)) + em * 0.9F;
    y += group_title(desk, {at.x, y, at.w, 0}, ui.say("help.keys.here"));
    y += draw_keys(desk, {at.x, y, at.w, 0}, ui.say(page + ".keys")) + em * 0.5F;
    if (desk.state.place == DeskPlace::Unlock) return y - at.y;
    y += group_title(desk, {at.x, y, at.w, 0}, ui.say("help.keys.everywhere"));
    const char* lists = flow::reads_intake(desk.state) ? "help.keys.lists" : "help.keys.own_lists";
    if (flow::may_leave_for_list(desk.state.place)) y += draw_keys(desk, {at.x, y, at.w, 0}, ui.say(lists));
    y += draw_keys(desk, {at.x, y, at.w, 0}, ui.say("help.keys.common"));
    return y - at.y;
}

// What was signed, or taken back, with what goes along, and of whom, where that is known.
std::string said_of(const Ui& ui, const std::string& key, const flow::Undo& undo) {
    std::string what = act_title(ui, undo.kind);
    if (undo.with.answer) what = ui.say("field.undo.with_answer", {{"what", what}});
    if (undo.with.lead) what = ui.say("field.undo.with_lead", {{"what", what}});
    if (undo.whose.empty()) return ui.say(key, {{"what", what}});
    return ui.say(key + "_of", {{"what", what}, {"who", undo.whose}});
}

}  // namespace

void draw_lists(Desk& desk, Rect& body) {
    Ui& ui = desk.ui;
    const auto unanswered = flow::inbox_counts(desk.state)[static_cast<std::size_t>(flow::InboxFilter::Unanswered)];
    const ListTab tabs[] = {
        {DeskPlace::Today, "field.lists.today", icon::kEventAvailable, desk.state.cases.tasks.size()},
        {DeskPlace::Cases, "field.lists.cases", icon::kGavel, desk.state.cases.rows.size()},
        {DeskPlace::Inbox, "field.lists.inbox", icon::kInventory2, unanswered},
        {DeskPlace::Leads, "field.lists.leads", icon::kGroups, desk.state.leads.open_count()}};
    const float em = desk.em();
    const float tall = desk_button_tall(desk);
    const Rect row = body.cut_top(tall, 14);
    float wanted = 0;
    std::vector<std::string> labels;
    std::vector<float> widths;
    const auto all = std::span(tabs).first(flow::reads_intake(desk.state) ? 4 : 2);
    for (const ListTab& tab : all) {
        labels.push_back(ui.say(tab.key, {{"n", std::to_string(tab.count)}}));
        widths.push_back(ui.wide(labels.back(), desk_strong(desk)) + em * 3.2F);
        wanted += widths.back() + 12;
    }
    const float squeeze = std::min(1.0F, row.w / wanted);
    float x = row.x;
    for (std::size_t i = 0; i < all.size(); ++i) {
        draw_list_tab(desk, {x, row.y, widths[i] * squeeze, tall}, tabs[i], labels[i]);
        x += widths[i] * squeeze + 12;
    }
}

void draw_undo(Desk& desk, Rect& body) {
    const auto& undo = desk.state.cases.undo;
    const auto& undone = desk.state.cases.undone;
    Ui& ui = desk.ui;
    if (undone && desk.state.now < undone->until) {
        const std::string words = said_of(ui, "field.undo.done", *undone);
        const float high = remark_tall(desk, body.w - 72, words);
        remark(desk, {body.x + 36, body.y + 14, body.w - 72, high}, words, Tone::quiet, icon::kUndo);
        body.cut_top(high + 14);
    }
    if (!undo || desk.state.now >= undo->until || !flow::takes_back_here(desk.state)) return;
    const std::string button = ui.say("field.undo.button");
    const std::string words = said_of(ui, "field.undo.words", *undo);
    const float wide = desk_button_wide(desk, button, icon::kUndo);
    const float tall = std::max(desk_button_tall(desk), remark_tall(desk, body.w - 72 - wide - 20, words));
    Rect row{body.x + 36, body.y + 14, body.w - 72, tall};
    body.cut_top(tall + 14);
    const Rect at = row.cut_right(wide, 20);
    remark(desk, row, words, Tone::go, icon::kTaskAlt);
    if (desk_button(desk, {at.x, at.y, at.w, desk_button_tall(desk)}, button, {Tone::plain, icon::kUndo, Type::body}))
        desk.send(PressedUndo{});
}

void draw_help(Desk& desk, Rect& body) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    const bool beside = !ui.portrait() && body.w > em * 44;
    const Rect whole = beside ? body.cut_right(std::max(560.0F, em * 17)) : body.cut_bottom(body.h * 0.45F);
    const Rect card = whole.inset(beside ? 14.0F : 36.0F, 14);
    panel(ui, card, 18);
    const Colour before = ui.ground(ui.palette().card);
    Rect inner = card.inset(24, 18);
    const std::string close = ui.say("field.help.close");
    const float wide = desk_button_wide(desk, close, icon::kClose);
    const Rect bottom = inner.cut_bottom(desk_button_tall(desk), 12);
    const Rect start = desk.begin_scroll(inner, "field.help");
    const float used = draw_help_text(desk, {start.x, start.y, start.w - 8, 0});
    desk.scroll_by_keys(Desk::Keys::Own);  // as long as it is open, they are its own
    desk.end_scroll(used + 12);
    if (desk_button(desk, {bottom.right() - wide, bottom.y, wide, bottom.h}, close,
                    {Tone::plain, icon::kClose, Type::body}))
        desk.send(PressedHelp{});
    ui.ground(before);
}

constexpr float kBesideOpen = 24;

namespace {

std::string open_case_words(const Desk& desk) {
    return desk.ui.say(flow::case_of_sheet(desk.state) != nullptr ? "field.case.open_known" : "field.case.open_from");
}

}  // namespace

float open_case_wide(const Desk& desk) {
    if (!flow::reads_intake(desk.state)) return 0;
    return desk_button_wide(desk, open_case_words(desk), icon::kGavel) + kBesideOpen;
}

void draw_open_case(Desk& desk, Rect& row) {
    if (!flow::reads_intake(desk.state)) return;
    const std::string words = open_case_words(desk);
    const bool is_next = flow::opens_case_first(desk.state) || flow::case_of_sheet(desk.state) != nullptr;
    const Rect at = row.cut_right(open_case_wide(desk) - kBesideOpen, kBesideOpen);
    if (desk_button(desk, {at.x, at.y, at.w, desk_button_tall(desk)}, words,
                    {is_next ? Tone::go : Tone::navy, icon::kGavel, Type::body}))
        desk.send(PressedOpenCase{});
    if (desk.ctrl(ImGuiKey_O)) desk.send(PressedOpenCase{});
}

}  // namespace courtyard::screens
