// Another kind of help as a case has it: the fold of its facts of kind "module" by a module of the pack. Adding a
// module is adding a file of the pack; nothing here knows one.
//
// A fact says {"module": …, "act": …} and the fields of that act. The case's own fold holds it to its row (who is on
// the case); what the module asks is held here, where the pack is at hand.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/cases/act_table.hpp"
#include "app/cases/aid_case.hpp"
#include "app/cases/tasks.hpp"
#include "app/domain/aid_module.hpp"
#include "app/domain/working_days.hpp"

namespace courtyard::cases {

// An act of a module as a row of the table of acts, so that its fields are read and held to it like all others. Lives
// no longer than the act.
class ModuleRule {
public:
    explicit ModuleRule(const domain::ModuleAct& act);
    ModuleRule(const ModuleRule&) = delete;
    ModuleRule& operator=(const ModuleRule&) = delete;
    [[nodiscard]] const ActRule& rule() const { return rule_; }

private:
    std::vector<std::string> choices_;  // of each field; the rules look into these
    std::vector<FieldRule> fields_;
    ActRule rule_;
};

struct ModuleStep {
    FactId by;
    std::string act, stage;  // the stage after it
    domain::Date day;
    base::PersonId author;
    friend bool operator==(const ModuleStep&, const ModuleStep&) = default;
};

struct ModuleRun {
    std::string module, stage;  // no stage: it has not begun
    bool ended = false;
    std::vector<ModuleStep> steps;          // those in force; of the last round when it was begun anew
    std::vector<ModuleStep> earlier;        // of the rounds before it
    std::map<FactId, std::string> refused;  // facts without effect, with their codes
    Fields fields;                          // what the acts said, the last word of each name
    [[nodiscard]] const ModuleStep* last(std::string_view act) const;
    // All of that act, of earlier rounds too, oldest first: each can have its paper.
    [[nodiscard]] std::vector<ModuleStep> all(std::string_view act) const;
    friend bool operator==(const ModuleRun&, const ModuleRun&) = default;
};

// What was done counts as it was signed, as an ordinary act does under an older matrix (role_matrix.hpp): whoever knew
// all that was done before was held to the pack of that day by module_refuses(), and no other pack judges it again, so
// that it counts alike on machines with different packs. Without effect are: "module.act", which the pack does not have
// (any more), "role", by whom the court does not know, and "module.stage", where somebody else, of whom its author
// could not know, had led it on to where it cannot be done, and "module.self": an act that ends it with a paper or a
// sum, by somebody who knew that they had a hand in that stage themselves. That nobody approves their own act holds
// under every pack; who else may do it only under that of the day. `upto`: as it stood when that step had been made;
// nothing: as it stands.
[[nodiscard]] ModuleRun run_module(const domain::AidModule& module, std::span<const Fact> facts,
                                   const AidCase& aid_case, const Offices& offices,
                                   const std::optional<FactId>& upto = {});
// What the pack says of a new act, the next one. "module.act", "role", "module.stage": not in the stage that it is in.
// "module.self": by somebody who had a hand in that stage, where somebody else must. "field.<name>". "module.at_most":
// more than the field that limits it.
[[nodiscard]] Verdict module_refuses(const domain::AidModule& module, const ModuleRun& run, const Fact& fact,
                                     Role role);
// What somebody of this office may do now.
[[nodiscard]] std::vector<const domain::ModuleAct*> module_acts(const domain::AidModule& module, const ModuleRun& run,
                                                                const base::PersonId& person, Role role);

struct ModuleDue {
    const domain::ModuleLimit* limit = nullptr;
    domain::Due due;
    std::optional<domain::Date> done;
    FactId by;  // the step that reached the stage
};
// One row for each time that a stage with a limit was reached, in this order.
[[nodiscard]] std::vector<ModuleDue> module_dues(const domain::AidModule& module, const ModuleRun& run,
                                                 const domain::Calendar& calendar);
// Those that run still, for the list of tasks (tasks.hpp).
[[nodiscard]] std::vector<ModuleClock> module_clocks(const domain::AidModule& module, const ModuleRun& run,
                                                     const domain::Calendar& calendar);

struct ModulePaper {
    std::string title;
    std::vector<std::string> paragraphs;  // side by side with the pack's; empty: its {if …} does not hold
    std::vector<std::string> empty;       // blanks that nothing fills; they stand as lines
};
// Words that only the caller has.
struct PaperWords {
    std::string court, between;  // between: the mark between the items of a list
    std::string yes, no;
    // As papers say them; none: 2026-11-23, 1,050.00.
    std::function<std::string(domain::Date)> day = {};
    std::function<std::string(domain::Fen)> money = {};
    // {…|chinese} and {…|capital}.
    std::function<std::string(domain::Date)> chinese_day = {};
    std::function<std::string(domain::Fen)> capital = {};
    std::string original_case = {};                       // as papers name it; none: as the case has it
    std::string guardian = {};                            // who acts for the applicant; none: nobody has to
    std::string document = {}, address = {}, phone = {};  // of the applicant; none: not known
    std::string careful = {};  // how a body reaches somebody whom a call or a visit could hurt; none: as it likes
    // "contact.<id>.name" and ".number" of the pack; none: it has no such contact.
    std::function<std::string(std::string_view)> contact = {};
};
// Nothing when its act is not done.
[[nodiscard]] std::optional<ModulePaper> module_paper(const domain::AidModule& module, const ModuleRun& run,
                                                      std::string_view paper, const AidCase& aid_case,
                                                      const PaperWords& words);

}  // namespace courtyard::cases
