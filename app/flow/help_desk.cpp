#include "app/flow/help_desk.hpp"

#include <algorithm>

#include "app/flow/case_update.hpp"

namespace courtyard::flow {

namespace {

constexpr std::string_view kModule = "module";

TaskRow referral_by(const HelpRow& help, const std::string& body, const cases::CaseId& about) {
    TaskRow task;
    task.about = about;
    task.act = "referred";
    task.prefill = {{"item", help.item}, {"body", body}, {"shared", help.share}};
    return task;
}

// One that the person has agreed to; else consent first, and the referral as soon as that is signed.
void refer_by(DeskStep& step, const HelpRow& help) {
    CasesDesk& cases = step.state.cases;
    if (!may_do(cases, "referred")) return;
    const bool must_ask = help.agreed.empty();
    const std::vector<std::string>& bodies = must_ask ? help.to_ask : help.agreed;
    if (bodies.empty()) return;
    const TaskRow task = referral_by(help, bodies.front(), cases.view->folded.id);
    if (!must_ask) return case_update(step, desk::ChoseAct{task.act, task.prefill});
    case_update(step, desk::ChoseAct{"consent_given", {{"bodies", std::vector<std::string>{bodies.front()}}}});
    if (step.state.place == DeskPlace::Act) cases.then = task;
}

}  // namespace

std::vector<HelpLine> help_lines(const CaseView& view) {
    std::vector<HelpLine> lines;
    for (std::size_t i = 0; i < view.suggestions.size(); ++i)
        lines.push_back({HelpLine::What::Item, i, 0});
    for (std::size_t i = 0; i < view.modules.size(); ++i) {
        for (std::size_t part = 0; part < view.modules[i].acts.size(); ++part)
            lines.push_back({HelpLine::What::Act, i, part});
        for (std::size_t part = 0; part < view.modules[i].papers.size(); ++part)
            lines.push_back({HelpLine::What::Paper, i, part});
    }
    return lines;
}

std::string module_kind(std::string_view module, std::string_view act) {
    return std::string(kModule) + "." + std::string(module) + "." + std::string(act);
}

const DeskForm* form_of(const CaseView& view, std::string_view kind, const cases::Fields& fields) {
    if (kind != kModule) return nullptr;
    const auto text = [&](std::string_view name) {
        const auto found = fields.find(name);
        const auto* said = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second);
        return said == nullptr ? std::string{} : *said;
    };
    const std::string wanted = module_kind(text("module"), text("act"));
    for (const ModuleRow& module : view.modules)
        for (const auto& form : module.forms)
            if (form->spec().kind == wanted) return form.get();
    return nullptr;
}

const ModuleActRow* module_act_of(const CaseView& view, const ActDraft& draft) {
    for (const ModuleRow& module : view.modules)
        for (const ModuleActRow& act : module.acts)
            if (draft.form && act.form->spec().kind == draft.kind) return &act;
    return nullptr;
}

void case_update(DeskStep& step, const desk::MovedHelpLine& moved) {
    CasesDesk& cases = step.state.cases;
    if (step.state.place != DeskPlace::Case || !cases.view) return;
    const auto count = static_cast<std::int64_t>(help_lines(*cases.view).size());
    const auto wanted = static_cast<std::int64_t>(cases.chosen_help) + moved.by;
    cases.chosen_help = count == 0 ? 0 : static_cast<std::size_t>(std::clamp<std::int64_t>(wanted, 0, count - 1));
}

void case_update(DeskStep& step, const desk::PressedHelpLine& pressed) {
    CasesDesk& cases = step.state.cases;
    if (step.state.place != DeskPlace::Case || step.state.busy() || !cases.view) return;
    const auto lines = help_lines(*cases.view);
    if (pressed.index >= lines.size()) return;
    cases.chosen_help = pressed.index;
    const HelpLine line = lines[pressed.index];
    if (line.what == HelpLine::What::Item) return refer_by(step, cases.view->suggestions[line.row]);
    const ModuleRow& module = cases.view->modules[line.row];
    if (line.what == HelpLine::What::Act) return begin_written(step, module.acts[line.part].form, {});
    case_update(step, desk::PressedPaper{module.papers[line.part].id, module.papers[line.part].about});
}

}  // namespace courtyard::flow
