// What can be begun on the page of other bodies' help: a referral by an item that fits, an act or a paper of a module.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/flow/case_desk.hpp"
#include "app/flow/desk_update.hpp"

namespace courtyard::flow {

struct HelpLine {
    enum class What : std::uint8_t { Item, Act, Paper } what = What::Item;
    std::size_t row = 0, part = 0;  // Item: of suggestions; else of modules, and of its acts or papers
};
// In the order in which they are shown.
[[nodiscard]] std::vector<HelpLine> help_lines(const CaseView& view);

// "module.fee_relief.ask": the kind of its form.
[[nodiscard]] std::string module_kind(std::string_view module, std::string_view act);
// By which form this fact was written; null where the table of acts says it.
[[nodiscard]] const DeskForm* form_of(const CaseView& view, std::string_view kind, const cases::Fields& fields);
// What the act of a module that is written would change; null for other acts.
[[nodiscard]] const ModuleActRow* module_act_of(const CaseView& view, const ActDraft& draft);

void case_update(DeskStep& step, const desk::MovedHelpLine& moved);
void case_update(DeskStep& step, const desk::PressedHelpLine& pressed);

}  // namespace courtyard::flow
