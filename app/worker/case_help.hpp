// Other help for a case: which items of social aid fit and why, whom to ask, and the modules (fee relief, credit
// relief, legal aid) as far as they have come. Suggestions only: a person decides and signs.
#pragma once

#include <string>
#include <vector>

#include "app/cases/module_run.hpp"
#include "app/cases/refer.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

struct SuggestedHelp {
    cases::Suggestion suggestion;        // points into the machine's pack
    std::vector<std::string> ask;        // questions of the screening to ask first, where it hangs on them
    std::vector<std::string> share;      // codes that a referral may tell in this case
    std::vector<std::string> mailboxes;  // of its bodies: those that answer by a mailbox of their own
};
// Those that fit first. By the screening, by the answers of the application, and by what the court has found since: of
// a case by word of mouth that alone. `told`: needs that were heard since, as the pack's rules/doors.toml calls them
// ("case.need" for one that it does not know).
[[nodiscard]] base::Result<std::vector<SuggestedHelp>> suggestions_for(Machine& machine, const cases::CaseId& id,
                                                                       const std::vector<std::string>& told,
                                                                       domain::Date today);

struct ModuleEntry {
    const domain::AidModule* module = nullptr;  // of the machine's pack
    cases::ModuleRun run;
    std::vector<const domain::ModuleAct*> acts;  // what this person may do now
    std::vector<cases::ModuleDue> dues;
};
[[nodiscard]] base::Result<std::vector<ModuleEntry>> modules_of(Machine& machine, const cases::CaseId& id);
// "case.module": the pack has none of this name.
[[nodiscard]] base::Result<const domain::AidModule*> find_module(const Machine& machine, std::string_view module);

}  // namespace courtyard::worker
