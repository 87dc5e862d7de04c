// What the events of double_event.hpp do to the window: one overload each, called by desk_update.
#pragma once

#include "app/flow/desk_update.hpp"

namespace courtyard::flow {

void case_update(DeskStep& step, const desk::DoublesShown& shown);
void case_update(DeskStep& step, const desk::PressedWriteList& pressed);
void case_update(DeskStep& step, const desk::PressedTakeLists& pressed);
void case_update(DeskStep& step, const desk::PressedDouble& pressed);

// The page was gone to: what stood on it is asked for anew.
void show_doubles(DeskStep& step);
void move_double_mark(DeskState& state, int by);
[[nodiscard]] std::optional<cases::CaseId> marked_double(const DeskState& state);

}  // namespace courtyard::flow
