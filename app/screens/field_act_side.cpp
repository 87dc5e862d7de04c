// What lies beside the form of some acts: the papers that members vote on, what a report rests on, what a caller says,
// a statement that is read back to the one who made it, and whatever else an act is about.
#include <algorithm>

#include "app/screens/act_meant.hpp"
#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/contact_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/report_side.hpp"

namespace courtyard::screens {
namespace {

const flow::FieldDraft* typed(const Desk& desk, std::string_view field) {
    const auto found = desk.state.cases.act->fields.find(field);
    return found == desk.state.cases.act->fields.end() ? nullptr : &found->second;
}

const cases::Ballot* ballot_of(const Desk& desk) {
    const flow::FieldDraft* chosen = typed(desk, "ballot");
    if (!chosen || chosen->chosen.empty()) return nullptr;
    const auto id = cases::FactId::parse(chosen->chosen.front());
    return id ? desk.state.cases.view->folded.ballots.find(*id) : nullptr;
}

float draw_papers(Desk& desk, const Rect& body) {
    Ui& ui = desk.ui;
    const flow::CaseView& view = *desk.state.cases.view;
    float y = body.y + group_title(desk, body, ui.say("field.act.papers_laid"));
    const cases::Ballot* ballot = ballot_of(desk);
    if (!ballot) return y - body.y;
    const char* how =
        desk.state.cases.act->kind == "vote_cast" ? "field.act.papers_laid.how" : "field.act.papers_laid.voted";
    y += ui.write({body.x, y, body.w, 0}, ui.say(how), desk_soft(desk)) + desk.em() * 0.7F;
    // The report first: it says what the others are about.
    std::vector<cases::FactId> papers{ballot->report};
    for (const cases::FactId& each : ballot->papers)
        if (each != ballot->report) papers.push_back(each);
    for (const cases::FactId& id : papers) {
        const cases::Fact* fact = flow::find_fact(view, id);
        const std::string title = fact ? act_title(ui, fact->kind) : fact_label(ui, view, id);
        y += ui.write({body.x, y, body.w, 0}, title, {Type::body, Weight::strong, ui.palette().navy_deep}) + 8;
        if (fact) {
            const std::string who = ui.say("field.case.made", {{"who", person_words(ui, &view, fact->author)},
                                                               {"when", short_day(ui, fact->day(), desk.today())}});
            y += ui.write({body.x, y, body.w, 0}, who, desk_soft(desk)) + desk.em() * 0.4F;
            y += draw_fact_whole(desk, {body.x, y, body.w, 0}, view, *fact);
        }
        y += desk.em() * 0.5F;
        ui.fill({body.x, y - desk.em() * 0.3F, body.w, 2}, ui.palette().rule);
    }
    return y - body.y;
}

// What this row of the plan is about.
std::string about_words(const Desk& desk) {
    const flow::FieldDraft* plan = typed(desk, "plan");
    if (!plan || plan->text.empty()) return {};
    const std::string id = plan->text.starts_with('S') ? "S" : plan->text;
    for (const domain::RevisitSaying& each : desk.pack().revisit.plan)
        if (each.id == id) return desk.ui.say("field.call.about", {{"what", each.say}});
    return {};
}

// Word by word what is said, then the rules of every call: both of the pack, rules/revisit.toml.
float draw_script(Desk& desk, const Rect& body) {
    Ui& ui = desk.ui;
    const flow::CaseView& view = *desk.state.cases.view;
    const float em = desk.em();
    float y = body.y + group_title(desk, body, ui.say("field.call.title"));
    const auto say = [&](const std::string& words) {
        if (!words.empty()) y += ui.write({body.x, y, body.w, 0}, words, desk_text(desk)) + em * 0.5F;
    };
    const cases::SpokenScript script = script_of_call(desk, view);
    for (const std::string& line : script.lines)
        say(line);
    say(about_words(desk));
    say(ui.say("field.call.then"));
    std::string rules;
    for (const std::string& rule : script.rules)
        rules += (rules.empty() ? "" : "\n") + rule;
    if (!rules.empty()) y += remark(desk, {body.x, y, body.w, 0}, rules, Tone::help, icon::kWarning) + em * 0.6F;
    std::string open;
    for (const cases::Promise& promise : view.folded.care.promises)
        if (promise.is_open())
            open += ui.say("field.call.promise", {{"body", offered_words(ui, &view, "promised", "body", promise.body)},
                                                  {"what", promise.what},
                                                  {"due", short_day(ui, promise.due, desk.today())}});
    if (!open.empty()) {
        y += group_title(desk, {body.x, y, body.w, 0}, ui.say("field.care.promises"));
        y += ui.write({body.x, y, body.w, 0}, open, desk_text(desk));
    }
    return y - body.y;
}

float draw_read_back(Desk& desk, const Rect& body) {
    Ui& ui = desk.ui;
    float y = body.y + group_title(desk, body, ui.say("field.act.read_back"));
    y += ui.write({body.x, y, body.w, 0}, ui.say("field.act.read_back.how"), desk_soft(desk)) + desk.em() * 0.6F;
    const flow::FieldDraft* statement = typed(desk, "statement");
    const bool nothing = !statement || statement->text.empty();
    const Style style{nothing ? Type::body : Type::lead, Weight::text,
                      nothing ? ui.palette().soft_ink : ui.palette().ink};
    y += ui.write({body.x, y, body.w, 0}, nothing ? ui.say("field.act.read_back.nothing") : statement->text, style);
    return y - body.y;
}

using DrawSide = float (*)(Desk&, const Rect&);

// Of acts that need more beside them than the facts that they name.
DrawSide side_of(std::string_view kind) {
    if (kind == "report_written") return draw_report_side;
    if (kind == "vote_cast" || kind == "decided") return draw_papers;
    if (kind == "revisit_made" || kind == "revisit_tried") return draw_script;
    return kind == "site_visited" || kind == "statement_taken" ? draw_read_back : nullptr;
}

}  // namespace

bool has_own_side(const Desk& desk) { return side_of(desk.state.cases.act->kind) != nullptr; }

bool has_act_side(const Desk& desk) {
    if (!desk.state.cases.view) return false;
    return has_own_side(desk) || !meant_facts(desk).empty();
}

float draw_act_side(Desk& desk, const Rect& body) {
    const DrawSide own = side_of(desk.state.cases.act->kind);
    return own ? own(desk, body) : draw_meant(desk, body);
}

}  // namespace courtyard::screens
