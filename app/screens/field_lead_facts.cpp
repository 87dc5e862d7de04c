// What is known of a lead, and what a step with it would change.
#include <algorithm>

#include "app/screens/case_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/lead_screens.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;
using flow::LeadRow;

TableText steps_table(const Desk& desk, const LeadRow& row) {
    const Ui& ui = desk.ui;
    TableText out{
        {ui.say("field.care.day"), ui.say("field.lead.step"), ui.say("field.care.who"), ui.say("field.lead.words")},
        {}};
    for (const cases::LeadStep& step : row.view.steps) {
        const auto who = row.people.find(step.author);
        const bool known = who != row.people.end() && !who->second.empty();
        const auto& gone = row.view.taken_back;
        std::string what = act_title(ui, flow::lead_kind(step.move));
        if (std::find(gone.begin(), gone.end(), step.id) != gone.end())
            what = ui.say("field.lead.taken_back", {{"what", what}});
        out.rows.push_back({short_day(ui, step.day, desk.today()), what,
                            known ? who->second : ui.say("field.case.stranger"), step.words});
    }
    return out;
}

class Facts {
public:
    Facts(Desk& desk, const Rect& body) : desk_(desk), body_(body), y_(body.y) {}

    void title(std::string_view key) { y_ += group_title(desk_, rest(), desk_.ui.say(key)); }
    void fact(std::string_view key, const std::string& value) {
        const float label = std::min(body_.w * 0.34F, desk_.em() * 8);
        if (!value.empty()) y_ += line_fact(desk_, rest(), desk_.ui.say(key), value, {label, Weight::text});
    }
    void words(const std::string& text) { y_ += desk_.ui.write(rest(), text, desk_text(desk_)) + desk_.em() * 0.6F; }
    void say(const std::string& text, Tone tone, const char* icon) {
        y_ += remark(desk_, rest(), text, tone, icon) + desk_.em() * 0.7F;
    }
    void rows(const TableText& text) { y_ += table(desk_, rest(), text) + desk_.em() * 0.7F; }
    bool button(const std::string& label, const char* icon, int salt) {
        const float tall = desk_button_tall(desk_);
        const Rect at{body_.x, y_, std::min(body_.w, desk_button_wide(desk_, label, icon)), tall};
        y_ += tall + 10;
        return desk_button(desk_, at, label, {Tone::plain, icon, Type::body}, salt);
    }
    void gap() { y_ += desk_.em() * 0.6F; }
    [[nodiscard]] float used() const { return y_ - body_.y; }

private:
    [[nodiscard]] Rect rest() const { return {body_.x, y_, body_.w, 0}; }

    Desk& desk_;
    Rect body_;
    float y_;
};

void add_cases(Desk& desk, Facts& facts, const LeadRow& row) {
    const Ui& ui = desk.ui;
    const bool applied = row.view.state == cases::LeadState::Applied && flow::paper_of(row) != nullptr;
    if (row.may_be.empty() && !applied) return;
    facts.title("field.lead.may_be");
    if (applied && facts.button(ui.say("field.lead.application"), icon::kInventory2, 0)) desk.send(PressedLeadPaper{});
    for (std::size_t i = 0; i < row.may_be.size(); ++i) {
        const flow::LeadCase& each = row.may_be[i];
        const std::string number = each.number.empty() ? ui.say("field.case.no_number") : each.number;
        const std::string label = ui.say("field.lead.open_case", {{"name", each.applicant}, {"number", number}});
        if (facts.button(label, icon::kGavel, 1 + static_cast<int>(i))) desk.send(PressedCase{each.id});
        facts.words(ui.say("field.lead.because." + each.why));
    }
}

// The same person may have been handed over twice: whoever looks ends one of the two as a double.
void add_twins(Desk& desk, Facts& facts, const LeadRow& row) {
    if (row.twins.empty()) return;
    const Ui& ui = desk.ui;
    constexpr int kTwin = 200;  // beside the buttons of cases
    facts.title("field.lead.twins");
    if (row.view.is_open()) facts.say(ui.say("field.lead.twins.what"), Tone::help, icon::kWarning);
    for (std::size_t i = 0; i < row.twins.size(); ++i) {
        const flow::LeadTwin& each = row.twins[i];
        const std::string label = ui.say("field.lead.twin", {{"name", each.name},
                                                             {"source", each.source},
                                                             {"day", short_day(ui, each.on, desk.today())},
                                                             {"state", lead_state_words(ui, each.state)}});
        if (facts.button(label, icon::kGroups, kTwin + static_cast<int>(i))) desk.send(PressedLead{each.id});
        facts.words(ui.say("field.lead.twin." + each.why));
    }
}

// Who has been reached is asked nothing more.
void draw_agreed(Desk& desk, Facts& facts, const cases::LeadView& view) {
    if (view.is_to_ask())
        facts.say(desk.ui.say("field.lead.not_asked"), Tone::help, icon::kWarning);
    else if (view.is_agreed())
        facts.say(desk.ui.say("field.lead.agreed"), Tone::navy, icon::kCall);
}

}  // namespace

std::string lead_state_words(const Ui& ui, cases::LeadState state) {
    return ui.say("field.lead.state." + std::string(cases::kLeadStateNames[static_cast<std::size_t>(state)]));
}

std::string lead_task_words(const Desk& desk, const std::optional<cases::LeadTask>& task) {
    if (!task) return {};
    return desk.ui.say("field.lead.task", {{"what", desk.ui.say("lead." + task->code)},
                                           {"when", due_words(desk.ui, {task->due, false}, desk.today())}});
}

std::string lead_answer_words(const Ui& ui, const LeadRow& row, const cases::LeadView& view) {
    const std::string said = ui.say("field.lead.answer." + std::string(cases::answer_of(view).state));
    return ui.say(row.by_mailbox ? "field.lead.hears" : "field.lead.tell", {{"said", said}, {"source", row.source}});
}

float draw_lead_facts(Desk& desk, const Rect& body) {
    const Ui& ui = desk.ui;
    const LeadRow& row = *desk.state.leads.open;
    const cases::Lead& lead = row.view.lead;
    Facts facts(desk, body);
    if (row.view.is_open()) draw_agreed(desk, facts, row.view);
    add_twins(desk, facts, row);
    facts.title("field.lead.why");
    facts.words(lead.why);
    facts.fact("field.lead.original", lead.original_case);
    facts.fact("field.lead.reach", lead.reach);
    facts.gap();
    facts.title("field.lead.sender");
    facts.fact("field.lead.column.source", row.source);
    facts.fact("field.lead.reference", lead.reference);
    facts.fact("field.lead.column.day", day_words(ui, lead.on));
    facts.fact("field.lead.told", lead_answer_words(ui, row, row.view));
    facts.gap();
    facts.title("field.lead.steps");
    if (row.view.steps.empty())
        facts.words(ui.say("field.lead.no_steps"));
    else
        facts.rows(steps_table(desk, row));
    add_cases(desk, facts, row);
    return facts.used();
}

float draw_lead_change(Desk& desk, const Rect& at, float label) {
    const Ui& ui = desk.ui;
    float y = at.y;
    const auto add = [&](std::string_view key, const std::string& value) {
        y += line_fact(desk, {at.x, y, at.w, 0}, ui.say(key), value, {label, Weight::text});
    };
    const auto move = flow::lead_move(desk.state.cases.act->kind);
    if (!desk.state.leads.open || !move) {
        add("field.record.change", ui.say("field.lead.change.noted"));
        return y - at.y;
    }
    const LeadRow& row = *desk.state.leads.open;
    const flow::LeadAfter after = flow::lead_after(row, *move, desk.today());
    add("field.lead.which", ui.say("field.lead.about", {{"name", row.view.lead.name}, {"source", row.source}}));
    const std::string from = lead_state_words(ui, row.view.state), to = lead_state_words(ui, after.view.state);
    add("field.record.change", from == to ? ui.say("field.act.no_change", {{"status", to}})
                                          : ui.say("field.record.change.words", {{"from", from}, {"to", to}}));
    const std::string next = lead_task_words(desk, after.task);
    add("field.act.then", next.empty() ? ui.say("field.act.then.nothing") : next);
    if (from != to || !row.by_mailbox) add("field.lead.told", lead_answer_words(ui, row, after.view));
    const auto& fields = desk.state.cases.act->fields;
    const auto chosen = fields.find("application");
    const std::string other = chosen == fields.end() || chosen->second.chosen.empty()
                                  ? std::string()
                                  : flow::other_named(row, desk.state.rows, chosen->second.chosen.front());
    if (!other.empty()) {
        const std::string words = ui.say("field.lead.other_person", {{"other", other}, {"name", row.view.lead.name}});
        y += desk.em() * 0.4F;
        y += remark(desk, {at.x, y, at.w, 0}, words, Tone::help, icon::kWarning);
    }
    return y - at.y;
}

}  // namespace courtyard::screens
