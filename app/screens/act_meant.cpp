#include "app/screens/act_meant.hpp"

#include <algorithm>

#include "app/cases/balance.hpp"
#include "app/cases/promise.hpp"
#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"

namespace courtyard::screens {
namespace {

bool is_of_money(const cases::Fact& fact) { return fact.kind == "pay_ordered" || fact.kind == "urgent_proposed"; }

// What was granted, and what was ordered and paid of it until now; nothing where there was none.
float draw_ledger(Desk& desk, const Rect& at, float label) {
    const Ui& ui = desk.ui;
    const cases::Balance money = cases::balance(desk.state.cases.view->folded);
    float y = at.y;
    const auto add = [&](const char* key, domain::Fen sum) {
        if (sum.value <= 0) return;
        if (y == at.y) y += group_title(desk, {at.x, y, at.w, 0}, ui.say("field.act.meant.ledger"));
        y += line_fact(desk, {at.x, y, at.w, 0}, ui.say(key), yuan_words(ui, sum), {label, Weight::text});
    };
    add("field.money.granted", money.granted);
    add("field.act.meant.urgent", money.urgent);
    add("field.money.arrived_sum", money.arrived);
    add("field.money.ordered_sum", money.ordered);
    add("field.money.paid_sum", money.paid);
    return y - at.y;
}

// What was said of a promise since: that it was kept, that it was not, that it takes longer. Whoever confirms or closes
// it has both sides before them.
void add_said_of(const flow::CaseView& view, const cases::Fact& promised, std::vector<const cases::Fact*>& to) {
    for (const cases::Fact& each : view.facts) {
        const bool is_of_it = cases::promise_move(each.kind) && each.fact("promise") == promised.id;
        if (is_of_it && view.folded.is_taken(each.id)) to.push_back(&each);
    }
}

}  // namespace

std::vector<const cases::Fact*> meant_facts(const Desk& desk) {
    std::vector<const cases::Fact*> meant;
    const flow::ActDraft& draft = *desk.state.cases.act;
    const cases::ActRule* rule = flow::rule_of(draft);
    if (!desk.state.cases.view || !rule) return meant;
    for (const cases::FieldRule& field : rule->fields) {
        if (field.type != cases::FieldType::Fact) continue;
        const auto typed = draft.fields.find(field.name);
        if (typed == draft.fields.end() || typed->second.chosen.empty()) continue;
        const auto id = cases::FactId::parse(typed->second.chosen.front());
        const cases::Fact* fact = id ? flow::find_fact(*desk.state.cases.view, *id) : nullptr;
        if (fact == nullptr) continue;
        meant.push_back(fact);
        if (fact->kind == "promised") add_said_of(*desk.state.cases.view, *fact, meant);
    }
    return meant;
}

float draw_meant(Desk& desk, const Rect& body) {
    Ui& ui = desk.ui;
    const flow::CaseView& view = *desk.state.cases.view;
    const float label = std::min(body.w * 0.34F, desk.em(Type::note) * 11);
    float y = body.y;
    bool is_money = false;
    for (const cases::Fact* fact : meant_facts(desk)) {
        y += group_title(desk, {body.x, y, body.w, 0}, act_title(ui, fact->kind));
        const std::string who = ui.say("field.case.made", {{"who", person_words(ui, &view, fact->author)},
                                                           {"when", short_day(ui, fact->day(), desk.today())}});
        y += ui.write({body.x, y, body.w, 0}, who, desk_soft(desk)) + desk.em() * 0.4F;
        y += draw_fact_whole(desk, {body.x, y, body.w, 0}, view, *fact) + desk.em() * 0.6F;
        is_money = is_money || is_of_money(*fact);
    }
    if (is_money) y += draw_ledger(desk, {body.x, y, body.w, 0}, label);
    return y - body.y;
}

}  // namespace courtyard::screens
