#include "app/cases/module_run.hpp"

#include <algorithm>
#include <iterator>

#include "app/cases/order.hpp"

namespace courtyard::cases {

namespace {

// Choices as the table of acts writes them: words with one space between.
std::string choices_of(const domain::ModuleField& field) {
    std::string words;
    for (const std::string& each : field.choices)
        words += (words.empty() ? "" : " ") + each;
    return words;
}

FieldType type_of(std::string_view name) {
    const auto& names = domain::kModuleFieldTypes;
    const auto found = std::find(names.begin(), names.end(), name);
    return static_cast<FieldType>(found - names.begin());
}

bool has(const std::vector<std::string>& list, std::string_view wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

bool may_now(const domain::ModuleAct& act, const ModuleRun& run) {
    return act.in.empty() ? run.stage.empty() || run.ended : has(act.in, run.stage);
}

// Of all who did something in this stage, whoever brought it there too: a note in between makes no other person.
bool is_same_person(const domain::AidModule& module, const domain::ModuleAct& act, const ModuleRun& run,
                    const base::PersonId& person) {
    if (!act.other_person && !module.decides(act)) return false;
    for (auto step = run.steps.rbegin(); step != run.steps.rend() && step->stage == run.stage; ++step)
        if (step->author == person) return true;
    return false;
}

// The court's word, given on what its author had done in that stage and knew. Who did what stands in the facts, so this
// is held for past acts, too; of the pack it asks only what ends the module with a paper or a sum, and not who may do
// it, or what else somebody else must do: that another pack may say otherwise, and takes nothing back.
bool is_own_word(const domain::AidModule& module, const domain::ModuleAct& act, const ModuleRun& run,
                 const Ordered& order, std::size_t at) {
    if (!module.ends_by_word(act)) return false;
    for (auto step = run.steps.rbegin(); step != run.steps.rend() && step->stage == run.stage; ++step)
        if (step->author == order.facts[at]->author && order.knew(at, step->by)) return true;
    return false;
}

const std::int64_t* whole_number(const Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? nullptr : std::get_if<std::int64_t>(&found->second);
}

// By what this act says itself, else by what was said before it.
bool is_above_limit(const domain::ModuleAct& act, const ModuleRun& run, const Fields& fields) {
    return std::any_of(act.fields.begin(), act.fields.end(), [&](const domain::ModuleField& field) {
        const std::int64_t* said = field.at_most.empty() ? nullptr : whole_number(fields, field.name);
        if (said == nullptr) return false;
        const std::int64_t* limit = whole_number(fields, field.at_most);
        if (limit == nullptr && !act.in.empty()) limit = whole_number(run.fields, field.at_most);
        return limit != nullptr && *said > *limit;
    });
}

// Whether its author acted without knowing of a step that counts, and that step led on. Whoever knew all was held to
// the pack when they signed, and their act stands: another pack, which asks otherwise today, takes nothing back.
bool is_overtaken(const domain::ModuleAct& act, const ModuleRun& run, const Ordered& order, std::size_t at) {
    const auto knows = [&](const ModuleStep& step) { return order.knew(at, step.by); };
    if (std::all_of(run.steps.begin(), run.steps.end(), knows)) return false;
    std::string seen;
    for (const auto* round : {&run.earlier, &run.steps})
        for (const ModuleStep& step : *round)
            if (knows(step)) seen = step.stage;
    return seen != run.stage && !may_now(act, run);
}

void take(ModuleRun& run, const domain::AidModule& module, const Fact& fact) {
    const domain::ModuleAct& act = *module.act(fact.text("act"));
    if (act.in.empty()) {
        run.earlier.insert(run.earlier.end(), run.steps.begin(), run.steps.end());
        run.steps.clear();
        run.fields.clear();
    }
    if (!act.to.empty()) run.stage = act.to;
    const domain::ModuleStage* stage = module.stage(run.stage);
    run.ended = stage != nullptr && stage->ends;
    for (const auto& [name, value] : fact.fields)
        if (act.field(name) != nullptr) run.fields.insert_or_assign(name, value);
    run.steps.push_back({fact.id, act.id, run.stage, fact.day(), fact.author});
}

}  // namespace

ModuleRule::ModuleRule(const domain::ModuleAct& act) {
    choices_.reserve(act.fields.size());
    for (const domain::ModuleField& field : act.fields) {
        choices_.push_back(choices_of(field));
        fields_.push_back({field.name, type_of(field.type), field.must ? Need::Must : Need::May, choices_.back()});
    }
    rule_.kind = "module";
    rule_.fields = fields_;
}

const ModuleStep* ModuleRun::last(std::string_view act) const {
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        if (step->act == act) return &*step;
    return nullptr;
}

std::vector<ModuleStep> ModuleRun::all(std::string_view act) const {
    std::vector<ModuleStep> found;
    for (const auto* round : {&earlier, &steps})
        std::copy_if(round->begin(), round->end(), std::back_inserter(found),
                     [act](const ModuleStep& each) { return each.act == act; });
    return found;
}

Verdict module_refuses(const domain::AidModule& module, const ModuleRun& run, const Fact& fact, Role role) {
    const domain::ModuleAct* act = module.act(fact.text("act"));
    if (act == nullptr) return refuse("module.act");
    if (!has(act->who, name_of(role))) return refuse("role");
    if (!may_now(*act, run)) return refuse("module.stage");
    if (is_same_person(module, *act, run, fact.author)) return refuse("module.self");
    if (auto wrong = check_fields(ModuleRule(*act).rule(), fact.fields)) return wrong;
    return is_above_limit(*act, run, fact.fields) ? refuse("module.at_most") : Verdict{};
}

ModuleRun run_module(const domain::AidModule& module, std::span<const Fact> facts, const AidCase& aid_case,
                     const Offices& offices, const std::optional<FactId>& upto) {
    ModuleRun run;
    run.module = module.id;
    const Ordered order = in_order(facts);
    for (std::size_t at = 0; at < order.facts.size(); ++at) {
        const Fact& fact = *order.facts[at];
        if (fact.kind != "module" || fact.text("module") != module.id || !aid_case.is_in_force(fact.id)) continue;
        const domain::ModuleAct* act = module.act(fact.text("act"));
        if (act == nullptr)
            run.refused.emplace(fact.id, "module.act");
        else if (!offices(fact.author))
            run.refused.emplace(fact.id, "role");
        else if (is_overtaken(*act, run, order, at))
            run.refused.emplace(fact.id, "module.stage");
        else if (is_own_word(module, *act, run, order, at))
            run.refused.emplace(fact.id, "module.self");
        else
            take(run, module, fact);
        if (upto == fact.id) break;
    }
    return run;
}

std::vector<const domain::ModuleAct*> module_acts(const domain::AidModule& module, const ModuleRun& run,
                                                  const base::PersonId& person, Role role) {
    std::vector<const domain::ModuleAct*> acts;
    for (const domain::ModuleAct& act : module.acts)
        if (has(act.who, name_of(role)) && may_now(act, run) && !is_same_person(module, act, run, person))
            acts.push_back(&act);
    return acts;
}

namespace {

domain::Due due_of(const domain::ModuleLimit& limit, domain::Date from, const domain::Calendar& calendar) {
    using Unit = domain::ModuleLimit::Unit;
    switch (limit.unit) {
        case Unit::WorkingDays: return calendar.after_working_days(from, limit.count);
        case Unit::Days: return calendar.after_days(from, limit.count);
        case Unit::Months: return calendar.after_months(from, limit.count);
    }
    return {};
}

// Of a stage that was left by another way than the limit knows nothing is awaited any more.
bool has_stage(const domain::AidModule& module, const ModuleRun& run, const domain::ModuleLimit& limit) {
    return !run.ended && std::any_of(limit.until.begin(), limit.until.end(), [&](const std::string& each) {
        const domain::ModuleAct* act = module.act(each);
        return act != nullptr && may_now(*act, run);
    });
}

std::optional<domain::Date> ended_by(const domain::ModuleLimit& limit, const ModuleRun& run, std::size_t after) {
    for (std::size_t later = after + 1; later < run.steps.size(); ++later)
        if (has(limit.until, run.steps[later].act)) return run.steps[later].day;
    return std::nullopt;
}

}  // namespace

std::vector<ModuleDue> module_dues(const domain::AidModule& module, const ModuleRun& run,
                                   const domain::Calendar& calendar) {
    std::vector<ModuleDue> dues;
    for (std::size_t at = 0; at < run.steps.size(); ++at) {
        const ModuleStep& step = run.steps[at];
        if (at > 0 && run.steps[at - 1].stage == step.stage) continue;
        for (const domain::ModuleLimit& limit : module.limits)
            if (limit.from == step.stage)
                dues.push_back({&limit, due_of(limit, step.day, calendar), ended_by(limit, run, at), step.by});
    }
    return dues;
}

std::vector<ModuleClock> module_clocks(const domain::AidModule& module, const ModuleRun& run,
                                       const domain::Calendar& calendar) {
    std::vector<ModuleClock> clocks;
    for (const ModuleDue& due : module_dues(module, run, calendar)) {
        if (due.done || !has_stage(module, run, *due.limit)) continue;
        ModuleClock clock{"module." + module.id + "." + due.limit->id, due.due, due.by, {}};
        for (const std::string& act : due.limit->until)
            for (std::size_t i = 0; i < kRoleNames.size(); ++i)
                if (has(module.act(act)->who, kRoleNames[i])) clock.roles.add(static_cast<Role>(i));
        clocks.push_back(std::move(clock));
    }
    return clocks;
}

}  // namespace courtyard::cases
