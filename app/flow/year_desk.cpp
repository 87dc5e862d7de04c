#include "app/flow/year_desk.hpp"

#include <charconv>

#include "app/flow/case_desk.hpp"
#include "app/flow/case_update.hpp"

namespace courtyard::flow {

namespace {

constexpr std::string_view kYearPrefix = "year.";

std::shared_ptr<const DeskForm> year_form() {
    FormSpec spec;
    spec.kind = kYearSent;
    spec.common = false;
    spec.fields = {{"to", cases::FieldType::Line}, {"on", cases::FieldType::Day, cases::Need::May}};
    return std::make_shared<const DeskForm>(std::move(spec));
}

std::optional<int> open_year_of(const DeskState& state) {
    return state.cases.shown_paper ? year_of_paper(state.cases.shown_paper->id) : std::nullopt;
}

}  // namespace

std::string year_paper_id(int year) { return std::string(kYearPrefix) + std::to_string(year); }

std::optional<int> year_of_paper(std::string_view id) {
    if (!id.starts_with(kYearPrefix)) return std::nullopt;
    int year = 0;
    const char* end = id.data() + id.size();
    const auto read = std::from_chars(id.data() + kYearPrefix.size(), end, year);
    return read.ec == std::errc{} && read.ptr == end ? std::optional(year) : std::nullopt;
}

// The report of a year is due in the year after it.
void open_year(DeskStep& step, const TaskRow& task) {
    DeskState& state = step.state;
    if (state.busy() || !task.due) return;
    forget_case(state.cases);
    state.problem.clear();
    state.cases.back = DeskPlace::Today;
    state.waiting = DeskWait::Paper;
    step.effects.push_back(desk::MakePaper{{}, year_paper_id(task.due->day.year() - 1)});
}

void case_update(DeskStep& step, const desk::PressedYearSent&) {
    const DeskState& state = step.state;
    if (state.place == DeskPlace::Paper && !state.busy() && open_year_of(state)) begin_written(step, year_form(), {});
}

void sign_year(DeskStep& step) {
    DeskState& state = step.state;
    const auto year = open_year_of(state);
    if (!year) return;
    state.waiting = DeskWait::Act;
    step.effects.push_back(desk::SayYearSent{*year, signed_fields(*state.cases.act)});
}

void case_update(DeskStep& step, const desk::YearSaid&) {
    DeskState& state = step.state;
    if (state.waiting != DeskWait::Act) return;
    state.waiting = DeskWait::Nothing;
    forget_case(state.cases);
    state.cases.shown_paper.reset();
    state.problem.clear();
    state.place = DeskPlace::Today;
    step.effects.push_back(desk::ListCases{});
}

}  // namespace courtyard::flow
