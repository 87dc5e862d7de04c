// Which items of other bodies' help fit a case and why, whom to ask; and what a referral or a consent leads to.
#include <algorithm>

#include "app/flow/help_desk.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/help_screens.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using flow::HelpRow;

std::string joined(const Ui& ui, const std::vector<std::string>& ids, const std::map<std::string, std::string>& names) {
    std::string words;
    for (const std::string& id : ids) {
        const auto name = names.find(id);
        words += (words.empty() ? "" : ui.say("field.comma")) + (name == names.end() ? id : name->second);
    }
    return words;
}

// How much of the end of `before` the next one begins with again, in bytes; less than so many characters is chance.
std::size_t said_again(std::string_view before, std::string_view next) {
    constexpr std::size_t kCharactersMin = 3;
    for (std::size_t from = 0; from < before.size(); (void)next_character(before, from)) {
        const std::string_view tail = before.substr(from);
        if (next.starts_with(tail)) return flow::characters(tail) < kCharactersMin ? 0 : tail.size();
    }
    return 0;
}

// "the court found that life is hard", "life is hard, and nobody helps yet": said once.
std::string reasons_in_one(const Ui& ui, const std::vector<std::string>& reasons) {
    std::string words;
    for (const std::string& each : reasons) {
        const std::size_t again = said_again(words, each);
        words += (words.empty() || again > 0 ? std::string() : ui.say("field.comma")) + each.substr(again);
    }
    return words;
}

bool may_refer(const Desk& desk) {
    const auto& acts = desk.state.cases.acts;
    return std::any_of(acts.begin(), acts.end(), [](const auto& act) { return act.kind == "referred"; });
}

HelpLineText text_of(const Desk& desk, const HelpRow& row) {
    const Ui& ui = desk.ui;
    const pack::HelpOffers& names = desk.state.cases.view->help;
    HelpLineText text{icon::kVolunteerActivism, row.title, {}, {}, may_refer(desk)};
    text.can = text.can && !(row.agreed.empty() && row.to_ask.empty());
    if (!row.asked.empty())
        text.state = ui.say("field.help.is_asked");
    else if (!row.agreed.empty())
        text.state = ui.say("field.help.agreed");
    else if (!row.to_ask.empty())
        text.state = ui.say("field.help.ask_first");
    const auto add = [&](std::string_view key, const std::string& what) {
        if (!what.empty()) text.lines.push_back(ui.say(key, {{"what", what}}));
    };
    add("field.help.because", reasons_in_one(ui, row.because));
    std::string ask;
    for (const std::string& each : row.ask)
        ask += each;
    add("field.help.perhaps", ask);
    add("field.help.asked", joined(ui, row.asked, names.bodies));
    add("field.help.may_ask", joined(ui, row.agreed, names.bodies));
    add("field.help.must_ask", joined(ui, row.to_ask, names.bodies));
    add("field.help.tells", joined(ui, row.share, names.fields));
    return text;
}

}  // namespace

float draw_suggestions(Desk& desk, const Rect& body) {
    Ui& ui = desk.ui;
    const auto& rows = desk.state.cases.view->suggestions;
    float y = body.y + group_title(desk, body, ui.say("field.help.suggested"));
    const char* how = rows.empty() ? "field.help.none" : may_refer(desk) ? "field.help.how" : "field.help.not_now";
    y += ui.write({body.x, y, body.w, 0}, ui.say(how), desk_soft(desk)) + desk.em() * 0.5F;
    bool fits = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (fits && rows[i].because.empty()) {
            fits = false;
            y += desk.em() * 0.4F +
                 ui.write({body.x, y + desk.em() * 0.4F, body.w, 0}, ui.say("field.help.others"), desk_soft(desk)) +
                 desk.em() * 0.3F;
        }
        y += draw_help_line(desk, {body.x, y, body.w, 0}, text_of(desk, rows[i]), i);
    }
    return y + desk.em() * 0.9F - body.y;
}

float draw_help_change(Desk& desk, const Rect& at, float label) {
    const Ui& ui = desk.ui;
    const flow::CaseView* view = desk.state.cases.view.get();
    const flow::ActDraft& draft = *desk.state.cases.act;
    float y = at.y;
    const auto add = [&](std::string_view key, const std::string& value) {
        y += line_fact(desk, {at.x, y, at.w, 0}, ui.say(key), value, {label, Weight::text});
    };
    if (draft.kind == "referred") {
        const cases::Fields fields = flow::signed_fields(draft);
        const auto found = fields.find("answer_by");
        const auto* text = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second);
        const auto day = text ? domain::Date::parse(*text) : base::Result<domain::Date>(domain::Date{});
        add("field.act.then", text && day ? ui.say("field.help.then.answer", {{"day", day_words(ui, *day)}})
                                          : ui.say("field.help.then.no_day"));
    }
    if (desk.state.cases.then) add("field.act.then", ui.say("field.help.then.refer"));
    const flow::ModuleActRow* act = view ? flow::module_act_of(*view, draft) : nullptr;
    if (!act) return y - at.y;
    add("field.module.stage", act->leads_to.empty() ? ui.say("field.module.stays")
                                                    : ui.say("field.module.leads", {{"stage", act->leads_to}}));
    for (const flow::ModuleDueRow& due : act->begins)
        add("field.module.begins",
            ui.say("field.module.due", {{"day", day_words(ui, due.day)}, {"source", due.source}}));
    for (const std::string& source : act->closes)
        add("field.module.closes", source);
    if (act->begins.empty() && act->closes.empty()) add("field.act.then", ui.say("field.act.then.nothing"));
    return y - at.y;
}

}  // namespace courtyard::screens
