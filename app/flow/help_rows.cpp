#include "app/flow/help_rows.hpp"

#include <algorithm>

#include "app/cases/module_run.hpp"
#include "app/flow/act_probe.hpp"
#include "app/flow/help_desk.hpp"

namespace courtyard::flow {

namespace {

using cases::ModuleDue;
using domain::AidModule;
using domain::ModuleAct;

constexpr std::string_view kDot = " \xC2\xB7 ";

cases::FieldType type_of(std::string_view name) {
    const auto& names = domain::kModuleFieldTypes;
    return static_cast<cases::FieldType>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::shared_ptr<const DeskForm> form_for(const AidModule& module, const ModuleAct& act) {
    FormSpec spec;
    spec.kind = module_kind(module.id, act.id);
    spec.title = module.title + std::string(kDot) + act.title;
    spec.signs = "module";
    spec.fixed = {{"module", module.id}, {"act", act.id}};
    for (const domain::ModuleField& field : act.fields) {
        FormField out{field.name, type_of(field.type), field.must ? cases::Need::Must : cases::Need::May, field.label};
        for (std::size_t i = 0; i < field.choices.size(); ++i)
            out.choices.push_back({field.choices[i], field.says[i]});
        spec.fields.push_back(std::move(out));
    }
    return std::make_shared<const DeskForm>(std::move(spec));
}

ModuleDueRow due_row(const ModuleDue& due) { return {due.limit->source, due.due.date, due.due.provisional}; }

// The module as it would stand after this act, done today.
cases::ModuleRun run_after(const cases::ModuleRun& run, const ModuleAct& act, domain::Date today) {
    cases::ModuleRun after = run;
    if (act.in.empty()) after.steps.clear();
    if (!act.to.empty()) after.stage = act.to;
    after.steps.push_back({{}, act.id, after.stage, today, {}});
    return after;
}

ModuleActRow act_row(const AidModule& module, const cases::ModuleRun& run, const ModuleAct& act,
                     const domain::Calendar& calendar, domain::Date today) {
    ModuleActRow row;
    row.form = form_for(module, act);
    if (const domain::ModuleStage* stage = act.to == run.stage ? nullptr : module.stage(act.to))
        row.leads_to = stage->say;
    const cases::ModuleRun next = run_after(run, act, today);
    const std::vector<ModuleDue> before = cases::module_dues(module, run, calendar);
    const std::vector<ModuleDue> after = cases::module_dues(module, next, calendar);
    const std::size_t kept = act.in.empty() ? 0 : before.size();
    for (std::size_t i = kept; i < after.size(); ++i)
        row.begins.push_back(due_row(after[i]));
    for (std::size_t i = 0; i < kept && i < after.size(); ++i)
        if (!before[i].done && after[i].done) row.closes.push_back(before[i].limit->source);
    return row;
}

ModuleRow module_row(const pack::Pack& pack, const AidModule& module, const CaseView& view, domain::Date today) {
    ModuleRow row{module.id, module.title, module.say, {}, false, {}, {}, {}, {}};
    const cases::ModuleRun run = cases::run_module(module, view.facts, view.folded, offices_of(view));
    if (const domain::ModuleStage* stage = module.stage(run.stage)) row.stage = stage->say;
    row.ended = run.ended;
    const cases::ModuleRun by_days =
        view.came.empty()
            ? run
            : cases::run_module(module, cases::with_true_days(view.facts, view.came), view.by_days(), offices_of(view));
    for (const ModuleDue& due : cases::module_dues(module, by_days, pack.calendar))
        if (!due.done) row.dues.push_back(due_row(due));
    const auto role = own_role(view);
    const bool may = role && view.folded.members.has(view.self) && pack.roles.may_do(*role, "module");
    if (may)
        for (const ModuleAct* act : cases::module_acts(module, run, view.self, *role))
            row.acts.push_back(act_row(module, by_days, *act, pack.calendar, today));
    for (const domain::ModulePaper& paper : module.papers) {
        const std::vector<cases::ModuleStep> steps = run.all(paper.act);
        for (auto step = steps.rbegin(); step != steps.rend(); ++step)
            row.papers.push_back({module.id + "." + paper.id, paper.title, step->by, step->day, steps.size() == 1});
    }
    for (const ModuleAct& act : module.acts)
        row.forms.push_back(form_for(module, act));
    return row;
}

}  // namespace

HelpRow help_row(const cases::Suggestion& suggestion, std::vector<std::string> share,
                 std::vector<std::string> mailboxes) {
    HelpRow row;
    row.item = suggestion.door->id;
    row.title = suggestion.door->title;
    row.because = suggestion.because;
    row.agreed = suggestion.agreed;
    row.to_ask = suggestion.to_ask;
    for (const auto& [body, referral] : suggestion.asked)
        row.asked.push_back(body);
    row.share = std::move(share);
    row.mailboxes = std::move(mailboxes);
    return row;
}

std::vector<ModuleRow> module_rows(const pack::Pack& pack, const CaseView& view, domain::Date today) {
    std::vector<ModuleRow> rows;
    for (const AidModule& module : pack.modules)
        rows.push_back(module_row(pack, module, view, today));
    return rows;
}

}  // namespace courtyard::flow
