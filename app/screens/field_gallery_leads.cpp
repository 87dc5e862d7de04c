#include "app/screens/field_gallery_leads.hpp"

#include <algorithm>
#include <initializer_list>

#include "app/flow/desk_update.hpp"
#include "app/flow/help_desk.hpp"
#include "app/flow/row_search.hpp"
#include "app/screens/sample_case.hpp"

namespace courtyard::screens {
namespace {

using namespace flow;
using namespace flow::desk;
using cases::LeadMove;

constexpr std::size_t kColumns = 8;

DeskState play(DeskState state, std::initializer_list<DeskEvent> events) {
    for (const DeskEvent& event : events)
        state = desk_update(std::move(state), event, state.now).state;
    return state;
}

template <class Id>
Id id_of(std::size_t number) {
    Id id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i)
        id.bytes[i] = static_cast<std::uint8_t>(number * 57 + i * 29 + 5);
    return id;
}

cases::Lead lead_of(const std::vector<std::string>& parts, std::size_t number, domain::Date today) {
    cases::Lead lead;
    lead.id = id_of<base::RecordId>(number);
    lead.name = parts[0];
    lead.village = parts[1];
    lead.from = parts[2];
    lead.reference = parts[3];
    lead.on = domain::Date::parse(parts[4]).value_or(today);
    lead.agreed = parts[5] == "yes";
    lead.reach = parts[6];
    lead.why = parts[7];
    return lead;
}

cases::LeadStep step_of(const cases::Lead& lead, LeadMove move, int days) {
    cases::LeadStep step;
    step.id = id_of<base::RecordId>(100 + static_cast<std::size_t>(move));
    step.lead = lead.id;
    step.author = id_of<base::PersonId>(1);
    step.move = move;
    step.day = lead.on.plus_days(days);
    if (move == LeadMove::Applied) step.application = id_of<base::RecordId>(900);
    return step;
}

LeadRow row_of(const pack::Pack& pack, const cases::Lead& lead, std::span<const cases::LeadStep> steps) {
    LeadRow row;
    row.view = cases::fold_lead(lead, steps);
    row.source = lead.from;
    row.by_mailbox = !lead.reference.empty();
    row.task = cases::lead_task(row.view, row.by_mailbox);
    row.people[id_of<base::PersonId>(1)] = sample_pairs(pack, "field.sample.people").front().second;
    return row;
}

DeskState opened(DeskState state, const LeadRow& row) {
    state.leads.wanted = row.view.lead.id;
    state.waiting = DeskWait::Case;
    return play(std::move(state), {LeadShown{row}});
}

void add_double_samples(const pack::Pack& pack, const DeskState& list, std::vector<DeskSample>& out) {
    const std::string office = pack.words.text("field.sample.doubles.office");
    const DeskState page = play(list, {WentTo{DeskPlace::Doubles}, DoublesShown{}});
    out.push_back({"field_doubles_no_key", page});
    DoublesView view;
    view.has_key = true;
    view.lists.push_back({office, list.now});
    view.taken.push_back(office);
    view.done = DoublesView::Done::Taken;
    for (const auto& [name, who] : sample_pairs(pack, "field.sample.doubles"))
        view.open.push_back({id_of<base::RecordId>(90 + view.open.size()), name, office, {who}});
    // The last one hits a case of this court: that much is known of it.
    flow::DoubleRow& own = view.open.back();
    own.number = pack.words.text("field.sample.number");
    own.other = flow::OtherCase{id_of<base::RecordId>(95), own.applicant,
                                pack.words.text("field.sample.doubles.number"), domain::ApplicationStatus::Revisit};
    own.where = list.court + ", " + own.other->number;
    view.count = view.open.size();
    out.push_back({"field_doubles", play(page, {DoublesShown{view}})});
    DoublesView written = view;
    written.open.clear();
    written.done = DoublesView::Done::Written;
    written.file = "courtyard-doubles-1a2b3c4d.cytl";
    written.count = 37;
    out.push_back({"field_doubles_written", play(page, {DoublesShown{written}})});
    DoublesView failed = view;
    failed.done = DoublesView::Done::Nothing;
    failed.problem = "tokens.none";
    out.push_back({"field_doubles_problem", play(page, {DoublesShown{failed}})});
    out.push_back({"field_doubles_help", play(page, {DoublesShown{view}, flow::desk::PressedHelp{}})});
}

}  // namespace

std::vector<LeadRow> sample_leads(const pack::Pack& pack, base::Instant now) {
    std::vector<LeadRow> rows;
    for (const std::string& line : sample_split(pack.words.text("field.sample.leads"), '\n')) {
        const std::vector<std::string> parts = sample_split(line, '|');
        if (parts.size() != kColumns) continue;
        const cases::Lead lead = lead_of(parts, rows.size() + 1, domain::Date::in_china(now));
        std::vector<cases::LeadStep> steps;
        if (rows.size() == 3)
            for (const LeadMove move :
                 {LeadMove::NotReached, LeadMove::Contacted, LeadMove::Explained, LeadMove::Applied})
                steps.push_back(step_of(lead, move, static_cast<int>(steps.size()) + 1));
        rows.push_back(row_of(pack, lead, steps));
    }
    return rows;
}

void add_lead_samples(const pack::Pack& pack, const DeskState& today, std::vector<DeskSample>& out) {
    std::vector<LeadRow> rows = sample_leads(pack, today.now);
    rows.front().may_be.push_back({id_of<base::RecordId>(77), "name_village", rows.front().view.lead.name,
                                   pack.words.text("field.sample.number")});
    std::vector<cases::CaseWords> words;
    for (const LeadRow& row : rows) {
        const std::string state(cases::kLeadStateNames[static_cast<std::size_t>(row.view.state)]);
        words.push_back(words_of(row, pack.words.text("field.lead.state." + state)));
    }
    cases::CaseIndex index(sample_readings(pack));
    index.put(words);
    const LeadsListed listed{rows, std::make_shared<const cases::CaseIndex>(std::move(index))};
    const DeskState list = play(today, {listed, WentTo{DeskPlace::Leads}});
    out.push_back({"field_leads", list});
    out.push_back({"field_leads_found", play(list, {TypedSearch{rows[1].view.lead.name}})});
    out.push_back({"field_leads_none", play(list, {LeadsListed{}})});
    out.push_back({"field_leads_help", play(list, {flow::desk::PressedHelp{}})});
    add_double_samples(pack, list, out);
    std::vector<TaskRow> tasks;
    for (const LeadRow& row : rows) {
        if (!row.task) continue;
        TaskRow task;
        task.about = row.view.lead.id;
        task.what = row.task->code;
        task.due = DueDay{row.task->due, false};
        task.days_over = std::max(0, domain::Date::in_china(today.now).days_since(row.task->due));
        task.applicant = row.view.lead.name;
        task.village = row.view.lead.village;
        task.is_lead = true;
        tasks.push_back(task);
    }
    out.push_back({"field_today_leads", play(today, {LeadsListed{rows}, TasksListed{tasks}})});
    const DeskState lead = opened(list, rows[0]);
    out.push_back({"field_lead", lead});
    LeadRow twice = rows[0];
    twice.twins.push_back({rows[3].view.lead.id, "reference", twice.view.lead.name, rows[1].source,
                           twice.view.lead.reference, rows[1].view.lead.on, rows[1].view.state});
    out.push_back({"field_lead_twice", opened(list, twice)});
    out.push_back({"field_lead_not_asked", opened(list, rows[2])});
    out.push_back({"field_lead_applied", opened(list, rows[3])});
    const DeskState contacted = play(lead, {ChoseLeadStep{LeadMove::Contacted}});
    out.push_back({"field_act_lead", contacted});
    out.push_back({"field_act_lead_confirm", play(contacted, {PressedReadAct{}})});
    const DeskState aside = play(lead, {ChoseLeadStep{LeadMove::Declined}, PressedReadAct{}});
    out.push_back({"field_act_lead_aside", aside});
    out.push_back({"field_act_lead_applied", play(lead, {ChoseLeadStep{LeadMove::Applied}})});
    out.push_back({"field_act_lead_opens", play(lead, {PressedCaseOfLead{}})});
    out.push_back({"field_act_lead_noted", play(list, {PressedNewLead{}})});
}

void add_help_samples(const pack::Pack& pack, const DeskState& opened_case, std::vector<DeskSample>& out) {
    const DeskState help = play(opened_case, {ChoseCaseTab{CaseTab::Help}, MovedHelpLine{1}});
    out.push_back({"field_case_suggested", help});
    const auto lines = help_lines(*help.cases.view);
    const auto begun = std::find_if(lines.begin(), lines.end(), [&](const HelpLine& line) {
        return line.what == HelpLine::What::Act && !help.cases.view->modules[line.row].stage.empty();
    });
    if (begun == lines.end()) return;
    const auto down = static_cast<int>(lines.size());
    out.push_back({"field_case_modules", play(help, {MovedHelpLine{down}})});
    std::size_t unasked = 0;
    for (std::size_t i = help.cases.view->suggestions.size(); i-- > 0;)
        if (help.cases.view->suggestions[i].agreed.empty() && !help.cases.view->suggestions[i].to_ask.empty())
            unasked = i;
    const DeskState consent = play(help, {PressedHelpLine{unasked}});
    out.push_back({"field_act_consent_first", play(consent, {ToggledValue{"how", "signed"}, PressedReadAct{}})});
    const DeskState act = play(help, {PressedHelpLine{static_cast<std::size_t>(begun - lines.begin())}});
    out.push_back({"field_act_module", act});
    DeskState filled = act;
    for (const auto& field : act.cases.act->form->spec().fields)
        filled = field.choices.empty()
                     ? play(std::move(filled), {TypedField{field.name, pack.words.text("field.sample.reason")}})
                     : play(std::move(filled), {ToggledValue{field.name, field.choices.front().value}});
    out.push_back({"field_act_module_confirm", play(filled, {PressedReadAct{}})});
}

}  // namespace courtyard::screens
