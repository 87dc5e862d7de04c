// What the window asks of the worker about aid cases.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/flow/act_pictures.hpp"
#include "app/flow/case_view.hpp"
#include "app/flow/shown_paper.hpp"

namespace courtyard::flow::desk {

struct ListCases {};  // -> CasesListed and TasksListed, LoadFailed
struct ShowCase {
    cases::CaseId id;
    bool lies_open = false;  // only brought up to date
};                           // -> CaseShown, LoadFailed. That this person opened it is recorded.
struct DoAct {
    std::optional<cases::CaseId> about;  // nothing: case_opened by word of mouth
    std::string kind;
    cases::Fields fields;
    std::vector<std::shared_ptr<const PhotoFile>> pictures{};  // that the fields name and the case has not got
};                                                             // -> ActDone, ActRefused
struct OpenCaseFrom {
    base::RecordId application;
};  // -> ActDone (the case of it, also when there is one already), ActRefused
struct UndoAct {
    cases::FactId fact;
};  // -> ActUndone; ActRefused "undo.sent" when it has left this laptop
struct MakePaper {
    cases::CaseId about;
    std::string paper;                    // PaperRow::id
    std::optional<cases::FactId> fact{};  // that it tells of; nothing: the newest
};                                        // -> PaperMade, PaperFailed
struct PrintPaper {
    std::string title;
    std::shared_ptr<const PdfFile> file;
};  // -> PaperPrinted, which nothing else waits for; a lock takes the paper back and is not answered
struct SavePaper {
    std::string title;
    std::shared_ptr<const PdfFile> file;
};  // on the stick that is plugged in; -> PaperOut, PaperFailed "paper.no_stick"

}  // namespace courtyard::flow::desk
