// The committee's yearly report at the laptop's window (P15): its paper, and the form that says that it was sent.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/flow/desk_form.hpp"
#include "app/flow/desk_update.hpp"
#include "app/flow/year_event.hpp"

namespace courtyard::flow {

// The rule of its task, and the kind under which the form is written.
inline constexpr std::string_view kYearTask = "P15", kYearSent = "year_sent";

// "year.2026", as MakePaper names it; the year of such a paper.
[[nodiscard]] std::string year_paper_id(int year);
[[nodiscard]] std::optional<int> year_of_paper(std::string_view id);

void open_year(DeskStep& step, const TaskRow& task);
void sign_year(DeskStep& step);

void case_update(DeskStep& step, const desk::PressedYearSent& pressed);
void case_update(DeskStep& step, const desk::YearSaid& said);

}  // namespace courtyard::flow
