// Performs what the laptop's window asks about aid cases and leads.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "app/flow/desk_effect.hpp"
#include "app/flow/desk_event.hpp"
#include "app/worker/case_book.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::shell {

// One overload per effect; every question gets its answer through `tell`.
class DeskCases {
public:
    using TellEvent = std::function<void(flow::DeskEvent)>;
    // `book`: kept by the caller as long as the laptop is unlocked.
    DeskCases(worker::Machine& machine, worker::CaseBook& book, base::Random& random, TellEvent tell)
        : machine_(machine), book_(book), random_(random), tell_(std::move(tell)) {}

    void perform(const flow::desk::ListCases& list);
    void perform(const flow::desk::ShowCase& show);
    void perform(const flow::desk::DoAct& wanted);
    void perform(const flow::desk::OpenCaseFrom& from);
    void perform(const flow::desk::UndoAct& undo);
    void perform(const flow::desk::MakePaper& make);
    void perform(const flow::desk::SavePaper& save);
    void perform(const flow::desk::ShowLead& show);
    void perform(const flow::desk::DoLead& wanted);
    void perform(const flow::desk::OpenCaseOfLead& wanted);
    void perform(const flow::desk::SayYearSent& wanted);
    void perform(const flow::desk::ShowDoubles& show);
    void perform(const flow::desk::WriteTokenList& write);
    void perform(const flow::desk::TakeTokenLists& take);

private:
    void refuse(const base::Error& error);
    void tell_opened(const cases::CaseId& about);
    [[nodiscard]] std::vector<std::filesystem::path> sticks() const;

    worker::Machine& machine_;
    worker::CaseBook& book_;
    base::Random& random_;
    TellEvent tell_;
};

}  // namespace courtyard::shell
