// The page of no double aid: lists out and in by stick, and the questions that came of them.
#include "app/flow/double_update.hpp"

#include <algorithm>

#include "app/flow/case_update.hpp"

namespace courtyard::flow {

namespace {

bool may_ask(const DeskState& state) {
    return state.place == DeskPlace::Doubles && !state.busy() && reads_intake(state);
}

template <class Effect>
void ask(DeskStep& step, Effect effect) {
    step.state.waiting = DeskWait::Doubles;
    step.effects.push_back(effect);
}

}  // namespace

void show_doubles(DeskStep& step) {
    step.state.doubles = DoublesDesk{};
    ask(step, desk::ShowDoubles{});
}

void case_update(DeskStep& step, const desk::DoublesShown& shown) {
    DeskState& state = step.state;
    if (state.place == DeskPlace::Unlock) return;
    if (state.waiting == DeskWait::Doubles) state.waiting = DeskWait::Nothing;
    state.doubles.view = shown.view;
    const std::size_t count = shown.view.open.size();
    state.doubles.chosen = count == 0 ? 0 : std::min(state.doubles.chosen, count - 1);
}

void case_update(DeskStep& step, const desk::PressedWriteList&) {
    if (may_ask(step.state)) ask(step, desk::WriteTokenList{});
}

void case_update(DeskStep& step, const desk::PressedTakeLists&) {
    if (may_ask(step.state)) ask(step, desk::TakeTokenLists{});
}

void case_update(DeskStep& step, const desk::PressedDouble& pressed) {
    if (pressed.index >= step.state.doubles.view.open.size()) return;
    step.state.doubles.chosen = pressed.index;
    open_chosen(step);
}

void move_double_mark(DeskState& state, int by) {
    const auto count = static_cast<std::int64_t>(state.doubles.view.open.size());
    if (state.place != DeskPlace::Doubles || count == 0) return;
    const auto wanted = static_cast<std::int64_t>(state.doubles.chosen) + by;
    state.doubles.chosen = static_cast<std::size_t>(std::clamp<std::int64_t>(wanted, 0, count - 1));
}

std::optional<cases::CaseId> marked_double(const DeskState& state) {
    const auto& open = state.doubles.view.open;
    if (state.doubles.chosen >= open.size()) return std::nullopt;
    return open[state.doubles.chosen].about;
}

}  // namespace courtyard::flow
