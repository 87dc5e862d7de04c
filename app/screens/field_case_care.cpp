// What follows the money, as tabs: other bodies' help and promises, revisits, and who is on the case.
#include <algorithm>

#include "app/cases/next_tasks.hpp"
#include "app/cases/paused_days.hpp"
#include "app/cases/revisit_plan.hpp"
#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/help_screens.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;

std::string state_words(const Ui& ui, std::string_view group, std::string_view state) {
    return ui.say("field." + std::string(group) + "." + std::string(state));
}

std::string item_words(const Ui& ui, const flow::CaseView& view, const std::string& item) {
    return offered_words(ui, &view, "referred", "item", item);
}
std::string body_words(const Ui& ui, const flow::CaseView& view, const std::string& body) {
    return offered_words(ui, &view, "referred", "body", body);
}

// A titled table, or a sentence where there is nothing.
float titled(Desk& desk, const Rect& body, std::string_view title, const TableText& rows, std::string_view nothing) {
    float y = body.y + group_title(desk, body, desk.ui.say(title));
    if (rows.rows.empty())
        y += desk.ui.write({body.x, y, body.w, 0}, desk.ui.say(nothing), desk_soft(desk, Type::body));
    else
        y += table(desk, {body.x, y, body.w, 0}, rows);
    return y + desk.em() * 0.9F - body.y;
}

TableText consents_table(const Desk& desk, const flow::CaseView& view) {
    const Ui& ui = desk.ui;
    TableText out{{ui.say("field.care.body"), ui.say("field.care.consent_by")}, {}};
    for (const auto& [body, fact] : view.folded.care.consents)
        out.rows.push_back({body_words(ui, view, body), fact_label(ui, view, fact)});
    return out;
}

// Of the row that comes next, so that it is seen before it is read.
void mark_if_late(const Desk& desk, TableText& table, std::size_t column, domain::Date due) {
    if (due < desk.today()) table.late.emplace_back(table.rows.size(), column);
}

// The day that was named; of one without a day, and of one that was taken on, the day of its task.
domain::Date answer_day(const Desk& desk, const flow::CaseView& view, const cases::Referral& referral) {
    if (referral.state == cases::Referral::State::Sent && referral.answer_by) return *referral.answer_by;
    const cases::Referral* by_days = view.by_days().care.find_referral(referral.by);
    const domain::Date due = cases::referral_due(by_days != nullptr ? *by_days : referral);
    return desk.pack().calendar.after_days(cases::within_reach(due), 0).date;
}

TableText referrals_table(const Desk& desk, const flow::CaseView& view) {
    const Ui& ui = desk.ui;
    TableText out{{ui.say("field.care.item"), ui.say("field.care.body"), ui.say("field.care.state"),
                   ui.say("field.care.sent"), ui.say("field.care.answer_by")},
                  {}};
    for (const cases::Referral& each : view.folded.care.referrals) {
        if (each.double_of) continue;
        std::string state = state_words(ui, "referral", cases::name_of(each.state));
        if (each.ended && each.state != cases::Referral::State::Revoked) state += ui.say("field.referral.ended");
        if (each.is_called_off() && !each.told) state += ui.say("field.referral.untold");
        const domain::Date until = answer_day(desk, view, each);
        const std::string by = each.is_open() ? due_words(ui, {until, false}, desk.today()) : std::string{};
        if (each.is_open()) mark_if_late(desk, out, 4, until);
        out.rows.push_back({item_words(ui, view, each.item), body_words(ui, view, each.body), state,
                            short_day(ui, each.sent_on, desk.today()), by});
    }
    return out;
}

// Other courts and procuratorates that were asked to aid together, with what they grant.
TableText linkages_table(const Desk& desk, const flow::CaseView& view) {
    const Ui& ui = desk.ui;
    TableText out{{ui.say("field.linkage.court"), ui.say("field.care.state"), ui.say("field.linkage.sum"),
                   ui.say("field.linkage.asked_on"), ui.say("field.care.answer_by")},
                  {}};
    for (const cases::Linkage& each : view.folded.care.linkages) {
        if (each.double_of) continue;
        std::string state = state_words(ui, "linkage", cases::name_of(each.state));
        if (each.owes_word()) state += ui.say("field.linkage.untold");
        const domain::Date until =
            each.answer_by.value_or(cases::within_reach(each.asked_on).plus_days(view.revisit.linkage_days));
        const std::string by = each.is_open() ? due_words(ui, {until, false}, desk.today()) : std::string{};
        if (each.is_open()) mark_if_late(desk, out, 4, until);
        const std::string sum = each.granted.value > 0
                                    ? ui.say("field.value.yuan", {{"amount", domain::yuan_display(each.granted)}})
                                    : std::string{};
        out.rows.push_back({each.court, state, sum, short_day(ui, each.asked_on, desk.today()), by});
    }
    return out;
}

TableText promises_table(const Desk& desk, const flow::CaseView& view) {
    const Ui& ui = desk.ui;
    TableText out{{ui.say("field.care.body"), ui.say("field.care.what"), ui.say("field.care.owner"),
                   ui.say("field.care.due"), ui.say("field.care.state")},
                  {}};
    for (const cases::Promise& each : view.folded.care.promises) {
        const std::string due =
            each.is_open() ? due_words(ui, {each.due, false}, desk.today()) : short_day(ui, each.due, desk.today());
        if (each.is_open()) mark_if_late(desk, out, 3, each.due);
        out.rows.push_back({body_words(ui, view, each.body), each.what, each.owner, due,
                            state_words(ui, "promise", cases::name_of(each.state))});
    }
    return out;
}

TableText plan_table(const Desk& desk, const flow::CaseView& view) {
    const Ui& ui = desk.ui;
    TableText out{{ui.say("field.care.plan"), ui.say("field.care.due"), ui.say("field.care.state")}, {}};
    for (const auto& [row, until] : view.plan) {
        std::string state = ui.say("field.revisit.open");
        const bool is_left = row.left != cases::PlanRow::Left::No;
        if (row.made) {
            state = fact_label(ui, view, *row.made);
        } else if (is_left) {
            state = ui.say(row.left == cases::PlanRow::Left::Over ? "field.revisit.over" : "field.revisit.passed");
        } else if (row.tries > 0) {
            state = ui.say("field.revisit.tries", {{"n", std::to_string(row.tries)}});
        }
        std::string due;
        if (row.made) due = short_day(ui, until.day, desk.today());
        if (!row.made && !is_left) {
            due = due_words(ui, until, desk.today());
            mark_if_late(desk, out, 1, until.day);
        }
        out.rows.push_back({offered_words(ui, &view, "revisit_made", "plan", row.plan), due, state});
    }
    return out;
}

std::string outcome_words(const Desk& desk, const cases::Revisit& revisit) {
    const Ui& ui = desk.ui;
    if (!revisit.made) return act_choice(ui, "revisit_tried", "outcome", revisit.outcome);
    std::string words;
    for (const std::string& code : revisit.conclusions)
        words += (words.empty() ? "" : ui.say("field.comma")) +
                 offered_words(ui, nullptr, "revisit_made", "conclusions", code);
    return words;
}

TableText revisits_table(const Desk& desk, const flow::CaseView& view) {
    const Ui& ui = desk.ui;
    TableText out{
        {ui.say("field.care.day"), ui.say("field.care.way"), ui.say("field.care.who"), ui.say("field.care.outcome")},
        {}};
    for (auto each = view.folded.care.revisits.rbegin(); each != view.folded.care.revisits.rend(); ++each)
        out.rows.push_back({short_day(ui, each->day, desk.today()), act_choice(ui, "revisit_made", "way", each->way),
                            person_words(ui, &view, each->caller), outcome_words(desk, *each)});
    return out;
}

float draw_alerts_of_case(Desk& desk, const Rect& body, const flow::CaseView& view) {
    float y = body.y;
    const auto draw = [&](std::string_view what, domain::Date day, bool is_passed, bool is_done) {
        const char* standing = is_passed ? "field.revisit.alert_passed" : "field.revisit.alert";
        const std::string words = desk.ui.say(is_done ? "field.revisit.alert_done" : standing,
                                              {{"what", act_choice(desk.ui, "alert_passed", "what", std::string(what))},
                                               {"day", short_day(desk.ui, day, desk.today())}});
        y += remark(desk, {body.x, y, body.w, 0}, words, is_done ? Tone::go : Tone::help,
                    is_done ? icon::kTaskAlt : icon::kWarning) +
             desk.em() * 0.5F;
    };
    for (const cases::Alert& alert : view.folded.care.alerts)
        draw(alert.what, alert.day, alert.passed.has_value(), alert.handled.has_value());
    for (const cases::Followup& each : view.folded.care.followups)
        if (cases::is_due_same_day(each.outcome))
            draw(cases::kNewHarm, each.since, each.passed.has_value(), each.done.has_value());
    return y - body.y;
}

std::string seat_words(const Ui& ui, const std::string& as) { return act_choice(ui, "joined", "as", as); }

}  // namespace

float draw_case_help(Desk& desk, const Rect& body) {
    const flow::CaseView& view = *desk.state.cases.view;
    float y = body.y;
    y += titled(desk, {body.x, y, body.w, 0}, "field.care.promises", promises_table(desk, view),
                "field.care.no_promises");
    y += titled(desk, {body.x, y, body.w, 0}, "field.care.referrals", referrals_table(desk, view),
                "field.care.no_referrals");
    if (!view.folded.care.linkages.empty())
        y += titled(desk, {body.x, y, body.w, 0}, "field.linkage.title", linkages_table(desk, view),
                    "field.linkage.title");
    y += draw_suggestions(desk, {body.x, y, body.w, 0});
    y += titled(desk, {body.x, y, body.w, 0}, "field.care.consents", consents_table(desk, view),
                "field.care.no_consents");
    y += draw_modules(desk, {body.x, y, body.w, 0}, view.suggestions.size());
    return y - body.y;
}

float draw_case_revisits(Desk& desk, const Rect& body) {
    const flow::CaseView& view = *desk.state.cases.view;
    float y = body.y;
    y += draw_alerts_of_case(desk, body, view);
    y += titled(desk, {body.x, y, body.w, 0}, "field.revisit.plan", plan_table(desk, view), "field.revisit.no_plan");
    y += titled(desk, {body.x, y, body.w, 0}, "field.revisit.done", revisits_table(desk, view), "field.revisit.none");
    return y - body.y;
}

float draw_case_members(Desk& desk, const Rect& body) {
    const flow::CaseView& view = *desk.state.cases.view;
    const Ui& ui = desk.ui;
    TableText rows{{ui.say("field.members.who"), ui.say("field.members.as"), ui.say("field.members.since")}, {}};
    for (const auto& [person, seat] : view.folded.members.seats) {
        const cases::Entry* since = view.folded.entry(seat.since);
        rows.rows.push_back({person_words(ui, &view, person), seat_words(ui, seat.as),
                             since ? short_day(ui, since->day, desk.today()) : std::string{}});
    }
    float y = body.y + titled(desk, body, "field.members.title", rows, "field.members.nobody");
    std::string names;
    for (const base::PersonId& person : view.folded.members.in_conflict)
        names += (names.empty() ? "" : ui.say("field.comma")) + person_words(ui, &view, person);
    if (!names.empty())
        y += remark(desk, {body.x, y, body.w, 0}, ui.say("field.members.conflict", {{"names", names}}), Tone::quiet,
                    icon::kInfo);
    return y - body.y;
}

}  // namespace courtyard::screens
