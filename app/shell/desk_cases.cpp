#include "app/shell/desk_cases.hpp"

#include "app/worker/case_acts.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

// Screens look codes of refusals up under "fact.": there they are named without it.
std::string code_of(const base::Error& error) {
    constexpr std::string_view kFact = "fact.";
    return error.code.starts_with(kFact) ? error.code.substr(kFact.size()) : error.code;
}

// The case in which a fact stands; nothing when this laptop does not have it open.
std::optional<cases::CaseId> case_with(worker::Machine& machine, const cases::FactId& fact) {
    const auto all = machine.store().case_records.cases();
    if (!all) return std::nullopt;
    for (const auto& each : *all) {
        const auto facts = worker::facts_of(machine, each.about);
        if (!facts) continue;
        for (const cases::Fact& one : *facts)
            if (one.id == fact) return each.about;
    }
    return std::nullopt;
}

}  // namespace

void DeskCases::refuse(const base::Error& error) { tell_(flow::desk::ActRefused{code_of(error)}); }

void DeskCases::perform(const flow::desk::ListCases& /*list*/) {
    const auto all = worker::all_cases(machine_);
    if (!all) {
        tell_(flow::desk::LoadFailed{all.error().code});
        return;
    }
    const domain::Date today = domain::Date::in_china(os::now());
    flow::desk::CasesListed listed;
    listed.rows.reserve(all->size());
    for (const cases::AidCase& each : *all)
        listed.rows.push_back(worker::row_of(machine_, each, today));
    tell_(std::move(listed));
    tell_(flow::desk::TasksListed{worker::tasks_for_me(machine_, *all, today)});
}

void DeskCases::perform(const flow::desk::ShowCase& show) {
    auto view = worker::view_case(machine_, show.id, os::now());
    if (!view) {
        tell_(flow::desk::LoadFailed{view.error().code});
        return;
    }
    tell_(flow::desk::CaseShown{std::make_shared<const flow::CaseView>(std::move(*view))});
}

void DeskCases::perform(const flow::desk::DoAct& wanted) {
    if (!wanted.about) {
        const auto opened = worker::open_case(machine_, wanted.fields, os::now(), random_);
        if (!opened) return refuse(opened.error());
        tell_(flow::desk::ActDone{*opened, *opened});
        return;
    }
    const auto done = worker::act(machine_, {*wanted.about, wanted.kind, wanted.fields}, os::now(), random_);
    if (!done) return refuse(done.error());
    tell_(flow::desk::ActDone{*wanted.about, *done});
}

void DeskCases::perform(const flow::desk::OpenCaseFrom& from) {
    if (const auto all = worker::all_cases(machine_)) {
        for (const cases::AidCase& each : *all)
            if (each.application == from.application) {
                tell_(flow::desk::ActDone{each.id, each.id});
                return;
            }
    }
    const auto opened = worker::open_case(machine_, from.application.text(), os::now(), random_);
    if (!opened) return refuse(opened.error());
    tell_(flow::desk::ActDone{*opened, *opened});
}

void DeskCases::perform(const flow::desk::UndoAct& undo) {
    const auto about = case_with(machine_, undo.fact);
    if (!about) return refuse({"undo.others", {}});
    const auto undone = worker::undo(machine_, *about, undo.fact);
    if (!undone) return refuse(undone.error());
    tell_(flow::desk::ActUndone{});
}

void DeskCases::perform(const flow::desk::MakePaper& /*make*/) { tell_(flow::desk::PaperFailed{"paper.none"}); }

void DeskCases::perform(const flow::desk::ViewPaper& /*view*/) { tell_(flow::desk::PaperFailed{"paper.none"}); }

}  // namespace courtyard::shell
