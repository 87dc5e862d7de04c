// Performs what the laptop's window asks about aid cases.
#pragma once

#include <functional>

#include "app/flow/desk_effect.hpp"
#include "app/flow/desk_event.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::shell {

// One overload per effect; every question gets its answer through `tell`.
class DeskCases {
public:
    using TellEvent = std::function<void(flow::DeskEvent)>;
    DeskCases(worker::Machine& machine, base::Random& random, TellEvent tell)
        : machine_(machine), random_(random), tell_(std::move(tell)) {}

    void perform(const flow::desk::ListCases& list);
    void perform(const flow::desk::ShowCase& show);
    void perform(const flow::desk::DoAct& wanted);
    void perform(const flow::desk::OpenCaseFrom& from);
    void perform(const flow::desk::UndoAct& undo);
    void perform(const flow::desk::MakePaper& make);
    void perform(const flow::desk::PrintPaper& print);
    void perform(const flow::desk::SavePaper& save);

private:
    void refuse(const base::Error& error);

    worker::Machine& machine_;
    base::Random& random_;
    TellEvent tell_;
};

}  // namespace courtyard::shell
