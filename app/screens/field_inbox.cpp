// All applications of the court's intake, urgent ones first: filters with counts, search, ten thousand rows of which
// only those in sight are drawn.
#include <algorithm>
#include <array>
#include <cmath>

#include "app/screens/case_screens.hpp"
#include "app/screens/field_alerts.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/long_list.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;
using flow::InboxFilter;
using flow::InboxRow;

constexpr float kSide = 36;
constexpr float kCell = 16;

std::string filter_key(InboxFilter filter) {
    switch (filter) {
        case InboxFilter::Unanswered: return "field.filter.unanswered";
        case InboxFilter::InWork: return "field.filter.in_work";
        case InboxFilter::Ended: return "field.filter.ended";
        case InboxFilter::All: break;
    }
    return "field.filter.all";
}

constexpr float kFilterGap = 12;

std::string filter_label(const Desk& desk, InboxFilter filter) {
    const auto counts = flow::inbox_counts(desk.state);
    return desk.ui.say(filter_key(filter), {{"n", std::to_string(counts[static_cast<std::size_t>(filter)])}});
}

float filter_wide(const Desk& desk, InboxFilter filter) {
    return desk.ui.wide(filter_label(desk, filter), desk_strong(desk)) + 44;
}

float filters_wide(const Desk& desk) {
    float width = -kFilterGap;
    for (const InboxFilter filter : flow::kInboxFilters)
        width += filter_wide(desk, filter) + kFilterGap;
    return width;
}

// From the left; those that do not fit any more go into the next row, which begins `step` below.
void draw_filters(Desk& desk, const Rect& rect, float step) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    Rect at = rect;
    for (const InboxFilter filter : flow::kInboxFilters) {
        const std::string label = filter_label(desk, filter);
        at.w = filter_wide(desk, filter);
        if (at.right() > rect.right() && at.x > rect.x) {
            at.x = rect.x;
            at.y += step;
        }
        const Touch touch = desk.control(at, label, static_cast<int>(filter), rect.h / 2);
        const bool on = desk.state.filter == filter;
        ui.fill(touch.rect, on ? p.navy : p.card, rect.h / 2);
        if (!on) ui.frame(touch.rect, p.rule, 2, rect.h / 2);
        const Colour before = ui.ground(on ? p.navy : p.card);
        ui.line(touch.rect, label, {Type::body, Weight::strong, on ? p.on_dark : p.ink, Align::centre});
        ui.ground(before);
        if (touch.pressed) {
            desk.send(ChoseFilter{filter});
            desk.leave_control();  // what was filtered for is looked at next: arrows and Enter are its
        }
        at.x += at.w + kFilterGap;
    }
}

void draw_search(Desk& desk, const Rect& rect) {
    const std::string label = desk.ui.say("field.search");
    desk.begin_at(Desk::id_of(label));
    if (desk.ctrl(ImGuiKey_F)) desk.focus(Desk::id_of(label));
    const std::string hint = search_hint(desk, label, "field.search_short", rect.w);
    const InputResult typed =
        desk.input(rect, desk.state.search, label, {InputKind::line, hint, icon::kSearch, flow::kDeskLineMax, false});
    if (typed.text) desk.send(TypedSearch{*typed.text});
}

struct Columns {
    float mark = 0, name = 0, number = 0, site = 0, filed = 0, status = 0, hint = 0;
};

Columns columns_of(const Desk& desk, float width) {
    const float em = desk.em(Type::note);
    Columns c;
    c.mark = em * 5.1F;
    c.filed = em * 8.3F;
    c.status = em * 8.6F;
    c.number = em * 10.6F;
    const float left = width - c.mark - c.filed - c.status - c.number;
    c.name = left * 0.23F;
    c.site = left * 0.42F;
    c.hint = left * 0.35F;
    return c;
}

bool is_wide(const Desk& desk, float width) { return width > desk.em(Type::note) * 58; }

ChipLook urgent_look() { return {icon::kWarning, Tone::help, Type::note}; }

std::string site_words(const Desk& desk, const InboxRow& row) {
    if (!row.from_slip) return row.site;
    return row.site.empty() ? desk.ui.say("field.from_slip") : desk.ui.say("field.from_slip_of", {{"site", row.site}});
}

std::string hint_words(const Desk& desk, const InboxRow& row) { return outcome_label(desk.ui, row.outcome); }

void draw_heads(Desk& desk, const Rect& rect, const Columns& c) {
    const std::array heads{ColumnHead{c.mark, {}},
                           ColumnHead{c.name, "field.column.name"},
                           ColumnHead{c.number, "field.column.number"},
                           ColumnHead{c.site, "field.column.site"},
                           ColumnHead{c.filed, "field.column.filed"},
                           ColumnHead{c.status, "field.column.status"},
                           ColumnHead{c.hint, "field.column.hint"}};
    draw_column_heads(desk, rect, heads);
}

void draw_unopened(Desk& desk, Rect inner, const InboxRow& row) {
    const ChipLook look{icon::kSdCardAlert, Tone::quiet, Type::note};
    const std::string word = desk.ui.say("field.unopened");
    chip(desk, inner.x, inner.middle_y(), word, look);
    inner.cut_left(chip_wide(desk, word, look), 20);
    const std::string text = desk.ui.say(
        "field.unopened.why",
        {{"when", moment_words(desk.ui, row.arrived, desk.state.now)}, {"why", problem_words(desk.ui, row.problem)}});
    const Style soft = desk_soft(desk);
    const float tall = desk.ui.tall(text, inner.w, soft);
    if (desk.ui.wide(text, soft) > inner.w && tall <= inner.h)
        desk.ui.write({inner.x, inner.middle_y() - tall / 2, inner.w, 0}, text, soft);
    else
        line_cut(desk, inner, text, soft);
}

void draw_wide_row(Desk& desk, const Rect& rect, const InboxRow& row, const Columns& c) {
    const Style text = desk_text(desk, Type::note);
    if (row.urgent) chip(desk, rect.x + kCell, rect.middle_y(), desk.ui.say("field.urgent"), urgent_look());
    RowCells cells({rect.x + c.mark, rect.y, rect.w - c.mark, rect.h});
    line_cut(desk, cells.next(c.name), row.name, desk_strong(desk));
    line_cut(desk, cells.next(c.number), row.number, text);
    line_cut(desk, cells.next(c.site), site_words(desk, row), text);
    line_cut(desk, cells.next(c.filed), moment_words(desk.ui, row.filed, desk.state.now), text);
    chip(desk, cells.next(c.status).x, rect.middle_y(), status_label(desk.ui, flow::shown_status(row)),
         status_look(flow::shown_status(row)));
    line_cut(desk, cells.next(c.hint), hint_words(desk, row), desk_soft(desk));
}

// Two lines where there is no room for seven columns.
void draw_narrow_row(Desk& desk, const Rect& rect, const InboxRow& row) {
    const float em = desk.em(Type::note);
    Rect inner = rect.inset(kCell + 8, 0);
    const ChipLook look = status_look(flow::shown_status(row));
    const std::string status = status_label(desk.ui, flow::shown_status(row));
    const float first = rect.y + rect.h * 0.32F;
    const float wide = chip_wide(desk, status, look);
    chip(desk, inner.right() - wide, first, status, look);
    Rect name{inner.x, first - em, inner.w - wide - 16, em * 2};
    if (row.urgent) name.cut_left(chip(desk, name.x, first, desk.ui.say("field.urgent"), urgent_look()), 14);
    line_cut(desk, name, row.name, desk_strong(desk));
    const std::string site = site_words(desk, row);
    const auto words = [&](std::string_view key, const std::string& shown_site) {
        return desk.ui.say(key, {{"number", row.number},
                                 {"site", shown_site},
                                 {"filed", moment_words(desk.ui, row.filed, desk.state.now)},
                                 {"hint", hint_words(desk, row)}});
    };
    const Style soft = desk_soft(desk);
    std::string second = words("field.row.second", site);
    if (desk.ui.wide(second, soft) > inner.w) second = words("field.row.second_short", site);
    // A long name of a site gives way, never the date behind it.
    if (const float over = desk.ui.wide(second, soft) - inner.w; over > 0)
        second = words("field.row.second_short", shortened(desk, site, desk.ui.wide(site, soft) - over, soft));
    line_cut(desk, {inner.x, rect.y + rect.h * 0.56F, inner.w, em * 1.2F}, second, desk_soft(desk));
}

void draw_empty(Desk& desk, const Rect& rect) {
    const char* key = "field.inbox.empty";
    if (!desk.state.rows.empty())
        key = desk.state.search.empty() ? "field.inbox.none_here" : none_found_key(desk, "field.inbox.none_found");
    if (desk.state.waiting == flow::DeskWait::Inbox) key = "field.wait.inbox";
    draw_empty_list(desk, rect, icon::kInventory2, desk.ui.say(key));
}

void draw_rows(Desk& desk, const Rect& rect, const std::vector<std::size_t>& shown, bool wide, const Columns& c) {
    const float em = desk.em(Type::note);
    const auto row = [&](std::size_t i) -> const InboxRow& { return desk.state.rows[shown[i]]; };
    LongRows rows;
    rows.name = [&](std::size_t i) { return row(i).name.empty() ? desk.ui.say("field.unopened") : row(i).name; };
    rows.salt = [&](std::size_t i) { return static_cast<int>(shown[i]); };
    rows.draw = [&](const Rect& at, std::size_t i) {
        if (!row(i).problem.empty())
            draw_unopened(desk, at.inset(kCell, 0), row(i));
        else if (wide)
            draw_wide_row(desk, at, row(i), c);
        else
            draw_narrow_row(desk, at, row(i));
    };
    rows.pressed = [&](std::size_t i) { desk.send(PressedRow{row(i).id}); };
    const float tall = std::max(52.0F, wide ? em * 2.15F : em * 3.5F);
    draw_long_list(desk, rect, {"field.rows", shown.size(), desk.state.chosen, tall}, rows);
}

}  // namespace

void draw_desk_inbox(Desk& desk) {
    Ui& ui = desk.ui;
    Rect body =
        desk_frame(desk, {ui.say("field.inbox.title"), desk.state.court, ui.say("field.inbox.keys")}).inset(kSide, 20);
    draw_lists(desk, body);
    draw_alerts(desk, body);
    const float tall = desk_button_tall(desk);
    Rect tools = body.cut_top(tall, 16);
    const float filters = filters_wide(desk);
    draw_filters(desk, tools, tall + 12);
    if (filters > tools.w) body.cut_top(tall, 12);
    const bool beside = tools.w - filters > desk.em() * 15;
    if (!beside) tools = body.cut_top(tall, 16);
    const float search = std::min(beside ? tools.w - filters - 30 : tools.w, desk.em() * 22);
    draw_search(desk, beside ? tools.cut_right(search) : Rect{tools.x, tools.y, tools.w, tools.h});
    if (!desk.state.problem.empty()) {
        const std::string words = problem_words(ui, desk.state.problem);
        const float high = remark_tall(desk, body.w, words);
        remark(desk, body.cut_top(high, 14), words, Tone::help, icon::kWarning);
    }
    if (!desk.state.mail.problem.empty()) {
        const std::string words = problem_words(ui, desk.state.mail.problem);
        const float high = remark_tall(desk, body.w, words);
        remark(desk, body.cut_top(high, 14), words, Tone::quiet, icon::kCloudOff);
    }
    const std::string recover = ui.say("field.recover.button");
    const Rect strip = body.cut_bottom(tall, 14);
    const float wide_button = desk_button_wide(desk, recover, icon::kPhotoCamera);
    if (desk_button(desk, {strip.right() - wide_button, strip.y, wide_button, tall}, recover,
                    {Tone::plain, icon::kPhotoCamera, Type::body, false}))
        desk.send(flow::desk::PressedRecover{});
    panel(ui, body, 18);
    ui.ground(ui.palette().card);
    const std::vector<std::size_t> shown = flow::shown_rows(desk.state);
    Rect list = body.inset(4, 6);
    if (shown.empty()) {
        draw_empty(desk, list);
        return;
    }
    const bool wide = is_wide(desk, list.w);
    const Columns c = columns_of(desk, list.w - 30);
    if (wide) {
        draw_heads(desk, list.cut_top(desk.em(Type::note) * 1.9F), c);
        ui.fill({list.x, list.y, list.w, 2}, ui.palette().rule);
        list.cut_top(2);
    }
    draw_rows(desk, list, shown, wide, c);
    if (desk.key(ImGuiKey_Enter)) desk.send(PressedOpen{});
}

}  // namespace courtyard::screens
