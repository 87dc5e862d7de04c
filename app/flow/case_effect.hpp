// What the window asks of the worker about aid cases.
#pragma once

#include <optional>
#include <string>

#include "app/flow/case_view.hpp"

namespace courtyard::flow::desk {

struct ListCases {};  // -> CasesListed and TasksListed, LoadFailed
struct ShowCase {
    cases::CaseId id;
};  // -> CaseShown, LoadFailed. That this person looked is recorded.
struct DoAct {
    std::optional<cases::CaseId> about;  // nothing: case_opened by word of mouth
    std::string kind;
    cases::Fields fields;
};  // -> ActDone, ActRefused
struct OpenCaseFrom {
    base::RecordId application;
};  // -> ActDone (the case of it, also when there is one already), ActRefused
struct UndoAct {
    cases::FactId fact;
};  // -> ActUndone; ActRefused "undo.sent" when it has left this laptop
struct MakePaper {
    cases::CaseId about;
    std::string paper;  // PaperRow::id
};                      // -> PaperMade, PaperFailed
struct ViewPaper {
    std::string file;
};  // in the machine's own viewer of PDF files; -> PaperFailed when there is none

}  // namespace courtyard::flow::desk
