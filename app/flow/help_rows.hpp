// Rows of other help for a case: from the suggestions and the modules of the pack to what the window shows.
#pragma once

#include <vector>

#include "app/cases/refer.hpp"
#include "app/flow/case_view.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::flow {

// `share`: what it may be told in this case; `mailboxes`: of its bodies those that answer by a mailbox of their own.
[[nodiscard]] HelpRow help_row(const cases::Suggestion& suggestion, std::vector<std::string> share,
                               std::vector<std::string> mailboxes);

// Of every module of the pack, as far as it has come in this case; what the person at this laptop may do now, if on the
// case.
[[nodiscard]] std::vector<ModuleRow> module_rows(const pack::Pack& pack, const CaseView& view, domain::Date today);

}  // namespace courtyard::flow
